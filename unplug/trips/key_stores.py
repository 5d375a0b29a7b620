"""Where the keys of trips are kept: the desktop's keyring, or a file with a warning."""

import base64
import os
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from unplug.errors import UnplugError
from unplug.files import write_atomically

SERVICE = "unplug trips"
PATIENCE_S = 60.0
"""Long enough to type a password; whoever has a loop waits less."""
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


class Vault(Protocol):
    """A keyring of the desktop, as the ``keyring`` library has it."""

    def get_password(self, service: str, username: str) -> str | None:
        """What is kept, if anything."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""

    def delete_password(self, service: str, username: str) -> None:
        """Keep it no longer."""


def desktop_vault() -> Vault | None:
    """The desktop's keyring, where there is one that is worth its name."""
    try:
        import keyring  # noqa: PLC0415  (106 ms, 11 MB, and only for trips)
        from keyring.backends import fail, null  # noqa: PLC0415

        found = keyring.get_keyring()
    except Exception:  # noqa: BLE001  (whatever a backend does, there is the file)
        return None
    if isinstance(found, fail.Keyring | null.Keyring):
        return None
    return found


class VaultKeyStore:
    """The desktop's keyring, and the folder for what it does not take.

    What lies in the folder stays there: it may be from a time without a keyring.

    Args:
        vault: the keyring.
        files: the folder.
    """

    def __init__(self, vault: Vault, files: "FileKeyStore") -> None:
        self._vault = vault
        self._files = files
        self.warning = ""

    def load(self, name: str) -> bytes | None:
        """What is kept under ``name``, if anything.

        Raises:
            UnplugError: the keyring is locked or does not answer.
        """
        found = self._files.load(name)
        if found is not None:
            self.warning = WARNING
            return found
        try:
            text = self._vault.get_password(SERVICE, name)
            return None if text is None else base64.b64decode(text, validate=True)
        except Exception as error:
            failed, todo = "cannot read the keys of a trip", "unlock your keyring"
            raise UnplugError(failed, _said(error), todo) from error

    def save(self, name: str, secret: bytes) -> None:
        """Keep it, in place of what was there."""
        text = base64.b64encode(secret).decode("ascii")
        try:
            self._vault.set_password(SERVICE, name, text)
        except Exception:  # noqa: BLE001  (a key that is not kept is a trip lost)
            self._files.save(name, secret)
            self.warning = WARNING
        else:
            self._files.forget(name)

    def forget(self, name: str) -> None:
        """Keep it no longer."""
        self._files.forget(name)
        with suppress(Exception):  # it was not there, or the keyring is
            self._vault.delete_password(SERVICE, name)


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
            failed, todo = "cannot read keys", "check that you own it"
            raise UnplugError(
                failed, f"{path} ({error.strerror or error})", todo
            ) from error
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


def open_key_store(
    folder: Path, *, keyring: bool, patience_s: float = PATIENCE_S
) -> KeyStore:
    """The best place there is.

    Args:
        folder: for the files.
        keyring: whether the desktop's keyring may be used.
        patience_s: how long it is waited for, if it is locked.
    """
    files = FileKeyStore(folder)
    vault = desktop_vault() if keyring else None
    if vault is None:
        return files
    from unplug.trips.patient_vault import PatientVault  # noqa: PLC0415  (it knows us)

    return VaultKeyStore(PatientVault(vault, patience_s), files)


def _said(error: Exception) -> str:
    return str(error) or type(error).__name__
