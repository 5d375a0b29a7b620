"""The two pictures of a day that the window paints: the ring, and a bar per app."""

import html

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme, words
from ui.tray.paint import Inks, paint_glyph, paint_ring
from ui.tray.spec import Glyph, Ring, glyph_of, ring_of
from unplug.engine.snapshot import AppTime, Snapshot

RING_PX = 42 * theme.GRID_PX
RING_WIDTH_PX = 3 * theme.GRID_PX
BAR_PX = theme.GRID_PX + theme.GRID_PX // 2


class DayRing(QWidget):
    """Today against the usual, with today's time in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(RING_PX, RING_PX)
        self._colours = theme.LIGHT
        self._ring = Ring(filled=None)
        self._glyph = Glyph.NONE
        self._time = ""

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show the present."""
        self._ring, self._glyph = ring_of(snapshot), glyph_of(snapshot)
        self._time = words.duration(snapshot.screen_ms)
        self.setAccessibleName(words.headline(snapshot))
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
            ground=colours.ink("ground"),
        )
        square = QRectF(self.rect())
        paint_ring(painter, square, self._ring, inks, RING_WIDTH_PX)
        self._paint_words(painter, square, colours)
        side = 8 * theme.GRID_PX
        above = QRectF(0, 0, side, side)
        above.moveCenter(QPointF(square.center().x(), square.height() * 0.26))
        paint_glyph(painter, above, self._glyph, inks.glyph)
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
        painter.drawText(below, where, QCoreApplication.translate("Window", "today"))


class AppBar(QWidget):
    """An app's name, its time, and a bar as long as its share of the longest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._colours = theme.LIGHT
        self._name = self._time = ""
        self._share = 0.0

    def render_app(self, app: AppTime, longest_ms: int) -> None:
        """Show an app beside the one with most time."""
        self._name = words.one_line(app.name, limit=200)
        self._time = words.duration(app.screen_ms)
        self._share = app.screen_ms / longest_ms if longest_ms else 0.0
        self.setAccessibleName(f"{self._name}, {self._time}")
        self.setToolTip(html.escape(self._name))  # a name is never markup
        self.update()

    def recolour(self, colours: theme.Colours) -> None:
        """Take on a scheme."""
        self._colours = colours
        self.update()

    def sizeHint(self) -> QSize:
        """One line of text and the bar below it."""
        line_px = QFontMetrics(theme.font(theme.TYPE.body)).height()
        return QSize(40 * theme.GRID_PX, line_px + 2 * theme.GRID_PX + BAR_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint name and time, the name shortened where it has to be, and the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.TYPE.body))
        metrics = painter.fontMetrics()
        wide, line_px = self.width(), metrics.height()
        time_px = metrics.horizontalAdvance(self._time)
        room_px = wide - time_px - 3 * theme.GRID_PX
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, room_px)
        baseline = metrics.ascent()
        painter.setPen(self._colours.ink("text"))
        painter.drawText(0, baseline, name)
        painter.setPen(self._colours.ink("quiet"))
        painter.drawText(wide - time_px, baseline, self._time)
        top = line_px + theme.GRID_PX
        painter.setPen(Qt.PenStyle.NoPen)
        for ink, share in (("track", 1.0), ("accent", self._share)):
            painter.setBrush(self._colours.ink(ink))
            bar = QRectF(0, top, max(wide * share, BAR_PX), BAR_PX)
            painter.drawRoundedRect(bar, BAR_PX / 2, BAR_PX / 2)
        painter.end()
