"""Tracking on the real store, with a clock and a desktop that tests command."""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

from tests.fakes import FakeClock, FakeSource
from unplug.engine.answering import Answers
from unplug.engine.screen_time.books import Books
from unplug.engine.screen_time.desktop import Desktop
from unplug.engine.screen_time.ledger import Ledger
from unplug.engine.screen_time.looking import records
from unplug.engine.screen_time.options import TrackingOptions
from unplug.engine.screen_time.tracking import Tracker
from unplug.sensing.choosing import Choice
from unplug.sensing.facts import Fact, Focus
from unplug.sensing.source import SensingOptions, Signal, Source
from unplug.usage.states import ScreenSpan

S, MIN, HOUR, DAY = 1_000, 60_000, 3_600_000, 86_400_000
Kept = Counter[tuple[str, str | None]]


class Life:
    """A run of the app without its socket.

    Args:
        folder: the data folder.
        clock: one of an earlier run, to go on with.
    """

    def __init__(
        self,
        folder: Path,
        clock: FakeClock | None = None,
        options: TrackingOptions | None = None,
    ) -> None:
        self.folder = folder
        self.clock = clock or FakeClock()
        self.options = options or TrackingOptions()
        self.source = FakeSource(Focus("editor"))
        self.books = Books(folder, self.clock, self.options.day_start_min)
        self.ledger = Ledger(self.books, self.books, self.books.left)
        self.tracker = Tracker(
            clock=self.clock,
            desktop=Desktop(self._choose, SensingOptions()),
            ledger=self.ledger,
            past=self.books,
            options=self.options,
            name_of=str,
            notices=lambda: self.books.notices,
        )
        self.answers = Answers(self.tracker, erase=self.books.erase_everything)
        self.tracker.start()

    def says(self, *facts: Fact) -> "Life":
        self.source.mouth += facts
        self.tracker.ready(self.source)
        return self

    def lives(self, ms: int) -> "Life":
        """Time passes as under a loop that serves every deadline."""
        end_ms = self.clock.stamp().mono_ms + ms
        while (left_ms := end_ms - self.clock.stamp().mono_ms) > 0:
            wait_ms = self.tracker.next_deadline_ms()
            if wait_ms is None or wait_ms > left_ms:
                self.clock.advance(left_ms)
                break
            self.clock.advance(wait_ms)
            self.tracker.wake()
        return self

    def killed(self, *, at: str = "after") -> "Life":
        """What starts after a kill at this moment: on what is on the disk by now."""
        folder = self.folder.with_name(f"{self.folder.name}-{at}")
        shutil.copytree(self.folder, folder)
        return Life(folder, self.clock, self.options)

    def close(self) -> None:
        self.tracker.close()
        self.books.close()

    @property
    def notices(self) -> tuple[str, ...]:
        return self.tracker.snapshot().notices

    def _choose(self, signal: Signal, _options: SensingOptions) -> Choice:
        sources: tuple[Source, ...] = (self.source,) if signal is Signal.FOCUS else ()
        return Choice(signal, sources, ())


@contextmanager
def life(folder: Path, clock: FakeClock | None = None) -> Iterator[Life]:
    """A run of the app that is closed at the end."""
    run = Life(folder, clock)
    try:
        yield run
    finally:
        run.close()


def spans(folder: Path) -> list[ScreenSpan]:
    """All that another process sees of a data folder, by start."""
    with records(folder) as found:
        stored: list[ScreenSpan] = []
        if found.stored is not None and (extent := found.stored.extent_ms()):
            stored = list(found.stored.spans(extent[0], extent[1] + 1))
        return sorted((*stored, *found.waiting), key=lambda span: span.start_ms)


def kept(folder: Path) -> Kept:
    """Milliseconds by state and app, of all that another process sees."""
    by: Kept = Counter()
    for span in spans(folder):
        by[span.state.name.lower(), span.app] += span.dur_ms
    return by


def overlaps(seen: list[ScreenSpan]) -> list[tuple[ScreenSpan, ScreenSpan]]:
    """Neighbours of which one starts before the other ends."""
    pairs = pairwise(seen)
    return [(one, other) for one, other in pairs if other.start_ms < one.end_ms]
