"""The door to people: what it costs while nobody asks for them.

The address book is loaded with the first question or wish.
"""

import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from unplug.clock import Clock
from unplug.days import DAY_START_MIN
from unplug.engine.control import Message
from unplug.engine.people.celebrating import Celebrating
from unplug.engine.sessions.news import SessionBegan, SessionNews, SessionOver
from unplug.engine.snapshot import Snapshot
from unplug.engine.working import Worker
from unplug.errors import UnplugError
from unplug.store.database import Database
from unplug.store.wanted import is_linked

if TYPE_CHECKING:
    from unplug.engine.listening import Speaker
    from unplug.engine.people.address_book import AddressBook
    from unplug.engine.people.files import Choices
    from unplug.engine.people.forgetting import Forgot
    from unplug.engine.people.jobs import ImportJob
    from unplug.engine.people.link import FolderLink
    from unplug.people.checkins import CheckIn

log = logging.getLogger(__name__)

Mentioned = Callable[[str], bool]


class People:
    """People in the running app.

    Args:
        clock: where the time comes from.
        database: gives the open database; None while the disk does not let it.
        day_start_min: minutes after local midnight at which a day starts.
        worker: does what takes long.
        may_tell: whether somebody is there who may be spoken to now.
        around: entered while somebody is forgotten on the disk; is given what tells
            whether a text mentions them, to let go of what is in memory.

    Attributes:
        observers: told after every change to people or check-ins.
        forgetters: told the UIDs under which somebody was known, before they are
            erased; whoever keeps anything by UID in memory lets go of it then.
        logged: told of every check-in of today that is logged by hand.
    """

    def __init__(  # noqa: PLR0913  (all by name)
        self,
        *,
        clock: Clock,
        database: Callable[[], Database | None],
        day_start_min: int = DAY_START_MIN,
        worker: Worker | None = None,
        may_tell: Callable[[], bool] = lambda: True,
        around: Callable[[Mentioned], AbstractContextManager[None]] = lambda _: (
            nullcontext()
        ),
    ) -> None:
        self._clock = clock
        self._database = database
        self._day_start_min = day_start_min
        self._worker = worker
        self._around = around
        self._book: AddressBook | None = None
        self._of: Database | None = None
        self._job: ImportJob | None = None
        self._link: FolderLink | None = None
        self._looked = False
        self.celebrating = Celebrating(
            clock=clock, book=lambda: self.book, may_tell=may_tell
        )
        self.observers: list[Callable[[], None]] = []
        self.forgetters: list[Callable[[frozenset[str]], None]] = []
        self.logged: list[Callable[[CheckIn], None]] = []

    @property
    def book(self) -> "AddressBook":
        """All that can be asked of people, and done.

        Raises:
            UnplugError: the disk does not let us at the database.
        """
        database = self._reachable()
        if self._book is None or self._of is not database:
            from unplug.engine.people.address_book import AddressBook  # noqa: PLC0415  (2 MB)

            self._of = database
            self._book = AddressBook(
                database=database,
                clock=self._clock,
                day_start_min=self._day_start_min,
                changed=self._changed,
                logged=self._just_logged,
            )
        return self._book

    @property
    def importing(self) -> "ImportJob | None":
        """The import that runs, or the last one."""
        return self._job

    def start_import(
        self,
        paths: Sequence[Path],
        choices: "Choices",
        told: Callable[["ImportJob"], None] = lambda _: None,
    ) -> "ImportJob":
        """Take address books in, beside everything else; one import at a time.

        Args:
            paths: files, or folders of files.
            choices: how to read them.
            told: is told of every step, and of the end.

        Raises:
            UnplugError: one runs already.
        """
        from unplug.engine.people.jobs import ImportJob  # noqa: PLC0415  (seldom)

        if self._job is not None and not self._job.ended:
            failed, todo = "cannot import two at once", "wait for the first one"
            raise UnplugError(failed, ", ".join(p.name for p in paths), todo)
        self._job = ImportJob(
            book=self.book,
            folder=self._reachable().files.folder,
            paths=paths,
            choices=choices,
            told=told,
        )
        self._job.start(self._worker)
        return self._job

    @property
    def link(self) -> "FolderLink":
        """The folder that people are kept in step with, if any.

        Raises:
            UnplugError: the disk does not let us at the database.
        """
        database = self._reachable()
        if self._link is None:
            from unplug.engine.people.link import FolderLink  # noqa: PLC0415  (seldom)

            self._link = FolderLink(
                book=lambda: self.book,
                database=database,
                clock=self._clock,
                worker=self._worker,
            )
        return self._link

    @property
    def source(self) -> "Speaker | None":
        """What speaks up when something happens in the linked folder."""
        return None if self._link is None else self._link.source

    @property
    def due_ms(self) -> int | None:
        """When ``look`` is wanted, on the monotonic clock."""
        return None if self._link is None else self._link.due_ms

    def heard(self) -> None:
        """Something happened in the linked folder."""
        if self._link is not None:
            self._link.heard()

    def look(self) -> None:
        """Follow the linked folder, and see who celebrates, if it is time."""
        database = self._database()
        if database is None:
            return
        try:
            if not self._looked:
                self._looked = True
                if is_linked(database):
                    _ = self.link
            self.celebrating.look(database)
        except UnplugError as error:
            log.warning("%s", error)
        if self._link is not None:
            self._link.look()

    def shown_in(self, snapshot: Snapshot) -> Snapshot:
        """The present with who celebrates today."""
        celebrated = self.celebrating.today
        return replace(snapshot, celebrated=celebrated) if celebrated else snapshot

    def close(self) -> None:
        """Watch no folder any longer."""
        if self._link is not None:
            self._link.close()

    def forget(self, uid: str) -> "Forgot":
        """Forget somebody everywhere; there is no way back.

        Raises:
            UnplugError: the disk does not let it.
        """
        from unplug.engine.people.forgetting import forget_person  # noqa: PLC0415  (seldom)

        forgot = forget_person(self._reachable(), uid, self._around, self.forgetters)
        self._book = self._of = None
        self._changed()
        return forgot

    def session_told(self, news: SessionNews) -> None:
        """Log a session that was spent with somebody."""
        match news:
            case SessionBegan() | SessionOver(person=None):
                return  # nobody is concerned, and nothing of people need be loaded
        from unplug.engine.people.session_check_ins import taken_in  # noqa: PLC0415  (seldom)

        try:
            taken_in(lambda: self.book, news, self._clock.zone())
        except UnplugError as error:
            log.warning("%s", error)

    def answer(self, request: Message) -> Message:
        """Do what the command line asks for.

        Raises:
            UnplugError: it cannot be done; says why.
        """
        from unplug.engine.people.requests import fulfil  # noqa: PLC0415  (with the book)

        return fulfil(self, request)

    def forget_everything(self) -> None:
        """Everything was erased."""
        self.close()
        self._link = None
        self._book = self._of = None
        self._changed()

    def _reachable(self) -> Database:
        database = self._database()
        if database is None:
            failed, todo = "cannot reach the people in the database", "see the tray"
            raise UnplugError(failed, "it is not open", todo)
        return database

    def _just_logged(self, check_in: "CheckIn") -> None:
        for told in self.logged:
            told(check_in)

    def _changed(self) -> None:
        self.celebrating.changed()
        if self._link is not None and self._link.folder is not None:
            self._link.soon()
        for told in self.observers:
            told()
