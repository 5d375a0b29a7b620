"""The window's keys: the pages by number and by arrows, and the way out."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from ui.window.window import MainWindow


def add_keys(window: "MainWindow", keys: tuple[str, ...]) -> None:
    """Give a window its keys."""
    for number, key in enumerate(keys, start=1):
        add_key(window, f"Ctrl+{number}", partial(window.go, key))
    add_key(window, "Alt+Down", lambda: window.go_by(1))
    add_key(window, "Alt+Up", lambda: window.go_by(-1))
    back, forth = ("Alt+Left", "Alt+Right")
    if window.isRightToLeft():
        back, forth = forth, back
    add_key(window, back, window.go_back)
    add_key(window, forth, window.go_forward)
    add_key(window, "F5", window.refresh)
    add_key(window, QKeySequence.StandardKey.Close, window.close)
    add_key(window, QKeySequence.StandardKey.Quit, window.more.ask_to_quit)


def add_key(
    window: "MainWindow",
    key: str | QKeySequence.StandardKey,
    on_pressed: Callable[[], object],
) -> None:
    """Do something at a key, wherever in the window the focus is."""
    QShortcut(QKeySequence(key), window).activated.connect(on_pressed)
