"""The quiet corner: people chosen beforehand, and where a professional can be found.

It opens when somebody marked low mood three times within a month, or by their own hand.
It judges nothing and names no condition; it shows what is there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from unplug.suggest import constants as c
from unplug.suggest.data import load
from unplug.suggest.inputs import KeptOut, Person

WORDS = "These are the people you chose for days like this."
NO_PEOPLE = "You have chosen nobody for days like this yet; you can at any time."
IN_DANGER = "If you may be in danger now, call the emergency number where you are."
PROFESSIONAL = (
    "A doctor can say who helps near you. These sites know the lines that listen, by"
    " telephone or in writing, in each country."
)


@dataclass(frozen=True, slots=True)
class Mood:
    """How somebody said they felt, at an instant in UTC."""

    at: datetime
    low: bool


@dataclass(frozen=True, slots=True)
class Directory:
    """A site that knows the lines of many countries."""

    name: str
    site: str


@dataclass(frozen=True, slots=True)
class Corner:
    """What the quiet corner shows.

    Attributes:
        people: those chosen beforehand, in the user's order.
        directories: where lines that listen can be found, in every country. No
            telephone numbers come with unplug: they change, and a wrong one is worse
            than none.
    """

    people: tuple[Person, ...]
    directories: tuple[Directory, ...]


def opens(moods: Iterable[Mood], now: datetime) -> bool:
    """Whether low mood was marked three times within the last 30 days."""
    since = now - c.LOW_WITHIN
    return sum(mood.low and since < mood.at <= now for mood in moods) >= c.LOW_MARKS


def corner(people: Iterable[Person], chosen: Sequence[str]) -> Corner:
    """What to show.

    Args:
        people: all that are known.
        chosen: uids of those chosen beforehand. They are shown even if they are never
            suggested, since here it is the user who asks; nobody who died or is
            blocked is shown.
    """
    by_uid = {person.uid: person for person in people}
    shown = [by_uid[uid] for uid in dict.fromkeys(chosen) if uid in by_uid]
    return Corner(
        tuple(person for person in shown if _can_be_called(person)),
        directories(),
    )


@lru_cache(maxsize=1)
def directories() -> tuple[Directory, ...]:
    """Where more lines can be found."""
    return tuple(Directory(**told) for told in load("help")["directory"])


def _can_be_called(person: Person) -> bool:
    return not person.kept_out - {KeptOut.NEVER}
