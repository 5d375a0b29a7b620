"""Made-up lives for the insights: with one pattern planted, with a trend, with none.

Days have a weekend, scatter, and resemble the day before (an AR(1) of 0.3), as real
ones do. Where nothing is planted, everything is drawn without regard to anything else.
"""

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import pairwise
from random import Random

from unplug.usage.digest import Digest
from unplug.usage.insights.inputs import (
    Free,
    Inputs,
    Known,
    Seen,
    Unplugged,
    is_weekend,
    weekday_of,
)
from unplug.usage.insights.values import Kind

UNTIL = 20_780  # a Monday
DAYS = 120
HOUR, MIN = 3_600_000, 60_000
APPS = [f"app-{n}" for n in range(12)]
AWAKE = [*range(7, 24), 0]


@dataclass
class Life:
    """What a life is made from, day by day; a planted pattern changes it."""

    rng: Random
    days: int = DAYS
    ai: dict[int, int] = field(default_factory=dict)
    scroll: dict[tuple[int, int], int] = field(default_factory=dict)
    moods: dict[int, float] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)
    sessions: list[Unplugged] = field(default_factory=list)

    @property
    def span(self) -> range:
        return range(UNTIL - self.days, UNTIL)


def people(rng: Random) -> tuple[Known, ...]:
    cadences = (14, 14, 30, 30, 30, 90)
    return tuple(
        Known(
            uid=f"u{n}",
            name=f"Person {n}",
            close=n < 2,
            cadence_d=cadence,
            free=(Free(rng.randrange(7), 18 * 60, 22 * 60),),
        )
        for n, cadence in enumerate(cadences)
    )


def noise(rng: Random, days: range) -> dict[int, float]:
    """Standard scatter in which each day resembles the one before."""
    values, last = {}, 0.0
    for day in days:
        last = 0.3 * last + rng.gauss(0, (1 - 0.09) ** 0.5)
        values[day] = last
    return values


def life(seed: int, planted: Kind | None = None, *, trend: bool = False) -> Inputs:
    """A life of four months up to a Monday.

    Args:
        seed: which one.
        planted: the one pattern that is in it; None for none.
        trend: whether screen time and mood, each for itself, drift over the months.
    """
    rng = Random(f"{seed} {planted} {trend}")
    made = Life(rng)
    who = people(rng)
    hours = _hours(made, planted, trend=trend)
    _meetings(made, who, planted)
    _moods(made, hours, planted, trend=trend)
    _ai(made, planted)
    _scroll(made, planted)
    _sessions(made, hours, planted)
    digests = tuple(_digest(made, day, hours[day], planted) for day in made.span)
    return Inputs(
        until=UNTIL,
        digests=digests,
        ai_ms=made.ai,
        scroll_ms=made.scroll,
        moods=made.moods,
        seen=tuple(made.seen),
        people=who,
        unplugged=tuple(made.sessions),
    )


def _hours(made: Life, planted: Kind | None, *, trend: bool) -> dict[int, list[int]]:
    rng, scatter = made.rng, noise(made.rng, made.span)
    late_chance = 0.15
    found = {}
    for day in made.span:
        total = (4.0 if is_weekend(day) else 5.5) * (1 + 0.2 * scatter[day])
        if trend:
            total *= 1 + 0.4 * (day - UNTIL + made.days) / made.days
        if planted is Kind.WEEK and day >= UNTIL - 7:
            total *= 0.35
        total = max(total, 0.3)
        weights = [rng.random() for _ in AWAKE]
        weights[-2:] = [0.0, 0.0]
        hours = [0] * 24
        for hour, weight in zip(AWAKE, weights, strict=True):
            hours[hour] = min(int(total * HOUR * weight / sum(weights)), HOUR)
        recent = planted is Kind.LATE and day >= UNTIL - 28
        if rng.random() < (0.7 if recent else late_chance):
            hours[23], hours[0] = rng.randrange(20, 60) * MIN, rng.randrange(30) * MIN
        found[day] = hours
    return found


