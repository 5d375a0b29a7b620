"""When the user and somebody could really meet or call within the next 72 hours."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from unplug.suggest import constants as c
from unplug.suggest.inputs import Moment, Person, Wishes
from unplug.suggest.weekly import (
    WEEKEND,
    WORKDAYS,
    Stretch,
    Weekly,
    common,
    minute_of,
    stretches,
    without,
)

LIKELY_FREE = (Weekly(WORKDAYS, 18 * 60, 21 * 60), Weekly(WEEKEND, 10 * 60, 20 * 60))
"""When people are taken to be free until they say."""


class Way(Enum):
    """How the two would see or hear each other."""

    MEET = "meet"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class Slot:
    """A time that suits both, as far as that is known.

    Attributes:
        start: in UTC.
        end: in UTC, exclusive.
        way: whether they meet or call.
        theirs_known: the person's usual free times are known.
        own_known: the user's are.
    """

    start: datetime
    end: datetime
    way: Way
    theirs_known: bool
    own_known: bool


class Finder:
    """Finds slots with one person after the other, for one user at one moment.

    Args:
        moment: now, and where the user is.
        wishes: own free times and notice.
        taken: what else the user has to do, ``[start, end)`` in UTC.
    """

    def __init__(
        self,
        moment: Moment,
        wishes: Wishes,
        taken: tuple[tuple[datetime, datetime], ...] = (),
    ) -> None:
        self._zone = moment.zone
        self._own_known = bool(wishes.free)
        self._now = minute_of(moment.now)
        self._horizon = self._now + int(c.HORIZON / timedelta(minutes=1))
        self._notice = {
            Way.MEET: wishes.meet_notice_min,
            Way.CALL: wishes.call_notice_min,
        }
        own = self._stretches(wishes.free or LIKELY_FREE, moment.zone)
        busy = sorted((minute_of(a), minute_of(b) + 1) for a, b in taken)
        self._own = without(own, busy)

    def slots(self, person: Person) -> list[Slot]:
        """Times that suit both, the earliest first: to meet, else to call."""
        theirs = self._stretches(person.free or LIKELY_FREE, person.zone or self._zone)
        found: list[Slot] = []
        if can_meet(person):
            found = self._fitting(person, Way.MEET, theirs)
        return found or self._fitting(person, Way.CALL, theirs)

    def _fitting(self, person: Person, way: Way, theirs: list[Stretch]) -> list[Slot]:
        meet = way is Way.MEET
        travel = (person.travel_min or 0) if meet else 0
        least = c.MEET_LEAST_MIN if meet else c.CALL_LEAST_MIN
        most = c.MEET_MOST_MIN if meet else c.CALL_MOST_MIN
        earliest = self._now + self._notice[way]
        own = [(a + travel, b - travel) for a, b in self._own]
        found = []
        for start, end in common(own, theirs):
            begin = _rounded_up(max(start, earliest + travel))
            if end - begin >= least and begin < self._horizon:
                finish = min(begin + most, end)
                found.append(self._slot(person, way, begin, finish))
        return found

    def _slot(self, person: Person, way: Way, start_min: int, end_min: int) -> Slot:
        return Slot(
            datetime.fromtimestamp(start_min * 60, UTC),
            datetime.fromtimestamp(end_min * 60, UTC),
            way,
            theirs_known=bool(person.free),
            own_known=self._own_known,
        )

    def _stretches(self, free: tuple[Weekly, ...], zone: ZoneInfo) -> list[Stretch]:
        last = self._horizon + c.MEET_MOST_MIN
        return stretches(free, zone, self._now, last)


def can_meet(person: Person) -> bool:
    """Whether one can get there and back on an ordinary day."""
    return person.near and (person.travel_min or 0) <= c.TRAVEL_MOST_MIN


def _rounded_up(minute: int) -> int:
    return -(-minute // c.ROUND_MIN) * c.ROUND_MIN
