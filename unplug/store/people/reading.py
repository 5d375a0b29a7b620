"""People in the database, read."""

import logging
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from unplug.people.checkins import Logged
from unplug.people.circles import CIRCLES, Cadence, Circle
from unplug.people.contact import Contact
from unplug.people.known import Known
from unplug.store.people import checkins
from unplug.store.people.rows import KNOWN, contact_of, known_of

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


def _readable(rows: Iterable[Any], read: Callable[[Any], _T]) -> Iterator[_T]:
    """What can be read; a row that a damaged file gave back in part is passed over."""
    for row in rows:
        try:
            yield read(row)
        except (TypeError, ValueError) as error:
            log.warning("a contact cannot be read: %s", type(error).__name__)


def _no_picture(_: str) -> bytes:
    return b""
