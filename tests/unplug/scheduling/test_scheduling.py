"""Jobs on the wall clock, driven by hand."""

import logging
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes import FakeClock
from unplug.clock import to_ms
from unplug.scheduling import NextAfter, Scheduler
from unplug.sessions.lasting import Lasting
from unplug.sessions.plan import Plan
from unplug.sessions.recurrence import next_occurrence
from unplug.sessions.rule import Freq, Rule

S = 1_000
HOUR = 3_600 * S
DAY = 24 * HOUR
ZONES = ["UTC", "Europe/Madrid", "America/New_York", "Africa/Casablanca"]


def daily(hour: int, minute: int = 0) -> NextAfter:
    """Every day at an hour, UTC."""

    def next_after(instant: datetime) -> datetime:
        on = datetime.combine(instant.date(), time(hour, minute), UTC)
        return on if on > instant else on + timedelta(days=1)

    return next_after


class Loop:
    """Our loop: it sleeps exactly as long as it was told to."""

    def __init__(self, start: str = "2026-01-01T12:00") -> None:
        self.clock = FakeClock(to_ms(datetime.fromisoformat(start).replace(tzinfo=UTC)))
        self.scheduler = Scheduler()
        self.ran: list[datetime] = []
        self.wakes = 0

    def add(self, next_after: NextAfter, job_id: str = "job") -> "Loop":
        now = self.clock.stamp()
        self.scheduler.add(job_id, next_after, self.ran.append, now)
        return self

    def live(self, ms: int) -> "Loop":
        left = ms
        while True:
            wait = self.scheduler.next_deadline_ms(self.clock.stamp())
            if wait is None or wait > left:
                self.clock.advance(left)
                return self
            self.clock.advance(wait)
            left -= wait
            self.wakes += 1
            self.scheduler.run_due(self.clock.stamp())

    def wake(self) -> "Loop":
        self.scheduler.wakeup(self.clock.stamp())
        return self

    @property
    def days(self) -> list[int]:
        return [instant.day for instant in self.ran]


def test_a_job_runs_at_its_instants_and_nothing_wakes_in_between() -> None:
    loop = Loop().add(daily(18)).live(3 * DAY)
    assert loop.ran == [datetime(2026, 1, n, 18, tzinfo=UTC) for n in (1, 2, 3)]
    assert loop.wakes == 3


def test_without_jobs_it_never_wants_to_be_woken() -> None:
    loop = Loop()
    assert loop.scheduler.run_due(loop.clock.stamp()) is None
    assert loop.scheduler.wakeup(loop.clock.stamp()) is None
    loop.scheduler.remove("nothing")
    assert loop.scheduler.due("nothing") is None


def test_an_instant_that_is_now_still_counts() -> None:
    loop = Loop("2026-01-01T18:00").add(daily(18))
    loop.scheduler.run_due(loop.clock.stamp())
    assert loop.days == [1]


def test_sleep_over_several_instants_runs_the_last_one_once() -> None:
    loop = Loop().add(daily(18))
    loop.clock.sleep(4 * DAY)
    loop.wake().live(DAY)
    assert loop.days == [4, 5]


def test_a_late_loop_loses_nothing_however_late() -> None:
    loop = Loop().add(daily(18))
    loop.clock.advance(9 * HOUR)
    loop.scheduler.run_due(loop.clock.stamp())
    assert loop.days == [1]


def test_a_clock_set_back_runs_nothing_twice() -> None:
    loop = Loop().add(daily(18)).live(7 * HOUR)
    loop.clock.step(-3 * HOUR)
    loop.wake().live(DAY + 3 * HOUR)
    assert loop.days == [1, 2]


def test_a_clock_that_was_a_year_ahead_loses_no_day_when_it_is_put_right() -> None:
    loop = Loop().add(daily(18)).live(DAY)
    loop.clock.step(365 * DAY)
    loop.wake()
    loop.clock.step(-365 * DAY)
    loop.wake().live(2 * DAY)
    assert [(i.year, i.day) for i in loop.ran] == [
        (2026, 1),
        (2027, 2 - 1),
        (2026, 2),
        (2026, 3),
    ]


def test_a_clock_set_forward_over_an_instant_runs_it_once() -> None:
    loop = Loop().add(daily(18))
    loop.clock.step(8 * HOUR)
    loop.wake().live(DAY)
    assert loop.days == [1, 2]


def test_a_job_taken_out_and_put_in_again_repeats_nothing() -> None:
    loop = Loop().add(daily(18)).live(7 * HOUR)
    loop.scheduler.remove("job")
    loop.clock.step(-3 * HOUR)
    loop.add(daily(18)).live(DAY + 3 * HOUR)
    assert loop.days == [1, 2]


def test_a_job_put_in_twice_is_one() -> None:
    loop = Loop().add(daily(17)).add(daily(18)).live(DAY)
    assert [i.hour for i in loop.ran] == [18]


def test_a_removed_job_does_not_run() -> None:
    loop = Loop().add(daily(18))
    loop.scheduler.remove("job")
    assert loop.live(DAY).ran == []
    assert loop.scheduler.next_deadline_ms(loop.clock.stamp()) is None


def test_a_job_that_ends_is_kept_and_asked_again_when_the_clock_changes() -> None:
    once = datetime(2026, 1, 1, 18, tzinfo=UTC)
    loop = Loop("2026-01-02T12:00").add(lambda at: once if at < once else None)
    assert loop.scheduler.next_deadline_ms(loop.clock.stamp()) is None
    loop.clock.step(-DAY)
    assert loop.wake().live(DAY).ran == [once]


