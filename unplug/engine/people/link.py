"""The linked folder in the running app: watched, and followed once it is quiet."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from unplug.clock import Clock
from unplug.engine.listening import Speaker
from unplug.engine.people.address_book import AddressBook
from unplug.engine.people.syncing import Settle, Synced, apply, sync
from unplug.engine.working import Worker
from unplug.errors import UnplugError
from unplug.store.database import Database
from unplug.store.people.links import LinkStore

if TYPE_CHECKING:
    from unplug.sensing.inotify import Inotify

log = logging.getLogger(__name__)

QUIET_MS = 2_000
"""Others write many files at once; this long after the last one it is time to look."""

_ATTEMPTS = 5


class FolderLink:
    """Follows a folder as long as it is linked.

    Args:
        book: the people.
        database: where they are.
        clock: where the time comes from.
        worker: reads and writes files; None: at once.

    Attributes:
        observers: told after every look into the folder.
        last: what came of it; None before the first.
        trouble: what was the matter the last time.
    """

    def __init__(
        self,
        *,
        book: Callable[[], AddressBook],
        database: Database,
        clock: Clock,
        worker: Worker | None,
    ) -> None:
        self._book = book
        self._database = database
        self._links = LinkStore(database)
        self._clock = clock
        self._worker = worker
        self._watch: Inotify | None = None
        self._due_ms: int | None = None
        self._syncing = False
        self._attempts = 0
        self.observers: list[Callable[[], None]] = []
        self.last: Synced | None = None
        self.trouble: UnplugError | None = None
        self._follow()

    @property
    def source(self) -> Speaker | None:
        """What speaks up when something happens in the folder."""
        return self._watch

    @property
    def due_ms(self) -> int | None:
        """When to look into the folder, on the monotonic clock."""
        return None if self._syncing else self._due_ms

    @property
    def busy(self) -> bool:
        """Whether both sides are being brought into step, or about to be."""
        return self._syncing or self._due_ms is not None

    @property
    def folder(self) -> Path | None:
        """The folder; None without one."""
        linked = self._links.linked()
        return None if linked is None else linked.folder

    def link(self, folder: Path, version: str, *, everybody: bool) -> None:
        """Link a folder and follow it from now on.

        Raises:
            UnplugError: it is no folder, or the disk does not take it.
        """
        if not folder.is_dir():
            failed, todo = "cannot link what is no folder", "make it first"
            raise UnplugError(failed, folder, todo)
        self._links.link(folder, version, everybody=everybody)
        self._follow()

    def unlink(self) -> None:
        """Let go of the folder; people and files stay as they are."""
        self._links.unlink()
        self.last = self.trouble = None
        self.close()

    def heard(self) -> None:
        """Something happened in the folder."""
        if self._watch is not None:
            self._watch.read()
        self.soon()

    def soon(self) -> None:
        """Look once it has been quiet for a moment."""
        self._due_ms = self._clock.stamp().mono_ms + QUIET_MS

    def look(self) -> None:
        """Look, if it is time."""
        due_ms = self.due_ms
        if due_ms is not None and self._clock.stamp().mono_ms >= due_ms:
            self.start(Settle.LEAVE)

    def start(self, settle: Settle) -> None:
        """Bring both sides into step, beside everything else."""
        self._due_ms, self._syncing = None, True
        data = self._database.files.folder
        if self._worker is None:
            try:
                self._finish(sync(data, settle))
            finally:
                self._syncing = False
            return
        self._worker.submit(
            lambda _: sync(data, settle),
            done=self._finish,
            failed=self._fail,
            cancelled=self._give_up,
        )

    def sync_now(self, settle: Settle) -> None:
        """Bring both sides into step before this returns.

        Raises:
            UnplugError: it cannot be done.
        """
        data = self._database.files.folder
        for _ in range(_ATTEMPTS):
            synced = sync(data, settle)
            if synced is None or apply(self._book(), self._links, synced):
                self.last, self.trouble = synced, None
                self._due_ms = None
                return
        failed, todo = "cannot keep up with the changes", "try again"
        raise UnplugError(failed, self.folder, todo)

    def close(self) -> None:
        """Watch no longer."""
        self._due_ms = None
        if self._watch is not None:
            self._watch.close()
            self._watch = None

    def _finish(self, synced: Synced | None) -> None:
        self._syncing = False
        if synced is None:
            return
        try:
            done = apply(self._book(), self._links, synced)
        except UnplugError as error:
            self._fail(error)
            return
        self.last, self.trouble = synced, None
        self._attempts = 0 if done else self._attempts + 1
        self._due_ms = None if done else self._due_ms
        if not done and self._attempts < _ATTEMPTS:
            self.soon()
        self._tell()

    def _fail(self, error: UnplugError) -> None:
        self._syncing = False
        self.trouble = error
        log.warning("%s", error)
        self._tell()

    def _give_up(self) -> None:
        self._syncing = False
        self._tell()

    def _tell(self) -> None:
        for told in list(self.observers):
            told()

    def _follow(self) -> None:
        """Watch the folder where the system tells; look into it now in any case."""
        self.close()
        folder = self.folder
        if folder is None:
            return
        self.soon()
        if sys.platform == "linux":
            from unplug.sensing.inotify import Happening, Inotify  # noqa: PLC0415

            what = Happening.CLOSED_WRITTEN | Happening.MOVED_IN | Happening.DELETED
            try:
                self._watch = Inotify()
                self._watch.watch(folder, what)
            except OSError as error:
                log.warning("cannot watch %s: %s", folder, error)
