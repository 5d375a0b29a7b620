"""When time alone changes something."""

from collections.abc import Iterator

from unplug.clock import Stamp
from unplug.sessions.rules import (
    BREATH_MS,
    CLEAR_MS,
    DEFER_MAX_MS,
    LEAVE_MAX_MS,
    NOTICE_MS,
    RECHECK_MS,
    RECHECK_WITHIN_MS,
)
from unplug.sessions.states import (
    Deferred,
    DueBy,
    Ended,
    HeadsUp,
    Planned,
    Quiet,
    Running,
    Session,
    SessionState,
    Settling,
)
from unplug.sessions.turn import absences


def next_deadline_ms(state: SessionState) -> int | None:
    """When a ``Tick`` is wanted, in milliseconds after ``state.at``; None: never.

    A tick is also wanted when the machine wakes up and when the clock is set: the
    wait is measured in real time, and appointments are made on the wall clock.
    """
    first = next_change_ms(state)
    if first is None:
        return None
    return min(first, RECHECK_MS) if first <= RECHECK_WITHIN_MS else first


def next_change_ms(state: SessionState) -> int | None:
    """When time alone does something, in milliseconds after ``state.at``; None: never.

    Enough where every sleep is heard of; otherwise take ``next_deadline_ms``.
    """
    if state.at is None:
        return None
    return min((wait for wait in _waits(state, state.at) if wait > 0), default=None)


def _waits(state: SessionState, at: Stamp) -> Iterator[int]:
    """How long until each of the things that time alone will do; past ones too."""
    if state.paused_boot_ms is not None:
        yield state.paused_boot_ms - at.boot_ms
    phase = state.phase
    match phase:
        case Planned():
            yield from _announcements(state, at)
        case Ended():
            yield from _announcements(state, at)
            yield phase.until_boot_ms - at.boot_ms
        case HeadsUp() | Settling() | Deferred():
            yield from _starts(state, at)
            yield from _unbegun(state, at)
        case Running():
            yield from _starts(state, at)
            yield from _running(phase, at)
        case Quiet():
            yield phase.ends_boot_ms - at.boot_ms
            yield from _announcements(state, at)


def _starts(state: SessionState, at: Stamp) -> Iterator[int]:
    for coming in state.upcoming:
        yield coming.shown_from_ms - at.wall_ms
        yield coming.start_ms - at.wall_ms


def _announcements(state: SessionState, at: Stamp) -> Iterator[int]:
    yield from _starts(state, at)
    if absences(state) or state.paused_boot_ms is not None:
        return  # use does not grow
    for interval in state.intervals:
        left_ms = interval.use_ms - state.use_of(interval.plan)
        yield left_ms - interval.terms.heads_up_ms[0]


def _unbegun(state: SessionState, at: Stamp) -> Iterator[int]:
    phase = state.phase
    session = state.session
    if session is None:
        return
    if session.noticed_boot_ms is not None:
        yield session.noticed_boot_ms + NOTICE_MS - at.boot_ms
    if isinstance(phase, HeadsUp):
        yield from _due(state, session, at)
    elif isinstance(phase, Settling):
        yield phase.until_boot_ms - at.boot_ms
    elif isinstance(phase, Deferred):
        since = session.waiting_boot_ms or 0
        yield since + max(session.meant_ms, DEFER_MAX_MS) - at.boot_ms
        yield session.end_ms - at.wall_ms
        if phase.clear_boot_ms is not None:
            yield phase.clear_boot_ms + CLEAR_MS - at.boot_ms


def _due(state: SessionState, session: Session, at: Stamp) -> Iterator[int]:
    due = session.due
    if due.by is DueBy.WALL:
        left_ms = due.ms - at.wall_ms
        yield session.end_ms - at.wall_ms
    elif due.by is DueBy.BOOT:
        left_ms = due.ms - at.boot_ms
        yield session.end_ms - at.wall_ms
    elif absences(state) or state.paused_boot_ms is not None:
        return  # the countdown waits
    else:
        left_ms = due.ms - state.use_of(session.interval or "")
    yield left_ms
    yield left_ms - session.terms.heads_up_ms[-1]


def _running(phase: Running, at: Stamp) -> Iterator[int]:
    yield phase.ends_boot_ms - at.boot_ms
    if phase.half_boot_ms is not None:
        yield phase.half_boot_ms - at.boot_ms
    if phase.dim_boot_ms is not None:
        yield phase.dim_boot_ms - at.boot_ms
    if phase.leaving is not None:
        yield phase.asked_boot_ms + BREATH_MS - at.boot_ms
        yield phase.asked_boot_ms + LEAVE_MAX_MS - at.boot_ms
