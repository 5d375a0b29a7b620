"""The quiet corner as windows and the command line show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from unplug.engine.suggestions.known_people import KnownPeople
from unplug.engine.suggestions.suggested import Reach
from unplug.store.people.reading import PeopleReader
from unplug.suggest import quiet_corner
from unplug.suggest.constants import LOW_WITHIN

LOOKS_BACK = LOW_WITHIN
"""Low mood that was marked longer ago does not count."""


@dataclass(frozen=True, slots=True)
class CornerPerson:
    """Somebody who was chosen beforehand."""

    uid: str
    name: str
    reach: Reach


@dataclass(frozen=True, slots=True)
class CornerNow:
    """What the quiet corner shows.

    Attributes:
        words: above the people, or what stands there while nobody was chosen.
        people: those chosen beforehand, in the user's order.
        professional: where help of a professional can be found.
        sites: directories of lines that listen.
        in_danger: what to do first.
    """

    words: str
    people: tuple[CornerPerson, ...]
    professional: str
    sites: tuple[str, ...]
    in_danger: str


def corner_now(reader: PeopleReader | None, now: datetime, zone: ZoneInfo) -> CornerNow:
    """What the quiet corner shows.

    Args:
        reader: what is known of people; None while nothing is.
        now: in UTC.
        zone: the user's.
    """
    shown: tuple[CornerPerson, ...] = ()
    if reader is not None:
        people = KnownPeople(reader)
        known = [each for each in reader.known() if each.corner]
        chosen = [each.uid for each in sorted(known, key=lambda each: each.corner)]
        found = quiet_corner.corner(people.people(now, zone), chosen)
        shown = tuple(
            CornerPerson(each.uid, each.name, people.reach(each.uid))
            for each in found.people
        )
    return CornerNow(
        words=quiet_corner.WORDS if shown else quiet_corner.NO_PEOPLE,
        people=shown,
        professional=quiet_corner.PROFESSIONAL,
        sites=tuple(each.site for each in quiet_corner.directories()),
        in_danger=quiet_corner.IN_DANGER,
    )


def opens(low_at: Iterable[datetime], now: datetime) -> bool:
    """Whether it opens by itself: low mood was marked three times within a month.

    Args:
        low_at: when low mood was marked, in UTC.
        now: in UTC.
    """
    moods = [quiet_corner.Mood(at, low=True) for at in low_at]
    return quiet_corner.opens(moods, now)
