"""What happens seldom, and has to be right all the same."""

from dataclasses import replace

import pytest

from tests.unplug.sessions.evening import (
    BREAK,
    DAY,
    FIRM,
    HOUR,
    MIN,
    S,
    at,
    e,
    ev,
    evening,
    every,
    free,
    known,
)
from unplug.sessions.machine import initial, next_deadline_ms, resume
from unplug.sessions.plan import Strictness
from unplug.sessions.quotas import left_this_week
from unplug.sessions.rules import KEYS_KEPT, Rules
from unplug.sessions.terms import Reason, Terms
from unplug.sessions.views import view


def test_a_fresh_machine_wants_nothing_and_shows_nothing() -> None:
    assert next_deadline_ms(initial()) is None
    assert view(initial()) == view(evening().state)


def test_resuming_without_a_past_is_a_start() -> None:
    d = evening()
    stepped = resume(initial(), d.clock.stamp())
    assert stepped.state.at == d.clock.stamp()


def test_a_postponed_break_slept_through_was_kept_away() -> None:
    d = evening(free(at(18), at(18, 10), BREAK)).until(18).tell(ev.Postpone())
    d.sleep(HOUR)
    assert d.outcomes == ["kept away"]
    assert d.all_said(e.ShowOverlay) == []


def test_a_postponed_evening_whose_clock_jumps_past_it_shows_nothing() -> None:
    d = evening(free(at(18), at(20))).until(18).tell(ev.Postpone())
    d.set_clock(4 * HOUR).advance(HOUR)
    assert (d.outcomes, d.all_said(e.ShowOverlay)) == (["unseen"], [])


def test_plans_that_come_while_nobody_is_there_are_one_absence() -> None:
    d = evening(free(at(18), at(20)), free(at(19), at(22), plan="b"))
    d.until(17, 50).locked(6 * HOUR)
    assert d.outcomes == ["kept away"]
    assert d.record.kept_ms == 4 * HOUR


def test_an_offered_session_makes_room_for_the_next_plan() -> None:
    promise = replace(FIRM, strictness=Strictness.PROMISE)
    d = evening(free(at(18), at(20)), free(at(19, 30), at(21), promise, plan="b"))
    d.until(17, 50).locked(40 * MIN).until(19, 26)
    assert (d.stage, d.outcomes) == ("early", ["kept away"])
    assert d.until(19, 33).overlay is not None


def test_what_is_stricter_and_due_joins_an_overlay_that_shows() -> None:
    promise = replace(FIRM, strictness=Strictness.PROMISE)
    d = evening(free(at(18), at(20)), free(at(19), at(21), promise, plan="b"))
    assert d.until(18, 30).overlay is not None
    assert d.overlay is not None
    assert d.overlay.strictness.value == "firm"
    d.until(19, 1)
    assert d.overlay is not None
    assert d.overlay.strictness.value == "promise"
    d.until(21, 1)
    assert len(d.record.parts) == 2


def test_a_gentle_session_made_firm_can_still_be_left_by_skipping() -> None:
    d = evening(free(at(18), at(23), Terms()), free(at(22), at(23, 30), plan="b"))
    d.until(21, 57).tell(ev.Skip())
    assert d.outcomes == ["ended early"]
    assert d.record.kept_ms == 3 * HOUR + 53 * MIN
    d.tell(ev.UndoSkip())
    assert d.all_said(e.Refused)[-1].why is e.Refusal.NOTHING_SKIPPED


def test_a_session_with_hardly_anything_left_is_not_begun() -> None:
    d = evening(free(at(18), at(20))).holds(Reason.CALL).until(19, 57, day=1)
    d.advance(2 * MIN).lets_go(Reason.CALL).advance(S)
    d.tell(ev.Begin())
    assert d.overlay is not None
    other = evening(free(at(18), at(20))).holds(Reason.CALL).until(19, 59)
    other.advance(40 * S).tell(ev.Begin())
    assert (other.overlay, other.outcomes) == (None, ["gave way"])


def test_a_wish_to_leave_is_not_disturbed_by_remarks() -> None:
    d = evening(free(at(18), at(20))).until(18, 30).tell(ev.EndEarly(), ev.Input())
    assert d.all_said(e.RemarkInput) == []
    d.tell(ev.StayAfterAll(), ev.Input(), ev.Input())
    assert len(d.all_said(e.RemarkInput)) == 1


def test_a_need_is_not_weakened_by_a_reason_asked_for_later() -> None:
    d = evening(free(at(18), at(20))).until(18, 30)
    d.tell(ev.NeedComputer(), ev.EndEarly()).advance(8 * S)
    assert d.overlay is None


