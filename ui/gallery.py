"""Every page of a data folder as a picture, drawn without showing anything."""

import os
import select
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.speaking import speak
from ui.tray.paint import ICON_SIZES_PX, tray_icon
from ui.tray.spec import TraySpec, tray_spec
from ui.window.page import Surroundings
from ui.window.pages import pages
from ui.window.window import MainWindow
from unplug.errors import UnplugError

SCHEMES = {
    "light": (Qt.ColorScheme.Light, theme.LIGHT),
    "dark": (Qt.ColorScheme.Dark, theme.DARK),
}
SIZES = {"": QSize(1280, 800), "-narrow": QSize(400, 800)}
_PANELS = {"light": "#f2f2f2", "dark": "#2e2e2e"}
_LOOK_AGAIN_S = 0.1
_SIDE_PX = 20 * theme.GRID_PX


def draw_views(around: Surroundings, target: Path) -> list[Path]:
    """Draw each page in light and dark, wide and narrow, and the tray's icon.

    Args:
        around: what the pages show.
        target: a folder; made if need be.

    Returns:
        The files that were written.
    """
    with _application():
        target.mkdir(parents=True, exist_ok=True)
        written = []
        for scheme in SCHEMES:
            with wearing(scheme):
                for name, picture in _pictures(around, scheme):
                    written.append(_save(picture, target / f"{name}-{scheme}.png"))
        return written


@contextmanager
def wearing(scheme: str) -> Iterator[None]:
    """Have the desktop be light or dark inside."""
    wanted, colours = SCHEMES[scheme]
    QGuiApplication.styleHints().setColorScheme(wanted)
    QGuiApplication.setPalette(theme.palette(colours))  # if Qt knows no schemes
    try:
        yield
    finally:
        QGuiApplication.styleHints().unsetColorScheme()
        QGuiApplication.setPalette(QPalette())


@contextmanager
def _application() -> Iterator[None]:
    if QGuiApplication.instance() is not None:
        yield
        return
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # no display is asked for
    application = QApplication(["unplug"])
    speak(application)
    yield
    del application


def _pictures(around: Surroundings, scheme: str) -> Iterator[tuple[str, QPixmap]]:
    for suffix, size in SIZES.items():
        window = MainWindow(around)
        window.render_snapshot(around.app.snapshot())
        window.resize(size)
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.show()
        for kind in pages():
            window.go(kind.key)
            settle()
            await_worker(around)
            settle()
            yield f"{kind.key}{suffix}", window.grab()
        window.close()
        window.deleteLater()
    snapshot = around.app.snapshot()
    yield "tray", _panel(tray_spec(snapshot), QColor(_PANELS[scheme]))


def await_worker(around: Surroundings) -> None:
    """Let what is worked out beside the loop come in."""
    worker = around.app.worker
    while worker.busy:
        select.select([worker], [], [], _LOOK_AGAIN_S)
        worker.dispatch()


def settle() -> None:
    """Let everything take its place."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QCoreApplication.processEvents()


def _save(picture: QPixmap, path: Path) -> Path:
    if not picture.save(str(path)):
        failed, todo = "cannot write a picture", "choose another folder"
        raise UnplugError(failed, path, todo)
    return path


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
