"""A copy a day, and old spans go; on a clock that can be believed only."""

import select
from pathlib import Path

from tests.fakes import FakeClock
from tests.unplug.engine.life import DAY, HOUR, MIN, Life
from unplug.clock import Stamp
from unplug.engine.housekeeping import (
    AFTER_FAILURE_MS,
    BETWEEN_BATCHES_MS,
    FIRST_LOOK_MS,
    LOOK_EVERY_MS,
    RECENT_DAYS,
    Housekeeping,
)
from unplug.settings import History
from unplug.usage.states import ScreenSpan, State


def a_past(folder: Path, days: int, a_day: int = 1) -> Life:
    """A database with some hours of each of the last days."""
    run = Life(folder)
    now_ms = run.clock.stamp().wall_ms
    assert run.books.usage is not None
    run.books.usage.append(
        [
            ScreenSpan(now_ms - back * DAY + n * MIN, MIN, State.ACTIVE, f"app-{back}")
            for back in range(days, 0, -1)
            for n in range(a_day)
        ],
        run.books.next_id,
    )
    return run


def looked(house: Housekeeping, clock: FakeClock) -> Stamp:
    """The first look, and the end of the copy that it makes."""
    house.look(clock.stamp())
    now = clock.advance(FIRST_LOOK_MS)
    house.look(now)
    finish(house)
    return now


def finish(house: Housekeeping) -> None:
    if house.source is not None:
        assert select.select([house.source], [], [], 20)[0]
        house.ended()


def backups(run: Life) -> list[str]:
    return sorted(path.name for path in (run.folder / "backups").glob("*"))


def test_spans_go_after_their_days_and_totals_stay(tmp_path: Path) -> None:
    run = a_past(tmp_path / "data", 120)
    assert run.books.usage is not None
    before = run.books.usage.by_app(-1_000, 40_000)
    looked(Housekeeping(run.books, History(keep_spans_days=90)), run.clock)
    assert 89 <= run.books.usage.count_spans() <= 91
    assert run.books.usage.by_app(-1_000, 40_000) == before
    run.close()


def test_many_old_spans_go_in_batches(tmp_path: Path) -> None:
    run = a_past(tmp_path / "data", 115, a_day=700)
    assert run.books.usage is not None
    house = Housekeeping(run.books, History(keep_spans_days=90))
    now = looked(house, run.clock)
    rounds = 0
    while house.due_ms is not None:
        assert house.due_ms <= now.mono_ms + BETWEEN_BATCHES_MS
        now = run.clock.advance(BETWEEN_BATCHES_MS)
        house.look(now)
        rounds += 1
    assert rounds >= 2
    assert run.books.usage.count_spans() <= 91 * 700
    run.close()


def test_a_clock_years_ahead_makes_nothing_old(tmp_path: Path) -> None:
    run = a_past(tmp_path / "data", 30)
    assert run.books.usage is not None
    run.clock.step(10 * 365 * DAY)
    looked(Housekeeping(run.books, History(keep_spans_days=90)), run.clock)
    assert run.books.usage.count_spans() == 30
    run.close()


def test_somebody_back_from_a_holiday_loses_nothing_on_the_first_days(
    tmp_path: Path,
) -> None:
    run = a_past(tmp_path / "data", 100)
    assert run.books.usage is not None
    run.clock.sleep((RECENT_DAYS + 90) * DAY)
    looked(Housekeeping(run.books, History(keep_spans_days=90)), run.clock)
    assert run.books.usage.count_spans() == 100
    run.close()


def test_nothing_goes_where_all_is_kept_for_ever(tmp_path: Path) -> None:
    run = a_past(tmp_path / "data", 400)
    assert run.books.usage is not None
    looked(Housekeeping(run.books, History(keep_spans_days=0, backups=0)), run.clock)
    assert run.books.usage.count_spans() == 400
    assert backups(run) == []
    run.close()


def test_there_is_a_copy_of_each_day_and_seven_are_kept(tmp_path: Path) -> None:
    run = a_past(tmp_path / "data", 3)
    house = Housekeeping(run.books, History())
    looked(house, run.clock)
    assert len(backups(run)) == 1
    for _ in range(9):
        for _ in range(3):  # more than one look a day makes no second copy
            run.clock.advance(8 * HOUR)
            house.look(run.clock.stamp())
            finish(house)
    assert len(backups(run)) == 7
    assert house.source is None
    run.close()


def test_a_copy_that_fails_is_tried_again_but_not_all_the_time(tmp_path: Path) -> None:
    run = a_past(tmp_path / "data", 3)
    (tmp_path / "data" / "backups").write_text("in the way")
    house = Housekeeping(run.books, History())
    looked(house, run.clock)
    starts = 0
    for _ in range(AFTER_FAILURE_MS // LOOK_EVERY_MS - 1):
        run.clock.advance(LOOK_EVERY_MS)
        house.look(run.clock.stamp())
        starts += house.source is not None
        finish(house)
    assert starts <= 1
    (tmp_path / "data" / "backups").unlink()
    run.clock.advance(AFTER_FAILURE_MS)
    house.look(run.clock.stamp())
    finish(house)
    assert len(backups(run)) == 1
    house.close()
    run.close()
