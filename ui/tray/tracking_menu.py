"""Pausing what is recorded, in the tray's menu."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMenu

from ui.tray.lines import add_line
from ui.wishes import PauseLength, PauseWish
from unplug.engine.snapshot import Snapshot
from unplug.usage.states import State

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


class TrackingMenu(QObject):
    """Offers to go off the record, or to be back on it.

    Signals:
        pause_requested: carries a `PauseWish`.
        resume_requested: end the pause.
    """

    pause_requested = Signal(PauseWish)
    resume_requested = Signal()

    def add_to(self, menu: QMenu) -> None:
        """Put the lines at the menu's end."""
        self.pauses = menu.addMenu(translate("Tray", "Pause tracking"))
        for length in PauseLength:
            wish = partial(self.pause_requested.emit, PauseWish(length))
            add_line(self.pauses, wish, pause_label(length))
        resume = translate("Tray", "Resume tracking")
        self.resume = add_line(menu, self.resume_requested.emit, resume)
        menu.addSeparator()

    def render(self, snapshot: Snapshot, *, drawn_by_panel: bool) -> None:
        """Show the present."""
        del drawn_by_panel  # nothing here has a name from outside
        paused = snapshot.state is State.PAUSED
        self.pauses.menuAction().setVisible(not paused)
        self.resume.setVisible(paused)
