"""The socket to PipeWire, and as much of its native protocol as a registry takes.

A message is a header (object, opcode and size, sequence number, descriptors) and a
"POD": a value with its size and type before it, filled up to eight bytes. Both are
described in PipeWire's documentation, under "Native Protocol" and "POD".
"""

import os
import select
import socket
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from unplug.sensing.arriving import take_all
from unplug.sensing.source import SourceLostError

ANSWER_MS = 2_000
CORE, CLIENT, REGISTRY = 0, 1, 2
"""The objects that we talk to; the last one has the number that we give it."""
_HELLO, _SYNC, _PONG, _GET_REGISTRY = 1, 2, 3, 5  # of the core
_UPDATE_PROPERTIES = 2  # of the client
_DONE, _PING, _ERROR = 1, 2, 3  # what the core says
_VERSION = 3
_HEADER = struct.Struct("=IIII")
_POD = struct.Struct("=II")
_INT, _LONG, _STRING, _STRUCT = 4, 5, 8, 14

Values = tuple[Any, ...]


class MalformedMessageError(ValueError):
    """PipeWire said something that is not in the protocol."""


@dataclass(frozen=True, slots=True)
class Said:
    """What an object says.

    Attributes:
        who: the object's number.
        opcode: which of its events it is.
        values: what comes with it; None for values that nobody here reads.
    """

    who: int
    opcode: int
    values: Values


class PipeWireWire:
    """A connection that has asked for the registry.

    Args:
        path: PipeWire's socket.

    Raises:
        OSError: nobody listens there, or does not let us in.
    """

    def __init__(self, path: Path) -> None:
        self._buffer = bytearray()
        self._sequence = 0
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._socket.settimeout(ANSWER_MS / 1_000)
            self._socket.connect(str(path))
            self._socket.settimeout(0)
            self.send(CORE, _HELLO, _VERSION)
            name = (1, "application.name", "unplug")
            self.send(CLIENT, _UPDATE_PROPERTIES, name)
            self.send(CORE, _GET_REGISTRY, _VERSION, REGISTRY)
        except SourceLostError as error:
            self._socket.close()
            raise OSError(0, "it does not let us in") from error
        except BaseException:
            self._socket.close()
            raise

    def fileno(self) -> int:
        """The socket; -1 once closed."""
        return self._socket.fileno()

    def send(self, to: int, opcode: int, *values: Any) -> None:  # noqa: ANN401  (numbers, texts, structs)
        """Call a method of an object.

        Raises:
            SourceLostError: PipeWire is gone, or takes nothing.
        """
        body = packed(values)
        size = opcode << 24 | len(body)
        message = memoryview(_HEADER.pack(to, size, self._sequence, 0) + body)
        self._sequence += 1
        while message:
            try:
                message = message[self._socket.send(message) :]
            except BlockingIOError:
                if not self._ready(select.POLLOUT):
                    raise _lost() from None
            except OSError as error:
                raise _lost(error) from error

    def receive_all(self) -> Iterator[Said]:
        """All that has arrived; never waits. Whether we are alive is answered here.

        Raises:
            SourceLostError: PipeWire is gone, or speaks another language.
        """
        there = take_all(self._socket, self._buffer)
        try:
            for said in self._messages():
                if said.who == CORE and said.opcode == _PING:
                    self.send(CORE, _PONG, *said.values)
                elif said.who == CORE and said.opcode == _ERROR:
                    if said.values[:1] == (CORE,):  # a proxy's alone is no end
                        raise _lost(said.values[-1])
                else:
                    yield said
        except MalformedMessageError as error:
            raise _lost(error) from error
        if not there:
            raise _lost()

    def settle(self) -> list[Said]:
        """Wait until all that was asked has been answered; for opening only.

        Raises:
            OSError: it is not answered.
        """
        heard: list[Said] = []
        try:
            self.send(CORE, _SYNC, CORE, 1)
            while not any(s.who == CORE and s.opcode == _DONE for s in heard):
                if not self._ready(select.POLLIN):
                    raise TimeoutError(0, "it does not answer")
                heard += self.receive_all()
        except SourceLostError as error:
            raise OSError(0, error.value or error.failed) from error
        return heard

    def close(self) -> None:
        """Leave; safe to call twice."""
        self._socket.close()

    def _ready(self, events: int) -> bool:
        poll = select.poll()
        poll.register(self._socket, events)
        return bool(poll.poll(ANSWER_MS))

    def _messages(self) -> Iterator[Said]:
        while len(self._buffer) >= _HEADER.size:
            who, sized, _, _ = _HEADER.unpack_from(self._buffer)
            opcode, size = sized >> 24, sized & 0xFF_FFFF
            end = _HEADER.size + size
            if len(self._buffer) < end:
                return
            body = bytes(self._buffer[_HEADER.size : end])
            del self._buffer[:end]
            yield Said(who, opcode, unpacked(body))


def packed(value: Any) -> bytes:  # noqa: ANN401  (as below)
    """A number, a text, or a tuple of them (a struct), as a POD."""
    match value:
        case int():
            kind, body = _INT, struct.pack("=i", value)
        case str():
            kind, body = _STRING, value.encode() + b"\0"
        case _:
            kind, body = _STRUCT, b"".join(map(packed, value))
    return _POD.pack(len(body), kind) + body + bytes(-len(body) % 8)


def unpacked(body: bytes) -> Values:
    """What the struct of a message holds; whatever follows it is a footer.

    Raises:
        MalformedMessageError: it holds no struct.
    """
    try:
        values = _value(body, 0)[0] if body else ()
    except (struct.error, UnicodeDecodeError, RecursionError) as error:
        msg = f"a message that is damaged: {error}"
        raise MalformedMessageError(msg) from error
    if not isinstance(values, tuple):
        msg = "a message without a struct"
        raise MalformedMessageError(msg)
    return values


def _value(body: bytes, at: int) -> tuple[Any, int]:
    """The POD that starts there, and where the next one does."""
    size, kind = _POD.unpack_from(body, at)
    start = at + _POD.size
    end = start + size
    if end > len(body):
        msg = "a value that ends outside its message"
        raise MalformedMessageError(msg)
    value: Any = None
    if kind == _INT:
        value = struct.unpack_from("=i", body, start)[0]
    elif kind == _LONG:
        value = struct.unpack_from("=q", body, start)[0]
    elif kind == _STRING:
        value = body[start:end].partition(b"\0")[0].decode("utf-8", "replace")
    elif kind == _STRUCT:
        value = _struct(body, start, end)
    return value, end + -end % 8


def _struct(body: bytes, start: int, end: int) -> Values:
    values = []
    while start < end:
        value, start = _value(body, start)
        values.append(value)
    return tuple(values)


def server_socket() -> Path | None:
    """Where the PipeWire of this session listens; None: nothing says it."""
    remote = os.environ.get("PIPEWIRE_REMOTE") or "pipewire-0"
    if remote.startswith("/"):
        return Path(remote)
    for variable in ("PIPEWIRE_RUNTIME_DIR", "XDG_RUNTIME_DIR"):
        if os.environ.get(variable):
            return Path(os.environ[variable]) / remote
    return None


def _lost(why: object = "") -> SourceLostError:
    return SourceLostError("connection to PipeWire lost", why)
