"""Plans, sessions and the machine on a real database, with a clock tests command."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from unplug.clock import from_ms
from unplug.engine.sessions.keeping import TRY_AGAIN_MS
from unplug.engine.sessions.requests import fulfil
from unplug.engine.sessions.stage import NullStage
from unplug.engine.sessions.unplugging import Unplugging
from unplug.errors import UnplugError
from unplug.sessions import events as ev
from unplug.sessions.effects import Overlay, Strip
from unplug.sessions.history import Outcome, Record
from unplug.sessions.lasting import Lasting
from unplug.sessions.plan import Plan, Strictness
from unplug.sessions.rhythms import IntervalPlan
from unplug.sessions.rule import Rule
from unplug.sessions.terms import Terms
from unplug.store.database import Database
from unplug.store.sessions import Kept, SessionStore
from unplug.store.trouble import StorageTroubleError, Trouble
from unplug.store.wanted import sessions_wanted_in

S, MIN, HOUR, DAY = 1_000, 60_000, 3_600_000, 86_400_000
MIDNIGHT = "2026-01-01T00:00"  # where the fake clock starts, UTC


class FakeStage(NullStage):
    """A stage that remembers what is on it."""

    def __init__(self) -> None:
        self.strip: Strip | None = None
        self.overlay: Overlay | None = None
        self.quiet = False
        self.asked: list[str] = []

    def show_strip(self, strip: Strip) -> None:
        self.strip = strip

    def hide_strip(self) -> None:
        self.strip = None

    def show_overlay(self, overlay: Overlay) -> None:
        self.overlay = overlay

    def hide_overlay(self) -> None:
        self.overlay = None

    def do_not_disturb(self, *, on: bool) -> None:
        self.quiet = on

    def ask_feeling(self, session_id: str, person: str | None) -> None:  # noqa: ARG002
        self.asked.append(session_id)


class FullDisk(SessionStore):
    """A store that can be told that the disk is full."""

    full = False

    def keep(self, kept: Kept) -> None:
        if self.full:
            raise StorageTroubleError(*("cannot write", "disk full", Trouble.FULL))
        super().keep(kept)


@dataclass
class Run:
    """One process's life with sessions."""

    folder: Path
    clock: FakeClock = field(default_factory=FakeClock)

    def __post_init__(self) -> None:
        self.stage = FakeStage()
        self.offline: list[bool] = []
        self.database = Database(self.folder, self.clock)
        self.store = FullDisk(self.database)
        self.use = Unplugging(
            clock=self.clock,
            shelf=lambda: self.store,
            stages=(self.stage,),
            offline=self.offline.append,
        )
        self.use.start()

    def lives(self, ms: int) -> "Run":
        """Time passes as under a loop that serves every deadline."""
        end_ms = self.clock.stamp().mono_ms + ms
        for _ in range(20_000):
            left_ms = end_ms - self.clock.stamp().mono_ms
            wait_ms = self.use.next_deadline_ms()
            if wait_ms is None or wait_ms > left_ms:
                self.clock.advance(left_ms)
                return self
            self.clock.advance(wait_ms)
            self.use.wake()
        msg = "it never rests"
        raise AssertionError(msg)

    def until(self, text: str) -> "Run":
        """Time passes until an instant, UTC."""
        when = datetime.fromisoformat(f"{text}+00:00")
        return self.lives((when - from_ms(self.clock.stamp().wall_ms)) // _MS)

    def killed(self, off_ms: int = 0) -> "Run":
        """The process is gone without a word; the next one starts a while later."""
        self.database.close()
        self.clock.advance(off_ms)
        return Run(self.folder, self.clock)

    @property
    def records(self) -> list[Record]:
        return [past.record for past in self.store.history(100)]

    @property
    def state(self) -> str | None:
        session = self.use.session()
        return None if session is None else session.state


_MS = timedelta(milliseconds=1)


def evening(
    name: str = "Evening",
    at: str = "2026-01-01T18:00",
    strictness: Strictness = Strictness.GENTLE,
    zone: str | None = None,
    hours: int = 2,
) -> Plan:
    return Plan(
        uid=f"{name}@unplug",
        name=name,
        first=datetime.fromisoformat(at),
        lasting=Lasting(rest=timedelta(hours=hours)),
        rule=Rule.read("FREQ=DAILY"),
        zone=zone,
        strictness=strictness,
    )


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    made = Run(tmp_path / "data")
    yield made
    made.database.close()


def test_without_a_plan_it_sleeps_and_keeps_that_it_rests(run: Run) -> None:
    assert run.use.next_deadline_ms() is None
    assert not sessions_wanted_in(run.database)
    assert (run.use.coming(), run.use.session()) == (None, None)


def test_a_plan_becomes_an_occurrence_a_session_and_history(run: Run) -> None:
    run.use.put_plans([evening()])
    coming = run.use.coming()
    assert coming is not None
    assert coming.start.isoformat() == "2026-01-01T18:00:00+00:00"
    run.until("2026-01-01T17:54")
    assert (run.state, run.stage.strip) == (None, None)
    run.until("2026-01-01T17:56")
    assert run.state == "announced"
    assert run.stage.strip is not None
    run.until("2026-01-01T18:03")
    assert run.state == "running"
    assert run.offline[-1] is True
    assert run.stage.quiet
    run.until("2026-01-01T20:01")
    assert run.state is None
    assert run.offline[-1] is False
    assert not run.stage.quiet
    [record] = run.records
    assert (record.outcome, record.title) == (Outcome.KEPT, "Evening")
    assert record.kept_ms >= 2 * HOUR - 3 * MIN
    assert run.stage.asked == [record.id]
    coming = run.use.coming()
    assert coming is not None
    assert coming.start.isoformat() == "2026-01-02T18:00:00+00:00"


def test_a_firm_session_covers_the_screen_and_frees_it(run: Run) -> None:
    run.use.put_plans([evening(strictness=Strictness.FIRM)])
    run.until("2026-01-01T18:03")
    assert run.stage.overlay is not None
    run.until("2026-01-01T20:01")
    assert run.stage.overlay is None


def test_every_day_of_a_month_happens_once(run: Run) -> None:
    run.use.put_plans([evening()])
    run.until("2026-01-31T23:00")
    assert len(run.records) == 31
    assert {record.outcome for record in run.records} == {Outcome.KEPT}


def test_a_kill_in_the_middle_goes_on_with_what_is_left(run: Run) -> None:
    run.use.put_plans([evening(strictness=Strictness.FIRM)])
    run.until("2026-01-01T18:30")
    again = run.killed(off_ms=MIN)
    assert again.state == "running"
    assert again.stage.overlay is not None
    assert again.stage.quiet
    assert again.offline[-1] is True
    again.until("2026-01-01T20:01")
    assert again.state is None
    assert len(again.records) == 1
    again.database.close()


@pytest.mark.parametrize("minute", range(0, 140, 7))
def test_a_kill_at_any_time_loses_and_doubles_nothing(run: Run, minute: int) -> None:
    run.use.put_plans([evening()])
    run.until("2026-01-01T17:50").lives(minute * MIN)
    again = run.killed(off_ms=20 * S)
    again.until("2026-01-01T23:00")
    assert len(again.records) == 1
    assert not again.stage.quiet
    again.until("2026-01-02T23:00")
    assert len(again.records) == 2
    again.database.close()


def test_a_kill_and_a_late_start_show_nothing_for_a_time_that_has_passed(
    run: Run,
) -> None:
    run.use.put_plans([evening(strictness=Strictness.FIRM)])
    run.until("2026-01-01T18:30")
    again = run.killed(off_ms=5 * HOUR)
    assert (again.state, again.stage.overlay, again.stage.quiet) == (None, None, False)
    assert len(again.records) == 1
    again.database.close()


def test_what_was_missed_while_it_did_not_run_is_told_once(run: Run) -> None:
    run.use.put_plans([evening()])
    again = run.killed(off_ms=5 * DAY + HOUR)
    outcomes = [record.outcome for record in again.records]
    assert outcomes == [Outcome.UNSEEN] * 5
    again.database.close()


def test_a_long_sleep_records_every_occurrence_in_it(run: Run) -> None:
    run.use.put_plans([evening()])
    run.use.away("asleep")
    run.clock.sleep(6 * DAY + HOUR)
    run.use.back("asleep")
    run.use.wake()
    outcomes = [record.outcome for record in run.records]
    assert outcomes == [Outcome.KEPT_AWAY] * 6
    assert run.stage.strip is None


def test_a_plan_that_is_added_has_no_past(run: Run) -> None:
    run.lives(21 * HOUR)
    run.use.put_plans([evening()])
    assert run.records == []
    assert run.state is None


def test_a_removed_plan_comes_no_more_but_what_runs_goes_on(run: Run) -> None:
    plan = evening()
    run.use.put_plans([plan])
    run.until("2026-01-01T18:30")
    run.use.drop_plan(plan.uid)
    assert run.state == "running"
    run.until("2026-01-03T20:01")
    assert [record.outcome for record in run.records] == [Outcome.KEPT]
    assert run.use.next_deadline_ms() is None


def test_overlapping_plans_are_one_session(run: Run) -> None:
    run.use.put_plans([evening(), evening("Dinner", "2026-01-01T19:00")])
    run.until("2026-01-01T20:30")
    assert run.state == "running"
    run.until("2026-01-01T22:00")
    [record] = run.records
    assert set(record.title.split(" · ")) == {"Evening", "Dinner"}


def test_a_floating_plan_follows_the_user_and_happens_once_a_date(run: Run) -> None:
    run.use.put_plans([evening()])
    run.until("2026-01-01T21:00")
    run.clock.move_to("America/New_York")
    run.use.zone_changed()
    run.until("2026-01-02T04:00")
    assert len(run.records) == 1
    coming = run.use.coming()
    assert coming is not None
    assert coming.start.isoformat() == "2026-01-02T18:00:00-05:00"


def test_times_are_told_with_the_offset_of_the_plans_zone(run: Run) -> None:
    run.use.put_plans([evening(zone="Europe/Madrid")])
    coming = run.use.coming()
    assert coming is not None
    assert coming.start.isoformat() == "2026-01-01T18:00:00+01:00"


def test_the_next_occurrence_may_be_months_away(run: Run) -> None:
    run.use.put_plans([evening(at="2026-06-01T18:00")])
    coming = run.use.coming()
    assert coming is not None
    assert coming.start.isoformat() == "2026-06-01T18:00:00+00:00"
    assert run.lives(DAY).use.coming() == coming


def test_use_earns_a_break_and_a_walk_counts_as_one(run: Run) -> None:
    use, off = timedelta(minutes=50), timedelta(minutes=10)
    run.use.put_plans([IntervalPlan(uid="e@unplug", name="Eyes", use=use, off=off)])
    run.lives(40 * MIN)
    run.use.away("idle")
    run.lives(15 * MIN)
    run.use.back("idle")
    run.lives(44 * MIN)
    assert run.state is None
    run.lives(9 * MIN)
    assert run.state == "running"
    run.lives(20 * MIN)
    assert [r.outcome for r in run.records if r.began_ms] == [Outcome.KEPT]


def test_what_the_disk_does_not_take_is_kept_as_soon_as_it_does(run: Run) -> None:
    run.use.put_plans([evening()])
    run.store.full = True
    run.until("2026-01-01T20:01")
    assert run.records == []
    assert any("kept in memory" in notice for notice in run.use.notices)
    run.store.full = False
    run.lives(TRY_AGAIN_MS)
    assert [record.outcome for record in run.records] == [Outcome.KEPT]
    assert run.use.notices == ()


def test_a_state_that_cannot_be_read_is_told_and_plans_go_on(run: Run) -> None:
    run.use.put_plans([evening()])
    with run.database.writing() as connection:
        connection.execute("UPDATE session_state SET state = '[1]'")
    again = run.killed()
    assert "cannot read the stored session" in again.use.notices[0]
    assert again.use.coming() is not None
    again.database.close()


def test_one_damaged_plan_does_not_stop_the_others(run: Run) -> None:
    run.use.put_plans([evening(), evening("Dinner")])
    with run.database.writing() as connection:
        connection.execute("UPDATE plan SET form = '{}' WHERE uid LIKE 'E%'")
    again = run.killed()
    assert "cannot read a stored plan" in again.use.notices[0]
    assert [plan.name for plan in again.use.plans] == ["Dinner"]
    again.database.close()


def test_a_wish_that_cannot_be_granted_says_why(run: Run) -> None:
    for wish in (ev.Skip(), ev.Postpone(), ev.EndEarly(), ev.UnplugNow(for_ms=1)):
        with pytest.raises(UnplugError, match=" — "):
            run.use.wish(wish)


def test_a_firm_session_ends_with_a_breath_and_a_reason(run: Run) -> None:
    run.use.wish(ev.UnplugNow(for_ms=HOUR, terms=_firm()))
    with pytest.raises(UnplugError, match="without a reason"):
        fulfil(run.use, {"do": "session.end"})
    answer = fulfil(run.use, {"do": "session.end", "reason": "a call"})
    assert answer["leaving"] is True
    run.lives(10 * S)
    assert [(r.outcome, r.why) for r in run.records] == [
        (Outcome.ENDED_EARLY, "a call")
    ]


def test_needing_the_computer_takes_no_reason(run: Run) -> None:
    run.use.wish(ev.UnplugNow(for_ms=HOUR, terms=_firm()))
    fulfil(run.use, {"do": "session.end", "need": True})
    run.lives(10 * S)
    assert run.stage.overlay is None
    assert run.state is None


def test_everything_erased_is_everything_forgotten(run: Run) -> None:
    run.use.put_plans([evening(strictness=Strictness.FIRM)])
    run.until("2026-01-01T18:30")
    run.database.erase_everything()
    run.use.forget_everything()
    assert (run.state, run.stage.overlay, run.stage.quiet) == (None, None, False)
    assert run.offline[-1] is False
    assert run.use.next_deadline_ms() is None
    run.lives(3 * DAY)
    assert run.records == []


def _firm() -> Terms:
    return Terms(strictness=Strictness.FIRM, keeps_end=False)
