"""How this desktop shows what has to stand above everything."""

import logging
import os
from typing import Protocol

from PySide6.QtGui import QGuiApplication

from ui.overlay.cover import Cover, Keyboard, MakeScene
from ui.overlay.hosts import CardHost, WindowHost
from ui.overlay.screens import ScreenCover
from unplug.sensing.source import SourceUnavailableError

_log = logging.getLogger(__name__)


class Above(Protocol):
    """Makes what stands above everything."""

    def cover(self, make_scene: MakeScene) -> Cover:
        """What covers the monitors."""

    def host(self) -> CardHost:
        """What shows small cards."""

    def close(self) -> None:
        """Let go of the desktop; close what was made before."""


class LendingKeyboard(Keyboard, Protocol):
    """A keyboard that comes with a connection."""

    def close(self) -> None:
        """Give it back and leave."""


class AboveByWindows:
    """By windows: on X11 without its window manager, elsewhere like all windows.

    Args:
        keyboard: X11's; None elsewhere.
    """

    def __init__(self, keyboard: LendingKeyboard | None = None) -> None:
        self._keyboard = keyboard

    def cover(self, make_scene: MakeScene) -> Cover:
        """A window for every monitor."""
        return ScreenCover(make_scene, keyboard=self._keyboard)

    def host(self) -> CardHost:
        """A small window."""
        return WindowHost(self._keyboard)

    def close(self) -> None:
        """Leave the X server."""
        if self._keyboard is not None:
            self._keyboard.close()


def open_above() -> Above:
    """The best that this desktop offers."""
    platform = QGuiApplication.platformName()
    try:
        if platform == "xcb":
            return _on_x11()
        if platform.startswith("wayland"):
            return _by_layers()
    except SourceUnavailableError as error:
        _log.info("the overlay is a full-screen window like others: %s", error)
    return AboveByWindows()


def _on_x11() -> Above:
    from unplug.sensing.x11.keyboard import open_keyboard  # noqa: PLC0415  (8 ms, 2 MiB)

    return AboveByWindows(open_keyboard(os.environ.get("DISPLAY", "")))


def _by_layers() -> Above:
    from ui.overlay.layer_shell.above import open_layers  # noqa: PLC0415  (20 ms, 2 MiB)

    return open_layers()
