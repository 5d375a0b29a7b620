"""Where the keys of trips are kept: the desktop's keyring, or a file with a warning."""

import base64
import os
from pathlib import Path
from typing import Protocol

from unplug.errors import UnplugError
from unplug.files import write_atomically

WARNING = (
    "the keys of your trips are kept in a file that only your user account can read, "
    "because no keyring is available; whoever gets into your account can read them"
)


class KeyStore(Protocol):
    """Keeps a few hundred secret bytes under a name."""

    @property
    def warning(self) -> str:
        """What the user should know about this place; empty where it is a good one."""

    def load(self, name: str) -> bytes | None:
        """What is kept under ``name``, if anything."""

    def save(self, name: str, secret: bytes) -> None:
        """Keep it, in place of what was there."""

    def forget(self, name: str) -> None:
        """Keep it no longer."""


class FileKeyStore:
    """A folder of files that only their owner may read.

    Args:
        folder: made on first use, closed to others.
    """

    warning = WARNING

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, name: str) -> bytes | None:
        """What is kept under ``name``, if anything.

        Raises:
            UnplugError: others may read the file, or it is damaged.
        """
        path = self._path(name)
        try:
            if os.name != "nt" and path.stat().st_mode & 0o077:
                failed = "will not use keys that others can read"
                todo = f"chmod 600 {path}"
                raise UnplugError(failed, path, todo)
            return base64.b64decode(path.read_text("ascii").strip(), validate=True)
        except FileNotFoundError:
            return None
        except OSError as error:
            failed, todo = f"cannot read {path}", "check that you own it"
            raise UnplugError(failed, error.strerror or error, todo) from error
        except ValueError as error:
            failed, todo = "cannot read keys", "restore the file from a backup"
            raise UnplugError(failed, path, todo) from error

    def save(self, name: str, secret: bytes) -> None:
        """Keep it, in place of what was there."""
        text = base64.b64encode(secret).decode("ascii")
        write_atomically(self._path(name), [text, "\n"], mode=0o600)

    def forget(self, name: str) -> None:
        """Keep it no longer."""
        self._path(name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        if not name.isascii() or not name.replace("-", "").isalnum():
            msg = f"not a name for a key: {name!r}"
            raise ValueError(msg)
        return self._folder / f"{name}.key"
