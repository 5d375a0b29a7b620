"""Plans that change, before a session and in the middle of one."""

from dataclasses import replace

from unplug.sessions.appointments import Appointment
from unplug.sessions.events import PlansKnown
from unplug.sessions.states import (
    Deferred,
    DueBy,
    HeadsUp,
    Planned,
    Running,
    Session,
    Settling,
    with_session,
)
from unplug.sessions.terms import CALL_REASONS, Kind, firmest, joined
from unplug.sessions.turn import Turn, in_order


def plans_known(t: Turn, event: PlansKnown) -> None:
    """Take the plans as they are now.

    A session that has not begun follows its plan; one that runs is only ever made
    stronger, and what weakens it holds from the next one on.
    """
    known = {a.key: a for a in event.appointments}
    plans = {interval.plan for interval in event.intervals}
    used = tuple((plan, ms) for plan, ms in t.state.used_ms if plan in plans)
    breaks = tuple((plan, n) for plan, n in t.state.breaks if plan in plans)
    t.put(intervals=event.intervals, used_ms=used, breaks=breaks)
    phase = t.state.phase
    if isinstance(phase, HeadsUp | Settling | Deferred):
        session = _revised(t, phase.session, known)
        t.go(Planned() if session is None else with_session(phase, session))
    elif isinstance(phase, Running):
        t.go(_strengthened(t, phase, known))
    taken = set(t.state.seen)
    if t.state.session is not None:
        taken |= t.state.session.keys
    coming = [a for a in known.values() if a.key not in taken]
    t.put(upcoming=in_order(coming))


def _revised(
    t: Turn, session: Session, known: dict[str, Appointment]
) -> Session | None:
    """A session as its plans are now; None where nothing of it is left."""
    parts = tuple(
        revised
        for part in session.parts
        if (revised := _part_now(t, part, known)) is not None
    )
    if parts == session.parts:
        return session
    if not parts:
        return None
    terms = parts[0].terms
    for part in parts[1:]:
        terms = joined(terms, part.terms)
    kept_reasons = session.terms.deferring & CALL_REASONS
    terms = replace(terms, deferring=terms.deferring | kept_reasons)
    session = replace(session, parts=parts, terms=terms)
    if session.due.by is not DueBy.WALL:
        return session
    start_ms = min(part.start_ms for part in parts)
    return replace(session, start_ms=start_ms, due=replace(session.due, ms=start_ms))


def _part_now(
    t: Turn, part: Appointment, known: dict[str, Appointment]
) -> Appointment | None:
    """An appointment as its plan is now; None where it was taken out."""
    if part.kind is Kind.ONE_OFF:
        return part
    if part.kind is Kind.INTERVAL:
        left = any(i.plan == part.plan for i in t.state.intervals)
        return part if left else None
    over = part.end_ms <= t.wall or part.key in t.state.seen
    return known.get(part.key, part if over else None)


def _strengthened(t: Turn, phase: Running, known: dict[str, Appointment]) -> Running:
    """A running session after its plan was made stricter or longer."""
    session = phase.session
    ends_boot = phase.ends_boot_ms
    strictness = session.terms.strictness
    parts = []
    for part in session.parts:
        now = known.get(part.key, part)
        strictness = firmest(strictness, now.terms.strictness)
        longer_ms = now.end_ms - part.end_ms
        if now.terms.keeps_end and longer_ms > 0:
            left_ms = min(now.end_ms - t.wall, ends_boot - t.boot + longer_ms)
            ends_boot = max(ends_boot, t.boot + left_ms)
        parts.append(now if longer_ms > 0 else part)
    terms = replace(session.terms, strictness=strictness)
    session = replace(session, parts=tuple(parts), terms=terms)
    return replace(phase, session=session, ends_boot_ms=ends_boot)
