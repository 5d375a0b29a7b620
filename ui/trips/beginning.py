"""How a trip begins: with an idea of one's own, or with an invite."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit

from ui.parts import FlowLayout, FormRow, secondary_button
from ui.trips.asking import Asking
from ui.trips.sheet import Sheet

translate = QCoreApplication.translate


class CreateSheet(Sheet):
    """A new trip: what it is called, and who one is in it."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(
            asking,
            translate("Trips", "A new trip"),
            translate(
                "Trips",
                "A group agrees on a time to be offline together. There is no account:"
                " what you agree on stays on your computers.",
            ),
            translate("Trips", "Begin"),
        )
        self.title, self.me = QLineEdit(), QLineEdit()
        self.title.setPlaceholderText(translate("Trips", "Weekend by the lake"))
        self.card.add(FormRow(translate("Trips", "What is it called?"), self.title))
        hint = translate("Trips", "The others see this name.")
        self.card.add(FormRow(translate("Trips", "Your name"), self.me, hint=hint))
        self.me.returnPressed.connect(self.act)
        self.close_column()

    def begin(self) -> None:
        """Ask for the title first."""
        self.title.setFocus()

    def act(self) -> None:
        """Begin the trip."""
        asked = {"name": self.title.text(), "as": self.me.text()}
        done = self.asking.do("create", **asked)
        if done is not None:
            self.title.clear()
            self.asking.trip = str(done["trip"])
            self.left.emit(True)  # noqa: FBT003  (Qt's)


class JoinSheet(Sheet):
    """An invite that somebody sent: the link or the file, and one's name."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(
            asking,
            translate("Trips", "I have an invite"),
            translate(
                "Trips",
                "Paste the link that you were sent, or open the file. The organiser"
                " then sees that you ask to join.",
            ),
            translate("Trips", "Ask to join"),
        )
        self.invite, self.me = QLineEdit(), QLineEdit()
        self.invite.setPlaceholderText("unplug://join/…")
        self.card.add(FormRow(translate("Trips", "The invite"), self.invite))
        self.file = secondary_button(translate("Trips", "Open a file…"), self._open)
        row = FlowLayout()
        row.addWidget(self.file)
        self.card.add(row)
        hint = translate("Trips", "The others see this name.")
        self.card.add(FormRow(translate("Trips", "Your name"), self.me, hint=hint))
        self.me.returnPressed.connect(self.act)
        self.close_column()

    def begin(self) -> None:
        """Ask for the invite first."""
        self.invite.setFocus()

    def take_file(self, path: str) -> None:
        """Use a file that was chosen."""
        self.invite.setText(path)
        self.me.setFocus()

    def act(self) -> None:
        """Ask to join."""
        said = self.invite.text().strip()
        if "://" not in said:
            said = str(Path(said).expanduser().absolute())
        asked = {"invite": said, "as": self.me.text()}
        done = self.asking.do("join", **asked)
        if done is not None:
            self.invite.clear()
            self.asking.trip = str(done["trip"])
            self.left.emit(True)  # noqa: FBT003  (Qt's)

    def _open(self) -> None:
        title = translate("Trips", "Open an invite")
        path, _ = QFileDialog.getOpenFileName(self, title)
        if path:
            self.take_file(path)
