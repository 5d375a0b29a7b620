"""Made-up people for the demo, and when they were met."""

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

from unplug.clock import Clock
from unplug.engine.people.door import People
from unplug.people.checkins import CheckIn, CheckInKind
from unplug.people.contact import Anniversary, Contact, Email, Phone
from unplug.people.free_times import read_free
from unplug.people.partial_date import PartialDate
from unplug.people.phones import with_numbers
from unplug.store.database import Database
from unplug.store.people.changing import Changes


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person of the demo.

    Attributes:
        birthday_in: days from today to the next birthday.
        met: days since each meeting, the latest first.
        called: days since each call.
    """

    name: str
    circle: str = ""
    closeness: int | None = None
    birthday_in: int | None = None
    free: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    note: str = ""
    met: tuple[int, ...] = ()
    called: tuple[int, ...] = ()


PEOPLE = (
    Somebody(
        "Mara Lindqvist", "close", 5, 3, ("tue 18-21", "sat"), ("climbing", "soup"),
        ("the boat in Kiel", "her new job"), "Prefers walks to cafés.",
        (23, 41, 58), (9,),
    ),
    Somebody(
        "José Álvarez", "close", 4, None, ("weekdays 19-22",), ("chess", "old films"),
        ("his move to Sevilla",), "", (6, 20, 37),
    ),
    Somebody("Ольга Коваленко", "friends", 4, 40, ("sun 10-18",), ("choir",), (), "",
             (34, 80)),
    Somebody("Tomasz Zieliński", "friends", 3, 120, ("fri 18-22",), ("cycling",),
             ("the tandem",), "", (12, 45), (30,)),
    Somebody("Aisha Okafor", "friends", 4, 9, (), ("gardening",), (), "", (71,), (15,)),
    Somebody("Ben Featherstone", "wider", 3, 200, (), (), ("the allotment",), "",
             (101,)),
    Somebody("Priya Sharma", "work", 3, None, (), ("running",), (), "", (18,)),
    Somebody("Katharina Müller", "wider", None, 77, (), (), (), "", (64,)),
    Somebody("Haruto Tanaka", "dormant", 3, None, (), ("ferries",), (), "", (290,)),
    Somebody("Grandmother Elif", "close", 5, 17, ("sun 14-17",), ("stories",), (),
             "Ring twice.", (13, 27, 41), (4, 19)),
    Somebody("Noah Bergström"),
    Somebody("Giulia Rossi"),
)  # fmt: skip


def furnish_people(database: Database, clock: Clock, seed: int) -> None:
    """Fill a database with people whom somebody could know."""
    rng = random.Random(seed)  # noqa: S311  (a story, no secret)
    book = People(clock=clock, database=lambda: database).book
    cards = [_card(each, book.today, rng) for each in PEOPLE]
    book.change(Changes(kind="import", title="demo.vcf", put=cards))
    for each, card in zip(PEOPLE, cards, strict=True):
        for kind, past in (
            (CheckInKind.IN_PERSON, each.met),
            (CheckInKind.CALL, each.called),
        ):
            for ago in past:
                check_in = CheckIn(
                    kind=kind,
                    people=frozenset({card.uid}),
                    on=book.today - timedelta(days=ago),
                    felt=rng.choice((3, 4, 4, 5)),
                )
                book.log(check_in)


def _card(each: Somebody, today: date, rng: random.Random) -> Contact:
    uid = f"demo-{PEOPLE.index(each)}"
    birthday = None
    if each.birthday_in is not None:
        birthday = _born(today + timedelta(days=each.birthday_in), rng)
    number = f"+49 30 {rng.randrange(10**6, 10**7)}"
    card = Contact(
        uid=uid,
        full_name=each.name,
        circle=each.circle,
        closeness=each.closeness,
        birthday=birthday,
        free_times=tuple(time for text in each.free for time in read_free(text)),
        interests=each.interests,
        topics=each.topics,
        notes=(each.note,) if each.note else (),
        phones=(Phone(raw=number),),
        emails=(Email(address=f"{uid}@example.org"),),
    )
    if each.circle == "close" and each.note:
        wedding = Anniversary(date=PartialDate(2001, 5, 3), label="Wedding")
        card = replace(card, anniversaries=(wedding,))
    return with_numbers(card)


def _born(day: date, rng: random.Random) -> PartialDate:
    """On that day, some decades ago; never on one that few years have."""
    return PartialDate(day.year - rng.randrange(25, 70), day.month, min(day.day, 28))
