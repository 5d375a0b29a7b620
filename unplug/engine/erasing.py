"""Erasing: by the running app, or in its place."""

import contextlib
from pathlib import Path

from unplug.clock import Clock
from unplug.engine.control import NotRunningError, ask
from unplug.engine.sessions.public_holidays import PublicHolidays
from unplug.errors import UnplugError
from unplug.store.database import Database


def erase_everything(folder: Path, clock: Clock) -> None:
    """Delete every recorded thing in a data folder, copies and backups too.

    Raises:
        UnplugError: the disk does not let it.
    """
    try:
        ask(folder, {"do": "erase"})
    except NotRunningError:
        with contextlib.suppress(UnplugError):  # what is damaged is erased, too
            _forget_secrets(folder, clock)
        database = Database(folder, clock)
        with contextlib.closing(database):
            database.erase_everything()
            PublicHolidays(folder).forget()


def _forget_secrets(folder: Path, clock: Clock) -> None:
    """Take keys and passwords out of the keyring; those in files go with the files."""
    from unplug.engine.trips_access import forget_secrets  # noqa: PLC0415  (slow)

    forget_secrets(folder, clock)
