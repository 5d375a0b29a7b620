"""What a person asks for, and what comes of it."""

from dataclasses import replace

from unplug.sessions.appointments import LONGEST_MS, Appointment
from unplug.sessions.coming import due_in_ms
from unplug.sessions.effects import Refusal, Refused, RetractHistory
from unplug.sessions.events import EndEarly, PauseReminders, Postpone, UnplugNow
from unplug.sessions.finishing import finish, finish_early, session_of
from unplug.sessions.history import Outcome
from unplug.sessions.merging import with_part
from unplug.sessions.quotas import counts, left_this_week, recent
from unplug.sessions.rules import NOTICE_MS, PAUSE_MAX_MS, SKIPS_KEPT, WORTH_MS
from unplug.sessions.running import begin, begin_offered, leave
from unplug.sessions.states import (
    Deferred,
    Due,
    DueBy,
    HeadsUp,
    Leaving,
    Planned,
    Quiet,
    Running,
    Session,
    SessionState,
    Settling,
    Skipped,
    with_session,
)
from unplug.sessions.terms import CALL_REASONS, DAY, Kind
from unplug.sessions.turn import Turn

UNBEGUN = HeadsUp | Settling | Deferred | Quiet


def begin_now(t: Turn) -> None:
    """Begin what is announced, held back or offered."""
    phase = t.state.phase
    if isinstance(phase, Quiet):
        begin_offered(t, phase)
    elif isinstance(phase, UNBEGUN):
        begin(t, phase.session)
    else:
        _refuse_unbegun(t)


def postpone(t: Turn, event: Postpone) -> None:
    """Move the session that is announced, each time by a little less."""
    phase = t.state.phase
    if not isinstance(phase, UNBEGUN):
        _refuse_unbegun(t)
        return
    session = phase.session
    offered_ms = later_ms(t.state)
    if not offered_ms:
        t.say(Refused(Refusal.NO_POSTPONING_LEFT))
        return
    by_ms = min(event.by_ms or offered_ms, offered_ms)
    if by_ms <= 0:
        t.say(Refused(Refusal.NO_LENGTH))
        return
    in_ms = by_ms + (max(0, due_in_ms(t, session)) if isinstance(phase, HeadsUp) else 0)
    if session.length_from(t.wall + in_ms) < WORTH_MS:
        t.say(Refused(Refusal.NO_TIME_LEFT))
        return
    if session.due.by is DueBy.USE:
        due = Due(DueBy.USE, t.state.use_of(session.interval or "") + in_ms)
    else:
        due = Due(DueBy.BOOT, t.boot + in_ms)
    moved = replace(session, due=due, postponed=session.postponed + 1)
    t.go(HeadsUp(replace(moved, waiting_boot_ms=None)))


def later_ms(state: SessionState) -> int:
    """By how much the present session may be postponed; 0: not any more."""
    session = state.session
    steps = state.rules.postpone_ms
    if session is None or session.postponed >= len(steps):
        return 0
    return steps[session.postponed]


def after_this_call(t: Turn) -> None:
    """Let the announced session wait for the end of the call."""
    phase = t.state.phase
    if not isinstance(phase, HeadsUp | Settling | Deferred):
        _refuse_unbegun(t)
        return
    terms = phase.session.terms
    terms = replace(terms, deferring=terms.deferring | CALL_REASONS)
    t.go(with_session(phase, replace(phase.session, terms=terms)))


def skip(t: Turn) -> None:
    """Let the announced session pass, or else the next one within a day."""
    phase = t.state.phase
    if isinstance(phase, UNBEGUN):
        session = phase.session
    elif isinstance(phase, Running):
        t.say(Refused(Refusal.RUNS_ALREADY))
        return
    elif t.state.upcoming and t.state.upcoming[0].start_ms - t.wall <= DAY:
        session = session_of(t.state.upcoming[0])
    else:
        t.say(Refused(Refusal.NOTHING_PLANNED))
        return
    if counts(session.terms):
        taken = recent(t.state.skips_ms, t.wall)
        if not left_this_week(taken, t.state.rules.skips_a_week, t.wall):
            t.say(Refused(Refusal.NO_SKIP_LEFT))
            return
        t.put(skips_ms=(*taken, t.wall))
    if session.began_ms is not None:  # it ran gently, before something firmer
        finish(t, session, Outcome.ENDED_EARLY, kept_ms=session.kept_ms)
        return
    skipped = (*t.state.skipped, Skipped(session, t.wall))[-SKIPS_KEPT:]
    t.put(skipped=skipped)
    finish(t, session, Outcome.SKIPPED, kept_ms=session.kept_ms)


