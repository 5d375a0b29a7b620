"""This week's insights, for the window and the command line."""

from datetime import datetime
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from unplug.days import date_of
from unplug.engine.patterns.insight_inputs import gathered
from unplug.engine.preferences import categories
from unplug.store.pattern_shelf import PatternShelf
from unplug.store.reading import NothingRecordedError, reading
from unplug.usage.insights.looking import look
from unplug.usage.insights.values import (
    App,
    Count,
    Day,
    Evidence,
    Hour,
    Insight,
    Length,
    Mark,
    Name,
    Number,
    Value,
    Weekday,
)
from unplug.usage.insights.words import WEEKDAYS

_SEED = 2_026


def insights_of(folder: Path, now: datetime, zone: ZoneInfo) -> tuple[Insight, ...]:
    """The insights of this week, from a data folder, by a connection of its own.

    Args:
        folder: the data folder; nothing is changed in it.
        now: the present, aware.
        zone: where the user is.

    Raises:
        UnplugError: it cannot be read; says why.
    """
    category_of = categories(folder).of
    try:
        with reading(folder) as connection:
            shelf = PatternShelf(lambda: connection)
            inputs = gathered(shelf, now, zone, category_of)
    except NothingRecordedError:
        return ()
    return look(inputs, Random(f"{_SEED} {date_of(inputs.until)}"))  # noqa: S311  (chance, no secret)


def evidence_as_json(row: Evidence) -> dict[str, object]:
    """A row as the command line prints it: what it is of, and its numbers."""
    told: dict[str, object] = {_label(row.label): _plain(row.label)}
    told[_unit(row.value)] = _plain(row.value)
    if row.beside is not None:
        name = _unit(row.beside)
        told[f"beside_{name}" if name in told else name] = _plain(row.beside)
    return told


def _label(value: Value) -> str:
    return type(value).__name__.lower()


def _unit(value: Value) -> str:
    match value:
        case Length():
            return "s"
        case Count() | Number():
            return "n"
        case _:
            return _label(value)


def _plain(value: Value) -> object:  # noqa: PLR0911  (one for each sort)
    match value:
        case Length(ms):
            return ms / 1000
        case Count(n) | Hour(n):
            return n
        case Number(x) | Mark(x):
            return round(x, 2)
        case Day(on):
            return on.isoformat()
        case Weekday(n):
            return WEEKDAYS[n]
        case App(id_):
            return id_
        case Name(text):
            return text
