"""Whether somebody has been welcomed yet."""

from collections.abc import Callable

from unplug.store.database import Database
from unplug.store.notes import Notes

_NOTE = "welcomed"


class FirstRun:
    """The mark that the welcome was seen; it goes with everything else at an erase.

    Args:
        database: gives the open database; None while the disk does not let it.
    """

    def __init__(self, database: Callable[[], Database | None]) -> None:
        self._database = database

    @property
    def due(self) -> bool:
        """Whether the welcome is still to be shown.

        Raises:
            StorageTroubleError: the database turns out to be damaged.
        """
        database = self._database()
        return database is not None and Notes(database).get(_NOTE) is None

    def over(self) -> None:
        """It was seen, or somebody does without.

        Raises:
            StorageTroubleError: the disk does not take it.
        """
        database = self._database()
        if database is not None:
            Notes(database).set(_NOTE, "yes")
