"""The exact rules of sessions, told as evenings."""

from dataclasses import replace

import pytest

from tests.unplug.sessions.evening import (
    BREAK,
    DAY,
    FIRM,
    HOUR,
    MIN,
    PROMISE,
    Evening,
    S,
    at,
    e,
    ev,
    evening,
    free,
    known,
)
from unplug.sessions.machine import next_deadline_ms
from unplug.sessions.plan import Strictness
from unplug.sessions.rules import Rules
from unplug.sessions.terms import USUAL_REASONS, Reason, Terms


def tonight(terms: Terms = FIRM) -> Evening:
    """Free from 18 to 20, and it is 17:00."""
    return evening(free(at(18), at(20), terms))


def short(terms: Terms = BREAK) -> Evening:
    """Ten minutes at 18:00, and it is 17:00."""
    return evening(free(at(18), at(18, 10), terms))


def running(terms: Terms = FIRM) -> Evening:
    return tonight(terms).until(18).pauses_typing()


# The course of an ordinary session


def test_nothing_shows_and_nothing_ticks_long_before() -> None:
    d = tonight()
    assert (d.strip, d.overlay, d.phase) == (None, None, "Planned")
    assert next_deadline_ms(d.state) == 55 * MIN


def test_a_strip_announces_it_five_minutes_and_one_minute_before() -> None:
    d = tonight().until(17, 56)
    assert d.stage == "early"
    assert d.until(17, 59).stage == "last"
    assert d.when(e.ShowStrip) == [at(17, 55), at(17, 59)]


def test_the_strip_offers_equal_choices() -> None:
    d = tonight().until(17, 56)
    assert d.strip is not None
    assert [c.value for c in d.strip.choices] == ["now", "later", "not today"]
    d.holds(Reason.CALL)
    assert [c.value for c in d.strip.choices] == [
        "now",
        "later",
        "after this call",
        "not today",
    ]


def test_the_overlay_waits_for_a_pause_of_typing() -> None:
    d = tonight().until(18).advance(40 * S)
    assert (d.phase, d.overlay) == ("Settling", None)
    d.tell(ev.InputPaused(2_900))
    assert d.overlay is None
    d.tell(ev.InputPaused(3_000))
    assert d.overlay is not None
    assert d.strip is None


def test_typing_pauses_are_only_watched_while_it_settles() -> None:
    d = running()
    assert [w.on for w in d.all_said(e.WatchForPause)] == [True, False]


def test_without_a_pause_it_comes_two_minutes_after_it_was_due() -> None:
    d = tonight().until(18, 5)
    assert d.when(e.ShowOverlay) == [at(18, 2)]


def test_it_ends_at_its_hour_and_says_how_it_went() -> None:
    d = running().until(20, 1)
    assert d.overlay is None
    assert d.record.outcome.value == "kept"
    assert d.record.kept_ms == 2 * HOUR - 3 * S
    assert d.when(e.HideOverlay) == [at(20)]


def test_start_half_and_end_are_announced() -> None:
    d = running().until(20, 1)
    moments = [a.moment.value for a in d.all_said(e.Announce)]
    assert moments == ["start", "half", "end"]


def test_notifications_rest_and_screen_time_is_offline_meanwhile() -> None:
    d = running()
    assert (d.quiet_notifications, d.offline) == (True, True)
    d.until(20, 1)
    assert (d.quiet_notifications, d.offline) == (False, False)


def test_media_is_paused_only_where_that_is_wished() -> None:
    assert not running().all_said(e.PauseMedia)
    assert running(replace(FIRM, pause_media=True)).all_said(e.PauseMedia)


def test_monitors_rest_a_minute_after_the_start_of_a_long_session() -> None:
    d = running(replace(FIRM, screens_off=True, lock=True)).until(18, 2)
    began = at(18) + 3 * S
    assert d.when(e.ScreensOff) == d.when(e.LockScreen) == [began + MIN]


def test_a_gentle_session_covers_nothing() -> None:
    d = running(Terms())
    assert (d.overlay, d.stage, d.offline) == (None, "running", True)
    assert d.until(20, 1).outcomes == ["kept"]


def test_afterwards_it_asks_once_how_it_felt() -> None:
    d = running().until(20, 1)
    assert len(d.all_said(e.AskFeeling)) == 1
    d.tell(ev.Felt(4, "quiet"))
    (felt,) = d.all_said(e.RecordFeeling)
    assert (felt.session_id, felt.felt, felt.note) == (d.record.id, 4, "quiet")
    assert d.phase == "Planned"


