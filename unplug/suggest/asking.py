"""What the user has said about being asked, kept for good."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from unplug.suggest.constants import HOURS_IN_BLOCK

_SATURDAY = 5

Block = tuple[bool, int]
"""Some hours of the week: whether at the weekend, and which three of the day's."""


class Answer(Enum):
    """What became of a suggestion; all but the last are answers of equal standing."""

    PLANNED = "planned"
    SOMEONE_ELSE = "someone else"
    NOT_NOW = "not now"
    NEVER = "never"
    IGNORED = "ignored"


class Wish(Enum):
    """The answers to "fewer, other times, pause, stop?", and taking them back."""

    FEWER = "fewer"
    OTHER_TIMES = "other times"
    PAUSE = "pause"
    STOP = "stop"
    START_AGAIN = "start again"


class Question(Enum):
    """How far the question of how to be asked has come; it is put once."""

    NOT_YET = "not yet"
    DUE = "due"
    PUT = "put"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A suggestion without an answer.

    Attributes:
        key: tells suggestions apart for good.
        uid: of the person.
        at: when it was made, UTC.
        block: the hours it came in, local time.
    """

    key: str
    uid: str
    at: datetime
    block: Block


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan made from a suggestion, and when it ends, UTC."""

    key: str
    uid: str
    end: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """All of it; ``answers.step`` makes the next one.

    Attributes:
        waiting: suggestions without an answer.
        plans: those whose "did it happen?" has not been answered.
        ignored_in_row: suggestions left without an answer since the last answer.
        last_ignored_at: when the last of them was made, UTC.
        ignored_blocks: the hours they came in.
        question: whether "fewer, other times, pause, stop?" has been put.
        fewer: how often "fewer" was said.
        avoid: hours in which nothing may come.
        paused_until: nothing comes before, UTC.
        stopped: nothing comes at all.
        never: people who are not to be suggested.
        others: what a later version of unplug wrote and this one does not know; kept.
    """

    waiting: tuple[Waiting, ...] = ()
    plans: tuple[Planned, ...] = ()
    ignored_in_row: int = 0
    last_ignored_at: datetime | None = None
    ignored_blocks: tuple[Block, ...] = ()
    question: Question = Question.NOT_YET
    fewer: int = 0
    avoid: frozenset[Block] = frozenset()
    paused_until: datetime | None = None
    stopped: bool = False
    never: frozenset[str] = frozenset()
    others: dict[str, object] = field(default_factory=dict)


def block_of(local: datetime) -> Block:
    """The hours of the week that a local time lies in."""
    return local.weekday() >= _SATURDAY, local.hour // HOURS_IN_BLOCK
