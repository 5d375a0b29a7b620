"""What to do: a small step that fits the time, the season and the two people."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from unplug.suggest.data import load
from unplug.suggest.dice import draw, pick
from unplug.suggest.habits import part_of_day
from unplug.suggest.inputs import Inputs, Person, Season, Weather
from unplug.suggest.slots import Slot, Way

_MINUTE = timedelta(minutes=1)
_INTEREST_WEIGHT = 4.0
_MONTHS_IN_SEASON = 3
_YEAR_MONTHS = 12
_HALF_YEAR_MONTHS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """Something to do with somebody.

    Attributes:
        key: names it for good, also in translations.
        text: what it is, as in "how about …?".
        way: for a meeting or a call.
        least_min: it needs so many minutes.
        seasons: when it is good.
        parts: of the day: morning, afternoon, evening.
        weather_proof: whether rain does it no harm.
        cost: 0 (nothing) to 3.
        group: for how many people besides the user, least and most, 1 to 5.
        interests: words that make it likelier.
    """

    key: str
    text: str
    way: Way = Way.MEET
    least_min: int
    seasons: frozenset[Season]
    parts: frozenset[str]
    weather_proof: bool
    cost: int
    group: tuple[int, int]
    interests: frozenset[str]


@dataclass(frozen=True, slots=True)
class Step:
    """A small first step, when it would begin and end, and with whom.

    Attributes:
        activity: what to do.
        topics: what the user last talked about with them, to go on from.
    """

    activity: Activity
    slot: Slot
    topics: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def activities() -> tuple[Activity, ...]:
    """All activities that come with unplug, in the order of their file."""
    return tuple(
        Activity(
            key=told["key"],
            text=told["text"],
            way=Way(told.get("way", "meet")),
            least_min=told["least_min"],
            seasons=frozenset(map(Season, told.get("seasons", list(Season)))),
            parts=frozenset(told.get("parts", ["morning", "afternoon", "evening"])),
            weather_proof=told["weather_proof"],
            cost=told["cost"],
            group=(told["group"][0], told["group"][1]),
            interests=frozenset(told.get("interests", ())),
        )
        for told in load("activities")["activity"]
    )


def activity_named(key: str) -> Activity:
    """An activity by its key; a plain one for a key that is not known any more."""
    for each in activities():
        if each.key == key:
            return each
    return Activity(
        key=key,
        text="time together",
        least_min=0,
        seasons=frozenset(Season),
        parts=frozenset(),
        weather_proof=True,
        cost=0,
        group=(1, 5),
        interests=frozenset(),
    )


def fitting(inputs: Inputs, slot: Slot, *, others: int = 1) -> list[Activity]:
    """The activities that fit a slot, with so many people besides the user.

    An unknown season leaves out what is for some seasons; unknown weather is fair.
    """
    moment = inputs.moment
    length_min = (slot.end - slot.start) // _MINUTE
    part = part_of_day(slot.start.astimezone(moment.zone))
    return [
        each
        for each in activities()
        if each.way is slot.way
        and each.least_min <= length_min
        and part in each.parts
        and each.cost <= inputs.wishes.cost_most
        and each.group[0] <= others <= each.group[1]
        and _season_fits(each, moment.season)
        and (each.weather_proof or moment.weather is not Weather.FOUL)
    ]


def step(inputs: Inputs, person: Person, slot: Slot) -> Step | None:
    """The step to suggest: any that fits, rather one the two have in common.

    Returns:
        None where nothing fits, such as in a slot of a few minutes.
    """
    fits = fitting(inputs, slot)
    if not fits:
        return None
    shared = {word.casefold() for word in person.interests}
    weights = [_INTEREST_WEIGHT if each.interests & shared else 1.0 for each in fits]
    drawn = draw(inputs.seed, "what", person.uid, slot.start.isoformat())
    return Step(fits[pick(weights, drawn)], slot, person.topics)


def season_of(day: date, *, southern: bool = False) -> Season:
    """The season by whole months, as weather services count them."""
    month = day.month + (_HALF_YEAR_MONTHS if southern else 0)
    order = (Season.WINTER, Season.SPRING, Season.SUMMER, Season.AUTUMN)
    return order[month % _YEAR_MONTHS // _MONTHS_IN_SEASON]


def _season_fits(activity: Activity, season: Season | None) -> bool:
    if season is None:
        return len(activity.seasons) == len(Season)
    return season in activity.seasons
