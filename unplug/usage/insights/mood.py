"""Mood beside screen time, and beside meetings: what goes together in one person.

A correlation between days of one person, freed of trend and weekend; whether more than
chance, a permutation of blocks of days says. It never says what causes what.
"""

from random import Random

from unplug.days import date_of
from unplug.usage.insights.inputs import Inputs
from unplug.usage.insights.resampling import goes_together
from unplug.usage.insights.values import (
    Action,
    Chart,
    Count,
    Day,
    Doing,
    Evidence,
    Insight,
    Kind,
    Length,
    Look,
    Mark,
    Picture,
)

LEAST_RATED = 21
MOST_RATED = 180
LEAST_EACH = 5
"""So many days with, and without, a meeting are needed."""
LEAST_R = 0.25
"""A weaker correlation is not worth a sentence."""


def mood_and_use(inputs: Inputs, rng: Random) -> Look | None:
    """Whether days with more screen time have a lower, or a better, mood."""
    screen_ms = {digest.day: digest.screen_ms for digest in inputs.digests}
    days = [day for day in _rated(inputs) if day in screen_ms]
    if len(days) < LEAST_RATED:
        return None
    moods = [(day, inputs.moods[day]) for day in days]
    r, p = goes_together([(day, screen_ms[day]) for day in days], moods, rng)
    if abs(r) < LEAST_R:
        return Look(p)
    rows = tuple(
        Evidence(Day(date_of(day)), Mark(mark), Length(screen_ms[day]))
        for day, mark in moods
    )
    return Look(
        p,
        Insight(
            kind=Kind.MOOD_USE,
            form="mood_use_lower" if r < 0 else "mood_use_better",
            values={"n": Count(len(days))},
            n=len(days),
            p=p,
            evidence=rows,
            picture=Picture(Chart.DOTS, rows),
            action=Action(Doing.PLAN_SESSION, "plan_any")
            if r < 0
            else Action(Doing.NOTE_MOOD, "note_mood"),
        ),
    )


def mood_and_meetings(inputs: Inputs, rng: Random) -> Look | None:
    """Whether days on which people were met have a better, or a lower, mood."""
    days = _rated(inputs)
    met_on = {seen.day for seen in inputs.seen}
    met = sum(day in met_on for day in days)
    if len(days) < LEAST_RATED or not LEAST_EACH <= met <= len(days) - LEAST_EACH:
        return None
    moods = [(day, inputs.moods[day]) for day in days]
    r, p = goes_together([(day, float(day in met_on)) for day in days], moods, rng)
    if abs(r) < LEAST_R:
        return Look(p)
    rows = tuple(
        Evidence(Day(date_of(day)), Mark(mark), Count(day in met_on))
        for day, mark in moods
    )
    means = [
        sum(mark for day, mark in moods if (day in met_on) is with_people)
        / (met if with_people else len(days) - met)
        for with_people in (True, False)
    ]
    return Look(
        p,
        Insight(
            kind=Kind.MOOD_MEETINGS,
            form="mood_meetings_better" if r > 0 else "mood_meetings_lower",
            values={
                "n": Count(len(days)),
                "met": Count(met),
                "with": Mark(means[0]),
                "without": Mark(means[1]),
            },
            n=len(days),
            p=p,
            evidence=rows,
            picture=Picture(Chart.DOTS, rows),
            action=Action(Doing.SEE_PEOPLE, "see_people"),
        ),
    )


def _rated(inputs: Inputs) -> list[int]:
    """The days with a mood note, the latest that count, in order."""
    return sorted(day for day in inputs.moods if day < inputs.until)[-MOST_RATED:]
