"""The lock that makes sure of a single writer."""

import os
import sys
from pathlib import Path

from unplug.errors import UnplugError
from unplug.store.files import PRIVATE_FILE
from unplug.store.trouble import from_os

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # beyond the text: Windows forbids reading a locked stretch

    def _try_lock(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)

else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class AlreadyRunningError(UnplugError):
    """Another process is the writer.

    Attributes:
        pid: which one; None when it does not say.
    """

    def __init__(self, folder: Path, pid: int | None) -> None:
        self.pid = pid
        who = "another process" if pid is None else f"process {pid}"
        failed = f"{who} already records into this folder"
        super().__init__(failed, folder, "use that one, or quit it first")


class WriterLock:
    """Held from its making until ``release``, and let go of by any kind of death.

    It is the operating system's lock on an open file, not the file: a file that a
    killed process left behind locks nobody out.

    Raises:
        AlreadyRunningError: another process holds it.
        StorageTroubleError: the folder does not take a lock file.
    """

    def __init__(self, path: Path) -> None:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)
        try:
            self._descriptor = os.open(path, flags, PRIVATE_FILE)
        except OSError as error:
            raise from_os(error, path) from error
        try:
            _try_lock(self._descriptor)
        except OSError:
            os.close(self._descriptor)
            raise AlreadyRunningError(path.parent, holder(path)) from None
        os.ftruncate(self._descriptor, 0)
        try:
            os.write(self._descriptor, str(os.getpid()).encode())
        except OSError:  # a full disk: the lock holds, only its holder has no name
            os.ftruncate(self._descriptor, 0)

    def release(self) -> None:
        """Let go; safe to call twice."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def holder(path: Path) -> int | None:
    """The process that a lock file names; it may be dead."""
    try:
        return int(path.read_text("ascii"))
    except (OSError, ValueError):
        return None
