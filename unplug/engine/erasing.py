"""Erasing: by the running app, or in its place."""

import contextlib
from pathlib import Path

from unplug.clock import Clock
from unplug.engine.control import NotRunningError, ask
from unplug.engine.sessions.public_holidays import PublicHolidays
from unplug.errors import UnplugError
from unplug.store.database import Database


def erase_everything(folder: Path, clock: Clock) -> str:
    """Delete every recorded thing in a data folder, copies and backups too.

    Returns:
        What stays elsewhere and could not be taken away; else nothing.

    Raises:
        UnplugError: the disk does not let it.
    """
    try:
        ask(folder, {"do": "erase"})
    except NotRunningError:
        stays = ""
        with contextlib.suppress(UnplugError):  # what is damaged is erased, too
            stays = _forget_secrets(folder, clock)
        database = Database(folder, clock)
        with contextlib.closing(database):
            database.erase_everything()
            PublicHolidays(folder).forget()
        return stays
    return ""  # the app tells of it itself


def _forget_secrets(folder: Path, clock: Clock) -> str:
    """Take keys and passwords out of the keyring; those in files go with the files."""
    from unplug.engine.trips.access import forget_secrets  # noqa: PLC0415  (slow)

    return forget_secrets(folder, clock)
