"""Dots: one number beside another."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.charts.axis import Axis
from ui.charts.bars import Measure
from ui.charts.chart import GRID, Chart, Mark
from ui.charts.table import Table

_RADIUS_PX = 4.5


@dataclass(frozen=True, slots=True)
class Dot:
    """A pair of numbers, and what it is of."""

    name: str
    across: float
    up: float


class Dots(Chart):
    """Dots between two scales from 0.

    Args:
        name: what the picture is called.
        across: how the numbers from left to right are put into words.
        up: how those from bottom to top are.
    """

    def __init__(
        self, name: str, across: Measure, up: Measure, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._across, self._up = across, up
        self._dots: tuple[Dot, ...] = ()
        self._x_axis = self._y_axis = Axis(1, 1)
        self._room = QRectF()

    def render_dots(self, dots: Sequence[Dot], summary: str = "") -> None:
        """Show other numbers."""
        self._dots = tuple(sorted(dots, key=lambda dot: (dot.across, dot.up)))
        self._x_axis = self._across.axis(max((d.across for d in dots), default=0))
        self._y_axis = self._up.axis(max((dot.up for dot in dots), default=0))
        self.redraw(summary)

    def table(self) -> Table:
        """The numbers."""
        headers = (self._across.over, self._across.name, self._up.name)
        rows = tuple(
            (dot.name, self._across.say(dot.across), self._up.say(dot.up))
            for dot in self._dots
        )
        return Table(self.accessibleName(), headers, rows)

    def sizeHint(self) -> QSize:
        """Some lines of text high."""
        return QSize(80 * GRID, round(self._metrics().height() * 13))

    def _place(self, room: QRectF) -> Sequence[Mark]:
        metrics = self._metrics()
        words = (metrics.horizontalAdvance(self._up.say(t)) for t in self._y_axis.ticks)
        line = metrics.height()
        self._room = room.adjusted(
            3 * GRID,
            line * 1.5 + 2 * GRID,
            -max(words) - 4 * GRID,
            -2 * line - 3 * GRID,
        )
        marks = []
        for dot in self._dots:
            spot = self._spot(dot)
            box = QRectF(spot.x() - 6, spot.y() - 6, 12, 12)
            text = (
                f"{dot.name}\n{self._across.say(dot.across)} · {self._up.say(dot.up)}"
            )
            marks.append(Mark(box, text))
        return marks

    def _spot(self, dot: Dot) -> QPointF:
        x = self._room.left() + self._room.width() * dot.across / self._x_axis.top
        y = self._room.bottom() - self._room.height() * dot.up / self._y_axis.top
        return self._flipped(QRectF(x, y, 0, 0)).topLeft()

    def _paint_picture(self, painter: QPainter, colours: theme.Colours) -> None:
        self._paint_scales(painter, colours)
        ink = QColor(colours.ink("accent"))
        painter.setPen(QPen(ink, 1.5))
        ink.setAlphaF(0.55)
        painter.setBrush(ink)
        for dot in self._dots:
            painter.drawEllipse(self._spot(dot), _RADIUS_PX, _RADIUS_PX)

    def _paint_scales(self, painter: QPainter, colours: theme.Colours) -> None:
        metrics, room = self._metrics(), self._room
        line = metrics.height()
        for tick in self._y_axis.ticks:
            y = round(room.bottom() - room.height() * tick / self._y_axis.top) + 0.5
            painter.setPen(QPen(colours.ink("line"), 1))
            across = self._flipped(QRectF(room.left(), y, room.width(), 0))
            painter.drawLine(across.topLeft(), across.topRight())
            painter.setPen(colours.ink("quiet"))
            left = room.right() + 2 * GRID
            box = QRectF(left, y - line / 2, self.width() - left - GRID, line)
            self._write(painter, box, self._up.say(tick), side="end")
        end = -1e9
        for tick in self._x_axis.ticks:
            text = self._across.say(tick)
            wide = metrics.horizontalAdvance(text)
            x = room.left() + room.width() * tick / self._x_axis.top - wide / 2
            x = min(max(x, 0), self.width() - wide - 1)
            if x > end + 2 * GRID:
                box = QRectF(x, room.bottom() + GRID, wide + 1, line)
                self._write(painter, box, text)
                end = x + wide
        below = QRectF(room.left(), room.bottom() + line + GRID, room.width(), line)
        self._write(painter, below, self._across.name)
        above = QRectF(room.left(), 0, self.width() - room.left() - GRID, line)
        self._write(painter, above, self._up.name, side="end")
