"""The tray's menu: each area adds its lines, one after the other."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from ui.tray.app_menu import AppMenu
from ui.tray.day_menu import DayMenu
from ui.tray.mood_menu import MoodMenu
from ui.tray.people_menu import PeopleMenu
from ui.tray.session_menu import SessionMenu
from ui.tray.suggest_menu import SuggestMenu
from ui.tray.tracking_menu import TrackingMenu
from ui.tray.trips_menu import TripsMenu
from unplug.engine.snapshot import Snapshot


class MenuArea(Protocol):
    """An area's lines in the menu; a module ``ui/tray/<area>_menu.py`` of its own.

    It is loaded at start and stays: so it imports Qt, words and wishes, and nothing
    of its area. An area ends in a separator of its own, if it needs one, and hides
    that with its lines. Its wishes are signals that `ui.tray_app` connects.
    """

    def add_to(self, menu: QMenu) -> None:
        """Put the lines at the menu's end; called once."""

    def render(self, snapshot: Snapshot, *, drawn_by_panel: bool) -> None:
        """Show the present; changes only what differs, for panels redraw then."""


class TrayMenu(QObject):
    """A menu whose entries stay and only change their text: hosts redraw less.

    Attributes:
        areas: what is in it, from top to bottom.

    Signals:
        opened: it is about to be seen.
    """

    opened = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.menu = QMenu()
        self.menu.aboutToShow.connect(self.opened)
        self.day = DayMenu(self)
        self.suggestions = SuggestMenu(self)
        self.tracking = TrackingMenu(self)
        self.sessions = SessionMenu(self)
        self.people = PeopleMenu(self)
        self.moods = MoodMenu(self)
        self.trips = TripsMenu(self)
        self.app = AppMenu(self)
        self.areas: tuple[MenuArea, ...] = (
            self.day,
            self.suggestions,
            self.sessions,
            self.people,
            self.trips,
            self.tracking,
            self.moods,
            self.app,
        )
        for area in self.areas:
            area.add_to(self.menu)

    def render(self, snapshot: Snapshot, *, drawn_by_panel: bool = False) -> None:
        """Show the present.

        Args:
            snapshot: what to show.
            drawn_by_panel: whether the panel draws the menu, and not Qt.
        """
        for area in self.areas:
            area.render(snapshot, drawn_by_panel=drawn_by_panel)
