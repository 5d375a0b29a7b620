"""What the command line asks of suggestions, done by whoever has the desk."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from unplug.engine.control import Message
from unplug.engine.suggestions.as_json import decided_json, plan_json, waiting_json
from unplug.engine.suggestions.desk import SuggestDesk
from unplug.engine.suggestions.memory import Onboarding
from unplug.engine.suggestions.suggested import How, Said, SuggestionNow
from unplug.errors import UnplugError
from unplug.suggest import hours
from unplug.suggest.answers import After

PREFIX = "suggest."
Asked = dict[str, Any]


def fulfil(desk: SuggestDesk, request: Message) -> Message:
    """Do what a request asks for.

    Raises:
        UnplugError: it cannot be done; says why.
    """
    asked: Asked = dict(request)
    name = str(asked.get("do", "")).removeprefix(PREFIX)
    if name not in _DOING:
        failed = "the running app cannot do this"
        raise UnplugError(failed, PREFIX + name, "quit it and try again")
    return _DOING[name](desk, asked)


def look(desk: SuggestDesk, asked: Asked) -> Message:
    """What is suggested now, or would be at another instant; changes nothing."""
    at = asked.get("at")
    instant = None if at is None else datetime.fromisoformat(at).astimezone(UTC)
    if instant is None and (waiting := desk.shown()) is not None:
        return waiting_json(waiting)
    moment = desk.moments.moment(None, instant, thorough=instant is None)
    return decided_json(desk.checking_in.decide(moment), moment.zone)


def _ask(desk: SuggestDesk, asked: Asked) -> Message:  # noqa: ARG001  (as the others)
    return waiting_json(desk.ask())


def _another(desk: SuggestDesk, asked: Asked) -> Message:  # noqa: ARG001
    made = desk.someone_else(_waiting(desk).key)
    if isinstance(made, SuggestionNow):
        return waiting_json(made)
    return {"suggestion": None, "silent_because": made.sentence, "factors": []}


def _say(desk: SuggestDesk, asked: Asked) -> Message:
    waiting = _waiting(desk)
    desk.say(waiting.key, Said(asked["said"]))
    return {"person": waiting.person}


def _plan(desk: SuggestDesk, asked: Asked) -> Message:
    start, minutes = asked.get("start"), asked.get("minutes")
    waiting = _waiting(desk)
    begins = waiting.start if start is None else datetime.fromisoformat(start)
    length = waiting.end - waiting.start
    if minutes is not None:
        length = type(length)(minutes=minutes)
    free = bool(asked.get("device_free"))
    made = desk.plan(waiting.key, begins, begins + length, device_free=free)
    return plan_json(made)


def _happened(desk: SuggestDesk, asked: Asked) -> Message:
    after = desk.after()
    if after is None:
        failed, todo = "there is no plan to tell of", "log it: unplug people met NAME"
        raise UnplugError(failed, "", todo)
    told = After(asked["happened"], asked.get("felt"), asked.get("note") or "")
    desk.told(after.key, told)
    return {"person": after.person}


def _like(desk: SuggestDesk, asked: Asked) -> Message:
    until = asked.get("until")
    instant = None if until is None else datetime.fromisoformat(until).astimezone(UTC)
    desk.like(How(asked["how"]), instant)
    return {}


def _onboarding(desk: SuggestDesk, asked: Asked) -> Message:
    """Keep what is given of the answers, and say all of them."""
    told = desk.onboarding()
    welcome, free = asked.get("welcome"), asked.get("free")
    if welcome is not None or free is not None:
        told = Onboarding(
            told.welcome if welcome is None else hours.read_all(welcome),
            told.free if free is None else hours.read_all(free),
        )
        desk.answer_onboarding(told)
    return {
        "welcome": hours.said_all(told.welcome),
        "free": hours.said_all(told.free),
    }


def _waiting(desk: SuggestDesk) -> SuggestionNow:
    waiting = desk.waiting()
    if waiting is None:
        failed, todo = "no suggestion waits for an answer", "ask: unplug suggest ask"
        raise UnplugError(failed, "", todo)
    return waiting


_DOING: dict[str, Callable[[SuggestDesk, Asked], Message]] = {
    "look": look,
    "ask": _ask,
    "another": _another,
    "say": _say,
    "plan": _plan,
    "happened": _happened,
    "like": _like,
    "onboarding": _onboarding,
}
