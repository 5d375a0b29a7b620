"""Which days and hours suit the user, learnt from the plans that came of suggestions.

Nobody is asked for a timetable: an evening on which plans are never made, such as that
of the choir, counts for less after a few tries.
"""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from unplug.suggest import constants as c
from unplug.suggest.asking import Answer
from unplug.suggest.inputs import Asked

_SAYS_OF_SLOT = {Answer.PLANNED, Answer.NOT_NOW, Answer.IGNORED}
_NOON, _EVENING = 12, 17


class Habits:
    """How suggested times were taken up so far.

    Args:
        past: the suggestions made.
        zone: the user's.
    """

    def __init__(self, past: Iterable[Asked], zone: ZoneInfo) -> None:
        self._zone = zone
        self._shown: dict[tuple[int, str], int] = {}
        self._taken: dict[tuple[int, str], int] = {}
        for asked in past:
            if asked.slot_start is not None and asked.answer in _SAYS_OF_SLOT:
                key = self._key(asked.slot_start)
                self._shown[key] = self._shown.get(key, 0) + 1
                planned = asked.answer is Answer.PLANNED
                self._taken[key] = self._taken.get(key, 0) + planned
        shown, taken = sum(self._shown.values()), sum(self._taken.values())
        self._overall = (taken + 1) / (shown + 2)

    def suit(self, start: datetime) -> float:
        """How well a time suited, compared with any: 0.3 to 1; 1 while unknown."""
        key = self._key(start)
        shown, taken = self._shown.get(key, 0), self._taken.get(key, 0)
        weight = c.HABIT_PRIOR
        rate = (taken + weight * self._overall) / (shown + weight)
        return min(max(rate / self._overall, c.HABIT_LEAST), 1.0)

    def _key(self, start: datetime) -> tuple[int, str]:
        local = start.astimezone(self._zone)
        return local.weekday(), part_of_day(local)


def part_of_day(local: datetime) -> str:
    """Morning, afternoon or evening."""
    if local.hour < _NOON:
        return "morning"
    return "afternoon" if local.hour < _EVENING else "evening"
