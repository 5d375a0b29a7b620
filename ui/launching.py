"""How this copy of unplug is started again later, from another folder."""

import importlib.util
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_SCRIPTS = ("unplug-tray", "unplug")  # the first opens no console window on Windows


@dataclass(frozen=True, slots=True)
class Launch:
    """A command that starts the tray.

    Attributes:
        command: the program, by its full path, and its arguments.
        folder: where it has to be started; None where that does not matter.
    """

    command: tuple[str, ...]
    folder: Path | None = None


def launch_of_this(
    arguments: Sequence[str] = (), *, started_as: str | None = None
) -> Launch:
    """The command for the copy that runs now.

    Args:
        arguments: to be given to it, such as another data folder.
        started_as: the path of the running script; ``sys.argv[0]`` by default.
    """
    script = Path(os.path.abspath(started_as or sys.argv[0]))  # noqa: PTH100
    # Not resolved: pipx and others link to the script from a folder that stays.
    ending = script.suffix if script.suffix.lower() == ".exe" else ""
    if script.stem in _SCRIPTS or script.name in _SCRIPTS:
        for name in _SCRIPTS:
            installed = script.with_name(name + ending)
            if installed.is_file():
                return Launch((str(installed), *arguments))
    return Launch((_python(), "-m", "ui", *arguments), _folder_of_ui())


def _python() -> str:
    """The interpreter; on Windows the one that opens no console window."""
    windowless = Path(sys.executable).with_name("pythonw.exe")
    return str(windowless) if windowless.is_file() else sys.executable


def _folder_of_ui() -> Path | None:
    """Where the package can be imported from; None if from everywhere."""
    spec = importlib.util.find_spec("ui")
    origin = spec.origin if spec is not None else None
    if origin is None:
        return None
    folder = Path(origin).parent.parent
    return None if folder.name in ("site-packages", "dist-packages") else folder
