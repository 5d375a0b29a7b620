"""Plans as plain JSON and back, each value in the text form of its own type."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from unplug.errors import UnplugError
from unplug.sessions.lasting import read_lasting
from unplug.sessions.plan import Pause, Plan, Strictness
from unplug.sessions.rhythms import IntervalPlan, ScreenHours, WindDown
from unplug.sessions.rule import Rule

AnyPlan = Plan | IntervalPlan | WindDown | ScreenHours
Form = dict[str, Any]
_USUAL: Form = {"purpose": "", "person": None, "on": True}

CALENDAR, INTERVAL, WIND_DOWN, SCREEN_HOURS = (
    *("calendar", "interval"),
    *("wind-down", "screen-hours"),
)


def kind_of(plan: AnyPlan) -> str:
    """The name of a plan's kind."""
    match plan:
        case Plan():
            return CALENDAR
        case IntervalPlan():
            return INTERVAL
        case WindDown():
            return WIND_DOWN
        case ScreenHours():
            return SCREEN_HOURS


def to_form(plan: AnyPlan) -> Form:
    """A plan as dicts, lists, strings, numbers and None."""
    form: Form = {
        "uid": plan.uid,
        "name": plan.name,
        "strictness": plan.strictness.value,
        **_manners_form(plan),
    }
    if isinstance(plan, Plan):
        return {**form, **_calendar_form(plan)}
    if isinstance(plan, IntervalPlan):
        return {**form, **_interval_form(plan)}
    if isinstance(plan, WindDown):
        start, end = plan.starts, plan.bed
    else:
        start, end = plan.first, plan.last
    return {
        **form,
        "start": start.isoformat(),
        "end": end.isoformat(),
        "weekdays": sorted(plan.weekdays),
    }


def from_form(kind: str, form: Any) -> AnyPlan:  # noqa: ANN401  (JSON)
    """A plan from what ``to_form`` gave.

    Raises:
        UnplugError: it is damaged, or of a kind that is not known here.
    """
    try:
        return _READERS[kind](form)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        failed, todo = "cannot read a stored plan", "remove it and add it again"
        named = form.get("name") if isinstance(form, dict) else None
        raise UnplugError(failed, named or kind, todo) from error


def _manners_form(plan: AnyPlan) -> Form:
    """What most plans leave as it is; left out then, as older ones have it."""
    manners: Form = {"purpose": plan.purpose, "person": plan.person, "on": plan.on}
    return {name: value for name, value in manners.items() if value != _USUAL[name]}


def _manners(form: Form) -> Form:
    manners = {name: form.get(name, usual) for name, usual in _USUAL.items()}
    if not isinstance(manners["on"], bool):
        msg = f"a plan is on or off, not {manners['on']!r}"
        raise TypeError(msg)
    return manners


def _calendar_form(plan: Plan) -> Form:
    left_out = (when.isoformat() for when in plan.left_out)
    return {
        "first": plan.first.isoformat(),
        "lasting": plan.lasting.text,
        "rule": None if plan.rule is None else plan.rule.text,
        "zone": plan.zone,
        "left_out": sorted(left_out),
        "extra": [when.isoformat() for when in plan.extra],
        "holidays_of": plan.holidays_of,
        "pauses": [[p.first.isoformat(), p.last.isoformat()] for p in plan.pauses],
        "sequence": plan.sequence,
        "kept": list(plan.kept),
        **({"shared": True} if plan.shared else {}),
    }


def _interval_form(plan: IntervalPlan) -> Form:
    return {
        "use_s": _seconds(plan.use),
        "off_s": _seconds(plan.off),
        "long_every": plan.long_every,
        "long_off_s": _seconds(plan.long_off),
        "natural_s": _seconds(plan.natural),
    }


def _calendar(form: Form) -> Plan:
    return Plan(
        uid=form["uid"],
        name=form["name"],
        first=datetime.fromisoformat(form["first"]),
        lasting=read_lasting(form["lasting"]),
        rule=None if form["rule"] is None else Rule.read(form["rule"]),
        zone=form["zone"],
        left_out=frozenset(map(_moment, form["left_out"])),
        extra=tuple(map(datetime.fromisoformat, form["extra"])),
        holidays_of=form["holidays_of"],
        pauses=tuple(
            Pause(date.fromisoformat(first), date.fromisoformat(last))
            for first, last in form["pauses"]
        ),
        strictness=Strictness(form["strictness"]),
        sequence=form["sequence"],
        kept=tuple(form["kept"]),
        shared=form.get("shared") is True,
        **_manners(form),
    )


def _interval(form: Form) -> IntervalPlan:
    return IntervalPlan(
        uid=form["uid"],
        name=form["name"],
        use=timedelta(seconds=form["use_s"]),
        off=timedelta(seconds=form["off_s"]),
        long_every=form["long_every"],
        long_off=_length(form["long_off_s"]),
        natural=_length(form["natural_s"]),
        strictness=Strictness(form["strictness"]),
        **_manners(form),
    )


def _wind_down(form: Form) -> WindDown:
    return WindDown(
        uid=form["uid"],
        name=form["name"],
        starts=time.fromisoformat(form["start"]),
        bed=time.fromisoformat(form["end"]),
        weekdays=frozenset(form["weekdays"]),
        strictness=Strictness(form["strictness"]),
        **_manners(form),
    )


def _screen_hours(form: Form) -> ScreenHours:
    return ScreenHours(
        uid=form["uid"],
        name=form["name"],
        first=time.fromisoformat(form["start"]),
        last=time.fromisoformat(form["end"]),
        weekdays=frozenset(form["weekdays"]),
        strictness=Strictness(form["strictness"]),
        **_manners(form),
    )


_READERS: dict[str, Callable[[Form], AnyPlan]] = {
    CALENDAR: _calendar,
    INTERVAL: _interval,
    WIND_DOWN: _wind_down,
    SCREEN_HOURS: _screen_hours,
}


def _moment(text: str) -> date | datetime:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _seconds(length: timedelta | None) -> float | None:
    return None if length is None else length.total_seconds()


def _length(seconds: float | None) -> timedelta | None:
    return None if seconds is None else timedelta(seconds=seconds)
