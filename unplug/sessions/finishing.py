"""The end of a session, whichever way it comes, and what is remembered of it."""

from unplug.sessions.appointments import Appointment
from unplug.sessions.effects import Announce, Moment, RecordHistory, TellGroup
from unplug.sessions.history import Outcome, Part, Record
from unplug.sessions.plan import Strictness
from unplug.sessions.rules import ASK_WITHIN_MS, KEPT_MIN_MS
from unplug.sessions.states import (
    Due,
    DueBy,
    Ended,
    Planned,
    Quiet,
    Running,
    Session,
    next_off_ms,
)
from unplug.sessions.terms import Kind
from unplug.sessions.turn import Turn

NEEDED = "needed the computer"
HALF = 2


def finish(
    t: Turn, session: Session, outcome: Outcome, *, kept_ms: int = 0, why: str = ""
) -> Record:
    """End a session: it is recorded, and its appointments do not come again."""
    record = _record(session, outcome, kept_ms, why)
    t.take(session.keys)
    t.say(RecordHistory(record))
    if session.terms.share and session.terms.strictness is Strictness.PROMISE:
        t.say(TellGroup(record.id, outcome, record.kept_ms, record.meant_ms))
    _reset(t, {part.plan for part in session.parts}, kept_ms)
    t.put(phase=Planned(), here_boot_ms=t.boot)
    return record


def finish_running(t: Turn, phase: Running, *, asleep: bool) -> None:
    """A session ran to its end."""
    session = phase.session
    kept_ms = session.kept_ms + phase.ends_boot_ms - phase.began_boot_ms
    outcome = Outcome.KEPT_AWAY if asleep else _kept_or_moved(session)
    t.say(Announce(Moment.END))
    _ask_later(t, phase, finish(t, session, outcome, kept_ms=kept_ms))


def finish_unattended(t: Turn, phase: Running, *, known_ms: int, off_ms: int) -> None:
    """A session came to its end while unplug did not run."""
    outcome = Outcome.KEPT_AWAY if off_ms > 0 else Outcome.UNSEEN
    record = finish(t, phase.session, outcome, kept_ms=known_ms + off_ms)
    _ask_later(t, phase, record)


def finish_early(t: Turn, phase: Running, why: str) -> None:
    """The person left."""
    kept_ms = phase.session.kept_ms + max(0, t.boot - phase.began_boot_ms)
    finish(t, phase.session, Outcome.ENDED_EARLY, kept_ms=kept_ms, why=why)


def finish_quiet(t: Turn, phase: Quiet) -> None:
    """The time of an offered session is over."""
    kept_ms = phase.session.kept_ms
    enough = kept_ms >= min(KEPT_MIN_MS, phase.session.meant_ms)
    outcome = Outcome.KEPT_AWAY if enough else Outcome.LET_PASS
    finish(t, phase.session, outcome, kept_ms=kept_ms)


def finish_missed(t: Turn, session: Session) -> None:
    """A session's time is over before anything could be shown."""
    kept_ms = session.kept_ms + min(session.meant_ms, _away_within(t, session))
    enough = kept_ms >= min(KEPT_MIN_MS, session.meant_ms)
    outcome = Outcome.KEPT_AWAY if enough else Outcome.UNSEEN
    finish(t, session, outcome, kept_ms=kept_ms)


def finish_giving_way(t: Turn, session: Session) -> None:
    """What a session waited for outlasted it."""
    why = ", ".join(sorted(session.waited_for))
    finish(t, session, Outcome.GAVE_WAY, kept_ms=session.kept_ms, why=why)


def session_of(appointment: Appointment) -> Session:
    """The session of one appointment by the clock."""
    return Session(
        id=appointment.key,
        parts=(appointment,),
        terms=appointment.terms,
        due=Due(DueBy.WALL, appointment.start_ms),
        start_ms=appointment.start_ms,
    )


def take_breaks(t: Turn, away_ms: int) -> None:
    """Count an absence as the break of every interval plan it is long enough for."""
    taken: set[str] = set()
    for interval in t.state.intervals:
        used_ms = t.state.use_of(interval.plan)
        if away_ms >= interval.natural_ms and used_ms * HALF >= interval.use_ms:
            if next_off_ms(t.state, interval) == interval.off_ms:
                taken.add(interval.plan)
            part = Part(interval.plan, f"use:{t.wall}.{t.boot}")
            record = Record(
                id=f"{part.plan}@{part.nominal}",
                outcome=Outcome.NATURAL,
                parts=(part,),
                start_ms=t.wall - away_ms,
                meant_ms=next_off_ms(t.state, interval),
                kept_ms=away_ms,
                title=interval.terms.title,
                person=interval.terms.person,
            )
            t.say(RecordHistory(record))
    _reset(t, taken, away_ms)


def _ask_later(t: Turn, phase: Running, record: Record) -> None:
    """Leave the question how it felt open until somebody is there."""
    until_boot = phase.ends_boot_ms + ASK_WITHIN_MS
    if t.state.rules.ask_feeling and t.boot < until_boot:
        t.go(Ended(record, until_boot))


def _kept_or_moved(session: Session) -> Outcome:
    return Outcome.MOVED if _moved_ms(session) >= KEPT_MIN_MS else Outcome.KEPT


def _moved_ms(session: Session) -> int:
    """How much later than planned it began; settling is not moving."""
    late = session.postponed > 0 or session.waiting_boot_ms is not None
    if not late or session.began_ms is None:
        return 0
    return max(0, session.began_ms - session.start_ms)


def _record(session: Session, outcome: Outcome, kept_ms: int, why: str) -> Record:
    return Record(
        id=session.id,
        outcome=outcome,
        parts=tuple(
            Part(part.plan, part.nominal)
            for part in session.parts
            if part.kind is not Kind.ONE_OFF
        ),
        start_ms=session.start_ms,
        meant_ms=session.meant_ms,
        began_ms=session.began_ms,
        kept_ms=kept_ms,
        moved_ms=_moved_ms(session),
        why=why or ", ".join(sorted(session.waited_for)),
        title=session.terms.title,
        person=session.terms.person,
    )


def _reset(t: Turn, plans: set[str], rested_ms: int) -> None:
    """Let interval plans count from nothing: these, and those that have rested."""
    breaks = dict(t.state.breaks)
    fresh = set(plans)
    for interval in t.state.intervals:
        if interval.plan not in plans and rested_ms < interval.natural_ms:
            continue
        fresh.add(interval.plan)
        taken = breaks.get(interval.plan, 0)
        if interval.long_off_ms is not None and rested_ms >= interval.long_off_ms:
            breaks[interval.plan] = 0
        elif interval.plan in plans:  # kept, skipped or left: the next one comes
            breaks[interval.plan] = 0 if interval.is_long(taken) else taken + 1
    used = tuple((plan, ms) for plan, ms in t.state.used_ms if plan not in fresh)
    t.put(used_ms=used, breaks=tuple(breaks.items()))


def _away_within(t: Turn, session: Session) -> int:
    """How much of a session's time nobody was there, as far as is known."""
    if t.absence is None and t.state.away_boot_ms is not None:
        absence = (t.wall - (t.boot - t.state.away_boot_ms), t.wall)
    else:
        absence = t.absence or (0, 0)
    start, end = absence
    return sum(
        max(0, min(end, part.end_ms) - max(start, part.start_ms))
        for part in session.parts
    )
