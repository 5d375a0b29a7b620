"""Whether usage runs high, and by what measure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from unplug.durations import for_people
from unplug.suggest import constants as c
from unplug.suggest.inputs import Usage, Usual, Wishes

_HOUR_MIN = 60
_DAY_MIN = 24 * _HOUR_MIN
_NAME_MOST = 24
_HUNDRED = 100


class Measure(Enum):
    """What says that usage is high; the first that does so is told."""

    LIMIT = "limit"
    DAY = "day"
    STRETCH = "stretch"
    WIND_DOWN = "wind-down"


@dataclass(frozen=True, slots=True)
class High:
    """One sign that usage is high, with a sentence from the true figures."""

    measure: Measure
    sentence: str


def signs(usage: Usage, wishes: Wishes, local: datetime) -> tuple[High, ...]:
    """All signs that usage is high now; none on a usual day.

    Args:
        usage: the figures.
        wishes: for the wind-down and the start of the day.
        local: now, in the user's zone.
    """
    found = [
        High(Measure.LIMIT, _limit_sentence(limit.name, limit.limit_ms))
        for limit in usage.limits
        if limit.used_ms > limit.limit_ms
    ]
    usual = usage.usual
    if usual is not None and z(usage.screen_ms, usual) >= c.Z_HIGH:
        now, by_now = for_people(usage.screen_ms), for_people(usual.median_ms)
        found.append(High(Measure.DAY, f"{now} today, usually {by_now}."))
    long_ms = usage.long_stretch_ms
    if long_ms is not None and usage.stretch_ms >= max(long_ms, c.STRETCH_LEAST_MS):
        found.append(High(Measure.STRETCH, f"{for_people(usage.stretch_ms)} at once."))
    if past_wind_down(wishes, local):
        at = wishes.wind_down_min or 0
        said = f"Past your wind-down, {at // _HOUR_MIN:02}:{at % _HOUR_MIN:02}."
        found.append(High(Measure.WIND_DOWN, said))
    return tuple(found)


def z(screen_ms: int, usual: Usual) -> float:
    """How far today is above the usual, in spreads; below zero: less than usual.

    The spread is the median absolute deviation, scaled to a standard deviation, plus a
    quarter of an hour, so that very regular days are not alarmed by minutes. With less
    than a week of such days it counts for less, with less than three not at all.
    """
    if usual.days < c.LEAST_DAYS:
        return 0.0
    spread = c.MAD_TO_SIGMA * usual.mad_ms + c.SPREAD_FLOOR_MS
    sure = usual.days / (usual.days + 7) if usual.days < c.SURE_DAYS else 1.0
    return sure * (screen_ms - usual.median_ms) / spread


def long_stretch_ms(stretches_ms: Sequence[int]) -> int | None:
    """The 85th percentile of own stretches at the screen; None for too few of them."""
    if len(stretches_ms) < c.STRETCHES_LEAST:
        return None
    ordered = sorted(stretches_ms)
    return ordered[(len(ordered) - 1) * c.STRETCH_PERCENTILE // _HUNDRED]


def past_wind_down(wishes: Wishes, local: datetime) -> bool:
    """Whether a local time is between the wind-down and the start of the next day."""
    if wishes.wind_down_min is None:
        return False
    since = (local.hour * _HOUR_MIN + local.minute - wishes.wind_down_min) % _DAY_MIN
    return since < (wishes.day_start_min - wishes.wind_down_min) % _DAY_MIN


def _limit_sentence(name: str, limit_ms: int) -> str:
    about = f" {name[:_NAME_MOST]}" if name else ""
    return f"Over your{about} limit, {for_people(limit_ms)}."
