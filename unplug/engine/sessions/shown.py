"""What the front-ends show of the session machine's state."""

from collections.abc import Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

from unplug.clock import Stamp, from_ms
from unplug.engine.snapshot import Coming, SessionNow
from unplug.sessions.states import (
    Deferred,
    HeadsUp,
    Quiet,
    Running,
    SessionState,
    Settling,
    reasons,
)

ZoneOf = Callable[[str], ZoneInfo]
"""The zone by whose clock the plan of a uid goes."""

_NAMES = {
    HeadsUp: "announced",
    Settling: "due",
    Deferred: "waiting",
    Running: "running",
    Quiet: "offered",
}


def coming_in(state: SessionState, zone_of: ZoneOf) -> Coming | None:
    """The next planned occurrence that the machine knows, an announced one included."""
    session = state.session
    if session is not None and not isinstance(state.phase, Running | Quiet):
        start_ms, end_ms = session.start_ms, session.end_ms
        plan, title = session.parts[0].plan, session.terms.title
    elif state.upcoming:
        first = state.upcoming[0]
        start_ms, end_ms = first.start_ms, first.end_ms
        plan, title = first.plan, first.terms.title
    else:
        return None
    zone = zone_of(plan)
    return Coming(
        title, from_ms(start_ms).astimezone(zone), from_ms(end_ms).astimezone(zone)
    )


def session_in(state: SessionState, now: Stamp, zone_of: ZoneOf) -> SessionNow | None:
    """The session that is announced, due, running or offered."""
    phase, session = state.phase, state.session
    if session is None:
        return None
    if isinstance(phase, Running):
        began_ms = now.wall_ms - (now.boot_ms - phase.began_boot_ms)
        start_ms = session.began_ms or began_ms
        left_ms = phase.ends_boot_ms - now.boot_ms
    elif isinstance(phase, Quiet):
        start_ms, left_ms = session.start_ms, phase.ends_boot_ms - now.boot_ms
    else:
        start_ms = max(session.start_ms, now.wall_ms)
        left_ms = session.length_from(start_ms)
    end_ms = max(start_ms, now.wall_ms) + max(0, left_ms)
    zone = zone_of(session.parts[0].plan)
    return SessionNow(
        state=_NAMES[type(phase)],
        title=session.terms.title,
        strictness=session.terms.strictness.value,
        start=from_ms(start_ms).astimezone(zone),
        end=from_ms(end_ms).astimezone(zone),
        left=timedelta(milliseconds=max(0, left_ms)),
        why=tuple(sorted(why.value for why in reasons(state, session.terms))),
    )
