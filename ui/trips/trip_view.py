"""One trip: where it stands, the one thing to do now, and all there is to see."""

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme, words
from ui.parts import (
    Body,
    Card,
    FlowLayout,
    InlineNotice,
    Lead,
    Quiet,
    flat_button,
    primary_button,
    secondary_button,
)
from ui.trips import stages, wording
from ui.trips.around_cards import CirclesCard, ListCard, RecapCard
from ui.trips.asking import Asking
from ui.trips.cards import PeopleCard, ProposalsCard, SharingCard, WindowCard
from ui.trips.ports import Json
from ui.trips.step_bar import StepBar
from ui.trips.ways import way_line

translate = QCoreApplication.translate


class TripView(QWidget):
    """Rebuilt from what the app tells whenever that has changed.

    Signals:
        sheet_requested: carries the name of a sheet.
    """

    sheet_requested = Signal(str)

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self._asking = asking
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(5 * theme.GRID_PX)
        self.steps: StepBar | None = None
        self.cards: dict[str, QWidget] = {}

    def render_trip(
        self, shown: Json, circles: list[Json], now: datetime, zone: ZoneInfo
    ) -> None:
        """Show a trip.

        Args:
            shown: as ``trip show`` has it.
            circles: as ``trip circles`` has them.
            now: the present, aware.
            zone: the own.
        """
        self._clear()
        role = shown["role"]
        if role == "asking":
            self._put("asking", _asking_card(shown, now.astimezone(zone)))
            self._put("ways", self._ways_card(shown, now.astimezone(zone)))
        elif role in {"left", "removed"}:
            self._put("gone", self._gone_card(shown))
        else:
            self._render_inside(shown, circles, now, zone)
        self.column.addStretch(1)

    def _render_inside(
        self, shown: Json, circles: list[Json], now: datetime, zone: ZoneInfo
    ) -> None:
        guest = shown["role"] == "guest"
        leads = shown["role"] == "organiser"
        names, at = stages.steps(shown, now)
        self.steps = StepBar(translate("Trips", "Where the trip stands"))
        self.steps.render_steps(names, at)
        self._put("steps", self.steps)
        self._say_what_is_unread(shown, now.astimezone(zone))
        self._put("next", self._next_card(shown, now))
        if shown["requests"]:
            self._put("people", PeopleCard(self._asking, shown))
        if shown["recap"] is not None:
            over = at == len(names) - 1
            look_back = RecapCard(self._asking, shown, guest=guest, over=over)
            self._put("recap", look_back)
        if shown["window"] is not None:
            self._put("window", WindowCard(self._asking, shown, now, zone))
        if shown["proposals"] and stages.is_open(shown, now, leads=leads):
            self._put("proposals", ProposalsCard(self._asking, shown, now, zone))
        if not shown["requests"]:
            self._put("people", PeopleCard(self._asking, shown))
        if shown["window"] is not None:
            for activities in (False, True):
                card = ListCard(self._asking, shown, activities=activities, guest=guest)
                self._put("activities" if activities else "items", card)
            if circles:
                self._put("circles", CirclesCard(self._asking, circles, leads=leads))
            if not guest:
                self._put("sharing", SharingCard(self._asking, shown))
        self._put("ways", self._ways_card(shown, now.astimezone(zone)))

    def _say_what_is_unread(self, shown: Json, now: datetime) -> None:
        if shown["unread_since"] is None:
            return
        text = translate(
            "Trips",
            "Words arrive that this computer cannot open, since {when}. Ask an"
            " organiser whether you are still in the trip.",
        )
        unread = InlineNotice(warning=True)
        unread.say(text.format(when=words.lately(shown["unread_since"], now)))
        self._put("unread", unread)

    def _next_card(self, shown: Json, now: datetime) -> Card:
        """The one thing to do now, said in a sentence."""
        found = stages.next_thing(shown, now)
        card = Card()
        card.add(Lead(found.text))
        if found.detail:
            card.add(Quiet(found.detail))
        row = FlowLayout()
        for at, (sheet, text) in enumerate(found.offers):
            make = primary_button if at == 0 and found.urges else secondary_button
            row.addWidget(make(text, partial(self.sheet_requested.emit, sheet)))
        if found.offers:
            card.add(row)
        return card

    def _ways_card(self, shown: Json, now: datetime) -> Card:
        card = Card(translate("Trips", "How it travels"))
        for way in shown["ways"]:
            card.add(Body(way_line(way, now)))
        if not shown["ways"]:
            text = translate("Trips", "It does not travel yet: choose a way.")
            card.add(Body(text))
        for fork in shown["forks"]:
            text = translate(
                "Trips",
                "Two copies of a device of {name} wrote side by side, as after a"
                " restored backup. All of it counts.",
            )
            card.add(InlineNotice(text.format(name=fork["member"])))
        if len(shown["devices"]) > 1:
            text = translate("Trips", "On {n} computers of yours; you count once.")
            card.add(Quiet(text.format(n=len(shown["devices"]))))
        row = FlowLayout()
        send = translate("Trips", "Send and receive…")
        row.addWidget(
            secondary_button(send, lambda: self.sheet_requested.emit("sending"))
        )
        if shown["ways"]:
            again = translate("Trips", "Now")
            row.addWidget(secondary_button(again, partial(self._send, shown)))
        if shown["window"] is not None:
            text = translate("Trips", "Save for your calendar…")
            row.addWidget(
                secondary_button(text, lambda: self.sheet_requested.emit("calendar"))
            )
        if shown["devices"]:
            text = translate("Trips", "On another computer…")
            row.addWidget(flat_button(text, lambda: self.sheet_requested.emit("pair")))
        if len(shown["members"]) == 1:
            text = translate("Trips", "Delete the trip")
            row.addWidget(flat_button(text, self._forget))
        elif shown["members"]:
            text = translate("Trips", "Leave the trip")
            row.addWidget(flat_button(text, lambda: self._asking.do("leave")))
        card.add(row)
        return card

    def _gone_card(self, shown: Json) -> Card:
        card = Card(translate("Trips", "You are not in this trip any more"))
        text = translate(
            "Trips", "You have left. Send once more, so that the others know."
        )
        if shown["role"] == "removed":
            text = translate("Trips", "An organiser has removed you from it.")
        card.add(Body(text))
        row = FlowLayout()
        send = translate("Trips", "Send and receive…")
        row.addWidget(
            secondary_button(send, lambda: self.sheet_requested.emit("sending"))
        )
        forget = translate("Trips", "Delete it here")
        row.addWidget(secondary_button(forget, self._forget))
        card.add(row)
        return card

    def _send(self, shown: Json) -> None:
        """Now; what was never agreed to is shown first."""
        if shown["shown"]:
            self._asking.do("sync")
        else:
            self.sheet_requested.emit("sending")

    def _forget(self) -> None:
        if self._asking.do("forget") is not None:
            self.sheet_requested.emit("")

    def _put(self, name: str, part: QWidget) -> None:
        self.cards[name] = part
        self.column.addWidget(part)

    def _clear(self) -> None:
        self.cards.clear()
        self.steps = None
        while (item := self.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


def _asking_card(shown: Json, now: datetime) -> Card:
    card = Card(translate("Trips", "You have asked to join"))
    text = translate(
        "Trips",
        "Choose how it travels, so that your request gets there. When the organiser"
        " calls, read these words to each other; if they are the same, nobody is in"
        " between:",
    )
    card.add(Body(text))
    card.add(Lead(" · ".join(shown["words"] or ())))
    if said := wording.asked_until(shown, now):
        card.add(Quiet(said))
    return card
