"""Everybody's score: how good it would be to see them now.

score = closeness · need · feasible · available · fresh · fair · outcome · taken up ·
occasion. "Taken up" is beyond the formula that this started from: the simulation in
``benchmarks.suggestions`` says what it is worth.
"""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from unplug.suggest import constants as c
from unplug.suggest.asking import Answer
from unplug.suggest.habits import Habits
from unplug.suggest.inputs import Asked, Inputs, Occasion, Person
from unplug.suggest.slots import Slot, Way

_DAY = timedelta(days=1)
_FELT_STEP = (c.OUTCOME_MOST - c.OUTCOME_LEAST) / (c.CLOSENESS_MOST - 1)
_SAYS_OF_PERSON = {Answer.PLANNED: 1.0, Answer.SOMEONE_ELSE: 1.0, Answer.IGNORED: 0.5}
"""How much an answer says of the person; "not now" speaks of the moment alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The factors; those of the slot are 1 until there is one."""

    closeness: float
    need: float
    fresh: float
    fair: float
    outcome: float
    taken_up: float
    occasion: float
    feasible: float = 1.0
    available: float = 1.0

    @property
    def total(self) -> float:
        """Their product."""
        of_person = self.closeness * self.need * self.outcome * self.occasion
        of_past = self.fresh * self.fair * self.taken_up
        return of_person * of_past * self.feasible * self.available


@dataclass(slots=True)
class Record:
    """What the suggestions of one person so far come to.

    Attributes:
        last_at: the latest of them.
        plan_end: when the latest plan made from one ends.
        lately: how many there were in 60 days.
        said: how much the answers say of the person.
        taken: how much of that was a plan.
    """

    last_at: datetime | None = None
    plan_end: datetime | None = None
    lately: int = 0
    said: float = 0.0
    taken: float = 0.0

    def add(self, asked: Asked, lately_from: datetime) -> None:
        """Take one more suggestion into account."""
        self.last_at = max(asked.at, self.last_at or asked.at)
        if asked.plan_end is not None:
            self.plan_end = max(asked.plan_end, self.plan_end or asked.plan_end)
        self.lately += asked.at > lately_from
        if asked.answer is not None:
            self.said += _SAYS_OF_PERSON.get(asked.answer, 0.0)
            self.taken += asked.answer is Answer.PLANNED


_NO_RECORD = Record()


class History:
    """The suggestions so far, by person.

    Args:
        inputs: all that is known; what a wrong clock noted for later is left out.
    """

    def __init__(self, inputs: Inputs) -> None:
        self._now = inputs.moment.now
        lately_from = self._now - timedelta(days=c.FAIR_DAYS)
        self._records: dict[str, Record] = {}
        for asked in inputs.past:
            if asked.at <= self._now + c.AHEAD_MOST:
                record = self._records.setdefault(asked.uid, Record())
                record.add(asked, lately_from)

    def of(self, uid: str) -> Record:
        """What is known of one person."""
        return self._records.get(uid, _NO_RECORD)

    def resting(self, uid: str) -> bool:
        """Whether somebody is not to be suggested yet: too soon, or already planned."""
        record = self.of(uid)
        if record.last_at is not None and self._now - record.last_at < c.SAME_PERSON:
            return True
        return record.plan_end is not None and self._now < record.plan_end


def score(person: Person, record: Record, inputs: Inputs) -> Score:
    """What can be said before a slot is known."""
    now = inputs.moment.now
    return Score(
        closeness=person.closeness / c.CLOSENESS_MOST,
        need=need(person, now),
        fresh=_fresh(person, record, now),
        fair=(1 + record.lately) ** -c.FAIR_POWER,
        outcome=outcome(person.felt),
        taken_up=_taken_up(record),
        occasion=1.0 if occasion_soon(person, inputs) is None else c.OCCASION,
    )


def need(person: Person, now: datetime) -> float:
    """How much it is time to meet again, 0 to 1.

    1 - exp(-days/cadence), on a clock for meetings and another for calls; a call counts
    half of a meeting. Where no meeting is known, one is taken to be due.
    """
    met_d = days_since(person.met_at, now)
    waited = 1.0 if met_d is None else met_d / person.cadence_d
    called_d = days_since(person.called_at, now)
    called = 0.0 if called_d is None else math.exp(-called_d / person.cadence_d)
    return (1 - math.exp(-waited)) * (1 - c.CALL_COUNTS * called)


def days_since(at: datetime | None, now: datetime) -> float | None:
    """Days since an instant, never below zero; None where there is none."""
    return None if at is None else max((now - at) / _DAY, 0.0)


def outcome(felt: tuple[int, ...]) -> float:
    """How meetings felt, 0.7 to 1.2: the latest counts most, few count little."""
    total, weights, weight = 0.0, 0.0, 1.0
    for each in felt[: c.OUTCOME_LATEST]:
        total += weight * (c.OUTCOME_LEAST + _FELT_STEP * (each - 1))
        weights += weight
        weight *= c.OUTCOME_FADES
    prior = c.OUTCOME_PRIOR * c.OUTCOME_PRIOR_WEIGHT
    return (total + prior) / (weights + c.OUTCOME_PRIOR_WEIGHT)


def feasible(person: Person, slot: Slot) -> float:
    """How easy it would be: calls count less, and so does the way there."""
    if slot.way is Way.CALL:
        return c.CALL_FEASIBLE
    return float(2 ** (-(person.travel_min or 0) / c.TRAVEL_HALVES_MIN))


def available(slot: Slot, habits: Habits) -> float:
    """How sure it is that the slot suits both, at most 1."""
    theirs = 1.0 if slot.theirs_known else c.UNKNOWN_THEIRS
    own = 1.0 if slot.own_known else c.UNKNOWN_OWN
    return theirs * own * habits.suit(slot.start)


def occasion_soon(person: Person, inputs: Inputs) -> Occasion | None:
    """The next birthday or the like within a week, today's included."""
    if not person.occasions:
        return None
    today = inputs.moment.now.astimezone(inputs.moment.zone).date()
    last = today + timedelta(days=c.OCCASION_DAYS)
    soon = [each for each in person.occasions if today <= each.on <= last]
    return min(soon, key=lambda each: each.on, default=None)


def _fresh(person: Person, record: Record, now: datetime) -> float:
    since_d = days_since(record.last_at, now)
    if since_d is None:
        return 1.0
    half_life_d = min(person.cadence_d, c.FRESH_HALF_LIFE_D_MOST)
    return float(1 - c.FRESH_DIP * 0.5 ** (since_d / half_life_d))


def _taken_up(record: Record) -> float:
    """Whether suggestions of this person were taken up so far, 1 while nobody knows."""
    half = c.TAKEN_PRIOR / 2
    rate = (record.taken + half) / (record.said + c.TAKEN_PRIOR)
    return min(max(2 * rate, c.TAKEN_LEAST), c.TAKEN_MOST)
