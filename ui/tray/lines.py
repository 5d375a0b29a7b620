"""Lines of the tray's menu: made once, and only changed where something did."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu


def add_line(menu: QMenu, on_chosen: Callable[[], object], text: str = "") -> QAction:
    """Add a line that calls somebody when it is chosen."""
    action = QAction(menu)
    action.setText(text)
    action.triggered.connect(lambda *_: on_chosen())
    menu.addAction(action)
    return action


def say(action: QAction, text: str, *, drawn_by_panel: bool) -> None:
    """Set a line's text as it is; an empty line is not there.

    A single ampersand would underline the letter after it; in a panel's menu a
    single underscore does, and Qt passes those on as they are.

    Args:
        action: the line, or the one that opens a menu below.
        text: what it says.
        drawn_by_panel: whether the panel draws the menu, and not Qt.
    """
    shown = text.replace("&", "&&")
    if drawn_by_panel:
        shown = shown.replace("_", "__")
    if action.text() != shown:
        action.setText(shown)
    action.setVisible(bool(text))
