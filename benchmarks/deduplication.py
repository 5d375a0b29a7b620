"""How many duplicates are found in a noisy address book, and how many wrongly.

5,000 cards: about a third are further cards of somebody, as another phone, an old
address book or a social network would have them. Names have typos, other orders, middle
names, initials, titles, lost accents; numbers are written in other ways; entries are
missing. Families share a phone, often an e-mail address, and a family name; some people
have the very same name; sons are called as their fathers; twins share a birthday.

A pair counts as a duplicate if both cards are of one person and share at least one of
phone, e-mail address or full birthday: nobody can tell the others.

    python -m benchmarks.deduplication [--cards 5000] [--seeds 5] [--first 1000]

The rules were made with seeds from 1000 on; others are fresh.
"""

import argparse
import random
import sys
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import combinations

from benchmarks._cards import FAMILY, GIVEN, HOSTS, plain
from unplug.people.contact import Contact, Email, Name, Phone
from unplug.people.duplicates import find_duplicates
from unplug.people.partial_date import PartialDate

F1 = 0.98


@dataclass
class Person:
    """The truth about somebody."""

    number: int
    given: str
    family: str
    middle: str
    birthday: PartialDate
    phones: list[str]
    emails: list[str]
    suffix: str = ""
    cards: list[str] = field(default_factory=list)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--cards", type=int, default=5_000)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--first", type=int, default=1_000, help="the first seed")
    options = parser.parse_args()
    good = True
    for seed in range(options.seeds):
        good &= measure(options.cards, random.Random(options.first + seed))
    return 0 if good else 1


def measure(count: int, rng: random.Random) -> bool:
    cards, truth = address_book(count, rng)
    by_uid = {card.uid: card for card in cards}
    wanted = {
        frozenset(pair)
        for uids in truth
        for pair in combinations(uids, 2)
        if tellable(*(by_uid[uid] for uid in pair))
    }
    same = {frozenset(pair) for uids in truth for pair in combinations(uids, 2)}
    found, automatic = set(), set()
    for match in find_duplicates(cards, "DE"):
        pair = frozenset((match.first, match.second))
        found.add(pair)
        if match.automatic:
            automatic.add(pair)
    right = len(found & same)
    precision = right / len(found)
    recall = len(found & wanted) / len(wanted)
    f1 = 2 * precision * recall / (precision + recall)
    wrong = automatic - same
    print(
        f"{len(cards)} cards, {len(wanted)} pairs: F1 {f1:.4f} "
        f"(precision {precision:.4f}, recall {recall:.4f}); "
        f"merged by themselves {len(automatic)}, of them wrongly {len(wrong)}"
    )
    if "-v" in sys.argv or f1 < F1 or wrong:
        for title, pairs in (
            ("wrong", found - same),
            ("missed", wanted - found),
            ("wrong auto", wrong),
        ):
            for pair in sorted(pairs, key=sorted)[:14]:
                print(
                    "  ",
                    title,
                    *(shown(by_uid[uid]) for uid in sorted(pair)),
                    sep="\n      ",
                )
    return f1 >= F1 and not wrong


def shown(card: Contact) -> str:
    return (f"{card.full_name or card.name} {[p.raw for p in card.phones]} "
            f"{[e.address for e in card.emails]} {card.birthday or ''}")  # fmt: skip


def tellable(one: Contact, other: Contact) -> bool:
    digits = [{last_digits(p.raw) for p in card.phones} for card in (one, other)]
    emails = [{e.address.lower() for e in card.emails} for card in (one, other)]
    days = [
        str(c.birthday) if c.birthday and c.birthday.year else "" for c in (one, other)
    ]
    return bool(
        digits[0] & digits[1] or emails[0] & emails[1] or days[0] == days[1] != ""
    )


def last_digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))[-8:]


def address_book(
    count: int, rng: random.Random
) -> tuple[list[Contact], list[list[str]]]:
    people: list[Person] = []
    while len(people) < count * 0.68:
        people += (
            family(rng, len(people))
            if rng.random() < 0.3
            else [person(rng, len(people))]
        )
    by_name: dict[tuple[str, str], int] = defaultdict(int)
    for somebody in people:
        by_name[somebody.given, somebody.family] += 1
    cards = [first_card(somebody, rng) for somebody in people]
    while len(cards) < count:
        cards.append(further_card(rng.choice(people), rng))
    rng.shuffle(cards)
    return cards, [somebody.cards for somebody in people]


