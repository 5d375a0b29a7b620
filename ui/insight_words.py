"""Insights in the user's language: the sentences, the offers and their values.

The sentences stand in `unplug.usage.insights.words` in English; here they are again,
word for word, so that they are found for translation. A test holds both together.
"""

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

translate = QCoreApplication.translate


def sentence(insight: Insight, name_of: Callable[[str], str]) -> str:
    """An insight in one or two plain sentences.

    Args:
        insight: what to say.
        name_of: says what an app is called.
    """
    return _filled(sentences()[insight.form], insight.values, name_of)


def offer(action: Action, name_of: Callable[[str], str]) -> str:
    """What is offered below an insight, as a button says it."""
    return _filled(offers()[action.form], action.values, name_of)


def sentences() -> dict[str, str]:
    """The sentences by `Insight.form`."""
    return {
        "week_less": translate(
            "Insight",
            "Last week you spent {by} less a day at the screen than the "
            "week before: {now} against {before}.",
        ),
        "week_more": translate(
            "Insight",
            "Last week you spent {by} more a day at the screen than the "
            "week before: {now} against {before}.",
        ),
        "trigger": translate(
            "Insight",
            "After {app}, a long stretch in {then} follows {times} times "
            "as often as usual: {n} of {of} times.",
        ),
        "first_app": translate(
            "Insight",
            "Coming back to the screen, you open {app} first: {n} of {of} times.",
        ),
        "late_more": translate(
            "Insight",
            "Late evenings have become more: {n} of the last {of} days, "
            "and {n_before} of the {of_before} before.",
        ),
        "late_fewer": translate(
            "Insight",
            "Late evenings have become fewer: {n} of the last {of} days, "
            "and {n_before} of the {of_before} before.",
        ),
        "fragments_more": translate(
            "Insight",
            "Your time at the screen is more broken up: {now} changes of "
            "app an hour in the last two weeks, {before} before.",
        ),
        "fragments_fewer": translate(
            "Insight",
            "Your time at the screen is less broken up: {now} changes of "
            "app an hour in the last two weeks, {before} before.",
        ),
        "ai_more": translate(
            "Insight",
            "AI chats and companions: {now} a week in the last four "
            "weeks, {before} in the four before. Meetings with people: "
            "{met}, and {met_before} before.",
        ),
        "ai_less": translate(
            "Insight",
            "AI chats and companions: {now} a week in the last four "
            "weeks, {before} in the four before. Meetings with people: "
            "{met}, and {met_before} before.",
        ),
        "mood_use_lower": translate(
            "Insight",
            "For you, more screen time and lower mood go together ({n} "
            "days with a note).",
        ),
        "mood_use_better": translate(
            "Insight",
            "For you, more screen time and better mood go together ({n} "
            "days with a note).",
        ),
        "mood_meetings_better": translate(
            "Insight",
            "For you, seeing people and better mood go together: {with} "
            "on such days, {without} on others ({n} days with a note).",
        ),
        "mood_meetings_lower": translate(
            "Insight",
            "For you, seeing people and lower mood go together: {with} on"
            " such days, {without} on others ({n} days with a note).",
        ),
        "circles": translate(
            "Insight",
            "{name} was there {n} of {of} times you met somebody; "
            "{others} you want to see are waiting.",
        ),
        "sessions_less": translate(
            "Insight",
            "After a device-free session, the rest of the day has {by} "
            "less screen time than other days ({n} sessions).",
        ),
        "sessions_more": translate(
            "Insight",
            "After a device-free session, the rest of the day has {by} "
            "more screen time than other days ({n} sessions).",
        ),
        "scroll": translate(
            "Insight",
            "{weekday}, {from} to {to}, is your longest scroll: {mean} on average.",
        ),
    }


def offers() -> dict[str, str]:
    """The offers by `Action.form`."""
    return {
        "plan_any": translate(
            "Insight",
            "Plan a device-free hour",
        ),
        "plan_then": translate(
            "Insight",
            "Plan {weekday}, {from} to {to}, without devices",
        ),
        "plan_quiet": translate(
            "Insight",
            "Plan an hour for one thing",
        ),
        "wind_down": translate(
            "Insight",
            "Set a time to wind down",
        ),
        "meet": translate(
            "Insight",
            "Ask {who} to meet",
        ),
        "free_then": translate(
            "Insight",
            "{who} is usually free then: ask to meet",
        ),
        "see_people": translate(
            "Insight",
            "See who you could meet",
        ),
        "note_mood": translate(
            "Insight",
            "Note your mood today",
        ),
        "keep_on": translate(
            "Insight",
            "Nothing to do: it goes your way",
        ),
    }


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
    return text.format(
        **{name: shown(value, name_of) for name, value in values.items()}
    )
