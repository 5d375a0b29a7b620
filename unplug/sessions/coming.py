"""From plans to a session: announced, settling, held back, or offered on return."""

from dataclasses import replace

from unplug.sessions.appointments import Appointment, Interval
from unplug.sessions.finishing import (
    finish,
    finish_giving_way,
    finish_missed,
    session_of,
)
from unplug.sessions.history import Outcome
from unplug.sessions.merging import absorb, due_wall_ms
from unplug.sessions.rules import (
    CLEAR_MS,
    DEFER_MAX_MS,
    LATE_MS,
    NOTICE_MS,
    SETTLE_MAX_MS,
)
from unplug.sessions.running import begin
from unplug.sessions.states import (
    Deferred,
    Due,
    DueBy,
    HeadsUp,
    Pending,
    Planned,
    Quiet,
    Session,
    Settling,
    next_off_ms,
    reasons,
)
from unplug.sessions.terms import UNSEEN, Kind, Reason
from unplug.sessions.turn import Turn


def sweep(t: Turn) -> None:
    """Record the appointments whose time is over without a session."""
    for over in [a for a in t.state.upcoming if a.end_ms <= t.wall]:
        phase = t.state.phase
        finish_missed(t, session_of(over))
        t.go(phase)


def announce(t: Turn) -> bool:
    """Take up the next appointment whose heads-up has come; whether there was one."""
    shown = [a for a in t.state.upcoming if a.shown_from_ms <= t.wall]
    if not shown:
        return _announce_interval(t)
    session = absorb(t, session_of(shown[0]))
    late_ms = t.wall - session.start_ms
    if late_ms > LATE_MS or (late_ms >= 0 and (t.absent or t.returned)):
        offer(t, session, session.start_ms)
    else:
        t.go(HeadsUp(session))
    return True


def _announce_interval(t: Turn) -> bool:
    """Announce the break that use has nearly earned, the longest first."""
    if t.absent or t.state.paused_boot_ms is not None:
        return False
    for interval in sorted(t.state.intervals, key=lambda i: -next_off_ms(t.state, i)):
        left_ms = interval.use_ms - t.state.use_of(interval.plan)
        if left_ms <= interval.terms.heads_up_ms[0]:
            t.go(HeadsUp(_session_by_use(t, interval, max(0, left_ms))))
            return True
    return False


def _session_by_use(t: Turn, interval: Interval, left_ms: int) -> Session:
    start_ms = t.wall + left_ms
    part = Appointment(
        plan=interval.plan,
        nominal=f"use:{t.wall}.{t.boot}",
        start_ms=start_ms,
        end_ms=start_ms + next_off_ms(t.state, interval),
        terms=interval.terms,
        kind=Kind.INTERVAL,
    )
    return replace(session_of(part), due=Due(DueBy.USE, interval.use_ms))


def offer(t: Turn, session: Session, since_ms: int) -> None:
    """Its time has come while nobody was there: offer it, but do not begin it.

    Args:
        t: the turn.
        session: what is due.
        since_ms: from when its time counts, wall clock.
    """
    if session.due.by is DueBy.USE:
        t.go(HeadsUp(session))  # the countdown waits for the return
        return
    away_from, away_to = t.absence or (t.wall, t.wall)
    kept_ms = session.kept_ms + max(0, away_to - max(away_from, since_ms))
    kept_ms = min(kept_ms, session.meant_ms)
    left_ms = session.length_from(since_ms) - (t.wall - since_ms)
    if left_ms > 0:
        t.take(session.keys)
        quiet = replace(session, kept_ms=kept_ms, noticed_boot_ms=None)
        t.go(Quiet(quiet, t.boot + left_ms))
    else:
        outcome = Outcome.KEPT_AWAY if kept_ms else Outcome.UNSEEN
        finish(t, session, outcome, kept_ms=kept_ms)


def go_on(t: Turn, phase: Pending) -> bool:
    """Move a session that has not begun; whether it moved."""
    if _too_early(t, phase.session) or _another_first(t, phase):
        t.give_back(phase.session.parts)
        t.go(Planned())
        return True
    session = _notice(t, absorb(t, phase.session))
    if session is not phase.session:
        phase = replace(phase, session=session)
        t.go(phase)
    match phase:
        case HeadsUp():
            return _heads_up(t, phase.session)
        case Settling():
            return _settling(t, phase)
        case Deferred():
            return _deferred(t, phase)


