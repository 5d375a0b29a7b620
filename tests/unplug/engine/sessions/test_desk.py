"""Wishes of the windows, on the real machine."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.ui.fakes import a_snapshot
from tests.unplug.engine.sessions.test_door import Door
from tests.unplug.engine.sessions.test_unplugging import DAY, HOUR, MIN, evening
from unplug.engine.snapshot import Snapshot
from unplug.errors import UnplugError
from unplug.sessions import events as ev


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Door]:
    made = Door(tmp_path / "data")
    yield made
    made.door.close()
    made.database.close()


def shown(at: Door) -> Snapshot:
    return at.door.shown_in(a_snapshot())


def test_unplugging_now_covers_the_screen_for_its_length(at: Door) -> None:
    at.door.desk.unplug_for(timedelta(minutes=30))
    session = shown(at).session
    assert session is not None
    assert (session.state, session.strictness) == ("running", "firm")
    assert session.left == timedelta(minutes=30)
    assert at.offline[-1] is True


def test_unplugging_until_an_hour_ends_at_that_hour(at: Door) -> None:
    until = at.clock.stamp().utc + timedelta(hours=2)
    at.door.desk.unplug_until(until)
    session = shown(at).session
    assert session is not None
    assert session.end == until


def test_an_hour_that_is_over_is_refused_in_a_sentence(at: Door) -> None:
    with pytest.raises(UnplugError, match="at least some time"):
        at.door.desk.unplug_until(at.clock.stamp().utc)


def test_a_pause_of_reminders_shows_until_when_and_ends_by_itself(at: Door) -> None:
    at.door.desk.pause_reminders(timedelta(hours=1))
    now = at.clock.stamp().utc
    assert shown(at).reminders_paused_until == now + timedelta(hours=1)
    at.clock.advance(HOUR)
    at.door.look()
    assert shown(at).reminders_paused_until is None


def test_until_tomorrow_is_until_the_next_day_starts(at: Door) -> None:
    at.door.desk.pause_reminders_until_tomorrow()  # at midnight, four hours before
    now = at.clock.stamp().utc
    assert shown(at).reminders_paused_until == now + timedelta(hours=4)


def test_an_announced_session_says_when_it_is_due_and_by_how_much_it_moves(
    at: Door,
) -> None:
    at.door.unplugging.put_plans([evening()])
    at.clock.advance(18 * HOUR - 4 * MIN)
    at.door.look()
    session = shown(at).session
    assert session is not None
    assert (session.due_in, session.later) == (
        timedelta(minutes=4),
        timedelta(minutes=5),
    )
    at.door.wish("Postpone")
    session = shown(at).session
    assert session is not None
    assert (session.due_in, session.later) == (
        timedelta(minutes=9),
        timedelta(minutes=3),
    )


def test_a_skip_can_be_undone_until_its_time_is_over(at: Door) -> None:
    at.door.unplugging.put_plans([evening()])
    at.clock.advance(17 * HOUR)
    at.door.look()
    at.door.unplugging.wish(ev.Skip())
    assert shown(at).skipped == evening().name
    at.clock.advance(DAY)
    at.door.look()
    assert shown(at).skipped is None
