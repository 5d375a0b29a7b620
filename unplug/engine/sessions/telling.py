"""The machine's effects as news for other areas."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from unplug.clock import from_ms
from unplug.engine.sessions.news import (
    SessionBegan,
    SessionFelt,
    SessionNews,
    SessionOver,
    SessionTakenBack,
)
from unplug.sessions import effects as e
from unplug.sessions.history import Record
from unplug.sessions.states import Running, SessionState


def news_of(
    effects: Sequence[e.Effect], before: SessionState, after: SessionState
) -> Iterator[SessionNews]:
    """What other areas may want to know of a step of the machine."""
    shared = {each.session_id for each in effects if isinstance(each, e.TellGroup)}
    for effect in effects:
        match effect:
            case e.RecordHistory(record):
                yield _over(record, shared=record.id in shared)
            case e.RetractHistory(session_id):
                yield SessionTakenBack(session_id)
            case e.RecordFeeling(session_id, felt, note):
                yield SessionFelt(session_id, felt, note)
    if isinstance(after.phase, Running) and not _runs_already(before, after.phase):
        session = after.phase.session
        plans = dict.fromkeys(part.plan for part in session.parts if part.plan)
        yield SessionBegan(session.id, tuple(plans), session.terms.person)


def _runs_already(before: SessionState, running: Running) -> bool:
    phase = before.phase
    return isinstance(phase, Running) and phase.session.id == running.session.id


def _over(record: Record, *, shared: bool) -> SessionOver:
    ms = timedelta(milliseconds=1)
    return SessionOver(
        session=record.id,
        plans=tuple(dict.fromkeys(part.plan for part in record.parts)),
        outcome=record.outcome.value,
        start=from_ms(record.start_ms),
        began=None if record.began_ms is None else from_ms(record.began_ms),
        meant=record.meant_ms * ms,
        kept=record.kept_ms * ms,
        title=record.title,
        person=record.person,
        shared=shared,
    )
