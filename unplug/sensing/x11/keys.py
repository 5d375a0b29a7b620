"""Keys that work everywhere on X11: the server hands them to us, and no others."""

import os
import struct

from unplug.sensing.shortcuts import Shortcut
from unplug.sensing.source import SourceLostError, SourceUnavailableError
from unplug.sensing.x11.connection import X11Connection, connect
from unplug.sensing.x11.requests import Question, event_code

KEY_PRESS = 2
_GRAB_KEY, _KEYBOARD_MAPPING = 33, 101
_FIRST, _COUNT = 8, 248  # all the keycodes that X knows
_ASYNC = 1
_SHIFT, _LOCK, _CTRL, _ALT, _NUM_LOCK, _SUPER = 1, 2, 4, 8, 16, 64
_MODIFIERS = {"Shift": _SHIFT, "Ctrl": _CTRL, "Alt": _ALT, "Super": _SUPER}
_LOCKS = (0, _LOCK, _NUM_LOCK, _LOCK | _NUM_LOCK)
_F1, _PAUSE = 0xFFBE, 0xFF13
_HEAD_BYTES = 32


class X11Keys:
    """The user's own keys for ``Shortcut``, whatever has the focus.

    Args:
        connection: one of its own; closed with this source.
        keys: which keys stand for what, such as "Ctrl+Alt+U".

    Raises:
        SourceUnavailableError: this keyboard has no such key, or another program has
            taken it.
    """

    name = "global shortcuts (X11)"

    def __init__(self, connection: X11Connection, keys: dict[Shortcut, str]) -> None:
        self._x = connection
        self._wanted: dict[tuple[int, int], Shortcut] = {}
        codes = connection.query(_keyboard_mapping()) or {}
        for shortcut, text in keys.items():
            modifiers, keysym = parse_keys(text)
            code = codes.get(keysym)
            if code is None:
                raise _unavailable(text, "this keyboard has no such key")
            for locks in _LOCKS:
                if not connection.accepts(
                    _grab(connection.root, modifiers | locks, code)
                ):
                    raise _unavailable(text, "another program has taken it")
            self._wanted[code, modifiers] = shortcut

    def fileno(self) -> int:
        """The socket to the X server."""
        return self._x.fileno()

    def dispatch(self) -> list[Shortcut]:
        """The shortcuts that were pressed.

        Raises:
            SourceLostError: the X server is gone.
        """
        self._x.flush()
        presses = (_press_in(e) for e in self._x.events() if event_code(e) == KEY_PRESS)
        pressed = (self._wanted.get(press) for press in presses)
        return [shortcut for shortcut in pressed if shortcut is not None]

    def close(self) -> None:
        """Give the keys back; safe to call twice."""
        self._x.close()


def parse_keys(text: str) -> tuple[int, int]:
    """The modifiers and the keysym of keys such as "Ctrl+Alt+U".

    Raises:
        ValueError: there is no such key here.
    """
    *modifiers, key = text.split("+")
    mask = 0
    for modifier in modifiers:
        mask |= _MODIFIERS[modifier]
    if len(key) == 1 and key.isascii() and key.isalnum():
        return mask, ord(key.lower())
    if key == "Space":
        return mask, ord(" ")
    if key == "Pause":
        return mask, _PAUSE
    if key[:1] == "F" and key[1:].isdecimal():
        return mask, _F1 + int(key[1:]) - 1
    raise ValueError(text)


def open_x11_keys(keys: dict[Shortcut, str]) -> X11Keys:
    """Ask the X server of this desktop for keys.

    Raises:
        SourceUnavailableError: there is none, or it does not give them.
    """
    connection = connect(os.environ.get("DISPLAY", ""))
    try:
        return X11Keys(connection, keys)
    except SourceLostError as error:
        connection.close()
        raise SourceUnavailableError(error.failed, error.value) from error
    except BaseException:
        connection.close()
        raise


def _keyboard_mapping() -> Question[dict[int, int]]:
    """Which keycode gives which keysym, the first column of the keyboard's map."""
    request = struct.pack("=BxHBBxx", _KEYBOARD_MAPPING, 2, _FIRST, _COUNT)
    return Question(request, _keycodes)


def _keycodes(reply: bytes) -> dict[int, int]:
    per_code = reply[1]
    found: dict[int, int] = {}
    for n in range(_COUNT):
        (keysym,) = struct.unpack_from("=I", reply, _HEAD_BYTES + 4 * n * per_code)
        found.setdefault(keysym, _FIRST + n)
    return found


def _grab(root: int, modifiers: int, code: int) -> bytes:
    head = struct.pack("=BBHI", _GRAB_KEY, 1, 4, root)
    return head + struct.pack("=HBBBxxx", modifiers, code, _ASYNC, _ASYNC)


def _press_in(event: bytes) -> tuple[int, int]:
    """The keycode and the modifiers of a press, the locks left aside."""
    (state,) = struct.unpack_from("=H", event, 28)
    return event[1], state & (_SHIFT | _CTRL | _ALT | _SUPER)


def _unavailable(keys: str, why: str) -> SourceUnavailableError:
    failed, todo = "cannot use these keys everywhere", "choose others in settings.toml"
    return SourceUnavailableError(failed, f"{keys}: {why}", todo)
