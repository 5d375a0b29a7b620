"""The only place that reads a clock; everything else is given the time."""

import os
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol
from zoneinfo import TZPATH, ZoneInfo, available_timezones

_LOCALTIME = Path("/etc/localtime")
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, order=True)
class Stamp:
    """One instant on the three clocks, each in whole milliseconds.

    Attributes:
        wall_ms: UTC since 1970-01-01; can be set by anybody, in any direction.
        mono_ms: since some start; stands still while the machine sleeps.
        boot_ms: since some start; runs on while the machine sleeps.
    """

    wall_ms: int
    mono_ms: int
    boot_ms: int

    @property
    def utc(self) -> datetime:
        """The wall clock's instant, aware, in UTC."""
        return from_ms(self.wall_ms)


class Clock(Protocol):
    """Where the time comes from."""

    def stamp(self) -> Stamp:
        """Read the three clocks together."""

    def zone(self) -> ZoneInfo:
        """The zone the desktop is in at present."""


class SystemClock:
    """The machine's own clocks and zone."""

    def stamp(self) -> Stamp:
        """Read the three clocks together."""
        return Stamp(
            wall_ms=time.time_ns() // 1_000_000,
            mono_ms=_monotonic_ns() // 1_000_000,
            boot_ms=_boot_ns() // 1_000_000,
        )

    def zone(self) -> ZoneInfo:
        """The zone of the machine, UTC where it names none that is known."""
        try:
            return ZoneInfo(_zone_name())
        except (KeyError, ValueError, OSError):
            return _zone_of_copy(_LOCALTIME) or ZoneInfo("UTC")


class SetClock:
    """A clock that stands at one instant, to look at that instant with.

    Args:
        wall_ms: UTC since 1970-01-01.
        zone: the zone to be in.
    """

    def __init__(self, wall_ms: int, zone: ZoneInfo) -> None:
        self._stamp = Stamp(wall_ms, wall_ms, wall_ms)
        self._zone = zone

    def stamp(self) -> Stamp:
        """The same on all three clocks."""
        return self._stamp

    def zone(self) -> ZoneInfo:
        """Always the same one."""
        return self._zone


def _zone_name() -> str:
    """The name of the machine's zone, by the environment or by its link."""
    if sys.platform == "win32":
        from tzlocal import get_localzone_name  # noqa: PLC0415  (nothing else needs it)

        return get_localzone_name()
    from_environment = os.environ.get("TZ", "").removeprefix(":")
    if from_environment:
        return from_environment
    _, _, name = str(_LOCALTIME.readlink()).rpartition("zoneinfo/")
    return name


def _zone_of_copy(localtime: Path, folders: Iterable[str] = TZPATH) -> ZoneInfo | None:
    """The zone whose rules ``localtime`` is a copy of; a link would have named it."""
    if not localtime.is_file():
        return None
    rules = localtime.read_bytes()
    for folder in map(Path, folders):
        for name in sorted(available_timezones()):
            path = folder / name
            if path.is_file() and path.read_bytes() == rules:
                return ZoneInfo(name)
    return None


def boot_id() -> str:
    """Which run of the machine this is; empty where the system does not say."""
    try:
        return _BOOT_ID.read_text("ascii").strip()
    except (OSError, ValueError):
        return ""


def from_ms(wall_ms: int) -> datetime:
    """The instant ``wall_ms`` after the epoch, aware, in UTC."""
    return EPOCH + timedelta(milliseconds=wall_ms)


def to_ms(instant: datetime) -> int:
    """Whole milliseconds from the epoch to an aware instant, rounded down."""
    return (instant - EPOCH) // timedelta(milliseconds=1)


if sys.platform == "linux":

    def _monotonic_ns() -> int:
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC)

    def _boot_ns() -> int:
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)

elif sys.platform == "darwin":
    # Apple's names: "uptime" stands still in sleep, "monotonic" runs on.
    def _monotonic_ns() -> int:
        return time.clock_gettime_ns(time.CLOCK_UPTIME_RAW)

    def _boot_ns() -> int:
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC_RAW)

elif sys.platform == "win32":
    import ctypes

    def _monotonic_ns() -> int:
        unbiased = ctypes.c_ulonglong()  # 100 ns units, sleep left out
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(unbiased))
        return unbiased.value * 100

    def _boot_ns() -> int:
        tick_count = ctypes.windll.kernel32.GetTickCount64
        tick_count.restype = ctypes.c_ulonglong
        return int(tick_count()) * 1_000_000