def _digest(made: Life, day: int, hours: list[int], planted: Kind | None) -> Digest:
    rng = made.rng
    an_hour = rng.gauss(22, 5)
    if planted is Kind.FRAGMENTS and day >= UNTIL - 14:
        an_hour *= 1.5
    screen = sum(hours)
    visits = [
        rng.choices(APPS, range(12, 0, -1))[0] for _ in range(rng.randrange(40, 90))
    ]
    followed: Counter[str] = Counter()
    led: Counter[tuple[str, str]] = Counter()
    for early, late in pairwise(visits):
        if early == late:
            continue
        followed[early] += 1
        chance = 0.06
        if planted is Kind.TRIGGER and (early, late) == ("app-5", "app-2"):
            chance = 0.75
        if rng.random() < chance:
            led[early, late] += 1
    firsts: Counter[str] = Counter()
    for _ in range(rng.randrange(2, 6)):
        habit = planted is Kind.FIRST_APP and rng.random() < 0.5
        app = "app-7" if habit else rng.choices(APPS, range(12, 0, -1))[0]
        firsts[app] += 1
    return Digest(
        day=day,
        hours_ms=tuple(hours),
        switches=max(0, round(an_hour * screen / HOUR)),
        firsts=dict(firsts),
        followed=dict(followed),
        led_to=dict(led),
    )


def _meetings(made: Life, who: tuple[Known, ...], planted: Kind | None) -> None:
    wanted = [1 / known.cadence_d for known in who]
    for day in made.span:
        if made.rng.random() < 0.3:
            known = made.rng.choices(who, wanted)[0]
            if planted is Kind.CIRCLES and made.rng.random() < 0.75:
                known = who[2]
            made.seen.append(Seen(day, (known.uid,)))


def _moods(
    made: Life, hours: dict[int, list[int]], planted: Kind | None, *, trend: bool
) -> None:
    rng, scatter = made.rng, noise(made.rng, made.span)
    met = {seen.day for seen in made.seen}
    for day in made.span:
        if rng.random() < 0.4:
            continue
        mood = 3.2 + 0.8 * scatter[day]
        if trend:
            mood -= 1.5 * (day - UNTIL + made.days) / made.days
        if planted is Kind.MOOD_USE:
            mood -= 0.7 * (sum(hours[day]) / HOUR - 5)
        if planted is Kind.MOOD_MEETINGS and day in met:
            mood += 1.2
        made.moods[day] = float(min(max(round(mood), 1), 5))


def _ai(made: Life, planted: Kind | None) -> None:
    scatter = noise(made.rng, made.span)
    for day in made.span:
        minutes = 30 * (1 + 0.5 * scatter[day])
        if planted is Kind.AI and day >= UNTIL - 28:
            minutes *= 2.5
        made.ai[day] = max(0, int(minutes * MIN))


def _scroll(made: Life, planted: Kind | None) -> None:
    rng = made.rng
    for day in made.span:
        for hour in AWAKE:
            minutes = rng.expovariate(1 / 8)
            evening = planted is Kind.SCROLL and weekday_of(day) == 1
            if evening and hour in (21, 22):
                minutes += rng.uniform(15, 45)
            made.scroll[day, hour] = int(min(minutes, 60) * MIN)


def _sessions(made: Life, hours: dict[int, list[int]], planted: Kind | None) -> None:
    for day in made.span:
        if made.rng.random() > 0.25:
            continue
        made.sessions.append(Unplugged(day, 19, made.rng.randrange(2, 6)))
        if planted is Kind.SESSIONS:
            for hour in (20, 21, 22):
                hours[day][hour] = int(hours[day][hour] * 0.35)


def longer(inputs: Inputs, years: int) -> Inputs:
    """The same life over and over, for as many years."""
    times = years * 365 // DAYS
    digests = [
        replace(digest, day=digest.day - DAYS * back)
        for back in range(times, -1, -1)
        for digest in inputs.digests
    ]
    moods = {
        day - DAYS * back: mark
        for back in range(times + 1)
        for day, mark in inputs.moods.items()
    }
    seen = [
        Seen(each.day - DAYS * back, each.who)
        for back in range(times + 1)
        for each in inputs.seen
    ]
    return replace(inputs, digests=tuple(digests), moods=moods, seen=tuple(seen))


def everything() -> Inputs:
    """A life in which there is something to find for every kind of insight."""
    parts = {kind: life(3, kind) for kind in Kind}
    return replace(
        parts[Kind.TRIGGER],
        ai_ms=parts[Kind.AI].ai_ms,
        scroll_ms=parts[Kind.SCROLL].scroll_ms,
        moods=parts[Kind.MOOD_MEETINGS].moods,
        seen=parts[Kind.MOOD_MEETINGS].seen,
    )
