"""A form in the place of the page: fields, a way back, and the one thing to do."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.parts import Card, Quiet, primary_button, secondary_button
from ui.trips.asking import Asking

translate = QCoreApplication.translate


class Sheet(QWidget):
    """One step of a trip, alone on the page.

    Args:
        asking: asks the app.
        heading: what it is about.
        text: what happens here, in a sentence or two.
        action: what the button says that does it; empty for none.

    Signals:
        left: it is done with; carries whether something was done.
    """

    left = Signal(bool)

    def __init__(
        self, asking: Asking, heading: str, text: str, action: str = ""
    ) -> None:
        super().__init__()
        self.asking = asking
        self.card = Card(heading)
        if text:
            self.card.add(Quiet(text))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addStretch(1)
        self.back = secondary_button(translate("Trips", "Back"), self._go_back)
        self.action = primary_button(action, self.act)
        self.action.setVisible(bool(action))
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(2 * theme.GRID_PX)
        self.buttons.addWidget(self.back)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.action)

    def close_column(self) -> None:
        """Put the buttons below all that was added."""
        self.card.add(self.buttons)

    def begin(self) -> None:
        """It comes into view: the first field has the keyboard."""

    def catch_up(self) -> None:
        """Something may have changed while it is in view."""

    def act(self) -> None:
        """Do what it is for."""

    def _go_back(self) -> None:
        self.left.emit(False)  # noqa: FBT003  (Qt's)