def test_the_question_unanswered_goes_away_by_itself() -> None:
    d = running().until(20, 9)
    assert d.phase == "Ended"
    assert d.until(20, 11).phase == "Planned"
    assert not d.all_said(e.RecordFeeling)


def test_the_question_waits_for_somebody_to_be_there() -> None:
    d = running().tell(ev.Away(ev.Absence.LOCKED)).until(21)
    assert not d.all_said(e.AskFeeling)
    assert d.tell(ev.Back(ev.Absence.LOCKED)).all_said(e.AskFeeling)


def test_a_question_can_be_wished_away_for_good() -> None:
    d = evening(free(at(18), at(20)), rules=Rules(ask_feeling=False))
    assert not d.until(20, 1).all_said(e.AskFeeling)
    assert d.outcomes == ["kept"]


def test_a_session_with_somebody_names_them_in_its_record() -> None:
    d = running(replace(FIRM, person="uid-1", purpose="a walk")).until(20, 1)
    assert d.record.person == "uid-1"
    assert d.all_said(e.AskFeeling)[0].person == "uid-1"


# What the strip offers


def test_now_begins_at_once_and_still_ends_at_its_hour() -> None:
    d = tonight().until(17, 56).tell(ev.Begin())
    assert d.overlay is not None
    assert d.until(20, 1).when(e.HideOverlay) == [at(20)]


def test_a_short_break_begun_now_keeps_its_length() -> None:
    d = short().until(17, 57).tell(ev.Begin()).until(18, 30)
    assert d.record.kept_ms == 13 * MIN  # from now on to its planned end
    assert d.when(e.HideOverlay) == [at(18, 10)]


def test_postponing_moves_it_each_time_by_less_and_not_for_ever() -> None:
    d = short().until(18).tell(ev.Postpone())
    assert d.state.session is not None
    moved = [d.strip.later_ms if d.strip else 0]
    d.advance(5 * MIN).tell(ev.Postpone())
    d.advance(3 * MIN).tell(ev.Postpone())
    assert moved == [3 * MIN]
    assert d.strip is not None
    assert "later" not in [c.value for c in d.strip.choices]
    d.advance(2 * MIN).tell(ev.Postpone())
    assert d.all_said(e.Refused)[0].why is e.Refusal.NO_POSTPONING_LEFT
    d.pauses_typing().advance(11 * MIN)
    assert d.record.outcome.value == "moved"
    assert d.record.moved_ms == 10 * MIN + 3 * S
    assert d.record.kept_ms == 10 * MIN


def test_nobody_postpones_by_more_than_is_offered() -> None:
    d = short().until(18).tell(ev.Postpone(2 * HOUR)).advance(5 * MIN)
    assert d.phase == "Settling"


def test_postponing_before_it_is_due_counts_from_when_it_is_due() -> None:
    d = tonight().until(17, 56).tell(ev.Postpone()).until(18, 4)
    assert d.phase == "HeadsUp"
    assert d.until(18, 5).phase == "Settling"


def test_a_postponed_evening_still_ends_at_its_hour() -> None:
    d = tonight().until(18).tell(ev.Postpone()).until(20, 30)
    assert d.when(e.HideOverlay) == [at(20)]
    assert d.record.outcome.value == "moved"


def test_nothing_is_postponed_beyond_its_own_end() -> None:
    d = evening(free(at(18), at(18, 4))).until(18).tell(ev.Postpone())
    assert d.all_said(e.Refused)[0].why is e.Refusal.NO_TIME_LEFT


def test_not_today_skips_it() -> None:
    d = tonight().until(17, 56).tell(ev.Skip())
    assert d.strip is None
    assert d.until(21).all_said(e.ShowOverlay) == []
    assert d.outcomes == ["skipped"]


def test_firm_skips_have_a_weekly_quota() -> None:
    days = [free(at(18, day=n), at(20, day=n)) for n in range(1, 12)]
    d = evening(*days, rules=Rules(skips_a_week=2))
    for day in (1, 2):
        d.until(17, 56, day=day).tell(ev.Skip())
    d.until(17, 56, day=3).tell(ev.Skip())
    assert [r.why for r in d.all_said(e.Refused)] == [e.Refusal.NO_SKIP_LEFT]
    d.until(17, 56, day=9).tell(ev.Skip())
    assert d.outcomes.count("skipped") == 3


