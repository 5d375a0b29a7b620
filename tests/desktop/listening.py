"""What a loop does with a source: wait for its descriptor, dispatch, note when."""

import select
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from unplug.sensing.facts import Fact
from unplug.sensing.source import Source


@dataclass
class Listening:
    """A source that is listened to.

    Attributes:
        source: the source.
        heard: every fact, and when it was dispatched, on the monotonic clock.
        wakeups: how often its descriptor became readable.
    """

    source: Source
    heard: list[tuple[float, Fact]] = field(default_factory=list)
    wakeups: int = 0

    @property
    def facts(self) -> list[Fact]:
        return [fact for _, fact in self.heard]

    def dispatch(self) -> None:
        now = time.monotonic()
        self.heard += [(now, fact) for fact in self.source.dispatch()]

    def listen(self, seconds: float) -> None:
        """Let time pass, as a loop does."""
        self._until(lambda: False, seconds)

    def until(self, fact: Fact | type, timeout_s: float = 5.0) -> float:
        """Listen until the last fact is this one, or of this kind; say when it came."""

        def came() -> bool:
            last = self.heard[-1][1] if self.heard else None
            return isinstance(last, fact) if isinstance(fact, type) else last == fact

        self._until(came, timeout_s)
        assert came(), f"not heard within {timeout_s} s: {fact}; but {self.heard}"
        return self.heard[-1][0]

    def forget(self) -> None:
        self.heard.clear()
        self.wakeups = 0

    def _until(self, over: Callable[[], bool], timeout_s: float) -> None:
        give_up = time.monotonic() + timeout_s
        while not over() and (left := give_up - time.monotonic()) > 0:
            if select.select([self.source.fileno()], [], [], left)[0]:
                self.wakeups += 1
                self.dispatch()


@contextmanager
def listening(source: Source) -> Iterator[Listening]:
    """Open, listen, close; the first dispatch is done."""
    listener = Listening(source)
    try:
        listener.dispatch()
        yield listener
    finally:
        source.close()
