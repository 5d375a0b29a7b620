"""Until when votes are wanted: said to everybody, chosen by an organiser."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.parts import FormRow, Quiet, Segmented, Separator
from ui.trips import wording
from ui.trips.asking import Asking
from ui.trips.ports import Json
from unplug.clock import to_ms

translate = QCoreApplication.translate
EVENING_HOUR = 20


class VotingTime(QWidget):
    """A line that says it, and for organisers a choice; as long as nothing is agreed.

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
        said = wording.votes_until(shown, now)
        leads = shown["role"] == "organiser"
        column.addWidget(Separator())
        if not (said or leads):
            self.hide()
        if said:
            column.addWidget(Quiet(said))
        if leads:
            column.addWidget(self._choice())

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
