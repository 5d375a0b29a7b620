"""App ids and window titles, stored once each and pointed to by number."""

import sqlite3

NO_APP = 0
"""The number that stands for "no app known"; no name has it."""

_LONGEST_BYTES = 400  # so that a name and its index entry each fit into one page
_CACHED = 2_000


def clean(text: str | None) -> str | None:
    """A name as it can be stored: valid UTF-8, not too long, None when empty."""
    if not text:
        return None
    raw = text.encode("utf-8", "replace").replace(b"\0", b"")
    if len(raw) > _LONGEST_BYTES:
        raw = raw[:_LONGEST_BYTES]
    return raw.decode("utf-8", "ignore") or None


class Names:
    """The numbers of names, kept at hand for those in use."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._ids: dict[str, int] = {}

    def id_of(self, text: str | None) -> int | None:
        """The number of a name, given to it now if it is new; None for none."""
        text = clean(text)
        if text is None:
            return None
        known = self._ids.get(text)
        if known is None:
            if len(self._ids) >= _CACHED:
                self._ids.clear()
            known = self._ids[text] = self._look_up(text)
        return known

    def _look_up(self, text: str) -> int:
        execute = self._connection.execute
        row = execute("SELECT id FROM name WHERE s = ?", (text,)).fetchone()
        if row is None:
            row = (execute("INSERT INTO name (s) VALUES (?)", (text,)).lastrowid,)
        return int(row[0])

    def forget(self) -> None:
        """Ask the database again from now on; after a rollback or a deletion."""
        self._ids.clear()

    def purge(self) -> None:
        """Delete the names that nothing points to any more, old titles above all."""
        self._connection.execute(
            "DELETE FROM name WHERE id NOT IN (SELECT app FROM day)"
            " AND id NOT IN (SELECT app FROM month)"
            " AND id NOT IN (SELECT app FROM span)"
            " AND id NOT IN (SELECT title FROM span WHERE title IS NOT NULL)"
        )
        self.forget()
