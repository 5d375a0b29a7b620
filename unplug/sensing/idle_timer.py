"""Idleness where the desktop only answers how long ago the last input was.

Windows and macOS tell nobody when input stops or comes back unless every key is
listened to, which unplug never does. So a one-shot timer waits out the rest of the
threshold, and is set again for the rest when there was input meanwhile: at most one
wake-up per threshold while somebody works. While somebody is away the counter is read
once a second, for that is how late a return may be noticed, and not at all while nobody
can be there: the display is off, the screen is locked, another user is in front. What
ends those is told by the desktop, and so is a change of the focused window; each makes
us look at once.
"""

from collections.abc import Callable

from unplug.sensing.facts import Active, Fact, Idle

RETURN_CHECK_MS = 1000


class IdleTimer:
    """Turns a counter of milliseconds since the last input into idle and active.

    Args:
        idle_after_ms: without input for this long, somebody is idle.
        read_idle_ms: reads the counter; None when the desktop does not answer.
    """

    def __init__(
        self, *, idle_after_ms: int, read_idle_ms: Callable[[], int | None]
    ) -> None:
        self._idle_after_ms = idle_after_ms
        self._read_idle_ms = read_idle_ms
        self._idle: bool | None = None
        self._nobody_because: set[str] = set()
        self._wait_ms = 0

    @property
    def is_idle(self) -> bool:
        """Whether the last that was said is idle."""
        return bool(self._idle)

    @property
    def wait_ms(self) -> int | None:
        """Milliseconds from the last look until the next; None: until asked to."""
        if self._idle and self._nobody_because:
            return None
        return self._wait_ms

    def look(self) -> list[Fact]:
        """Read the counter and say what has changed; the first look says what is."""
        idle_ms = self._read_idle_ms()
        if idle_ms is None:
            self._wait_ms = self._idle_after_ms
            return []
        was_idle, self._idle = self._idle, idle_ms >= self._idle_after_ms
        if self._idle:
            self._wait_ms = RETURN_CHECK_MS
            return [] if was_idle else [Idle(idle_ms)]
        self._wait_ms = self._idle_after_ms - idle_ms
        return [] if was_idle is False else [Active()]

    def nobody_can_be_there(self, because: str) -> None:
        """Stop looking out for a return until this and every other reason is gone."""
        self._nobody_because.add(because)

    def somebody_may_be_there(self, because: str) -> list[Fact]:
        """A reason is gone: look at once."""
        self._nobody_because.discard(because)
        return self.look()
