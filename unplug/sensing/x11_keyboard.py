"""Who has the keyboard on X11, and for how long nobody has used it."""

import xcffib.screensaver
from xcffib.xproto import InputFocus, Time

from unplug.sensing.x11_connection import X11Connection

EXTENSION = "MIT-SCREEN-SAVER"
POINTER_ROOT = 1  # "whatever window the pointer is in"; a number below is no window


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
        self._saver = None
        self._lender: int | None = None
        if connection.offers(EXTENSION):
            self._saver = connection.extension(xcffib.screensaver.key)

    def quiet_ms(self) -> int | None:
        """Milliseconds since the last key, click or motion; None: nobody counts."""
        if self._saver is None:
            return None
        # Not the counter IDLETIME: reading that one swallows alarms of others.
        reply = self._x.answer(self._saver.QueryInfo(self._x.root))
        return int(reply.ms_since_user_input) if reply else None

    def owner(self) -> int | None:
        """The window that has the keyboard; None: it follows the pointer."""
        reply = self._x.answer(self._x.core.GetInputFocus())
        return int(reply.focus) if reply and reply.focus > POINTER_ROOT else None

    def lend(self, window: int) -> None:
        """Give the keyboard to a window, and remember who had it."""
        owner = self.owner()
        if owner == window:
            return
        if self._lender is None:
            self._lender = owner
        self._give(window)

    def pass_on(self, window: int) -> None:
        """Give the keyboard to another of our windows."""
        self._give(window)

    def give_back(self) -> None:
        """Return the keyboard to whoever had it, if that window is still there."""
        lender, self._lender = self._lender, None
        if lender is not None:
            self._give(lender)

    def close(self) -> None:
        """Give it back and leave the server; safe to call twice."""
        self.give_back()
        self._x.close()

    def _give(self, window: int) -> None:
        # A window that is gone or not seen by now is refused, which is fine.
        request = self._x.core.SetInputFocusChecked(
            InputFocus.PointerRoot, window, Time.CurrentTime
        )
        self._x.done(request)


def open_keyboard(display: str) -> X11Keyboard:
    """Connect to an X server for its keyboard.

    Raises:
        SourceUnavailableError: nobody answers there, or it is Xwayland.
    """
    return X11Keyboard(X11Connection(display))
