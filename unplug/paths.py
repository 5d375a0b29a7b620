"""Where things are kept."""

import os
import sys
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
    if sys.platform == "linux":  # simple there, and the library costs 0.4 MB
        base = Path(os.environ.get("XDG_DATA_HOME", ""))
        return (base if base.is_absolute() else Path.home() / ".local/share") / "unplug"
    from platformdirs import user_data_path  # noqa: PLC0415  (24 ms)

    return user_data_path("unplug", appauthor=False)
