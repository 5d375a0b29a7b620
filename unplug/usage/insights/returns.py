"""The first app after coming back to the screen."""

from collections import Counter
from random import Random

from unplug.usage.insights.chances import binomial_tail
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
    Picture,
)

DAYS = 28
LEAST_RETURNS = 21
LEAST_SHARE = 0.4
LEAST_LIFT = 1.5
_SHOWN = 6


def first_app(inputs: Inputs, rng: Random) -> Look | None:  # noqa: ARG001  (exact)
    """The app that is opened first far more often than it is opened otherwise."""
    firsts: Counter[str] = Counter()
    visits: Counter[str] = Counter()
    for digest in inputs.last(DAYS):
        firsts.update(digest.firsts)
        visits.update(digest.followed)
    of, all_visits = firsts.total(), visits.total()
    if of < LEAST_RETURNS or not all_visits:
        return None
    app, n = max(firsts.items(), key=lambda item: (item[1], item[0]))
    # An app that is hardly opened otherwise is given one visit, so that chance has one.
    usual = max(visits[app], 1) / all_visits
    p = min(1.0, len(firsts) * binomial_tail(n, of, usual))
    if n / of < max(LEAST_SHARE, LEAST_LIFT * usual):
        return Look(p)
    rows = tuple(
        Evidence(App(each), Count(count)) for each, count in firsts.most_common(_SHOWN)
    )
    return Look(
        p,
        Insight(
            kind=Kind.FIRST_APP,
            form="first_app",
            values={"app": App(app), "n": Count(n), "of": Count(of)},
            n=of,
            p=p,
            evidence=rows,
            picture=Picture(Chart.BARS, rows, (0,)),
            action=Action(Doing.SEE_PEOPLE, "see_people"),
        ),
    )