def test_gentle_sessions_are_skipped_as_often_as_one_likes() -> None:
    days = [free(at(18, day=n), at(20, day=n), Terms()) for n in range(1, 7)]
    d = evening(*days, rules=Rules(skips_a_week=0))
    for day in range(1, 7):
        d.until(17, 56, day=day).tell(ev.Skip())
    assert d.outcomes == ["skipped"] * 6


def test_a_skip_can_be_undone_and_costs_nothing_then() -> None:
    d = tonight().until(17, 56).tell(ev.Skip()).advance(MIN).tell(ev.UndoSkip())
    assert (d.records, d.stage, d.state.skips_ms) == ({}, "early", ())
    assert d.until(20, 1).outcomes == ["kept"]


def test_an_undone_skip_in_the_middle_is_offered_and_not_forced() -> None:
    d = tonight().until(17, 56).tell(ev.Skip()).until(18, 30).tell(ev.UndoSkip())
    assert (d.stage, d.overlay) == ("offered", None)
    d.tell(ev.Begin()).until(20, 1)
    assert d.record.kept_ms == 90 * MIN


def test_a_skip_whose_time_is_over_cannot_be_undone() -> None:
    d = tonight().until(17, 56).tell(ev.Skip()).until(20, 5).tell(ev.UndoSkip())
    assert d.all_said(e.Refused)[0].why is e.Refusal.NOTHING_SKIPPED
    assert d.outcomes == ["skipped"]


def test_the_next_session_can_be_skipped_before_it_is_announced() -> None:
    d = tonight().tell(ev.Skip()).until(21)
    assert (d.outcomes, d.all_said(e.ShowStrip)) == (["skipped"], [])


# What it waits for


@pytest.mark.parametrize("reason", sorted(USUAL_REASONS))
def test_nothing_is_interrupted_and_it_comes_by_itself_afterwards(
    reason: Reason,
) -> None:
    d = tonight().until(17, 30).holds(reason).until(18, 30)
    assert (d.phase, d.overlay) == ("Deferred", None)
    d.lets_go(reason).until(18, 34)
    assert d.overlay is not None
    assert d.until(20, 1).outcomes == ["moved"]


@pytest.mark.parametrize("reason", sorted(set(Reason) - {Reason.PAUSED}))
def test_each_reason_is_a_setting_that_may_be_off(reason: Reason) -> None:
    terms = replace(FIRM, deferring=frozenset())
    d = tonight(terms).until(17, 30).holds(reason).until(18, 3)
    assert d.overlay is not None


def test_with_two_reasons_both_have_to_clear() -> None:
    d = tonight().until(17, 59).holds(Reason.CALL, Reason.SHARING).until(18, 20)
    d.lets_go(Reason.SHARING).until(18, 30)
    assert d.phase == "Deferred"
    assert d.strip is not None
    assert d.strip.why == {Reason.CALL}
    d.lets_go(Reason.CALL).until(18, 33)
    assert d.overlay is not None


def test_the_strip_says_why_it_waits() -> None:
    d = tonight().holds(Reason.CALL).until(18, 10)
    assert d.strip is not None
    assert d.strip.stage.value == "waiting"
    assert d.strip.why == {Reason.CALL}


@pytest.mark.parametrize(
    "reason",
    [Reason.SHARING, Reason.PRESENTING, Reason.FULL_SCREEN, Reason.DO_NOT_DISTURB],
)
def test_even_the_strip_stays_off_a_screen_that_others_may_see(reason: Reason) -> None:
    d = tonight().holds(reason).until(18, 10)
    assert all(s.strip.discreet for s in d.all_said(e.ShowStrip))


def test_after_a_hidden_wait_there_is_a_minutes_notice() -> None:
    d = tonight().holds(Reason.FULL_SCREEN).until(18, 30)
    d.lets_go(Reason.FULL_SCREEN).advance(59 * S).tell(ev.InputPaused(10 * S))
    assert d.overlay is None
    d.advance(S).tell(ev.InputPaused(10 * S))
    assert d.overlay is not None


def test_a_signal_that_flaps_does_not_let_it_through() -> None:
    d = tonight().holds(Reason.MICROPHONE).until(18, 10)
    for _ in range(20):
        d.lets_go(Reason.MICROPHONE).advance(5 * S).tell(ev.InputPaused(5 * S))
        d.holds(Reason.MICROPHONE).advance(5 * S)
    assert d.all_said(e.ShowOverlay) == []


