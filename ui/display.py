"""Whether there is a screen to open a window on, before Qt is even loaded.

Qt ends the whole process where it finds none, so it must not be asked.
"""

import os
import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

_X_DISPLAY = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")
_X_REMOTE = re.compile(r"(?P<host>.+):(?P<number>\d+)(?:\.\d+)?")
_PATIENCE_S = 2.0


def missing_display(environment: Mapping[str, str] = os.environ) -> str | None:
    """Why no window can be opened here; None where one can."""
    if not sys.platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return None  # whoever names a Qt platform knows what they want
    x_display = environment.get("DISPLAY", "")
    wayland = environment.get("WAYLAND_DISPLAY", "")
    if not x_display and not wayland:
        return "no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)"
    if wayland and _wayland_answers(wayland, environment.get("XDG_RUNTIME_DIR", "")):
        return None
    if x_display and _x_answers(x_display):
        return None
    return f"no display answers at {wayland or x_display}"


def _wayland_answers(name: str, runtime_dir: str) -> bool:
    return _unix_answers(str(Path(runtime_dir, name)))


def _x_answers(display: str) -> bool:
    if own := _X_DISPLAY.fullmatch(display):
        path = f"/tmp/.X11-unix/X{own[1]}"  # noqa: S108  (where X servers listen)
        return _unix_answers(path) or _unix_answers(f"\0{path}")
    if far := _X_REMOTE.fullmatch(display):
        try:
            place = (far["host"], 6000 + int(far["number"]))
            socket.create_connection(place, _PATIENCE_S).close()
        except (OSError, OverflowError):
            return False
        return True
    return False


def _unix_answers(path: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.settimeout(_PATIENCE_S)
        try:
            probe.connect(path)
        except (OSError, ValueError):
            return False
    return True
