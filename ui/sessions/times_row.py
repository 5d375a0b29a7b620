"""From when until when, and on which later day that is."""

from dataclasses import dataclass
from datetime import time

from PySide6.QtCore import QCoreApplication, QTime, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ui.parts import Body, FlowLayout, TimeField

MOST_DAYS = 7
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Times:
    """From a time of day until another, so many days later."""

    start: time
    end: time
    days_later: int = 0


class TimesRow(QWidget):
    """Two times of day; the later day is offered only where it can matter.

    Args:
        names: what the two times are called.
        later: whether the end may be days later.

    Signals:
        changed: the person chose others; carries `Times`.
    """

    changed = Signal(Times)

    def __init__(
        self,
        names: tuple[str, str],
        *,
        later: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = FlowLayout(self)
        self.start, self.end = TimeField(), TimeField()
        self.later = QComboBox()
        self.later.setAccessibleName(translate("Sessions", "On which day it ends"))
        for days in range(MOST_DAYS + 1):
            self.later.addItem(_later(days), days)
        for name, field in zip(names, (self.start, self.end), strict=True):
            field.setAccessibleName(name)
            row.addWidget(Body(name, wrapped=False))
            row.addWidget(field)
            field.timeChanged.connect(self._changed)
        row.addWidget(self.later)
        self.later.setVisible(later)
        self.later.activated.connect(self._changed)
        self._showing = False

    @property
    def times(self) -> Times:
        """What is chosen; an end before the start is on the next day."""
        start, end = _pytime(self.start.time()), _pytime(self.end.time())
        days = int(self.later.currentData())
        return Times(start, end, max(days, 0 if end > start else 1))

    def show_times(self, times: Times) -> None:
        """Show others; nothing is emitted."""
        self._showing = True
        self.start.setTime(QTime(times.start.hour, times.start.minute))
        self.end.setTime(QTime(times.end.hour, times.end.minute))
        self.later.setCurrentIndex(min(times.days_later, MOST_DAYS))
        self._showing = False

    def _changed(self, *_: object) -> None:
        if not self._showing:
            self.changed.emit(self.times)


def _later(days: int) -> str:
    if days == 0:
        return translate("Sessions", "the same day")
    if days == 1:
        return translate("Sessions", "the next day")
    return translate("Sessions", "{days} days later").format(days=days)


def _pytime(of: QTime) -> time:
    return time(of.hour(), of.minute())
