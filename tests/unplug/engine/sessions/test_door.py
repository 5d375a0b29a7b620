"""The door between the running app and the session machine."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.unplug.engine.sessions.test_unplugging import HOUR, MIN, FakeStage, evening
from unplug.engine.sessions.door import DeviceFree
from unplug.sensing.facts import (
    Active,
    Fact,
    Idle,
    Locked,
    Observed,
    Occupied,
    Unlocked,
    Zone,
)
from unplug.sensing.reasons import Reason
from unplug.sessions.events import Absence
from unplug.sessions.terms import Reason as Held
from unplug.store.database import Database


class Door:
    """A running app's sessions without the app."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock()
        self.offline: list[bool] = []
        self.database = Database(folder, self.clock)
        self.door = DeviceFree(
            clock=self.clock,
            database=lambda: self.database,
            stage=FakeStage(),
            offline=self.offline.append,
        )
        self.door.look()

    def says(self, *facts: Fact) -> "Door":
        for fact in facts:
            self.door.observe(Observed(self.clock.stamp(), fact))
        self.door.look()
        return self

    @property
    def asleep(self) -> bool:
        """Whether the machine has not been loaded."""
        return self.door._machinery is None


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Door]:
    made = Door(tmp_path / "data")
    yield made
    made.database.close()


def test_nothing_is_loaded_before_there_is_a_plan(at: Door) -> None:
    at.says(Idle(120_000), Active(), Zone("Europe/Madrid"))
    assert at.asleep
    assert at.door.next_deadline_ms() is None
    at.door.close()
    assert at.asleep


def test_a_plan_of_an_earlier_run_is_taken_up(at: Door) -> None:
    at.door.unplugging.put_plans([evening()])
    at.door.close()
    again = DeviceFree(
        clock=at.clock,
        database=lambda: at.database,
        stage=FakeStage(),
        offline=at.offline.append,
    )
    again.look()
    wait_ms = again.next_deadline_ms()
    assert wait_ms is not None
    assert wait_ms <= 18 * HOUR


def test_an_absence_that_began_before_the_first_plan_is_known_to_it(at: Door) -> None:
    at.says(Idle(2 * MIN))
    at.clock.advance(10 * MIN)
    state = at.door.unplugging.state
    assert state.away == {Absence.IDLE}
    assert at.clock.stamp().boot_ms - (state.away_boot_ms or 0) <= 12 * MIN


def test_the_screen_is_locked_until_the_last_locker_lets_go(at: Door) -> None:
    use = at.door.unplugging
    at.says(Locked("a"), Locked("b"), Unlocked("a"))
    assert use.state.away == {Absence.LOCKED}
    at.says(Unlocked("b"))
    assert use.state.away == frozenset()


def test_a_reason_holds_until_the_last_that_gives_it_is_gone(at: Door) -> None:
    at.says(Occupied(Reason.CAMERA, held=True, by="meet"))
    use = at.door.unplugging
    assert use.state.held == {Held.CAMERA}
    at.says(Occupied(Reason.CAMERA, held=True, by="zoom"))
    at.says(Occupied(Reason.CAMERA, held=False, by="meet"))
    assert use.state.held == {Held.CAMERA}
    at.says(Occupied(Reason.CAMERA, held=False, by="zoom"))
    assert use.state.held == frozenset()


def test_every_reason_of_the_desktop_is_known_to_sessions() -> None:
    assert {reason.value for reason in Reason} <= {reason.value for reason in Held}


def test_a_session_in_a_call_waits_for_its_end(at: Door) -> None:
    at.door.unplugging.put_plans([evening()])
    at.says(Occupied(Reason.CALL, held=True))
    serve(at, timedelta(hours=18, minutes=10))
    session = at.door.unplugging.session()
    assert session is not None
    assert (session.state, session.why) == ("waiting", ("call",))
    at.says(Occupied(Reason.CALL, held=False))
    serve(at, timedelta(minutes=3))
    assert at.offline[-1] is True


def serve(at: Door, length: timedelta) -> None:
    """Time passes as under a loop that serves every deadline."""
    left_ms = length // timedelta(milliseconds=1)
    while left_ms > 0:
        wait_ms = at.door.next_deadline_ms()
        step_ms = left_ms if wait_ms is None else min(wait_ms, left_ms)
        at.clock.advance(step_ms)
        left_ms -= step_ms
        at.door.look()
