"""The kernel's own word on clock steps and replaced zone files; Linux only.

A timer that never rings can ask to be cancelled when the wall clock jumps, and inotify
tells when ``/etc/localtime`` is replaced. Slewing, as NTP does all day, is no step.
"""

import ctypes
import errno
import os
import select
import struct
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from unplug.sensing.facts import Fact, Tick, Zone
from unplug.sensing.source import SourceLostError

if sys.platform != "linux":
    message = "timerfd and inotify are Linux's"
    raise ImportError(message)

_CLOCK_REALTIME = 0
# The year 2242, below what the kernel can count to; 2038 where a long is short.
_NEVER_S = 2**33 if ctypes.sizeof(ctypes.c_long) > 4 else 2**31 - 1  # noqa: PLR2004
_TFD_TIMER_ABSTIME = 1
_TFD_TIMER_CANCEL_ON_SET = 2

_IN_CLOSE_WRITE = 0x8
_IN_MOVED_FROM = 0x40
_IN_MOVED_TO = 0x80
_IN_CREATE = 0x100
_IN_DELETE = 0x200
_IN_Q_OVERFLOW = 0x4000
_IN_IGNORED = 0x8000
_IN_ONLYDIR = 0x0100_0000
_WATCHED = (
    _IN_CLOSE_WRITE | _IN_MOVED_FROM | _IN_MOVED_TO | _IN_CREATE | _IN_DELETE
) | _IN_ONLYDIR
_EVENT = struct.Struct("iIII")  # watch, mask, cookie, length of the name that follows
_READ_BYTES = 64 * 1024
_ZONE_FILES = (b"localtime", b"timezone")


class ClockSteps(Protocol):
    """Tells that somebody has set the wall clock."""

    def fileno(self) -> int:
        """Readable once the clock was set."""

    def was_set(self) -> bool:
        """Whether it was set since the last call; never blocks."""

    def close(self) -> None:
        """Let go of the descriptor; safe to call twice."""


class TimeChanges:
    """Says ``Tick`` when the clock was set, ``Zone`` when the zone is another one.

    Some kernels also report a set clock on resume from sleep: one more ``Tick``.

    Args:
        steps: tells set clocks.
        files: an inotify descriptor on the folder of the zone files; owned from now on.
        zone: reads the zone that holds now.
    """

    name = "clock and zone (kernel)"

    def __init__(
        self, *, steps: ClockSteps, files: int, zone: Callable[[], ZoneInfo]
    ) -> None:
        self._steps = steps
        self._files = files
        self._read_zone = zone
        self._zone_name: str | None = None
        self._both = select.epoll()
        self._both.register(steps.fileno(), select.EPOLLIN)
        self._both.register(files, select.EPOLLIN)

    def fileno(self) -> int:
        """One descriptor for both."""
        return self._both.fileno()

    def dispatch(self) -> list[Fact]:
        """Say what has changed; the first call says the zone."""
        facts: list[Fact] = [Tick()] if self._steps.was_set() else []
        if self._files_changed() or self._zone_name is None:
            name = self._read_zone().key or "UTC"
            if name != self._zone_name:
                self._zone_name = name
                facts.append(Zone(name))
        return facts

    def close(self) -> None:
        """Close all descriptors."""
        self._both.close()
        self._steps.close()
        if self._files >= 0:
            os.close(self._files)
            self._files = -1

    def _files_changed(self) -> bool:
        changed = False
        while batch := _read_if_any(self._files):
            changed |= _names_the_zone(batch)
        return changed


class TimerFd:
    """A timer that never rings, but is cancelled when the wall clock jumps.

    Raises:
        OSError: the kernel refuses.
    """

    def __init__(self) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        flags = os.O_NONBLOCK | os.O_CLOEXEC
        self._fd = _checked(self._libc.timerfd_create(_CLOCK_REALTIME, flags))
        try:
            self._arm()
        except OSError:
            self.close()
            raise

    def fileno(self) -> int:
        """Readable once the timer was cancelled."""
        return self._fd

    def was_set(self) -> bool:
        """Whether the clock was set since the last call."""
        try:
            os.read(self._fd, 8)  # it rang: the clock was set past its end
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno != errno.ECANCELED:
                raise
        self._arm()
        return True

    def close(self) -> None:
        """Close the descriptor."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def _arm(self) -> None:
        flags = _TFD_TIMER_ABSTIME | _TFD_TIMER_CANCEL_ON_SET
        when = (ctypes.c_long * 4)(0, 0, _NEVER_S, 0)  # no interval, first at
        _checked(self._libc.timerfd_settime(self._fd, flags, when, None))


def watch_folder(folder: Path) -> int:
    """An inotify descriptor that tells what happens in ``folder``."""
    libc = ctypes.CDLL(None, use_errno=True)
    files = _checked(libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC))
    try:
        _checked(libc.inotify_add_watch(files, os.fsencode(folder), _WATCHED))
    except OSError:
        os.close(files)
        raise
    return files


def _checked(result: int) -> int:
    """What a C function returned, or the error that it set."""
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result


def _read_if_any(files: int) -> bytes:
    try:
        return os.read(files, _READ_BYTES)
    except BlockingIOError:
        return b""


def _names_the_zone(batch: bytes) -> bool:
    """Whether a batch of inotify events touches a file that sets the zone."""
    found, at = False, 0
    while at < len(batch):
        _, mask, _, length = _EVENT.unpack_from(batch, at)
        at += _EVENT.size
        name = batch[at : at + length].rstrip(b"\0")
        at += length
        if mask & _IN_IGNORED:
            failed = "the folder with the zone's files is gone"
            raise SourceLostError(failed)
        found |= name in _ZONE_FILES or bool(mask & _IN_Q_OVERFLOW)
    return found
