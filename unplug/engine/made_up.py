"""Whether what is recorded was made up, so that the window can say so."""

from collections.abc import Callable

from unplug.store.database import Database
from unplug.store.notes import Notes
from unplug.store.trouble import StorageTroubleError

_NOTE = "made up"


class MadeUp:
    """The mark on made-up data; it goes with everything else at an erase.

    Args:
        database: gives the open database; None while the disk does not let it.
    """

    def __init__(self, database: Callable[[], Database | None]) -> None:
        self._database = database

    def __bool__(self) -> bool:
        """Whether it is."""
        database = self._database()
        try:
            return database is not None and Notes(database).get(_NOTE) is not None
        except StorageTroubleError:  # is told of by whoever needs the database
            return False

    def mark(self) -> None:
        """Say that it is.

        Raises:
            StorageTroubleError: the disk does not take it.
        """
        database = self._database()
        if database is not None:
            Notes(database).set(_NOTE, "yes")
