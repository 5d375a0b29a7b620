"""People for the command line: by the running app, or in its place."""

import contextlib
import select
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from unplug.clock import Clock
from unplug.engine.control import Message, NotRunningError, ask
from unplug.engine.people.door import People
from unplug.engine.people.files import Choices
from unplug.engine.people.jobs import ImportJob
from unplug.engine.people.requests import PREFIX, fulfil, result_json
from unplug.engine.preferences import preferences
from unplug.store.database import Database

LONG_S = 600.0
"""How long forgetting may take: every copy of the database is written anew."""

_LOOK_EVERY_S = 0.1

Step = Callable[[int, int, str], None]


def request(folder: Path, clock: Clock, message: Message) -> Message:
    """Have the running app do something, or do it in its place.

    Raises:
        UnplugError: it cannot be done; says why.
    """
    try:
        return ask(folder, message, LONG_S)
    except NotRunningError:
        with _instead(folder, clock) as people:
            return fulfil(people, message)


def import_files(
    folder: Path, clock: Clock, paths: list[Path], choices: Choices, step: Step
) -> Message:
    """Take address books in.

    Args:
        folder: the data folder.
        clock: where the time comes from.
        paths: files, or folders of files.
        choices: how to read them.
        step: is told how far it is; what it raises gives it up.

    Returns:
        How it went, in the form that scripts lean on.

    Raises:
        UnplugError: it cannot be done; nothing has changed.
    """
    whole = [str(path.absolute()) for path in paths]
    begin: Message = {"do": f"{PREFIX}import", "paths": whole}
    try:
        told = ask(folder, {**begin, "choices": asdict(choices)})
    except NotRunningError:
        with _instead(folder, clock) as people:
            job = people.start_import(
                [Path(path) for path in whole], choices, lambda job: _tell(job, step)
            )
            return {} if job.result is None else result_json(job.result)
    return _watch(folder, told, step)


def _tell(job: ImportJob, step: Step) -> None:
    if job.error is not None:
        raise job.error
    step(job.progress.done, job.progress.total, job.progress.what)


def _watch(folder: Path, told: Message, step: Step) -> Message:
    """Look now and then how far the running app is."""
    try:
        while told.get("result") is None and not told.get("cancelled"):
            done, total = told.get("done"), told.get("total")
            if isinstance(done, int) and isinstance(total, int):
                step(done, total, str(told.get("what")))
            select.select([], [], [], _LOOK_EVERY_S)
            told = ask(folder, {"do": f"{PREFIX}import.look"})
    except KeyboardInterrupt:
        ask(folder, {"do": f"{PREFIX}import.cancel"})
        raise
    result = told.get("result")
    return result if isinstance(result, dict) else {}


@contextlib.contextmanager
def _instead(folder: Path, clock: Clock) -> Iterator[People]:
    """The people of a database that no app has open."""
    day_start_min = preferences(folder).tracking.day_start_min
    with contextlib.closing(Database(folder, clock)) as database:
        yield People(
            clock=clock, database=lambda: database, day_start_min=day_start_min
        )
