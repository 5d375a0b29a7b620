"""Forget a person everywhere, so that no byte of their name is left."""

import select
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from unplug.errors import UnplugError
from unplug.store.database import Database
from unplug.store.people import forgetting, forgetting_copies

_ATTEMPTS = 20
_BETWEEN_S = 0.1


@dataclass(frozen=True, slots=True)
class Forgot:
    """What forgetting somebody came to.

    Attributes:
        uids: all under which they were known.
        removed: copies that could not be cleaned, and are gone whole.
    """

    uids: frozenset[str]
    removed: tuple[Path, ...]


def forget_person(
    database: Database,
    uid: str,
    around: Callable[
        [Callable[[str], bool]], AbstractContextManager[None]
    ] = lambda _: nullcontext(),
    told: Sequence[Callable[[frozenset[str]], None]] = (),
) -> Forgot:
    """Forget somebody in the database, in its copies, and in what lies beside it.

    The copies come first: stopped half-way, it can be asked for again.

    Args:
        database: the writer's.
        uid: whose.
        around: entered with what tells whether a text mentions them.
        told: hear under which UIDs they were known, before the last is erased.

    Raises:
        UnplugError: the disk does not let it, or somebody reads the database.
    """
    who = forgetting.gone(database.connection, uid)
    removed = forgetting_copies.clean_copies(database.files, who)
    for tell in told:
        tell(who.uids)
    with around(who.mentions.within):
        with database.writing() as connection:
            forgetting.forget(connection, who)
        _compact(database)
    return Forgot(who.uids, removed)


def _compact(database: Database) -> None:
    """Write the database anew; whoever looks into it at present is soon done."""
    for _ in range(_ATTEMPTS):
        if forgetting.compact(database.connection):
            return
        select.select([], [], [], _BETWEEN_S)
    failed = "cannot erase for good while something reads the database"
    raise UnplugError(failed, database.files.database, "close it and erase again")
