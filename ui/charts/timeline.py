"""A day from left to right: what the person was doing, and in which app."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import overload

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.charts.chart import GRID, Chart, Mark
from ui.charts.table import Table


class Look(Enum):
    """How a stretch looks; each has a shape of its own."""

    FULL = "a whole bar"
    HALF = "half a bar"
    THIN = "a line"
    HATCHED = "a hatched bar"
    DOTTED = "a dotted line"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Something that lasted.

    Attributes:
        start: where it begins, 0 to 1 of the day.
        end: where it ends.
        look: its shape.
        what: whatever stands behind it.
    """

    start: float
    end: float
    look: Look
    what: object


@dataclass(frozen=True, slots=True)
class Lane:
    """A line of stretches, by start, that do not overlap.

    Attributes:
        name: what stands before it.
        stretches: what is in it.
        series: which of the theme's series it is; -1 for the accent.
        value: what stands behind the name.
    """

    name: str
    stretches: tuple[Stretch, ...]
    series: int = -1
    value: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the lanes, with a word below it."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class StretchWords:
    """How stretches are put into words, once somebody wants them.

    Attributes:
        say: what one says when it is pointed at, by what stands behind it.
        headers: what the cells of its row are.
        row: its row.
    """

    say: Callable[[object], str]
    headers: tuple[str, ...]
    row: Callable[[object], tuple[str, ...]]


class _Marks(Sequence[Mark]):
    """The marks of thousands of stretches, each made when it is asked for."""

    def __init__(self, make: Callable[[int, Stretch], Mark]) -> None:
        self._make = make
        self.places: list[tuple[int, Stretch]] = []

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, at: int) -> Mark: ...

    @overload
    def __getitem__(self, at: slice) -> list[Mark]: ...

    def __getitem__(self, at: int | slice) -> Mark | list[Mark]:
        if isinstance(at, slice):
            return [self._make(*place) for place in self.places[at]]
        return self._make(*self.places[at])


