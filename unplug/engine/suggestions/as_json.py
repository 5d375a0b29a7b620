"""Suggestions by the contract: ISO times with their offset, nothing left out."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from unplug.engine.suggestions.suggested import PlanMade, SuggestionNow
from unplug.suggest.policy import Silence, Suggestion

Json = dict[str, Any]


def decided_json(made: Suggestion | Silence, zone: ZoneInfo) -> Json:
    """What the rules say of a moment.

    Returns:
        ``suggestion`` and ``silent_because``, one of them None; with a suggestion also
        ``factors``, what its score is the product of.
    """
    if isinstance(made, Silence):
        refusal = made.silent_because
        return {"suggestion": None, "silent_because": refusal.sentence, "factors": []}
    slot = made.slot
    suggestion = _suggestion(
        made.person.name,
        made.step.activity.text,
        slot.start.astimezone(zone),
        slot.end.astimezone(zone),
        made.why.sentence,
    )
    factors = [
        {"name": each.name, "value": round(each.value, 4), "figures": each.figures}
        for each in made.why.factors
    ]
    return {"suggestion": suggestion, "silent_because": None, "factors": factors}


def waiting_json(waiting: SuggestionNow) -> Json:
    """A suggestion that waits for an answer."""
    suggestion = _suggestion(
        waiting.person, waiting.step, waiting.start, waiting.end, waiting.why
    )
    return {
        "suggestion": suggestion,
        "silent_because": None,
        "factors": [],
        "key": waiting.key,
        "warm_up": waiting.warm_up,
        "question": waiting.question,
    }


def plan_json(made: PlanMade) -> Json:
    """A plan that was made."""
    return {
        "title": made.title,
        "start": made.start.isoformat(),
        "end": made.end.isoformat(),
        "ics": made.ics,
        "file": made.file_name,
    }


def _suggestion(
    person: str, step: str, start: datetime, end: datetime, why: str
) -> Json:
    return {
        "person": person,
        "step": step,
        "slot": {"start": start.isoformat(), "end": end.isoformat()},
        "why": why,
    }
