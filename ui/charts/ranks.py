"""Lying bars under each other, each with its name and its value."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.charts.bars import Measure
from ui.charts.chart import GRID, Chart, Mark
from ui.charts.table import Table

_BAR_PX = 6


@dataclass(frozen=True, slots=True)
class Rank:
    """Something by its size.

    Attributes:
        name: what it is.
        value: how much of it.
        beside: what it is held against; None for nothing.
    """

    name: str
    value: float
    beside: float | None = None


class Ranks(Chart):
    """The largest first.

    Args:
        name: what the picture is called.
        measure: how its values are put into words.
    """

    def __init__(
        self, name: str, measure: Measure, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._measure = measure
        self._ranks: tuple[Rank, ...] = ()

    def render_ranks(self, ranks: Sequence[Rank], summary: str = "") -> None:
        """Show others."""
        self._ranks = tuple(ranks)
        self.updateGeometry()
        self.redraw(summary)

    def table(self) -> Table:
        """The numbers."""
        measure = self._measure
        headers: tuple[str, ...] = (measure.over, measure.name)
        headers = (*headers, measure.beside) if measure.beside else headers
        rows = []
        for rank in self._ranks:
            cells = [rank.name, measure.say(rank.value)]
            if measure.beside:
                cells.append("–" if rank.beside is None else measure.say(rank.beside))
            rows.append(tuple(cells))
        return Table(self.accessibleName(), headers, tuple(rows))

    def sizeHint(self) -> QSize:
        """A line of text and a bar for each."""
        count = max(len(self._ranks), 1)
        return QSize(60 * GRID, round(count * self._row_px() + 2 * GRID))

    def _row_px(self) -> float:
        return self._metrics().height() + _BAR_PX + 4 * GRID

    def _row(self, at: int) -> QRectF:
        high = self._row_px()
        return QRectF(GRID, GRID + at * high, self.width() - 2 * GRID, high)

    def _place(self, room: QRectF) -> Sequence[Mark]:  # noqa: ARG002  (rows are as high as text)
        return [
            Mark(self._flipped(self._row(at)), self._text(rank), at)
            for at, rank in enumerate(self._ranks)
        ]

    def _text(self, rank: Rank) -> str:
        text = f"{rank.name}\n{self._measure.say(rank.value)}"
        if rank.beside is not None:
            text += f" · {self._measure.beside} {self._measure.say(rank.beside)}"
        return text

    def _stepped(self, at: int, across: int, down: int) -> int:
        return max(0, min(at + (across or down), len(self._ranks) - 1))

    def _paint_picture(self, painter: QPainter, colours: theme.Colours) -> None:
        metrics = self._metrics()
        both = [rank.value for rank in self._ranks]
        both += [rank.beside for rank in self._ranks if rank.beside is not None]
        most = max(both, default=0) or 1
        for at, rank in enumerate(self._ranks):
            row = self._row(at).adjusted(GRID, GRID, -GRID, -GRID)
            value = self._measure.say(rank.value)
            value_px = metrics.horizontalAdvance(value) + 1
            name_px = row.width() - value_px - 3 * GRID
            name = metrics.elidedText(rank.name, Qt.TextElideMode.ElideRight, name_px)
            line = QRectF(row.x(), row.y(), name_px, metrics.height())
            painter.setPen(colours.ink("text"))
            self._write(painter, line, name, side="start")
            painter.setPen(colours.ink("quiet"))
            end = QRectF(row.right() - value_px, row.y(), value_px, metrics.height())
            self._write(painter, end, value, side="end")
            bar = QRectF(row.x(), line.bottom() + GRID, row.width(), _BAR_PX)
            self._paint_bar(painter, colours, bar, rank, most)

    def _paint_bar(
        self,
        painter: QPainter,
        colours: theme.Colours,
        bar: QRectF,
        rank: Rank,
        most: float,
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for ink, share in (("track", 1.0), ("accent", rank.value / most)):
            part = QRectF(bar)
            part.setWidth(max(bar.width() * share, _BAR_PX))
            painter.setBrush(colours.ink(ink))
            painter.drawRoundedRect(self._flipped(part), _BAR_PX / 2, _BAR_PX / 2)
        if rank.beside is not None:  # a notch where it was before
            x = bar.x() + bar.width() * rank.beside / most
            notch = QRectF(x - 1, bar.y() - 3, 2.5, _BAR_PX + 6)
            painter.setBrush(colours.ink("text"))
            painter.drawRect(self._flipped(notch))
