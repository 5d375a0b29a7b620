"""Looking at people as they are stored; loads nothing of what changes them."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from unplug.store.people.reading import PeopleReader
from unplug.store.reading import NothingRecordedError, reading


@contextlib.contextmanager
def looking(folder: Path) -> Iterator[PeopleReader | None]:
    """People as they are stored, whether the app runs or not; None: there are none.

    Raises:
        UnplugError: they cannot be read; says why.
    """
    with contextlib.ExitStack() as stack:
        try:
            connection = stack.enter_context(reading(folder))
        except NothingRecordedError:
            yield None
        else:
            yield PeopleReader(lambda: connection)
