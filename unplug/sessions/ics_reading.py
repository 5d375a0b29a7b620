"""Plans out of .ics files: what would be taken, and what is wrong with the rest."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from unplug.errors import UnplugError
from unplug.ical.lines import Line, Problem, read_components
from unplug.sessions.ics_events import Event, read_event
from unplug.sessions.ics_times import Moment, zones_of
from unplug.sessions.lasting import Lasting, Until
from unplug.sessions.plan import Pause, Plan, Strictness

_READ_HERE = frozenset(
    {
        *("UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE"),
        *("SUMMARY", "SEQUENCE", "STATUS", "TRANSP", "RECURRENCE-ID"),
        *("X-UNPLUG-STRICTNESS", "X-UNPLUG-HOLIDAYS", "X-UNPLUG-PAUSE"),
        *("X-UNPLUG-PURPOSE", "X-UNPLUG-PERSON", "X-UNPLUG-OFF"),
    }
)
_CONTROL = dict.fromkeys((*range(32), 127), " ")
_LONGEST_NAME, _LONGEST_UID = 200, 255


class Preview(NamedTuple):
    """What a file brings, before anything is taken: plans, and problems by line."""

    drafts: tuple[Plan, ...]
    problems: tuple[Problem, ...]


def preview(text: str) -> Preview:
    """Read plans from a file of any origin; never raises for what is in it.

    Events with an end by the clock (DTEND) keep ending at that time when the clocks
    change; those with a DURATION keep their length. Alarms are not taken: unplug
    announces sessions itself.
    """
    problems: list[Problem] = []
    calendar = read_components(text, problems)
    zones = zones_of(calendar)
    events = [read_event(part, zones, problems) for part in calendar.within("VEVENT")]
    for other in ("VTODO", "VJOURNAL"):
        problems.extend(
            Problem(part.number, f"{other} is no event and is left out")
            for part in calendar.within(other)
        )
    if not events and not problems:
        problems.append(Problem(1, "there is no event in this file"))
    plans = _plans([event for event in events if event is not None], problems)
    return Preview(tuple(plans), tuple(sorted(problems)))


def _plans(events: list[Event], problems: list[Problem]) -> list[Plan]:
    plans: dict[str, Plan] = {}
    for event in events:
        if event.replaces is not None:
            continue
        if event.uid in plans:
            problems.append(Problem(event.line, "an event of this UID came before"))
        elif plan := _plan(event, problems):
            plans[event.uid] = plan
    for event in events:
        if event.replaces is not None:
            _replace_one(event, event.replaces, plans, problems)
    return list(plans.values())


def _plan(event: Event, problems: list[Problem]) -> Plan | None:
    if event.says("STATUS") == "CANCELLED":
        problems.append(Problem(event.line, "the event is cancelled and is left out"))
        return None
    if event.lasting is None:
        problems.append(Problem(event.line, "the event has no length"))
        return None
    try:
        plan = Plan(
            uid=event.uid[:_LONGEST_UID].translate(_CONTROL),
            name=_name(event),
            first=event.start.local,
            lasting=event.lasting,
            rule=event.rule,
            zone=event.start.zone,
            left_out=_left_out(event, problems),
            extra=_extra(event, problems),
        )
    except UnplugError as error:
        rule = event.component.first("RRULE") or event.component.first("DTSTART")
        problems.append(Problem(rule.number if rule else event.line, str(error)))
        return None
    for line in event.component.lines:
        plan = _with(plan, line, problems)
    return plan


def _name(event: Event) -> str:
    summary = event.component.first("SUMMARY")
    name = summary.text.translate(_CONTROL)[:_LONGEST_NAME] if summary else ""
    return name if name.strip() else "Unnamed"


def _with(plan: Plan, line: Line, problems: list[Problem]) -> Plan:
    """The plan with one more line taken in, or the line's problem noted."""
    try:
        if line.name in _TAKEN:
            return _TAKEN[line.name](plan, line)
        if line.name == "EXRULE":
            problems.append(Problem(line.number, "EXRULE is out of use, left out"))
        elif line.name not in _READ_HERE:
            return replace(plan, kept=(*plan.kept, line.raw.translate(_CONTROL)))
    except (UnplugError, ValueError, OverflowError) as error:
        what = str(error) if isinstance(error, UnplugError) else repr(line.value[:40])
        problems.append(Problem(line.number, f"{line.name} is left out: {what}"))
    return plan


