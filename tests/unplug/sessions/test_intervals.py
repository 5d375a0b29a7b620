"""Breaks that are earned by use."""

from dataclasses import replace
from itertools import pairwise

from tests.unplug.sessions.evening import (
    BREAK,
    HOUR,
    MIN,
    Evening,
    S,
    at,
    e,
    ev,
    evening,
    every,
    free,
)
from unplug.sessions.machine import next_deadline_ms
from unplug.sessions.terms import Reason


def working() -> Evening:
    """Ten minutes off after fifty of use, and it is 17:00."""
    return evening(every(50, 10))


def test_a_break_comes_after_so_much_use() -> None:
    d = working().advance(46 * MIN)
    assert d.stage == "early"
    d.advance(4 * MIN)
    assert d.phase == "Settling"
    d.pauses_typing().advance(11 * MIN)
    assert d.record.outcome.value == "kept"
    assert d.record.kept_ms == 10 * MIN


def test_it_counts_from_nothing_after_each_break() -> None:
    d = working()
    for _ in range(3):
        d.advance(50 * MIN).pauses_typing().advance(10 * MIN)
    starts = d.when(e.ShowOverlay)
    assert [b - a for a, b in pairwise(starts)] == [60 * MIN + 3 * S] * 2


def test_idle_time_does_not_count_from_the_last_input_on() -> None:
    d = working().advance(20 * MIN).idle(8 * MIN)
    assert d.state.use_of("pause") == 20 * MIN
    d.advance(29 * MIN)
    assert d.phase == "HeadsUp"
    assert d.advance(MIN).phase == "Settling"


def test_a_short_absence_before_idleness_is_told_counts_as_use() -> None:
    d = working().idle(90 * S)
    assert d.advance(0).tell(ev.Tick()).state.use_of("pause") == 90 * S


def test_enough_idle_counts_as_a_break_taken() -> None:
    d = working().advance(40 * MIN).idle(12 * MIN)
    assert d.outcomes == ["natural break"]
    assert d.record.kept_ms == 12 * MIN
    assert d.advance(44 * MIN).strip is None
    assert d.advance(MIN).stage == "early"


def test_a_locked_screen_and_sleep_are_natural_breaks_too() -> None:
    assert working().advance(40 * MIN).locked(10 * MIN).outcomes == ["natural break"]
    assert working().advance(40 * MIN).sleep(10 * MIN).outcomes == ["natural break"]


def test_an_absence_soon_after_a_break_is_not_worth_a_line_in_the_history() -> None:
    d = working().advance(10 * MIN).locked(30 * MIN)
    assert (d.records, d.state.use_of("pause")) == ({}, 0)


def test_idle_at_the_end_waits_for_the_return_quietly() -> None:
    d = working().advance(48 * MIN)
    d.tell(ev.Away(ev.Absence.IDLE, 2 * MIN)).advance(7 * MIN)
    assert (d.phase, d.overlay) == ("HeadsUp", None)
    assert next_deadline_ms(d.state) is None  # nothing ticks meanwhile
    d.tell(ev.Back(ev.Absence.IDLE))
    assert d.strip is not None
    assert d.strip.until is not None
    d.advance(4 * MIN)
    assert d.phase == "Settling"


def test_a_natural_break_in_the_heads_up_takes_the_strip_away() -> None:
    d = working().advance(47 * MIN).locked(15 * MIN)
    assert (d.strip, d.outcomes) == (None, ["natural break"])
    assert d.advance(40 * MIN).all_said(e.ShowOverlay) == []


def test_coming_back_when_it_was_due_leaves_a_minutes_notice() -> None:
    d = working().advance(50 * MIN).locked(5 * MIN)
    d.advance(59 * S).tell(ev.InputPaused(5 * S))
    assert d.overlay is None
    d.advance(S).tell(ev.InputPaused(5 * S))
    assert d.overlay is not None


