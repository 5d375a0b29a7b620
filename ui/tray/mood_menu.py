"""A mood note from the tray's menu: one tap, and nothing asks for it."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMenu

from ui.mood_words import MARKS, mark_name
from ui.tray.lines import add_line
from ui.wishes import MoodWish
from unplug.engine.snapshot import Snapshot

translate = QCoreApplication.translate


class MoodMenu(QObject):
    """Offers the five marks, the good ones first, as one looks up.

    Signals:
        noted: carries a `MoodWish`.
    """

    noted = Signal(MoodWish)

    def add_to(self, menu: QMenu) -> None:
        """Put the lines at the menu's end."""
        self.marks = menu.addMenu(translate("Tray", "How are you?"))
        for mark in reversed(MARKS):
            wish = partial(self.noted.emit, MoodWish(mark))
            add_line(self.marks, wish, f"{mark} · {mark_name(mark)}")
        menu.addSeparator()

    def render(self, snapshot: Snapshot, *, drawn_by_panel: bool) -> None:
        """Nothing here changes."""
        del snapshot, drawn_by_panel
