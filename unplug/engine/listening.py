"""What a loop drives: something that sleeps until a descriptor or the clock speaks."""

from collections.abc import Sequence
from typing import Protocol


class Speaker(Protocol):
    """Something with a descriptor that becomes readable."""

    def fileno(self) -> int:
        """The descriptor to watch."""


class Listener(Protocol):
    """The running app as its loop sees it, whichever loop that is."""

    def sources(self) -> Sequence[Speaker]:
        """Whom to watch now; may change after any call below."""

    def ready(self, speaker: Speaker, /) -> None:
        """Hear somebody whose descriptor is readable."""

    def wake(self) -> None:
        """Do what is due: the deadline has passed."""

    def next_deadline_ms(self) -> int | None:
        """Milliseconds from now until ``wake`` is wanted; None: let it sleep."""
