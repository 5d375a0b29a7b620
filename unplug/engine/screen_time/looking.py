"""Looking at what is recorded, whether the app runs or not; changes nothing."""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from unplug.engine.control import NotRunningError, ask
from unplug.engine.screen_time.span_rows import from_row
from unplug.store.files import DataFiles
from unplug.store.reading import reading
from unplug.store.restoring import waiting_spans
from unplug.store.totals import UsageReader
from unplug.store.wanted import sessions_wanted
from unplug.usage.states import ScreenSpan

_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Records:
    """What there is to look at.

    Attributes:
        stored: the database; None where nothing has been recorded yet.
        waiting: the spans that are not in the database yet.
        running: whether the app runs.
        plans_or_session: whether there is a plan, or a session that goes on.
    """

    stored: UsageReader | None
    waiting: tuple[ScreenSpan, ...]
    running: bool
    plans_or_session: bool = False


@contextlib.contextmanager
def records(folder: Path) -> Iterator[Records]:
    """Everything that is recorded in a data folder up to now.

    Raises:
        UnplugError: it cannot be read; says why.
    """
    if not os.path.exists(DataFiles(folder).database):  # noqa: PTH110  (pathlib's raises in somebody else's folder)
        told = _from_app(folder)
        yield Records(None, () if told is None else told.spans, told is not None)
        return
    with reading(folder) as connection:
        stored = UsageReader(connection)
        told = _agreeing(folder, stored)
        if told is None:
            waiting = waiting_spans(folder, stored)
            wanted = sessions_wanted(connection)
            yield Records(stored, waiting, running=False, plans_or_session=wanted)
        else:
            yield Records(stored, told.spans, running=True)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the running app says.

    Attributes:
        spans: what it has not committed.
        commit_id: its last commit.
    """

    spans: tuple[ScreenSpan, ...]
    commit_id: int


def _agreeing(folder: Path, stored: UsageReader) -> _Told | None:
    """What the running app has not committed, by the very commit that is read here.

    The database stands still for this reader from then on: whatever the app commits
    meanwhile would count twice otherwise.

    Returns:
        None where no app runs.
    """
    told: _Told | None = None
    for _ in range(_ATTEMPTS):
        told = _from_app(folder)
        stored.stand_still()
        if told is None or stored.last_commit_id == told.commit_id:
            break
        stored.follow_again()
    return told


def _from_app(folder: Path) -> _Told | None:
    """What the running app has not committed, after it has committed what it can.

    Returns:
        None where no app runs.
    """
    try:
        answer = ask(folder, {"do": "open"})
    except NotRunningError:
        return None
    rows, commit_id = answer.get("spans"), answer.get("commit")
    spans = tuple(from_row(row) for row in rows) if isinstance(rows, list) else ()
    return _Told(spans, commit_id if isinstance(commit_id, int) else 0)
