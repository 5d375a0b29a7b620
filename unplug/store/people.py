"""People in the database: reading them, and changing them with a way back."""

import logging
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar

from unplug.people.checkins import Logged
from unplug.people.circles import CIRCLES, Cadence, Circle
from unplug.people.contact import Contact
from unplug.people.forms import digest_of
from unplug.people.known import Known
from unplug.people.undoing import undone
from unplug.store import checkins
from unplug.store.checkins import wind
from unplug.store.database import Database
from unplug.store.people_rows import (
    CARD_AT,
    KNOWN,
    PUT,
    contact_of,
    known_of,
    mark_of,
    row_of,
)
from unplug.store.trouble import from_sqlite

EDITS_KEPT = 100
MANY = 100
"""From so many on it pays to look first who is there at all."""
TOPICS_KEPT = 20
_EDIT = "edit"
_HAS_PAST = "SELECT 1 FROM checkin_person WHERE uid = ? LIMIT 1"
_KNOWN_UIDS = "SELECT uid FROM contact UNION SELECT uid FROM checkin_person"
_T = TypeVar("_T")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Changes that were made together, and can be taken back together.

    Attributes:
        kind: what was done, such as ``import``, ``merge`` or ``edit``.
        title: what the user knows it by, such as the name of a file.
        people: how many people it changed.
    """

    id: int
    kind: str
    at_ms: int
    title: str
    people: int


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


class PeopleReader:
    """What is known of people.

    Args:
        connection: gives an open database.
    """

    def __init__(self, connection: Callable[[], sqlite3.Connection]) -> None:
        self._open = connection

    def count(self) -> int:
        """How many people there are."""
        return int(self._rows("SELECT count(*) FROM contact")[0][0])

    def known(self) -> list[Known]:
        """All people at a glance, by name."""
        sql = f"SELECT {KNOWN} FROM contact ORDER BY found, uid"
        return [*_readable(self._rows(sql), known_of)]

    def uids(self, *, circle: str | None = None) -> list[str]:
        """The UIDs of everybody, or of those in a circle, by name."""
        where, values = ("", ()) if circle is None else ("WHERE circle = ?", (circle,))
        sql = f"SELECT uid FROM contact {where} ORDER BY found, uid"
        return [uid for (uid,) in self._rows(sql, *values)]

    def known_of(self, uids: Sequence[str]) -> dict[str, Known]:
        """Some people at a glance, by UID; no more than a few hundred at once."""
        marks = ", ".join("?" * len(uids))
        sql = f"SELECT {KNOWN} FROM contact WHERE uid IN ({marks})"
        found = _readable(self._rows(sql, *uids), known_of)
        return {person.uid: person for person in found}

    def wanted(self) -> list[Known]:
        """Those whom the user wants to meet every so often, by name."""
        where = "WHERE circle != '' OR ideal_d IS NOT NULL"
        sql = f"SELECT {KNOWN} FROM contact {where} ORDER BY found, uid"
        return [*_readable(self._rows(sql), known_of)]

    def flagged(self) -> list[Known]:
        """Those who are not suggested, for whatever reason, by name."""
        sql = f"SELECT {KNOWN} FROM contact WHERE flags & 7 ORDER BY found, uid"
        return [*_readable(self._rows(sql), known_of)]

    def known_as(self, uid: str) -> Known | None:
        """One person at a glance; under the UID of a merged one as well."""
        sql = f"SELECT {KNOWN} FROM contact WHERE uid = ?"
        rows = self._rows(sql, self.uid_now(uid))
        return next(_readable(rows, known_of), None)

    def contact(self, uid: str) -> Contact | None:
        """One person's whole card; under the UID of a merged one as well."""
        rows = self._rows("SELECT card FROM contact WHERE uid = ?", self.uid_now(uid))
        return next(_readable(rows, self._contact), None)

    def contacts(self, *, pictures: bool = True) -> Iterator[Contact]:
        """All cards, by name.

        Args:
            pictures: with their pictures; else these are empty.
        """
        rows = self._rows("SELECT card FROM contact ORDER BY found, uid")
        if pictures:
            yield from _readable(rows, self._contact)
        else:
            yield from _readable(rows, lambda row: contact_of(row[0], _no_picture))

    def entries(self) -> list[tuple[str, bytes]]:
        """What people are found by; see ``unplug.people.search``."""
        return self._rows("SELECT uid, found FROM contact")

    def check_ins(self, uid: str, limit: int = 50) -> tuple[Logged, ...]:
        """The meetings and calls of somebody, the latest first."""
        return self._ask(lambda db: checkins.of_person(db, self.uid_now(uid), limit))

    def check_ins_since(self, first: date) -> tuple[Logged, ...]:
        """All meetings and calls from a local day on, the latest first."""
        return self._ask(lambda db: checkins.since(db, first))

    def logged_from(self, source: str) -> Logged | None:
        """What was logged of one source, such as a session."""
        return self._ask(lambda db: checkins.of_source(db, source))

    def uid_now(self, uid: str) -> str:
        """The UID that a person has by now, after mergers."""
        sql = "SELECT into_uid FROM merged WHERE uid = ?"
        for _ in range(1_000):
            rows = self._rows(sql, uid)
            if not rows:
                break
            uid = str(rows[0][0])
        return uid

    def circles(self) -> tuple[Circle, ...]:
        """All circles: ours, as the user has them, then the user's own."""
        found = {circle.name: circle for circle in CIRCLES}
        sql = "SELECT name, ideal_d, longest_d FROM circle ORDER BY place, name"
        for name, ideal_d, longest_d in self._rows(sql):
            found[name] = Circle(name, Cadence.of_days(ideal_d, longest_d))
        return tuple(found.values())

    def seen(self) -> set[str]:
        """The fingerprints of all cards that were imported."""
        return {mark for (mark,) in self._rows("SELECT print FROM seen")}

    def batches(self, limit: int = 50) -> tuple[Batch, ...]:
        """What was done and can be taken back, the latest first."""
        sql = (
            "SELECT id, kind, at_ms, title, (SELECT count(*) FROM change"
            " WHERE change.batch = batch.id) FROM batch ORDER BY id DESC LIMIT ?"
        )
        return tuple(
            Batch(id=number, kind=kind, at_ms=at_ms, title=title, people=people)
            for number, kind, at_ms, title, people in self._rows(sql, limit)
        )

    def _contact(self, row: tuple[str]) -> Contact:
        return contact_of(row[0], self._picture)

    def _picture(self, digest: str) -> bytes:
        rows = self._rows("SELECT data FROM picture WHERE digest = ?", digest)
        return bytes(rows[0][0]) if rows else b""

    def _rows(self, sql: str, *values: object) -> list[Any]:
        return self._ask(lambda db: db.execute(sql, values).fetchall())

    def _ask(self, ask: Callable[[sqlite3.Connection], _T]) -> _T:
        return ask(self._open())


