"""The hours of a week in which somebody is usually free, to be painted in."""

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLocale,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.overlay.announcing import say
from ui.people import wording
from unplug.people.contact import DAYS_OF_WEEK, HOURS_OF_DAY, FreeTime
from unplug.people.free_times import tidy

FIRST_HOUR, STEP_H = 6, 2
_COLUMNS = (HOURS_OF_DAY - FIRST_HOUR) // STEP_H
translate = QCoreApplication.translate

Cell = tuple[int, int]
"""A weekday and a column of two hours; what is before six in the morning is kept."""


class FreeGrid(QWidget):
    """Seven days by two hours each; press and drag, or arrows and Space.

    Signals:
        changed: other hours are free now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._hours: set[tuple[int, int]] = set()
        self._at: Cell = (0, _COLUMNS - 3)
        self._filling: bool | None = None
        self._tell()

    @property
    def times(self) -> tuple[FreeTime, ...]:
        """The free times."""
        return tidy(FreeTime(day, hour, hour + 1) for day, hour in self._hours)

    def show_times(self, times: tuple[FreeTime, ...]) -> None:
        """Show these."""
        self._hours = {
            (time.weekday, hour)
            for time in times
            for hour in range(time.start_hour, time.end_hour)
        }
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        """A line of hours and seven lines of days."""
        high = QFontMetrics(theme.font(theme.TYPE.small)).height() + 2 * theme.GRID_PX
        return QSize(80 * theme.GRID_PX, high * (DAYS_OF_WEEK + 1))

    def minimumSizeHint(self) -> QSize:
        """Narrow, but all lines."""
        return QSize(60 * theme.GRID_PX, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint hours, days and cells."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.colours()
        painter.setFont(theme.font(theme.TYPE.small))
        painter.setPen(colours.ink("quiet"))
        middle = Qt.AlignmentFlag.AlignVCenter
        for column in range(_COLUMNS):
            box = self._box((-1, column))
            painter.drawText(box, middle, str(FIRST_HOUR + column * STEP_H))
        locale = QLocale()
        for day in range(DAYS_OF_WEEK):
            name = locale.dayName(day + 1, QLocale.FormatType.ShortFormat)
            painter.setPen(colours.ink("quiet"))
            painter.drawText(self._box((day, -1)), middle, name)
            for column in range(_COLUMNS):
                self._paint_cell(painter, colours, (day, column))
        painter.end()

    def _paint_cell(
        self, painter: QPainter, colours: theme.Colours, cell: Cell
    ) -> None:
        box = self._box(cell).adjusted(1, 1, -1, -1)
        free = self._is_free(cell)
        painter.setPen(colours.ink("accent" if free else "line"))
        painter.setBrush(colours.ink("accent" if free else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if free:
            painter.setPen(colours.ink("on_accent"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "✓")
        if self.hasFocus() and cell == self._at:
            pen = painter.pen()
            pen.setColor(colours.ink("text"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 4, 4)

    def _is_free(self, cell: Cell) -> bool:
        return all(hour in self._hours for hour in _hours_of(cell))

    def _set(self, cell: Cell, *, free: bool) -> None:
        if free == self._is_free(cell):
            return
        hours = set(_hours_of(cell))
        self._hours = self._hours | hours if free else self._hours - hours
        self._tell()
        self.update()
        self.changed.emit()

    def _tell(self) -> None:
        told = wording.free(self.times) or translate("People", "not known")
        self.setAccessibleDescription(told)
        self.setToolTip(told)

    def _box(self, cell: Cell) -> QRectF:
        """Where a cell is; row -1 holds the hours, column -1 the days."""
        day, column = cell
        left = self._names_px()
        wide = (self.width() - left) / _COLUMNS
        high = self.height() / (DAYS_OF_WEEK + 1)
        top = (day + 1) * high
        if column < 0:
            return self._mirrored(QRectF(0, top, left, high))
        return self._mirrored(QRectF(left + column * wide, top, wide, high))

    def _mirrored(self, box: QRectF) -> QRectF:
        if not self.isRightToLeft():
            return box
        return QRectF(self.width() - box.right(), box.top(), box.width(), box.height())

    def _names_px(self) -> int:
        metrics = QFontMetrics(theme.font(theme.TYPE.small))
        return max(metrics.horizontalAdvance("Wwww"), 9 * theme.GRID_PX)

    def _cell_at(self, spot: QPoint) -> Cell | None:
        for day in range(DAYS_OF_WEEK):
            for column in range(_COLUMNS):
                if self._box((day, column)).contains(spot.toPointF()):
                    return day, column
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to fill, or to empty."""
        cell = self._cell_at(event.position().toPoint())
        if cell is not None:
            self._at, self._filling = cell, not self._is_free(cell)
            self._set(cell, free=self._filling)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it."""
        cell = self._cell_at(event.position().toPoint())
        if cell is not None and self._filling is not None:
            self._set(cell, free=self._filling)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Be done with it."""
        self._filling = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Space fills or empties."""
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        key = Qt.Key(event.key())
        if key in steps:
            day, column = (a + b for a, b in zip(self._at, steps[key], strict=True))
            self._at = day % DAYS_OF_WEEK, column % _COLUMNS
            self.update()
        elif key == Qt.Key.Key_Space:
            self._set(self._at, free=not self._is_free(self._at))
        else:
            super().keyPressEvent(event)
            return
        say(self, self._words_at())

    def _words_at(self) -> str:
        day, column = self._at
        name = QLocale().dayName(day + 1)
        start = FIRST_HOUR + column * STEP_H
        if self._is_free(self._at):
            told = translate("People", "{day} {start}–{end}, free")
        else:
            told = translate("People", "{day} {start}–{end}, not free")
        return told.format(day=name, start=start, end=start + STEP_H)

    def focusInEvent(self, event: QEvent) -> None:
        """Show where the keyboard is."""
        self.update()
        super().focusInEvent(event)  # type: ignore[arg-type]

    def focusOutEvent(self, event: QEvent) -> None:
        """Show it no longer."""
        self.update()
        super().focusOutEvent(event)  # type: ignore[arg-type]


def _hours_of(cell: Cell) -> list[tuple[int, int]]:
    day, column = cell
    start = FIRST_HOUR + column * STEP_H
    return [(day, hour) for hour in range(start, start + STEP_H)]
