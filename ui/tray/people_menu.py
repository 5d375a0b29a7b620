"""People in the tray's menu: log a meeting."""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMenu

from ui.tray.lines import add_line
from unplug.engine.snapshot import Snapshot

translate = QCoreApplication.translate


class PeopleMenu(QObject):
    """One line: a meeting is logged in a few seconds.

    Signals:
        log_requested: somebody was met.
    """

    log_requested = Signal()

    def add_to(self, menu: QMenu) -> None:
        """Put the line at the menu's end."""
        text = translate("Tray", "Log a meeting…")
        self.log = add_line(menu, self.log_requested.emit, text)
        menu.addSeparator()

    def render(self, snapshot: Snapshot, *, drawn_by_panel: bool) -> None:
        """It is always the same."""
