"""The switch by which this computer becomes the broker of its user's trips."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ui import theme
from ui.parts import Heading, InlineNotice, Quiet, Separator, Small
from ui.trips.ports import Json
from ui.troubles import sentence

translate = QCoreApplication.translate


class HostBox(QWidget):
    """What it means, the switch, and how it stands.

    Signals:
        switch_requested: the person wants it, or does not; carries which.
    """

    switch_requested = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * theme.GRID_PX)
        column.addWidget(Separator())
        column.addWidget(Heading(translate("Trips", "Over this computer")))
        text = translate(
            "Trips",
            "For a group in one house: this computer is the broker, and no other is"
            " needed. The trips that you organise use it by themselves.",
        )
        column.addWidget(Quiet(text))
        self.switch = QCheckBox(translate("Trips", "This computer is the broker"))
        self.switch.clicked.connect(
            lambda *_: self.switch_requested.emit(self.switch.isChecked())
        )
        column.addWidget(self.switch)
        self.means = Small()
        column.addWidget(self.means)
        self.stands = Quiet()
        column.addWidget(self.stands)
        self.wrong = InlineNotice(warning=True)
        self.wrong.hide()
        column.addWidget(self.wrong)

    def render_host(self, shown: Json) -> None:
        """Show how it stands.

        Args:
            shown: as ``trip host`` has it.
        """
        self.switch.setChecked(bool(shown["on"]))
        means = translate(
            "Trips",
            "This computer then listens on port {port} in your local network, without"
            " a password; what passes is sealed. It stops when unplug stops.",
        ).format(port=shown["port"])
        self.means.setText(means)
        self.switch.setAccessibleDescription(means)
        self.stands.setText(_stands(shown))
        self.stands.setVisible(bool(self.stands.text()))
        error = str(shown["error"] or "")
        self.wrong.say(sentence(error))


def _stands(shown: Json) -> str:
    if not shown["listening"]:
        begins = shown["on"] and not shown["error"]
        return translate("Trips", "It begins to listen…") if begins else ""
    if not shown["name"]:
        text = translate("Trips", "It listens at {place}. Invites name this address.")
        return text.format(place=shown["place"])
    text = translate(
        "Trips",
        "It listens at {place}, and others find it as “{name}”. Invites name this"
        " address.",
    )
    return text.format(place=shown["place"], name=shown["name"])
