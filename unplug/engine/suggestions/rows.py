"""Between what is kept of suggestions and the values that the rules work with."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime

from unplug.clock import from_ms
from unplug.store.suggestions import Suggested
from unplug.suggest import hours
from unplug.suggest.asking import Answer
from unplug.suggest.inputs import Asked
from unplug.suggest.weekly import Weekly
from unplug.suggest.why import short_name

NAME_MARK = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands where a name stood in a sentence that is kept."""


def asked_of(row: Suggested) -> Asked:
    """A kept suggestion as the rules know it."""
    return Asked(
        uid=row.person,
        at=from_ms(row.at_ms),
        answer=None if row.answer is None else Answer(row.answer),
        slot_start=from_ms(row.slot_start_ms),
        plan_end=None if row.plan_end_ms is None else from_ms(row.plan_end_ms),
        instead=row.instead,
    )


def plan_of(row: Suggested) -> tuple[int, int]:
    """When its plan begins and ends, UTC; as suggested where none was made."""
    start_ms, end_ms = row.plan_start_ms, row.plan_end_ms
    return (
        row.slot_start_ms if start_ms is None else start_ms,
        row.slot_end_ms if end_ms is None else end_ms,
    )


def planned_stretches(
    rows: Iterable[Suggested], now: datetime
) -> Iterator[tuple[datetime, datetime]]:
    """When the user has already planned to see somebody, from now on."""
    for row in rows:
        if row.plan_start_ms is not None and row.plan_end_ms is not None:
            end = from_ms(row.plan_end_ms)
            if end > now:
                yield from_ms(row.plan_start_ms), end


def without_name(sentence: str, name: str) -> str:
    """A sentence to keep, with a mark in the place of somebody's name."""
    return sentence.replace(short_name(name), NAME_MARK, 1)


def with_name(sentence: str, name: str) -> str:
    """A kept sentence to show."""
    return sentence.replace(NAME_MARK, short_name(name))


def hours_text(weeklies: Iterable[Weekly]) -> str | None:
    """Hours of the week to keep; None where there are none."""
    said = hours.said_all(weeklies)
    return json.dumps(said) if said else None
