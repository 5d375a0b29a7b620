"""Sessions and plans from outside the app: asked of it, or of the database."""

import contextlib
import select
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from unplug.clock import Clock
from unplug.engine.control import Message, NotRunningError, ask
from unplug.engine.preferences import preferences
from unplug.engine.sessions.keeping import Shelf
from unplug.engine.sessions.public_holidays import holidays_in
from unplug.engine.sessions.requests import fulfil
from unplug.engine.sessions.unplugging import Unplugging
from unplug.engine.snapshot import Coming, SessionNow
from unplug.errors import UnplugError
from unplug.sessions.history import Record
from unplug.sessions.states import Running
from unplug.store.database import Database
from unplug.store.reading import NothingRecordedError, reading
from unplug.store.sessions import (
    Felt,
    Kept,
    Past,
    SessionReader,
    SessionStore,
    StoredPlan,
)
from unplug.store.wanted import sessions_wanted

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a request.

    Attributes:
        session: the session as it is then, by the contract; None: there is none.
        running: whether the app did it.
        leaving: the session ends after one slow breath.
    """

    session: Json | None
    running: bool
    leaving: bool = False


def request(folder: Path, clock: Clock, message: Message) -> Done:
    """Have the running app do something, or do it in its place.

    Raises:
        UnplugError: it cannot be done; says why.
    """
    try:
        answer, running = ask(folder, message), True
    except NotRunningError:
        answer, running = _instead(folder, clock, message), False
    session = answer.get("session")
    return Done(
        session if isinstance(session, dict) else None,
        running,
        bool(answer.get("leaving")),
    )


def _instead(folder: Path, clock: Clock, message: Message) -> Message:
    with _machine(folder, clock) as unplugging:
        answer = fulfil(unplugging, message)
        if answer["leaving"]:
            _breathe(unplugging)
        return answer


def _breathe(unplugging: Unplugging) -> None:
    """Let the breath pass that a firm session asks for, as no app does."""
    phase = unplugging.state.phase
    while isinstance(phase, Running) and phase.leaving is not None:
        wait_ms = unplugging.next_deadline_ms()
        if wait_ms is None:
            return
        select.select([], [], [], wait_ms / 1000)
        unplugging.wake()
        phase = unplugging.state.phase


@contextlib.contextmanager
def _machine(folder: Path, clock: Clock) -> Iterator[Unplugging]:
    """The session machine on the database itself; what it does is not seen."""
    database = Database(folder, clock)
    with contextlib.closing(database):
        store = SessionStore(database)
        unplugging = _unplugging(folder, clock, store)
        unplugging.start()
        try:
            yield unplugging
        finally:
            unplugging.close()


def _unplugging(folder: Path, clock: Clock, shelf: Shelf) -> Unplugging:
    return Unplugging(
        clock=clock,
        shelf=lambda: shelf,
        offline=_unseen,
        chosen=preferences(folder).settings.sessions,
        is_holiday=holidays_in(folder),
    )


def _unseen(_on: bool) -> None:  # noqa: FBT001  (as DeviceFree has it)
    """Screen time is the app's to count."""


@dataclass(frozen=True, slots=True)
class Look:
    """What there is to see of sessions.

    Attributes:
        coming: the next occurrence.
        session: the present session.
        past: the sessions that are over, the latest first.
    """

    coming: Coming | None = None
    session: SessionNow | None = None
    past: tuple[Past, ...] = ()


def stored_look(folder: Path, clock: Clock, limit: int = 0) -> Look:
    """Sessions as they are on disk and would be now; changes nothing.

    Raises:
        UnplugError: it cannot be read; says why.
    """
    try:
        with reading(folder) as connection:
            reader = SessionReader(lambda: connection)
            past = {p.record.id: p for p in reader.history(limit)} if limit else {}
            if not sessions_wanted(connection):
                return Look(past=tuple(past.values()))
            shelf = _ReadOnly(reader)
            unplugging = _unplugging(folder, clock, shelf)
            unplugging.start()
            unplugging.wake()
            shelf.bring_up_to_date(past)
            latest = sorted(past.values(), key=lambda p: -p.record.start_ms)
            return Look(
                unplugging.coming(), unplugging.session(), tuple(latest[:limit])
            )
    except NothingRecordedError:
        return Look()


class _ReadOnly:
    """A shelf on which nothing is put; what would be is remembered."""

    def __init__(self, reader: SessionReader) -> None:
        self._reader = reader
        self._news: dict[str, Record | None] = {}

    def plans(self) -> tuple[StoredPlan, ...]:
        return self._reader.plans()

    def state(self) -> object | None:
        return self._reader.state()

    def done(self, since: str) -> frozenset[str]:
        return self._reader.done(since)

    def keep(self, kept: Kept) -> None:
        for news in kept.news:
            if isinstance(news, Record):
                self._news[news.id] = news
            elif not isinstance(news, Felt):
                self._news[news] = None

    def put_plans(self, plans: Iterable[StoredPlan]) -> None:  # noqa: ARG002  (as Shelf has it)
        raise UnplugError(*_LOOKING)

    def drop_plan(self, uid: str) -> None:  # noqa: ARG002  (as Shelf has it)
        raise UnplugError(*_LOOKING)

    def bring_up_to_date(self, past: dict[str, Past]) -> None:
        """Put what is new over what is stored."""
        for name, record in self._news.items():
            if record is None:
                past.pop(name, None)
            else:
                past[name] = Past(record)


_LOOKING = ("cannot change what is only looked at", "plans", "start unplug")
