"""Autostart on macOS: a launch agent of the user."""

import plistlib
from pathlib import Path

from ui.autostart.files import cannot_read, cannot_write, replace
from ui.launching import Launch

LABEL = "unplug"


class LaunchAgentAutostart:
    """A property list in ``~/Library/LaunchAgents``.

    What ``launchctl disable`` has turned off stays off, and is not seen here.

    Args:
        launch: what to start.
        home: the user's home folder.
    """

    def __init__(self, launch: Launch, home: Path | None = None) -> None:
        self._launch = launch
        agents = (home or Path.home()) / "Library" / "LaunchAgents"
        self._path = agents / f"{LABEL}.plist"

    def is_on(self) -> bool:
        """Whether the agent is there and not disabled in itself."""
        try:
            agent = plistlib.loads(self._path.read_bytes())
        except FileNotFoundError:
            return False
        except OSError as error:
            raise cannot_read(self._path, error) from error
        except (plistlib.InvalidFileException, ValueError):
            return False  # launchd does not start it either
        return isinstance(agent, dict) and not agent.get("Disabled", False)

    def set_on(self, *, on: bool) -> None:
        """Write the agent, or remove it."""
        try:
            if not on:
                self._path.unlink(missing_ok=True)
                return
            agent: dict[str, object] = {
                "Label": LABEL,
                "ProgramArguments": list(self._launch.command),
                "RunAtLoad": True,
                "ProcessType": "Interactive",
                "LimitLoadToSessionType": "Aqua",
            }
            if self._launch.folder is not None:
                agent["WorkingDirectory"] = str(self._launch.folder)
            replace(self._path, plistlib.dumps(agent))
        except OSError as error:
            raise cannot_write(self._path, error) from error