class Timeline(Chart):
    """Lanes under each other.

    Args:
        name: what the picture is called.
        words: how its stretches are put into words.
    """

    def __init__(
        self, name: str, words: StretchWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._words = words
        self._lanes: tuple[Lane, ...] = ()
        self._ticks: tuple[Tick, ...] = ()
        self._now: float | None = None
        self._room = QRectF()
        self._starts: list[list[float]] = []
        self._first: list[int] = []

    def render_lanes(
        self,
        lanes: Sequence[Lane],
        ticks: Sequence[Tick],
        now: float | None = None,
        summary: str = "",
    ) -> None:
        """Show another day."""
        self._lanes, self._ticks, self._now = tuple(lanes), tuple(ticks), now
        self.updateGeometry()
        self.redraw(summary)

    def table(self) -> Table:
        """The stretches, a row each, by start."""
        by_start = sorted(
            (each for lane in self._lanes for each in lane.stretches),
            key=lambda each: each.start,
        )
        rows = tuple(self._words.row(each.what) for each in by_start)
        return Table(self.accessibleName(), self._words.headers, rows)

    def what(self, at: int) -> object:
        """What stands behind a mark."""
        return [each for lane in self._lanes for each in lane.stretches][at].what

    def sizeHint(self) -> QSize:
        """Two lines of text for each lane, and the hours below."""
        line = self._metrics().height()
        lanes = max(len(self._lanes), 1)
        return QSize(90 * GRID, round(lanes * line * 1.9 + line + 4 * GRID))

    def _place(self, room: QRectF) -> Sequence[Mark]:
        metrics = self._metrics()
        names = (
            metrics.horizontalAdvance(f"{lane.name}  {lane.value}")
            for lane in self._lanes
        )
        left = min(max(names, default=0.0) + 4 * GRID, room.width() * 0.34)
        self._room = room.adjusted(left, GRID, -2 * GRID, -metrics.height() - 3 * GRID)
        marks = _Marks(self._mark)
        self._starts, self._first = [], []
        for line, lane in enumerate(self._lanes):
            self._first.append(len(marks))
            self._starts.append([each.start for each in lane.stretches])
            marks.places += [(line, each) for each in lane.stretches]
        return marks

    def _mark(self, line: int, each: Stretch) -> Mark:
        box = self._flipped(self._box(line, each))
        return Mark(box, partial(self._words.say, each.what), line)

    def _lane_box(self, line: int) -> QRectF:
        high = self._room.height() / max(len(self._lanes), 1)
        top = self._room.top() + line * high
        return QRectF(self._room.left(), top, self._room.width(), high)

    def _box(self, line: int, each: Stretch) -> QRectF:
        lane = self._lane_box(line).adjusted(0, 3, 0, -3)
        left = lane.left() + each.start * lane.width()
        wide = max((each.end - each.start) * lane.width(), 1.0)
        return QRectF(left, lane.top(), wide, lane.height())

    def _found(self, spot: QPointF) -> int | None:
        """By the middle of a pixel, also for what is thinner than one."""
        if not self._lanes or not self._room.contains(
            self._flipped(QRectF(spot.x(), spot.y(), 0, 0)).topLeft()
        ):
            return None
        x = self._flipped(QRectF(spot.x(), 0, 0, 0)).x()
        high = self._room.height() / len(self._lanes)
        line = min(int((spot.y() - self._room.top()) / high), len(self._lanes) - 1)
        share = (x - self._room.left()) / self._room.width()
        slack = 2 / self._room.width()
        stretches = self._lanes[line].stretches
        at = bisect_right(self._starts[line], share) - 1
        for near in (at, at + 1):
            if 0 <= near < len(stretches):
                each = stretches[near]
                if each.start - slack <= share <= each.end + slack:
                    return self._first[line] + near
        return None

    def _paint_picture(self, painter: QPainter, colours: theme.Colours) -> None:
        self._paint_ticks(painter, colours)
        for line, lane in enumerate(self._lanes):
            self._paint_name(painter, colours, line, lane)
            self._paint_lane(painter, colours, line, lane)
        if self._now is not None:
            x = self._room.left() + self._now * self._room.width()
            spot = self._flipped(QRectF(x, 0, 0, 0)).x()
            painter.setPen(QPen(colours.ink("over"), 1.5))
            low = QPointF(spot, self._room.bottom() + GRID)
            painter.drawLine(QPointF(spot, self._room.top()), low)

    def _paint_ticks(self, painter: QPainter, colours: theme.Colours) -> None:
        metrics = self._metrics()
        end = -1e9
        for tick in self._ticks:
            x = round(self._room.left() + tick.at * self._room.width()) + 0.5
            spot = self._flipped(QRectF(x, 0, 0, 0)).x()
            painter.setPen(QPen(colours.ink("line"), 1))
            top, bottom = self._room.top(), self._room.bottom()
            painter.drawLine(QPointF(spot, top), QPointF(spot, bottom))
            wide = metrics.horizontalAdvance(tick.label)
            left = min(max(x - wide / 2, 0), self.width() - wide - 1)
            if left > end + 2 * GRID:
                painter.setPen(colours.ink("quiet"))
                box = QRectF(left, bottom + GRID, wide + 1, metrics.height())
                self._write(painter, box, tick.label)
                end = left + wide

    def _paint_name(
        self, painter: QPainter, colours: theme.Colours, line: int, lane: Lane
    ) -> None:
        metrics, box = self._metrics(), self._lane_box(line)
        value_px = metrics.horizontalAdvance(lane.value)
        room = self._room.left() - 3 * GRID
        name_px = room - value_px - (2 * GRID if lane.value else 0) - GRID
        name = metrics.elidedText(lane.name, Qt.TextElideMode.ElideRight, name_px)
        painter.setPen(colours.ink("text"))
        start = QRectF(GRID, box.y(), name_px + 1, box.height())
        self._write(painter, start, name, side="start")
        painter.setPen(colours.ink("quiet"))
        end = QRectF(room - value_px, box.y(), value_px + 1, box.height())
        self._write(painter, end, lane.value, side="end")

    def _paint_lane(
        self, painter: QPainter, colours: theme.Colours, line: int, lane: Lane
    ) -> None:
        own = lane.series < 0
        ink = colours.ink("accent") if own else colours.series_ink(lane.series)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        place = self._lane_box(line).adjusted(0, 3, 0, -3)
        middle, wide = place.center().y(), place.width()
        mirrored = self.isRightToLeft()
        for each in lane.stretches:
            left = place.left() + each.start * wide
            long = max((each.end - each.start) * wide, 1.0)
            box = QRectF(left, place.top(), long, place.height())
            box = self._flipped(box) if mirrored else box
            match each.look:
                case Look.FULL:
                    painter.fillRect(box, ink)
                case Look.HALF:
                    painter.fillRect(box.adjusted(0, box.height() / 2, 0, 0), ink)
                case Look.THIN:
                    thin = QRectF(box.left(), middle - 1, box.width(), 2)
                    painter.fillRect(thin, colours.ink("edge"))
                case Look.HATCHED:
                    painter.setPen(QPen(ink, 1))
                    painter.setBrush(Qt.BrushStyle.BDiagPattern)
                    brush = painter.brush()
                    brush.setColor(ink)
                    painter.setBrush(brush)
                    painter.drawRect(box)
                case Look.DOTTED:
                    pen = QPen(colours.ink("edge"), 2)
                    pen.setDashPattern([1, 3])
                    painter.setPen(pen)
                    painter.drawLine(
                        QPointF(box.left(), middle), QPointF(box.right(), middle)
                    )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
