"""The present, whether the app runs or not."""

from pathlib import Path

from unplug.clock import Clock
from unplug.engine.control import NotRunningError, ask
from unplug.engine.status import Json, as_json


def present(folder: Path, clock: Clock) -> Json:
    """The status by the contract: from the running app, else from the database.

    Raises:
        UnplugError: what is recorded cannot be read; says why.
    """
    try:
        return ask(folder, {"do": "status"})
    except NotRunningError:
        pass
    from unplug.engine.stored_present import stored_snapshot  # noqa: PLC0415  (30 ms)

    return as_json(stored_snapshot(folder, clock), running=False)
