"""What the user chose, to look at and to change while the app runs.

A change is in the file at once. What runs takes some of it up at once, too, the rest
when unplug next starts.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from unplug import settings
from unplug.engine.preferences import preferences
from unplug.settings import Settings

TAKEN_UP_AT_ONCE = (
    *("tray", "sessions", "suggestions", "reading"),
    *("own_broker", "calendar", "home"),
)
"""The sections that hold from the moment they are changed."""


class Choices:
    """The settings file.

    Args:
        folder: the data folder.
        running: the settings that the app runs with.

    Attributes:
        observers: are told when what the app runs with has changed.
    """

    def __init__(self, folder: Path, running: Settings) -> None:
        self._folder = folder
        self.running = running
        self.observers: list[Callable[[Settings], None]] = []

    @property
    def folder(self) -> Path:
        """Where everything is kept."""
        return self._folder

    def now(self) -> Settings:
        """What the file says.

        Raises:
            UnplugError: it has a mistake; names it, the line and what to do.
        """
        return preferences(self._folder).settings

    def change(self, key: str, value: object) -> None:
        """Set one setting, as in "tracking.idle_after_s".

        Raises:
            UnplugError: the value does not fit, or the file cannot be written.
        """
        settings.change(self._folder / settings.FILE_NAME, key, value)
        chosen = self.now()
        sections = {name: getattr(chosen, name) for name in TAKEN_UP_AT_ONCE}
        running = replace(self.running, **sections)
        if running == self.running:
            return
        self.running = running
        for told in self.observers:
            told(running)
