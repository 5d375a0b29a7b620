"""What concerns the whole app: pausing, and ending it."""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui import words
from ui.tray.tracking_menu import pause_label
from ui.window.side_bar import BarButton
from ui.wishes import PauseLength, PauseWish, QuitWish, ResumeWish
from unplug.engine.snapshot import Snapshot
from unplug.usage.states import State

translate = QCoreApplication.translate


class MoreMenu(QObject):
    """The menu at the end of the bar, whose button says what tracking does.

    Args:
        button: the button.

    Signals:
        wished: carries a `PauseWish`, `ResumeWish` or `QuitWish`.
    """

    wished = Signal(object)

    def __init__(self, button: BarButton) -> None:
        super().__init__(button)
        self._button = button
        self.menu = QMenu(button)
        self.pauses = {
            length: self._add(self._pause_text(length), PauseWish(length))
            for length in PauseLength
        }
        self.resume = self._add(translate("Window", "Resume tracking"), ResumeWish())
        self.menu.addSeparator()
        self.quit = self._add(translate("Window", "Quit unplug"), QuitWish())
        button.setMenu(self.menu)
        self.resume.setVisible(False)

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show what tracking does, and offer the other."""
        paused = snapshot.state is State.PAUSED
        for action in self.pauses.values():
            action.setVisible(not paused)
        self.resume.setVisible(paused)
        text = translate("Window", "Paused") if paused else translate("Window", "More")
        self._button.rename("pause" if paused else "more", text)
        self._button.setAccessibleDescription(words.doing(snapshot))

    def ask_to_quit(self) -> None:
        """Want the app to end."""
        self.wished.emit(QuitWish())

    def _pause_text(self, length: PauseLength) -> str:
        text = translate("Window", "Pause tracking: {length}")
        return text.format(length=pause_label(length))

    def _add(self, text: str, wish: object) -> QAction:
        action = QAction(text, self.menu)
        action.triggered.connect(lambda *_: self.wished.emit(wish))
        self.menu.addAction(action)
        return action
