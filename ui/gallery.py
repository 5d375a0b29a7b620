"""Every view of a data folder as a picture, drawn without showing anything."""

import os
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.small_window import SmallWindow
from ui.tray.paint import ICON_SIZES_PX, tray_icon
from ui.tray.spec import TraySpec, tray_spec
from unplug.engine.snapshot import Snapshot
from unplug.errors import UnplugError

_SCHEMES = {
    "light": (Qt.ColorScheme.Light, theme.LIGHT),
    "dark": (Qt.ColorScheme.Dark, theme.DARK),
}
_PANELS = {"light": "#f2f2f2", "dark": "#2e2e2e"}
_SIDE_PX = 20 * theme.GRID_PX


def draw_views(snapshot: Snapshot, target: Path) -> list[Path]:
    """Draw each view in light and dark into a folder, which is made if need be.

    Returns:
        The files that were written.
    """
    if QGuiApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # no display is asked for
        application = QApplication(["unplug"])
    else:
        application = None
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for name, (scheme, colours) in _SCHEMES.items():
        QGuiApplication.styleHints().setColorScheme(scheme)
        QGuiApplication.setPalette(theme.palette(colours))  # if Qt knows no schemes
        pictures = {
            "today": _window(snapshot),
            "tray": _panel(tray_spec(snapshot), QColor(_PANELS[name])),
        }
        for view, picture in pictures.items():
            path = target / f"{view}-{name}.png"
            if not picture.save(str(path)):
                failed, todo = "cannot write a picture", "choose another folder"
                raise UnplugError(failed, path, todo)
            written.append(path)
    QGuiApplication.styleHints().unsetColorScheme()
    QGuiApplication.setPalette(QPalette())
    del application
    return written


def _window(snapshot: Snapshot) -> QPixmap:
    window = SmallWindow(has_tray=True)
    window.render_snapshot(snapshot)
    return window.grab()


def _panel(spec: TraySpec, panel: QColor) -> QPixmap:
    """The icon at every size, on a panel of that colour."""
    picture = QPixmap(_SIDE_PX * len(ICON_SIZES_PX), _SIDE_PX)
    picture.fill(panel)
    painter = QPainter(picture)
    icon = tray_icon(spec)
    for at, size_px in enumerate(ICON_SIZES_PX):
        gap_px = (_SIDE_PX - size_px) // 2
        pixmap = icon.pixmap(QSize(size_px, size_px))
        painter.drawPixmap(at * _SIDE_PX + gap_px, gap_px, pixmap)
    painter.end()
    return picture
