"""A grid of values, darker where they are higher."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.charts.chart import GRID, Chart, Mark
from ui.charts.table import Table

STEPS = 6
"""So many steps of colour can be told apart and named."""


@dataclass(frozen=True, slots=True)
class Grid:
    """What a heat map shows.

    Attributes:
        rows: the name of each row.
        columns: the name of each column, as long as there is room for.
        values: row by row; None where nothing is known.
        column_names: each column in full, for the read-out.
        marked: cells that matter, row and column.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: tuple[tuple[float | None, ...], ...]
    column_names: tuple[str, ...] = ()
    marked: frozenset[tuple[int, int]] = frozenset()


class HeatMap(Chart):
    """Rows of cells.

    Args:
        name: what the picture is called.
        say: a value in words.
        corner: what the rows are, for the table.
    """

    def __init__(
        self,
        name: str,
        say: Callable[[float], str],
        *,
        corner: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._say, self._corner = say, corner
        self._grid = Grid((), (), ())
        self._highest = 0.0
        self._room = QRectF()

    def render_grid(self, grid: Grid, summary: str = "") -> None:
        """Show other numbers."""
        self._grid = grid
        known = [v for row in grid.values for v in row if v is not None]
        self._highest = max(known, default=0.0)
        self.updateGeometry()
        self.redraw(summary)

    def table(self) -> Table:
        """The numbers."""
        grid = self._grid
        headers = (self._corner, *(grid.column_names or grid.columns))
        rows = tuple(
            (name, *(self._said(value) for value in values))
            for name, values in zip(grid.rows, grid.values, strict=True)
        )
        return Table(self.accessibleName(), headers, rows)

    def sizeHint(self) -> QSize:
        """A line and a half of text for each row, and the key below."""
        line = self._metrics().height()
        rows = max(len(self._grid.rows), 1)
        return QSize(90 * GRID, round(rows * line * 1.6 + 3 * line + 5 * GRID))

    def _said(self, value: float | None) -> str:
        return "–" if value is None else self._say(value)

    def _place(self, room: QRectF) -> Sequence[Mark]:
        metrics, grid = self._metrics(), self._grid
        names = (metrics.horizontalAdvance(name) for name in grid.rows)
        left = max(names, default=0.0) + 3 * GRID
        line = metrics.height()
        self._room = room.adjusted(left, GRID, -GRID, -2 * line - 5 * GRID)
        marks = []
        for row, values in enumerate(grid.values):
            for column, value in enumerate(values):
                name = (grid.column_names or grid.columns)[column]
                text = f"{grid.rows[row]}, {name}\n{self._said(value)}"
                marks.append(Mark(self._flipped(self._cell(row, column)), text, row))
        return marks

    def _cell(self, row: int, column: int) -> QRectF:
        wide = self._room.width() / max(len(self._grid.columns), 1)
        high = self._room.height() / max(len(self._grid.rows), 1)
        left, top = self._room.left(), self._room.top()
        return QRectF(left + column * wide, top + row * high, wide, high)

    def _paint_picture(self, painter: QPainter, colours: theme.Colours) -> None:
        grid = self._grid
        for row, values in enumerate(grid.values):
            line = self._cell(row, 0)
            painter.setPen(colours.ink("quiet"))
            start = QRectF(GRID, line.y(), self._room.left() - 3 * GRID, line.height())
            self._write(painter, start, grid.rows[row], side="start")
            painter.setPen(Qt.PenStyle.NoPen)
            for column, value in enumerate(values):
                cell = self._flipped(self._cell(row, column)).adjusted(1, 1, -1, -1)
                painter.setBrush(self._ink(colours, value))
                painter.drawRoundedRect(cell, 3, 3)
                if (row, column) in grid.marked:
                    painter.setBrush(colours.ink("surface"))
                    painter.setPen(QPen(colours.ink("text"), 1))
                    painter.drawEllipse(cell.center(), 3, 3)
                    painter.setPen(Qt.PenStyle.NoPen)
        self._paint_columns(painter, colours)
        self._paint_key(painter, colours)

    def _paint_columns(self, painter: QPainter, colours: theme.Colours) -> None:
        columns = self._grid.columns
        if not columns:
            return
        painter.setPen(colours.ink("quiet"))
        metrics = self._metrics()
        step = self._room.width() / len(columns)
        widest = max(metrics.horizontalAdvance(name) for name in columns)
        every = next(
            (n for n in (1, 2, 3, 4, 6, 8, 12) if n * step > widest + GRID), 12
        )
        for at in range(0, len(columns), every):
            left = self._room.left() + at * step
            box = QRectF(left, self._room.bottom() + 2, every * step, metrics.height())
            self._write(painter, box, columns[at], side="start")

    def _paint_key(self, painter: QPainter, colours: theme.Colours) -> None:
        """From the lowest to the highest, in words."""
        metrics = self._metrics()
        high = metrics.height()
        top = self._room.bottom() + high + 4 * GRID
        low, most = self._say(0), self._say(self._highest)
        left = self._room.left()
        painter.setPen(colours.ink("quiet"))
        low_px = metrics.horizontalAdvance(low) + 2 * GRID
        self._write(painter, QRectF(left, top, low_px, high), low, side="start")
        left += low_px
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(STEPS):
            box = QRectF(left, top + high / 2 - GRID, 5 * GRID, 2 * GRID)
            painter.setBrush(self._step_ink(colours, step))
            painter.drawRect(self._flipped(box))
            left += 5 * GRID
        painter.setPen(colours.ink("quiet"))
        most_px = metrics.horizontalAdvance(most) + 4 * GRID
        box = QRectF(left + 2 * GRID, top, most_px, high)
        self._write(painter, box, most, side="start")

    def _ink(self, colours: theme.Colours, value: float | None) -> QColor:
        if value is None:
            return QColor(0, 0, 0, 0)
        share = value / self._highest if self._highest else 0
        return self._step_ink(colours, min(int(share * STEPS), STEPS - 1))

    def _step_ink(self, colours: theme.Colours, step: int) -> QColor:
        """One hue from the track to the accent: lightness alone orders them."""
        low, high = colours.ink("track"), colours.ink("accent")
        share = step / (STEPS - 1)
        return QColor(
            *(
                round(one + (other - one) * share)
                for one, other in zip(
                    (low.red(), low.green(), low.blue()),
                    (high.red(), high.green(), high.blue()),
                    strict=True,
                )
            )
        )
