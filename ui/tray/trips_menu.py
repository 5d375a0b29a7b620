"""The trip that comes next, in the tray's menu."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMenu

from ui import words
from ui.tray.lines import add_line, say
from unplug.engine.snapshot import Snapshot, TripNow

NAME_LIMIT = 40
translate = QCoreApplication.translate


class TripsMenu(QObject):
    """A line of two: what comes, and whether it still wants an answer.

    Signals:
        page_requested: show the trips page.
    """

    page_requested = Signal()

    def add_to(self, menu: QMenu) -> None:
        """Put the lines at the menu's end."""
        self.trip = add_line(menu, self.page_requested.emit)
        self.question = add_line(menu, self.page_requested.emit)
        self.end = menu.addSeparator()

    def render(self, snapshot: Snapshot, *, drawn_by_panel: bool) -> None:
        """Show the present."""
        tell = partial(say, drawn_by_panel=drawn_by_panel)
        trip = snapshot.trip
        tell(self.trip, "" if trip is None else trip_line(trip, snapshot))
        asks = trip is not None and trip.stage == "agreed" and not trip.answered
        text = translate("Tray", "Do you take part?…")
        tell(self.question, text if asks else "")
        self.end.setVisible(trip is not None)


def trip_line(trip: TripNow, snapshot: Snapshot) -> str:
    """The trip in a line."""
    name = words.one_line(trip.name, NAME_LIMIT) or translate("Tray", "Trip")
    if trip.stage == "agreed" and trip.start is not None:
        text = translate("Tray", "{name} · offline together {when}")
        return text.format(name=name, when=words.moment(trip.start, snapshot.at))
    if trip.stage == "together" and trip.end is not None:
        text = translate("Tray", "{name} · together until {when}")
        return text.format(name=name, when=words.moment(trip.end, snapshot.at))
    told = {
        "asking": translate("Tray", "{name} · waiting to be let in"),
        "after": translate("Tray", "{name} · look back together"),
    }
    return told.get(
        trip.stage, translate("Tray", "{name} · no time is set yet")
    ).format(name=name)
