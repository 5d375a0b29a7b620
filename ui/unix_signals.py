"""Signals from the system, heard inside Qt's loop.

A Python signal handler waits for the interpreter to run, and in a quiet Qt loop it
never does; a descriptor that the signal itself writes to wakes the loop.
"""

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

ENDING = ("SIGTERM", "SIGINT", "SIGHUP")


class EndingSignals(QObject):
    """Listens for the signals that ask a program to end.

    Signals:
        end_requested: one of them came.
    """

    end_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading, self._writing = socket.socketpair()
        self._reading.settimeout(0)
        self._writing.settimeout(0)
        self._wakeup_before = signal.set_wakeup_fd(
            self._writing.fileno(), warn_on_full_buffer=False
        )
        names = (name for name in ENDING if hasattr(signal, name))  # no HUP on Windows
        self._before = {
            number: signal.signal(number, _nothing)
            for number in (getattr(signal, name) for name in names)
        }
        self._notifier = QSocketNotifier(
            self._reading.fileno(), QSocketNotifier.Type.Read, self
        )
        self._notifier.activated.connect(self._arrived)

    def close(self) -> None:
        """Give the signals back to whoever had them."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup_before)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._reading.close()
        self._writing.close()

    def _arrived(self) -> None:
        numbers = set(self._reading.recv(512))
        if numbers & set(self._before):
            self.end_requested.emit()


def _nothing(_number: int, _frame: FrameType | None) -> None:
    """Only so that the signal neither kills nor is ignored; the descriptor tells."""
