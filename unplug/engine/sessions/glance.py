"""What a glance at the tray tells of sessions, besides the session itself."""

from dataclasses import replace
from datetime import timedelta

from unplug.clock import Clock, Stamp, from_ms
from unplug.engine.snapshot import SessionNow, Snapshot
from unplug.sessions.states import DueBy, HeadsUp, SessionState
from unplug.sessions.turn import absences
from unplug.sessions.wishes import later_ms, undoable


def glanced(snapshot: Snapshot, state: SessionState, clock: Clock) -> Snapshot:
    """The present with what the machine remembers and the tray offers."""
    now = clock.stamp()
    skip = undoable(state, now.wall_ms)
    until = None
    if state.paused_boot_ms is not None:
        left_ms = max(0, state.paused_boot_ms - now.boot_ms)
        until = from_ms(now.wall_ms + left_ms).astimezone(clock.zone())
    return replace(
        snapshot,
        session=_offered(snapshot.session, state, now),
        skipped=None if skip is None else skip.session.terms.title,
        reminders_paused_until=until,
    )


def _offered(
    session: SessionNow | None, state: SessionState, now: Stamp
) -> SessionNow | None:
    if session is None:
        return None
    due_ms = _due_in_ms(state, now)
    return replace(
        session,
        due_in=None if due_ms is None else timedelta(milliseconds=max(0, due_ms)),
        later=timedelta(milliseconds=later_ms(state)),
    )


def _due_in_ms(state: SessionState, now: Stamp) -> int | None:
    """How long until the announced session is due; None: nobody can say."""
    if not isinstance(state.phase, HeadsUp) or state.at is None:
        return None
    session = state.phase.session
    match session.due.by:
        case DueBy.WALL:
            return session.due.ms - now.wall_ms
        case DueBy.BOOT:
            return session.due.ms - now.boot_ms
        case DueBy.USE if not absences(state):
            since_ms = now.boot_ms - state.at.boot_ms
            return session.due.ms - state.use_of(session.interval or "") - since_ms
        case _:
            return None
