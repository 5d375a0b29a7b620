"""What insights are drawn from: frozen values that the engine fills in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from unplug.usage.digest import Digest

DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Seen:
    """A meeting in person.

    Attributes:
        day: the local day's number.
        who: the uids of those who were there.
    """

    day: int
    who: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Free:
    """A time of the week at which somebody is usually free.

    Attributes:
        weekday: 0 for Monday.
        from_min: minutes after local midnight.
        to_min: the same, at most 24 hours.
    """

    weekday: int
    from_min: int
    to_min: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Somebody whom the user wants to see now and then.

    Attributes:
        uid: who.
        name: what to call them.
        close: whether they are of the closest circle.
        cadence_d: how many days after a meeting the next one is wanted.
        free: when they are usually free, in the user's zone.
    """

    uid: str
    name: str
    close: bool = False
    cadence_d: int = 30
    free: tuple[Free, ...] = ()


@dataclass(frozen=True, slots=True)
class Unplugged:
    """A device-free session that was kept.

    Attributes:
        day: the local day's number.
        end_hour: the hour of the local clock in which it ended.
        felt: how it felt, 1 to 5; None where that was not said.
    """

    day: int
    end_hour: int
    felt: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """All that insights are drawn from.

    Attributes:
        until: the first day, by number, that does not count: where this week starts,
            so that a week's insights stay the same all week.
        day_start_hour: the hour at which a day starts.
        digests: the days that have one, by day.
        ai_ms: screen time with AI chats and companions by day.
        scroll_ms: screen time with feeds, videos and games by day and hour.
        moods: the mean mark of each day that has one.
        seen: meetings in person.
        people: those whom the user wants to see.
        unplugged: the sessions that were kept.
    """

    until: int
    day_start_hour: int = 4
    digests: tuple[Digest, ...] = ()
    ai_ms: Mapping[int, int] = field(default_factory=dict)
    scroll_ms: Mapping[tuple[int, int], int] = field(default_factory=dict)
    moods: Mapping[int, float] = field(default_factory=dict)
    seen: tuple[Seen, ...] = ()
    people: tuple[Known, ...] = ()
    unplugged: tuple[Unplugged, ...] = ()

    def last(self, days: int, *, before: int = 0) -> tuple[Digest, ...]:
        """The digests of the last so many days, by day.

        Args:
            days: how many days long the range is.
            before: how many days before ``until`` it ends.
        """
        end = self.until - before
        return tuple(d for d in self.digests if end - days <= d.day < end)

    def hours_from(self, hour: int) -> Iterator[int]:
        """The hours of the local clock from one on to the day's end."""
        first = (hour - self.day_start_hour) % 24
        return ((self.day_start_hour + step) % 24 for step in range(first, 24))


def weekday_of(day: int) -> int:
    """The weekday of a day's number, 0 for Monday; 1970 began on a Thursday."""
    return (day + 3) % DAYS_A_WEEK


def is_weekend(day: int) -> bool:
    """Whether a day is a Saturday or a Sunday."""
    return weekday_of(day) >= 5  # noqa: PLR2004  (Saturday)
