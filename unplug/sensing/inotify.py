"""What happens to files, told by the kernel; Linux only."""

import ctypes
import os
import struct
import sys
from dataclasses import dataclass
from enum import IntFlag
from pathlib import Path

if sys.platform != "linux":
    message = "inotify is Linux's"
    raise ImportError(message)


class Happening(IntFlag):
    """What can happen to a file, as the kernel numbers it."""

    ATTRIBUTES_CHANGED = 0x4
    CLOSED_WRITTEN = 0x8
    CLOSED_UNWRITTEN = 0x10
    OPENED = 0x20
    MOVED_IN = 0x80
    CREATED = 0x100
    DELETED = 0x200
    OVERFLOWED = 0x4000
    IGNORED = 0x8000


_EVENT = struct.Struct("iIII")  # watch, mask, cookie, length of the name that follows
_READ_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that happened.

    Attributes:
        watch: the number that ``watch`` returned; -1 for an overflow.
        what: what it was.
        name: to which file of a watched folder; empty for a watched file.
    """

    watch: int
    what: Happening
    name: str


class Inotify:
    """The kernel's word on files.

    Raises:
        OSError: the user has no more of them left.
    """

    def __init__(self) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._fd = _checked(self._libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC))

    def fileno(self) -> int:
        """Readable once something happened; -1 once closed."""
        return self._fd

    def watch(self, path: Path, what: Happening) -> int:
        """Hear of what happens to a file, or in a folder.

        Raises:
            OSError: it is not there, or may not be read.
        """
        return _checked(self._libc.inotify_add_watch(self._fd, os.fsencode(path), what))

    def read(self) -> list[Happened]:
        """All that has happened, in order; never blocks."""
        happened: list[Happened] = []
        while batch := self._read_some():
            happened += _parsed(batch)
        return happened

    def close(self) -> None:
        """Hear of nothing more; safe to call twice."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def _read_some(self) -> bytes:
        try:
            return os.read(self._fd, _READ_BYTES)
        except BlockingIOError:
            return b""


def _parsed(batch: bytes) -> list[Happened]:
    happened: list[Happened] = []
    at = 0
    while at < len(batch):
        watch, mask, _, length = _EVENT.unpack_from(batch, at)
        at += _EVENT.size
        name = os.fsdecode(batch[at : at + length].rstrip(b"\0"))
        at += length
        happened.append(Happened(watch, Happening(mask), name))
    return happened


def _checked(result: int) -> int:
    """What a C function returned, or the error that it set."""
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