def test_a_call_that_begins_while_it_settles_holds_it_back() -> None:
    d = tonight().until(18, 1).holds(Reason.CALL).until(18, 45)
    assert (d.phase, d.overlay) == ("Deferred", None)


def test_an_evening_that_was_outlasted_gives_way_and_is_not_made_up_for() -> None:
    d = tonight().holds(Reason.CALL).until(20, 30).lets_go(Reason.CALL).until(21)
    assert d.outcomes == ["gave way"]
    assert (d.record.why, d.all_said(e.ShowOverlay)) == ("call", [])


def test_a_short_break_keeps_its_length_after_a_call() -> None:
    d = short().holds(Reason.CALL).until(19).lets_go(Reason.CALL).until(19, 30)
    assert d.record.outcome.value == "moved"
    assert d.record.kept_ms == 10 * MIN


def test_a_break_does_not_wait_for_ever() -> None:
    d = short().holds(Reason.DO_NOT_DISTURB).until(22)
    assert d.outcomes == ["gave way"]


def test_breaks_that_pile_up_behind_a_meeting_come_as_one() -> None:
    breaks = [free(at(h), at(h, 10), BREAK, plan=f"b{h}") for h in (18, 19, 20)]
    d = evening(*breaks).holds(Reason.MEETING).until(20, 15)
    d.lets_go(Reason.MEETING).until(23)
    assert len(d.all_said(e.ShowOverlay)) == 1
    assert d.record.kept_ms == 10 * MIN
    assert len(d.record.parts) == 3


def test_after_this_call_waits_even_where_calls_are_no_reason() -> None:
    terms = replace(FIRM, deferring=frozenset())
    d = tonight(terms).holds(Reason.CALL).until(17, 57).tell(ev.AfterThisCall())
    d.until(18, 20)
    assert (d.phase, d.overlay) == ("Deferred", None)
    assert d.lets_go(Reason.CALL).until(18, 23).overlay is not None


def test_sitting_still_in_a_call_is_not_being_away() -> None:
    d = short().holds(Reason.CALL).until(18, 5)
    d.tell(ev.Away(ev.Absence.IDLE, 2 * MIN)).until(18, 40)
    d.tell(ev.Back(ev.Absence.IDLE)).advance(20 * S)
    assert (d.records, d.phase) == ({}, "Deferred")


def test_our_own_do_not_disturb_holds_back_nothing_later() -> None:
    d = evening(free(at(18), at(19)), free(at(19, 30), at(20), plan="second"))
    d.until(18, 3).holds(Reason.DO_NOT_DISTURB)
    assert d.until(19, 35).overlay is not None


# Away from the screen


def test_asleep_all_the_time_is_kept_away_without_an_overlay() -> None:
    d = tonight().sleep(5 * HOUR)
    assert d.outcomes == ["kept away"]
    assert d.record.kept_ms == 2 * HOUR
    assert (d.all_said(e.ShowOverlay), d.all_said(e.ShowStrip)) == ([], [])


def test_an_unannounced_sleep_is_the_same() -> None:
    assert tonight().sleep(5 * HOUR, announced=False).outcomes == ["kept away"]


def test_waking_up_in_the_middle_offers_the_remainder_quietly() -> None:
    d = tonight().sleep(90 * MIN)
    assert (d.stage, d.overlay, d.quiet_notifications) == ("offered", None, False)
    d.until(20, 1)
    assert d.all_said(e.ShowOverlay) == []
    assert d.record.outcome.value == "kept away"
    assert d.record.kept_ms == 30 * MIN


def test_the_offered_remainder_can_be_taken() -> None:
    d = tonight().sleep(90 * MIN).tell(ev.Begin())
    assert d.overlay is not None
    d.until(20, 1)
    assert d.record.outcome.value == "kept"
    assert d.record.kept_ms == 2 * HOUR
    assert d.when(e.HideOverlay) == [at(20)]


def test_the_offered_remainder_can_be_put_off_or_left() -> None:
    d = tonight().sleep(90 * MIN).tell(ev.Postpone()).until(18, 38)
    assert d.overlay is not None
    assert tonight().sleep(90 * MIN).tell(ev.Skip()).until(21).outcomes == ["skipped"]


