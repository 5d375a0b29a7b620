"""What the command line asks of sessions and plans, done by whoever has the machine."""

from collections.abc import Callable
from typing import Any

from unplug.engine.control import Message
from unplug.engine.sessions.unplugging import Unplugging
from unplug.engine.status import session_json
from unplug.errors import UnplugError
from unplug.sessions import events as ev
from unplug.sessions.forms import AnyPlan, from_form
from unplug.sessions.plan import Strictness
from unplug.sessions.states import Running
from unplug.sessions.terms import Terms


def fulfil(unplugging: Unplugging, request: Message) -> Message:
    """Do what a request asks for.

    Returns:
        The session as it is then, under ``session``.

    Raises:
        UnplugError: it cannot be done; says why.
    """
    asked: dict[str, Any] = dict(request)
    match asked.get("do"):
        case "session.start":
            unplugging.wish(_start(asked))
        case "session.end":
            _end(unplugging, asked)
        case "session.postpone":
            unplugging.wish(ev.Postpone(asked.get("by_ms")))
        case "session.pause":
            unplugging.wish(ev.PauseReminders(asked["for_ms"]))
        case str(wish) if wish in _PLAIN:
            unplugging.wish(_PLAIN[wish]())
        case "plan.put":
            unplugging.put_plans([_read(form) for form in asked["plans"]])
        case "plan.add":
            _add(unplugging, _read(asked["plan"]))
        case "plan.remove":
            unplugging.drop_plan(plan_named(unplugging.plans, asked["name"]).uid)
        case other:
            failed = "the running app cannot do this"
            raise UnplugError(failed, other, "quit it and try again")
    session = unplugging.session()
    leaving = isinstance(unplugging.state.phase, Running) and bool(
        unplugging.state.phase.leaving
    )
    return {"session": session_json(session), "leaving": leaving}


_PLAIN: dict[str, Callable[[], ev.Event]] = {
    "session.skip": ev.Skip,
    "session.undo-skip": ev.UndoSkip,
    "session.now": ev.Begin,
    "session.after-call": ev.AfterThisCall,
    "session.resume": ev.ResumeReminders,
}
"""Wishes that say nothing but themselves."""


def plan_named(plans: tuple[AnyPlan, ...], name: str) -> AnyPlan:
    """The plan of a name or a uid.

    Raises:
        UnplugError: there is none.
    """
    for plan in plans:
        if name == plan.uid or name.casefold() == plan.name.casefold():
            return plan
    failed, todo = "cannot find a plan", "see the plans: unplug plan list"
    raise UnplugError(failed, name, todo)


def _read(form: Any) -> AnyPlan:  # noqa: ANN401  (JSON)
    return from_form(form["kind"], form)


def _start(asked: dict[str, Any]) -> ev.UnplugNow:
    return ev.UnplugNow(
        for_ms=asked.get("for_ms"),
        until_ms=asked.get("until_ms"),
        terms=Terms(strictness=Strictness(asked["strictness"]), keeps_end=False),
    )


def _end(unplugging: Unplugging, asked: dict[str, Any]) -> None:
    phase = unplugging.state.phase
    if asked.get("need"):
        unplugging.wish(ev.NeedComputer())
        return
    firm = isinstance(phase, Running) and (
        phase.session.terms.strictness is not Strictness.GENTLE
    )
    if firm and not str(asked.get("reason") or "").strip():
        failed, todo = "cannot end it without a reason", "add --reason, or --need"
        raise UnplugError(failed, "this session is kept firmly", todo)
    unplugging.wish(ev.EndEarly(str(asked.get("reason") or "")))


def _add(unplugging: Unplugging, plan: AnyPlan) -> None:
    if any(plan.name.casefold() == each.name.casefold() for each in unplugging.plans):
        failed, todo = "cannot add a plan that is there already", "remove it first"
        raise UnplugError(failed, plan.name, f"{todo}, or choose another name")
    unplugging.put_plans([plan])
