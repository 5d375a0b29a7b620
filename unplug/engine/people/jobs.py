"""An import that runs beside everything else."""

from collections.abc import Callable, Sequence
from pathlib import Path

from unplug.engine.people.address_book import AddressBook
from unplug.engine.people.files import Choices
from unplug.engine.people.importing import Imported, Prepared, prepare, take_in
from unplug.engine.working import Job, Progress, Worker
from unplug.errors import UnplugError

_ATTEMPTS = 5


class ImportJob:
    """One import from its beginning to its end; nothing is half-done at any time.

    Args:
        book: where it goes.
        folder: the data folder.
        paths: files, or folders of files.
        choices: how to read them.
        told: is told of every step, and of the end.

    Attributes:
        progress: how far it is.
        result: how it went, once it has ended well.
        error: why it could not be done.
        cancelled: it was given up; nothing has changed.
    """

    def __init__(
        self,
        *,
        book: AddressBook,
        folder: Path,
        paths: Sequence[Path],
        choices: Choices,
        told: Callable[["ImportJob"], None],
    ) -> None:
        self._book = book
        self._folder = folder
        self._paths = paths
        self._choices = choices
        self._told = told
        self._worker: Worker | None = None
        self._job: Job | None = None
        self._attempts = 0
        self.progress = Progress(0)
        self.result: Imported | None = None
        self.error: UnplugError | None = None
        self.cancelled = False

    @property
    def ended(self) -> bool:
        """Whether there is nothing more to wait for."""
        return self.cancelled or self.result is not None or self.error is not None

    def start(self, worker: Worker | None) -> None:
        """Begin; without a worker it is done when this returns."""
        self._worker = worker
        self._attempts += 1
        if worker is None:
            self._finish(prepare(self._folder, self._paths, self._choices, self))
            return
        self._job = worker.submit(
            lambda job: prepare(self._folder, self._paths, self._choices, job),
            done=self._finish,
            failed=self._fail,
            cancelled=self._give_up,
            progress=self._step,
        )

    def cancel(self) -> None:
        """Give it up, unless it has ended."""
        if not self.ended and self._job is not None:
            self._job.cancel()

    def report(self, done: int, total: int = 0, what: str = "") -> None:
        """So much is done, without a worker."""
        self._step(Progress(done, total, what))

    def _step(self, progress: Progress) -> None:
        self.progress = progress
        self._told(self)

    def _finish(self, prepared: Prepared) -> None:
        try:
            self.result = take_in(self._book, prepared)
        except UnplugError as error:
            self._fail(error)
            return
        if self.result is not None:
            self._told(self)
        elif self._attempts < _ATTEMPTS:
            self.start(self._worker)  # somebody changed people meanwhile
        else:
            failed, todo = "cannot import while people are being changed", "try again"
            self._fail(UnplugError(failed, prepared.title, todo))

    def _fail(self, error: UnplugError) -> None:
        self.error = error
        self._told(self)

    def _give_up(self) -> None:
        self.cancelled = True
        self._told(self)
