"""The ring of the tray, large: a day against the usual."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui import theme, words
from ui.tray.paint import Inks, paint_glyph, paint_ring
from ui.tray.spec import Glyph, Ring, glyph_of, ring_against, ring_of
from unplug.engine.snapshot import Snapshot

RING_PX = 42 * theme.GRID_PX
RING_WIDTH_PX = 3 * theme.GRID_PX


class DayRing(QAbstractButton):
    """A day against the usual, with its time in the middle; opens the day's rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(RING_PX, RING_PX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._below = ""
        self._colours = theme.LIGHT
        self._ring = Ring(filled=None)
        self._glyph = Glyph.NONE
        self._time = ""

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show the present."""
        self._ring, self._glyph = ring_of(snapshot), glyph_of(snapshot)
        self._time = words.duration(snapshot.screen_ms)
        self._below = QCoreApplication.translate("Window", "today")
        self.setAccessibleName(words.headline(snapshot))
        self.update()

    def render_total(self, screen_ms: int, usual_ms: int | None) -> None:
        """Show a day that is over."""
        self._ring, self._glyph = ring_against(screen_ms, usual_ms), Glyph.NONE
        self._time = words.duration(screen_ms)
        self._below = QCoreApplication.translate("Window", "in all")
        self.setAccessibleName(f"{self._time} {self._below}")
        self.update()

    def recolour(self, colours: theme.Colours) -> None:
        """Take on a scheme."""
        self._colours = colours
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring, the time, and the sign below it."""
        colours = self._colours
        painter = QPainter(self)
        inks = Inks(
            fill=colours.ink("accent"),
            over=colours.ink("over"),
            track=colours.ink("track"),
            glyph=colours.ink("quiet"),
            ground=colours.ink("surface"),
        )
        square = QRectF(self.rect())
        paint_ring(painter, square, self._ring, inks, RING_WIDTH_PX)
        self._paint_words(painter, square, colours)
        side = 8 * theme.GRID_PX
        above = QRectF(0, 0, side, side)
        above.moveCenter(QPointF(square.center().x(), square.height() * 0.26))
        paint_glyph(painter, above, self._glyph, inks.glyph)
        if self.hasFocus():
            painter.setPen(QPen(colours.ink("text"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = RING_WIDTH_PX + 3
            painter.drawEllipse(square.adjusted(inset, inset, -inset, -inset))
        painter.end()

    def _paint_words(
        self, painter: QPainter, square: QRectF, colours: theme.Colours
    ) -> None:
        font = theme.font(theme.TYPE.display, bold=True)
        room_px = square.width() - 2 * RING_WIDTH_PX - 6 * theme.GRID_PX
        needed_px = QFontMetrics(font).horizontalAdvance(self._time)
        if needed_px > room_px:
            font = theme.font(theme.TYPE.display * room_px / needed_px, bold=True)
        painter.setFont(font)
        painter.setPen(colours.ink("text"))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, self._time)
        half_px = painter.fontMetrics().height() / 2
        painter.setFont(theme.font(theme.TYPE.small))
        painter.setPen(colours.ink("quiet"))
        below = square.adjusted(0, square.height() / 2 + half_px, 0, 0)
        where = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(below, where, self._below)