def person(rng: random.Random, number: int, name: str = "") -> Person:
    given, family_name = rng.choice(GIVEN), name or rng.choice(FAMILY)
    local = f"{plain(given)}.{plain(family_name)}{rng.choice(('', number))}{number}"
    email = f"{local}@{rng.choice(HOSTS)}"
    day = PartialDate(
        rng.randrange(1935, 2012), rng.randrange(1, 13), rng.randrange(1, 29)
    )
    mobile = f"+4917{rng.randrange(10)}{number:04}{rng.randrange(1000):03}"
    emails = [email]
    if rng.random() < 0.3:
        emails.append(
            f"{plain(given)[:1]}{plain(family_name)}.{number}@work.example.com"
        )
    middle = rng.choice(GIVEN) if rng.random() < 0.2 else ""
    return Person(number, given, family_name, middle, day, [mobile], emails)


def family(rng: random.Random, number: int) -> list[Person]:
    name = rng.choice(FAMILY)
    landline = f"+4930{number:05}{rng.randrange(100):02}"
    shared = [f"{plain(name)}{number}@family.example.org"] if rng.random() < 0.4 else []
    members = [person(rng, number + i, name) for i in range(rng.randrange(2, 5))]
    givens: set[str] = set()
    for member in members:
        while member.given in givens:
            member.given = rng.choice(GIVEN)
        givens.add(member.given)
        member.phones.append(landline)
        member.emails += shared
        if rng.random() < 0.2:  # a child has no phone or address of its own
            member.phones, member.emails = [landline], shared or member.emails
    if rng.random() < 0.04:
        members[1].given, members[1].suffix = members[0].given, "jun."
        members[0].suffix = "sen."
    if rng.random() < 0.1:
        members[-1].birthday = members[-2].birthday
    return members


def first_card(somebody: Person, rng: random.Random) -> Contact:
    return made(somebody, somebody.given, somebody.family, rng, keep=0.9)


def further_card(somebody: Person, rng: random.Random) -> Contact:
    given, family_name = somebody.given, somebody.family
    if rng.random() < 0.15:
        given = typo(given, rng)
    if rng.random() < 0.15:
        family_name = typo(family_name, rng)
    if rng.random() < 0.2:
        given, family_name = unaccented(given), unaccented(family_name)
    if rng.random() < 0.07:
        given = f"{given[0]}."
    card = made(somebody, given, family_name, rng, keep=0.7)
    way = rng.random()
    if way < 0.15:  # the whole name in one, the other way round
        return replace(card, name=Name(), full_name=f"{family_name}, {given}")
    if way < 0.3:
        return replace(card, name=Name(), full_name=f"{given} {family_name}".strip())
    if way < 0.4:  # the two mixed up
        return replace(card, name=replace(card.name, family=given, given=family_name))
    return card


def made(
    somebody: Person, given: str, family_name: str, rng: random.Random, keep: float
) -> Contact:
    uid = f"{somebody.number}-{len(somebody.cards)}"
    somebody.cards.append(uid)
    middle = (somebody.middle,) if somebody.middle and rng.random() < 0.6 else ()
    prefix = ("Dr.",) if rng.random() < 0.05 else ()
    suffix = (somebody.suffix,) if somebody.suffix else ()
    name = Name(family_name, given, middle, prefix, suffix)
    phones = [
        Phone(raw=written(p, rng)) for p in somebody.phones if rng.random() < keep
    ]
    emails = [
        Email(address=cased(e, rng)) for e in somebody.emails if rng.random() < keep
    ]
    birthday = somebody.birthday if rng.random() < 0.6 * keep else None
    if birthday and rng.random() < 0.2:
        birthday = PartialDate(None, birthday.month, birthday.day)
    return Contact(
        uid=uid,
        name=name,
        full_name=" ".join((*prefix, given, family_name, *suffix)),
        phones=tuple(phones),
        emails=tuple(emails),
        birthday=birthday,
    )


def written(number: str, rng: random.Random) -> str:
    area, rest = number[3:6], number[6:]
    ways = (
        number,
        f"0{area}{rest}",
        f"0{area} {rest[:3]} {rest[3:]}",
        f"+49 {area} {rest}",
        f"0049 {area}-{rest}",
        f"+49 (0) {area} {rest}",
        f"(0{area}) {rest[:2]}-{rest[2:]}",
        f"tel:+49-{area}-{rest}",
        f"0{area}/{rest}",
    )
    return rng.choice(ways)


def cased(email: str, rng: random.Random) -> str:
    return email.title() if rng.random() < 0.2 else email


def typo(word: str, rng: random.Random) -> str:
    at = rng.randrange(len(word))
    letter = rng.choice("abcdefghijklmnopqrstuvwxyz")
    ways = (
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    )
    return rng.choice(ways) or word


def unaccented(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word)
    return "".join(c for c in apart if not unicodedata.combining(c))


if __name__ == "__main__":
    sys.exit(main())
