"""Insights in the user's language: the sentences, the offers and their values."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from ui import words
from unplug.usage.insights.values import (
    Action,
    App,
    Count,
    Day,
    Hour,
    Insight,
    Length,
    Mark,
    Name,
    Number,
    Value,
    Values,
    Weekday,
)
from unplug.usage.insights.words import OFFERS, SENTENCES

translate = QCoreApplication.translate


def sentence(insight: Insight, name_of: Callable[[str], str]) -> str:
    """An insight in one or two plain sentences.

    Args:
        insight: what to say.
        name_of: says what an app is called.
    """
    return _filled(SENTENCES[insight.form], insight.values, name_of)


def offer(action: Action, name_of: Callable[[str], str]) -> str:
    """What is offered below an insight, as a button says it."""
    return _filled(OFFERS[action.form], action.values, name_of)


def shown(value: Value, name_of: Callable[[str], str]) -> str:  # noqa: PLR0911  (one for each sort)
    """A value as it stands in a sentence, a table or beside a chart."""
    locale = QLocale()
    match value:
        case Length(ms):
            return words.duration(ms)
        case Count(n):
            return locale.toString(n)
        case Number(x) | Mark(x):
            return locale.toString(x, "f", 1)
        case Day(on):
            day = QDate(on.year, on.month, on.day)
            return locale.toString(day, QLocale.FormatType.ShortFormat)
        case Weekday(n):
            return locale.standaloneDayName(n + 1)
        case Hour(n):
            return locale.toString(QTime(n % 24, 0), QLocale.FormatType.ShortFormat)
        case App(id_):
            return name_of(id_)
        case Name(text):
            return text


def _filled(text: str, values: Values, name_of: Callable[[str], str]) -> str:
    return translate("Insight", text).format(
        **{name: shown(value, name_of) for name, value in values.items()}
    )
