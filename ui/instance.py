"""One app per data folder: the second one brings the first before the user."""

from pathlib import Path

from unplug.engine.control import NotRunningError, ask


def show_running(folder: Path) -> bool:
    """Ask the app that runs on this folder to show itself; False: none runs.

    Raises:
        UnplugError: one runs and cannot; says why.
    """
    try:
        ask(folder, {"do": "show"})
    except NotRunningError:
        return False
    return True
