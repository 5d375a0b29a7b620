"""The session machine: events and the time in, a new state and effects out.

It is pure: it reads no clock, touches no disk and starts no timer. Appointments are
made on the wall clock; whatever has begun is measured on the boot clock, so nobody who
sets the clock makes a session longer or shorter.

The engine stores the state, and the records among the effects, in one transaction
whenever a step had effects (and when it named plans), and then carries the effects
out. After a restart it calls ``resume``.
"""

from typing import NamedTuple

from unplug.clock import Stamp
from unplug.sessions import noticing, presence, wishes
from unplug.sessions.coming import announce, go_on, sweep
from unplug.sessions.deadlines import next_deadline_ms
from unplug.sessions.effects import AskFeeling, Effect
from unplug.sessions.events import (
    AfterThisCall,
    Away,
    Back,
    Begin,
    EndEarly,
    Event,
    Felt,
    Held,
    Input,
    InputPaused,
    MonitorsChanged,
    NeedComputer,
    OverlayFreed,
    PauseReminders,
    PlansKnown,
    Postpone,
    ResumeReminders,
    RulesSet,
    Skip,
    StayAfterAll,
    Tick,
    UndoSkip,
    UnplugNow,
)
from unplug.sessions.finishing import finish_quiet
from unplug.sessions.merging import absorb_quiet
from unplug.sessions.planning import plans_known
from unplug.sessions.resuming import take_up
from unplug.sessions.rules import AFTERWARDS_MS, Rules
from unplug.sessions.running import run
from unplug.sessions.states import (
    Deferred,
    Ended,
    HeadsUp,
    Planned,
    Quiet,
    Running,
    SessionState,
    Settling,
)
from unplug.sessions.turn import Turn
from unplug.sessions.views import View, changes, view

__all__ = ["Step", "asked_from_ms", "initial", "next_deadline_ms", "resume", "step"]

TELLING = Held | PlansKnown | RulesSet | Away | Back
"""Events that say how things are: they are known before time does its part."""


class Step(NamedTuple):
    """What a step comes to."""

    state: SessionState
    effects: tuple[Effect, ...]


def initial(rules: Rules | None = None) -> SessionState:
    """Nothing is known yet."""
    return SessionState(rules=rules or Rules())


def asked_from_ms(state: SessionState, now: Stamp) -> int:
    """From when on, wall clock, the engine should name appointments."""
    return now.wall_ms if state.at is None else min(state.at.wall_ms, now.wall_ms)


def step(state: SessionState, event: Event, now: Stamp) -> Step:
    """Take one event in.

    Args:
        state: what was remembered.
        event: what happened.
        now: when, on all three clocks.
    """
    t = Turn(state, now)
    presence.advance(t)
    if isinstance(event, TELLING):
        _take(t, event)
        _move_on(t)
    else:
        _move_on(t)
        _take(t, event)
        _move_on(t)
    return Step(t.state, (*t.effects, *changes(view(state), view(t.state))))


def resume(
    state: SessionState,
    now: Stamp,
    *,
    same_boot: bool | None = None,
    alive: Stamp | None = None,
) -> Step:
    """Go on after a restart, a crash, a logout or a reboot.

    What is shown and in force is said anew, and do-not-disturb is said to be off
    where it should be: a crash may have left it on.

    Args:
        state: what was stored last.
        now: when, on all three clocks.
        same_boot: whether the machine ran on in between; None where nobody knows.
        alive: when unplug was last seen running, on the clocks of that time, where
            that is known better than by the stored state.
    """
    t = Turn(state, now)
    take_up(t, same_boot=same_boot, alive=alive)
    _move_on(t)
    after = view(t.state)
    in_force = View(do_not_disturb=not after.do_not_disturb, offline=not after.offline)
    return Step(t.state, (*t.effects, *changes(in_force, after)))


def _move_on(t: Turn) -> None:
    """Let time do what is due, until nothing is left to do."""
    if t.state.paused_boot_ms is not None and t.boot >= t.state.paused_boot_ms:
        t.put(paused_boot_ms=None)
    sweep(t)
    while _moved(t):
        pass


def _moved(t: Turn) -> bool:
    """Make one move, if one is due."""
    phase = t.state.phase
    match phase:
        case Planned():
            return announce(t)
        case HeadsUp() | Settling() | Deferred():
            return go_on(t, phase)
        case Running():
            return run(t, phase)
        case Quiet():
            return _stay_quiet(t, phase)
        case Ended():
            return _linger(t, phase)


def _stay_quiet(t: Turn, phase: Quiet) -> bool:
    """Let an offered session pass, or make room for the next one."""
    shown = any(a.shown_from_ms <= t.wall for a in t.state.upcoming)
    if t.boot >= phase.ends_boot_ms or (shown and not t.absent):
        finish_quiet(t, phase)
        return True
    longer = absorb_quiet(t, phase)
    if longer == phase:
        return False
    t.go(longer)
    return True


def _linger(t: Turn, phase: Ended) -> bool:
    """Ask how it felt once somebody is there; a new session comes first."""
    if announce(t):
        return True
    if t.boot >= phase.until_boot_ms:
        t.go(Planned())
        return True
    if phase.asked or t.absent:
        return False
    t.say(AskFeeling(phase.record.id, phase.record.person))
    t.go(Ended(phase.record, t.boot + AFTERWARDS_MS, asked=True))
    return True


def _take(t: Turn, event: Event) -> None:  # noqa: C901, PLR0912  (one line for each kind of event)
    """Do what an event asks for."""
    match event:
        case Tick():
            pass
        case PlansKnown():
            plans_known(t, event)
        case RulesSet(rules):
            t.put(rules=rules)
        case Held():
            presence.held(t, event)
        case Away():
            presence.left(t, event)
        case Back():
            presence.came_back(t, event)
        case InputPaused(for_ms):
            noticing.typing_paused(t, for_ms)
        case Input():
            noticing.input_came(t)
        case Begin():
            wishes.begin_now(t)
        case Postpone():
            wishes.postpone(t, event)
        case AfterThisCall():
            wishes.after_this_call(t)
        case Skip():
            wishes.skip(t)
        case UndoSkip():
            wishes.undo_skip(t)
        case UnplugNow():
            wishes.unplug_now(t, event)
        case EndEarly():
            wishes.end_early(t, event)
        case NeedComputer():
            wishes.need_computer(t)
        case StayAfterAll():
            wishes.stay(t)
        case PauseReminders():
            wishes.pause_reminders(t, event)
        case ResumeReminders():
            t.put(paused_boot_ms=None)
        case Felt():
            noticing.felt(t, event)
        case MonitorsChanged():
            noticing.monitors_changed(t)
        case OverlayFreed():
            noticing.overlay_freed(t)
