"""The socket to a sound server that speaks PulseAudio's native protocol.

PipeWire speaks it, too. A packet is a descriptor and values; numbers of commands are
from PulseAudio's ``src/pulsecore/native-common.h``.
"""

import os
import re
import select
import socket
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from unplug.sensing.arriving import take_all
from unplug.sensing.pulse_values import (
    MalformedPacketError,
    Values,
    packed,
    unpacked,
)
from unplug.sensing.source import SourceLostError

ANSWER_MS = 2_000
NOTHING = 0xFFFF_FFFF
"""Stands for "no such number" in every number of the protocol."""
_VERSION = 22  # old enough for every server, new enough to tell corked streams
_COOKIE_BYTES = 256
_DESCRIPTOR = struct.Struct(">IIIII")  # length, channel, offset (two), flags
_TALK = 0xFFFF_FFFF  # the channel of commands
_LARGEST = 16 * 1024 * 1024
_READ_BYTES = 65_536
_AUTH, _SET_NAME = 8, 9
_UNIX = re.compile(r"(?:\{[^}]*\})?(?:unix:)?(/.+)")


class PulseWire:
    """A connected and authorised socket.

    Args:
        path: the server's socket.

    Raises:
        OSError: nobody listens there, or does not let us in.
    """

    def __init__(self, path: Path) -> None:
        self._buffer = bytearray()
        self._tags = 0
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._socket.settimeout(ANSWER_MS / 1_000)
            self._socket.connect(str(path))
            self._greet()
            self._socket.settimeout(0)
        except BaseException:
            self._socket.close()
            raise

    def fileno(self) -> int:
        """The socket; -1 once closed."""
        return self._socket.fileno()

    def send(self, command: int, *values: Any) -> int:  # noqa: ANN401  (numbers, texts, bytes)
        """Send a command; returns its tag, by which its reply is known.

        Raises:
            SourceLostError: the server is gone, or takes nothing.
        """
        self._tags += 1
        body = packed(command, self._tags, *values)
        packet = memoryview(_DESCRIPTOR.pack(len(body), _TALK, 0, 0, 0) + body)
        while packet:
            try:
                packet = packet[self._socket.send(packet) :]
            except BlockingIOError:
                poll = select.poll()
                poll.register(self._socket, select.POLLOUT)
                if not poll.poll(ANSWER_MS):
                    raise _lost() from None
            except OSError as error:
                raise _lost(error) from error
        return self._tags

    def receive_all(self) -> Iterator[Values]:
        """All packets that have arrived, each as its values; never waits.

        Raises:
            SourceLostError: the server is gone, or speaks another language.
        """
        over = not take_all(self._socket, self._buffer)
        try:
            yield from self._packets()
        except MalformedPacketError as error:
            raise _lost(error) from error
        if over:
            raise _lost()

    def close(self) -> None:
        """Leave; safe to call twice."""
        self._socket.close()

    def _greet(self) -> None:
        cookie = _cookie().ljust(_COOKIE_BYTES, b"\0")[:_COOKIE_BYTES]
        self.send(_AUTH, _VERSION, cookie)
        self.send(_SET_NAME, {"application.name": b"unplug\0"})
        awaited = 2
        while awaited:
            data = self._socket.recv(_READ_BYTES)
            if not data:
                raise PermissionError(0, "it does not let us in")
            self._buffer += data
            try:
                for values in self._packets():
                    if values[0] == 0:
                        raise PermissionError(0, "it does not let us in")
                    awaited -= 1
            except (MalformedPacketError, IndexError) as error:
                raise OSError(0, "it does not speak PulseAudio's protocol") from error

    def _packets(self) -> Iterator[Values]:
        while len(self._buffer) >= _DESCRIPTOR.size:
            length, channel, *_ = _DESCRIPTOR.unpack_from(self._buffer)
            if length > _LARGEST:
                msg = f"a packet of {length} bytes"
                raise MalformedPacketError(msg)
            end = _DESCRIPTOR.size + length
            if len(self._buffer) < end:
                return
            body = bytes(self._buffer[_DESCRIPTOR.size : end])
            del self._buffer[:end]
            if channel == _TALK:
                yield unpacked(body)


def _lost(why: object = "") -> SourceLostError:
    return SourceLostError("connection to the sound server lost", why)


def server_socket() -> Path | None:
    """Where the sound server of this session listens; None: only over a network."""
    named = os.environ.get("PULSE_SERVER", "").split()
    if named:
        found = _UNIX.fullmatch(named[0])
        return Path(found[1]) if found else None
    runtime = os.environ.get("PULSE_RUNTIME_PATH", "")
    if runtime:
        return Path(runtime) / "native"
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return Path(runtime) / "pulse" / "native" if runtime else None


def _cookie() -> bytes:
    """What lets a client in who is not known by its user id, as in a sandbox."""
    config = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
    named = os.environ.get("PULSE_COOKIE") or f"{config}/pulse/cookie"
    try:
        return Path(named).expanduser().read_bytes()
    except (OSError, RuntimeError):
        return b""
