"""The range that a page looks at: moved by arrows, one length at a time."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import icons, theme
from ui.parts import Body, Button, FlowLayout, Segmented
from ui.window import wording

translate = QCoreApplication.translate


class Length(Enum):
    """How long a range is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Range:
    """Some days in a row, both ends included."""

    first: date
    last: date


def range_of(length: Length, day: date, first_weekday: int = 0) -> Range:
    """The day, week, month or year that a day is in.

    Args:
        length: which of them.
        day: any day of it.
        first_weekday: the day that weeks begin with, 0 for Monday.
    """
    match length:
        case Length.DAY:
            return Range(day, day)
        case Length.WEEK:
            first = day - timedelta(days=(day.weekday() - first_weekday) % 7)
            return Range(first, first + timedelta(days=6))
        case Length.MONTH:
            after = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
            return Range(day.replace(day=1), after - timedelta(days=1))
        case Length.YEAR:
            return Range(day.replace(month=1, day=1), day.replace(month=12, day=31))


class RangeBar(QWidget):
    """Earlier, later, and back to the present; the length where there is a choice.

    Args:
        lengths: what can be chosen; the first is chosen.

    Signals:
        changed: another range is looked at; carries a `Range`.
    """

    changed = Signal(Range)

    def __init__(
        self, lengths: tuple[Length, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Range", "Range"))
        self._length = lengths[0]
        self._today = self._day = date.min
        self.lengths = Segmented(
            translate("Range", "Length"),
            [(each, _length_name(each)) for each in lengths],
        )
        self.lengths.setVisible(len(lengths) > 1)
        self.earlier = self._arrow(translate("Range", "Earlier"), -1)
        self.later = self._arrow(translate("Range", "Later"), 1)
        self.name = Body(wrapped=False)
        self.present = Button(
            translate("Range", "Now"), kind="flat", on_click=self.go_to_present
        )
        self._mover = QWidget()
        row = QHBoxLayout(self._mover)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID_PX)
        for part in (self.earlier, self.name, self.later, self.present):
            row.addWidget(part)
        both = FlowLayout(self)
        both.addWidget(self._mover)
        both.addWidget(self.lengths)
        self.lengths.chosen.connect(self._choose)
        self._ink()

    @property
    def range(self) -> Range:
        """What is looked at."""
        return range_of(self._length, self._day, wording.weekdays()[0])

    @property
    def is_present(self) -> bool:
        """Whether today is in it."""
        return self.range.first <= self._today <= self.range.last

    def render_today(self, today: date) -> None:
        """Say which day it is; who looked at the present goes with it."""
        if today == self._today:
            return
        follows = self._today == date.min or self.is_present
        self._today = today
        if follows:
            self._day = today
        self._show()

    def go_to(self, day: date) -> None:
        """Look at the range that a day is in."""
        self._move(day)

    def go_to_present(self) -> None:
        """Look at today's."""
        self._move(self._today)

    def go_by(self, steps: int) -> None:
        """Look at so many ranges later, or earlier."""
        here = self.range
        day = self._day
        for _ in range(abs(steps)):
            step = timedelta(days=1)
            day = here.last + step if steps > 0 else here.first - step
            here = range_of(self._length, day, wording.weekdays()[0])
        self._move(min(day, self._today))

    def _choose(self, length: object) -> None:
        if isinstance(length, Length):
            self._length = length
            self._show()
            self.changed.emit(self.range)

    def _move(self, day: date) -> None:
        before = self.range
        self._day = day
        self._show()
        if self.range != before:
            self.changed.emit(self.range)

    def _show(self) -> None:
        self.name.setText(range_name(self._length, self.range))
        self.later.setEnabled(self.range.last < self._today)
        self.present.setVisible(not self.is_present)

    def _arrow(self, name: str, steps: int) -> Button:
        button = Button(kind="icon", name=name, on_click=lambda: self.go_by(steps))
        button.setToolTip(name)
        return button

    def _ink(self) -> None:
        ink = theme.colours().ink("text")
        back, forth = ("back", "forward")
        if self.isRightToLeft():
            back, forth = forth, back
        self.earlier.setIcon(icons.icon(back, ink))
        self.later.setIcon(icons.icon(forth, ink))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the range, wherever in the bar the focus is."""
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(
            Qt.Key(event.key()), 0
        )
        if steps:
            self.go_by(steps)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the scheme."""
        if event.type() in (
            QEvent.Type.PaletteChange,
            QEvent.Type.LayoutDirectionChange,
        ):
            self._ink()
        super().changeEvent(event)


def range_name(length: Length, shown: Range) -> str:
    """A range in words."""
    if length is Length.DAY:
        return wording.long_day(shown.first)
    text = translate("Range", "{first} – {last}")
    return text.format(
        first=wording.short_day(shown.first), last=wording.short_day(shown.last)
    )


def _length_name(length: Length) -> str:
    match length:
        case Length.DAY:
            return translate("Range", "Day")
        case Length.WEEK:
            return translate("Range", "Week")
        case Length.MONTH:
            return translate("Range", "Month")
        case Length.YEAR:
            return translate("Range", "Year")
