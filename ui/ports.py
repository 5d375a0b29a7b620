"""What the windows need from the rest of the app."""

from datetime import datetime
from typing import Protocol

from unplug.engine.listening import Listener
from unplug.engine.snapshot import Snapshot


class Tracker(Listener, Protocol):
    """Tracking, as a loop drives it and the windows show and steer it."""

    def snapshot(self) -> Snapshot:
        """The present."""

    def pause(self, until: datetime | None) -> None:
        """Go off the record until an aware instant; None: until `resume`."""

    def pause_until_tomorrow(self) -> None:
        """Go off the record until the next day starts."""

    def resume(self) -> None:
        """Go back on the record."""

    def close(self) -> None:
        """Finish the open stretch and let go of everything."""
