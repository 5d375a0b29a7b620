"""Erasing: by the running app, or in its place."""

import contextlib
from pathlib import Path

from unplug.clock import Clock
from unplug.engine.control import NotRunningError, ask
from unplug.engine.sessions.public_holidays import PublicHolidays
from unplug.store.database import Database


def erase_everything(folder: Path, clock: Clock) -> None:
    """Delete every recorded thing in a data folder, copies and backups too.

    Raises:
        UnplugError: the disk does not let it.
    """
    try:
        ask(folder, {"do": "erase"})
    except NotRunningError:
        database = Database(folder, clock)
        with contextlib.closing(database):
            database.erase_everything()
            PublicHolidays(folder).forget()
