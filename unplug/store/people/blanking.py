"""Texts, JSON and cards without somebody who is to be forgotten."""

import json
from dataclasses import dataclass
from typing import Any

from unplug.people.naming_out import Mentions

_CARD_TEXTS = ("notes", "topics", "interests", "circle")


@dataclass(frozen=True, slots=True)
class Gone:
    """Somebody who is to be forgotten.

    Attributes:
        uids: all under which they were ever known.
        mentions: finds their name in texts.
    """

    uids: frozenset[str]
    mentions: Mentions


def blanked_cell(value: object, who: Gone) -> object:
    """A cell without them; one that holds JSON stays JSON."""
    if not isinstance(value, str):
        return value
    if value[:1] in ("{", "["):
        try:
            told = json.loads(value)
        except ValueError:
            return who.mentions.without(value)
        blank = blanked(told, who)
        if blank == told:
            return value
        return json.dumps(blank, ensure_ascii=False, separators=(",", ":"))
    return who.mentions.without(value)


def blanked_card(card: str, who: Gone) -> str:
    """What is noted of somebody else, without them; their own name stays."""
    try:
        form = json.loads(card)
    except ValueError:
        return card
    before = json.dumps(form)
    for name in _CARD_TEXTS:
        if name in form:
            form[name] = blanked(form[name], who)
    if "others" in form:
        form["others"] = [
            {**other, "value": blanked(other.get("value", ""), who)}
            for other in form["others"]
            if other.get("value") not in who.uids
        ]
    if "anniversaries" in form:
        form["anniversaries"] = blanked(form["anniversaries"], who)
    if json.dumps(form) == before:
        return card
    return json.dumps(form, ensure_ascii=False, separators=(",", ":"))


def blanked(told: Any, who: Gone) -> Any:  # noqa: ANN401  (JSON)
    """JSON without them: their UID becomes null, in lists and as a key nothing."""
    if isinstance(told, str):
        return None if told in who.uids else who.mentions.without(told)
    if isinstance(told, list):
        return [
            blanked(each, who)
            for each in told
            if not (isinstance(each, str) and each in who.uids)
        ]
    if isinstance(told, dict):
        return {
            key: blanked(each, who) for key, each in told.items() if key not in who.uids
        }
    return told
