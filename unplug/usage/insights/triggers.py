"""Triggers: after which app a long stretch in another follows more often than usual.

Every visit to an app that another visit follows at once is a try; it counts where the
next visit is a long one, to a certain app. Tries are held against all other visits that
could have led there. Lift is shrunk towards 1 as if some average tries came on top.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from unplug.usage.insights.chances import fisher_tail, not_by_chance, simes
from unplug.usage.insights.inputs import Inputs
from unplug.usage.insights.values import (
    Action,
    App,
    Chart,
    Count,
    Doing,
    Evidence,
    Insight,
    Kind,
    Look,
    Number,
    Picture,
)

DAYS = 90
LEAST_EVENTS = 8
LEAST_LIFT = 1.5
FALSE_SHARE = 0.1
PRIOR_TRIES = 10
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Trigger:
    """How often one app led to a long stretch in another.

    Attributes:
        app: the app before.
        then: the app of the long stretch.
        k: how often it led there.
        tries: visits to the app before that another visit followed at once.
        others_k: how often other apps led there.
        others: their visits.
    """

    app: str
    then: str
    k: int
    tries: int
    others_k: int
    others: int

    @property
    def lift(self) -> float:
        """How many times as often as usual, shrunk towards 1."""
        usual = (self.k + self.others_k) / (self.tries + self.others)
        shrunk = (self.k + PRIOR_TRIES * usual) / (self.tries + PRIOR_TRIES)
        return shrunk / usual if usual else 1.0

    @property
    def p(self) -> float:
        """How often chance alone would lead there as often (Fisher, one-sided)."""
        column, total = self.k + self.others_k, self.tries + self.others
        return fisher_tail(self.k, self.tries, column, total)


def trigger(inputs: Inputs, rng: Random) -> Look | None:  # noqa: ARG001  (exact)
    """The trigger that stands out most."""
    pairs = list(_pairs(inputs))
    tried = sum(pair.k + pair.others_k >= LEAST_EVENTS for pair in pairs)
    if not tried:
        return None
    large = [
        pair for pair in pairs if pair.k >= LEAST_EVENTS and pair.lift >= LEAST_LIFT
    ]
    chances = [pair.p for pair in large]
    stay = not_by_chance(chances, FALSE_SHARE, tried)
    p = simes(chances, tried)
    clear = [pair for pair, stays in zip(large, stay, strict=True) if stays]
    if not clear:
        return Look(p)
    return Look(p, _insight(max(clear, key=_by_lift), p, pairs))


def _by_lift(pair: Trigger) -> tuple[float, int, str, str]:
    return pair.lift, pair.k, pair.app, pair.then


def _pairs(inputs: Inputs) -> Iterator[Trigger]:
    """Every pair of apps of which the one is followed often enough."""
    followed: Counter[str] = Counter()
    led_to: Counter[tuple[str, str]] = Counter()
    for digest in inputs.last(DAYS):
        followed.update(digest.followed)
        led_to.update(digest.led_to)
    total = followed.total()
    reached: Counter[str] = Counter()
    for (_, then), k in led_to.items():
        reached[then] += k
    for then, all_k in sorted(reached.items()):
        # A visit to the app itself cannot be followed by another of it.
        could = total - followed[then]
        for app, tries in sorted(followed.items()):
            if app == then or tries < LEAST_EVENTS:
                continue
            k = led_to[app, then]
            yield Trigger(app, then, k, tries, all_k - k, could - tries)


def _insight(found: Trigger, p: float, pairs: list[Trigger]) -> Insight:
    same = sorted(
        (pair for pair in pairs if pair.then == found.then), key=_by_lift, reverse=True
    )[:_SHOWN]
    rows = tuple(
        Evidence(App(pair.app), Count(pair.k), Count(pair.tries)) for pair in same
    )
    return Insight(
        kind=Kind.TRIGGER,
        form="trigger",
        values={
            "app": App(found.app),
            "then": App(found.then),
            "times": Number(found.lift),
            "n": Count(found.k),
            "of": Count(found.tries),
        },
        n=found.tries,
        p=p,
        evidence=rows,
        picture=Picture(Chart.PAIRS, rows, (same.index(found),)),
        action=Action(Doing.PLAN_SESSION, "plan_any"),
    )
