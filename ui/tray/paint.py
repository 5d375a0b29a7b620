"""The ring, painted: for the tray as an icon, for the window at any size."""

from dataclasses import dataclass
from math import cos, radians, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from ui.tray.spec import LAP_STEPS, Glyph, Ring, TraySpec

ICON_SIZES_PX = (16, 22, 24, 32, 44, 48, 64)
"""What panels ask for, at one and two pixels to the point."""

# Any name of the namespace Qt, even one pen style, would load all of them: 1.2 MB in a
# process that stays. So nothing is drawn by a clear pen, and round ends are discs.
_CLEAR = QColor(0, 0, 0, 0)
_BLACK = QColor(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of a ring.

    Attributes:
        fill: the first lap.
        over: the second lap.
        track: where the ring has not come to yet.
        glyph: the sign inside.
        ground: what lies behind, if that is known; else the ring leaves it clear.
    """

    fill: QColor
    over: QColor
    track: QColor
    glyph: QColor
    ground: QColor | None = None


def tray_inks() -> Inks:
    """Mid-tones of one lightness: no panel says whether it is light or dark."""
    return Inks(
        fill=QColor("#22907f"),
        over=QColor("#b8701a"),
        track=QColor(125, 133, 131, 105),
        glyph=QColor("#7d8583"),
    )


def tray_icon(spec: TraySpec) -> QIcon:
    """The icon at every size that panels ask for."""
    icon = QIcon()
    for size_px in ICON_SIZES_PX:
        icon.addPixmap(ring_pixmap(size_px, spec.ring, spec.glyph))
    return icon


def app_icon() -> QIcon:
    """The app's own sign: a ring three quarters round."""
    ring = Ring(filled=LAP_STEPS * 3 // 4)
    icon = QIcon()
    for size_px in (*ICON_SIZES_PX, 128):
        icon.addPixmap(ring_pixmap(size_px, ring, Glyph.NONE))
    return icon


def ring_pixmap(size_px: int, ring: Ring, glyph: Glyph) -> QPixmap:
    """A square pixmap, clear around the ring."""
    pixmap = QPixmap(size_px, size_px)
    pixmap.fill(_CLEAR)
    painter = QPainter(pixmap)
    paint_ring(painter, QRectF(0, 0, size_px, size_px), ring, tray_inks())
    paint_glyph(painter, QRectF(0, 0, size_px, size_px), glyph, tray_inks().glyph)
    painter.end()
    return pixmap


def stroke_px(size_px: float) -> float:
    """How thick a ring of that size is; halves, so that its edges stay sharp."""
    return max(round(size_px * 0.15 * 2) / 2, 2.5)


def paint_ring(
    painter: QPainter,
    square: QRectF,
    ring: Ring,
    inks: Inks,
    width_px: float | None = None,
) -> None:
    """Paint a ring that fills a square."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = width_px or stroke_px(square.width())
    inset = width / 2 + (0.5 if square.width() > 16 else 0)  # noqa: PLR2004
    box = square.adjusted(inset, inset, -inset, -inset)
    if ring.filled is None:
        _arc(painter, box, inks.fill, max(width * 0.5, 1.5), LAP_STEPS)
        return
    _arc(painter, box, inks.track, width, LAP_STEPS)
    if ring.filled:
        _arc(painter, box, inks.fill, width, ring.filled)
    if ring.over:
        _second_lap(painter, box, width, ring.over, inks)


def _second_lap(
    painter: QPainter, box: QRectF, width: float, steps: int, inks: Inks
) -> None:
    # A gap is cut around it, so that it is told from the first by shape as well.
    gap, gap_width = inks.ground or _BLACK, width + max(width * 0.5, 2)
    painter.save()
    if inks.ground is None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    _arc(painter, box, gap, gap_width, steps)
    painter.restore()
    _arc(painter, box, inks.over, width, steps)


def _arc(
    painter: QPainter, box: QRectF, colour: QColor, width: float, steps: int
) -> None:
    """Clockwise from twelve o'clock, with round ends; a whole lap has none."""
    if steps >= LAP_STEPS:
        painter.setPen(QPen(QBrush(colour), width))
        painter.setBrush(_CLEAR)
        painter.drawEllipse(box)
        return
    half = width / 2
    start, turn = 90.0, -360 * steps / LAP_STEPS
    outer = box.adjusted(-half, -half, half, half)
    inner = box.adjusted(half, half, -half, -half)
    band = QPainterPath()
    band.arcMoveTo(outer, start)
    band.arcTo(outer, start, turn)
    band.arcTo(inner, start + turn, -turn)
    band.closeSubpath()
    for degrees in (start, start + turn):
        angle = radians(degrees)
        x = box.center().x() + box.width() / 2 * cos(angle)
        y = box.center().y() - box.height() / 2 * sin(angle)
        end = QPainterPath()
        end.addEllipse(QPointF(x, y), half, half)
        band = band.united(end)
    painter.setPen(_CLEAR)
    painter.setBrush(colour)
    painter.drawPath(band)


def paint_glyph(
    painter: QPainter, square: QRectF, glyph: Glyph, colour: QColor
) -> None:
    """Paint the sign in the middle of a ring that fills ``square``."""
    if glyph is Glyph.NONE:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_CLEAR)
    painter.setBrush(colour)
    unit = square.width() / 16
    middle = square.center()
    match glyph:
        case Glyph.PAUSED:
            _bars(painter, middle, unit)
        case Glyph.TROUBLE:
            _exclamation(painter, middle, unit)
        case Glyph.OFFLINE:
            painter.drawEllipse(middle, 2.6 * unit, 2.6 * unit)
        case Glyph.COMING:
            painter.drawPath(_circle(middle, unit))
        case Glyph.AWAY:
            painter.drawPath(_crescent(middle, unit))


def _bars(painter: QPainter, middle: QPointF, unit: float) -> None:
    wide, tall = _even(2 * unit), _even(6 * unit)
    for side in (-1, 1):
        x = middle.x() + side * wide - wide / 2
        painter.drawRect(QRectF(x, middle.y() - tall / 2, wide, tall))


def _exclamation(painter: QPainter, middle: QPointF, unit: float) -> None:
    wide = _even(2 * unit)
    tall, gap = round(4 * unit), max(round(unit), 1)
    top = round(middle.y() - (tall + gap + wide) / 2)
    left = middle.x() - wide / 2
    painter.drawRect(QRectF(left, top, wide, tall))
    painter.drawRect(QRectF(left, top + tall + gap, wide, wide))


def _crescent(middle: QPointF, unit: float) -> QPainterPath:
    moon, bite = QPainterPath(), QPainterPath()
    moon.addEllipse(middle, 3.4 * unit, 3.4 * unit)
    bite.addEllipse(middle + QPointF(1.7 * unit, -1.2 * unit), 2.7 * unit, 2.7 * unit)
    return moon.subtracted(bite)


def _circle(middle: QPointF, unit: float) -> QPainterPath:
    outer, inner = QPainterPath(), QPainterPath()
    outer.addEllipse(middle, 2.6 * unit, 2.6 * unit)
    inner.addEllipse(middle, 1.6 * unit, 1.6 * unit)
    return outer.subtracted(inner)


def _even(length_px: float) -> int:
    """Down to whole pairs of pixels: sharp when centred on an even square."""
    return max(2 * int(length_px / 2), 2)
