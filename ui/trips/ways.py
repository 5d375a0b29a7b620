"""The ways by which a trip travels, each with how it went and a way out of it."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.parts import Body, Small, flat_button
from ui.trips.ports import Json

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
        self._seen: list[Json] | None = None

    def render_ways(self, ways: list[Json]) -> None:
        """Show them; nothing moves where nothing has changed."""
        if ways == self._seen:
            return
        self._seen = ways
        while (item := self.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for way in ways:
            self.column.addWidget(self._row(way))
        self.setVisible(bool(ways))

    def _row(self, way: Json) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.GRID_PX)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Body(way_name(way)))
        words.addWidget(Small(how_it_went(way)))
        row.addLayout(words, 1)
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


def how_it_went(way: Json) -> str:
    """When it last went well, and what is the matter."""
    last = way["last_succeeded"]
    when = translate("Trips", "never") if last is None else last[:16].replace("T", " ")
    text = translate("Trips", "Last succeeded: {last}").format(last=when)
    if way["error"]:
        return f"{way['error']}\n{text}"
    return text


def way_line(way: Json) -> str:
    """A way, and when it last went well, in one line."""
    last = way["last_succeeded"]
    if way["error"]:
        text = translate("Trips", "{place}: {error}. Last succeeded: {last}")
    else:
        text = translate("Trips", "{place}: last succeeded {last}")
    never = translate("Trips", "never")
    when = never if last is None else last[:16].replace("T", " ")
    return text.format(place=way["place"], error=way["error"], last=when)
