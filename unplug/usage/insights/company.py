"""Circles and rotation: whether it is always the same few who are seen."""

from collections import Counter
from random import Random

from unplug.usage.insights.chances import binomial_tail
from unplug.usage.insights.inputs import Inputs, Known
from unplug.usage.insights.values import (
    Action,
    Chart,
    Count,
    Doing,
    Evidence,
    Insight,
    Kind,
    Look,
    Name,
    Picture,
    Value,
)

DAYS = 90
LEAST_MEETINGS = 8
LEAST_PEOPLE = 4
LEAST_SHARE = 0.5
_SHOWN = 8


def circles(inputs: Inputs, rng: Random) -> Look | None:  # noqa: ARG001  (exact)
    """Whether one person is in most of the meetings while others wait.

    Chance would have everybody as often as their cadence asks for.
    """
    people = {known.uid: known for known in inputs.people}
    met = Counter(
        uid
        for seen in inputs.seen
        if inputs.until - DAYS <= seen.day < inputs.until
        for uid in set(seen.who)
        if uid in people
    )
    of = met.total()
    if of < LEAST_MEETINGS or len(people) < LEAST_PEOPLE:
        return None
    uid, n = max(met.items(), key=lambda item: (item[1], item[0]))
    wanted = {known.uid: 1 / known.cadence_d for known in inputs.people}
    chance = wanted[uid] / sum(wanted.values())
    p = min(1.0, len(people) * binomial_tail(n, of, chance))
    waiting = [known for known in inputs.people if _waits(known, inputs)]
    if n / of < LEAST_SHARE or not waiting:
        return Look(p)
    order = sorted(inputs.people, key=lambda known: (-met[known.uid], known.name))
    rows = tuple(
        Evidence(Name(known.name), Count(met[known.uid])) for known in order[:_SHOWN]
    )
    longest = max(waiting, key=lambda known: _since(known, inputs) / known.cadence_d)
    values: dict[str, Value] = {
        "name": Name(people[uid].name),
        "n": Count(n),
        "of": Count(of),
        "others": Count(len(waiting)),
    }
    action = {"who": Name(longest.name), "uid": Name(longest.uid)}
    return Look(
        p,
        Insight(
            kind=Kind.CIRCLES,
            form="circles",
            values=values,
            n=of,
            p=p,
            evidence=rows,
            picture=Picture(Chart.BARS, rows, (0,)),
            action=Action(Doing.MEET, "meet", action),
        ),
    )


def _waits(known: Known, inputs: Inputs) -> bool:
    return _since(known, inputs) > known.cadence_d


def _since(known: Known, inputs: Inputs) -> int:
    """Days since somebody was met, as far as it is known."""
    days = [s.day for s in inputs.seen if known.uid in s.who and s.day < inputs.until]
    first = min((s.day for s in inputs.seen), default=inputs.until)
    return inputs.until - max(days, default=first)
