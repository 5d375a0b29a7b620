"""What comes next is told without the machine, and only where it would say the same."""

from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.unplug.engine.sessions.test_unplugging import DAY, HOUR, MIN, Run, evening
from tests.unplug.sessions.making import a_plan
from unplug.engine.sessions.access import stored_look
from unplug.engine.sessions.public_holidays import holidays_in
from unplug.engine.sessions.quick_look import UnsureError, quick_coming
from unplug.engine.snapshot import Coming
from unplug.engine.stored_present import stored_snapshot
from unplug.sessions import events as ev
from unplug.sessions.rhythms import WindDown
from unplug.store.reading import reading
from unplug.store.sessions import SessionReader


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    made = Run(tmp_path / "data", FakeClock(zone="Europe/Madrid"))
    made.use.put_plans(
        [evening(), evening("Noon", "2026-01-01T12:00", zone="Asia/Tokyo")]
    )
    yield made
    made.database.close()


def quick(run: Run) -> Coming | None:
    with reading(run.folder) as connection:
        reader = SessionReader(lambda: connection)
        return quick_coming(
            reader, run.clock.stamp(), run.clock.zone(), holidays_in(run.folder)
        )


def test_it_says_what_the_machine_says(run: Run) -> None:
    run.use.close()
    for _ in range(3):
        assert quick(run) == stored_look(run.folder, run.clock).coming
        run.clock.advance(7 * HOUR + 31 * MIN)


@pytest.mark.parametrize("before_ms", [0, MIN, 5 * MIN])
def test_near_a_session_only_the_machine_knows(run: Run, before_ms: int) -> None:
    run.until("2026-01-01T16:00")
    run.use.close()
    run.clock.advance(HOUR - before_ms)
    with pytest.raises(UnsureError):
        quick(run)
    assert stored_snapshot(run.folder, run.clock).session is not None


def test_neither_is_it_guessed_after_a_clock_set_back_or_a_move(run: Run) -> None:
    run.use.close()
    run.clock.move_to("Asia/Tokyo")
    with pytest.raises(UnsureError):
        quick(run)
    run.clock.move_to("Europe/Madrid")
    run.clock.step(-HOUR)
    with pytest.raises(UnsureError):
        quick(run)


def test_the_plans_say_what_comes_when_what_was_told_is_over(run: Run) -> None:
    run.use.close()
    run.clock.advance(3 * DAY)
    coming = quick(run)
    assert coming == stored_look(run.folder, run.clock).coming
    assert coming is not None
    assert coming.start > datetime.fromisoformat("2026-01-03T23:00+00:00")


def test_it_never_says_anything_but_the_machine(tmp_path: Path) -> None:
    run = Run(tmp_path / "data", FakeClock(zone="Europe/Madrid"))
    run.use.put_plans(
        [
            a_plan(rule="FREQ=WEEKLY;BYDAY=SU"),
            a_plan(uid="x", zone="Asia/Tokyo", rule="FREQ=MONTHLY"),
            WindDown(
                uid="w",
                name="quiet",
                starts=time(22, 30),
                bed=time(7),
                weekdays=frozenset({1, 4}),
            ),
            a_plan(uid="off", on=False),
        ]
    )
    run.use.close()
    unsure = 0
    for _ in range(60):
        run.clock.advance(9 * HOUR + 7 * MIN)
        look = stored_look(run.folder, run.clock)
        try:
            assert (quick(run), None) == (look.coming, look.session)
        except UnsureError:
            unsure += 1
    assert 0 < unsure < 20
    run.database.close()


def test_a_session_that_runs_is_told_of_by_the_machine(run: Run) -> None:
    run.use.wish(ev.UnplugNow(for_ms=HOUR))
    run.use.close()
    with pytest.raises(UnsureError):
        quick(run)
    session = stored_snapshot(run.folder, run.clock).session
    assert session is not None
    assert session.state == "running"
