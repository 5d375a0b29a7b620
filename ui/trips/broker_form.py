"""Which broker: its address, found or written, and what it wants to see."""

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import theme
from ui.parts import FormRow, flat_button, secondary_button
from ui.trips.asking import Asking
from ui.trips.file_field import FileField
from ui.trips.looking import BrokerSearch

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class BrokerChosen:
    """A broker to travel over.

    Attributes:
        url: where it is, with user and password if it wants them.
        files: the paths of ``ca``, ``certificate`` and ``key``, as far as there are.
    """

    url: str
    files: dict[str, str] = field(default_factory=dict)


class BrokerForm(QWidget):
    """Asks for a broker.

    Args:
        asking: asks the app.

    Signals:
        chosen: carries a `BrokerChosen`.
    """

    chosen = Signal(BrokerChosen)

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.GRID_PX)
        self.url = QLineEdit()
        self.url.setPlaceholderText("mqtts://name:password@broker.example.org")
        self.url.returnPressed.connect(self._choose)
        hint = translate(
            "Trips",
            "An MQTT broker, if you want it live. A password is kept with your keys.",
        )
        column.addWidget(
            FormRow(translate("Trips", "Its address"), self.url, hint=hint)
        )
        self.search = BrokerSearch(asking)
        self.search.found_one_chosen.connect(self._take)
        column.addWidget(self.search)
        column.addWidget(self._folded_away())
        self.use = secondary_button(translate("Trips", "Use this broker"), self._choose)
        self.more = flat_button("", self._turn_more)
        row = QHBoxLayout()
        row.setSpacing(2 * theme.GRID_PX)
        row.addWidget(self.more)
        row.addStretch(1)
        row.addWidget(self.use)
        column.addLayout(row)
        self._show_more(shown=False)

    def clear(self) -> None:
        """Forget what was written: a password may be in it."""
        self.url.clear()
        for each in self.files.values():
            each.clear()
        self.search.stop()
        self.search.reset()
        self._show_more(shown=False)

    def _folded_away(self) -> QWidget:
        self.certificates = QWidget()
        column = QVBoxLayout(self.certificates)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * theme.GRID_PX)
        told = (
            (
                "ca",
                translate("Trips", "Who vouches for the broker"),
                translate(
                    "Trips",
                    "A CA's certificate (PEM), where the broker's own is not one that"
                    " this computer trusts anyway.",
                ),
            ),
            (
                "certificate",
                translate("Trips", "Your certificate"),
                translate("Trips", "Only if the broker asks for one (PEM)."),
            ),
            (
                "key",
                translate("Trips", "The key of your certificate"),
                translate(
                    "Trips",
                    "Without a password (PEM); empty if it is in the same file.",
                ),
            ),
        )
        self.files = {name: FileField(text) for name, text, _ in told}
        for name, text, hint in told:
            column.addWidget(FormRow(text, self.files[name], hint=hint))
        return self.certificates

    def _turn_more(self) -> None:
        self._show_more(shown=self.certificates.isHidden())

    def _show_more(self, *, shown: bool) -> None:
        self.certificates.setVisible(shown)
        more = translate("Trips", "More: certificates")
        self.more.say(translate("Trips", "Without certificates") if shown else more)
        if shown:
            self.files["ca"].setFocus()
        else:
            for each in self.files.values():
                each.clear()

    def _take(self, url: str) -> None:
        self.url.setText(url)
        self.url.setFocus()
        self.url.end(False)  # noqa: FBT003  (Qt's)

    def _choose(self) -> None:
        files = {name: each.value for name, each in self.files.items() if each.value}
        self.chosen.emit(BrokerChosen(self.url.text().strip(), files))
