"""Device-free sessions in the database: plans, how it went, and the present state."""

import json
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from unplug.sessions.history import Outcome, Record
from unplug.store.database import Database

_RECORD = (
    "id, start_ms, outcome, meant_ms, began_ms, kept_ms, moved_ms, why, title, person"
)
_PUT_RECORD = (
    # How it felt was said of the same session, however that is told anew.
    f"INSERT INTO session ({_RECORD}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (id) DO UPDATE SET start_ms = excluded.start_ms,"
    " outcome = excluded.outcome, meant_ms = excluded.meant_ms,"
    " began_ms = excluded.began_ms, kept_ms = excluded.kept_ms,"
    " moved_ms = excluded.moved_ms, why = excluded.why, title = excluded.title,"
    " person = excluded.person"
)


class StoredPlan(NamedTuple):
    """A plan as it is kept: its form is for ``unplug.sessions.forms`` to read."""

    uid: str
    kind: str
    form: Any


@dataclass(frozen=True, slots=True)
class Felt:
    """How a session felt, 1 to 5, and what there is to remember of it."""

    session: str
    felt: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Past:
    """A session that is over, and how it felt where that was said."""

    record: Record
    felt: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept at once.

    Attributes:
        state: the machine's state, as JSON.
        rests: nothing comes of it before there is a plan or a wish.
        news: what is new in the history, in order: a session that is over, one that
            is forgotten (its id), how one felt.
    """

    state: object
    rests: bool
    news: tuple[Record | str | Felt, ...] = field(default=())


class SessionReader:
    """What is known of plans and sessions.

    Args:
        connection: gives an open database.
    """

    def __init__(self, connection: Callable[[], sqlite3.Connection]) -> None:
        self._open = connection

    def plans(self) -> tuple[StoredPlan, ...]:
        """All plans, by name; what is no JSON has None for a form."""
        rows = self._rows("SELECT uid, kind, form FROM plan ORDER BY rowid")
        return tuple(StoredPlan(uid, kind, _read(form)) for uid, kind, form in rows)

    def state(self) -> object | None:
        """The machine's state as JSON; None: there is none."""
        rows = self._rows("SELECT state FROM session_state")
        return _read(rows[0][0]) if rows else None

    def done(self, since: str) -> frozenset[str]:
        """Occurrences that had their turn, as ``plan@nominal``.

        Args:
            since: from this nominal date on, ISO text.
        """
        sql = "SELECT plan || '@' || nominal FROM session_part WHERE nominal >= ?"
        return frozenset(str(key) for (key,) in self._rows(sql, since))

    def history(self, limit: int) -> tuple[Past, ...]:
        """The sessions that are over, the latest first."""
        sql = (
            f"SELECT {_RECORD}, felt, note FROM session"
            " ORDER BY start_ms DESC, id LIMIT ?"
        )
        return tuple(map(_past, self._rows(sql, limit)))

    def _rows(self, sql: str, *values: object) -> list[Any]:
        return self._open().execute(sql, values).fetchall()


class SessionStore(SessionReader):
    """The writer's side.

    Args:
        database: where it is kept; what it raises otherwise is a
            ``StorageTroubleError``.
    """

    def __init__(self, database: Database) -> None:
        super().__init__(lambda: database.connection)
        self._database = database

    def keep(self, kept: Kept) -> None:
        """Keep a state and what is new in the history, all or nothing.

        Raises:
            StorageTroubleError: the disk does not take it.
        """
        state = json.dumps(kept.state, ensure_ascii=False, separators=(",", ":"))
        with self._database.writing() as connection:
            for news in kept.news:
                match news:
                    case Record():
                        _put_record(connection, news)
                    case Felt():
                        sql = "UPDATE session SET felt = ?, note = ? WHERE id = ?"
                        values = (news.felt, news.note or None, news.session)
                        connection.execute(sql, values)
                    case str():
                        _forget(connection, news)
            connection.execute(
                "INSERT OR REPLACE INTO session_state VALUES (0, ?, ?)",
                (int(kept.rests), state),
            )

    def put_plans(self, plans: Iterable[StoredPlan]) -> None:
        """Keep plans, in place of those with the same uid.

        Raises:
            StorageTroubleError: the disk does not take them; none was kept.
        """
        sql = (
            "INSERT INTO plan VALUES (?, ?, ?) ON CONFLICT (uid)"
            " DO UPDATE SET kind = excluded.kind, form = excluded.form"
        )
        rows = [(p.uid, p.kind, json.dumps(p.form, ensure_ascii=False)) for p in plans]
        with self._database.writing() as connection:
            connection.executemany(sql, rows)

    def drop_plan(self, uid: str) -> None:
        """Forget a plan; its history stays.

        Raises:
            StorageTroubleError: the disk does not let it.
        """
        with self._database.writing() as connection:
            connection.execute("DELETE FROM plan WHERE uid = ?", (uid,))

    def _rows(self, sql: str, *values: object) -> list[Any]:
        with self._database.reading():
            return super()._rows(sql, *values)


def _put_record(connection: sqlite3.Connection, record: Record) -> None:
    values = (
        *(record.id, record.start_ms, record.outcome.value, record.meant_ms),
        *(record.began_ms, record.kept_ms, record.moved_ms, record.why),
        *(record.title, record.person),
    )
    connection.execute(_PUT_RECORD, values)
    connection.execute("DELETE FROM session_part WHERE session = ?", (record.id,))
    connection.executemany(
        "INSERT OR IGNORE INTO session_part VALUES (?, ?, ?)",
        [(part.plan, part.nominal, record.id) for part in record.parts],
    )


def _forget(connection: sqlite3.Connection, session: str) -> None:
    connection.execute("DELETE FROM session WHERE id = ?", (session,))
    connection.execute("DELETE FROM session_part WHERE session = ?", (session,))


def _past(row: tuple[Any, ...]) -> Past:
    *of_record, felt, note = row
    name, start, outcome, meant, began, kept, moved, why, title, person = of_record
    record = Record(
        id=name,
        outcome=Outcome(outcome),
        parts=(),
        start_ms=start,
        meant_ms=meant,
        began_ms=began,
        kept_ms=kept,
        moved_ms=moved,
        why=why,
        title=title,
        person=person,
    )
    return Past(record, felt, note)


def _read(text: object) -> object | None:
    try:
        read: object = json.loads(str(text))
    except ValueError:
        return None
    return read
