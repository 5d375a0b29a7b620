"""The store's files: where they are, and that nobody else reads them."""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from unplug.errors import UnplugError
from unplug.paths import REPORT_NAME
from unplug.store.trouble import from_os

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


@dataclass(frozen=True, slots=True)
class DataFiles:
    """The names of everything the store keeps in a data folder."""

    folder: Path

    @property
    def database(self) -> Path:
        """The database itself."""
        return self.folder / "unplug.db"

    @property
    def log(self) -> Path:
        """SQLite's write-ahead log: commits that are not in the database yet."""
        return self.folder / "unplug.db-wal"

    @property
    def index(self) -> Path:
        """SQLite's shared-memory index of the log; worth nothing by itself."""
        return self.folder / "unplug.db-shm"

    @property
    def tail(self) -> Path:
        """What happened since the last commit."""
        return self.folder / "unplug.tail"

    @property
    def lock(self) -> Path:
        """Held by the one process that may write."""
        return self.folder / "unplug.lock"

    @property
    def suspicion(self) -> Path:
        """Present when the next start has to check the whole database."""
        return self.folder / "unplug.db-check"

    @property
    def recovering(self) -> Path:
        """A recovered database that is still being written."""
        return self.folder / "unplug.db-recovering"

    @property
    def recovered(self) -> Path:
        """A recovered database that is whole but not yet in its place."""
        return self.folder / "unplug.db-recovered"

    @property
    def stamp(self) -> Path:
        """When the recovery began whose result waits for its place."""
        return self.folder / "unplug.db-stamp"

    @property
    def backups(self) -> Path:
        """The folder of the daily backups."""
        return self.folder / "backups"

    @property
    def keys(self) -> Path:
        """The folder of the keys that no keyring holds."""
        return self.folder / "keys"

    def kept_backups(self) -> list[Path]:
        """The daily backups there are, newest first."""
        return sorted(self.backups.glob("unplug-????????.db"), reverse=True)

    def everything(self) -> Iterator[Path]:
        """Every file there is that holds recorded data, the lock left out."""
        yield from self.folder.glob("unplug.db*")
        yield from self.folder.glob("unplug.tail*")
        yield from self.backups.glob("unplug-*")
        yield from self.keys.glob("*.key")
        yield from self.folder.glob(REPORT_NAME)  # it may quote what was recorded
        yield from self.folder.glob("reports/*.txt")


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner can open; one that exists is left as it is.

    Raises:
        StorageTroubleError: it cannot be made.
        UnplugError: something else has its name.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=PRIVATE_FOLDER)
    except FileExistsError:
        if not folder.is_dir():
            raise _not_a_folder(folder) from None
    except NotADirectoryError:
        raise _not_a_folder(folder) from None
    except OSError as error:
        raise from_os(error, folder) from error


def _not_a_folder(folder: Path) -> UnplugError:
    failed = "cannot keep data in something that is not a folder"
    return UnplugError(failed, folder, "move it away or choose another --data-dir")


def make_private_file(path: Path) -> None:
    """Make a file private, and make it first where it is missing.

    SQLite gives its log and index the mode of the database.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | _CLOEXEC, PRIVATE_FILE)
    try:
        if os.name == "posix":
            with contextlib.suppress(OSError):  # not the owner: leave it as it is
                os.fchmod(descriptor, PRIVATE_FILE)
    finally:
        os.close(descriptor)


def sync(path: Path) -> None:
    """Make sure that a file, or the names in a folder, are on the disk."""
    if os.name != "posix" and path.is_dir():
        return  # Windows cannot open folders, and keeps their names in order itself
    flags = os.O_RDONLY if path.is_dir() else os.O_RDWR
    descriptor = os.open(path, flags | _CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


_CLOEXEC = getattr(os, "O_CLOEXEC", 0)