def test_waking_up_just_before_leaves_a_minutes_notice() -> None:
    d = tonight().sleep(59 * MIN + 50 * S)
    d.advance(30 * S).tell(ev.InputPaused(5 * S))
    assert (d.stage, d.overlay) == ("last", None)
    d.advance(30 * S).tell(ev.InputPaused(5 * S))
    assert d.overlay is not None


def test_coming_back_to_an_unlocked_screen_starts_nothing() -> None:
    d = tonight().until(17, 50).idle(20 * MIN)
    assert (d.stage, d.overlay) == ("offered", None)


def test_a_locked_screen_at_its_time_counts_as_kept() -> None:
    d = tonight().until(17, 50).locked(40 * MIN)
    assert (d.stage, d.all_said(e.ShowOverlay)) == ("offered", [])
    d.until(20, 1)
    assert d.record.kept_ms == 30 * MIN


def test_while_nobody_is_there_nothing_is_offered() -> None:
    d = tonight().until(17, 50).tell(ev.Away(ev.Absence.LOCKED)).until(19)
    assert (d.phase, d.strip) == ("Quiet", None)


def test_two_absences_are_both_over_before_somebody_is_back() -> None:
    d = tonight().until(17, 50)
    d.tell(ev.Away(ev.Absence.LOCKED), ev.Away(ev.Absence.IDLE)).until(18, 30)
    assert d.tell(ev.Back(ev.Absence.IDLE)).strip is None
    assert d.tell(ev.Back(ev.Absence.LOCKED)).stage == "offered"


def test_a_running_session_goes_on_through_sleep_and_is_over_by_real_time() -> None:
    d = running().sleep(HOUR)
    assert d.overlay is not None
    assert d.until(20, 1).outcomes == ["kept"]


def test_a_running_session_that_ends_in_sleep_leaves_no_overlay() -> None:
    d = running().sleep(5 * HOUR)
    assert (d.overlay, d.quiet_notifications, d.offline) == (None, False, False)
    assert d.outcomes == ["kept away"]
    assert d.record.kept_ms == 2 * HOUR - 3 * S


def test_half_time_in_sleep_is_not_announced_late() -> None:
    d = running().sleep(90 * MIN).until(20, 1)
    assert [a.moment.value for a in d.all_said(e.Announce)] == ["start", "end"]


def test_a_break_waiting_for_a_call_is_taken_by_a_long_absence() -> None:
    d = short().holds(Reason.CALL).until(18, 20).sleep(20 * MIN)
    assert d.outcomes == ["kept away"]


def test_a_session_that_waited_is_only_offered_on_return() -> None:
    d = tonight().holds(Reason.CALL).until(18, 20).tell(ev.Away(ev.Absence.ASLEEP))
    d.clock.sleep(20 * MIN)
    d.lets_go(Reason.CALL)
    assert (d.stage, d.overlay) == ("offered", None)
    assert d.until(20, 1).all_said(e.ShowOverlay) == []


def test_a_call_found_over_soon_after_the_return_starts_nothing_either() -> None:
    d = tonight().holds(Reason.CALL).until(18, 20).sleep(20 * MIN).advance(2 * S)
    d.lets_go(Reason.CALL).advance(5 * MIN)
    assert (d.stage, d.all_said(e.ShowOverlay)) == ("offered", [])


def test_after_a_month_away_each_day_is_remembered_and_nothing_bursts() -> None:
    days = [free(at(18, day=n), at(20, day=n)) for n in range(1, 31)]
    d = evening(*days).sleep(28 * DAY)
    assert d.outcomes == ["kept away"] * 28
    assert (d.strip, d.overlay) == (None, None)


# The clock


def test_a_clock_set_back_after_the_session_does_not_repeat_it() -> None:
    plan = free(at(18), at(20))
    d = evening(plan).until(20, 5).set_clock(-3 * HOUR).tell(known(plan)).until(21)
    assert len(d.all_said(e.ShowOverlay)) == 1


def test_a_clock_set_back_in_the_heads_up_takes_it_back() -> None:
    d = tonight().until(17, 57).set_clock(-HOUR)
    assert (d.strip, d.phase) == (None, "Planned")
    assert d.until(18, 3).overlay is not None


def test_a_clock_set_back_while_it_settles_takes_it_back() -> None:
    d = tonight().until(18, 1).set_clock(-HOUR)
    assert (d.strip, d.phase) == (None, "Planned")
    assert d.until(20, 1).outcomes == ["kept"]


