"""People in the tray's menu: who celebrates today, and a meeting to log."""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMenu

from ui.celebrated_words import celebrated
from ui.tray.lines import add_line, say
from unplug.engine.snapshot import Snapshot

translate = QCoreApplication.translate


class PeopleMenu(QObject):
    """Who celebrates, on the days on which somebody does; a meeting in a few seconds.

    Signals:
        log_requested: somebody was met.
        person_requested: somebody is to be shown; carries their UID.
    """

    log_requested = Signal()
    person_requested = Signal(str)
    _uid = ""

    def add_to(self, menu: QMenu) -> None:
        """Put the lines at the menu's end."""
        self.celebrated = add_line(menu, lambda: self.person_requested.emit(self._uid))
        text = translate("Tray", "Log a meeting…")
        self.log = add_line(menu, self.log_requested.emit, text)
        menu.addSeparator()

    def render(self, snapshot: Snapshot, *, drawn_by_panel: bool) -> None:
        """Show the present."""
        them = snapshot.celebrated
        self._uid = them[0].uid if them else ""
        text = celebrated(them)
        say(self.celebrated, text, drawn_by_panel=drawn_by_panel)
