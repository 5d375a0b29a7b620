"""Changes to people on their way into the database, and back out of it."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from unplug.people.contact import Contact
from unplug.people.forms import digest_of
from unplug.people.undoing import undone
from unplug.store.people.checkins import wind
from unplug.store.people.rows import CARD_AT, PUT, contact_of, mark_of, row_of

EDITS_KEPT = 100
MANY = 100
"""From so many on it pays to look first who is there at all."""
_EDIT = "edit"
_HAS_PAST = "SELECT 1 FROM checkin_person WHERE uid = ? LIMIT 1"
_KNOWN_UIDS = "SELECT uid FROM contact UNION SELECT uid FROM checkin_person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What to change in one go.

    Attributes:
        kind: what is done.
        title: what the user knows it by.
        at_ms: when, UTC.
        today: the local day; those who are new are known from it on.
        put: contacts to add, or to have in place of those with their UID.
        drop: UIDs of contacts to remove; what was logged of them stays.
        merged: UIDs of contacts that are another one from now on, and of which.
        seen: fingerprints of imported cards, and whose they are.
    """

    kind: str
    title: str = ""
    at_ms: int = 0
    today: date = date.min
    put: Sequence[Contact] = ()
    drop: Sequence[str] = ()
    merged: Mapping[str, str] = field(default_factory=dict)
    seen: Mapping[str, str] = field(default_factory=dict)


class Changing:
    """Changes on their way into the database."""

    def __init__(self, connection: sqlite3.Connection, changes: Changes) -> None:
        self._connection = connection
        self._execute = connection.execute
        self._changes = changes

    def make(self) -> int:
        """Make them; the number by which they can be taken back."""
        changes = self._changes
        sql = "INSERT INTO batch (kind, at_ms, title) VALUES (?, ?, ?)"
        values = (changes.kind, changes.at_ms, changes.title)
        self._batch = int(self._execute(sql, values).lastrowid or 0)
        put = changes.put if len(changes.put) < MANY else self._put_new(changes.put)
        for contact in put:
            self._put(contact)
        for uid in changes.drop:
            self._drop(uid)
        for uid, into in changes.merged.items():
            sql = "INSERT OR REPLACE INTO merged VALUES (?, ?, ?)"
            self._execute(sql, (uid, into, self._batch))
        for into in dict.fromkeys(changes.merged.values()):
            wind(self._connection, into)
        sql = "INSERT OR IGNORE INTO seen VALUES (?, ?, ?)"
        rows = ((mark, uid, self._batch) for mark, uid in changes.seen.items())
        self._connection.executemany(sql, rows)
        if changes.kind == _EDIT:
            self._forget_old_edits()
        return self._batch

    def _put_new(self, contacts: Sequence[Contact]) -> list[Contact]:
        """Add those of whom nothing at all is known; returns the others."""
        known = {uid for (uid,) in self._execute(_KNOWN_UIDS).fetchall()}
        times = Counter(contact.uid for contact in contacts)
        known.update(uid for uid, count in times.items() if count > 1)
        new = [contact for contact in contacts if contact.uid not in known]
        since = self._changes.today.isoformat()
        for contact in new:
            if contact.photo and contact.photo.data:
                photo = contact.photo
                _keep_picture(self._connection, photo.media_type, photo.data)
        rows = [row_of(contact, since) for contact in new]
        self._connection.executemany(PUT, rows)
        notes = ((self._batch, r[0], mark_of(str(r[CARD_AT])), since) for r in rows)
        sql = "INSERT INTO change (batch, uid, print, since) VALUES (?, ?, ?, ?)"
        self._connection.executemany(sql, notes)
        return [contact for contact in contacts if contact.uid in known]

    def _put(self, contact: Contact) -> None:
        before = _stored(self._connection, contact.uid)
        if contact.photo and contact.photo.data:
            _keep_picture(
                self._connection, contact.photo.media_type, contact.photo.data
            )
        row = row_of(contact, self._changes.today.isoformat())
        self._execute(PUT, row)
        if before is None and self._execute(_HAS_PAST, (contact.uid,)).fetchone():
            wind(self._connection, contact.uid)
        self._note(contact.uid, before, str(row[CARD_AT]))

    def _drop(self, uid: str) -> None:
        before = _stored(self._connection, uid)
        if before is not None:
            self._execute("DELETE FROM contact WHERE uid = ?", (uid,))
            self._note(uid, before, None)

    def _note(
        self, uid: str, before: tuple[str, str] | None, after: str | None
    ) -> None:
        """Remember how it was; of those who are new only how to know them again."""
        mark = "" if after is None else mark_of(after)
        card, since = before or (None, self._changes.today.isoformat())
        kept = None if before is None else after
        sql = (
            "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (batch, uid)"
            " DO UPDATE SET after = excluded.after, print = excluded.print"
        )
        self._execute(sql, (self._batch, uid, card, kept, mark, since))

    def _forget_old_edits(self) -> None:
        sql = "SELECT id FROM batch WHERE kind = ? ORDER BY id DESC LIMIT -1 OFFSET ?"
        old = self._execute(sql, (_EDIT, EDITS_KEPT)).fetchall()
        self._connection.executemany("DELETE FROM change WHERE batch = ?", old)
        self._connection.executemany("DELETE FROM batch WHERE id = ?", old)


