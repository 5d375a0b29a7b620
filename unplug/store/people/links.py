"""The folder that people are kept in step with, and what both sides had in common."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from unplug.people.syncing import Base
from unplug.store.database import Database

_FORGOTTEN = "~"


@dataclass(frozen=True, slots=True)
class Linked:
    """A linked folder.

    Attributes:
        folder: where it is.
        version: the vCard version of new files.
        everybody: also those go there who did not come from it.
    """

    id: int
    folder: Path
    version: str
    everybody: bool


class LinkReader:
    """What is known of the linked folder.

    Args:
        connection: gives an open database.
    """

    def __init__(self, connection: Callable[[], sqlite3.Connection]) -> None:
        self._open = connection

    def linked(self) -> Linked | None:
        """The folder; None without one."""
        sql = "SELECT id, folder, version, state FROM link ORDER BY id LIMIT 1"
        row = self._open().execute(sql).fetchone()
        if row is None:
            return None
        number, folder, version, state = row
        return Linked(number, Path(folder), version, state == _EVERYBODY)

    def bases(self, link: int) -> dict[str, Base]:
        """What both sides had in common the last time, by UID."""
        sql = "SELECT uid, file, digest, ours FROM link_base WHERE link = ?"
        rows = self._open().execute(sql, (link,)).fetchall()
        return {u: Base(*rest) for u, *rest in rows if not u.startswith(_FORGOTTEN)}

    def forgotten(self, link: int) -> set[str]:
        """The marks of those who were forgotten here and may be there still."""
        sql = "SELECT uid FROM link_base WHERE link = ? AND uid LIKE ?"
        rows = self._open().execute(sql, (link, f"{_FORGOTTEN}%")).fetchall()
        return {uid for (uid,) in rows}


class LinkStore(LinkReader):
    """The writer's side.

    Args:
        database: where it is kept; what it raises otherwise is a
            ``StorageTroubleError``.
    """

    def __init__(self, database: Database) -> None:
        super().__init__(lambda: database.connection)
        self._database = database

    def link(self, folder: Path, version: str, *, everybody: bool) -> None:
        """Link a folder, in place of the one before.

        Raises:
            StorageTroubleError: the disk does not take it.
        """
        self.unlink()
        sql = "INSERT INTO link (folder, version, state) VALUES (?, ?, ?)"
        values = (str(folder), version, _EVERYBODY if everybody else "")
        with self._database.writing() as connection:
            connection.execute(sql, values)

    def unlink(self) -> None:
        """Let go of the folder; people and files stay as they are.

        Raises:
            StorageTroubleError: the disk does not let it.
        """
        with self._database.writing() as connection:
            connection.execute("DELETE FROM link_base")
            connection.execute("DELETE FROM link")

    def put_bases(
        self, link: int, bases: Mapping[str, Base], gone: Iterable[str] = ()
    ) -> None:
        """Remember what both sides have in common now.

        Raises:
            StorageTroubleError: the disk does not take it.
        """
        sql = "INSERT OR REPLACE INTO link_base VALUES (?, ?, ?, ?, ?)"
        rows = [(link, u, b.file, b.digest, b.ours) for u, b in bases.items()]
        with self._database.writing() as connection:
            connection.executemany(sql, rows)
            connection.executemany(
                "DELETE FROM link_base WHERE link = ? AND uid = ?",
                [(link, uid) for uid in gone],
            )


def mark_of_forgotten(uid: str) -> str:
    """What tells a forgotten UID again, and nothing else of it."""
    told = hashlib.blake2b(uid.encode("utf-8", "replace"), digest_size=16)
    return _FORGOTTEN + told.hexdigest()


_EVERYBODY = "everybody"
