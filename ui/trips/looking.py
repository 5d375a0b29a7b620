"""Brokers in the local network: a button to look, and what was found."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.parts import ListRow, Quiet, secondary_button
from ui.trips.asking import Asking
from ui.trips.ports import Json, Looking
from ui.troubles import sentence
from unplug.errors import UnplugError

translate = QCoreApplication.translate


class BrokerSearch(QWidget):
    """Looks around when asked to, and connects to nothing.

    Args:
        asking: asks the app.

    Signals:
        found_one_chosen: carries the URL.
    """

    found_one_chosen = Signal(str)

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self._asking = asking
        self._looking: Looking | None = None
        self.button = secondary_button(_look(), self.press)
        self.told = Quiet()
        self.rows = QVBoxLayout()
        self.rows.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(3 * theme.GRID_PX)
        line.addWidget(self.button)
        line.addWidget(self.told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.GRID_PX)
        column.addLayout(line)
        column.addLayout(self.rows)

    @property
    def is_looking(self) -> bool:
        """Whether it goes on."""
        return self._looking is not None

    def press(self) -> None:
        """Begin to look, or stop."""
        if self.is_looking:
            self.stop()
            return
        self.reset()
        self.button.say(translate("Trips", "Stop"))
        self.told.setText(translate("Trips", "Looking around…"))
        self._looking = self._asking.look_for_brokers(
            found=self._found, failed=self._failed, cancelled=lambda: None
        )

    def stop(self) -> None:
        """Look no longer."""
        looking, self._looking = self._looking, None
        if looking is not None:
            looking.cancel()
            self.reset()

    def reset(self) -> None:
        """As before the first look."""
        self.button.say(_look())
        self.told.setText("")
        while (item := self.rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _found(self, found: list[Json]) -> None:
        if not self.is_looking:
            return
        self._looking = None
        self.reset()
        self.button.say(translate("Trips", "Look again"))
        if not found:
            text = translate(
                "Trips",
                "Nothing found: no broker here announces itself. Ask whoever runs it"
                " for its address.",
            )
            self.told.setText(text)
            return
        self.told.setText(translate("Trips", "Choose one; nothing is connected yet."))
        for one in found:
            row = ListRow(one["name"], _detail(one))
            row.clicked.connect(partial(self._choose, one["url"]))
            self.rows.addWidget(row)

    def _choose(self, url: str, *_: object) -> None:
        self.found_one_chosen.emit(url)

    def _failed(self, error: UnplugError) -> None:
        if self.is_looking:
            self._looking = None
            self.reset()
            self.told.setText(sentence(error))

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits for it any more."""
        self.stop()
        super().hideEvent(event)


def _look() -> str:
    return translate("Trips", "Look in this network")


def _detail(one: Json) -> str:
    if one["tls"]:
        return translate("Trips", "{url}, encrypted").format(url=one["url"])
    return translate("Trips", "{url}, without encryption").format(url=one["url"])
