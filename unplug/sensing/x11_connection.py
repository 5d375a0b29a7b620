"""A connection to an X server that hides what xcffib makes hard."""

import sys
from typing import Any

import xcffib
import xcffib.res
import xcffib.sync  # before connecting, or its events stay unknown
import xcffib.xproto
from xcffib.xproto import Atom

from unplug.sensing.source import SourceLostError, SourceUnavailableError

LONGEST_PROPERTY = 1024  # in units of four bytes


class X11Connection:
    """One client of an X server.

    Args:
        display: what ``DISPLAY`` says, like ``:0``.

    Raises:
        SourceUnavailableError: nobody answers there, we are not let in, or it is
            Xwayland, which knows only X programs.
    """

    def __init__(self, display: str) -> None:
        try:
            self._x = xcffib.connect(display)
        except xcffib.XcffibException as error:
            failed = "cannot connect to the X server"
            todo = "check DISPLAY and XAUTHORITY, start unplug from inside the desktop"
            raise SourceUnavailableError(failed, display, todo) from error
        self._fd: int = self._x.get_file_descriptor()
        self.core = self._x.core
        self.root: int = self._x.setup.roots[self._x.pref_screen].root
        self._atoms: dict[str, int] = {}
        if self.offers("XWAYLAND"):
            self.close()
            failed, todo = "X11 sees only a part of this desktop", "log in to X11"
            raise SourceUnavailableError(failed, f"{display} is Xwayland", todo)

    def fileno(self) -> int:
        """The socket; not readable while answers to us are already read."""
        return self._fd

    def close(self) -> None:
        """Leave the server; safe to call twice."""
        self._x.disconnect()

    def events(self) -> list[Any]:
        """All events that have arrived, also those read while waiting for answers.

        Raises:
            SourceLostError: the server is gone.
        """
        found: list[Any] = []
        while True:
            try:
                event = self._x.poll_for_event()
            except xcffib.Error:
                continue  # a window died before our request for it arrived
            except xcffib.XcffibException as error:
                raise _lost(error) from error
            if event is None:
                return found
            found.append(event)

    def flush(self) -> None:
        """Send what is still in the buffer.

        Call it before ``events()``: sending may read, and so buffer, events.
        """
        try:
            self._x.flush()
        except xcffib.XcffibException as error:
            raise _lost(error) from error

    def answer(self, cookie: Any) -> Any:  # noqa: ANN401  (xcffib has no types)
        """The reply to a request; None where the server refuses, like a dead window.

        Raises:
            SourceLostError: the server is gone.
        """
        try:
            return cookie.reply()
        except xcffib.Error:
            return None
        except xcffib.XcffibException as error:
            raise _lost(error) from error

    def done(self, cookie: Any) -> bool:  # noqa: ANN401
        """Whether the server took a checked request that has no reply."""
        try:
            cookie.check()
        except xcffib.Error:
            return False
        except xcffib.XcffibException as error:
            raise _lost(error) from error
        return True

    def raw_answer(self, cookie: Any) -> Any:  # noqa: ANN401
        """The unparsed reply, for those that xcffib parses wrongly."""
        try:
            return self._x.wait_for_reply(cookie.sequence)
        except xcffib.XcffibException as error:
            raise _lost(error) from error

    def offers(self, name: str) -> bool:
        """Whether the server has an extension; asking for a missing one is fatal."""
        reply = self.answer(self.core.QueryExtension(len(name), name))
        return bool(reply and reply.present)

    def extension(self, key: Any) -> Any:  # noqa: ANN401
        """The requests of an extension that ``offers`` has confirmed."""
        return self._x(key)

    def new_id(self) -> int:
        """An id for something that we create."""
        return int(self._x.generate_id())

    def atom(self, name: str) -> int:
        """The number of a name on this server."""
        if name not in self._atoms:
            reply = self.answer(self.core.InternAtom(0, len(name), name))
            self._atoms[name] = reply.atom if reply else 0
        return self._atoms[name]

    def ask(self, window: int, name: str) -> Any:  # noqa: ANN401
        """Request a property of any type; read it with ``answer`` and what follows."""
        any_type = xcffib.xproto.GetPropertyType.Any
        atom = self.atom(name)
        return self.core.GetProperty(0, window, atom, any_type, 0, LONGEST_PROPERTY)

    def select(self, window: int, mask: int) -> None:
        """Hear of these events on a window, and of no others."""
        attribute = xcffib.xproto.CW.EventMask
        self.core.ChangeWindowAttributes(window, attribute, [mask])

    def number(self, cookie: Any) -> int | None:  # noqa: ANN401
        """A property that holds one 32-bit number; None where it is missing."""
        reply = self.answer(cookie)
        if reply is None or reply.format != 32 or not reply.value_len:  # noqa: PLR2004
            return None
        return int.from_bytes(reply.value.buf()[:4], sys.byteorder)

    def text(self, cookie: Any) -> str | None:  # noqa: ANN401
        """A property that holds text in whatever encoding; None where it is missing."""
        reply = self.answer(cookie)
        if reply is None or reply.format != 8 or not reply.value_len:  # noqa: PLR2004
            return None
        raw = bytes(reply.value.buf())
        if reply.type != Atom.STRING:
            return raw.decode("utf-8", "replace")
        try:
            return raw.decode("utf-8")  # what many programs call a STRING
        except UnicodeDecodeError:
            return raw.decode("latin-1")


def _lost(error: Exception) -> SourceLostError:
    return SourceLostError("lost the X server", error, "")


class Listener:
    """Which events of which windows we hear of, said anew at every look.

    What a look asks for is in effect at once, so that nothing that happens during
    the look is missed; what it no longer asks for ends with it.
    """

    def __init__(self, connection: X11Connection) -> None:
        self._x = connection
        self._now: dict[int, int] = {}
        self._wanted: dict[int, int] = {}

    def hear(self, window: int, mask: int) -> None:
        """Hear of these events too, from now until a look does not ask for them."""
        self._wanted[window] = self._wanted.get(window, 0) | mask
        before = self._now.get(window, 0)
        if mask & ~before:
            self._now[window] = before | mask
            self._x.select(window, before | mask)

    def end_look(self) -> None:
        """Stop hearing what this look has not asked for."""
        for window, mask in self._now.items():
            wanted = self._wanted.get(window, 0)
            if wanted != mask:
                self._x.select(window, wanted)
        self._now, self._wanted = self._wanted, {}
