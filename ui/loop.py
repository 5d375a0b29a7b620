"""Qt's loop drives a tracker: it sleeps until a source or the deadline wakes it."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from unplug.engine.listening import Listener, Speaker

LONGEST_WAIT_MS = 10 * 60_000
"""Qt's timers stand still while the machine sleeps and overflow after 24.8 days, so
a distant deadline is asked for again in between."""

LATE_MATTERS_MS = 20_000
"""Qt's ordinary timers may ring a twentieth late. Precise ones would wake the machine
more often, and their name alone would load a megabyte of others."""

EARLY_MS = 50
"""The same timers ring a few milliseconds early as well: to wait for those would wake
the machine twice for every deadline."""

AFTER_FAILURE_MS = 60_000
"""How long something that raised is left alone: a descriptor that stays readable, or
a deadline that stays past, would otherwise raise thousands of times a second."""


@dataclass(frozen=True, slots=True)
class _Watch:
    """A source that is being watched, and the descriptor it had then."""

    source: Speaker
    fd: int
    notifier: QSocketNotifier


class Loop(QObject):
    """Watches a tracker's sources and keeps one timer for its deadline.

    Signals:
        heard: a source spoke; the snapshot may differ.
        woke: a deadline passed; the snapshot may differ.
    """

    heard = Signal()
    woke = Signal()

    def __init__(self, tracker: Listener, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tracker = tracker
        self._watches: dict[int, _Watch] = {}
        self._deadline = _one_shot(self)
        self._deadline.timeout.connect(self._timed_out)
        self._rest = _one_shot(self)
        self._rest.timeout.connect(self._rested)

    def sync(self) -> None:
        """Take up what the tracker wants now: its sources, its deadline."""
        wanted = {source.fileno(): source for source in self._tracker.sources()}
        # The old ones go first: a new source may have got an old one's descriptor.
        for watch in list(self._watches.values()):
            if wanted.get(watch.fd) is not watch.source:
                self._drop(watch)
        for fd, source in wanted.items():
            if fd >= 0 and fd not in self._watches:
                self._watch(source, fd)
        self._arm(self._tracker.next_deadline_ms())

    def stop(self) -> None:
        """Watch nothing any more."""
        self._deadline.stop()
        self._rest.stop()
        for watch in list(self._watches.values()):
            self._drop(watch)

    def _watch(self, source: Speaker, fd: int) -> None:
        notifier = QSocketNotifier(fd, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._activated)
        self._watches[fd] = _Watch(source, fd, notifier)

    def _drop(self, watch: _Watch) -> None:
        watch.notifier.setEnabled(False)
        watch.notifier.deleteLater()
        del self._watches[watch.fd]

    def _arm(self, wait_ms: int | None) -> None:
        if wait_ms is None:
            self._deadline.stop()
        else:
            if wait_ms > LATE_MATTERS_MS:
                wait_ms -= wait_ms // 10  # the rest is waited for again
            self._deadline.start(min(max(wait_ms, 0), LONGEST_WAIT_MS))

    def _activated(self) -> None:
        notifier = self.sender()
        watch = next(
            (w for w in self._watches.values() if w.notifier is notifier), None
        )
        if watch is None:
            return  # dropped while it waited for its turn
        try:
            self._ready(watch.source)
        except BaseException:
            watch.notifier.setEnabled(False)
            self._rest.start(AFTER_FAILURE_MS)
            raise

    def _rested(self) -> None:
        for watch in self._watches.values():
            watch.notifier.setEnabled(True)

    def _ready(self, source: Speaker) -> None:
        try:
            self._tracker.ready(source)
        finally:
            self.sync()
        self.heard.emit()

    def _timed_out(self) -> None:
        wait_ms = self._tracker.next_deadline_ms()
        if wait_ms is None or wait_ms > EARLY_MS:
            self._arm(wait_ms)
            return
        try:
            self._tracker.wake()
        except BaseException:
            self._arm(AFTER_FAILURE_MS)
            raise
        self.sync()
        self.woke.emit()


def _one_shot(parent: QObject) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    return timer
