"""The page of trips: those there are, one of them, and the sheets on the way."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.parts import (
    Deck,
    EmptyState,
    FlowLayout,
    InlineNotice,
    ListRow,
    flat_button,
    primary_button,
    secondary_button,
)
from ui.trips import wording
from ui.trips.asking import Asking
from ui.trips.beginning import CreateSheet, JoinSheet
from ui.trips.inviting import InviteSheet
from ui.trips.pairing import PairSheet, TakeUpSheet
from ui.trips.ports import AppWithTrips, Json
from ui.trips.proposing import ProposeSheet
from ui.trips.sending import SendingSheet
from ui.trips.sheet import Sheet
from ui.trips.trip_view import TripView
from ui.troubles import sentence
from ui.window.page import Page, Surroundings
from ui.wishes import TripActed
from unplug.clock import Clock
from unplug.engine.snapshot import Snapshot
from unplug.errors import UnplugError

translate = QCoreApplication.translate


class TripsPage(Page):
    """Everything that can be done with trips."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(translate("Trips", "Trips"))
        app: AppWithTrips = around.app
        self._clock: Clock = around.clock
        self._seen: object = None
        self.refused = InlineNotice(warning=True)
        self.refused.hide()
        self.asking = Asking(app.trips, acted=self._acted, refused=self._refuse)
        self.others = flat_button(translate("Trips", "All trips"), self._show_all)
        self.head.addWidget(self.others)
        self.deck = Deck()
        self.all = QWidget()
        self.all_column = QVBoxLayout(self.all)
        self.all_column.setContentsMargins(0, 0, 0, 0)
        self.all_column.setSpacing(2 * theme.GRID_PX)
        self.view = TripView(self.asking)
        self.view.sheet_requested.connect(self.open_sheet)
        self.deck.add(self.all)
        self.deck.add(self.view)
        self.sheets: dict[str, Sheet] = {}
        self.add(self.refused)
        self.add(self.deck)

    def refresh(self) -> None:
        """Show how things are now, unless somebody is writing."""
        sheet = self.deck.current
        if isinstance(sheet, Sheet):
            sheet.catch_up()
            return
        if self._is_writing():
            return
        try:
            trips = self.asking.tell("list", trip=None)["trips"]
            known = {row["trip"] for row in trips}
            if self.asking.trip not in known:
                self.asking.trip = trips[0]["trip"] if len(trips) == 1 else ""
            self.others.setVisible(bool(self.asking.trip))
            if self.asking.trip:
                self._render_trip()
            else:
                self._render_all(trips)
        except UnplugError as error:
            self._refuse(sentence(error))

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Something may have come meanwhile."""
        del snapshot
        self.refresh()

    def look_at(self, about: str) -> None:
        """Show a trip by its id, or begin something: ``create``, ``join``."""
        if about in _SHEETS:
            self.open_sheet(about)
        elif about:
            self.asking.trip = about
            self._leave_sheet()

    def open_sheet(self, name: str) -> None:
        """Put a sheet in the place of the page; empty: back to the list."""
        self._refuse("")
        if not name:
            self._show_all()
            return
        if name == "calendar":
            self._save_calendar()
            return
        if name not in self.sheets:
            sheet = self.sheets[name] = _SHEETS[name](self.asking, self._clock)
            sheet.left.connect(lambda _done: self._leave_sheet())
            self.deck.add(sheet)
        self.deck.show_part(self.sheets[name])
        if name in _BEGINNINGS:  # it is not about the trip that was in view
            self.title.setText(translate("Trips", "Trips"))
        self.others.hide()
        self.sheets[name].begin()

    def save_calendar(self, path: str) -> None:
        """Write the window as a calendar."""
        self.asking.do("export", file=path)

    def _render_trip(self) -> None:
        shown = self.asking.tell("show")
        circles = self._circles(shown)
        now = self._clock.stamp().utc
        seen = (shown, circles, now.replace(second=0, microsecond=0))
        known = shown["role"] != "asking"
        self.title.setText(shown["name"] if known else translate("Trips", "A trip"))
        if seen != self._seen or self.deck.current is not self.view:
            self._seen = seen
            self.view.render_trip(shown, circles, now, self._clock.zone())
        self.deck.show_part(self.view)

    def _circles(self, shown: Json) -> list[Json]:
        return self.asking.tell("circles")["circles"] if shown["window"] else []

    def _render_all(self, trips: list[Json]) -> None:
        self.title.setText(translate("Trips", "Trips"))
        _clear(self.all_column)
        if not trips:
            self.all_column.addWidget(_nothing_yet(self.open_sheet))
            self.all_column.addStretch(1)
            self.deck.show_part(self.all)
            return
        for row in trips:
            line = ListRow(
                row["name"] or translate("Trips", "You have asked to join"),
                _when(row),
                icon="trips",
            )
            line.clicked.connect(lambda *_, t=row["trip"]: self.look_at(t))
            self.all_column.addWidget(line)
        self.all_column.addLayout(_beginnings(self.open_sheet))
        self.all_column.addStretch(1)
        self.deck.show_part(self.all)

    def _show_all(self) -> None:
        self.asking.trip = ""
        self._seen = None
        self._leave_sheet(keep_trip=False)

    def _leave_sheet(self, *, keep_trip: bool = True) -> None:
        self._refuse("")
        self.deck.show_part(self.view if keep_trip else self.all)
        self._seen = None
        if keep_trip:
            self.refresh()
            return
        trips = self.asking.tell("list", trip=None)["trips"]
        self.others.hide()
        self._render_all(trips)

    def _is_writing(self) -> bool:
        """Whether somebody is in the middle of a text that would be lost."""
        focus = self.focusWidget()
        if isinstance(focus, QLineEdit):
            return focus.isModified() and bool(focus.text())
        return isinstance(focus, QPlainTextEdit) and focus.document().isModified()

    def _acted(self) -> None:
        self.wished.emit(TripActed())
        self.refresh()

    def _refuse(self, text: str) -> None:
        self.refused.say(text)

    def _save_calendar(self) -> None:
        title = translate("Trips", "Save for your calendar")
        path, _ = QFileDialog.getSaveFileName(self, title, "trip.ics")
        if path:
            self.save_calendar(path if path.endswith(".ics") else f"{path}.ics")


def _nothing_yet(open_sheet: Callable[[str], None]) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    text = translate(
        "Trips",
        "A group of 3 to 15 agrees on a time, everybody unplugs at the same moment, and"
        " afterwards you look back together. No account, no server.",
    )
    create = primary_button(
        translate("Trips", "Plan a trip"), lambda: open_sheet("create")
    )
    join = secondary_button(
        translate("Trips", "I have an invite"), lambda: open_sheet("join")
    )
    heading = translate("Trips", "Be offline together")
    empty = EmptyState(icon="trips", heading=heading, text=text, action=create)
    column.addWidget(empty)
    column.addWidget(join, 0, Qt.AlignmentFlag.AlignHCenter)
    other = flat_button(
        translate("Trips", "From my other computer"), lambda: open_sheet("take-up")
    )
    column.addWidget(other, 0, Qt.AlignmentFlag.AlignHCenter)
    return whole


def _beginnings(open_sheet: Callable[[str], None]) -> FlowLayout:
    row = FlowLayout()
    for name, text in (
        ("create", translate("Trips", "Plan another trip")),
        ("join", translate("Trips", "I have an invite")),
        ("take-up", translate("Trips", "From my other computer")),
    ):
        row.addWidget(secondary_button(text, partial(open_sheet, name)))
    return row


def _when(row: Json) -> str:
    if row["start"] is None:
        return translate("Trips", "no time is set yet")
    start, end = (wording.both_ends(row)[i].astimezone() for i in (0, 1))
    return wording.stretch(start, end)


def _clear(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (layout := item.layout()) is not None:
            while (inner := layout.takeAt(0)) is not None:
                if (widget := inner.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()


_BEGINNINGS = ("create", "join", "take-up")
_SHEETS: dict[str, Callable[[Asking, Clock], Sheet]] = {
    "create": lambda asking, _: CreateSheet(asking),
    "join": lambda asking, _: JoinSheet(asking),
    "propose": ProposeSheet,
    "invite": lambda asking, _: InviteSheet(asking),
    "sending": SendingSheet,
    "pair": lambda asking, _: PairSheet(asking),
    "take-up": lambda asking, _: TakeUpSheet(asking),
}
