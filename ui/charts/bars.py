"""Upright bars, one or two for each point."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.charts.axis import Axis, axis_of_lengths
from ui.charts.chart import GRID, Chart, Mark
from ui.charts.table import Table

_WIDEST_PX = 14 * GRID


@dataclass(frozen=True, slots=True)
class Bar:
    """A point.

    Attributes:
        label: what stands below it.
        value: how high it is; None where nothing is known.
        name: what it is called in full; the label where that is enough.
        beside: what it is held against: a thin bar before it.
        marked: whether it is the one that matters.
    """

    label: str
    value: float | None
    name: str = ""
    beside: float | None = None
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """How values are put into words.

    Attributes:
        name: what is measured.
        say: a value in words.
        axis: the scale for a highest value.
        beside: what the second value is.
        over: what the points are: days, weeks.
    """

    name: str
    say: Callable[[float], str]
    axis: Callable[[float], Axis] = axis_of_lengths
    beside: str = ""
    over: str = ""


class Bars(Chart):
    """Bars on a scale from 0.

    Args:
        name: what the picture is called.
        measure: how its values are put into words.
        lines: how many lines of text it is high.
    """

    def __init__(
        self,
        name: str,
        measure: Measure,
        *,
        lines: int = 11,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._measure = measure
        self._lines = lines
        self._bars: tuple[Bar, ...] = ()
        self._axis = Axis(1, 1)
        self._room = QRectF()

    def render_bars(self, bars: Sequence[Bar], summary: str = "") -> None:
        """Show other numbers."""
        self._bars = tuple(bars)
        known = [v for bar in bars for v in (bar.value, bar.beside) if v is not None]
        self._axis = self._measure.axis(max(known, default=0))
        self.redraw(summary)

    def table(self) -> Table:
        """The numbers."""
        measure = self._measure
        headers: tuple[str, ...] = (measure.over, measure.name)
        if measure.beside:
            headers = (*headers, measure.beside)
        rows = []
        for bar in self._bars:
            cells = [bar.name or bar.label, self._said(bar.value)]
            if measure.beside:
                cells.append(self._said(bar.beside))
            rows.append(tuple(cells))
        return Table(self.accessibleName(), headers, tuple(rows))

    def sizeHint(self) -> QSize:
        """So many lines of text."""
        return QSize(80 * GRID, round(self._metrics().height() * self._lines))

    def _said(self, value: float | None) -> str:
        return "–" if value is None else self._measure.say(value)

    def _place(self, room: QRectF) -> Sequence[Mark]:
        metrics = self._metrics()
        scale_px = max(
            metrics.horizontalAdvance(self._measure.say(tick))
            for tick in self._axis.ticks
        )
        line_px = metrics.height()
        self._room = room.adjusted(
            2 * GRID, line_px / 2 + GRID, -scale_px - 3 * GRID, -line_px - 3 * GRID
        )
        step = self._room.width() / max(len(self._bars), 1)
        marks = []
        for at, bar in enumerate(self._bars):
            left = self._room.left() + at * step
            box = QRectF(left, self._room.top(), step, self._room.height())
            marks.append(Mark(self._flipped(box), self._text(bar)))
        return marks

    def _text(self, bar: Bar) -> str:
        text = f"{bar.name or bar.label}\n{self._said(bar.value)}"
        if bar.beside is not None:
            text += f" · {self._measure.beside} {self._said(bar.beside)}"
        return text

    def _paint_picture(self, painter: QPainter, colours: theme.Colours) -> None:
        self._paint_scale(painter, colours)
        step = self._room.width() / max(len(self._bars), 1)
        every = self._every(step)
        for at, bar in enumerate(self._bars):
            slot = QRectF(self._room.left() + at * step, 0, step, 0)
            self._paint_bar(painter, colours, slot, bar)
            if at % every == 0:
                self._paint_label(painter, colours, slot, bar, every)

    def _paint_scale(self, painter: QPainter, colours: theme.Colours) -> None:
        for tick in self._axis.ticks:
            y = round(self._high(tick)) + 0.5
            painter.setPen(QPen(colours.ink("line"), 1))
            line = self._flipped(QRectF(self._room.left(), y, self._room.width(), 0))
            painter.drawLine(line.topLeft(), QPointF(line.right(), y))
            painter.setPen(colours.ink("quiet"))
            left = self._room.right() + 2 * GRID
            half = self._metrics().height() / 2
            box = QRectF(left, y - half, self.width() - left - GRID, 2 * half)
            self._write(painter, box, self._measure.say(tick), side="end")

    def _paint_bar(
        self, painter: QPainter, colours: theme.Colours, slot: QRectF, bar: Bar
    ) -> None:
        wide = min(slot.width() * 0.68, _WIDEST_PX)
        left = slot.center().x() - wide / 2
        painter.setPen(Qt.PenStyle.NoPen)
        if bar.beside is not None:
            painter.setBrush(colours.ink("edge"))
            thin = max(wide * 0.22, 2.0)
            self._stand(painter, QRectF(left, 0, thin, 0), bar.beside)
            left, wide = left + thin + 1, wide - thin - 1
        if bar.value is None:
            return
        painter.setBrush(colours.ink("over" if bar.marked else "accent"))
        self._stand(painter, QRectF(left, 0, wide, 0), bar.value)
        if bar.marked:  # by shape, too: a dot above it
            spot = self._flipped(QRectF(left, 0, wide, 0)).center().x()
            painter.drawEllipse(QPointF(spot, self._high(bar.value) - 5), 2.5, 2.5)

    def _stand(self, painter: QPainter, across: QRectF, value: float) -> None:
        top = self._high(value)
        box = QRectF(across.x(), top, across.width(), self._room.bottom() - top)
        if box.height() > 0:
            bend = min(3.0, box.width() / 2, box.height())
            painter.drawRoundedRect(self._flipped(box), bend, bend)

    def _paint_label(
        self,
        painter: QPainter,
        colours: theme.Colours,
        slot: QRectF,
        bar: Bar,
        every: int,
    ) -> None:
        painter.setPen(colours.ink("text" if bar.marked else "quiet"))
        wide = slot.width() * every
        left = slot.center().x() - wide / 2
        left = max(0.0, min(left, self.width() - wide))
        top = self._room.bottom() + GRID
        box = QRectF(left, top, wide, self._metrics().height())
        self._write(painter, box, bar.label)

    def _every(self, step: float) -> int:
        """Of how many labels one has room."""
        widest = max(
            (self._metrics().horizontalAdvance(bar.label) for bar in self._bars),
            default=0.0,
        )
        every = 1
        while every * step < widest + 2 * GRID and every < len(self._bars):
            every += 1
        return every

    def _high(self, value: float) -> float:
        share = min(value / self._axis.top, 1) if self._axis.top else 0
        return self._room.bottom() - share * self._room.height()
