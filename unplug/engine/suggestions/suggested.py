"""What the front-ends show of suggestions: small frozen values, nothing to load."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Said(StrEnum):
    """What can be said to a suggestion; all of equal standing."""

    PLAN = "plan"
    SOMEONE_ELSE = "someone-else"
    NOT_NOW = "not-now"
    NEVER = "never"


class How(StrEnum):
    """What can be said to "fewer, other times, pause, stop?"."""

    FEWER = "fewer"
    OTHER_TIMES = "other-times"
    PAUSE = "pause"
    STOP = "stop"
    START_AGAIN = "start"


@dataclass(frozen=True, slots=True)
class Reach:
    """How somebody can be reached; each may be empty.

    Attributes:
        email: where to write to.
        phone: what to dial.
        place: where they live, for a map.
    """

    email: str = ""
    phone: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionNow:
    """A suggestion that waits for an answer.

    Attributes:
        key: tells suggestions apart for good.
        made: when it was made, aware.
        uid: of the person.
        person: what to call them.
        step: what to do, such as "a walk".
        start: when it would begin, aware, in the user's zone.
        end: when it would end.
        by_phone: whether it is a call, and not a meeting.
        why: the reason, at most 20 words.
        warm_up: somebody easy to say hello to first; empty for most.
        topics: what the user last talked about with them.
        question: one to bring along; may be empty.
        reach: how they can be reached.
    """

    key: str
    made: datetime
    uid: str
    person: str
    step: str
    start: datetime
    end: datetime
    by_phone: bool
    why: str
    warm_up: str = ""
    topics: tuple[str, ...] = ()
    question: str = ""
    reach: Reach = Reach()


@dataclass(frozen=True, slots=True)
class PlanMade:
    """A plan made from a suggestion.

    Attributes:
        uid: of the person.
        step: what to do, such as "a walk".
        title: what it is, such as "A walk with Ana".
        start: when it begins, aware, in the user's zone.
        end: when it ends.
        ics: the calendar file's text.
        file_name: what to call the file.
        reach: how the person can be reached.
    """

    key: str
    uid: str
    step: str
    title: str
    start: datetime
    end: datetime
    ics: str
    file_name: str
    reach: Reach


@dataclass(frozen=True, slots=True)
class AfterNow:
    """A plan that is over, of which nobody said yet how it was.

    Attributes:
        key: of the suggestion it was made from.
        person: what to call who was to be met.
        start: when it began, aware, in the user's zone.
        by_phone: whether it was a call.
    """

    key: str
    person: str
    start: datetime
    by_phone: bool


@dataclass(frozen=True, slots=True)
class SuggestionsNow:
    """All that suggestions have to show at present.

    Attributes:
        suggestion: waits for an answer.
        after: "did it happen?" of a plan that is over.
        ask_how: whether "fewer, other times, pause, stop?" is to be put.
        silent: why there is no suggestion, for those who look; may be empty.
    """

    suggestion: SuggestionNow | None = None
    after: AfterNow | None = None
    ask_how: bool = False
    silent: str = ""
