"""How a trip travels, and what of it leaves this computer, word for word."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QWidget,
)

from ui import theme
from ui.parts import Body, Heading, Quiet, Separator, secondary_button
from ui.trips.asking import Asking
from ui.trips.broker_form import BrokerChosen, BrokerForm
from ui.trips.hosting import HostBox
from ui.trips.ports import Json
from ui.trips.sheet import Sheet
from ui.trips.ways import WaysList
from ui.troubles import sentence
from ui.window.asking import sure
from unplug.clock import Clock
from unplug.errors import UnplugError

translate = QCoreApplication.translate


class SendingSheet(Sheet):
    """Choose a way; before the first time everything that leaves is shown."""

    def __init__(self, asking: Asking, clock: Clock) -> None:
        self._clock = clock
        self._agreed = False
        super().__init__(
            asking,
            translate("Trips", "How it travels"),
            translate(
                "Trips",
                "Nothing is sent before you choose a way. Everything goes out sealed:"
                " whoever carries it sees noise.",
            ),
        )
        self.ways = WaysList()
        self.ways.removal_requested.connect(self.remove_way)
        self.card.add(self.ways)
        self.send = secondary_button(
            translate("Trips", "Send this way…"),
            lambda: self._after_a_yes(lambda: self._sync({})),
        )
        self.card.add(_beside(QWidget(), self.send))
        self.card.add(Heading(translate("Trips", "What leaves this computer")))
        self.literally = QPlainTextEdit()
        self.literally.setReadOnly(True)
        self.literally.setAccessibleName(
            translate("Trips", "What leaves this computer, word for word")
        )
        self.literally.setMinimumHeight(40 * theme.GRID_PX)
        self.card.add(self.literally)
        self.card.add(Separator())
        self._add_folder()
        self._add_broker()
        self.host = HostBox()
        self.host.switch_requested.connect(self.host_trips)
        self.card.add(self.host)
        self._add_files()
        self.told = Body()
        self.card.add(self.told)
        self.close_column()

    def begin(self) -> None:
        """Show what leaves, and the ways there are."""
        self.told.setText("")
        self.broker.clear()
        self.catch_up()
        self.folder.setFocus()

    def catch_up(self) -> None:
        """Show how it stands now, without touching what somebody writes."""
        try:
            told = self.asking.tell("leaving")
            self._agreed = bool(told["shown"])
            literally = _literally(told)
            if literally != self.literally.toPlainText():
                self.literally.setPlainText(literally)
            shown = self.asking.tell("show")
            self._render_ways(shown["ways"])
            self.host.setVisible(shown["role"] == "organiser")
            self.host.render_host(self.asking.tell("host"))
        except UnplugError as error:
            self.told.setText(sentence(error))

    def host_trips(self, on: bool) -> None:  # noqa: FBT001  (as the signal has it)
        """Be the broker of one's trips, or not any more."""
        if not on:
            self._host(on=False)
            return
        self._after_a_yes(lambda: self._host(on=True))

    def _host(self, *, on: bool) -> None:
        self.asking.do("host", on=on, agreed=on)
        self.catch_up()

    def by_folder(self, path: str) -> None:
        """Travel through a folder."""
        self._after_a_yes(lambda: self._sync({"folder": path}))

    def by_broker(self, chosen: BrokerChosen) -> None:
        """Travel over a broker."""
        way = {"broker": chosen.url, "files": chosen.files}
        self._after_a_yes(lambda: self._sync(way))

    def _after_a_yes(self, then: Callable[[], object]) -> None:
        """Let it travel; before the first time only once that was agreed to."""
        if self._agreed:
            then()
            return
        dialog = sure(
            self,
            question=translate("Trips", "May this leave your computer?"),
            text=translate(
                "Trips",
                "What is listed here goes out now, sealed for the group; from then on"
                " whatever you do in this trip, of the kinds listed below it.",
            ),
            yes=translate("Trips", "Send it"),
            no=translate("Trips", "Send nothing"),
            then=then,
        )
        dialog.rejected.connect(self.catch_up)

    def _sync(self, way: Json) -> None:
        if self.asking.do("sync", agreed=True, **way) is not None:
            self.broker.clear()
            self.left.emit(True)  # noqa: FBT003  (Qt's)

    def _render_ways(self, ways: list[Json]) -> None:
        now = self._clock.stamp().utc.astimezone(self._clock.zone())
        self.ways.render_ways(ways, now)
        self.send.setVisible(bool(ways) and not self._agreed)

    def remove_way(self, place: str) -> None:
        """Travel there no longer."""
        done = self.asking.do("forget-way", place=place)
        if done is not None:
            self._render_ways(done["ways"])
            text = translate("Trips", "Removed: {place}. What lies there stays there.")
            self.told.setText(text.format(place=place))

    def write(self, path: str) -> None:
        """Write all of it into a file."""
        if self.asking.do("export", file=str(Path(path).absolute())) is not None:
            self.told.setText(translate("Trips", "Saved; hand it on to the others."))

    def read(self, path: str) -> None:
        """Take in a file of somebody else's."""
        done = self.asking.do("import", file=str(Path(path).absolute()))
        if done is not None:
            text = translate("Trips", "Taken in: {count} new.")
            self.told.setText(text.format(count=done["received"]))

    def _add_folder(self) -> None:
        text = translate(
            "Trips",
            "A folder that all of you sync, such as a shared drive or Syncthing."
            " No server needed.",
        )
        self.folder = secondary_button(
            translate("Trips", "Choose a folder…"), self._choose_folder
        )
        self.card.add(Heading(translate("Trips", "Through a folder")))
        self.card.add(_beside(Quiet(text), self.folder))

    def _add_broker(self) -> None:
        self.card.add(Separator())
        self.card.add(Heading(translate("Trips", "Over a broker")))
        self.broker = BrokerForm(self.asking)
        self.broker.chosen.connect(self.by_broker)
        self.card.add(self.broker)

    def _add_files(self) -> None:
        self.card.add(Separator())
        self.card.add(Heading(translate("Trips", "From hand to hand")))
        text = translate(
            "Trips", "A file that you give each other, on a stick or by mail."
        )
        self.out = secondary_button(translate("Trips", "Save a file…"), self._save)
        self.into = secondary_button(translate("Trips", "Open a file…"), self._open)
        self.card.add(_beside(Quiet(text), self.out, self.into))

    def _choose_folder(self) -> None:
        title = translate("Trips", "Choose a folder that all of you sync")
        if path := QFileDialog.getExistingDirectory(self, title):
            self.by_folder(path)

    def _save(self) -> None:
        title = translate("Trips", "Save the trip")
        path, _ = QFileDialog.getSaveFileName(self, title, "trip.unplug-trip")
        if path:
            self.write(path)

    def _open(self) -> None:
        title = translate("Trips", "Open a trip file")
        path, _ = QFileDialog.getOpenFileName(self, title)
        if path:
            self.read(path)


def _literally(told: Json) -> str:
    """Every op that leaves, with every field it has; then what ever can."""
    lines = []
    for said in told["leaves"]:
        lines.append(f"{said['kind']}: {said['meaning']}")
        lines += [f"    {name}: {value}" for name, value in said["fields"].items()]
    lines.append("")
    lines.append(translate("Trips", "Nothing but these kinds of things ever leaves:"))
    lines += [f"    {kind}: {meaning}" for kind, meaning in told["ever"]]
    return "\n".join(lines)


def _beside(text: QWidget, *buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2 * theme.GRID_PX)
    row.addWidget(text, 1)
    for button in buttons:
        row.addWidget(button)
    return row
