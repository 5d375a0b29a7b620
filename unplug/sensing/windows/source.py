"""Windows: focus, idleness, lock, sleep and time, from one hidden window and its hooks.

Not a message-only window, for those get no broadcasts, and WM_TIMECHANGE is one. No
input is listened to, neither by hooks nor raw; see ``idle_timer`` for what that costs.
"""

import sys
import threading
from collections.abc import Callable
from zoneinfo import ZoneInfo

from unplug.clock import SystemClock
from unplug.sensing.facts import Fact
from unplug.sensing.mailbox import Mailbox
from unplug.sensing.source import (
    SensingOptions,
    Source,
    SourceLostError,
    SourceUnavailableError,
)
from unplug.sensing.windows.api import Win32
from unplug.sensing.windows.desktop import WindowsDesktop

_JOIN_S = 5


def open_windows(
    options: SensingOptions, *, zone: Callable[[], ZoneInfo] | None = None
) -> Source:
    """Watch a Windows desktop: focus, idleness, lock, sleep and time in one source.

    Args:
        options: what a source has to know.
        zone: reads the zone that holds now, on another thread; the system's by default.

    Raises:
        SourceUnavailableError: this is no Windows, or it refuses.
    """
    if sys.platform == "win32":
        from unplug.sensing.windows.calls import RealWin32  # noqa: PLC0415  (there only)

        return WindowsSource(RealWin32(), options, zone or SystemClock().zone)
    failed = "windows, locks and sleep are told this way on Windows only"
    raise SourceUnavailableError(failed, sys.platform)


class WindowsSource:
    """A thread with a message loop; what it learns is read here.

    Args:
        win32: the calls.
        options: what a source has to know.
        zone: reads the zone that holds now; called on the thread.

    Raises:
        SourceUnavailableError: Windows refuses.
    """

    name = "Windows desktop (WinEvents, session and power notifications)"

    def __init__(
        self, win32: Win32, options: SensingOptions, zone: Callable[[], ZoneInfo]
    ) -> None:
        self._win32 = win32
        self._desktop = WindowsDesktop(win32, options, zone)
        self._mail = Mailbox()
        self._opened = threading.Event()
        self._refused: OSError | None = None
        self._thread = threading.Thread(
            target=self._run, name="unplug-windows", daemon=True
        )
        self._thread.start()
        self._opened.wait()
        if self._refused is not None:
            self._mail.close()
            failed = "Windows does not tell what happens on the desktop"
            raise SourceUnavailableError(failed, self._refused) from self._refused

    def fileno(self) -> int:
        """Readable when the thread has learnt something."""
        return self._mail.fileno()

    def dispatch(self) -> list[Fact]:
        """Say what the thread has learnt."""
        return self._mail.take()

    def close(self) -> None:
        """Stop the thread and wait for it."""
        if self._thread.is_alive():
            self._win32.interrupt()
            self._thread.join(_JOIN_S)
        self._mail.close()

    def _run(self) -> None:
        try:
            self._win32.open()
        except OSError as error:
            self._refused = error
            self._win32.close()
            self._opened.set()
            return
        try:
            self._mail.put(self._desktop.begin())
            self._opened.set()  # so that the first dispatch says the present state
            while self._turn():
                pass
        except Exception as error:  # noqa: BLE001  (a thread's errors reach nobody)
            self._mail.put(self._desktop.taken_back())
            failed = "the connection to the Windows desktop broke"
            self._mail.lose(SourceLostError(failed, repr(error)))
        finally:
            self._opened.set()
            self._win32.close()

    def _turn(self) -> bool:
        """Wait for whatever comes next; False to stop."""
        happened = self._win32.wait(self._desktop.wait_ms())
        if happened is None:
            return False
        for one in happened:
            self._mail.put(self._desktop.handle(one))
        self._mail.put(self._desktop.time_passed())
        return True