class Undoing:
    """A batch on its way back."""

    def __init__(
        self, connection: sqlite3.Connection, picture: Callable[[str], bytes]
    ) -> None:
        self._connection = connection
        self._execute = connection.execute
        self._picture = picture

    def undo(self, batch: int) -> tuple[str, ...]:
        """Take them back; the UIDs of those who stay."""
        sql = "SELECT uid, before, after, print, since FROM change WHERE batch = ?"
        rows = self._execute(sql, (batch,)).fetchall()
        sql = "SELECT into_uid FROM merged WHERE batch = ?"
        into = {uid for (uid,) in self._execute(sql, (batch,)).fetchall()}
        for table in ("merged", "seen", "change"):
            self._execute(f"DELETE FROM {table} WHERE batch = ?", (batch,))
        self._execute("DELETE FROM batch WHERE id = ?", (batch,))
        kept = [uid for uid, *told in rows if not self._undo_one(uid, *told)]
        for uid in into | {uid for uid, *_ in rows}:
            wind(self._connection, uid)
        return tuple(kept)

    def _undo_one(
        self, uid: str, before: str | None, after: str | None, mark: str, since: str
    ) -> bool:
        now = (_stored(self._connection, uid) or (None, ""))[0]
        if before is None:
            return now is None or self._take_away(uid, now, mark)
        if now is not None and mark_of(now) != mark:
            cards = (now, after or before, before)
            was = undone(*(contact_of(card, self._picture) for card in cards))
        else:
            was = contact_of(before, self._picture)
        self._execute(PUT, row_of(was, since))
        return True

    def _take_away(self, uid: str, now: str, mark: str) -> bool:
        """Take somebody away who was new, unless there is more of them by now."""
        more = (
            self._execute(_HAS_PAST, (uid,)).fetchone()
            or self._execute(
                "SELECT 1 FROM merged WHERE into_uid = ? LIMIT 1", (uid,)
            ).fetchone()
        )
        if more or mark_of(now) != mark:
            return False
        self._execute("DELETE FROM contact WHERE uid = ?", (uid,))
        return True


def _stored(connection: sqlite3.Connection, uid: str) -> tuple[str, str] | None:
    """Somebody's card, and since when they are known."""
    sql = "SELECT card, since FROM contact WHERE uid = ?"
    row = connection.execute(sql, (uid,)).fetchone()
    return None if row is None else (str(row[0]), str(row[1]))


def _keep_picture(connection: sqlite3.Connection, media_type: str, data: bytes) -> None:
    sql = "INSERT OR IGNORE INTO picture VALUES (?, ?, ?)"
    connection.execute(sql, (digest_of(data), media_type, data))
