"""What is remembered of a session: how it went, and by how long. No streaks."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How it went, in the words of the history."""

    KEPT = "kept"
    MOVED = "moved"  # kept, later than planned
    ENDED_EARLY = "ended early"
    KEPT_AWAY = "kept away"  # nobody was at the screen
    NATURAL = "natural break"  # an absence that came before it was due
    SKIPPED = "skipped"
    GAVE_WAY = "gave way"  # what it waited for outlasted it
    LET_PASS = "let pass"  # offered on return and not taken  # noqa: S105
    UNSEEN = "unseen"  # unplug did not run, or the clock was set past it


@dataclass(frozen=True, slots=True)
class Part:
    """A plan's occurrence that a session stood for."""

    plan: str
    nominal: str


@dataclass(frozen=True, slots=True)
class Record:
    """How one session went; the same id replaces what was said before.

    Attributes:
        id: the session.
        outcome: how it went.
        parts: the occurrences it stood for; empty for a one-off session.
        start_ms: when it was planned to start, wall clock, UTC.
        began_ms: when it began; None when it never did.
        meant_ms: how long it was meant to last.
        kept_ms: how long the screen was really left alone (boot clock).
        moved_ms: how much later than planned it began.
        why: what it waited for, or the reason that the person gave.
        title: the plan's name.
        person: the contact it was spent with, by uid.
    """

    id: str
    outcome: Outcome
    parts: tuple[Part, ...]
    start_ms: int
    meant_ms: int
    began_ms: int | None = None
    kept_ms: int = 0
    moved_ms: int = 0
    why: str = ""
    title: str = ""
    person: str | None = None
