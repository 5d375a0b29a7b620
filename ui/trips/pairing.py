"""A trip on several computers of one person: out by a file and words, in by both."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import theme
from ui.parts import (
    Body,
    FlowLayout,
    FormRow,
    Heading,
    Lead,
    Quiet,
    Separator,
    Small,
    flat_button,
    secondary_button,
)
from ui.trips.asking import Asking
from ui.trips.file_field import FileField
from ui.trips.ports import Json
from ui.trips.sheet import Sheet
from ui.troubles import sentence
from ui.window.asking import sure
from unplug.errors import UnplugError

translate = QCoreApplication.translate
SUFFIX = ".unplug-device"
_SHORT = 8


class PairSheet(Sheet):
    """Take the trip in view to another computer, and see on which it is."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(
            asking,
            translate("Trips", "On another computer of yours"),
            translate(
                "Trips",
                "There you are the same member, and whatever you do on one is on the"
                " other once both have synced. Save a file, open it there under “From"
                " my other computer”, and type the six words that are shown here.",
            ),
        )
        self._seen: list[Json] | None = None
        self.save = secondary_button(translate("Trips", "Save a file…"), self._save)
        row = FlowLayout()
        row.addWidget(self.save)
        self.card.add(row)
        self.card.add(self._made())
        self.card.add(Separator())
        self.card.add(Heading(translate("Trips", "Your computers in this trip")))
        self.devices = QVBoxLayout()
        self.devices.setSpacing(theme.GRID_PX)
        self.card.add(self.devices)
        self.close_column()

    def begin(self) -> None:
        """No words are shown before there is a file."""
        self.made.hide()
        self.catch_up()
        self.save.setFocus()

    def catch_up(self) -> None:
        """Show the devices there are now."""
        try:
            found = self.asking.tell("show")["devices"]
        except UnplugError as error:
            self.told.setText(sentence(error))
            return
        if found == self._seen:
            return
        self._seen = found
        _clear(self.devices)
        for device in found:
            self.devices.addWidget(self._row(device))

    def write(self, path: str) -> None:
        """Write the file, and show the words that open it."""
        done = self.asking.do("pair", file=str(Path(path).absolute()))
        if done is None:
            return
        self.words.setText(" · ".join(done["words"]))
        day = QLocale().toString(
            QLocale.c().toDate(str(done["expires"])[:10], "yyyy-MM-dd"),
            QLocale.FormatType.LongFormat,
        )
        text = translate(
            "Trips",
            "Saved as {file}. Whoever has both the file and the words is you in this"
            " trip: take them there separately, and delete the file afterwards. It is"
            " good until {day}.",
        )
        self.told.setText(
            text.format(file=done["file"].replace("/", "/\u200b"), day=day)
        )
        self.made.show()
        self.catch_up()

    def _made(self) -> QWidget:
        self.made = QWidget()
        column = QVBoxLayout(self.made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.GRID_PX)
        column.addWidget(Small(translate("Trips", "The six words, shown only now:")))
        self.words = Lead()
        self.words.setAccessibleName(translate("Trips", "The six words"))
        column.addWidget(self.words)
        self.told = Quiet()
        column.addWidget(self.told)
        return self.made

    def _row(self, device: Json) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.GRID_PX)
        short = str(device["device"])[:_SHORT]
        row.addWidget(Body(_device_name(device, short)), 1)
        if not device["here"]:
            name = translate("Trips", "Take out {device}").format(device=short)
            out = partial(self._ask_out, str(device["device"]))
            row.addWidget(flat_button(translate("Trips", "Take out"), out, name=name))
        return whole

    def _ask_out(self, device: str) -> None:
        sure(
            self,
            question=translate("Trips", "Take this computer out of the trip?"),
            text=translate(
                "Trips",
                "It can write no more, and reads nothing that comes after. What it"
                " wrote stays. To have it back, you save a new file.",
            ),
            yes=translate("Trips", "Take it out"),
            no=translate("Trips", "Leave it in"),
            then=lambda: self._take_out(device),
        )

    def _take_out(self, device: str) -> None:
        self.asking.do("drop-device", device=device)
        self.catch_up()

    def _save(self) -> None:
        title = translate("Trips", "Save a file for your other computer")
        path, _ = QFileDialog.getSaveFileName(self, title, f"trip{SUFFIX}")
        if path:
            Path(path).unlink(missing_ok=True)  # the dialog has asked
            self.write(path)


class TakeUpSheet(Sheet):
    """Go on here with a trip of another computer: its file, and the words."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(
            asking,
            translate("Trips", "From my other computer"),
            translate(
                "Trips",
                "There, open the trip and choose “On another computer…”. It saves a"
                " file and shows six words.",
            ),
            translate("Trips", "Go on here"),
        )
        self.file = FileField(translate("Trips", "The file"))
        self.card.add(FormRow(translate("Trips", "The file"), self.file))
        self.words = QLineEdit()
        hint = translate("Trips", "The first four letters of each are enough.")
        self.card.add(
            FormRow(translate("Trips", "The six words"), self.words, hint=hint)
        )
        self.words.returnPressed.connect(self.act)
        self.close_column()

    def begin(self) -> None:
        """Ask for the file first."""
        self.file.path.setFocus()

    def act(self) -> None:
        """Go on here."""
        file = str(Path(self.file.value).expanduser().absolute())
        done = self.asking.do("take-up", file=file, words=self.words.text())
        if done is not None:
            self.words.clear()
            self.file.clear()
            self.asking.trip = str(done["trip"])
            self.left.emit(True)  # noqa: FBT003  (Qt's)


def _device_name(device: Json, short: str) -> str:
    if device["here"]:
        return translate("Trips", "This computer")
    if device["heard"]:
        text = translate("Trips", "Another computer ({device})")
    else:
        text = translate("Trips", "Another computer ({device}), not heard of yet")
    return text.format(device=short)


def _clear(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
