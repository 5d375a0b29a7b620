"""What the user chose about tracking."""

from dataclasses import dataclass

from unplug.days import DAY_START_MIN


@dataclass(frozen=True, slots=True)
class TrackingOptions:
    """What the user chose about tracking.

    Attributes:
        idle_after_ms: without input for this long, somebody is idle.
        titles: whether window titles are stored.
        excluded_apps: apps (any case) whose time is stored without their name.
        day_start_min: minutes after local midnight at which a day starts.
    """

    idle_after_ms: int = 120_000
    titles: bool = False
    excluded_apps: frozenset[str] = frozenset()
    day_start_min: int = DAY_START_MIN
