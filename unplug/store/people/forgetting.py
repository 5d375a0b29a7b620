"""Forget a person in a database.

A row that is theirs goes; in what belongs to somebody else their name is left blank.
It works on any schema from the one with people on, so that older copies can be cleaned.
"""

import contextlib
import sqlite3

from unplug.people.contact import Contact
from unplug.people.naming_out import Mentions
from unplug.store.migrations import CORE
from unplug.store.people.blanking import Gone, blanked_card, blanked_cell
from unplug.store.people.links import mark_of_forgotten
from unplug.store.people.rows import CARD_AT, PUT, contact_of, row_of

_FAMILY = (
    "WITH RECURSIVE family (uid) AS (VALUES (?) UNION SELECT merged.uid FROM merged"
    " JOIN family ON merged.into_uid = family.uid) SELECT uid FROM family"
)
_OURS = ("contact", "change", "checkin_person", "seen", "merged", "link_base")
_KEPT_ROWS = frozenset(("session", "plan", "session_state", "meta", "batch", "checkin"))
_SKIPPED = CORE | {"picture", "_sqlite_migrations", *_OURS} - {"meta"}
_DIGEST = '"digest":"'


def gone(connection: sqlite3.Connection, uid: str) -> Gone:
    """Who is meant by a UID, with those who were merged into them."""
    uids = frozenset(row[0] for row in connection.execute(_FAMILY, (uid,)).fetchall())
    cards: list[Contact] = []
    for each in uids:
        sql = (
            "SELECT card FROM contact WHERE uid = ?1 UNION SELECT before FROM change"
            " WHERE uid = ?1 UNION SELECT after FROM change WHERE uid = ?1"
        )
        for (card,) in connection.execute(sql, (each,)).fetchall():
            with contextlib.suppress(TypeError, ValueError):
                cards.append(contact_of(card, _no_picture))
    rows = connection.execute("SELECT uid, name FROM contact").fetchall()
    others = [name for other, name in rows if other not in uids]
    return Gone(uids, Mentions(cards, others))


def forget(connection: sqlite3.Connection, who: Gone) -> None:
    """Forget somebody in an open database, within a transaction of the caller's."""
    tables = _tables(connection)
    if "contact" in tables:
        _forget_rows(connection, who)
        _blank_cards(connection, who)
        _drop_pictures(connection)
    _forget_titles(connection, who)
    for table in tables:
        if table not in _SKIPPED:
            _blank_table(connection, table, who)


def compact(connection: sqlite3.Connection) -> bool:
    """Write the database anew, so that no page keeps what was moved or deleted.

    Returns:
        False where somebody reads it at present: try again.
    """
    try:
        connection.execute("PRAGMA temp_store = FILE")
        connection.execute("VACUUM")
        busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError:
        return False
    finally:
        connection.execute("PRAGMA temp_store = MEMORY")
    return not busy


def _forget_rows(connection: sqlite3.Connection, who: Gone) -> None:
    """Delete what is theirs."""
    execute = connection.execute
    for uid in who.uids:
        for table in ("contact", "change", "merged", "seen"):
            execute(f"DELETE FROM {table} WHERE uid = ?", (uid,))
        execute("DELETE FROM merged WHERE into_uid = ?", (uid,))
        execute("DELETE FROM checkin_person WHERE uid = ?", (uid,))
        # The folder is not ours to delete from; nor is it taken from there again.
        sql = (
            "UPDATE OR REPLACE link_base SET uid = ?, file = '', digest = '', ours = ''"
            " WHERE uid = ?"
        )
        execute(sql, (mark_of_forgotten(uid), uid))
    execute("DELETE FROM batch WHERE id NOT IN (SELECT batch FROM change)")
    execute("DELETE FROM checkin WHERE id NOT IN (SELECT checkin FROM checkin_person)")


