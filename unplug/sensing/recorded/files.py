"""Recordings: facts as JSON lines, written as they happen and read back.

The lines are those of `unplug.sensing.recorded.line`; what their clocks mean, where
some carry them and others do not, is said in `unplug.sensing.recorded.clocks`.
"""

import errno
import os
import stat
import sys
from collections.abc import Iterator
from datetime import tzinfo
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self
from zoneinfo import ZoneInfo

from unplug.errors import UnplugError
from unplug.sensing.facts import Observed, Start, Zone
from unplug.sensing.recorded.clocks import Clocks
from unplug.sensing.recorded.fields import MalformedError
from unplug.sensing.recorded.line import MAX_LINE_BYTES, decode, fact_of, to_line

if sys.platform != "win32":
    import fcntl


def read(path: str | Path) -> Iterator[Observed]:
    """Read a recording, line by line.

    Raises:
        UnplugError: the file cannot be read, holds nothing, or has a malformed line.
    """
    reading = Reading(path)
    found = False
    try:
        with Path(path).open("rb") as file:
            number = 0
            while raw := file.readline(MAX_LINE_BYTES + 1):
                number += 1
                observed = reading.line(raw, number)
                if observed is not None:
                    found = True
                    yield observed
    except OSError as error:
        failed = f"cannot read the recording {path}"
        todo = "give the path of one"
        raise UnplugError(failed, error.strerror or error, todo) from error
    if not found:
        failed = "the recording holds no facts"
        raise UnplugError(failed, path, "make one with `unplug record FILE`")


class Reading:
    """The lines of one recording, each understood in the light of those before.

    Args:
        path: the name of the file, for what is said about a bad line.
    """

    def __init__(self, path: str | Path) -> None:
        self._path = path
        self._clocks = Clocks()

    def line(self, raw: bytes, number: int) -> Observed | None:
        """What line ``number`` (from 1) says; None when it is blank.

        Raises:
            UnplugError: it is malformed; names the file, the line and the reason.
        """
        try:
            entry = decode(raw, first=number == 1)
            if entry is None:
                return None
            fact = fact_of(entry)
            return Observed(self._clocks.stamp(entry, fact), fact)
        except MalformedError as error:
            failed = f"cannot read {self._path}, line {number}"
            raise UnplugError(failed, error, "fix or delete the line") from error


class Recorder:
    """Writes facts to a file as they happen, each at once.

    An existing recording is continued; anything else is left as it is. Nobody but the
    user can read the file.

    Args:
        path: the file; its folder must be there.
        zone: the desktop's zone now; told right after every ``start``, and followed
            as zone facts come.

    Raises:
        UnplugError: the file cannot be written, is no recording, ends in half a line,
            or is being written by somebody else.
    """

    def __init__(self, path: str | Path, zone: ZoneInfo) -> None:
        self._path = path
        self._zone: tzinfo = zone
        self._zone_name = zone.key or "UTC"
        try:
            self._file = _open_to_append(path)
        except OSError as error:
            raise self._cannot_write(error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def record(self, observed: Observed) -> None:
        """Append a fact.

        Raises:
            UnplugError: it could not be written; the file ends before it.
        """
        fact = observed.fact
        if isinstance(fact, Zone):
            self._zone, self._zone_name = ZoneInfo(fact.name), fact.name
        lines = to_line(observed, self._zone)
        if isinstance(fact, Start):
            lines += to_line(Observed(observed.at, Zone(self._zone_name)), self._zone)
        self._write(lines.encode(errors="replace"))

    def close(self) -> None:
        """Close the file; safe to call twice."""
        self._file.close()

    def _write(self, lines: bytes) -> None:
        size = os.fstat(self._file.fileno()).st_size
        try:
            written = self._file.write(lines)
        except OSError as error:
            raise self._cannot_write(error) from error
        if written != len(lines):
            # Half a line would spoil the whole recording.
            self._file.truncate(size)
            raise self._cannot_write(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))

    def _cannot_write(self, error: OSError) -> UnplugError:
        failed = f"cannot write the recording {self._path}"
        return UnplugError(failed, error.strerror or error, "choose another file")


def _open_to_append(path: str | Path) -> BinaryIO:
    """The file, at its end, checked and ours alone."""
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
    # Opening a pipe would wait for somebody to read it.
    flags |= getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    file = os.fdopen(os.open(path, flags, 0o600), "r+b", buffering=0)
    try:
        _check_is_recording(file, path)
    except BaseException:
        file.close()
        raise
    return file


def _check_is_recording(file: BinaryIO, path: str | Path) -> None:
    status = os.fstat(file.fileno())
    if not stat.S_ISREG(status.st_mode):
        failed = "cannot record into what is no plain file"
        raise UnplugError(failed, path, "choose another file")
    if sys.platform != "win32":
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            failed = "somebody else is recording into this file"
            raise UnplugError(failed, path, "choose another file") from error
    if status.st_size == 0:
        return
    Reading(path).line(file.readline(MAX_LINE_BYTES + 1), 1)
    file.seek(-1, os.SEEK_END)
    if file.read(1) != b"\n":
        failed = "the recording ends in half a line"
        raise UnplugError(failed, path, "delete its last line, or choose another file")
