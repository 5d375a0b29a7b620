"""Simulated people with friends, screens and a limited patience.

What is assumed, and hidden from every player but the oracle:

* A friend has an **affinity** in (0, 1): what a meeting is worth at best. Stated
  closeness (1 to 5) only correlates with it (0.15 + 0.14 a step, deviation 0.15), and
  the true wish to meet has a cadence up to 40 % off the stated one.
* A meeting is worth affinity x (1 - exp(-days/true cadence)); a call, half.
* **Availability**: a friend has two to four weekly windows; a slot in one of them suits
  with 0.85, any other with 0.2. The user has two evenings a week taken; slots there
  suit with 0.15, others with 0.9. If a planned slot fails, the meeting is moved with
  0.35.
* **Hours**: the user has two windows of two hours on workdays and one of four at
  weekends in which a suggestion is welcome (0.95); elsewhere it is less so (0.35).
* A suggestion is **accepted** with welcome x own slot x mood of the day (0.75 to 1) x
  exp(-annoyance) x logistic(6 x (affinity x (0.3 + 0.7 need) - 0.25)).
* **Dose**: each suggestion adds the user's dose sensitivity (log-normal, median 0.1) to
  the annoyance, three tenths of it if accepted; annoyance halves every 4 days.
* **Quitting**: every suggestion that is not accepted may be the last, with a chance of
  base x (1 + 2 annoyance), half as much again at an unwelcome hour; being told to stop
  counts as quitting as well.
* What is not accepted is ignored (half), turned away with "not now" (a third) or with
  "someone else". People log four of five meetings that came of a suggestion, three of
  five others; friends also meet by themselves, at half the true rate times affinity.
* There are 14 to 22 seams a day at which one can be spoken to, one in six of them busy.
  Usage is high by z on about a fifth of days, by a long stretch at one seam in seven,
  and for half of the people after 21:00.
* **Onboarding**: people tell their welcome hours, one in ten forgetting a window; and
  the free times of close friends and most friends, one window in seven wrong. Their own
  two taken evenings they tell nobody.

Base, dose and welcome were set by "most overdue, daily" and the oracle alone, so that
this way loses about nine in ten and three in ten of its users in half a year, harsh and
mild, and misses about 85 % and 75 % of what the oracle achieves.

A life is half a year. Chance is keyed by seed and day, so that players who do the same
meet the same luck.
"""

import math
import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from unplug.suggest.weekly import WEEKEND, WORKDAYS, Weekly, covered

START = datetime(2027, 1, 4, tzinfo=UTC)
ZONE = ZoneInfo("UTC")
DAYS = 182
DAY = timedelta(days=1)
BASE = {"harsh": 0.0072, "mild": 0.0006}
WELCOME, UNWELCOME = 0.95, 0.35
MOOD_LEAST = 0.75
DOSE = 0.1
PULL_HALF = 0.25
CIRCLES = (("close", 14, 3, 5), ("friends", 30, 5, 9), ("wider", 90, 5, 9))
DORMANT = ("dormant", 180, 2, 4)
EVENING = (17 * 60 + 30, 22 * 60)
HOUR_WINDOWS = ((9, 11), (12, 14), (16, 18), (17, 19), (18, 20), (19, 21))


@dataclass(slots=True)
class Friend:
    """Somebody, as they are; the stated part is what an app can know."""

    uid: str
    circle: str
    closeness: int
    cadence_d: float
    affinity: float
    true_cadence_d: float
    free: tuple[Weekly, ...]
    told_free: tuple[Weekly, ...]
    near: bool
    never: bool
    met_at: datetime

    def need(self, now: datetime) -> float:
        days = max((now - self.met_at) / DAY, 0.0)
        return 1 - math.exp(-days / self.true_cadence_d)


@dataclass(slots=True)
class Seam:
    """A moment at which one could be spoken to."""

    at: datetime
    busy: bool
    screen_ms: int
    median_ms: int
    mad_ms: int
    stretch_ms: int


