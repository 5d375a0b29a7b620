"""Who has the keyboard on X11, and for how long nobody has used it."""

import struct

from unplug.sensing.source import SourceUnavailableError
from unplug.sensing.x11.connection import X11Connection, connect
from unplug.sensing.x11.requests import POINTER_ROOT, Question, get_input_focus

EXTENSION = "MIT-SCREEN-SAVER"
_SET_INPUT_FOCUS, _QUERY_INFO = 42, 1
_NOW = 0


class X11Keyboard:
    """Lends the keyboard to a window that no window manager manages.

    Such a window is never given it, and when it goes, nobody gets it back. So the one
    who had it is remembered here. Should the process die in between, the server
    gives the keyboard to the window under the pointer.

    Args:
        connection: one of its own; closed with this object.
    """

    def __init__(self, connection: X11Connection) -> None:
        self._x = connection
        self._saver = connection.extension(EXTENSION)
        self._lender: int | None = None

    def quiet_ms(self) -> int | None:
        """Milliseconds since the last key, click or motion; None: nobody counts."""
        if self._saver is None:
            return None
        # Not the counter IDLETIME: reading that one swallows alarms of others.
        quiet_ms = self._x.query(_query_info(self._saver.opcode, self._x.root))
        self._x.events()  # what every client is told; none of it is ours
        return quiet_ms

    def owner(self) -> int | None:
        """The window that has the keyboard; None: it follows the pointer."""
        focus = self._x.query(get_input_focus())
        return focus if focus is not None and focus > POINTER_ROOT else None

    def lend(self, window: int) -> None:
        """Give the keyboard to a window, and remember who had it."""
        owner = self.owner()
        if owner == window:
            return
        if self._lender is None:
            self._lender = owner
        self.pass_on(window)

    def pass_on(self, window: int) -> None:
        """Give the keyboard to another of our windows."""
        # A window that is gone or not seen by now is refused, which is fine.
        self._x.accepts(_set_input_focus(window))

    def give_back(self) -> None:
        """Return the keyboard to whoever had it, if that window is still there."""
        lender, self._lender = self._lender, None
        if lender is not None:
            self.pass_on(lender)

    def close(self) -> None:
        """Give it back and leave the server; safe to call twice."""
        self.give_back()
        self._x.close()


def open_keyboard(display: str) -> X11Keyboard:
    """Connect to an X server for its keyboard.

    Raises:
        SourceUnavailableError: nobody answers there, or it is Xwayland.
    """
    connection = connect(display)
    if connection.extension("XWAYLAND") is None:
        return X11Keyboard(connection)
    connection.close()
    failed, todo = "X11 owns only a part of this desktop", "log in to X11"
    raise SourceUnavailableError(failed, f"{display} is Xwayland", todo)


def _set_input_focus(window: int) -> bytes:
    head = struct.pack("=2BH", _SET_INPUT_FOCUS, POINTER_ROOT, 3)
    return head + struct.pack("=2I", window, _NOW)


def _query_info(opcode: int, window: int) -> Question[int]:
    request = struct.pack("=2BHI", opcode, _QUERY_INFO, 2, window)
    return Question(request, lambda reply: int(struct.unpack_from("=I", reply, 16)[0]))