def test_a_zone_change_moves_what_is_to_come() -> None:
    zone = ["Europe/Madrid"]

    def next_after(at: datetime) -> datetime | None:
        local = daily(22)(at.astimezone(ZoneInfo(zone[0])).replace(tzinfo=UTC))
        assert local is not None
        return local.replace(tzinfo=ZoneInfo(zone[0])).astimezone(UTC)

    loop = Loop().add(next_after)
    zone[0] = "UTC"
    loop.wake().live(DAY)
    assert [i.hour for i in loop.ran] == [22]


def test_one_job_that_fails_harms_no_other(caplog: pytest.LogCaptureFixture) -> None:
    loop = Loop()

    def fail(due: datetime) -> None:
        raise ValueError(due)

    with caplog.at_level(logging.ERROR):
        loop.scheduler.add("bad", daily(18), fail, loop.clock.stamp())
        loop.add(daily(18)).live(2 * DAY)
    assert loop.days == [1, 2]
    assert "raised an exception" in caplog.text


def test_a_job_may_add_and_remove_jobs_while_it_runs() -> None:
    loop = Loop()

    def change(due: datetime) -> None:  # noqa: ARG001
        loop.scheduler.remove("b")
        loop.scheduler.remove("a")
        loop.add(daily(19), "c")
        loop.scheduler.run_due(loop.clock.stamp())

    loop.scheduler.add("a", daily(18), change, loop.clock.stamp())
    loop.add(daily(18), "b").live(DAY)
    assert [i.hour for i in loop.ran] == [19]


def test_a_recurrence_that_does_not_get_on_is_given_up() -> None:
    stuck = datetime(2026, 1, 1, 18, tzinfo=UTC)
    loop = Loop().add(lambda _: stuck).live(DAY)
    assert loop.ran == [stuck]


def test_a_recurrence_of_every_second_survives_a_week_of_sleep() -> None:
    def next_after(at: datetime) -> datetime:
        return at.replace(microsecond=0) + timedelta(seconds=1)

    loop = Loop().add(next_after)
    loop.clock.sleep(7 * DAY)
    loop.wake()
    assert len(loop.ran) == 1
    assert loop.live(3 * S).wakes == 3


def test_after_closing_it_is_empty() -> None:
    loop = Loop().add(daily(18))
    loop.scheduler.close()
    loop.scheduler.close()
    assert loop.live(DAY).ran == []


def test_apscheduler_is_imported_with_the_first_job_and_not_before() -> None:
    code = """
import sys, unplug.scheduling
unplug.scheduling.Scheduler()
print('apscheduler' in sys.modules)
"""
    out = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert out.stdout.strip() == "False"


MOVES = st.tuples(
    st.sampled_from(["live", "sleep", "step", "zone", "again"]),
    st.integers(-40 * HOUR, 40 * HOUR),
    st.sampled_from(ZONES),
)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 23), st.integers(0, 3), st.lists(MOVES, max_size=20))
def test_no_nominal_date_comes_twice_whatever_the_clock_does(
    hour: int, quarter: int, moves: list[tuple[str, int, str]]
) -> None:
    first = datetime.combine(date(2026, 3, 1), time(hour, 15 * quarter))
    plan = Plan(
        uid="p",
        name="p",
        first=first,
        lasting=Lasting(rest=timedelta(minutes=30)),
        rule=Rule(freq=Freq.DAILY),
    )
    zone = [ZoneInfo("Europe/Madrid")]
    loop = Loop("2026-03-27T12:00")
    dates: list[date] = []

    def next_after(at: datetime) -> datetime | None:
        found = next_occurrence(plan, at + timedelta(milliseconds=1), zone[0])
        return None if found is None else found.span.start

    def nominal(at: datetime) -> date:
        found = next_occurrence(plan, at, zone[0])
        assert found is not None
        return found.nominal.date()

    def put() -> None:
        def run(due: datetime) -> None:
            dates.append(nominal(due))

        now = loop.clock.stamp()
        loop.scheduler.add("p", next_after, run, now, key_of=nominal)

    put()
    for kind, ms, name in moves:
        if kind == "live":
            loop.live(abs(ms))
        elif kind == "sleep":
            loop.clock.sleep(abs(ms))
            loop.wake()
        elif kind == "step":
            loop.clock.step(ms)
            loop.wake()
        elif kind == "zone":
            zone[0] = ZoneInfo(name)
            loop.wake()
        else:
            put()
    assert len(dates) == len(set(dates))


@pytest.mark.parametrize("name", ZONES)
@pytest.mark.parametrize("at", [time(0, 30), time(1, 30), time(2, 30), time(3)])
def test_every_date_of_a_year_comes_exactly_once_over_clock_changes(
    name: str, at: time
) -> None:
    zone = ZoneInfo(name)
    plan = Plan(
        uid="p",
        name="p",
        first=datetime.combine(date(2026, 1, 1), at),
        lasting=Lasting(rest=timedelta(minutes=30)),
        rule=Rule(freq=Freq.DAILY),
    )

    def next_after(instant: datetime) -> datetime | None:
        found = next_occurrence(plan, instant + timedelta(milliseconds=1), zone)
        return None if found is None else found.span.start

    loop = Loop("2026-01-01T12:00").add(next_after).live(365 * DAY)
    dates = [instant.astimezone(zone).date() for instant in loop.ran]
    assert len(dates) == 365
    assert all(b - a == timedelta(days=1) for a, b in pairwise(dates))
