"""What is kept of plans and of sessions that are over, for commands that only look.

Needs no session machine, whose import takes longer than all the rest of a command.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from unplug.sessions.forms import AnyPlan, from_form
from unplug.store.reading import NothingRecordedError, reading
from unplug.store.sessions import Past, SessionReader, StoredPlan

_T = TypeVar("_T")


def history(folder: Path, limit: int) -> tuple[Past, ...]:
    """The sessions that are over, the latest first, as they are on disk.

    Raises:
        UnplugError: it cannot be read; says why.
    """
    nothing: tuple[Past, ...] = ()
    return _read(folder, lambda reader: reader.history(limit), nothing)


def plans(folder: Path) -> tuple[AnyPlan, ...]:
    """All plans.

    Raises:
        UnplugError: one cannot be read; says why.
    """
    nothing: tuple[StoredPlan, ...] = ()
    stored = _read(folder, SessionReader.plans, nothing)
    return tuple(from_form(plan.kind, plan.form) for plan in stored)


def _read(folder: Path, of: Callable[[SessionReader], _T], nothing: _T) -> _T:
    try:
        with reading(folder) as connection:
            return of(SessionReader(lambda: connection))
    except NothingRecordedError:
        return nothing
