"""The app itself in the tray's menu: its window, its start, its end."""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMenu

from ui.tray.lines import add_line
from ui.wishes import LoginWish
from unplug.engine.snapshot import Snapshot

translate = QCoreApplication.translate


class AppMenu(QObject):
    """Opens the window, starts at login, quits.

    Signals:
        open_requested: show the window.
        login_start_requested: carries a `LoginWish`.
        quit_requested: end the app.
    """

    open_requested = Signal()
    login_start_requested = Signal(LoginWish)
    quit_requested = Signal()

    def add_to(self, menu: QMenu) -> None:
        """Put the lines at the menu's end."""
        open_label = translate("Tray", "Open")
        self.open = add_line(menu, self.open_requested.emit, open_label)
        login_label = translate("Tray", "Start at login")
        self.login_start = add_line(menu, self._login_start_chosen, login_label)
        self.login_start.setCheckable(True)
        menu.addSeparator()
        quit_label = translate("Tray", "Quit")
        self.quit = add_line(menu, self.quit_requested.emit, quit_label)

    def render(self, snapshot: Snapshot, *, drawn_by_panel: bool) -> None:
        """Nothing here follows the present."""

    def render_login_start(self, *, on: bool) -> None:
        """Show whether unplug starts at login."""
        self.login_start.setChecked(on)

    def _login_start_chosen(self) -> None:
        self.login_start_requested.emit(LoginWish(on=self.login_start.isChecked()))