def test_a_clock_set_back_makes_a_running_session_no_longer() -> None:
    d = running().set_clock(-6 * HOUR).advance(2 * HOUR)
    assert (d.overlay, d.outcomes) == (None, ["kept"])


def test_a_clock_set_forward_makes_a_running_session_no_shorter() -> None:
    d = running().set_clock(24 * HOUR).advance(119 * MIN)
    assert d.overlay is not None
    assert d.advance(MIN).overlay is None


def test_a_clock_set_into_the_middle_offers_and_does_not_overrun() -> None:
    d = tonight().set_clock(2 * HOUR)
    assert (d.stage, d.overlay) == ("offered", None)
    d.advance(61 * MIN)
    assert (d.outcomes, d.all_said(e.ShowOverlay)) == (["let pass"], [])


def test_a_clock_set_past_it_shows_nothing_for_a_time_that_is_over() -> None:
    d = tonight().set_clock(6 * HOUR)
    assert (d.outcomes, d.strip, d.overlay) == (["unseen"], None, None)


def test_a_clock_set_back_a_year_after_postponing_makes_no_years_session() -> None:
    d = tonight().until(18).tell(ev.Postpone()).set_clock(-365 * DAY)
    d.advance(8 * MIN)
    assert d.overlay is not None
    assert d.advance(2 * HOUR).overlay is None


def test_moving_to_another_zone_does_not_repeat_the_date() -> None:
    madrid = free(at(18), at(20))
    new_york = replace(madrid, start_ms=at(23), end_ms=at(1, day=2))
    d = evening(madrid).until(20, 5).tell(known(new_york)).until(2, day=2)
    assert len(d.all_said(e.ShowOverlay)) == 1


def test_moving_to_another_zone_moves_an_announced_session() -> None:
    madrid = free(at(18), at(20))
    new_york = replace(madrid, start_ms=at(23), end_ms=at(1, day=2))
    d = evening(madrid).until(17, 57).tell(known(new_york))
    assert d.strip is None
    assert d.until(23, 3).overlay is not None


def test_a_session_over_midnight_goes_on_after_it() -> None:
    d = evening(free(at(23), at(1, day=2))).until(0, 30, day=2)
    assert d.overlay is not None
    assert d.until(1, 1, day=2).overlay is None


# Leaving


def test_a_gentle_session_is_left_at_once() -> None:
    d = running(Terms()).until(18, 30).tell(ev.EndEarly())
    assert (d.strip, d.offline, d.outcomes) == (None, False, ["ended early"])


def test_a_firm_session_is_left_after_a_slow_breath_and_a_reason() -> None:
    d = running().until(18, 30).tell(ev.EndEarly())
    assert d.overlay is not None
    assert d.overlay.asks_reason
    d.advance(8 * S)
    assert d.overlay is not None
    d.tell(ev.EndEarly("the oven"))
    assert (d.phase, d.record.why) == ("Planned", "the oven")
    assert d.record.kept_ms == 30 * MIN + 8 * S - 3 * S


def test_a_reason_given_early_does_not_shorten_the_breath() -> None:
    d = running().tell(ev.EndEarly("the oven")).advance(7_900)
    assert d.overlay is not None
    assert d.advance(100).overlay is None


def test_a_wish_to_leave_without_a_reason_is_forgotten() -> None:
    d = running().tell(ev.EndEarly()).advance(2 * MIN)
    assert d.overlay is not None
    assert d.overlay.breath_until_boot_ms is None


def test_staying_after_all_takes_the_wish_back() -> None:
    d = running().tell(ev.EndEarly("x")).advance(4 * S).tell(ev.StayAfterAll())
    assert d.advance(MIN).overlay is not None


def test_early_ends_have_a_weekly_quota_and_the_way_out_has_none() -> None:
    days = [free(at(18, day=n), at(20, day=n)) for n in range(1, 4)]
    d = evening(*days, rules=Rules(exits_a_week=1))
    d.until(18, 5).tell(ev.EndEarly("tired")).advance(10 * S)
    d.until(18, 5, day=2)
    assert d.overlay is not None
    assert not d.overlay.can_end
    d.tell(ev.EndEarly("tired")).advance(10 * S)
    assert d.overlay is not None
    d.tell(ev.NeedComputer()).advance(15 * S)
    assert d.overlay is None
    assert d.outcomes == ["ended early", "ended early"]


