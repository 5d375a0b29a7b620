"""From Qt's keys to those that mean something to the overlay."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.overlay.keys import Key

_SILENT = frozenset(
    {
        Qt.Key.Key_Space,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Select,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)
_FIRST_DIGIT_CODE = 10
"""The code that X11 and Wayland give to the key left of "2", whatever it types: on
some keyboards digits need Shift."""

_SHORTCUTS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def key_of(event: QKeyEvent) -> Key:
    """The kind of a key."""
    if event.key() in _SILENT:
        return Key.SILENT
    if event.modifiers() & _SHORTCUTS:
        return Key.TYPED
    if event.key() == Qt.Key.Key_Escape:
        return Key.ESCAPE
    if digit_of(event):
        return Key.DIGIT
    return Key.BREATHE if event.key() == Qt.Key.Key_B else Key.TYPED


def digit_of(event: QKeyEvent) -> int:
    """Which of the digits 1 to 9 a key is; 0: none."""
    if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
        return int(event.key()) - int(Qt.Key.Key_1) + 1
    place = event.nativeScanCode() - _FIRST_DIGIT_CODE + 1
    return place if 1 <= place <= 9 else 0  # noqa: PLR2004  (digits)
