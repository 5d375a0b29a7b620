"""Going off the record: until when, also across restarts."""

from datetime import UTC, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from unplug.clock import Stamp, to_ms

UNTIL_RESUMED = "until resumed"


class Remembered(Protocol):
    """Where a pause is remembered."""

    def paused_until(self) -> str | None:
        """What was remembered of a pause."""

    def remember_pause(self, until: str | None) -> None:
        """Remember a pause across restarts; None: there is none."""


class Pausing:
    """The end of the pause that holds; whether one holds tracking itself knows.

    Args:
        remembered: where it is remembered.
    """

    def __init__(self, remembered: Remembered) -> None:
        self._remembered = remembered
        self._until: datetime | None = None

    def take_up(self) -> bool:
        """Go on with the pause of an earlier run; whether there was one."""
        until = self._remembered.paused_until()
        if until is not None:
            self._until = _end(until)
        return until is not None

    def begin(self, until: datetime | None) -> None:
        """Pause until an aware instant; None: until ``end``."""
        self._until = until
        said = UNTIL_RESUMED if until is None else until.isoformat()
        self._remembered.remember_pause(said)

    def end(self) -> None:
        """The pause is over."""
        self._until = None
        self._remembered.remember_pause(None)

    def is_over(self, now: Stamp) -> bool:
        """Whether its time has come."""
        return self._until is not None and now.wall_ms >= to_ms(self._until)

    def due_ms(self, now: Stamp) -> int | None:
        """When its time comes, on the monotonic clock; None: nobody knows."""
        if self._until is None:
            return None
        return now.mono_ms + to_ms(self._until) - now.wall_ms

    def shown(self, zone: ZoneInfo) -> datetime:
        """Its end for people; the end of time where only the user ends it."""
        if self._until is None:
            return datetime.max.replace(tzinfo=UTC)
        return self._until.astimezone(zone)


def _end(remembered: str) -> datetime | None:
    """When a remembered pause ends; None where only the user ends it."""
    if remembered == UNTIL_RESUMED:
        return None
    try:
        return datetime.fromisoformat(remembered).astimezone(UTC)
    except (ValueError, OverflowError):
        return None  # better too little on the record than too much