@pytest.mark.parametrize("strictness", list(Strictness))
def test_i_need_my_computer_frees_it_within_fifteen_seconds(
    strictness: Strictness,
) -> None:
    d = running(replace(FIRM, strictness=strictness)).until(18, 30)
    d.tell(ev.NeedComputer()).advance(15 * S)
    assert (d.overlay, d.strip, d.quiet_notifications) == (None, None, False)


def test_a_wish_to_leave_turns_into_a_need_without_starting_anew() -> None:
    d = running().tell(ev.EndEarly()).advance(6 * S).tell(ev.NeedComputer())
    assert d.advance(2 * S).overlay is None


def test_a_session_that_was_left_does_not_come_back() -> None:
    d = running().tell(ev.NeedComputer()).until(23)
    assert len(d.all_said(e.ShowOverlay)) == 1


def test_a_promise_tells_the_group_how_it_went() -> None:
    kept = running(PROMISE).until(20, 1).all_said(e.TellGroup)
    assert [t.outcome.value for t in kept] == ["kept"]
    left = running(PROMISE).tell(ev.NeedComputer()).advance(15 * S)
    assert [t.outcome.value for t in left.all_said(e.TellGroup)] == ["ended early"]


def test_a_promise_that_is_not_shared_tells_nobody() -> None:
    assert not running(replace(PROMISE, share=False)).until(21).all_said(e.TellGroup)


def test_input_in_a_session_is_remarked_upon_kindly_and_seldom() -> None:
    d = running(Terms()).tell(*[ev.Input()] * 50)
    assert len(d.all_said(e.RemarkInput)) == 1
    d.advance(10 * MIN).tell(ev.Input(), ev.Input())
    assert len(d.all_said(e.RemarkInput)) == 2
    assert d.phase == "Running"


def test_keys_dismiss_nothing() -> None:
    assert running().tell(*[ev.Input()] * 500).overlay is not None


# One-off sessions and pauses


def test_unplug_now_begins_at_once_for_its_length() -> None:
    d = evening().tell(ev.UnplugNow(for_ms=30 * MIN, terms=FIRM))
    assert d.overlay is not None
    d.advance(30 * MIN)
    assert (d.phase, d.outcomes) == ("Ended", ["kept"])
    assert d.record.parts == ()


def test_unplug_now_until_an_hour_ends_then() -> None:
    d = evening().tell(ev.UnplugNow(until_ms=at(18, 15), terms=FIRM)).until(18, 30)
    assert d.when(e.HideOverlay) == [at(18, 15)]


@pytest.mark.parametrize(
    "wish", [ev.UnplugNow(for_ms=0), ev.UnplugNow(until_ms=at(16)), ev.UnplugNow()]
)
def test_a_session_without_length_is_refused(wish: ev.UnplugNow) -> None:
    d = evening().tell(wish)
    assert (d.phase, d.all_said(e.Refused)[0].why) == (
        "Planned",
        e.Refusal.NO_LENGTH,
    )


def test_unplug_now_into_a_plan_becomes_one_session() -> None:
    d = tonight().until(17, 45).tell(ev.UnplugNow(for_ms=30 * MIN, terms=FIRM))
    d.until(20, 1)
    assert d.when(e.HideOverlay) == [at(20)]
    assert len(d.records) == 1


def test_unplug_now_in_a_session_makes_it_longer_never_shorter() -> None:
    d = running().tell(ev.UnplugNow(for_ms=15 * MIN)).until(19)
    assert d.overlay is not None
    d.tell(ev.UnplugNow(for_ms=2 * HOUR)).until(20, 30)
    assert d.overlay is not None
    assert d.until(21, 1).overlay is None


def test_a_pause_of_reminders_ends_by_itself() -> None:
    d = tonight().until(17, 50).tell(ev.PauseReminders(HOUR)).until(18, 49)
    assert (d.strip, d.overlay) == (None, None)
    d.until(18, 53)
    assert d.overlay is not None
    assert [p.until_boot_ms is None for p in d.all_said(e.RemindersPaused)] == [
        False,
        True,
    ]


def test_no_pause_is_longer_than_a_day_and_no_clock_makes_it_so() -> None:
    d = evening().tell(ev.PauseReminders(400 * DAY)).set_clock(-365 * DAY)
    d.advance(DAY)
    assert d.state.paused_boot_ms is None


