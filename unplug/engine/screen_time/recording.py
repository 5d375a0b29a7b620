"""Recording: what the desktop says goes to a file; no database is touched."""

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self
from zoneinfo import ZoneInfo

from unplug.clock import Clock
from unplug.engine.preferences import preferences
from unplug.engine.screen_time.desktop import Desktop
from unplug.engine.screen_time.ledger import Ledger
from unplug.engine.screen_time.today import Key
from unplug.engine.screen_time.tracking import Tracker
from unplug.sensing.choosing import choose
from unplug.sensing.facts import Observed, Tick
from unplug.sensing.recorded.files import Recorder
from unplug.sensing.source import SensingOptions
from unplug.usage.reducer import SLEEP_NOTICED_MS, STEP_NOTICED_MS
from unplug.usage.states import ScreenSpan


class Nowhere:
    """A book, a tail and a past that keep nothing."""

    next_id = 1
    is_open = True

    def append(self, spans: Sequence[ScreenSpan], commit_id: int) -> None:
        """Drop the spans."""

    def write(
        self, commit_id: int, closed: Sequence[ScreenSpan], open_: Sequence[ScreenSpan]
    ) -> None:
        """Drop the spans."""

    def beat(self, dur_ms: int) -> bool:  # noqa: ARG002
        """Drop the length."""
        return True

    def day_totals(self, day: int) -> dict[Key, int]:  # noqa: ARG002
        """Nothing is known of any day."""
        return {}

    def usual_ms(self, at_ms: int, zone: ZoneInfo) -> int | None:  # noqa: ARG002
        """Nothing is usual."""
        return None

    def paused_until(self) -> str | None:
        """Nobody paused."""
        return None

    def remember_pause(self, until: str | None) -> None:
        """Forget it."""


class Recording(Tracker):
    """A tracker whose facts go to a file, and nowhere else.

    Args:
        file: the recording; continued where it is there.
        folder: the data folder, for what the user chose.
        clock: where the time comes from.

    Raises:
        UnplugError: the file cannot be written, or is no recording.
    """

    def __init__(self, file: Path, folder: Path, clock: Clock) -> None:
        chosen = preferences(folder)
        nowhere = Nowhere()
        options = chosen.tracking
        sensing = SensingOptions(options.idle_after_ms, options.titles)
        super().__init__(
            clock=clock,
            desktop=Desktop(choose, sensing),
            ledger=Ledger(nowhere, nowhere),
            past=nowhere,
            options=options,
            name_of=str,
        )
        self._recorder = Recorder(file, clock.zone())
        self._last: Observed | None = None
        self.observers.append(self._record)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
        self._recorder.close()

    def _record(self, seen: Observed) -> None:
        if not isinstance(seen.fact, Tick) or _clocks_jumped(self._last, seen):
            self._recorder.record(seen)
        self._last = seen


def _clocks_jumped(before: Observed | None, now: Observed) -> bool:
    """Whether the machine slept or its clock was set between two facts."""
    if before is None:
        return False
    boot_ms = now.at.boot_ms - before.at.boot_ms
    slept_ms = boot_ms - (now.at.mono_ms - before.at.mono_ms)
    set_by_ms = now.at.wall_ms - before.at.wall_ms - boot_ms
    return slept_ms >= SLEEP_NOTICED_MS or abs(set_by_ms) >= STEP_NOTICED_MS
