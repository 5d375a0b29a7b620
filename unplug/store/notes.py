"""Short texts that outlive the process, such as when a pause ends."""

from unplug.store.database import Database
from unplug.store.plausible import NOTE


class Notes:
    """What is remembered under a key.

    Args:
        database: where it is; the writer's.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str) -> str | None:
        """What was remembered under a key; None when nothing is.

        Raises:
            StorageTroubleError: the database turns out to be damaged.
        """
        sql = "SELECT value FROM meta WHERE key = ?"
        with self._database.reading() as connection:
            found = connection.execute(sql, (NOTE + key,)).fetchone()
        return None if found is None else str(found[0])

    def set(self, key: str, text: str | None) -> None:
        """Remember a text under a key, or forget the key with None.

        Raises:
            StorageTroubleError: the disk does not take it.
        """
        with self._database.writing() as connection:
            connection.execute("DELETE FROM meta WHERE key = ?", (NOTE + key,))
            if text is not None:
                connection.execute("INSERT INTO meta VALUES (?, ?)", (NOTE + key, text))
