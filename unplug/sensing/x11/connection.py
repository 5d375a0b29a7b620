"""A client of an X server: questions, properties, and which events it hears."""

import struct
from dataclasses import dataclass
from typing import Generic, TypeVar

from unplug.sensing.source import SourceUnavailableError
from unplug.sensing.x11.auth import METHOD, cookie_for
from unplug.sensing.x11.display import Display
from unplug.sensing.x11.requests import (
    STRING,
    Extension,
    Property,
    Question,
    get_property,
    hear,
    intern_atom,
    query_extension,
)
from unplug.sensing.x11.setup import RefusedError, Setup, shake_hands
from unplug.sensing.x11.wire import Wire

TIMEOUT_S = 2.0
_Said = TypeVar("_Said")


@dataclass(frozen=True, slots=True)
class Asked(Generic[_Said]):
    """A question on its way, to be handed to ``answer``."""

    number: int
    question: Question[_Said]


def connect(name: str) -> "X11Connection":
    """Connect to an X server.

    Args:
        name: what ``DISPLAY`` says, like ``:0``.

    Raises:
        SourceUnavailableError: nobody answers there, or we are not let in.
    """
    try:
        return _connected(Display.parse(name))
    except (OSError, ValueError, RefusedError) as error:
        reason = getattr(error, "strerror", None) or str(error) or "no answer"
        failed = "cannot connect to the X server"
        todo = "check DISPLAY and XAUTHORITY, start unplug from inside the desktop"
        value = f"{reason} at {name}"
        raise SourceUnavailableError(failed, value, todo) from error


def _connected(display: Display) -> "X11Connection":
    sock = display.connect(TIMEOUT_S)
    try:
        setup = shake_hands(
            sock,
            screen=display.screen,
            method=METHOD,
            cookie=cookie_for(sock, display.number),
            timeout_s=TIMEOUT_S,
        )
        return X11Connection(Wire(sock), setup)
    except BaseException:
        sock.close()
        raise


class X11Connection:
    """One client of an X server.

    Several questions may be asked before the first is answered: that costs one way to
    the server and back, not several.

    Args:
        wire: the connection; closed with this.
        setup: what the server said at the beginning of it.
    """

    def __init__(self, wire: Wire, setup: Setup) -> None:
        self._wire = wire
        self._setup = setup
        self.root = setup.root
        self._ids = 0
        self._atoms: dict[str, int] = {}

    def fileno(self) -> int:
        """The socket; not readable while answers to us are already read."""
        return self._wire.fileno()

    def close(self) -> None:
        """Leave the server; safe to call twice."""
        self._wire.close()

    def events(self) -> list[bytes]:
        """The events that have arrived, also those read while waiting for answers.

        Raises:
            SourceLostError: the server is gone.
        """
        return self._wire.events()

    def flush(self) -> None:
        """Send what has gathered; call it before ``events()``, for it may read some.

        Raises:
            SourceLostError: the server is gone.
        """
        self._wire.flush()

    def tell(self, request: bytes) -> None:
        """Send a request that has no reply; if the server refuses it, so be it."""
        self._wire.tell(request)

    def accepts(self, request: bytes) -> bool:
        """Send a request that has no reply, and wait for whether the server takes it.

        Raises:
            SourceLostError: the server is gone.
        """
        return self._wire.accepts(request)

    def ask(self, question: Question[_Said]) -> Asked[_Said]:
        """Send a question; hand what this returns to ``answer``, once."""
        return Asked(self._wire.ask(question.request), question)

    def answer(self, asked: Asked[_Said]) -> _Said | None:
        """The reply to a question; None where the server refuses, like a dead window.

        Raises:
            SourceLostError: the server is gone, or speaks nonsense.
        """
        reply = self._wire.answer(asked.number)
        if reply is None:
            return None
        try:
            return asked.question.read(reply)
        except struct.error as error:
            self._wire.lose(f"it speaks nonsense ({error})")

    def query(self, question: Question[_Said]) -> _Said | None:
        """Ask a question and wait for its reply; see ``answer``."""
        return self.answer(self.ask(question))

    def extension(self, name: str) -> Extension | None:
        """Where an extension begins; None where the server lacks it."""
        return self.query(query_extension(name))

    def new_id(self) -> int:
        """An id for something that we create."""
        step = self._setup.id_mask & -self._setup.id_mask
        self._ids += step
        return self._setup.id_base | (self._ids & self._setup.id_mask)

    def atom(self, name: str) -> int:
        """The number of a name on this server."""
        if name not in self._atoms:
            self._atoms[name] = self.query(intern_atom(name)) or 0
        return self._atoms[name]

    def ask_property(self, window: int, name: str) -> Asked[Property]:
        """Ask for a property of any type; read it with ``number`` or ``text``."""
        return self.ask(get_property(window, self.atom(name)))

    def number(self, asked: Asked[Property]) -> int | None:
        """A property that holds a 32-bit number; None where it is missing."""
        found = self.answer(asked)
        if found is None or found.format != 32 or not found.value:  # noqa: PLR2004
            return None
        return int(struct.unpack_from("=I", found.value)[0])

    def numbers(self, asked: Asked[Property]) -> tuple[int, ...]:
        """A property that holds 32-bit numbers, or atoms; none where it is missing."""
        found = self.answer(asked)
        if found is None or found.format != 32:  # noqa: PLR2004
            return ()
        return struct.unpack(f"={len(found.value) // 4}I", found.value)

    def text(self, asked: Asked[Property]) -> str | None:
        """A property that holds text in whatever encoding; None where it is missing."""
        found = self.answer(asked)
        if found is None or found.format != 8 or not found.value:  # noqa: PLR2004
            return None
        if found.type != STRING:
            return found.value.decode("utf-8", "replace")
        try:
            return found.value.decode("utf-8")  # what many programs call a STRING
        except UnicodeDecodeError:
            return found.value.decode("latin-1")


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
            self._x.tell(hear(window, before | mask))

    def end_look(self) -> None:
        """Stop hearing what this look has not asked for."""
        for window, mask in self._now.items():
            wanted = self._wanted.get(window, 0)
            if wanted != mask:
                self._x.tell(hear(window, wanted))
        self._now, self._wanted = self._wanted, {}
