"""Seven buttons for the days of a week, in the order of the person's week."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from ui.parts import Button, FlowLayout

DAYS = 7


class WeekdayRow(QWidget):
    """Weekdays that are on or off; Monday = 0.

    Args:
        name: what they are for, for screen readers.

    Signals:
        changed: the person chose others; carries a frozenset of weekdays.
    """

    changed = Signal(frozenset)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        locale = QLocale()
        first = int(locale.firstDayOfWeek().value) - 1
        row = FlowLayout(self, gap_px=4)
        self.buttons: dict[int, Button] = {}
        for day in ((first + ahead) % DAYS for ahead in range(DAYS)):
            short = locale.standaloneDayName(day + 1, QLocale.FormatType.ShortFormat)
            full = locale.standaloneDayName(day + 1, QLocale.FormatType.LongFormat)
            button = Button(short, kind="toggle", name=full)
            button.setCheckable(True)
            button.clicked.connect(lambda *_: self.changed.emit(self.chosen))
            self.buttons[day] = button
            row.addWidget(button)

    @property
    def chosen(self) -> frozenset[int]:
        """The days that are on."""
        return frozenset(day for day, one in self.buttons.items() if one.isChecked())

    def choose(self, days: frozenset[int]) -> None:
        """Turn days on and off from outside; nothing is emitted."""
        for day, button in self.buttons.items():
            button.setChecked(day in days)
