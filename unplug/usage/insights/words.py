"""Insights in English: the sentences, and how values stand in them.

The windows say the same in the user's language (`ui.insight_words`),
after these were taken into `resources/translations`.
"""

from collections.abc import Callable

from unplug.durations import for_people
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

SENTENCES = {
    "week_less": "Last week you spent {by} less a day at the screen than the week"
    " before: {now} against {before}.",
    "week_more": "Last week you spent {by} more a day at the screen than the week"
    " before: {now} against {before}.",
    "trigger": "After {app}, a long stretch in {then} follows {times} times as often as"
    " usual: {n} of {of} times.",
    "first_app": "Coming back to the screen, you open {app} first: {n} of {of} times.",
    "late_more": "Late evenings have become more: {n} of the last {of} days, and"
    " {n_before} of the {of_before} before.",
    "late_fewer": "Late evenings have become fewer: {n} of the last {of} days, and"
    " {n_before} of the {of_before} before.",
    "fragments_more": "Your time at the screen is more broken up: {now} changes of app"
    " an hour in the last two weeks, {before} before.",
    "fragments_fewer": "Your time at the screen is less broken up: {now} changes of app"
    " an hour in the last two weeks, {before} before.",
    "ai_more": "AI chats and companions: {now} a week in the last four weeks, {before}"
    " in the four before. Meetings with people: {met}, and {met_before} before.",
    "ai_less": "AI chats and companions: {now} a week in the last four weeks, {before}"
    " in the four before. Meetings with people: {met}, and {met_before} before.",
    "mood_use_lower": "For you, more screen time and lower mood go together"
    " ({n} days with a note).",
    "mood_use_better": "For you, more screen time and better mood go together"
    " ({n} days with a note).",
    "mood_meetings_better": "For you, seeing people and better mood go together: {with}"
    " on such days, {without} on others ({n} days with a note).",
    "mood_meetings_lower": "For you, seeing people and lower mood go together: {with}"
    " on such days, {without} on others ({n} days with a note).",
    "circles": "{name} was there {n} of {of} times you met somebody; {others} you"
    " want to see are waiting.",
    "sessions_less": "After a device-free session, the rest of the day has {by} less"
    " screen time than other days ({n} sessions).",
    "sessions_more": "After a device-free session, the rest of the day has {by} more"
    " screen time than other days ({n} sessions).",
    "scroll": "{weekday}, {from} to {to}, is your longest scroll: {mean} on average.",
}
"""By `Insight.form`."""

OFFERS = {
    "plan_any": "Plan a device-free hour",
    "plan_then": "Plan {weekday}, {from} to {to}, without devices",
    "plan_quiet": "Plan an hour for one thing",
    "wind_down": "Set a time to wind down",
    "meet": "Ask {who} to meet",
    "free_then": "{who} is usually free then: ask to meet",
    "see_people": "See who you could meet",
    "note_mood": "Note your mood today",
    "keep_on": "Nothing to do: it goes your way",
}
"""By `Action.form`."""

WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)


def sentence(insight: Insight, name_of: Callable[[str], str] = str) -> str:
    """The insight in one or two plain English sentences.

    Args:
        insight: what to say.
        name_of: says what to call an app.
    """
    return _filled(SENTENCES[insight.form], insight.values, name_of)


def offer(action: Action, name_of: Callable[[str], str] = str) -> str:
    """What is offered, in English."""
    return _filled(OFFERS[action.form], action.values, name_of)


def in_english(value: Value, name_of: Callable[[str], str] = str) -> str:  # noqa: PLR0911  (one for each sort)
    """A value as it stands in a sentence."""
    match value:
        case Length(ms):
            return for_people(ms)
        case Count(n):
            return str(n)
        case Number(x) | Mark(x):
            return f"{x:.1f}"
        case Day(on):
            return on.isoformat()
        case Weekday(n):
            return WEEKDAYS[n]
        case Hour(n):
            return f"{n:02}:00"
        case App(id_):
            return name_of(id_)
        case Name(text):
            return text


def _filled(text: str, values: Values, name_of: Callable[[str], str]) -> str:
    return text.format(
        **{name: in_english(value, name_of) for name, value in values.items()}
    )
