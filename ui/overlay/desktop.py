"""Which way of covering monitors this desktop offers."""

import logging
import os

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from ui.overlay.cover import Cover, MakeScene
from ui.overlay.screens import ScreenCover
from unplug.sensing.source import SourceUnavailableError

_log = logging.getLogger(__name__)


def open_cover(make_scene: MakeScene, parent: QObject | None = None) -> Cover:
    """The best that there is: above everything where that can be had."""
    platform = QGuiApplication.platformName()
    try:
        if platform == "xcb":
            return _on_x11(make_scene, parent)
        if platform.startswith("wayland"):
            return _by_layers(make_scene, parent)
    except SourceUnavailableError as error:
        _log.info("the overlay is a full-screen window: %s", error)
    return ScreenCover(make_scene, parent=parent)


def _on_x11(make_scene: MakeScene, parent: QObject | None) -> Cover:
    from unplug.sensing.x11_keyboard import open_keyboard  # noqa: PLC0415  (8 ms, 2 MiB)

    keyboard = open_keyboard(os.environ.get("DISPLAY", ""))
    return ScreenCover(make_scene, keyboard=keyboard, parent=parent)


def _by_layers(make_scene: MakeScene, parent: QObject | None) -> Cover:
    from ui.overlay.layer_shell.cover import LayerCover  # noqa: PLC0415  (20 ms, 2 MiB)
    from ui.overlay.layer_shell.shell import open_layer_shell  # noqa: PLC0415

    return LayerCover(open_layer_shell(), make_scene, parent)
