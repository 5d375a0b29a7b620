"""Looking at what is recorded, whether the app runs or not; changes nothing."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from unplug.engine.control import NotRunningError, ask
from unplug.engine.span_rows import from_row
from unplug.store.reading import NothingRecordedError, reading
from unplug.store.restoring import waiting_spans
from unplug.store.totals import UsageReader
from unplug.usage.states import ScreenSpan


@dataclass(frozen=True, slots=True)
class Records:
    """What there is to look at.

    Attributes:
        stored: the database; None where nothing has been recorded yet.
        waiting: the spans that are not in the database yet.
        running: whether the app runs.
    """

    stored: UsageReader | None
    waiting: tuple[ScreenSpan, ...]
    running: bool


@contextlib.contextmanager
def records(folder: Path) -> Iterator[Records]:
    """Everything that is recorded in a data folder up to now.

    Raises:
        UnplugError: it cannot be read; says why.
    """
    from_app = _from_app(folder)
    with contextlib.ExitStack() as stack:
        try:
            connection = stack.enter_context(reading(folder))
            stored: UsageReader | None = UsageReader(connection)
        except NothingRecordedError:
            stored = None
        if from_app is not None:
            yield Records(stored, from_app, running=True)
        else:
            left = () if stored is None else waiting_spans(folder, stored)
            yield Records(stored, left, running=False)


def _from_app(folder: Path) -> tuple[ScreenSpan, ...] | None:
    """What the running app has not committed, after it has committed what it can.

    Returns:
        None where no app runs.
    """
    try:
        rows = ask(folder, {"do": "open"}).get("spans")
    except NotRunningError:
        return None
    return tuple(from_row(row) for row in rows) if isinstance(rows, list) else ()
