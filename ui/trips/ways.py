"""The ways by which a trip travels, each with how it went and a way out of it."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme, words
from ui.parts import Body, Small, flat_button
from ui.trips.ports import Json
from ui.troubles import in_words, sentence

translate = QCoreApplication.translate
OWN = "own"


class WaysList(QWidget):
    """All of them.

    Signals:
        removal_requested: one is to be used no longer; carries its place.
    """

    removal_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2 * theme.GRID_PX)
        self._seen: object = None

    def render_ways(self, ways: list[Json], now: datetime) -> None:
        """Show them; nothing moves where nothing has changed.

        Args:
            ways: as ``trip show`` has them.
            now: the present, in the own zone.
        """
        if (ways, now.date()) == self._seen:
            return
        self._seen = (ways, now.date())
        while (item := self.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for way in ways:
            self.column.addWidget(self._row(way, now))
        self.setVisible(bool(ways))

    def _row(self, way: Json, now: datetime) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.GRID_PX)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(Body(way_name(way)))
        lines.addWidget(Small(how_it_went(way, now)))
        row.addLayout(lines, 1)
        if way["kind"] != OWN:  # that one goes with its switch
            name = translate("Trips", "Remove {place}").format(place=way["place"])
            remove = partial(self.removal_requested.emit, way["place"])
            row.addWidget(flat_button(translate("Trips", "Remove"), remove, name=name))
        return whole


def way_name(way: Json) -> str:
    """Where it leads; zero-width spaces let a long path go on in a new line."""
    place = str(way["place"])
    if way["kind"] == OWN:
        text = translate("Trips", "This computer's own broker, {place}")
        return text.format(place=place)
    return place.replace("/", "/\u200b")


def how_it_went(way: Json, now: datetime) -> str:
    """When it last went well, and what is the matter."""
    text = translate("Trips", "Last succeeded: {last}").format(last=_when(way, now))
    if way["error"]:
        return f"{sentence(way['error'])}\n{text}"
    return text


def way_line(way: Json, now: datetime) -> str:
    """A way, and when it last went well, in one line."""
    if way["error"]:
        text = translate("Trips", "{place}: {error}. Last succeeded: {last}")
    else:
        text = translate("Trips", "{place}: last succeeded {last}")
    last = _when(way, now)
    error = in_words(way["error"] or "")
    return text.format(place=way_name(way), error=error, last=last)


def _when(way: Json, now: datetime) -> str:
    last = way["last_succeeded"]
    return translate("Trips", "never") if last is None else words.lately(last, now)
