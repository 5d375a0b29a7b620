"""Who celebrates today: seen all day, told once, and nothing is loaded without them."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.ui.fakes import a_snapshot
from unplug.engine.people.door import People
from unplug.engine.snapshot import Celebrated
from unplug.people.contact import Anniversary, Contact
from unplug.people.partial_date import PartialDate
from unplug.store.database import Database
from unplug.store.people.changing import Changes

DAY_MS = 24 * 3_600_000
ANNA = Contact(uid="anna", full_name="Anna", birthday=PartialDate(1990, 1, 2))
WEDDING = Anniversary(date=PartialDate(2016, 1, 2), label="wedding")


class Year:
    """People on a real database, in a year that begins in Madrid at 01:00."""

    def __init__(self, database: Database, clock: FakeClock) -> None:
        self.clock, self.database = clock, database
        self.may_tell = True
        self.told: list[tuple[str, ...]] = []
        self.start()

    def start(self) -> None:
        """The app starts, again."""
        self.people = People(
            clock=self.clock,
            database=lambda: self.database,
            may_tell=lambda: self.may_tell,
        )
        self.people.celebrating.observers.append(
            lambda them: self.told.append(tuple(person.name for person in them))
        )

    def knows(self, *contacts: Contact) -> "Year":
        self.people.book.change(Changes(kind="import", put=contacts))
        return self

    def on_day(self, number: int) -> tuple[Celebrated, ...]:
        """Who celebrates on a day of January, at noon."""
        noon_ms = 1_767_265_200_000 + (number - 1) * DAY_MS
        self.clock.advance(noon_ms - self.clock.stamp().wall_ms)
        self.people.look()
        return self.people.celebrating.today


@pytest.fixture
def year(tmp_path: Path) -> Iterator[Year]:
    clock = FakeClock(zone="Europe/Madrid")
    database = Database(tmp_path, clock)
    with closing(database):
        yield Year(database, clock)


def test_who_celebrates_is_seen_on_the_day_and_only_then(year: Year) -> None:
    year.knows(ANNA)
    assert year.on_day(1) == ()
    assert year.on_day(2) == (Celebrated("anna", "Anna", years=36),)
    assert year.people.shown_in(a_snapshot()).celebrated == (
        Celebrated("anna", "Anna", years=36),
    )
    assert year.on_day(3) == ()


def test_it_is_told_once_a_day_also_after_a_new_start(year: Year) -> None:
    year.knows(ANNA)
    for _ in range(3):
        year.on_day(2)
    year.start()
    year.on_day(2)
    assert year.told == [("Anna",)]


def test_nobody_is_told_while_they_must_not_be_spoken_to(year: Year) -> None:
    year.knows(ANNA)
    year.may_tell = False
    year.on_day(2)
    assert year.told == []
    year.may_tell = True
    year.on_day(2)
    assert year.told == [("Anna",)]


def test_nothing_of_people_is_loaded_on_an_ordinary_day(year: Year) -> None:
    year.knows(ANNA)
    year.start()
    year.on_day(20)
    assert year.people._book is None


def test_an_anniversary_has_its_name_and_those_without_reminders_have_none(
    year: Year,
) -> None:
    married = Contact(uid="jo", full_name="Jo", anniversaries=(WEDDING,))
    year.knows(
        married,
        replace(ANNA, remind=False),
        replace(ANNA, uid="blocked", blocked=True),
        replace(ANNA, uid="dead", in_memoriam=True),
    )
    assert year.on_day(2) == (
        Celebrated("jo", "Jo", is_birthday=False, years=10, label="wedding"),
    )


def test_the_day_is_that_of_the_users_own_calendar(year: Year) -> None:
    year.knows(
        *(replace(ANNA, uid=z, zone=z) for z in ("Pacific/Auckland", "Pacific/Niue"))
    )
    assert year.on_day(1) == ()
    assert len(year.on_day(2)) == 2
    assert year.on_day(3) == ()


def test_29_february_is_kept_on_the_28th_in_other_years(year: Year) -> None:
    year.knows(replace(ANNA, birthday=PartialDate(1992, 2, 29)))
    assert year.on_day(31 + 27) == ()
    assert len(year.on_day(31 + 28)) == 1
    assert year.on_day(31 + 29) == ()


def test_somebody_who_is_added_on_their_day_is_seen_at_once(year: Year) -> None:
    assert year.on_day(2) == ()
    year.knows(ANNA)
    assert len(year.on_day(2)) == 1
    year.people.book.put(replace(ANNA, remind=False))
    assert year.on_day(2) == ()
