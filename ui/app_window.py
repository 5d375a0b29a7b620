"""The window in the running app: opened when it is wanted, let go of when it closes."""

import gc
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from unplug.engine.snapshot import Snapshot

if TYPE_CHECKING:
    from ui.autostart.system import Autostart
    from ui.ports import Tracker
    from ui.window.window import MainWindow
    from unplug.clock import Clock


class WindowKeeper(QObject):
    """Has the window while it is open, and nothing of it otherwise.

    Args:
        tracker: the running app.
        clock: where the time comes from.
        autostart: whether unplug starts with the session.

    Signals:
        put_away: the window was closed.
        wished: a page wants something; carries a frozen wish.
    """

    put_away = Signal()
    wished = Signal(object)

    def __init__(
        self,
        *,
        tracker: "Tracker",
        clock: "Clock",
        autostart: "Autostart",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tracker, self._clock, self._autostart = tracker, clock, autostart
        self.window: MainWindow | None = None

    def come_forward(
        self, snapshot: Snapshot, page: str, about: str = "", *, has_tray: bool
    ) -> None:
        """Bring the window before the user, opened if need be.

        Args:
            snapshot: the present.
            page: the key of a page; empty for the one in view, or the first.
            about: what it is to show, as that page understands it.
            has_tray: whether there is an icon to come back by.
        """
        if self.window is None:
            self.window = self._open(has_tray=has_tray)
        self.window.render_snapshot(snapshot)
        self.window.come_forward(page, about)

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show the present, if the window is open."""
        if self.window is not None:
            self.window.render_snapshot(snapshot)

    def refresh(self) -> None:
        """Something was changed: show it, if the window is open."""
        if self.window is not None:
            self.window.refresh()

    def panel_appeared(self) -> None:
        """There is a tray now: a window that only stood in for it goes."""
        if self.window is not None:
            self.window.render_tray(present=True)
            if not self.window.isActiveWindow():
                self.window.close()

    def close(self) -> None:
        """Close the window, if it is open."""
        if self.window is not None:
            self.window.close()

    def _open(self, *, has_tray: bool) -> "MainWindow":
        from ui.window.page import Surroundings  # noqa: PLC0415  (only for a window)
        from ui.window.window import MainWindow  # noqa: PLC0415

        around = Surroundings(self._tracker, self._clock, self._autostart)
        window = MainWindow(around, has_tray=has_tray)
        window.wished.connect(self.wished)
        window.put_away.connect(self._let_go)
        return window

    def _let_go(self) -> None:
        if self.window is None:
            return
        window, self.window = self.window, None
        window.deleteLater()
        self.put_away.emit()
        QTimer.singleShot(0, self, _clean_up)


def _clean_up() -> None:
    """Give back what the window took; Python keeps rings of objects otherwise."""
    from ui import icons  # noqa: PLC0415  (loaded with the window)

    icons.forget()
    gc.collect()
    trim()


def trim() -> None:
    """Give free memory back to the system, where the allocator keeps it otherwise."""
    if sys.platform.startswith("linux"):
        import ctypes  # noqa: PLC0415  (only after a window)

        with suppress(OSError, AttributeError):  # other C libraries have no such call
            ctypes.CDLL(None).malloc_trim(0)
