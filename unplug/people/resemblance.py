"""How much two names resemble one another."""

import re
from enum import IntEnum
from itertools import permutations

from unplug.people.contact import Contact
from unplug.people.folding import words

_TITLES = frozenset(
    {
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "herr", "frau", "med",
        "sir", "ing", "mag", "dipl", "phd", "md", "esq", "sra", "mme", "hr", "fr",
    }
)  # fmt: skip
_GENERATIONS = {
    **dict.fromkeys(("sr", "senior", "sen"), 1),
    **dict.fromkeys(("jr", "junior", "jun", "ii"), 2),
    "iii": 3,
    "iv": 4,
}
_MAY_BE_GENERATION = re.compile("sr|sen|jr|jun|ii|iv", re.IGNORECASE)
# Letters that a word needs for one slip in it, and for two, to be no other word.
_STRICT = (4, 9)
_LENIENT = (2, 5)
_LONG = _STRICT[0]
_MANY = 6  # words; nobody's name is compared letter by letter beyond that


class Likeness(IntEnum):
    """What two names have to do with one another."""

    DIFFERENT = 0
    UNKNOWN = 1  # one of them is missing
    VAGUE = 2  # an initial, a slip in each word, or in a short one
    SIMILAR = 3  # but for a slip of the pen
    CONTAINED = 4  # one has further parts
    SAME = 5  # in whatever order


def name_words(contact: Contact) -> tuple[str, ...]:
    """The folded words of a name, sorted, without titles and generations."""
    name = contact.name
    parts = " ".join((name.given, *name.additional, name.family))
    found = words(parts if parts.strip() else contact.full_name)
    return tuple(
        sorted(
            word for word in found if word not in _TITLES and word not in _GENERATIONS
        )
    )


def generation(contact: Contact) -> int:
    """1 for a senior, 2 for a junior, and so on; 0 where the name does not say."""
    text = " ".join((contact.full_name, *contact.name.suffixes))
    if text.isascii() and not _MAY_BE_GENERATION.search(text):
        return 0
    said = words(text)
    return next((_GENERATIONS[word] for word in said if word in _GENERATIONS), 0)


def called(contact: Contact) -> str:
    """The folded first word of the given name; empty where it cannot be told."""
    given = words(contact.name.given)
    if given or contact.name.family:
        return next(iter(given), "")
    family, comma, after = contact.full_name.partition(",")
    found = words(after if comma else family)
    return next((word for word in found if word not in _TITLES), "")


def likeness(one: tuple[str, ...], other: tuple[str, ...]) -> Likeness:
    """Compare two names, given as their sorted words."""
    if not one or not other:
        return Likeness.UNKNOWN
    if one == other or "".join(one) == "".join(other):
        return Likeness.SAME
    short, long = sorted((one, other), key=len)
    left = list(long)
    unmatched = []
    for word in short:
        if word in left:
            left.remove(word)
        else:
            unmatched.append(word)
    if not unmatched:
        return Likeness.CONTAINED if len(short) > 1 else Likeness.DIFFERENT
    if _same_letters(short, long):
        return Likeness.SAME
    return _but_for_slips(unmatched, left, len(short) - len(unmatched))


def _but_for_slips(unmatched: list[str], left: list[str], same: int) -> Likeness:
    """How much words resemble one another that are not the same.

    Args:
        unmatched: of the shorter name.
        left: what they can be compared with.
        same: how many words the names share.
    """
    if len(unmatched) > _MANY or not _all_close(unmatched, left, _LENIENT):
        return Likeness.DIFFERENT
    long_ones = len(unmatched) > 1 and all(len(word) >= _LONG for word in unmatched)
    if not same and not long_ones and not len(unmatched) == len(left) == 1:
        return Likeness.VAGUE
    whole = all(len(word) > 1 for word in (*unmatched, *left))
    sure = whole and _all_close(unmatched, left, _STRICT)
    return Likeness.SIMILAR if sure else Likeness.VAGUE


def _same_letters(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the names differ only in where their words are divided."""
    return len(short) < len(long) <= _LONG and any(
        "".join(order) == "".join(short) for order in permutations(long)
    )


def _all_close(
    unmatched: list[str], candidates: list[str], letters: tuple[int, int]
) -> bool:
    left = list(candidates)
    for word in unmatched:
        match = next((other for other in left if close(word, other, letters)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def close(one: str, other: str, letters: tuple[int, int]) -> bool:
    """Whether two words differ by a slip of the pen, or one is the other's initial.

    Args:
        one: a folded word.
        other: a folded word.
        letters: how long a word must be for one slip and for two slips in it.
    """
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return long.startswith(short)
    allowed = sum(len(short) >= least for least in letters)
    return bool(allowed) and slips(short, long, allowed) <= allowed


def slips(one: str, other: str, most: int) -> int:
    """Letters added, left out, mistaken or swapped; ``most + 1`` if there are more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
