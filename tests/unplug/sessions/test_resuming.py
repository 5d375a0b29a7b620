"""Restart, crash, logout and reboot, in every state."""

from collections.abc import Callable

import pytest

from tests.unplug.sessions.evening import (
    BREAK,
    FIRM,
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
from unplug.sessions.machine import asked_from_ms, initial
from unplug.sessions.terms import Reason, Terms


def tonight(terms: Terms = FIRM) -> Evening:
    return evening(free(at(18), at(20), terms))


STATES: dict[str, Callable[[], Evening]] = {
    "planned": tonight,
    "announced": lambda: tonight().until(17, 57),
    "settling": lambda: tonight().until(18, 1),
    "deferred": lambda: tonight().holds(Reason.CALL).until(18, 20),
    "postponed": lambda: tonight().until(18).tell(ev.Postpone()),
    "running": lambda: tonight().until(18, 30),
    "gentle": lambda: tonight(Terms()).until(18, 30),
    "leaving": lambda: tonight().until(18, 30).tell(ev.EndEarly("x")),
    "offered": lambda: tonight().sleep(90 * MIN),
    "ended": lambda: tonight().until(20, 1),
    "counting": lambda: evening(every(50, 10)).advance(48 * MIN),
    "paused": lambda: tonight().tell(ev.PauseReminders(HOUR)),
    "nothing": evening,
}
SAME = {
    "planned": "Planned",
    "announced": "HeadsUp",
    "settling": "Deferred",
    "deferred": "Deferred",
    "postponed": "HeadsUp",
    "running": "Running",
    "gentle": "Running",
    "leaving": "Running",
    "offered": "Quiet",
    "ended": "Ended",
    "counting": "HeadsUp",
    "paused": "Planned",
    "nothing": "Planned",
}


@pytest.mark.parametrize("name", STATES)
def test_after_a_crash_it_is_where_it_was(name: str) -> None:
    d = STATES[name]()
    shown = d.overlay is not None
    d.dies().advance(S).restarts()
    assert d.phase == SAME[name]
    assert (d.overlay is not None) == shown
    assert d.quiet_notifications == (d.phase == "Running")


@pytest.mark.parametrize("name", STATES)
def test_do_not_disturb_is_restored_whatever_the_crash_left(name: str) -> None:
    d = STATES[name]().dies()
    d.quiet_notifications = True
    d.restarts()
    assert d.quiet_notifications == (d.phase == "Running")


@pytest.mark.parametrize("name", STATES)
def test_a_day_later_nothing_shows_and_everything_is_recorded_once(name: str) -> None:
    d = STATES[name]()
    before = {key: r.outcome for key, r in d.records.items()}
    d.reboots(24 * HOUR)
    assert (d.overlay, d.quiet_notifications) == (None, False)
    appointments = [p for r in d.records.values() for p in r.parts]
    assert len(appointments) == len(set(appointments)) <= 1
    assert before.items() <= {k: r.outcome for k, r in d.records.items()}.items()


@pytest.mark.parametrize("name", STATES)
def test_a_reboot_is_told_from_a_restart_by_the_clocks(name: str) -> None:
    d = STATES[name]()
    d.reboots(5 * MIN)
    assert d.state.at == d.clock.stamp()
    assert d.advance(4 * HOUR).overlay is None


def test_a_running_session_goes_on_where_it_was_without_announcing_itself() -> None:
    d = tonight().until(18, 30).dies().advance(MIN).restarts()
    assert d.overlay is not None
    d.until(20, 1)
    assert [a.moment.value for a in d.all_said(e.Announce)] == ["start", "half", "end"]
    assert d.when(e.HideOverlay) == [at(20)]
    assert d.record.kept_ms == 118 * MIN - MIN  # the screen was free for a minute


def test_a_session_that_ended_while_the_machine_was_off_was_kept_away() -> None:
    d = tonight().until(18, 30)
    d.reboots(3 * HOUR)
    assert (d.overlay, d.outcomes) == (None, ["kept away"])
    assert d.record.kept_ms == 118 * MIN


def test_a_session_that_ended_while_unplug_did_not_run_says_what_it_saw() -> None:
    d = tonight().until(18, 30).dies().advance(3 * HOUR).restarts()
    assert (d.overlay, d.outcomes) == (None, ["unseen"])
    assert d.record.kept_ms == 28 * MIN


def test_a_session_cut_by_a_reboot_still_ends_at_its_hour() -> None:
    d = tonight().until(18, 30)
    d.reboots(5 * MIN)
    assert d.overlay is not None
    d.until(20, 1)
    assert d.when(e.HideOverlay) == [at(20)]
    assert d.outcomes == ["kept"]


def test_a_clock_set_back_over_a_reboot_makes_no_session_longer() -> None:
    d = tonight().until(18, 30)
    d.reboots(-48 * HOUR)
    d.advance(91 * MIN)
    assert d.overlay is None


def test_starting_in_the_middle_of_a_planned_session_only_offers_it() -> None:
    d = tonight().until(17, 30)
    d.reboots(HOUR)
    assert (d.stage, d.overlay) == ("offered", None)
    d.until(20, 1)
    assert d.all_said(e.ShowOverlay) == []
    assert d.record.outcome.value == "kept away"


def test_what_was_missed_while_unplug_did_not_run_is_not_called_kept() -> None:
    d = tonight().dies().advance(5 * HOUR).restarts()
    assert d.outcomes == ["unseen"]


def test_after_a_crash_in_a_call_the_sensors_speak_first() -> None:
    d = tonight().holds(Reason.CALL).until(18, 20).dies().advance(S).restarts()
    d.advance(S).holds(Reason.CALL).until(19)
    assert (d.phase, d.all_said(e.ShowOverlay)) == ("Deferred", [])
    assert d.lets_go(Reason.CALL).advance(5 * MIN).overlay is not None


def test_a_pause_of_reminders_survives_a_restart_and_still_ends() -> None:
    d = evening().tell(ev.PauseReminders(HOUR)).dies().advance(30 * MIN).restarts()
    assert d.advance(29 * MIN).tell(ev.Tick()).state.paused_boot_ms is not None
    assert d.advance(MIN).tell(ev.Tick()).state.paused_boot_ms is None


def test_a_pause_of_reminders_ends_over_a_reboot_too() -> None:
    d = evening().tell(ev.PauseReminders(HOUR))
    d.reboots(50 * MIN)
    d.advance(10 * MIN).tell(ev.Tick())
    assert d.state.paused_boot_ms is None


def test_a_break_is_not_due_right_after_a_long_time_off() -> None:
    d = evening(every(50, 10)).advance(48 * MIN)
    d.reboots(HOUR)
    assert (d.strip, d.state.use_of("pause")) == (None, 0)


def test_a_short_break_missed_by_a_restart_is_not_doubled() -> None:
    plan = free(at(18), at(18, 10), BREAK)
    d = evening(plan).until(18, 20).dies().restarts()
    d.tell(ev.PlansKnown((plan,))).until(19)
    assert len(d.all_said(e.ShowOverlay)) == 1


def test_the_engine_asks_for_plans_from_when_it_was_last_seen() -> None:
    d = tonight()
    clock = d.clock
    seen = clock.stamp().wall_ms
    assert asked_from_ms(initial(), clock.stamp()) == seen
    assert asked_from_ms(d.state, clock.advance(HOUR)) == seen
    assert asked_from_ms(d.state, clock.step(-5 * HOUR)) == seen - 4 * HOUR
