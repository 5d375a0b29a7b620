"""Until when votes are wanted: said to everybody, chosen by an organiser."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.parts import FormRow, Quiet, Segmented
from ui.trips import wording
from ui.trips.asking import Asking
from ui.trips.ports import Json
from unplug.clock import to_ms

translate = QCoreApplication.translate
EVENING_HOUR = 20


class VotingTime(QWidget):
    """A line that says it, and for organisers a choice.

    Args:
        asking: asks the app.
        shown: as ``trip show`` has it.
        now: the present, in the own zone.
    """

    def __init__(self, asking: Asking, shown: Json, now: datetime) -> None:
        super().__init__()
        self._asking, self._now = asking, now
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.GRID_PX)
        if said := wording.votes_until(shown, now):
            column.addWidget(Quiet(said))
        if shown["role"] == "organiser" and shown["window"] is None:
            column.addWidget(self._choice())
        self.setVisible(bool(column.count()))

    def _choice(self) -> QWidget:
        name = translate("Trips", "Votes are wanted within")
        choices: tuple[tuple[object, str], ...] = (
            (None, translate("Trips", "–")),
            (2, translate("Trips", "2 days")),
            (4, translate("Trips", "4 days")),
            (7, translate("Trips", "7 days")),
        )
        self.within = Segmented(name, choices)
        self.within.choose(None)
        self.within.chosen.connect(self._choose)
        return FormRow(name, self.within)

    def _choose(self, days: object) -> None:
        """Until the evening of that day, by the clock of whoever chooses."""
        if isinstance(days, int):
            day = self._now + timedelta(days=days)
            evening = day.replace(hour=EVENING_HOUR, minute=0, second=0, microsecond=0)
            self._asking.do("deadline", at_ms=to_ms(evening))
