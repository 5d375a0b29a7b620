"""Suggestions in words."""

from PySide6.QtCore import QCoreApplication, QLocale

from unplug.engine.suggestions.suggested import AfterNow, SuggestionNow

translate = QCoreApplication.translate


def headline(suggestion: SuggestionNow) -> str:
    """Who and what: "A walk with Ana"."""
    step = suggestion.step[:1].upper() + suggestion.step[1:]
    if suggestion.by_phone:
        text = translate("Suggesting", "{person}: {step}")
    else:
        text = translate("Suggesting", "{step} with {person}")
    return text.format(step=step, person=suggestion.person)


def when(suggestion: SuggestionNow) -> str:
    """When: "Wednesday, 18:00 to 20:00"."""
    locale = QLocale()
    day = locale.dayName(suggestion.start.isoweekday())
    text = translate("Suggesting", "{day}, {start} to {end}")
    return text.format(
        day=day,
        start=f"{suggestion.start:%H:%M}",
        end=f"{suggestion.end:%H:%M}",
    )


def easy_first(suggestion: SuggestionNow) -> str:
    """Who is easy to say hello to before; empty for most."""
    if not suggestion.warm_up:
        return ""
    text = translate("Suggesting", "Easy first: say hello to {person}.")
    return text.format(person=suggestion.warm_up)


def bring_along(suggestion: SuggestionNow) -> str:
    """What to go on from, or a question to bring along; may be empty."""
    if suggestion.topics:
        text = translate("Suggesting", "You last talked about: {topic}.")
        return text.format(topic=suggestion.topics[0])
    if not suggestion.question:
        return ""
    text = translate("Suggesting", "A question to bring along: {question}")
    return text.format(question=suggestion.question)


def did_it_happen(after: AfterNow) -> str:
    """Asks whether a plan came about."""
    if after.by_phone:
        text = translate("Suggesting", "Did you and {person} talk?")
    else:
        text = translate("Suggesting", "Did you and {person} meet?")
    return text.format(person=after.person)