def undo_skip(t: Turn) -> None:
    """Take the last skip back, while there is still something of it to come."""
    last = undoable(t.state, t.wall)
    if last is None:
        t.say(Refused(Refusal.NOTHING_SKIPPED))
        return
    session = last.session
    skips = list(t.state.skips_ms)
    if last.at_ms in skips:
        skips.remove(last.at_ms)
    parts = tuple(p for p in session.parts if p.end_ms > t.wall and _by_hour(p))
    t.put(
        skipped=tuple(s for s in t.state.skipped if s is not last),
        skips_ms=tuple(skips),
        seen=tuple(key for key in t.state.seen if key not in session.keys),
    )
    t.give_back(parts)
    t.say(RetractHistory(session.id))
    if session.interval and isinstance(t.state.phase, Planned):
        used = dict(t.state.used_ms)
        used[session.interval] = max(0, session.due.ms - NOTICE_MS)
        t.put(used_ms=tuple(used.items()))


def undoable(state: SessionState, wall_ms: int) -> Skipped | None:
    """The last skip of which there is still something to come."""
    mine = [s for s in state.skipped if _can_come(state, s.session, wall_ms)]
    return mine[-1] if mine else None


def _by_hour(part: Appointment) -> bool:
    return part.kind in (Kind.PLANNED, Kind.WIND_DOWN)


def _can_come(state: SessionState, session: Session, wall_ms: int) -> bool:
    if session.interval:
        return any(i.plan == session.interval for i in state.intervals)
    return any(p.end_ms > wall_ms and _by_hour(p) for p in session.parts)


def unplug_now(t: Turn, event: UnplugNow) -> None:
    """Begin a session on the spot; what runs or is due already becomes part of it."""
    until_ms = t.wall if event.until_ms is None else event.until_ms
    length_ms = until_ms - t.wall if event.for_ms is None else event.for_ms
    if not WORTH_MS <= length_ms <= LONGEST_MS:
        t.say(Refused(Refusal.NO_LENGTH))
        return
    part = Appointment(
        plan="",
        nominal=f"now:{t.wall}.{t.boot}",
        start_ms=t.wall,
        end_ms=t.wall + length_ms,
        terms=replace(event.terms, keeps_end=False),
        kind=Kind.ONE_OFF,
    )
    phase = t.state.phase
    if isinstance(phase, Running):
        ends_boot = max(phase.ends_boot_ms, t.boot + length_ms)
        session = with_part(phase.session, part)
        t.go(replace(phase, session=session, ends_boot_ms=ends_boot, leaving=None))
        return
    if isinstance(phase, HeadsUp) and due_in_ms(t, phase.session) > length_ms:
        t.give_back(tuple(p for p in phase.session.parts if _by_hour(p)))
        phase = Planned()
    if isinstance(phase, UNBEGUN):
        begin(t, with_part(phase.session, part))
    else:
        begin(t, session_of(part))


def end_early(t: Turn, event: EndEarly) -> None:
    """End the running session: one slow breath, a reason, and one of the quota."""
    phase = t.state.phase
    if not isinstance(phase, Running):
        t.say(Refused(Refusal.NOTHING_RUNS))
    elif not counts(phase.session.terms):
        finish_early(t, phase, event.reason)
    elif not exits_left(t.state, t.wall):
        t.say(Refused(Refusal.NO_EXIT_LEFT))
    else:
        leave(t, phase, Leaving.EARLY, event.reason)


def exits_left(state: SessionState, now_ms: int) -> int:
    """How many early ends are left this week."""
    return left_this_week(state.exits_ms, state.rules.exits_a_week, now_ms)


def need_computer(t: Turn) -> None:
    """The way out that is always there."""
    phase = t.state.phase
    if isinstance(phase, Running):
        leave(t, phase, Leaving.NEED)
    else:
        t.say(Refused(Refusal.NOTHING_RUNS))


def stay(t: Turn) -> None:
    """Take back the wish to leave."""
    if isinstance(t.state.phase, Running):
        t.go(replace(t.state.phase, leaving=None, reason=""))


def pause_reminders(t: Turn, event: PauseReminders) -> None:
    """Pause all reminders; the pause ends by itself."""
    if event.for_ms <= 0:
        t.say(Refused(Refusal.NO_LENGTH))
        return
    t.put(paused_boot_ms=t.boot + min(event.for_ms, PAUSE_MAX_MS))


def _refuse_unbegun(t: Turn) -> None:
    runs = isinstance(t.state.phase, Running)
    t.say(Refused(Refusal.RUNS_ALREADY if runs else Refusal.NOTHING_PLANNED))
