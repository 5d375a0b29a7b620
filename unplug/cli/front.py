"""What the launcher lends to the command line: the windows, which it cannot import."""

from pathlib import Path
from typing import Protocol

from unplug.clock import Clock


class Front(Protocol):
    """The tray and the windows."""

    def start(self, folder: Path) -> int:
        """Run the tray app on a data folder; returns the exit code."""

    def draw_views(self, folder: Path, target: Path, clock: Clock) -> list[Path]:
        """Draw every view of a data folder, at some time, into image files."""
