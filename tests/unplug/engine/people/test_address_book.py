"""People in the engine: finding, logging, merging, taking back."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from unplug.engine.people.address_book import AddressBook
from unplug.engine.people.door import People
from unplug.engine.people.who import NobodyError, SeveralError
from unplug.errors import UnplugError
from unplug.people.checkins import CheckIn, CheckInKind, Due
from unplug.people.contact import Contact
from unplug.people.partial_date import PartialDate
from unplug.store.database import Database
from unplug.store.people.changing import Changes

HOUR_MS = 3_600_000


class Town:
    """The address book on a real database, with a clock that tests command."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock(zone="Europe/Madrid")  # 2026-01-01 01:00 there
        self.database = Database(folder, self.clock)
        self.people = People(clock=self.clock, database=lambda: self.database)
        self.told = 0
        self.people.observers.append(self._count)

    @property
    def book(self) -> AddressBook:
        return self.people.book

    def knows(self, *contacts: Contact) -> "Town":
        self.book.change(Changes(kind="import", put=contacts))
        return self

    def _count(self) -> None:
        self.told += 1


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    town = Town(tmp_path)
    with closing(town.database):
        yield town


def a_meeting(*uids: str, on: date) -> CheckIn:
    return CheckIn(kind=CheckInKind.IN_PERSON, people=frozenset(uids), on=on)


JOSE = Contact(uid="1", full_name="José Peña", circle="close")
ANNA = Contact(uid="2", full_name="Anna Rossi", birthday=PartialDate(1990, 1, 3))
ANNA_TOO = Contact(uid="3", full_name="Anna Smith")


def test_somebody_is_found_by_any_part_of_the_name_without_its_accents(
    town: Town,
) -> None:
    town.knows(JOSE, ANNA, ANNA_TOO)
    assert town.book.named("jose").uid == "1"
    assert town.book.named("smith anna").uid == "3"
    assert town.book.named("2").name == "Anna Rossi"


def test_a_name_that_tells_several_names_them(town: Town) -> None:
    town.knows(JOSE, ANNA, ANNA_TOO)
    with pytest.raises(SeveralError, match="Anna Rossi, Anna Smith"):
        town.book.named("anna")
    with pytest.raises(NobodyError, match="Zoe"):
        town.book.named("Zoe")


def test_people_of_one_name_are_told_apart_by_their_uid(town: Town) -> None:
    town.knows(ANNA, Contact(uid="4", full_name="Anna Rossi"))
    with pytest.raises(SeveralError, match=r"Anna Rossi \(2\), Anna Rossi \(4\)"):
        town.book.named("anna rossi")


def test_the_whole_name_tells_more_than_a_part_of_another(town: Town) -> None:
    town.knows(Contact(uid="5", full_name="Anna"), ANNA)
    assert town.book.named("anna").uid == "5"


def test_search_knows_of_every_change_at_once(town: Town) -> None:
    town.knows(JOSE)
    assert town.book.find("rossi") == []
    town.knows(ANNA)
    assert town.book.find("rossi") == ["2"]
    batch = town.book.merge("1", "2")
    assert town.book.find("rossi") == []
    town.book.undo(batch)
    assert town.book.find("rossi") == ["2"]


def test_after_midnight_it_is_still_the_evening_before(town: Town) -> None:
    assert town.book.today == date(2025, 12, 31)
    town.clock.advance(4 * HOUR_MS)
    assert town.book.today == date(2026, 1, 1)


def test_logging_a_meeting_sets_the_clocks_and_tells_whoever_listens(
    town: Town,
) -> None:
    town.knows(JOSE)
    today = town.book.today
    told = town.told
    number = town.book.log(a_meeting("1", on=today))
    assert town.book.person("1").last_met == today
    assert town.told == told + 1
    town.book.drop_check_in(number)
    assert town.book.person("1").last_met is None


def test_nothing_is_logged_before_it_has_happened(town: Town) -> None:
    town.knows(JOSE)
    with pytest.raises(UnplugError, match="has not happened yet"):
        town.book.log(a_meeting("1", on=town.book.today + timedelta(days=1)))


def test_who_is_due_follows_from_the_circle_and_the_last_meeting(town: Town) -> None:
    town.knows(JOSE, ANNA)
    circles = town.book.circles()
    assert town.book.due(town.book.person("2"), circles) is None
    for days, expected in ((13, Due.NOT_YET), (1, Due.DUE), (16, Due.TOO_LONG)):
        town.clock.advance(days * 24 * HOUR_MS)
        state = town.book.due(town.book.person("1"), circles)
        assert state is not None
        assert state.due is expected


def test_the_next_occasion_is_told_in_the_persons_own_zone(town: Town) -> None:
    town.knows(ANNA)
    occasion = town.book.next_occasion(town.book.person("2"))
    assert occasion is not None
    assert (occasion.on, occasion.years) == (date(2026, 1, 3), 36)


def test_nobody_is_merged_with_themselves(town: Town) -> None:
    town.knows(JOSE)
    with pytest.raises(UnplugError, match="with themselves"):
        town.book.merge("1", "1")


def test_without_a_database_there_is_one_sentence(town: Town) -> None:
    people = People(clock=town.clock, database=lambda: None)
    with pytest.raises(UnplugError, match="cannot reach the people"):
        _ = people.book
