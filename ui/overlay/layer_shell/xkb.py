"""What the keys of a Wayland keyboard type, by libxkbcommon, which Qt needs too."""

import ctypes
import ctypes.util
import mmap
import os
from dataclasses import dataclass
from functools import cache
from typing import Any

from PySide6.QtCore import Qt

EVDEV_OFFSET = 8
"""X11 and XKB count keys from here on."""

_TEXT_V1 = 1
_EFFECTIVE = 8  # XKB_STATE_MODS_EFFECTIVE
_LONGEST_TEXT = 16

_KEYS = {
    0xFF1B: Qt.Key.Key_Escape,
    0xFF09: Qt.Key.Key_Tab,
    0xFE20: Qt.Key.Key_Backtab,
    0xFF0D: Qt.Key.Key_Return,
    0xFF8D: Qt.Key.Key_Enter,
    0xFF08: Qt.Key.Key_Backspace,
    0xFFFF: Qt.Key.Key_Delete,
    0xFF51: Qt.Key.Key_Left,
    0xFF52: Qt.Key.Key_Up,
    0xFF53: Qt.Key.Key_Right,
    0xFF54: Qt.Key.Key_Down,
    0xFFE1: Qt.Key.Key_Shift,
    0xFFE2: Qt.Key.Key_Shift,
    0xFFE3: Qt.Key.Key_Control,
    0xFFE4: Qt.Key.Key_Control,
    0xFFE5: Qt.Key.Key_CapsLock,
    0xFF7F: Qt.Key.Key_NumLock,
    0xFFE9: Qt.Key.Key_Alt,
    0xFFEA: Qt.Key.Key_Alt,
    0xFFEB: Qt.Key.Key_Super_L,
    0xFFEC: Qt.Key.Key_Super_R,
    0xFE03: Qt.Key.Key_AltGr,
}
_MODIFIERS = {
    b"Shift": Qt.KeyboardModifier.ShiftModifier,
    b"Control": Qt.KeyboardModifier.ControlModifier,
    b"Mod1": Qt.KeyboardModifier.AltModifier,
    b"Mod4": Qt.KeyboardModifier.MetaModifier,
}


@dataclass(frozen=True, slots=True)
class Stroke:
    """What a key means at present."""

    key: int
    text: str
    modifiers: Qt.KeyboardModifier
    code: int
    keysym: int


class Keymap:
    """The layout that the compositor told, and its modifiers.

    Without libxkbcommon only what every layout has in one place is known: Escape,
    Tab, Space, Enter and the row of digits.
    """

    def __init__(self) -> None:
        self._xkb = _library()
        self._context = self._xkb.xkb_context_new(0) if self._xkb else None
        self._keymap: int | None = None
        self._state: int | None = None

    def take(self, form: int, fd: int, size: int) -> None:
        """Take over a layout; closes ``fd``."""
        try:
            if self._xkb is None or form != _TEXT_V1 or size <= 0:
                return
            with mmap.mmap(fd, size, mmap.MAP_PRIVATE, mmap.PROT_READ) as text:
                layout = text.read().split(b"\0", 1)[0]
        finally:
            os.close(fd)
        self._forget()
        keymap = self._xkb.xkb_keymap_new_from_string(
            self._context, layout, _TEXT_V1, 0
        )
        if keymap:
            self._keymap = keymap
            self._state = self._xkb.xkb_state_new(keymap)

    def modify(self, depressed: int, latched: int, locked: int, group: int) -> None:
        """Take over which modifiers are held."""
        if self._xkb and self._state:
            self._xkb.xkb_state_update_mask(
                self._state, depressed, latched, locked, 0, 0, group
            )

    def stroke(self, evdev_code: int) -> Stroke:
        """What a key means now."""
        code = evdev_code + EVDEV_OFFSET
        if self._xkb is None or not self._state:
            key = _EVERYWHERE.get(evdev_code, 0)
            return Stroke(key, "", Qt.KeyboardModifier.NoModifier, code, 0)
        keysym = int(self._xkb.xkb_state_key_get_one_sym(self._state, code))
        text = ctypes.create_string_buffer(_LONGEST_TEXT)
        self._xkb.xkb_state_key_get_utf8(self._state, code, text, _LONGEST_TEXT)
        typed = text.value.decode("utf-8", "replace")
        return Stroke(_qt_key(keysym, typed), typed, self._held(), code, keysym)

    def close(self) -> None:
        """Let go of everything; safe to call twice."""
        self._forget()
        if self._xkb and self._context:
            self._xkb.xkb_context_unref(self._context)
            self._context = None

    def _held(self) -> Qt.KeyboardModifier:
        held = Qt.KeyboardModifier.NoModifier
        if self._xkb is not None:
            active = self._xkb.xkb_state_mod_name_is_active
            for name, modifier in _MODIFIERS.items():
                if active(self._state, name, _EFFECTIVE) > 0:
                    held |= modifier
        return held

    def _forget(self) -> None:
        if self._xkb and self._state:
            self._xkb.xkb_state_unref(self._state)
        if self._xkb and self._keymap:
            self._xkb.xkb_keymap_unref(self._keymap)
        self._state = self._keymap = None


_EVERYWHERE = {1: int(Qt.Key.Key_Escape), 15: int(Qt.Key.Key_Tab)}
_EVERYWHERE |= {28: int(Qt.Key.Key_Return), 57: int(Qt.Key.Key_Space)}


def _qt_key(keysym: int, text: str) -> int:
    if keysym in _KEYS:
        return int(_KEYS[keysym])
    if len(text) == 1 and text.isprintable():
        return ord(text.upper()) if len(text.upper()) == 1 else ord(text)
    return int(Qt.Key.Key_unknown)


@cache
def _library() -> Any:  # noqa: ANN401  (ctypes has no types)
    """The library with the types of what we call; None where it is missing."""
    try:
        xkb = ctypes.CDLL("libxkbcommon.so.0")
    except OSError:
        return None
    pointer, number, text = ctypes.c_void_p, ctypes.c_uint32, ctypes.c_char_p
    for name, result, *arguments in (
        ("xkb_context_new", pointer, ctypes.c_int),
        ("xkb_context_unref", None, pointer),
        ("xkb_keymap_new_from_string", pointer, pointer, text, *[ctypes.c_int] * 2),
        ("xkb_keymap_unref", None, pointer),
        ("xkb_state_new", pointer, pointer),
        ("xkb_state_unref", None, pointer),
        ("xkb_state_update_mask", ctypes.c_int, pointer, *[number] * 6),
        ("xkb_state_key_get_one_sym", number, pointer, number),
        (
            "xkb_state_key_get_utf8",
            ctypes.c_int,
            pointer,
            number,
            text,
            ctypes.c_size_t,
        ),
        ("xkb_state_mod_name_is_active", ctypes.c_int, pointer, text, ctypes.c_int),
    ):
        function = getattr(xkb, str(name))
        function.restype = result
        function.argtypes = arguments
    return xkb
