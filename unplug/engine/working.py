"""Blocking work beside the loop: one job after another, on a thread of its own.

While there is no job there is no thread. What a job has to say comes back through a
socket that the loop watches, so that callbacks always run where the loop runs.
"""

import socket
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar, cast

from unplug.errors import UnplugError

T = TypeVar("T")

LAST_WAIT_S = 2.0
"""How long quitting waits for a job that is asked to stop."""


class CancelledError(Exception):
    """The job was asked to stop and does."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is.

    Attributes:
        done: steps that are behind it.
        total: all steps; 0 where it is not known.
        what: what it is at, for people; may be empty.
    """

    done: int
    total: int = 0
    what: str = ""


class Job:
    """A job as both sides see it: the work reports and asks, the loop's side cancels.

    Args:
        report: takes each progress; called on the thread that works.
    """

    def __init__(self, report: Callable[[Progress], None] | None = None) -> None:
        self._report = report
        self._cancelled = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Whether the work is not wanted any more."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the job to stop; one that has not begun never does."""
        self._cancelled.set()

    def wait(self, seconds: float) -> bool:
        """Let time pass inside the work; true as soon as it is cancelled."""
        return self._cancelled.wait(seconds)

    def check(self) -> None:
        """Go on, unless the work is not wanted any more.

        Raises:
            CancelledError: it is not; let it pass through.
        """
        if self.cancelled:
            raise CancelledError

    def report(self, done: int, total: int = 0, what: str = "") -> None:
        """Say how far the work is, and stop here if it is not wanted any more.

        Raises:
            CancelledError: it is not.
        """
        self.check()
        if self._report is not None:
            self._report(Progress(done, total, what))


def _nothing(*_: object) -> None:
    """For whom an end is of no interest."""


@dataclass(frozen=True, slots=True)
class _Ends:
    """Whom to call, on the loop's thread; exactly one of the first three, once."""

    done: Callable[[object], None]
    failed: Callable[[UnplugError], None]
    cancelled: Callable[[], None]
    progress: Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class _Order:
    job: Job
    work: Callable[[Job], object]
    ends: _Ends


class Worker:
    """Runs jobs one after another, and hands their ends to the loop.

    The loop watches ``source`` and calls ``dispatch`` when it is readable.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._orders: deque[_Order] = deque()
        self._said: deque[_End | _Step] = deque()
        self._current: _Order | None = None
        self._thread: threading.Thread | None = None
        self._ears: tuple[socket.socket, socket.socket] | None = None
        self._closed = False

    @property
    def source(self) -> "Worker | None":
        """What to watch; None until there was a first job, and after closing."""
        return None if self._ears is None else self

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits, or its end has not been handed over yet."""
        with self._lock:
            return self._current is not None or bool(self._orders or self._said)

    def submit(
        self,
        work: Callable[[Job], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[UnplugError], None],
        cancelled: Callable[[], None] = _nothing,
        progress: Callable[[Progress], None] = _nothing,
    ) -> Job:
        """Have some work done when those before it are.

        Args:
            work: runs on the other thread; touches nothing that the loop's side
                touches. It calls ``check`` or ``report`` of the job now and then.
            done: takes what the work returns.
            failed: takes the error that the work raised.
            cancelled: called instead, where the job was stopped.
            progress: takes each step; of several that wait only the last is told.

        Returns:
            The handle by which to cancel it.
        """
        if self._ears is None:
            self._open()
        ends = _Ends(
            cast("Callable[[object], None]", done), failed, cancelled, progress
        )
        job = Job(lambda step: self._say_progress(order, step))
        order = _Order(job, work, ends)
        with self._lock:
            self._orders.append(order)
            if self._thread is None:
                self._thread = threading.Thread(
                    target=self._run, name="worker", daemon=True
                )
                self._thread.start()
        return job

    def fileno(self) -> int:
        """The descriptor to watch; -1 where there is none."""
        return -1 if self._ears is None else self._ears[0].fileno()

    def dispatch(self) -> None:
        """Call whom the jobs' progress and ends concern."""
        if self._ears is None:
            return
        with suppress(BlockingIOError):
            self._ears[0].recv(4096)
        while (said := self._next_said()) is not None:
            said.tell()

    def close(self) -> None:
        """Stop the job that runs, drop those that wait, and call nobody any more."""
        with self._lock:
            self._closed = True
            for order in (*self._orders, self._current):
                if order is not None:
                    order.job.cancel()
            self._orders.clear()
            thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join(LAST_WAIT_S)
        with self._lock:
            self._said.clear()
            ears, self._ears = self._ears, None
        for ear in ears or ():
            ear.close()

    def _open(self) -> None:
        heard, told = socket.socketpair()
        for ear in (heard, told):
            ear.setblocking(False)  # noqa: FBT003  (the standard library's signature)
        self._ears = heard, told

    def _run(self) -> None:
        while True:
            with self._lock:
                self._current = self._orders.popleft() if self._orders else None
                order = self._current
                if order is None:
                    self._thread = None
                    return
            self._say(_End(order.ends, *_outcome(order)))

    def _say_progress(self, order: _Order, step: Progress) -> None:
        self._say(_Step(order, step))

    def _say(self, said: "_End | _Step") -> None:
        with self._lock:
            if self._closed or self._ears is None:
                return
            if self._said and _replaces(said, self._said[-1]):
                self._said.pop()
            self._said.append(said)
            with suppress(OSError):  # full: it is readable already
                self._ears[1].send(b"\0")

    def _next_said(self) -> "_End | _Step | None":
        with self._lock:
            return self._said.popleft() if self._said else None


@dataclass(frozen=True, slots=True)
class _Step:
    """Progress on its way to the loop's side."""

    order: _Order
    step: Progress

    def tell(self) -> None:
        if not self.order.job.cancelled:
            self.order.ends.progress(self.step)


@dataclass(frozen=True, slots=True)
class _End:
    """The end of a job on its way to the loop's side."""

    ends: _Ends
    result: object
    error: Exception | None

    def tell(self) -> None:
        if self.error is None:
            self.ends.done(self.result)
        elif isinstance(self.error, CancelledError):
            self.ends.cancelled()
        elif isinstance(self.error, UnplugError):
            self.ends.failed(self.error)
        else:
            failed, todo = "something went wrong", "try again"
            self.ends.failed(UnplugError(failed, type(self.error).__name__, todo))


def _replaces(said: _End | _Step, before: _End | _Step) -> bool:
    """Whether a step makes the one before it stale."""
    if isinstance(said, _Step) and isinstance(before, _Step):
        return said.order is before.order
    return False


def _outcome(order: _Order) -> tuple[object, Exception | None]:
    """What a job came to, its exceptions as values."""
    try:
        order.job.check()
        return order.work(order.job), None
    except (UnplugError, CancelledError) as error:
        return None, error
    except Exception as error:  # noqa: BLE001  (a bug of ours; it is reported)
        _report(error)
        return None, error


def _report(error: Exception) -> None:
    """Tell of a bug the way an exception that ends a thread does."""
    thread = threading.current_thread()
    args = (type(error), error, error.__traceback__, thread)
    threading.excepthook(threading.ExceptHookArgs(args))
