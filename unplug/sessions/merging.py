"""Appointments that overlap become one session, so that there is never a second."""

from dataclasses import replace

from unplug.sessions.appointments import Appointment
from unplug.sessions.plan import Strictness
from unplug.sessions.states import Due, DueBy, Quiet, Running, Session
from unplug.sessions.terms import joined
from unplug.sessions.turn import Turn


def absorb(t: Turn, session: Session) -> Session:
    """Join what is due, and what overlaps, into a session that has not begun.

    A stricter appointment is joined only when it is due: it makes nothing stricter
    before its hour.
    """
    for other in t.state.upcoming:
        due = other.start_ms <= t.wall
        ahead = _overlaps(t, other, session) and not _stricter(other, session)
        if other.key in session.keys or not (due or ahead):
            continue
        session = with_part(session, other)
        if session.due.by is DueBy.USE:
            session = replace(session, due=Due(DueBy.WALL, other.start_ms))
    _take_up(t, session)
    return session


def absorb_running(t: Turn, phase: Running) -> Running:
    """Join what is due, and what overlaps, into a running session."""
    for other in t.state.upcoming:
        ends_wall = t.wall + phase.ends_boot_ms - t.boot
        due = other.start_ms <= t.wall
        if other.start_ms > ends_wall or (_stricter(other, phase.session) and not due):
            continue
        most_ms = phase.ends_boot_ms + other.length_ms
        ends_boot = min(t.boot + other.end_ms - t.wall, most_ms)
        phase = replace(
            phase,
            session=with_part(phase.session, other),
            ends_boot_ms=max(phase.ends_boot_ms, ends_boot),
        )
    t.take(phase.session.keys)
    return phase


def absorb_quiet(t: Turn, phase: Quiet) -> Quiet:
    """Join what becomes due while nobody is there into what is due already."""
    for other in t.state.upcoming:
        if other.start_ms > t.wall:
            continue
        phase = replace(
            phase,
            session=with_part(phase.session, other),
            ends_boot_ms=max(phase.ends_boot_ms, t.boot + other.end_ms - t.wall),
        )
    t.take(phase.session.keys)
    return phase


def stricter_soon(t: Turn, phase: Running) -> Appointment | None:
    """What has to be announced although a gentle session runs."""
    if phase.session.terms.strictness is not Strictness.GENTLE:
        return None
    ends_wall = t.wall + phase.ends_boot_ms - t.boot
    for other in t.state.upcoming:
        announced = other.shown_from_ms <= t.wall and other.start_ms <= ends_wall
        if announced and _stricter(other, phase.session):
            return other
    return None


def with_part(session: Session, other: Appointment) -> Session:
    """A session that stands for one more appointment."""
    return replace(
        session,
        parts=(*session.parts, other),
        terms=joined(session.terms, other.terms),
    )


def _stricter(other: Appointment, session: Session) -> bool:
    return other.terms.strictness.rank > session.terms.strictness.rank


def _overlaps(t: Turn, other: Appointment, session: Session) -> bool:
    """Whether the two touch, if the session begins when it is due."""
    if session.due.by is DueBy.USE:
        return False  # that depends on the person
    start_ms = due_wall_ms(t, session)
    end_ms = start_ms + session.length_from(start_ms)
    return other.start_ms <= end_ms and other.end_ms >= start_ms


def due_wall_ms(t: Turn, session: Session) -> int:
    """When a session is due on the wall clock; now, where use is what counts."""
    due = session.due
    if due.by is DueBy.WALL:
        return due.ms
    return t.wall + due.ms - t.boot if due.by is DueBy.BOOT else t.wall


def _take_up(t: Turn, session: Session) -> None:
    """Its appointments are no longer to come, but have not had their turn either."""
    left = tuple(a for a in t.state.upcoming if a.key not in session.keys)
    if left != t.state.upcoming:
        t.put(upcoming=left)