def test_a_pause_ends_while_the_machine_sleeps() -> None:
    d = evening().tell(ev.PauseReminders(HOUR)).sleep(2 * HOUR)
    assert d.state.paused_boot_ms is None


def test_a_pause_can_be_ended_by_hand() -> None:
    d = tonight().tell(ev.PauseReminders(5 * HOUR)).until(17, 56)
    assert d.strip is None
    assert d.tell(ev.ResumeReminders()).stage == "early"


def test_a_break_within_a_pause_is_not_made_up_for() -> None:
    d = short().until(17, 50).tell(ev.PauseReminders(HOUR)).until(19)
    assert (d.outcomes, d.record.why) == (["gave way"], "paused")
    assert d.all_said(e.ShowStrip) == []


def test_wishes_without_anything_to_wish_for_are_refused() -> None:
    d = evening().tell(
        ev.Begin(), ev.Postpone(), ev.Skip(), ev.UndoSkip(), ev.EndEarly()
    )
    d.tell(ev.NeedComputer(), ev.AfterThisCall(), ev.PauseReminders(0))
    assert len(d.all_said(e.Refused)) == 8
    assert d.phase == "Planned"


# Plans that overlap or change


def test_plans_that_overlap_become_one_session() -> None:
    d = evening(free(at(18), at(20)), free(at(19), at(21), plan="other")).until(22)
    assert len(d.all_said(e.ShowOverlay)) == 1
    assert d.when(e.HideOverlay) == [at(21)]
    assert [p.plan for p in d.record.parts] == ["evening", "other"]


def test_plans_that_touch_follow_each_other_without_a_gap() -> None:
    d = evening(free(at(18), at(19)), free(at(19), at(20), plan="b")).until(21)
    assert d.when(e.HideOverlay) == [at(20)]


def test_a_stricter_plan_makes_nothing_stricter_before_its_hour() -> None:
    gentle, firm = free(at(18), at(23), Terms()), free(at(22), at(22, 30), plan="b")
    d = evening(gentle, firm).until(21, 50)
    assert (d.stage, d.overlay) == ("running", None)
    assert d.until(21, 56).stage == "early"
    d.until(22, 3)
    assert d.overlay is not None
    d.until(23, 1)
    assert len(d.records) == 1


def test_something_short_before_a_long_heads_up_comes_first() -> None:
    winding = replace(FIRM, heads_up_ms=(30 * MIN, MIN))
    d = evening(
        free(at(18, 30), at(22), winding), free(at(18, 10), at(18, 20), BREAK, plan="b")
    )
    d.until(18, 13)
    assert d.overlay is not None
    d.until(18, 35)
    assert [len(r.parts) for r in d.records.values()] == [1]
    assert d.overlay is not None


def test_a_plan_that_is_removed_before_its_time_does_not_come() -> None:
    d = tonight().until(17, 57).tell(known())
    assert (d.strip, d.until(21).all_said(e.ShowOverlay)) == (None, [])


def test_weakening_a_plan_takes_effect_after_its_session() -> None:
    d = running().tell(known(free(at(18), at(18, 30), Terms()))).until(19)
    assert d.overlay is not None
    assert d.tell(known()).until(19, 59).overlay is not None


def test_strengthening_a_plan_takes_effect_at_once() -> None:
    d = running(Terms())
    assert d.overlay is None
    d.tell(known(free(at(18), at(21))))
    assert d.overlay is not None
    assert d.until(20, 30).overlay is not None
    assert d.until(21, 1).overlay is None


def test_an_edited_hour_moves_an_announced_session() -> None:
    plan = free(at(18), at(20))
    d = evening(plan).until(17, 57)
    d.tell(known(replace(plan, start_ms=at(18, 2), end_ms=at(20)))).until(18, 1)
    assert d.phase == "HeadsUp"
    assert d.until(18, 5).overlay is not None


# Monitors and the watchdog


def test_a_changed_monitor_is_covered_again() -> None:
    d = running().tell(ev.MonitorsChanged())
    assert len(d.all_said(e.ShowOverlay)) == 2
    assert not evening().tell(ev.MonitorsChanged()).all_said(e.ShowOverlay)


def test_an_overlay_that_paints_nothing_is_taken_away_and_the_session_goes_on() -> None:
    d = running().tell(ev.OverlayFreed())
    assert (d.overlay, d.stage, d.offline) == (None, "running", True)
    assert d.until(20, 1).outcomes == ["kept"]
