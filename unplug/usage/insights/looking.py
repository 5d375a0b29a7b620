"""Looking for patterns of every kind, and choosing the few that are told."""

from collections.abc import Callable
from random import Random

from unplug.usage.insights.ai import ai_and_people
from unplug.usage.insights.chances import not_by_chance
from unplug.usage.insights.company import circles
from unplug.usage.insights.evenings import late
from unplug.usage.insights.fragments import fragmentation
from unplug.usage.insights.inputs import DAYS_A_WEEK, Inputs
from unplug.usage.insights.mood import mood_and_meetings, mood_and_use
from unplug.usage.insights.returns import first_app
from unplug.usage.insights.scroll import scroll
from unplug.usage.insights.sessions import sessions
from unplug.usage.insights.triggers import trigger
from unplug.usage.insights.values import Insight, Kind, Look
from unplug.usage.insights.weeks import week

A_WEEK = 3
FALSE_SHARE = 0.05
"""Of what is told at once; of all that is ever told it stays below a tenth."""

Detector = Callable[[Inputs, Random], Look | None]
DETECTORS: dict[Kind, Detector] = {
    Kind.SCROLL: scroll,
    Kind.MOOD_MEETINGS: mood_and_meetings,
    Kind.SESSIONS: sessions,
    Kind.CIRCLES: circles,
    Kind.TRIGGER: trigger,
    Kind.MOOD_USE: mood_and_use,
    Kind.LATE: late,
    Kind.WEEK: week,
    Kind.AI: ai_and_people,
    Kind.FRAGMENTS: fragmentation,
    Kind.FIRST_APP: first_app,
}
"""In the order in which they are told: what one can act on with people comes first."""


def found(inputs: Inputs, rng: Random) -> tuple[Insight, ...]:
    """All patterns that are there, in the order in which they are told.

    With many looks something always seems to stand out; so of those that were tried
    at once only as many stay as can hardly all be chance (Benjamini and Hochberg).

    Args:
        inputs: what is known.
        rng: a seeded generator; the same seed and inputs find the same.
    """
    seeds = {kind: rng.getrandbits(64) for kind in Kind}
    looks: list[Look] = []
    for kind, detector in DETECTORS.items():
        look = detector(inputs, Random(seeds[kind]))  # noqa: S311  (chance, no secret)
        if look is not None:
            looks.append(look)
    stay = not_by_chance([look.p for look in looks], FALSE_SHARE)
    return tuple(
        look.insight
        for look, stays in zip(looks, stay, strict=True)
        if stays and look.insight is not None
    )


def look(inputs: Inputs, rng: Random) -> tuple[Insight, ...]:
    """The insights of this week: at most three, none where there is no pattern.

    Where more are there, weeks take turns.

    Args:
        inputs: what is known, up to the start of this week.
        rng: a seeded generator.
    """
    all_ = found(inputs, rng)
    if len(all_) <= A_WEEK:
        return all_
    start = inputs.until // DAYS_A_WEEK * A_WEEK % len(all_)
    return (all_[start:] + all_[:start])[:A_WEEK]
