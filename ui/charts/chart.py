"""What all charts have in common: a still picture, and what is read out of it.

The picture is painted once for a size, a scale and a scheme, and kept; while the
mouse moves, only the marked place and the read-out are painted over it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.charts.table import Table
from ui.overlay.announcing import say

GRID = theme.GRID_PX
_CLEAR = "#00000000"
_ROUND_PX = 6
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Something in a chart that can be pointed at.

    Attributes:
        box: where it is.
        says: what it says, in one or two lines; or who puts it into words, where
            there are many.
        line: where a read-out by the keyboard moves up and down, which line it is in.
    """

    box: QRectF
    says: str | Callable[[], str]
    line: int = 0

    @property
    def text(self) -> str:
        """What it says."""
        return self.says if isinstance(self.says, str) else self.says()


class Chart(QWidget):
    """A picture of numbers.

    Signals:
        opened: a mark was clicked, or Enter was pressed on it; carries its index.
        table_requested: the numbers are wanted as a table.
    """

    opened = Signal(int)
    table_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._picture: QPixmap | None = None
        self._marks: Sequence[Mark] = ()
        self._at: int | None = None

    @property
    def marks(self) -> Sequence[Mark]:
        """What can be pointed at, in reading order."""
        self._placed()
        return self._marks

    @property
    def read_out(self) -> str:
        """What the mark that is pointed at says; empty where none is."""
        return "" if self._at is None else self._marks[self._at].text

    def table(self) -> Table:
        """The numbers."""
        raise NotImplementedError

    def redraw(self, summary: str = "") -> None:
        """Paint anew: the numbers changed.

        Args:
            summary: the picture in a sentence, for screen readers.
        """
        self.setAccessibleDescription(summary)
        self._forget()

    def recolour(self) -> None:
        """Take on the scheme."""
        self._forget()

    def point_at(self, at: int | None) -> None:
        """Read a mark out; None for none."""
        if at != self._at:
            self._at = at
            self.update()

    # What a chart of a kind says.

    def _place(self, room: QRectF) -> Sequence[Mark]:
        """Lay out the numbers in a room; returns the marks in reading order."""
        raise NotImplementedError

    def _paint_picture(self, painter: QPainter, colours: theme.Colours) -> None:
        """Paint the still picture."""
        raise NotImplementedError

    def _paint_marked(
        self, painter: QPainter, colours: theme.Colours, mark: Mark
    ) -> None:
        """Show which mark is read out."""
        painter.setPen(QPen(colours.ink("text"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(mark.box.adjusted(-1, -1, 1, 1), 3, 3)

    def _found(self, spot: QPointF) -> int | None:
        """The mark at a spot."""
        for at, mark in enumerate(self._marks):
            if mark.box.contains(spot):
                return at
        return None

    def _stepped(self, at: int, across: int, down: int) -> int:
        """The mark beside another, or above or below it."""
        if across:
            return max(0, min(at + across, len(self._marks) - 1))
        here = self._marks[at]
        lines = sorted({mark.line for mark in self._marks})
        to = lines.index(here.line) + down
        if not 0 <= to < len(lines):
            return at
        middle = here.box.center().x()
        near = [n for n, mark in enumerate(self._marks) if mark.line == lines[to]]
        return min(near, key=lambda n: abs(self._marks[n].box.center().x() - middle))

    # Room and words.

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(theme.font(theme.TYPE.small))

    def _flipped(self, box: QRectF) -> QRectF:
        """A place as it is where one reads from right to left."""
        if not self.isRightToLeft():
            return box
        return QRectF(self.width() - box.right(), box.y(), box.width(), box.height())

    def _write(
        self, painter: QPainter, box: QRectF, text: str, *, side: str = "middle"
    ) -> None:
        """Write a line of text into a place: at its start, end or middle."""
        flag = Qt.AlignmentFlag
        across = flag.AlignHCenter
        if side != "middle":
            left = (side == "start") != self.isRightToLeft()
            across = flag.AlignLeft if left else flag.AlignRight
        flags = across | flag.AlignVCenter | flag.AlignAbsolute
        painter.drawText(self._flipped(box), flags, text)

    def _forget(self) -> None:
        self._picture = None
        self._marks = ()
        self._at = None
        self.update()

    def _placed(self) -> None:
        if self._picture is None:
            self._marks = self._place(QRectF(self.rect()))

    def _still(self) -> QPixmap:
        """The still picture, for the present size and scale."""
        scale = self.devicePixelRatioF()
        size = self.size() * scale
        if self._picture is not None and self._picture.size() == size:
            return self._picture
        self._marks = self._place(QRectF(self.rect()))
        picture = QPixmap(QSize(max(size.width(), 1), max(size.height(), 1)))
        picture.setDevicePixelRatio(scale)
        picture.fill(_CLEAR)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.TYPE.small))
        self._paint_picture(painter, theme.colours())
        painter.end()
        self._picture = picture
        return picture

    def _paint_read_out(
        self, painter: QPainter, colours: theme.Colours, mark: Mark
    ) -> None:
        """A bubble with the words, beside the mark and inside the chart."""
        painter.setFont(theme.font(theme.TYPE.small))
        metrics, text = self._metrics(), mark.text
        most = QRectF(0, 0, max(self.width() - 4 * GRID, 1), 4_000)
        words = Qt.TextFlag.TextWordWrap
        needed = metrics.boundingRect(most, words, text)
        box = QRectF(0, 0, needed.width() + 5 * GRID, needed.height() + 3 * GRID)
        self._move_beside(box, mark.box)
        painter.setPen(QPen(colours.ink("edge"), 1))
        painter.setBrush(colours.ink("surface"))
        painter.drawRoundedRect(
            box.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND_PX, _ROUND_PX
        )
        painter.setPen(colours.ink("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | words, text)

    def _move_beside(self, box: QRectF, marked: QRectF) -> None:
        """Above or below what is marked; beside it where that is tall."""
        if marked.height() > self.height() / 2:
            box.moveTop(GRID)
            box.moveLeft(marked.center().x() + 3 * GRID)
            if box.right() > self.width():
                box.moveRight(marked.center().x() - 3 * GRID)
        else:
            box.moveCenter(QPointF(marked.center().x(), 0))
            box.moveBottom(marked.top() - GRID)
            if box.top() < 0:
                box.moveTop(marked.bottom() + GRID)
        box.moveTop(max(0.0, min(box.top(), self.height() - box.height() - 1)))
        box.moveLeft(max(0.0, min(box.left(), self.width() - box.width() - 1)))

    # What Qt says.

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, the focus, and what is read out."""
        picture, colours = self._still(), theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, picture)
        if self.hasFocus():
            painter.setPen(QPen(colours.ink("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(box, _ROUND_PX, _ROUND_PX)
        if self._at is not None and self._at < len(self._marks):
            mark = self._marks[self._at]
            self._paint_marked(painter, colours, mark)
            self._paint_read_out(painter, colours, mark)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read out what is pointed at."""
        self._placed()
        self.point_at(self._found(event.position()))
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here as well."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked."""
        at = self._found(event.position())
        if at is not None and self.rect().contains(event.position().toPoint()):
            self.opened.emit(at)
        super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        self.point_at(None)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard has gone elsewhere."""
        self.point_at(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read out mark by mark; open one; give the table."""
        key = Qt.Key(event.key())
        self._placed()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self._at is None:
                self.table_requested.emit()
            else:
                self.opened.emit(self._at)
        elif key == Qt.Key.Key_Escape and self._at is not None:
            self.point_at(None)
        elif self._marks and (to := self._led(key)) is not None:
            self.point_at(to)
            say(self, self.read_out)
        else:
            super().keyPressEvent(event)

    def _led(self, key: Qt.Key) -> int | None:
        """The mark that a key leads to; None: it leads nowhere."""
        last = len(self._marks) - 1
        if key == Qt.Key.Key_Home:
            return 0
        if key == Qt.Key.Key_End:
            return last
        if key not in _STEPS:
            return None
        across, down = _STEPS[key]
        if self.isRightToLeft():
            across = -across
        if self._at is None:
            return last if across < 0 else 0
        return self._stepped(self._at, across, down)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        self._forget()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the scheme and the font."""
        if event.type() in (
            QEvent.Type.PaletteChange,
            QEvent.Type.ApplicationFontChange,
            QEvent.Type.LayoutDirectionChange,
        ):
            self._forget()
            self.updateGeometry()
        super().changeEvent(event)