def test_use_in_a_call_counts_though_nothing_is_touched() -> None:
    d = working().holds(Reason.CALL).advance(10 * MIN)
    d.tell(ev.Away(ev.Absence.IDLE, 2 * MIN)).advance(20 * MIN)
    d.tell(ev.Back(ev.Absence.IDLE))
    assert d.state.use_of("pause") == 30 * MIN


def test_a_break_waits_for_a_call_and_comes_once() -> None:
    d = working().holds(Reason.CALL).advance(2 * HOUR).lets_go(Reason.CALL)
    d.advance(11 * S).pauses_typing().advance(10 * MIN)
    assert d.outcomes == ["moved"]
    assert len(d.all_said(e.ShowOverlay)) == 1


def test_a_pause_of_reminders_stops_the_count() -> None:
    d = working().advance(30 * MIN).tell(ev.PauseReminders(HOUR)).advance(HOUR)
    assert d.state.use_of("pause") == 30 * MIN
    assert d.advance(15 * MIN).stage == "early"


def test_a_postponed_break_counts_use_as_well() -> None:
    d = working().advance(50 * MIN).tell(ev.Postpone()).locked(4 * MIN)
    d.advance(4 * MIN + 59 * S)
    assert d.phase == "HeadsUp"
    assert d.advance(S).phase == "Settling"


def test_a_skipped_break_begins_another_count() -> None:
    d = working().advance(48 * MIN).tell(ev.Skip()).advance(44 * MIN)
    assert (d.outcomes, d.strip) == (["skipped"], None)
    assert d.advance(MIN).stage == "early"


def test_an_undone_skip_brings_the_break_back() -> None:
    d = working().advance(48 * MIN).tell(ev.Skip(), ev.UndoSkip())
    assert (d.records, d.stage) == ({}, "last")
    assert d.advance(MIN).phase == "Settling"


def test_every_third_break_is_a_long_one() -> None:
    plan = replace(every(50, 5), long_every=3, long_off_ms=20 * MIN)
    d = evening(plan)
    for _ in range(4):
        d.advance(50 * MIN).pauses_typing()
        while d.overlay is not None:
            d.advance(MIN)
    assert [r.kept_ms // MIN for r in d.records.values()] == [5, 5, 20, 5]


def test_a_short_absence_does_not_take_a_long_break() -> None:
    plan = replace(every(50, 5), long_every=2, long_off_ms=20 * MIN)
    d = (
        evening(plan)
        .advance(50 * MIN)
        .pauses_typing()
        .advance(40 * MIN)
        .locked(6 * MIN)
    )
    d.advance(50 * MIN).pauses_typing().advance(21 * MIN)
    assert [r.kept_ms // MIN for r in d.records.values()] == [5, 6, 20]


def test_a_long_session_counts_as_the_break_of_every_interval() -> None:
    d = evening(every(50, 10), free(at(17, 40), at(18, 10), BREAK))
    d.until(17, 40).pauses_typing().advance(30 * MIN)
    assert d.state.use_of("pause") == 0
    assert d.advance(44 * MIN).strip is None


def test_a_planned_session_takes_a_break_that_is_announced_with_it() -> None:
    d = evening(every(50, 10), free(at(17, 51), at(19)))
    d.advance(53 * MIN)
    assert d.overlay is not None
    d.until(19, 10)
    assert len(d.all_said(e.ShowOverlay)) == 1
    assert [len(r.parts) for r in d.records.values()] == [2]


def test_no_session_means_no_wake_up_while_nobody_is_there() -> None:
    d = working().advance(20 * MIN).tell(ev.Away(ev.Absence.LOCKED))
    assert next_deadline_ms(d.state) is None


def test_a_plan_taken_out_takes_its_announced_break_with_it() -> None:
    d = working().advance(48 * MIN).tell(ev.PlansKnown())
    assert (d.strip, d.state.used_ms) == (None, ())
