"""Where things are kept."""

import os
from pathlib import Path

DATA_DIR_VARIABLE = "UNPLUG_DATA_DIR"


def data_dir(override: str | Path | None = None) -> Path:
    """The folder that holds everything; not created here.

    Args:
        override: what the user gave on the command line, if anything; then the
            environment's ``UNPLUG_DATA_DIR``, then the platform's own place.
    """
    chosen = override or os.environ.get(DATA_DIR_VARIABLE)
    if chosen:
        return Path(chosen).expanduser().absolute()
    from platformdirs import user_data_path  # noqa: PLC0415  (24 ms)

    return user_data_path("unplug", appauthor=False)
