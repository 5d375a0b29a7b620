"""Where things are kept."""

import os
import sys
from pathlib import Path

from unplug.errors import UnplugError

REPORT_NAME = "last-error.txt"
"""What went wrong that should not have, in the data folder."""
DATA_DIR_VARIABLE = "UNPLUG_DATA_DIR"


def data_dir(override: str | Path | None = None) -> Path:
    """The folder that holds everything; not created here.

    Args:
        override: what the user gave on the command line, if anything; then the
            environment's ``UNPLUG_DATA_DIR``, then the platform's own place.

    Raises:
        UnplugError: there is no telling where the user's files are.
    """
    chosen = override or os.environ.get(DATA_DIR_VARIABLE)
    if chosen:
        expanded = os.path.expanduser(chosen)  # noqa: PTH111  (pathlib's raises where nobody has that name)
        return Path(expanded).absolute()
    place = _platforms_own()
    if not place.is_absolute():
        failed, todo = "cannot tell where to keep data", "set HOME, or give --data-dir"
        raise UnplugError(failed, "there is no home folder", todo)
    return place


def _platforms_own() -> Path:
    if sys.platform == "linux":
        # As platformdirs has it, which takes 24 ms and 0.4 MB to say so.
        base = os.environ.get("XDG_DATA_HOME", "")
        if not os.path.isabs(base):  # noqa: PTH117  (may be empty)
            base = os.path.expanduser("~/.local/share")  # noqa: PTH111  (pathlib's raises)
        return Path(base, "unplug")
    from platformdirs import user_data_path  # noqa: PLC0415

    return user_data_path("unplug", appauthor=False)
