"""Hand-written stand-ins for the edges of the app."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from unplug.clock import Stamp
from unplug.errors import UnplugError
from unplug.sensing.facts import Fact
from unplug.sensing.source import SourceLostError
from unplug.usage.states import ScreenSpan, State


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


class FakeSource:
    """A source that says what a test puts into its mouth."""

    def __init__(self, *facts: Fact, name: str = "fake") -> None:
        self.name = name
        self.mouth: list[Fact] = list(facts)
        self.lost = False
        self.closed = False
        self.released = 0

    def fileno(self) -> int:
        return -1

    def dispatch(self) -> list[Fact]:
        if self.lost:
            failed = "the display server is gone"
            raise SourceLostError(failed)
        said, self.mouth = self.mouth, []
        return said

    def settled(self) -> None:
        self.released += 1

    def close(self) -> None:
        self.closed = True


class FakeBook:
    """A database that can be told to be full."""

    def __init__(self) -> None:
        self.spans: list[ScreenSpan] = []
        self.next_id = 1
        self.full = False
        self.is_open = True
        self.commits = 0

    def append(self, spans: Sequence[ScreenSpan], commit_id: int) -> None:
        if self.full:
            failed = "cannot write to the database"
            raise UnplugError(failed, "disk full", "free some space")
        self.spans.extend(spans)
        self.next_id = commit_id + 1
        self.commits += 1


class FakeTail:
    """A tail that remembers what was written last."""

    def __init__(self) -> None:
        self.commit_id = 0
        self.closed: tuple[ScreenSpan, ...] = ()
        self.open: tuple[ScreenSpan, ...] = ()
        self.known_ms = 0

    def write(
        self, commit_id: int, closed: Sequence[ScreenSpan], open_: Sequence[ScreenSpan]
    ) -> None:
        self.commit_id = commit_id
        self.closed, self.open = tuple(closed), tuple(open_)
        self.known_ms = open_[-1].dur_ms if open_ else 0

    def beat(self, dur_ms: int) -> bool:
        self.known_ms = dur_ms
        return bool(self.open)


class FakePast:
    """Days before, as a test wants them."""

    def __init__(self) -> None:
        self.days: dict[int, dict[tuple[str | None, State], int]] = {}
        self.usual: int | None = None
        self.pause: str | None = None

    def day_totals(self, day: int) -> dict[tuple[str | None, State], int]:
        return self.days.get(day, {})

    def usual_ms(self, at_ms: int, zone: ZoneInfo) -> int | None:  # noqa: ARG002
        return self.usual

    def paused_until(self) -> str | None:
        return self.pause

    def remember_pause(self, until: str | None) -> None:
        self.pause = until
