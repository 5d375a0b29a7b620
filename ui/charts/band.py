"""How a day grew against what is usual: a band, its middle, and today's line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.charts.axis import Axis, axis_of_lengths
from ui.charts.chart import GRID, Chart, Mark
from ui.charts.table import Table


@dataclass(frozen=True, slots=True)
class Course:
    """Values at even steps, as far as they are known.

    Attributes:
        names: what each step is called.
        labels: what stands below some of them; empty for most.
        today: the line, up to now.
        middle: what is usual; empty where that is not known.
        low: where the band begins.
        high: where it ends.
    """

    names: tuple[str, ...]
    labels: tuple[str, ...]
    today: tuple[float, ...]
    middle: tuple[float, ...] = ()
    low: tuple[float, ...] = ()
    high: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class BandWords:
    """What the parts are called.

    Attributes:
        over: the steps.
        today: the line.
        usual: the middle of the band.
        band: the band.
        say: a value in words.
    """

    over: str
    today: str
    usual: str
    band: str
    say: Callable[[float], str]


class Band(Chart):
    """A line over a band.

    Args:
        name: what the picture is called.
        words: what its parts are called.
    """

    def __init__(
        self, name: str, words: BandWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._words = words
        self._course = Course((), (), ())
        self._axis = Axis(1, 1)
        self._room = QRectF()

    def render_course(self, course: Course, summary: str = "") -> None:
        """Show other numbers."""
        self._course = course
        self._axis = axis_of_lengths(max((*course.today, *course.high, 0)))
        self.redraw(summary)

    def table(self) -> Table:
        """The numbers, a row each step."""
        words, course = self._words, self._course
        headers = (words.over, words.today, words.usual, words.band)
        rows = []
        for at, name in enumerate(course.names):
            known = at < len(course.today)
            rows.append(
                (
                    name,
                    words.say(course.today[at]) if known else "–",
                    words.say(course.middle[at]) if course.middle else "–",
                    self._range(at) or "–",
                )
            )
        return Table(self.accessibleName(), headers, tuple(rows))

    def sizeHint(self) -> QSize:
        """Some lines of text high."""
        return QSize(90 * GRID, round(self._metrics().height() * 12))

    def _range(self, at: int) -> str:
        if not self._course.middle:
            return ""
        say = self._words.say
        return f"{say(self._course.low[at])}–{say(self._course.high[at])}"

    def _text(self, at: int) -> str:
        words, course = self._words, self._course
        lines = [course.names[at]]
        if at < len(course.today):
            lines.append(f"{words.today}: {words.say(course.today[at])}")
        if course.middle:
            usual = words.say(course.middle[at])
            lines.append(f"{words.usual}: {usual} ({self._range(at)})")
        return "\n".join(lines)

    def _place(self, room: QRectF) -> Sequence[Mark]:
        metrics = self._metrics()
        say = self._words.say
        scale_px = max(metrics.horizontalAdvance(say(t)) for t in self._axis.ticks)
        line = metrics.height()
        self._room = room.adjusted(
            2 * GRID, line / 2 + GRID, -scale_px - 4 * GRID, -2 * line - 5 * GRID
        )
        marks = []
        count = len(self._course.names)
        step = self._room.width() / max(count - 1, 1)
        for at in range(count):
            box = QRectF(self._x(at) - step / 2, self._room.top(), step, 0)
            box.setHeight(self._room.height())
            marks.append(Mark(self._flipped(box), self._text(at)))
        return marks

    def _x(self, at: float) -> float:
        return self._room.left() + self._room.width() * at / max(
            len(self._course.names) - 1, 1
        )

    def _y(self, value: float) -> float:
        return self._room.bottom() - self._room.height() * value / self._axis.top

    def _point(self, at: int, value: float) -> QPointF:
        spot = QRectF(self._x(at), self._y(value), 0, 0)
        return self._flipped(spot).topLeft()

    def _line(self, values: Sequence[float]) -> QPolygonF:
        return QPolygonF([self._point(at, value) for at, value in enumerate(values)])

    def _paint_picture(self, painter: QPainter, colours: theme.Colours) -> None:
        self._paint_scales(painter, colours)
        course = self._course
        if course.middle:
            self._paint_band(painter, colours)
        if course.today:
            ink = QPen(colours.ink("accent"), 2.5)
            ink.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(ink)
            painter.drawPolyline(self._line(course.today))
            painter.setBrush(colours.ink("accent"))
            painter.setPen(QPen(colours.ink("surface"), 2))
            last = len(course.today) - 1
            painter.drawEllipse(self._point(last, course.today[last]), 5, 5)
        self._paint_key(painter, colours)

    def _paint_band(self, painter: QPainter, colours: theme.Colours) -> None:
        course = self._course
        edge = QPainterPath()
        back = [self._point(at, low) for at, low in enumerate(course.low)]
        edge.addPolygon(QPolygonF([*self._line(course.high).toList(), *back[::-1]]))
        edge.closeSubpath()
        ground = QColor(colours.ink("edge"))
        ground.setAlphaF(0.28)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawPath(edge)
        painter.setPen(self._usual_pen(colours))
        painter.drawPolyline(self._line(course.middle))

    def _usual_pen(self, colours: theme.Colours) -> QPen:
        pen = QPen(colours.ink("quiet"), 1.5)
        pen.setDashPattern([4, 3])
        return pen

    def _paint_scales(self, painter: QPainter, colours: theme.Colours) -> None:
        metrics = self._metrics()
        half = metrics.height() / 2
        for tick in self._axis.ticks:
            y = round(self._y(tick)) + 0.5
            painter.setPen(QPen(colours.ink("line"), 1))
            line = self._flipped(QRectF(self._room.left(), y, self._room.width(), 0))
            painter.drawLine(line.topLeft(), QPointF(line.right(), y))
            painter.setPen(colours.ink("quiet"))
            left = self._room.right() + 3 * GRID
            box = QRectF(left, y - half, self.width() - left - GRID, 2 * half)
            self._write(painter, box, self._words.say(tick), side="end")
        end = -1e9
        for at, label in enumerate(self._course.labels):
            wide = metrics.horizontalAdvance(label)
            left = min(max(self._x(at) - wide / 2, 0), self.width() - wide)
            if label and left > end + 2 * GRID:
                box = QRectF(left, self._room.bottom() + GRID, wide + 1, 2 * half)
                self._write(painter, box, label)
                end = left + wide

    def _paint_key(self, painter: QPainter, colours: theme.Colours) -> None:
        """What is what, in words beside a sample."""
        metrics, words = self._metrics(), self._words
        high = metrics.height()
        top, left = self.height() - high - GRID, self._room.left()
        samples = [(words.today, QPen(colours.ink("accent"), 2.5))]
        if self._course.middle:
            samples.append((words.usual, self._usual_pen(colours)))
        for text, pen in samples:
            painter.setPen(pen)
            sample = self._flipped(QRectF(left, top + high / 2, 6 * GRID, 0))
            painter.drawLine(sample.topLeft(), sample.topRight())
            painter.setPen(colours.ink("quiet"))
            wide = metrics.horizontalAdvance(text) + GRID
            box = QRectF(left + 8 * GRID, top, wide, high)
            self._write(painter, box, text, side="start")
            left = box.right() + 5 * GRID

    def _paint_marked(
        self, painter: QPainter, colours: theme.Colours, mark: Mark
    ) -> None:
        x = mark.box.center().x()
        painter.setPen(QPen(colours.ink("quiet"), 1))
        painter.drawLine(QPointF(x, self._room.top()), QPointF(x, self._room.bottom()))
