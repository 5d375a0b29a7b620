"""The made-up month is one that unplug could have recorded."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.unplug.engine.life import DAY, kept, overlaps, spans
from unplug.engine.app import App
from unplug.engine.demo.month import DAYS, afternoon, furnish
from unplug.engine.demo.people import PEOPLE
from unplug.engine.patterns.insights import insights_of
from unplug.engine.people.door import People
from unplug.store.database import Database
from unplug.store.usage import UsageStore
from unplug.usage.insights.values import Kind

LATE_MARCH = 1_775_300_000_000  # the month before has a change to summer time


@pytest.mark.parametrize("zone", ["UTC", "Europe/Madrid", "Pacific/Auckland"])
def test_it_is_whole_and_ends_now(tmp_path: Path, zone: str) -> None:
    clock = FakeClock(LATE_MARCH, zone)
    furnish(tmp_path, clock)
    found = spans(tmp_path)
    assert overlaps(found) == []
    assert found[-1].end_ms <= LATE_MARCH
    assert found[0].start_ms >= LATE_MARCH - (DAYS + 2) * DAY
    database = Database(tmp_path, clock)
    store = UsageStore(database, 240)
    before = store.by_app(0, 40_000)
    store.rebuild()
    assert store.by_app(0, 40_000) == before
    days = store.by_day(0, 40_000)
    assert len(days) >= DAYS - 2
    usual_s = timedelta(milliseconds=sum(total.ms for total in before) / len(days))
    assert timedelta(hours=2) < usual_s < timedelta(hours=14)
    database.close()


def test_the_same_seed_is_the_same_month(tmp_path: Path) -> None:
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        furnish(tmp_path / name, FakeClock(LATE_MARCH), seed)
    assert spans(tmp_path / "a") == spans(tmp_path / "b")
    assert kept(tmp_path / "a") != kept(tmp_path / "c")


def test_there_are_plans_sessions_and_moods_and_it_says_that_it_is_made_up(
    tmp_path: Path,
) -> None:
    clock = afternoon(FakeClock(LATE_MARCH, "Europe/Madrid"))
    furnish(tmp_path, clock)
    app = App(tmp_path, clock)
    try:
        assert app.made_up
        app.sessions.look()
        past = app.sessions.plan_desk.past(100)
        assert {row.outcome for row in past} >= {"kept", "ended early"}
        assert any(row.felt for row in past)
        assert [row for row in app.sessions.plan_desk.rows() if row.coming]
        assert len(app.moods.recent()) >= 21
        assert app.suggestions.desk.waiting() is not None
        jose = app.people.book.named("josé")
        assert jose.last_met is not None
        app.trips.look()
        trip = app.snapshot().trip
        assert trip is not None
        assert len(app.trips.travelling.open().state.proposals) == 2
        assert not app.preferences.settings.trips.keyring  # nobody's own is touched
        app.erase_everything()
        assert not app.made_up
    finally:
        app.close()


def test_pictures_are_of_the_same_afternoon_at_any_hour() -> None:
    for hour in (3, 23):
        now = FakeClock(LATE_MARCH + hour * 3_600_000, "Europe/Madrid")
        assert (
            afternoon(now).stamp() == afternoon(FakeClock(zone="Europe/Madrid")).stamp()
        )


def test_there_are_people_in_it_some_of_whom_it_is_time_to_meet(tmp_path: Path) -> None:
    clock = FakeClock(LATE_MARCH)
    furnish(tmp_path, clock)
    with closing(Database(tmp_path, clock)) as database:
        book = People(clock=clock, database=lambda: database).book
        assert len(book.people()) == len(PEOPLE)
        due = [person.name for person in book.time_to_meet()]
        assert "Mara Lindqvist" in due
        assert "José Álvarez" not in due
        occasion = book.next_occasion(book.named("mara"))
        assert occasion is not None
        assert (occasion.on - book.today).days <= 3


def test_something_stands_out_in_it(tmp_path: Path) -> None:
    clock = afternoon(FakeClock(LATE_MARCH, "Europe/Madrid"))
    furnish(tmp_path, clock)
    found = insights_of(tmp_path, clock.stamp().utc, clock.zone())
    assert [insight.kind for insight in found] == [Kind.FIRST_APP]
