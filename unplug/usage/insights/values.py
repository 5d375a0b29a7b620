"""What an insight is made of, so that it can be said in any language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What an insight is about."""

    WEEK = "week"
    TRIGGER = "trigger"
    FIRST_APP = "first_app"
    LATE = "late_evenings"
    FRAGMENTS = "fragmentation"
    AI = "ai_and_people"
    MOOD_USE = "mood_and_use"
    MOOD_MEETINGS = "mood_and_meetings"
    CIRCLES = "circles"
    SESSIONS = "sessions"
    SCROLL = "longest_scroll"


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time."""

    ms: int


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number."""

    n: int


@dataclass(frozen=True, slots=True)
class Number:
    """A number with one digit after the point."""

    x: float


@dataclass(frozen=True, slots=True)
class Day:
    """A local day."""

    on: date


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 0 for Monday."""

    n: int


@dataclass(frozen=True, slots=True)
class Hour:
    """A full hour of the local clock, 0 to 24."""

    n: int


@dataclass(frozen=True, slots=True)
class App:
    """An app, by its id."""

    id: str


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name, or another word that is the user's own."""

    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A mood mark, 1 to 5."""

    x: float


Value = Length | Count | Number | Day | Weekday | Hour | App | Name | Mark
Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One of the rows that an insight rests on.

    Attributes:
        label: what the row is of: a day, an hour, an app, a person.
        value: the number in it.
        beside: the number it is held against, where there is one.
    """

    label: Value
    value: Value
    beside: Value | None = None


class Chart(StrEnum):
    """How an insight is painted."""

    BARS = "bars"  # a bar for each point
    PAIRS = "pairs"  # two bars for each point: value and beside
    DOTS = "dots"  # beside along, value up
    HEAT = "heat"  # label is a weekday, beside an hour, value a length


@dataclass(frozen=True, slots=True)
class Picture:
    """What to paint.

    Attributes:
        chart: the sort of picture.
        points: what is in it, in order.
        marked: the indices of the points that the sentence is about.
    """

    chart: Chart
    points: tuple[Evidence, ...]
    marked: tuple[int, ...] = ()


class Doing(StrEnum):
    """Something to do about an insight; always offered, never done."""

    PLAN_SESSION = "plan_session"  # weekday, from, to: as far as they are known
    WIND_DOWN = "wind_down"
    MEET = "meet"  # who
    SEE_PEOPLE = "see_people"
    SEE_DAY = "see_day"  # day
    NOTE_MOOD = "note_mood"
    KEEP_ON = "keep_on"  # nothing to change


@dataclass(frozen=True, slots=True)
class Action:
    """What is offered below an insight.

    Attributes:
        doing: what.
        form: which of the sentences in `words` offers it.
        values: what it needs, by name; those of its sentence, and uids as `Name`.
    """

    doing: Doing
    form: str
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Insight:
    """A pattern that is there.

    Attributes:
        kind: what it is about.
        form: which of the sentences in `words` says it.
        values: what stands in its places.
        n: how many observations it rests on.
        p: how often chance alone would show as much.
        evidence: the rows it rests on.
        picture: what to paint.
        action: what to offer.
    """

    kind: Kind
    form: str
    values: Values
    n: int
    p: float
    evidence: tuple[Evidence, ...]
    picture: Picture
    action: Action


@dataclass(frozen=True, slots=True)
class Look:
    """What came of looking for a pattern where there was enough to look at.

    Attributes:
        p: how often chance alone would show as much.
        insight: the pattern; None where it is too small to matter, whatever the chance.
    """

    p: float
    insight: Insight | None = None
