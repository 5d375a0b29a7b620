"""The tray's menu: the day in a few lines, and what can be done."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.tray.spec import TraySpec
from ui.wishes import LoginWish, PauseLength, PauseWish

TOP_LINES = 3
translate = QCoreApplication.translate


def pause_label(length: PauseLength) -> str:
    """A pause as the menu and the window name it."""
    match length:
        case PauseLength.QUARTER_HOUR:
            return translate("Pause", "15 min")
        case PauseLength.HOUR:
            return translate("Pause", "1 hour")
        case PauseLength.UNTIL_TOMORROW:
            return translate("Pause", "Until tomorrow")


class TrayMenu(QObject):
    """A menu whose entries stay and only change their text: hosts redraw less.

    Signals:
        opened: it is about to be seen.
        pause_requested: carries a `PauseWish`.
        resume_requested: end the pause.
        open_requested: show the window.
        login_start_requested: carries a `LoginWish`.
        quit_requested: end the app.
    """

    opened = Signal()
    pause_requested = Signal(PauseWish)
    resume_requested = Signal()
    open_requested = Signal()
    login_start_requested = Signal(LoginWish)
    quit_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.menu = QMenu()
        self.menu.aboutToShow.connect(self.opened)
        # Lines that only inform also open the window: a disabled line is hard to read.
        self.headline = self._add(self.open_requested.emit)
        self.doing = self._add(self.open_requested.emit)
        self.notice = self._add(self.open_requested.emit)
        self.menu.addSeparator()
        self.top = [self._add(self.open_requested.emit) for _ in range(TOP_LINES)]
        self.top_end = self.menu.addSeparator()
        self.pause_menu = self._add_pause_menu()
        self.resume = self._add(self.resume_requested.emit)
        self.menu.addSeparator()
        self.open = self._add(self.open_requested.emit)
        self.login_start = self._add(self._login_start_clicked)
        self.login_start.setCheckable(True)
        self.menu.addSeparator()
        self.quit = self._add(self.quit_requested.emit)
        self._name_entries()

    def render(self, spec: TraySpec, *, drawn_by_panel: bool = False) -> None:
        """Show a spec.

        Args:
            spec: what to show.
            drawn_by_panel: whether the panel draws the menu, and not Qt.
        """
        lines = {self.headline: spec.headline, self.doing: spec.doing}
        lines[self.notice] = spec.notice
        for at, action in enumerate(self.top):
            lines[action] = spec.top[at] if at < len(spec.top) else ""
        for action, text in lines.items():
            _say(action, text.replace("_", "__") if drawn_by_panel else text)
        self.top_end.setVisible(bool(spec.top))
        self.pause_menu.menuAction().setVisible(not spec.paused)
        self.resume.setVisible(spec.paused)

    def render_login_start(self, *, on: bool) -> None:
        """Show whether unplug starts at login."""
        self.login_start.setChecked(on)

    def _add(self, on_triggered: object) -> QAction:
        action = QAction(self.menu)
        action.triggered.connect(lambda *_: on_triggered())  # type: ignore[operator]
        self.menu.addAction(action)
        return action

    def _add_pause_menu(self) -> QMenu:
        menu = self.menu.addMenu("")
        for length in PauseLength:
            action = menu.addAction(pause_label(length))
            wish = PauseWish(length)
            action.triggered.connect(partial(self._pause_clicked, wish))
        return menu

    def _name_entries(self) -> None:
        self.pause_menu.setTitle(translate("Tray", "Pause tracking"))
        self.resume.setText(translate("Tray", "Resume tracking"))
        self.open.setText(translate("Tray", "Open"))
        self.login_start.setText(translate("Tray", "Start at login"))
        self.quit.setText(translate("Tray", "Quit"))

    def _pause_clicked(self, wish: PauseWish, *_: object) -> None:
        self.pause_requested.emit(wish)

    def _login_start_clicked(self) -> None:
        self.login_start_requested.emit(LoginWish(on=self.login_start.isChecked()))


def _say(action: QAction, text: str) -> None:
    """Set a line's text as it is; an empty line is not there.

    A single ampersand would underline the letter after it; in a panel's menu a
    single underscore does, and Qt passes those on as they are.
    """
    shown = text.replace("&", "&&")
    if action.text() != shown:
        action.setText(shown)
    action.setVisible(bool(text))
