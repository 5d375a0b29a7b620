"""The window's icons: drawn for unplug as SVG, inked in a colour of the theme."""

from functools import lru_cache

from PySide6.QtCore import QFile, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import ui.resources_rc

SIDE_PX = 20
_CLEAR = QColor(0, 0, 0, 0)


def names() -> tuple[str, ...]:
    """All icons there are."""
    from PySide6.QtCore import QDir  # noqa: PLC0415  (only tests ask)

    return tuple(
        name.removesuffix(".svg") for name in QDir(":/icons").entryList(["*.svg"])
    )


def paint(painter: QPainter, name: str, square: QRectF, colour: QColor) -> None:
    """Paint an icon into a square."""
    _renderer(name, colour.name()).render(painter, square)


def icon(name: str, colour: QColor, side_px: int = SIDE_PX) -> QIcon:
    """An icon for buttons and menus, sharp on screens of one and two pixels a point."""
    result = QIcon()
    renderer = _renderer(name, colour.name())
    for scale in (1, 2):
        pixmap = QPixmap(QSize(side_px, side_px) * scale)
        pixmap.fill(_CLEAR)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(pixmap.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        result.addPixmap(pixmap)
    return result


@lru_cache(maxsize=128)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    file = QFile(f":/icons/{name}.svg")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        msg = f"there is no icon {name!r}"
        raise KeyError(msg)
    drawing = bytes(file.readAll().data())
    file.close()
    return QSvgRenderer(drawing.replace(b"currentColor", colour.encode()))


def forget() -> None:
    """Let go of what was drawn; the window is closed."""
    _renderer.cache_clear()


_ = ui.resources_rc  # loading it is what registers the drawings
