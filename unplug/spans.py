"""Half-open stretches of time."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The stretch ``[start, end)``; both ends timezone-aware.

    Raises:
        ValueError: an end is naive, or ``end`` is not after ``start``.
    """

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start.tzinfo is None or self.end.tzinfo is None:
            msg = f"span ends must be timezone-aware: [{self.start}, {self.end})"
            raise ValueError(msg)
        # In UTC: inside one zone the ends would be compared by the local clock's hands.
        if self.end.astimezone(UTC) <= self.start.astimezone(UTC):
            msg = f"span must end after it starts: [{self.start}, {self.end})"
            raise ValueError(msg)

    @property
    def length(self) -> timedelta:
        """How long the span really lasts; always positive."""
        return self.end.astimezone(UTC) - self.start.astimezone(UTC)
