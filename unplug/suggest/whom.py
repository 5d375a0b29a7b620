"""Whom to see: the three with the best scores, and a seeded draw among them."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from unplug.suggest import constants as c
from unplug.suggest.dice import draw, pick
from unplug.suggest.habits import Habits
from unplug.suggest.inputs import Inputs, Person
from unplug.suggest.scoring import (
    History,
    Record,
    Score,
    available,
    feasible,
    score,
)
from unplug.suggest.slots import Finder, Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody who could be seen, and what speaks for it.

    Attributes:
        slot: the best that suits both, the earlier of equal ones.
        record: what became of the suggestions of them so far.
    """

    person: Person
    score: Score
    slot: Slot
    record: Record


class NobodyError(LookupError):
    """There is nobody to suggest.

    Attributes:
        no_slot: somebody is due, but there is no time for it within 72 hours.
    """

    def __init__(self, *, no_slot: bool) -> None:
        self.no_slot = no_slot
        super().__init__("no slot" if no_slot else "nobody is due")


def suggestible(inputs: Inputs) -> list[Person]:
    """All who may ever be suggested."""
    never = inputs.asking.never
    return [p for p in inputs.people if not p.kept_out and p.uid not in never]


def choose(
    inputs: Inputs, besides: frozenset[str] = frozenset()
) -> tuple[Candidate, ...]:
    """The candidates that the draw was between, the drawn one first.

    About one in ten draws is among dormant ties only, the others among the rest. The
    same inputs give the same people.

    Args:
        inputs: all that is known.
        besides: people who are out of the question this time.

    Raises:
        NobodyError: there is nobody to suggest now.
    """
    people = suggestible(inputs)
    dormant = [person for person in people if person.dormant]
    others = [person for person in people if not person.dormant]
    salt = inputs.moment.now.date().isoformat(), len(inputs.past), len(besides)
    wants_dormant = draw(inputs.seed, "dormant", *salt) < c.DORMANT_SHARE
    best: list[Candidate] = []
    no_slot = False
    for pool in _pools(dormant, others, wants_dormant=wants_dormant):
        best, due = _best(inputs, pool, besides)
        no_slot = no_slot or due
        if best:
            break
    if not best:
        raise NobodyError(no_slot=no_slot)
    top = best[0].score.total
    weights = [math.exp((each.score.total - top) / c.TEMPERATURE) for each in best]
    drawn = pick(weights, draw(inputs.seed, "whom", *salt))
    return best[drawn], *best[:drawn], *best[drawn + 1 :]


def easy_first(inputs: Inputs, tie: Person) -> Person | None:
    """Somebody easy to say hello to before a dormant tie, if there is anybody."""
    easy = [
        person
        for person in suggestible(inputs)
        if not person.dormant and person.uid != tie.uid
    ]
    return max(easy, key=_ease, default=None)


def _ease(person: Person) -> tuple[int, float, str]:
    spoken = [at for at in (person.met_at, person.called_at) if at is not None]
    return person.closeness, max(spoken).timestamp() if spoken else 0.0, person.uid


def _pools(
    dormant: list[Person], others: list[Person], *, wants_dormant: bool
) -> tuple[list[Person], ...]:
    if not others:
        return (dormant,)
    return (dormant, others) if wants_dormant else (others,)


def _best(
    inputs: Inputs, pool: Iterable[Person], besides: frozenset[str]
) -> tuple[list[Candidate], bool]:
    """The best three, and whether anybody was due at all.

    What a slot adds to a score is at most 1, so nobody's slots are looked for whose
    score without one is below the third best.
    """
    due = _due(inputs, pool, besides)
    finder = Finder(inputs.moment, inputs.wishes, inputs.taken)
    habits = Habits(inputs.past, inputs.moment.zone)
    best: list[Candidate] = []
    for candidate_score, person, record in due:
        if len(best) == c.TOP and candidate_score.total <= best[-1].score.total:
            break
        slots = finder.slots(person)
        if slots:
            slot = max(slots, key=lambda each: available(each, habits))
            suits = available(slot, habits)
            best.append(_candidate(person, candidate_score, slot, suits, record))
            best.sort(key=lambda each: (-each.score.total, each.person.uid))
            del best[c.TOP :]
    worth = [each for each in best if each.score.total >= c.SCORE_LEAST]
    return worth, bool(due) and not best


def _due(
    inputs: Inputs, pool: Iterable[Person], besides: frozenset[str]
) -> list[tuple[Score, Person, Record]]:
    """Those whom it is time to see, the highest score first."""
    history = History(inputs)
    due = []
    for person in pool:
        if person.uid in besides or history.resting(person.uid):
            continue
        record = history.of(person.uid)
        so_far = score(person, record, inputs)
        timely = so_far.need >= c.NEED_LEAST or so_far.occasion > 1
        if timely and so_far.total >= c.SCORE_LEAST:
            due.append((so_far, person, record))
    due.sort(key=lambda each: (-each[0].total, each[1].uid))
    return due


def _candidate(
    person: Person, so_far: Score, slot: Slot, suits: float, record: Record
) -> Candidate:
    whole = replace(so_far, feasible=feasible(person, slot), available=suits)
    return Candidate(person=person, score=whole, slot=slot, record=record)
