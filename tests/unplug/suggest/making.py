"""A moment at which everything speaks for a suggestion, and ways to spoil it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from unplug.suggest.asking import Answer
from unplug.suggest.inputs import (
    Asked,
    Break,
    Breakpoint,
    Inputs,
    Moment,
    Person,
    Season,
    Usage,
    Usual,
)
from unplug.suggest.weekly import Weekly

MADRID = ZoneInfo("Europe/Madrid")
MIN_MS = 60_000
NOW = datetime(2027, 3, 16, 17, 0, tzinfo=UTC)  # a Tuesday, 18:00 in Madrid
DAY = timedelta(days=1)
HIGH = Usage(screen_ms=220 * MIN_MS, usual=Usual(130 * MIN_MS, 20 * MIN_MS, 20))
CALM = Usage(screen_ms=130 * MIN_MS, usual=Usual(130 * MIN_MS, 20 * MIN_MS, 20))
WEDNESDAYS = (Weekly((2,), 18 * 60, 22 * 60),)


def person(uid: str = "ana", **told: Any) -> Person:  # noqa: ANN401  (fields)
    """Somebody who is due; closeness 4, met 31 days ago, every 30."""
    usual: dict[str, Any] = {
        "name": uid.title(),
        "closeness": 4,
        "cadence_d": 30,
        "met_at": NOW - 31 * DAY,
        "free": WEDNESDAYS,
    }
    return Person(uid=uid, **(usual | told))


def moment(**told: Any) -> Moment:  # noqa: ANN401  (fields)
    usual: dict[str, Any] = {
        "now": NOW,
        "zone": MADRID,
        "usage": HIGH,
        "breakpoint": Breakpoint(Break.UNLOCK),
        "season": Season.SPRING,
    }
    return Moment(**(usual | told))


def inputs(*people: Person, **told: Any) -> Inputs:  # noqa: ANN401  (fields)
    """What a suggestion follows from, unless something in ``told`` forbids it."""
    of_moment = {
        name: told.pop(name)
        for name in ("now", "zone", "usage", "breakpoint", "busy", "season", "weather")
        if name in told
    }
    return Inputs(moment=moment(**of_moment), people=people or (person(),), **told)


def asked(
    days_ago: float, uid: str = "bo", answer: Answer | None = Answer.PLANNED
) -> Asked:
    return Asked(uid, NOW - days_ago * DAY, answer)
