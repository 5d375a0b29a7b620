"""Writing files so that a crash leaves either the old one or the new one."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from unplug.errors import UnplugError


def write_bytes_atomically(path: Path, data: bytes, *, mode: int = 0o600) -> None:
    """Write bytes to ``path``; the same holds as for ``write_atomically``.

    Raises:
        UnplugError: the folder or the disk refused; nothing has changed.
    """
    _replace(path, lambda draft: _write_bytes(draft, data, mode))


def write_atomically(path: Path, chunks: Iterable[str], *, mode: int = 0o600) -> None:
    """Write text to ``path``, which holds the old or the new text at any instant.

    A link is followed, so that the file it names is the one that changes. The folder
    is made if it is missing. Text is UTF-8 with its line ends as given.

    Args:
        path: the file to make or to replace.
        chunks: the text, in pieces; if making them raises, nothing has changed.
        mode: who may read and write it.

    Raises:
        UnplugError: the folder or the disk refused; nothing has changed.
    """
    _replace(path, lambda draft: _write(draft, chunks, mode))


def _replace(path: Path, write: Callable[[Path], None]) -> None:
    target = Path(os.path.realpath(path))
    draft = target.with_name(f".{target.name}.{os.urandom(4).hex()}.tmp")
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write(draft)
        draft.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        failed, todo = f"cannot write {path.name}", f"check {target.parent}"
        raise UnplugError(failed, error.strerror or error, todo) from error
    finally:
        with suppress(OSError):  # the first error is the one to tell
            draft.unlink(missing_ok=True)


def _write(draft: Path, chunks: Iterable[str], mode: int) -> None:
    opened = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with open(opened, "w", encoding="utf-8", newline="") as file:  # noqa: PTH123  (a descriptor)
        file.writelines(chunks)
        file.flush()
        os.fsync(file.fileno())


def _write_bytes(draft: Path, data: bytes, mode: int) -> None:
    opened = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with open(opened, "wb") as file:  # noqa: PTH123  (a descriptor)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new name itself last; Windows neither can nor needs to."""
    if os.name == "nt":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