def _blank_cards(connection: sqlite3.Connection, who: Gone) -> None:
    """Take them out of what is noted of others, whose own names stay as they are."""
    sql = "SELECT card FROM contact"
    for (card,) in connection.execute(sql).fetchall():
        blanked = blanked_card(card, who)
        if blanked != card:
            row = row_of(contact_of(blanked, _no_picture), "")
            connection.execute(PUT, (*row[:CARD_AT], blanked, *row[CARD_AT + 1 :]))
    sql = "SELECT rowid, before, after FROM change"
    for rowid, *both in connection.execute(sql).fetchall():
        blank = [each and blanked_card(each, who) for each in both]
        if blank != both:
            put = "UPDATE change SET before = ?, after = ? WHERE rowid = ?"
            connection.execute(put, (*blank, rowid))


def _drop_pictures(connection: sqlite3.Connection) -> None:
    """Delete the pictures that no card has any more."""
    used: set[str] = set()
    sql = (
        "SELECT card FROM contact UNION ALL SELECT before FROM change"
        " UNION ALL SELECT after FROM change"
    )
    for (card,) in connection.execute(sql):
        if card and _DIGEST in card:
            used.update(part[:32] for part in card.split(_DIGEST)[1:])
    rows = connection.execute("SELECT digest FROM picture").fetchall()
    unused = [row for row in rows if row[0] not in used]
    connection.executemany("DELETE FROM picture WHERE digest = ?", unused)


def _forget_titles(connection: sqlite3.Connection, who: Gone) -> None:
    """Delete the window titles that mention them; apps are called what they are."""
    sql = (
        "SELECT id, s FROM name WHERE id IN (SELECT title FROM span)"
        " AND id NOT IN (SELECT app FROM span) AND id NOT IN (SELECT app FROM day)"
        " AND id NOT IN (SELECT app FROM month)"
    )
    rows = connection.execute(sql).fetchall()
    titles = [(number,) for number, text in rows if who.mentions.within(text)]
    many = connection.executemany
    many("UPDATE span SET title = NULL WHERE title = ?", titles)
    many("DELETE FROM name WHERE id = ?", titles)


def _blank_table(connection: sqlite3.Connection, table: str, who: Gone) -> None:
    """Take them out of every text of a table, and out of it what is theirs."""
    execute = connection.execute
    columns = execute(f'PRAGMA table_info("{table}")').fetchall()
    names = [column[1] for column in columns]
    keys = [column[1] for column in columns if column[5]]
    listed = ", ".join(f'"{name}"' for name in names)
    where = " AND ".join(f'"{key}" IS ?' for key in keys)
    for row in execute(f'SELECT {listed} FROM "{table}"').fetchall():
        old = dict(zip(names, row, strict=True))
        key = [old[name] for name in keys]
        new = _blanked_row(table, old, who)
        if new is None:
            execute(f'DELETE FROM "{table}" WHERE {where}', key)
            continue
        changed = [name for name in names if new[name] != old[name]]
        if changed:
            told = ", ".join(f'"{name}" = ?' for name in changed)
            values = [*(new[name] for name in changed), *key]
            execute(f'UPDATE OR REPLACE "{table}" SET {told} WHERE {where}', values)


def _blanked_row(
    table: str, row: dict[str, object], who: Gone
) -> dict[str, object] | None:
    """A row without them; None: it is theirs."""
    texts = {value for value in row.values() if isinstance(value, str)}
    if table not in _KEPT_ROWS and not who.uids.isdisjoint(texts):
        return None
    blank = {name: blanked_cell(value, who) for name, value in row.items()}
    if table == "session" and row["person"] in who.uids:
        blank |= {"person": None, "note": None, "title": ""}
    return blank


def _tables(connection: sqlite3.Connection) -> list[str]:
    sql = "SELECT name FROM sqlite_master WHERE type = 'table'"
    return [name for (name,) in connection.execute(sql).fetchall()]


def _no_picture(_: str) -> bytes:
    return b""
