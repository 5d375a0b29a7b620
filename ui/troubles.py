"""Sentences of the engine in the user's language.

The engine says what went wrong as `<what failed>: <value> — <what to do>`, in phrases
that are known; values are the user's own. Each known phrase is translated where it
stands, and whatever else there is stays as it is.
"""

import re

from PySide6.QtCore import QCoreApplication

from ui.trips.phrases import IN_WINDOWS, PHRASES
from unplug.errors import UnplugError

translate = QCoreApplication.translate
_KNOWN = frozenset((*PHRASES, *IN_WINDOWS))
_WHY = re.compile(r"(?P<value>.*) \((?P<why>.+)\)", re.DOTALL)
_NOTICE = re.compile(
    r"(?P<trip>.*?): (?P<error>.*) \(last succeeded: (?P<at>.*)\)", re.DOTALL
)
_OF_CALENDAR = re.compile(
    r"(?P<error>.*) \(calendar; last succeeded: (?P<at>.*)\)", re.DOTALL
)
_CLOCK = re.compile(
    r"this computer's clock is (?P<s>\d+) s (?P<how>behind|ahead of) the group's of"
    r" (?P<trip>.*)",
    re.DOTALL,
)


def in_words(said: UnplugError | str) -> str:
    """What went wrong, as far as its phrases are known in the user's language."""
    if isinstance(said, UnplugError):
        failed, value, todo = said.failed, said.value, said.todo
    else:
        head, _, todo = said.partition(" — ")
        failed, _, value = head.partition(": ")
    text = _phrase(failed)
    if value:
        text += f": {_value(value)}"
    if todo:
        text += f" — {_todo(todo)}"
    return text


def sentence(said: UnplugError | str) -> str:
    """The same as a page says it: as a sentence."""
    text = in_words(said)
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") or not text else ".")


def notice(said: str) -> str:
    """Something that is wrong at present, as ``Snapshot.notices`` has it."""
    if found := _CLOCK.fullmatch(said):
        return _about_the_clock(found)
    if found := _OF_CALENDAR.fullmatch(said):
        text = translate("Errors", "{error} (calendar; last succeeded: {at})")
        return text.format(error=in_words(found["error"]), at=_at(found["at"]))
    if found := _NOTICE.fullmatch(said):
        text = translate("Errors", "{trip}: {error} (last succeeded: {at})")
        error = in_words(found["error"])
        return text.format(trip=found["trip"], error=error, at=_at(found["at"]))
    return in_words(said)


def _about_the_clock(found: "re.Match[str]") -> str:
    text = translate(
        "Errors", "this computer's clock is {s} s ahead of the group's of {trip}"
    )
    if found["how"] == "behind":
        text = translate(
            "Errors", "this computer's clock is {s} s behind the group's of {trip}"
        )
    return text.format(s=found["s"], trip=found["trip"])


def _at(said: str) -> str:
    return translate("Errors", "never") if said == "never" else said


def _value(said: str) -> str:
    """A value, with a phrase in it that says why, if there is one."""
    if said in _KNOWN:
        return _phrase(said)
    if found := _WHY.fullmatch(said):
        return f"{found['value']} ({_phrase(found['why'])})"
    who, colon, why = said.rpartition(": ")
    return f"{who}: {_phrase(why)}" if colon and why in _KNOWN else said


def _todo(said: str) -> str:
    """What to do; names of others may follow."""
    what, colon, whom = said.partition(": ")
    if said not in _KNOWN and colon:
        return f"{_phrase(what)}: {whom}"
    return _phrase(said)


def _phrase(said: str) -> str:
    if said not in _KNOWN:
        return said
    return translate("Errors", IN_WINDOWS.get(said, said))
