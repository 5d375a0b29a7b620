"""Which of Qt's platform themes is loaded.

On GTK desktops Qt would load GTK itself into this process for its dialogs and
colours: 10 MB for a ring in a panel. Its built-in theme for them follows the
desktop's light or dark through the settings portal all the same.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

VARIABLE = "QT_QPA_PLATFORMTHEME"
_OWN_THEMES = ("kde", "lxqt", "deepin", "ukui")


@contextmanager
def without_gtk() -> Iterator[None]:
    """Build the application inside; whoever named a theme keeps it."""
    if not sys.platform.startswith("linux") or os.environ.get(VARIABLE) or _has_own():
        yield
        return
    os.environ[VARIABLE] = "gnome"
    try:
        yield
    finally:
        del os.environ[VARIABLE]  # programs that we start choose for themselves


def _has_own() -> bool:
    desktop = os.environ.get("XDG_CURRENT_DESKTOP", "").lower()
    return any(name in desktop for name in _OWN_THEMES)