@dataclass(slots=True)
class User:
    """One simulated person, before anything happens."""

    seed: int
    friends: list[Friend]
    welcome: tuple[Weekly, ...]
    told_welcome: tuple[Weekly, ...]
    taken: tuple[Weekly, ...]
    dose: float
    wind_down_min: int | None
    seams: list[list[Seam]] = field(default_factory=list)

    def welcomes(self, at: datetime) -> float:
        return WELCOME if covered(self.welcome, at) else UNWELCOME

    def can(self, slot_start: datetime) -> float:
        return 0.15 if covered(self.taken, slot_start) else 0.9


def user(seed: int) -> User:
    """Make a person up."""
    rng = random.Random(f"user {seed}")
    friends = [
        _friend(rng, f"{circle}{i}", circle, cadence)
        for circle, cadence, least, most in (*CIRCLES, DORMANT)
        for i in range(rng.randint(least, most))
    ]
    welcome = _welcome(rng)
    forgot = rng.random() < 0.1
    made = User(
        seed=seed,
        friends=friends,
        welcome=welcome,
        told_welcome=welcome[1:] if forgot else welcome,
        taken=(Weekly(tuple(rng.sample(WORKDAYS, 2)), *EVENING),),
        dose=min(rng.lognormvariate(math.log(DOSE), 0.5), 1.0),
        wind_down_min=rng.choice((None, 21 * 60)),
    )
    made.seams = [_seams(rng, day) for day in range(DAYS)]
    return made


def _welcome(rng: random.Random) -> tuple[Weekly, ...]:
    first, second = rng.sample(HOUR_WINDOWS, 2)
    start = rng.choice((10, 12, 15))
    return (
        Weekly(WORKDAYS, first[0] * 60, first[1] * 60),
        Weekly(WORKDAYS, second[0] * 60, second[1] * 60),
        Weekly(WEEKEND, start * 60, (start + 4) * 60),
    )


def _friend(rng: random.Random, uid: str, circle: str, cadence_d: int) -> Friend:
    mean = {"close": 4.4, "friends": 3.4, "wider": 2.4, "dormant": 2.6}[circle]
    closeness = min(max(round(rng.gauss(mean, 0.8)), 1), 5)
    affinity = min(max(rng.gauss(0.15 + 0.14 * closeness, 0.15), 0.03), 0.98)
    true_cadence_d = cadence_d * rng.uniform(0.7, 1.4)
    free = tuple(_free(rng) for _ in range(rng.randint(2, 4)))
    tells = circle == "close" or (circle == "friends" and rng.random() < 0.7)
    told = tuple(w if rng.random() > 0.15 else _free(rng) for w in free)
    return Friend(
        uid=uid,
        circle=circle,
        closeness=closeness,
        cadence_d=cadence_d,
        affinity=affinity,
        true_cadence_d=true_cadence_d,
        free=free,
        told_free=told if tells else (),
        near=rng.random() > 0.15,
        never=rng.random() < 0.04,
        met_at=START - DAY * min(rng.expovariate(1 / true_cadence_d), 400),
    )


def _free(rng: random.Random) -> Weekly:
    if rng.random() < 0.6:
        return Weekly((rng.choice(WORKDAYS),), 18 * 60, 21 * 60 + 30)
    start = rng.choice((10, 13, 16)) * 60
    return Weekly((rng.choice(WEEKEND),), start, start + 4 * 60)


def _seams(rng: random.Random, day: int) -> list[Seam]:
    level = rng.lognormvariate(0, 0.35)
    seams = []
    for _ in range(rng.randint(14, 22)):
        minute = int(rng.triangular(8 * 60, 23 * 60, 18 * 60))
        usual_ms = int((minute / 60 - 7.5) * 20 * 60_000)  # five hours by 22:30
        seams.append(
            Seam(
                at=START + DAY * day + timedelta(minutes=minute),
                busy=rng.random() < 1 / 6,
                screen_ms=int(usual_ms * level),
                median_ms=usual_ms,
                mad_ms=usual_ms // 4,
                stretch_ms=int(rng.expovariate(1 / (40 * 60_000))),
            )
        )
    return sorted(seams, key=lambda seam: seam.at)
