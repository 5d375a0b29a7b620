"""A quiet landscape: sky, hills, a lake and a near shore; the same every time."""

from dataclasses import dataclass
from math import pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
)

from ui.overlay.looks import Look, mixed

STEP = 0.008
"""Hills are drawn in steps of this share of the picture's height."""

SUN_AT = 0.78
"""Where the sun stands, as a share of the first picture's width."""

GLOW = 6.0
"""How far its glow reaches, in radii of the sun."""

GLOW_STEPS = 8
GLINTS = 9


@dataclass(frozen=True, slots=True)
class View:
    """Which part of the landscape a screen looks at.

    Attributes:
        shift_px: how far right of the first screen this one is: hills go on across
            monitors that stand side by side.
        first_width_px: the width of that first screen.
        text_ends: how far down text stands on the sky, as a share of the height.
        sky_ends: how far down no hill reaches up, likewise.
        shore_begins: from here down there is nothing but shore, likewise.
    """

    shift_px: float = 0.0
    first_width_px: float = 0.0
    text_ends: float = 0.0
    sky_ends: float = 0.58
    shore_begins: float = 0.88


@dataclass(frozen=True, slots=True)
class _Ridge:
    """A line of hills: its height above the waterline and its waves."""

    base: float
    swing: float
    waves: tuple[tuple[float, float, float], ...]  # wave length, start, share


_RIDGES = (
    _Ridge(0.105, 0.055, ((1.35, 0.4, 0.6), (0.52, 1.9, 0.3), (0.21, 0.2, 0.1))),
    _Ridge(0.070, 0.045, ((0.98, 2.2, 0.6), (0.41, 0.7, 0.3), (0.17, 1.1, 0.1))),
    _Ridge(0.035, 0.034, ((0.74, 4.1, 0.7), (0.31, 2.6, 0.3))),
)
_SHORE = _Ridge(0.0, 0.022, ((1.25, 1.2, 0.75), (0.47, 3.0, 0.25)))
_HIGHEST = max(ridge.base + ridge.swing for ridge in _RIDGES)
_LAKE = 0.1
_WHOLE = _HIGHEST + _LAKE + 2 * _SHORE.swing
"""Hills, lake and the waves of the shore, where there is room for all of it."""


@dataclass(frozen=True, slots=True)
class _Measures:
    """Where things are in a picture.

    Attributes:
        area: the picture.
        shift: how far right of the first picture it is.
        scale: the height of hills, in pixels for a height of 1.
        waterline: where the lake begins.
        shore: the middle of the near shore's edge.
        sun_x: where the sun stands.
        sun_top: it does not rise above this line.
    """

    area: QRectF
    shift: float
    scale: float
    waterline: float
    shore: float
    sun_x: float
    sun_top: float


def _measures(area: QRectF, view: View) -> _Measures:
    height = area.height()
    room = (view.shore_begins - view.sky_ends) * height
    scale = min(room / _WHOLE, height)
    bottom = area.top() + view.shore_begins * height
    first = view.first_width_px or area.width()
    return _Measures(
        area=area,
        shift=view.shift_px,
        scale=scale,
        waterline=bottom - (_LAKE + 2 * _SHORE.swing) * scale,
        shore=bottom - _SHORE.swing * scale,
        sun_x=area.left() + SUN_AT * first - view.shift_px,
        sun_top=area.top() + view.text_ends * height,
    )


def paint(painter: QPainter, area: QRectF, look: Look, view: View) -> None:
    """Paint it; what the painter clips away costs little."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    where = _measures(area, view)
    _paint_sky(painter, where, look)
    _paint_sun(painter, where, look)
    for ridge, colour in zip(_RIDGES, look.ridges, strict=True):
        _paint_ridge(painter, where, ridge, where.waterline, QColor(colour))
    _paint_water(painter, where, look)
    _paint_ridge(painter, where, _SHORE, where.shore, QColor(look.shore))


def _paint_sky(painter: QPainter, where: _Measures, look: Look) -> None:
    top = where.area.topLeft()
    gradient = QLinearGradient(top, QPointF(top.x(), where.waterline))
    for at, colour in zip((0.0, 0.6, 1.0), look.sky, strict=True):
        gradient.setColorAt(at, QColor(colour))
    painter.fillRect(where.area, gradient)


def _paint_sun(painter: QPainter, where: _Measures, look: Look) -> None:
    radius = 0.14 * _WHOLE * where.scale
    floating = where.waterline - _HIGHEST * where.scale
    centre = QPointF(where.sun_x, max(floating, where.sun_top + radius))
    reach = GLOW * radius
    glow = QRadialGradient(centre, reach)
    warm = QColor(look.light)
    for step in range(GLOW_STEPS + 1):
        at = step / GLOW_STEPS
        warm.setAlphaF(0.3 * (1 - at) ** 2.6)  # fades out without an edge
        glow.setColorAt(at, warm)
    painter.setBrush(glow)
    painter.drawEllipse(centre, reach, reach)
    painter.setBrush(QColor(look.light))
    painter.drawEllipse(centre, radius, radius)


def _paint_ridge(
    painter: QPainter, where: _Measures, ridge: _Ridge, foot: float, colour: QColor
) -> None:
    area, scale = where.area, where.scale
    path = QPainterPath(QPointF(area.left(), area.bottom()))
    step = max(2.0, STEP * area.height())
    steps = int(area.width() / step) + 2
    for index in range(steps):
        x = index * step
        along = (x + where.shift) / area.height()
        rise = sum(
            share * sin(2 * pi * along / length + start)
            for length, start, share in ridge.waves
        )
        y = foot - (ridge.base + ridge.swing * rise) * scale
        path.lineTo(area.left() + x, y)
    path.lineTo(area.left() + steps * step, area.bottom())
    painter.setBrush(colour)
    painter.drawPath(path)


def _paint_water(painter: QPainter, where: _Measures, look: Look) -> None:
    area = where.area
    lake = QRectF(
        area.left(), where.waterline, area.width(), area.bottom() - where.waterline
    )
    gradient = QLinearGradient(QPointF(0, where.waterline), QPointF(0, where.shore))
    gradient.setColorAt(0.0, QColor(look.water[0]))
    gradient.setColorAt(1.0, QColor(look.water[1]))
    painter.fillRect(lake, gradient)
    _paint_glints(painter, where, look)
    painter.setPen(Qt.PenStyle.NoPen)


def _paint_glints(painter: QPainter, where: _Measures, look: Look) -> None:
    """The path of light on the water: short lines, wider as they come nearer."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for index in range(GLINTS):
        depth = (index + 0.6) / GLINTS
        y = where.waterline + depth * (where.shore - where.waterline)
        half = where.scale * (0.014 + 0.05 * depth) * (0.75 + 0.25 * sin(index * 2.3))
        middle = where.sun_x + where.scale * 0.012 * sin(index * 1.7)
        colour = mixed(look.water[0], look.light, 0.75)
        colour.setAlphaF(0.55 - 0.4 * depth)
        pen = QPen(colour, max(1.0, where.scale * 0.0022 * (1 + depth)))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(middle - half, y), QPointF(middle + half, y))