def _with_pause(plan: Plan, line: Line) -> Plan:
    first, _, last = line.value.strip().partition("/")
    pause = Pause(date.fromisoformat(first), date.fromisoformat(last))
    return replace(plan, pauses=(*plan.pauses, pause))


def _with_strictness(plan: Plan, line: Line) -> Plan:
    return replace(plan, strictness=Strictness(line.value.strip().lower()))


_TAKEN: dict[str, Callable[[Plan, Line], Plan]] = {
    "SEQUENCE": lambda plan, line: replace(plan, sequence=int(line.value)),
    "X-UNPLUG-STRICTNESS": _with_strictness,
    "X-UNPLUG-HOLIDAYS": lambda plan, line: replace(
        plan, holidays_of=line.value.strip()
    ),
    "X-UNPLUG-PAUSE": _with_pause,
    "X-UNPLUG-PURPOSE": lambda plan, line: replace(plan, purpose=line.text.strip()),
    "X-UNPLUG-PERSON": lambda plan, line: replace(
        plan, person=line.text.strip() or None
    ),
    "X-UNPLUG-OFF": lambda plan, line: replace(plan, on=line.value.strip() != "1"),
}


def _left_out(event: Event, problems: list[Problem]) -> frozenset[date | datetime]:
    kept: set[date | datetime] = set()
    for moment in event.left_out:
        if moment.is_date and not event.start.is_date:
            kept.add(moment.local.date())
        elif (local := moment.seen_in(event.start.zone)) is not None:
            kept.add(local)
        else:
            problems.append(_lost(event, "EXDATE"))
    return frozenset(kept)


def _extra(event: Event, problems: list[Problem]) -> tuple[datetime, ...]:
    kept: set[datetime] = set()
    for moment in event.extra:
        local = moment.seen_in(event.start.zone)
        if local is None:
            problems.append(_lost(event, "RDATE"))
        elif moment.is_date:
            kept.add(datetime.combine(local, event.start.local.time()))
        else:
            kept.add(local)
    return tuple(sorted(kept))


def _replace_one(
    event: Event, replaces: Moment, plans: dict[str, Plan], problems: list[Problem]
) -> None:
    """Take in that one occurrence is moved or called off."""
    plan = plans.get(event.uid)
    if plan is None:
        problems.append(Problem(event.line, "RECURRENCE-ID of an event not taken"))
        return
    was, now = replaces.seen_in(plan.zone), event.start.seen_in(plan.zone)
    if was is None or now is None:
        problems.append(_lost(event, "RECURRENCE-ID"))
        return
    called_off = event.says("STATUS") == "CANCELLED"
    length = _length(plan.lasting, plan.first)
    if not called_off and _length(event.lasting, now) != length:
        problems.append(Problem(event.line, "its own length is left out"))
    extra = plan.extra if called_off else tuple(sorted({*plan.extra, now}))
    left_out = plan.left_out if now == was and not called_off else {*plan.left_out, was}
    try:
        plans[event.uid] = replace(plan, left_out=frozenset(left_out), extra=extra)
    except UnplugError as error:
        problems.append(Problem(event.line, str(error)))


def _length(lasting: Lasting | Until | None, start: datetime) -> timedelta | None:
    if isinstance(lasting, Until):
        return lasting.wall_length(start.time())
    return lasting.longest if lasting else None


def _lost(event: Event, name: str) -> Problem:
    line = event.component.first(name)
    number = line.number if line else event.line
    return Problem(number, f"{name} has a zone where DTSTART has none, or none for it")