def test_monitors_are_not_switched_off_while_somebody_is_leaving() -> None:
    d = evening(free(at(18), at(20), replace(FIRM, screens_off=True)))
    d.until(18, 2).advance(58 * S).tell(ev.EndEarly()).advance(10 * S)
    assert d.all_said(e.ScreensOff) == []


@pytest.mark.parametrize("felt", [None, 0, 6])
def test_a_feeling_out_of_range_is_nothing_said(felt: int | None) -> None:
    d = evening(free(at(18), at(20))).until(20, 1).tell(ev.Felt(felt))
    assert (d.all_said(e.RecordFeeling), d.phase) == ([], "Planned")
    d.tell(ev.Felt(3))
    assert d.all_said(e.RecordFeeling) == []


def test_an_edited_plan_of_two_that_overlap_stays_joined() -> None:
    one, two = free(at(18), at(20)), free(at(19), at(21), plan="b")
    d = evening(one, two).until(17, 57).tell(known(one, replace(two, end_ms=at(22))))
    assert d.until(21, 30).overlay is not None
    assert d.until(22, 1).overlay is None


def test_a_postponed_session_whose_plan_is_removed_goes_away() -> None:
    plan = free(at(18), at(20))
    d = evening(plan).until(18).tell(ev.Postpone())
    assert d.tell(known(replace(plan, end_ms=at(21)))).phase == "HeadsUp"
    assert d.tell(known()).phase == "Planned"


def test_an_announced_break_stays_while_its_plan_does() -> None:
    d = evening(every(50, 10)).advance(48 * MIN).tell(known(every(50, 10)))
    assert d.stage == "early"


def test_postponing_by_less_than_nothing_is_refused() -> None:
    d = evening(free(at(18), at(20))).until(17, 57).tell(ev.Postpone(-MIN))
    assert d.all_said(e.Refused)[0].why is e.Refusal.NO_LENGTH


def test_a_running_session_is_ended_and_not_skipped() -> None:
    d = evening(free(at(18), at(20))).until(18, 30)
    d.tell(ev.Skip(), ev.Begin(), ev.Postpone())
    assert {r.why for r in d.all_said(e.Refused)} == {e.Refusal.RUNS_ALREADY}


def test_unplug_now_long_before_a_plan_leaves_the_plan_to_its_hour() -> None:
    terms = replace(FIRM, heads_up_ms=(30 * MIN, MIN))
    d = evening(free(at(18), at(20), terms)).until(17, 35)
    d.tell(ev.UnplugNow(for_ms=5 * MIN, terms=FIRM)).until(17, 45)
    assert (d.stage, d.outcomes) == ("early", ["kept"])
    assert d.until(18, 3).overlay is not None


def test_unplug_now_begins_what_waits_as_well() -> None:
    d = evening(free(at(18), at(20))).holds(Reason.CALL).until(18, 30)
    d.tell(ev.UnplugNow(for_ms=15 * MIN, terms=FIRM)).until(20, 1)
    assert d.when(e.HideOverlay) == [at(20)]
    assert len(d.records) == 1


def test_without_a_quota_there_is_always_one_left() -> None:
    assert left_this_week((1, 2, 3), None, 10) == 1
    assert left_this_week((1, 2, 3), 3, 10) == 0


def test_a_clock_set_back_locks_no_quota_for_good() -> None:
    taken = (at(18, day=25),)
    assert left_this_week(taken, 1, at(18, day=2)) == 1


def test_the_present_is_not_broken_by_clocks_that_run_backwards() -> None:
    d = evening(free(at(18), at(20))).until(18, 30)
    now = d.clock.stamp()
    d.clock._stamp = replace(now, mono_ms=now.mono_ms - DAY, boot_ms=now.boot_ms - DAY)
    assert d.tell(ev.Tick()).phase == "Running"


def test_no_more_is_remembered_than_is_needed() -> None:
    breaks = [
        free(at(18) + n * HOUR, at(18, 5) + n * HOUR, BREAK, plan=f"b{n}")
        for n in range(KEYS_KEPT + 100)
    ]
    d = evening(*breaks).sleep(2 * DAY).sleep(40 * DAY)
    assert len(d.state.seen) == KEYS_KEPT
    assert len(d.records) == KEYS_KEPT + 100


def test_settings_can_change_at_any_time() -> None:
    d = evening(free(at(18), at(20))).until(17, 57)
    d.tell(ev.RulesSet(Rules(postpone_ms=())))
    assert d.strip is not None
    assert d.strip.later_ms == 0
    d.tell(ev.Postpone())
    assert d.all_said(e.Refused)[0].why is e.Refusal.NO_POSTPONING_LEFT
