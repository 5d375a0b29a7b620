"""How the state of asking changes with what the user says and leaves unsaid.

``step(state, event)`` is the whole of it. Unanswered suggestions are ignored after half
a day; after three in a row, "fewer, other times, pause, stop?" is put once, and what is
said then holds until the user says otherwise.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from unplug.suggest import constants as c
from unplug.suggest.asking import (
    Answer,
    Asking,
    Planned,
    Question,
    Waiting,
    Wish,
    block_of,
)


@dataclass(frozen=True, slots=True)
class Suggested:
    """A suggestion was shown."""

    key: str
    uid: str
    at: datetime
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Answered:
    """The user answered a suggestion, be it late; ``plan_end`` goes with PLANNED.

    Raises:
        ValueError: a plan without an end, or an end without a plan.
    """

    key: str
    uid: str
    answer: Answer
    at: datetime
    plan_end: datetime | None = None

    def __post_init__(self) -> None:
        if (self.answer is Answer.PLANNED) != (self.plan_end is not None):
            msg = f"a plan has an end, and nothing else has: {self}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Passed:
    """Time went by."""

    at: datetime


@dataclass(frozen=True, slots=True)
class QuestionPut:
    """The user was asked "fewer, other times, pause, stop?"."""


@dataclass(frozen=True, slots=True)
class Wished:
    """The user said how to be asked; ``until`` may go with PAUSE."""

    wish: Wish
    at: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """The user answered "did it happen?", or turned the question away."""

    key: str


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Somebody is forgotten everywhere."""

    uid: str


Event = Suggested | Answered | Passed | QuestionPut | Wished | Told | Forgotten


@dataclass(frozen=True, slots=True)
class After:
    """What the user told of a meeting; what was left unanswered is missing.

    Attributes:
        happened: None where it was not answered.
        felt: 1 to 5; None where it was not answered.
        note: anything to remember; may be empty.

    Raises:
        ValueError: the feeling is out of bounds.
    """

    happened: bool | None = None
    felt: int | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if self.felt is not None and not 1 <= self.felt <= c.CLOSENESS_MOST:
            msg = f"how it felt is 1 to 5, not {self.felt}"
            raise ValueError(msg)


def step(state: Asking, event: Event) -> Asking:
    """The state after an event."""
    after = state
    match event:
        case Suggested():
            block = block_of(event.at.astimezone(event.zone))
            new = Waiting(event.key, event.uid, event.at, block)
            after = replace(state, waiting=(*state.waiting, new))
        case Answered():
            after = _answered(state, event)
        case Passed():
            after = _passed(state, event.at)
        case QuestionPut():
            if state.question is Question.DUE:
                after = replace(state, question=Question.PUT)
        case Wished():
            after = _wished(state, event)
        case Told():
            kept = tuple(plan for plan in state.plans if plan.key != event.key)
            after = replace(state, plans=kept)
        case Forgotten():
            after = _forgotten(state, event.uid)
    return after


def due_afters(state: Asking, now: datetime) -> tuple[Planned, ...]:
    """The plans whose "did it happen?" is to be asked now, the oldest first."""
    over = (plan for plan in state.plans if plan.end + c.ASK_AFTER <= now)
    return tuple(sorted(over, key=lambda plan: plan.end))


def _answered(state: Asking, said: Answered) -> Asking:
    waiting = tuple(each for each in state.waiting if each.key != said.key)
    if said.answer is Answer.IGNORED:
        gone = [each for each in state.waiting if each.key == said.key]
        return _ignored(replace(state, waiting=waiting), gone)
    plans, never = state.plans, state.never
    if said.plan_end is not None:
        others = (plan for plan in plans if plan.key != said.key)
        plans = (*others, Planned(said.key, said.uid, said.plan_end))
    if said.answer is Answer.NEVER:
        never |= {said.uid}
    still_due = state.question is Question.DUE
    return replace(
        state,
        waiting=waiting,
        plans=plans,
        never=never,
        ignored_in_row=0,
        last_ignored_at=None,
        ignored_blocks=(),
        question=Question.NOT_YET if still_due else state.question,
    )


def _ignored(state: Asking, gone: list[Waiting]) -> Asking:
    if not gone:
        return state
    in_row = state.ignored_in_row + len(gone)
    ask = state.question is Question.NOT_YET and in_row >= c.ASK_AFTER_IGNORED
    last = max(each.at for each in gone)
    if state.last_ignored_at is not None:
        last = max(last, state.last_ignored_at)
    blocks = (*state.ignored_blocks, *(each.block for each in gone))
    return replace(
        state,
        ignored_in_row=in_row,
        last_ignored_at=last,
        ignored_blocks=blocks[-c.ASK_AFTER_IGNORED :],
        question=Question.DUE if ask else state.question,
    )


def _passed(state: Asking, now: datetime) -> Asking:
    gone = [each for each in state.waiting if each.at + c.IGNORED_AFTER <= now]
    kept = tuple(each for each in state.waiting if each not in gone)
    plans = tuple(plan for plan in state.plans if now < plan.end + c.ASK_UNTIL)
    if not gone and len(plans) == len(state.plans):
        return state
    return _ignored(replace(state, waiting=kept, plans=plans), gone)


def _wished(state: Asking, said: Wished) -> Asking:
    state = replace(
        state,
        question=Question.ANSWERED,
        ignored_in_row=0,
        last_ignored_at=None,
        ignored_blocks=(),
        avoid=state.avoid | _blocks_to_avoid(state, said),
    )
    match said.wish:
        case Wish.FEWER:
            return replace(state, fewer=min(state.fewer + 1, len(c.FEWER) - 1))
        case Wish.PAUSE:
            return replace(state, paused_until=said.until or said.at + c.PAUSE)
        case Wish.STOP:
            return replace(state, stopped=True)
        case Wish.START_AGAIN:
            return replace(
                state, stopped=False, paused_until=None, fewer=0, avoid=frozenset()
            )
        case Wish.OTHER_TIMES:
            return state


def _blocks_to_avoid(state: Asking, said: Wished) -> frozenset[tuple[bool, int]]:
    wanted = said.wish is Wish.OTHER_TIMES
    return frozenset(state.ignored_blocks if wanted else ())


def _forgotten(state: Asking, uid: str) -> Asking:
    return replace(
        state,
        waiting=tuple(each for each in state.waiting if each.uid != uid),
        plans=tuple(plan for plan in state.plans if plan.uid != uid),
        never=state.never - {uid},
    )
