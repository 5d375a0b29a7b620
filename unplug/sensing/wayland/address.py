"""Whether there is a Wayland compositor to talk to; cheap to ask anywhere."""

import os
from pathlib import Path

from unplug.sensing.source import SourceUnavailableError


def compositor_socket(failed: str) -> Path:
    """The socket that WAYLAND_DISPLAY stands for.

    Args:
        failed: what cannot be done without it, for the error that says so.

    Raises:
        SourceUnavailableError: this is no Wayland session.
    """
    name = os.environ.get("WAYLAND_DISPLAY")
    if not name:
        value, todo = "WAYLAND_DISPLAY is not set", "start it in a Wayland session"
        raise SourceUnavailableError(failed, value, todo)
    return Path(os.environ.get("XDG_RUNTIME_DIR", "/"), name)
