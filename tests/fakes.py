"""Hand-written stand-ins for the edges of the app."""

from zoneinfo import ZoneInfo

from unplug.clock import Stamp


class FakeClock:
    """A clock that moves only when it is told to."""

    def __init__(self, wall_ms: int = 1_767_225_600_000, zone: str = "UTC") -> None:
        self._stamp = Stamp(wall_ms, 1_000_000, 1_000_000)
        self._zone = ZoneInfo(zone)

    def stamp(self) -> Stamp:
        return self._stamp

    def zone(self) -> ZoneInfo:
        return self._zone

    def advance(self, ms: int) -> Stamp:
        """Time passes, awake."""
        now = self._stamp
        self._stamp = Stamp(now.wall_ms + ms, now.mono_ms + ms, now.boot_ms + ms)
        return self._stamp

    def sleep(self, ms: int) -> Stamp:
        """The machine sleeps."""
        now = self._stamp
        self._stamp = Stamp(now.wall_ms + ms, now.mono_ms, now.boot_ms + ms)
        return self._stamp

    def step(self, ms: int) -> Stamp:
        """Somebody sets the wall clock."""
        now = self._stamp
        self._stamp = Stamp(now.wall_ms + ms, now.mono_ms, now.boot_ms)
        return self._stamp

    def move_to(self, zone: str) -> None:
        """The desktop changes its zone."""
        self._zone = ZoneInfo(zone)