class PeopleStore(PeopleReader):
    """The writer's side.

    Args:
        database: where they are kept; what it raises otherwise is a
            ``StorageTroubleError``.
    """

    def __init__(self, database: Database) -> None:
        super().__init__(lambda: database.connection)
        self._database = database

    def change(self, changes: Changes) -> int:
        """Make changes, all of them or none.

        Returns:
            The number by which they can be taken back.

        Raises:
            StorageTroubleError: the disk does not take them.
        """
        with self._database.writing() as connection:
            return _Changing(connection, changes).make()

    def undo(self, batch: int) -> tuple[str, ...]:
        """Take changes back; what was changed since then stays as far as it can.

        Returns:
            The UIDs of those who stay, because there is more of them by now.

        Raises:
            StorageTroubleError: the disk does not take it.
        """
        with self._database.writing() as connection:
            return _Undoing(connection, self._picture).undo(batch)

    def log(self, logged: Logged) -> None:
        """Log a meeting or call, or have it in place of the one with its id or source.

        What was talked about is then what was last talked about with each of them.

        Raises:
            StorageTroubleError: the disk does not take it.
        """
        with self._database.writing() as connection:
            checkins.put(connection, logged)
            for uid in sorted(logged.check_in.people):
                self._talked(connection, uid, logged.check_in.topics)

    def drop_check_in(self, number: str) -> None:
        """Remove a meeting or call that was logged; the clocks go back.

        Raises:
            StorageTroubleError: the disk does not let it.
        """
        with self._database.writing() as connection:
            checkins.drop(connection, number)

    def _talked(
        self, connection: sqlite3.Connection, uid: str, topics: tuple[str, ...]
    ) -> None:
        contact = self.contact(uid) if topics else None
        if contact is not None:
            newest = tuple(dict.fromkeys((*topics, *contact.topics)))[:TOPICS_KEPT]
            connection.execute(PUT, row_of(replace(contact, topics=newest), ""))

    def put_circle(self, circle: Circle, place: int = 0) -> None:
        """Add a circle of the user's own, or change the cadence of one.

        Raises:
            StorageTroubleError: the disk does not take it.
        """
        sql = (
            "INSERT INTO circle VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET"
            " place = excluded.place, ideal_d = excluded.ideal_d,"
            " longest_d = excluded.longest_d"
        )
        cadence = circle.cadence
        values = (circle.name, place, cadence.ideal.days, cadence.longest.days)
        with self._database.writing() as connection:
            connection.execute(sql, values)

    def drop_circle(self, name: str) -> None:
        """Remove a circle of the user's own; one of ours is as it was at first.

        Raises:
            StorageTroubleError: the disk does not let it.
        """
        with self._database.writing() as connection:
            connection.execute("DELETE FROM circle WHERE name = ?", (name,))

    def _ask(self, ask: Callable[[sqlite3.Connection], _T]) -> _T:
        try:
            return super()._ask(ask)
        except sqlite3.Error as error:
            self._database.suspect(error)
            raise from_sqlite(error, self._database.files.database) from error


class _Changing:
    """Changes on their way into the database."""

    def __init__(self, connection: sqlite3.Connection, changes: Changes) -> None:
        self._connection = connection
        self._execute = connection.execute
        self._changes = changes

    def make(self) -> int:
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


class _Undoing:
    """A batch on its way back."""

    def __init__(
        self, connection: sqlite3.Connection, picture: Callable[[str], bytes]
    ) -> None:
        self._connection = connection
        self._execute = connection.execute
        self._picture = picture

    def undo(self, batch: int) -> tuple[str, ...]:
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


def _readable(rows: Iterable[Any], read: Callable[[Any], _T]) -> Iterator[_T]:
    """What can be read; a row that a damaged file gave back in part is passed over."""
    for row in rows:
        try:
            yield read(row)
        except (TypeError, ValueError) as error:
            log.warning("a contact cannot be read: %s", type(error).__name__)


def _keep_picture(connection: sqlite3.Connection, media_type: str, data: bytes) -> None:
    sql = "INSERT OR IGNORE INTO picture VALUES (?, ?, ?)"
    connection.execute(sql, (digest_of(data), media_type, data))


def _no_picture(_: str) -> bytes:
    return b""
