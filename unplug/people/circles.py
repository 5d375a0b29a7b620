"""Circles of people, and how often one wants to meet those in each."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Cadence:
    """How long after a meeting the next one is wanted.

    Attributes:
        ideal: after which it would be good to meet again.
        longest: after which it has been too long.

    Raises:
        ValueError: a time is shorter than a day, or ``longest`` is below ``ideal``.
    """

    ideal: timedelta
    longest: timedelta

    def __post_init__(self) -> None:
        if not timedelta(days=1) <= self.ideal <= self.longest:
            msg = f"a cadence needs 1 day <= ideal <= longest: {self}"
            raise ValueError(msg)

    @classmethod
    def of_days(cls, ideal: int, longest: int) -> "Cadence":
        """The cadence with these numbers of days."""
        return cls(timedelta(days=ideal), timedelta(days=longest))


@dataclass(frozen=True, slots=True)
class Circle:
    """Some people who are about equally near, and their usual cadence.

    Raises:
        ValueError: it has no name.
    """

    name: str
    cadence: Cadence

    def __post_init__(self) -> None:
        if not self.name.strip():
            msg = "a circle needs a name"
            raise ValueError(msg)


CLOSE = Circle("close", Cadence.of_days(14, 30))
FRIENDS = Circle("friends", Cadence.of_days(30, 60))
WIDER = Circle("wider", Cadence.of_days(90, 180))
DORMANT = Circle("dormant", Cadence.of_days(180, 365))
WORK = Circle("work", Cadence.of_days(90, 180))
CIRCLES = (CLOSE, FRIENDS, WIDER, DORMANT, WORK)
