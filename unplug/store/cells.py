"""A small file of fixed size that is changed in place, a few bytes at a time.

Mapped into memory where the file system overwrites in place: a store then costs no
system call and no entry in the journal. A file system that copies on write may run
out of space under a mapped page, and the only way it has to say so is to kill the
process; there, and where nothing is known, the same bytes are written with ``pwrite``.
"""

import contextlib
import errno
import mmap
import os
import sys
from pathlib import Path

from unplug.store.files import PRIVATE_FILE

_IN_PLACE = frozenset(("ext2", "ext3", "ext4", "xfs", "jfs", "tmpfs", "ramfs"))
_NO_FALLOCATE = (errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS)
_WORD = 8


class CellFile:
    """Bytes that survive the process, or at least an attempt at it.

    This one keeps nothing: the Null adapter.

    Attributes:
        trouble: why nothing is kept; empty when it is.
    """

    def __init__(self, trouble: str = "") -> None:
        self.trouble = trouble

    def put(self, at: int, data: bytes) -> None:
        """Overwrite; a kill may leave a part of it.

        Raises:
            OSError: the file does not take it.
        """

    def put_word(self, at: int, word: int) -> None:
        """Overwrite the aligned eight bytes at ``at``; all of them or none.

        Raises:
            OSError: the file does not take it.
        """

    def everything(self) -> bytes:
        """What the file holds."""
        return b""

    def is_gone(self) -> bool:
        """Whether it should be opened again, because it is not there (any more)."""
        return True

    def close(self) -> None:
        """Let go; safe to call twice."""


class _OpenFile(CellFile):
    def __init__(self, path: Path, descriptor: int) -> None:
        super().__init__()
        self._path = path
        self._descriptor = descriptor
        self._found = os.fstat(descriptor)

    def put(self, at: int, data: bytes) -> None:
        _write_at(self._descriptor, data, at)

    def put_word(self, at: int, word: int) -> None:
        _write_at(self._descriptor, word.to_bytes(_WORD, "little"), at)

    def everything(self) -> bytes:
        return self._path.read_bytes()

    def is_gone(self) -> bool:
        try:
            found = os.stat(self._path)  # noqa: PTH116  (at every change of focus)
        except OSError:
            return True
        return (found.st_dev, found.st_ino) != (self._found.st_dev, self._found.st_ino)

    def close(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


class _MappedFile(_OpenFile):
    def __init__(self, path: Path, descriptor: int, size: int) -> None:
        super().__init__(path, descriptor)
        self._map = mmap.mmap(descriptor, size)
        self._words = memoryview(self._map).cast("Q")  # stores eight bytes as one

    def put(self, at: int, data: bytes) -> None:
        self._map[at : at + len(data)] = data

    def put_word(self, at: int, word: int) -> None:
        self._words[at // _WORD] = word

    def everything(self) -> bytes:
        return self._map[:]

    def close(self) -> None:
        self._words.release()
        self._map.close()
        super().close()


def open_cells(path: Path, size: int) -> CellFile:
    """Open such a file, make it, or do without.

    Args:
        path: the file; a wrong length is set right, what it holds stays.
        size: its length in bytes.
    """
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)
    flags |= getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags, PRIVATE_FILE)
    except OSError as error:
        return CellFile(f"cannot open {path}: {error.strerror}")
    try:
        _claim(descriptor, size)
        if sys.byteorder == "little" and _file_system(path) in _IN_PLACE:
            return _MappedFile(path, descriptor, size)
    except OSError as error:
        os.close(descriptor)
        return CellFile(f"cannot make {path}: {error.strerror}")
    return _OpenFile(path, descriptor)


def _claim(descriptor: int, size: int) -> None:
    """Have the whole length on the disk, so that there is room for it later."""
    length = os.fstat(descriptor).st_size
    if length > size:
        os.ftruncate(descriptor, size)
    if hasattr(os, "posix_fallocate"):
        try:
            os.posix_fallocate(descriptor, 0, size)
        except OSError as error:
            if error.errno not in _NO_FALLOCATE:
                raise
        else:
            return
    if length < size:
        _write_at(descriptor, bytes(size - length), length)


def _write_at(descriptor: int, data: bytes, at: int) -> None:
    if hasattr(os, "pwrite"):
        written = os.pwrite(descriptor, data, at)
    else:
        os.lseek(descriptor, at, os.SEEK_SET)
        written = os.write(descriptor, data)
    if written < len(data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _file_system(path: Path) -> str:
    """The name of the file system a file is on; empty when it cannot be known."""
    device = path.stat().st_dev
    wanted = f"{os.major(device)}:{os.minor(device)}" if os.name == "posix" else ""
    with contextlib.suppress(OSError), Path("/proc/self/mountinfo").open() as mounts:
        for line in mounts:
            before, _, after = line.partition(" - ")
            if before.split()[2] == wanted:
                return after.split()[0]
    return ""