def wait(t: Turn, session: Session, why: frozenset[Reason]) -> None:
    """Something holds it back."""
    since = t.boot if session.waiting_boot_ms is None else session.waiting_boot_ms
    waited_for = session.waited_for | why
    waiting = replace(session, waited_for=waited_for, waiting_boot_ms=since)
    t.go(Deferred(waiting))


def _heads_up(t: Turn, session: Session) -> bool:
    if _over_unbegun(t, session):
        finish_missed(t, session)
        return True
    by_use = session.due.by is DueBy.USE
    nobody = t.absent or t.returned
    if due_in_ms(t, session) > 0 or (nobody and by_use):
        return False
    if nobody:
        offer(t, session, due_wall_ms(t, session))
    elif why := reasons(t.state, session.terms):
        wait(t, session, why)
    elif _noticed(t, session):
        t.go(Settling(session, t.boot + SETTLE_MAX_MS))
    else:
        return False
    return True


def _settling(t: Turn, phase: Settling) -> bool:
    if t.absent or t.returned:
        offer(t, phase.session, _absent_since(t))
    elif why := reasons(t.state, phase.session.terms):
        wait(t, phase.session, why)
    elif t.boot >= phase.until_boot_ms:
        begin(t, phase.session)
    else:
        return False
    return True


def _deferred(t: Turn, phase: Deferred) -> bool:
    session = phase.session
    if _given_up(t, session):
        finish_giving_way(t, session)
        return True
    if why := reasons(t.state, session.terms):
        before = t.state.phase
        wait(t, session, why)
        return t.state.phase != before
    back = t.state.returned_boot_ms
    if t.absent or t.returned or (back is not None and t.boot - back < NOTICE_MS):
        offer(t, session, _absent_since(t))
        return True
    if phase.clear_boot_ms is None:
        t.go(replace(phase, clear_boot_ms=t.boot))
        return True
    if t.boot - phase.clear_boot_ms < CLEAR_MS or not _noticed(t, session):
        return False
    t.go(Settling(session, t.boot + SETTLE_MAX_MS))
    return True


def due_in_ms(t: Turn, session: Session) -> int:
    """How long until a session is due; in use where use is what counts."""
    due = session.due
    if due.by is DueBy.WALL:
        return due.ms - t.wall
    if due.by is DueBy.BOOT:
        return due.ms - t.boot
    return due.ms - t.state.use_of(session.interval or "")


def _absent_since(t: Turn) -> int:
    """When the absence began that has just ended; now where there was none."""
    return t.absence[0] if t.absence is not None else t.wall


def _notice(t: Turn, session: Session) -> Session:
    """Keep track of since when its strip can be seen by somebody."""
    hidden = t.absent or bool(reasons(t.state, session.terms) & UNSEEN)
    if hidden:
        return replace(session, noticed_boot_ms=None)
    if session.noticed_boot_ms is None or t.returned:
        return replace(session, noticed_boot_ms=t.boot)
    return session


def _noticed(t: Turn, session: Session) -> bool:
    since = session.noticed_boot_ms
    return since is not None and t.boot - since >= NOTICE_MS


def _too_early(t: Turn, session: Session) -> bool:
    """Whether the clock was set back to before its heads-up."""
    by_wall = session.due.by is DueBy.WALL
    return by_wall and session.due.ms - t.wall > session.terms.heads_up_ms[0]


def _another_first(t: Turn, phase: Pending) -> bool:
    """Whether something shorter is announced that starts before."""
    session = phase.session
    if not isinstance(phase, HeadsUp) or session.due.by is not DueBy.WALL:
        return False
    return any(
        a.start_ms < session.due.ms and a.shown_from_ms <= t.wall
        for a in t.state.upcoming
    )


def _over_unbegun(t: Turn, session: Session) -> bool:
    """Whether an announced session's time is over."""
    if session.due.by is DueBy.WALL:
        return session.end_ms <= t.wall
    return session.length_from(t.wall) <= 0


def _given_up(t: Turn, session: Session) -> bool:
    """Whether what it waits for has outlasted it."""
    since = t.boot if session.waiting_boot_ms is None else session.waiting_boot_ms
    if t.boot - since >= max(session.meant_ms, DEFER_MAX_MS):
        return True
    by_hour = any(part.terms.keeps_end for part in session.parts)
    return session.end_ms <= t.wall and (by_hour or Reason.PAUSED in session.waited_for)
