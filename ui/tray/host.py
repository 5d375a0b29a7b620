"""Whether a panel shows tray icons, and the moment when one begins to."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

WATCHER_NAME = "org.kde.StatusNotifierWatcher"


class TrayHost(QObject):
    """Waits for a panel without asking again and again.

    Signals:
        appeared: there was none, and now there is.
    """

    appeared = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._present = QSystemTrayIcon.isSystemTrayAvailable()
        if not self._present and sys.platform.startswith("linux"):
            self._wait_on_the_bus()

    @property
    def present(self) -> bool:
        """Whether there was one when last looked."""
        return self._present

    def look(self) -> None:
        """Look once more, at a moment when something else woke us anyway.

        Panels of the older kind do not announce themselves on the bus.
        """
        if not self._present and QSystemTrayIcon.isSystemTrayAvailable():
            self._present = True
            self.appeared.emit()

    def _wait_on_the_bus(self) -> None:
        # Only who has no panel pays for these bindings.
        from PySide6.QtDBus import (  # noqa: PLC0415
            QDBusConnection,
            QDBusServiceWatcher,
        )

        watcher = QDBusServiceWatcher(
            WATCHER_NAME,
            QDBusConnection.sessionBus(),
            QDBusServiceWatcher.WatchModeFlag.WatchForRegistration,
            self,
        )
        watcher.serviceRegistered.connect(self._registered)

    def _registered(self, _name: str) -> None:
        if not self._present:
            self._present = True
            self.appeared.emit()
