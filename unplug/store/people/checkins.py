"""Meetings and calls in the database, and the clocks that follow from them."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from unplug.people.checkins import CheckIn, CheckInKind, Logged
from unplug.store.people.rows import FELT_AT_MOST, storable

_FAMILY = (
    "WITH RECURSIVE family (uid) AS (VALUES (?) UNION SELECT merged.uid FROM merged"
    " JOIN family ON merged.into_uid = family.uid) "
)
_COLUMNS = "c.id, c.kind, c.day, c.minutes, c.felt, c.topics, c.note, c.source"
_MINUTE = timedelta(minutes=1)


def put(connection: sqlite3.Connection, logged: Logged) -> None:
    """Log a check-in, or have it in place of the one with its id or its source.

    The clocks of all who were, or now are, there are right afterwards.
    """
    number = _known_id(connection, logged)
    concerned = {*drop(connection, number), *logged.check_in.people}
    check_in = logged.check_in
    values = (
        *(number, check_in.kind.value, check_in.on.isoformat()),
        None if check_in.length is None else check_in.length // _MINUTE,
        check_in.felt,
        storable(json.dumps(check_in.topics, ensure_ascii=False)),
        *(storable(check_in.note), logged.source or None),
    )
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT INTO checkin VALUES ({marks})", values)
    day = check_in.on.isoformat()
    connection.executemany(
        "INSERT INTO checkin_person VALUES (?, ?, ?)",
        [(uid, number, day) for uid in sorted(check_in.people)],
    )
    for uid in concerned:
        wind(connection, uid)


def drop(connection: sqlite3.Connection, number: str) -> tuple[str, ...]:
    """Remove a check-in.

    Returns:
        The UIDs of those who were there; their clocks are right.
    """
    sql = "SELECT uid FROM checkin_person WHERE checkin = ?"
    people = tuple(uid for (uid,) in connection.execute(sql, (number,)).fetchall())
    connection.execute("DELETE FROM checkin_person WHERE checkin = ?", (number,))
    connection.execute("DELETE FROM checkin WHERE id = ?", (number,))
    for uid in people:
        wind(connection, uid)
    return people


def wind(connection: sqlite3.Connection, uid: str) -> None:
    """Set somebody's clocks by what was logged of them and those merged into them."""
    execute = connection.execute
    uid = _uid_now(connection, uid)
    sql = (
        f"{_FAMILY}SELECT c.kind, max(c.day) FROM family JOIN checkin_person p"
        " ON p.uid = family.uid JOIN checkin c ON c.id = p.checkin GROUP BY c.kind"
    )
    last = dict(execute(sql, (uid,)).fetchall())
    sql = (
        f"{_FAMILY}SELECT DISTINCT c.id, c.day, c.felt FROM family"
        " JOIN checkin_person p ON p.uid = family.uid"
        " JOIN checkin c ON c.id = p.checkin"
        " WHERE c.felt IS NOT NULL ORDER BY c.day DESC, c.id DESC LIMIT ?"
    )
    felt = "".join(str(row[2]) for row in execute(sql, (uid, FELT_AT_MOST)).fetchall())
    sql = "UPDATE contact SET met = ?, called = ?, felt = ? WHERE uid = ?"
    met, called = (last.get(kind.value) for kind in _KINDS)
    execute(sql, (met, called, felt, uid))


def of_person(
    connection: sqlite3.Connection, uid: str, limit: int
) -> tuple[Logged, ...]:
    """What was logged of somebody and of those merged into them, the latest first."""
    sql = (
        f"{_FAMILY}SELECT DISTINCT {_COLUMNS} FROM family JOIN checkin_person p"
        " ON p.uid = family.uid JOIN checkin c ON c.id = p.checkin"
        " ORDER BY c.day DESC, c.id DESC LIMIT ?"
    )
    return _read(connection, connection.execute(sql, (uid, limit)).fetchall())


def since(connection: sqlite3.Connection, first: date) -> tuple[Logged, ...]:
    """Everything that was logged from a local day on, the latest first."""
    sql = f"SELECT {_COLUMNS} FROM checkin c WHERE day >= ? ORDER BY day DESC, id DESC"
    return _read(connection, connection.execute(sql, (first.isoformat(),)).fetchall())


def of_source(connection: sqlite3.Connection, source: str) -> Logged | None:
    """What was logged of one source."""
    sql = f"SELECT {_COLUMNS} FROM checkin c WHERE source = ?"
    rows = connection.execute(sql, (source,)).fetchall()
    return next(iter(_read(connection, rows)), None)


def _read(connection: sqlite3.Connection, rows: Iterable[Any]) -> tuple[Logged, ...]:
    sql = "SELECT uid FROM checkin_person WHERE checkin = ?"
    found = []
    for number, kind, day, minutes, felt, topics, note, source in rows:
        uids = connection.execute(sql, (number,)).fetchall()
        people = frozenset(_uid_now(connection, uid) for (uid,) in uids)
        if not people:
            continue  # half of it was lost with a damaged page
        check_in = CheckIn(
            kind=CheckInKind(kind),
            people=people,
            on=date.fromisoformat(day),
            length=None if minutes is None else timedelta(minutes=minutes),
            felt=felt,
            topics=tuple(json.loads(topics)),
            note=note,
        )
        found.append(Logged(number, check_in, source or ""))
    return tuple(found)


def _known_id(connection: sqlite3.Connection, logged: Logged) -> str:
    """The id of what was logged of the same source before, else the new one."""
    if logged.source:
        sql = "SELECT id FROM checkin WHERE source = ?"
        row = connection.execute(sql, (logged.source,)).fetchone()
        if row is not None:
            return str(row[0])
    return logged.id


def _uid_now(connection: sqlite3.Connection, uid: str) -> str:
    """The UID that somebody has by now, after mergers."""
    sql = "SELECT into_uid FROM merged WHERE uid = ?"
    for _ in range(1_000):  # a damaged file could lead in a circle
        row = connection.execute(sql, (uid,)).fetchone()
        if row is None:
            break
        uid = str(row[0])
    return uid


_KINDS = (CheckInKind.IN_PERSON, CheckInKind.CALL)
