"""A folder with one vCard file for each contact, as vdirsyncer and khard keep it.

Others write to the folder at any time. A file is replaced or removed only if it still
is what it was when it was read, so that nobody's change is ever overwritten.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from unplug.errors import UnplugError
from unplug.files import write_atomically
from unplug.people.contact import Contact
from unplug.people.fingerprint import with_uid
from unplug.people.problems import Problem
from unplug.people.sharing import shareable
from unplug.people.vcard.reader import read
from unplug.people.vcard.writer import V3, V4, write_card

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@+=-]{0,120}", re.ASCII)
_VERSION = re.compile(rb"^VERSION:4", re.MULTILINE | re.IGNORECASE)
_SUFFIXES = frozenset({".vcf", ".vcard"})


@dataclass(frozen=True, slots=True)
class Etag:
    """Tells whether a file is still what it was.

    Attributes:
        mtime_ns: when it was written.
        size: in bytes.
        inode: which file it is; one that is replaced is another one.
        digest: of its content.
    """

    mtime_ns: int
    size: int
    inode: int
    digest: str


@dataclass(frozen=True, slots=True)
class Item:
    """A contact as its file has it.

    Attributes:
        file: its name in the folder.
        etag: of the file when it was read.
        version: the vCard version that it is written in, and stays in.
        contact: what it says.
    """

    file: str
    etag: Etag
    version: str
    contact: Contact


@dataclass(frozen=True, slots=True)
class Listing:
    """All that a folder holds.

    Attributes:
        items: the contacts, by UID.
        left_alone: files that are there, but not as one contact each; nothing may be
            concluded from what is missing because of them.
        problems: why they were left alone, and what else could not be read.
    """

    items: Mapping[str, Item]
    left_alone: frozenset[str]
    problems: tuple[Problem, ...]


class ChangedMeanwhileError(UnplugError):
    """Somebody else changed a file after it was read; nothing was done to it."""


class Vdir:
    """A linked folder.

    Args:
        folder: it must be there.
        version: the vCard version of new files.
    """

    def __init__(self, folder: Path, version: str = V3) -> None:
        self._folder = folder
        self._version = version

    def read_all(self, before: Iterable[Item] = ()) -> Listing:
        """Read every contact; files that did not change since ``before`` are not read.

        Returns:
            The items by their contacts' UIDs.

        Raises:
            UnplugError: the folder cannot be read.
        """
        known = {item.file: item for item in before}
        items: dict[str, Item] = {}
        left_alone: set[str] = set()
        problems: list[Problem] = []
        for path in self._files():
            item = self._unchanged(path, known.get(path.name))
            if item is None:
                item = self._read(path, problems)
            if item is None:
                left_alone.add(path.name)
                continue
            other = items.setdefault(item.contact.uid, item)
            if other is not item:
                left_alone.add(path.name)
                what = f"it has the UID of {other.file} and is left alone"
                problems.append(Problem(path.name, 0, what))
        return Listing(items, frozenset(left_alone), tuple(problems))

    def write(
        self, contact: Contact, before: Item | None = None, *, private: bool = False
    ) -> Item:
        """Write one contact to its file.

        Args:
            contact: with its UID.
            before: what was read, if its file is there already.
            private: with what only unplug should know.

        Raises:
            ChangedMeanwhileError: the file is no longer what it was.
            UnplugError: the folder or the disk refused.
        """
        version = before.version if before else self._version
        file = before.file if before else self._free_name(contact.uid)
        path = self._folder / file
        self._check(path, before)
        told = contact if private else shareable(contact)
        write_atomically(path, [write_card(told, version)])
        problems: list[Problem] = []
        written = self._read(path, problems)
        if written is None:
            failed, todo = "cannot read back what was written", "check the folder"
            raise UnplugError(failed, file, todo)
        return written

    def remove(self, item: Item) -> None:
        """Remove the file of a contact that was deleted here.

        Raises:
            ChangedMeanwhileError: the file is no longer what it was.
            UnplugError: the folder or the disk refused.
        """
        path = self._folder / item.file
        self._check(path, item)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            failed, todo = f"cannot remove {item.file}", f"check {self._folder}"
            raise UnplugError(failed, error.strerror or error, todo) from error

    def _files(self) -> list[Path]:
        try:
            found = sorted(self._folder.iterdir())
        except OSError as error:
            failed, todo = "cannot read the linked folder", "check it or unlink it"
            raise UnplugError(failed, self._folder, todo) from error
        return [p for p in found if p.suffix.lower() in _SUFFIXES and p.name[0] != "."]

    def _unchanged(self, path: Path, known: Item | None) -> Item | None:
        """What is known of a file, if it is the very same."""
        if known is None:
            return None
        try:
            stat = path.stat()
        except OSError:
            return None
        same = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
        etag = known.etag
        return known if same == (etag.mtime_ns, etag.size, etag.inode) else None

    def _read(self, path: Path, problems: list[Problem]) -> Item | None:
        """Read one file; None for one that is to be left alone."""
        try:
            stat = path.stat()
            data = path.read_bytes()
        except OSError as error:
            problems.append(Problem(path.name, 0, f"cannot be read: {error.strerror}"))
            return None
        contacts, found = read(data, path.name)
        problems.extend(found)
        if len(contacts) != 1:
            if contacts:
                what = f"it holds {len(contacts)} contacts, not one, and is left alone"
                problems.append(Problem(path.name, 0, what))
            return None
        etag = Etag(stat.st_mtime_ns, stat.st_size, stat.st_ino, _digest(data))
        version = V4 if _VERSION.search(data) else V3
        return Item(path.name, etag, version, with_uid(contacts[0]))

    def _check(self, path: Path, before: Item | None) -> None:
        """Make sure that a file is still what it was."""
        try:
            now = _digest(path.read_bytes())
        except FileNotFoundError:
            now = ""
        except OSError as error:
            failed, todo = f"cannot read {path.name}", f"check {self._folder}"
            raise UnplugError(failed, error.strerror or error, todo) from error
        if now != (before.etag.digest if before else ""):
            failed, todo = "somebody else changed a contact", "synchronise once more"
            raise ChangedMeanwhileError(failed, path.name, todo)

    def _free_name(self, uid: str) -> str:
        """A file name for a new contact that no file has."""
        stem = uid if _SAFE.fullmatch(uid) else _digest(uid.encode("utf-8", "replace"))
        name, number = f"{stem}.vcf", 1
        while (self._folder / name).exists():
            name, number = f"{stem}-{number}.vcf", number + 1
        return name


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()
