"""Plans as .ics files that other calendars read, and unplug reads back."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile

from unplug.ical.lines import escaped, folded
from unplug.ical.zones import vtimezone
from unplug.sessions.lasting import Lasting, instant_of
from unplug.sessions.plan import Plan, zone_named
from unplug.sessions.rule import Rule, written_time
from unplug.sessions.rule_days import dates

HEADS_UP = timedelta(minutes=5)
_PRODID = "-//unplug//unplug//EN"
_DAY_END = time(23, 59, 59)


def write_plans(plans: Iterable[Plan], written: datetime) -> str:
    """The plans as one calendar.

    Public holidays are nothing that iCalendar knows: other programs show those days.

    Args:
        plans: in the order in which they are written.
        written: when, an aware instant (DTSTAMP).
    """
    plans = list(plans)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODID}",
        "CALSCALE:GREGORIAN",
    ]
    for name in sorted({plan.zone for plan in plans if plan.zone} - {"UTC"}):
        lines += _zone([plan for plan in plans if plan.zone == name], name)
    for plan in plans:
        lines += _event(plan, written)
    return folded([*lines, "END:VCALENDAR"])


def _zone(plans: list[Plan], name: str) -> list[str]:
    """The zone's changes from the first of some plans to the last."""
    first = min(min((_first(plan), *plan.extra)) for plan in plans)
    ends = [_end(plan) for plan in plans]
    last = None if None in ends else max(end for end in ends if end is not None)
    return vtimezone(name, first, last)


def _end(plan: Plan) -> datetime | None:
    """When the plan's last occurrence is surely over, local; None: it has no end."""
    last = max((plan.first, *plan.extra))
    rule = plan.rule
    if rule is not None and rule.until is not None:
        last = max(last, datetime.combine(rule.until, _DAY_END) + timedelta(days=1))
    elif rule is not None and rule.count is not None:
        *_, day = (
            plan.first.date(),
            *dates(rule, plan.first.date(), plan.first.date()),
        )
        last = max(last, datetime.combine(day, _DAY_END))
    elif rule is not None:
        return None
    return last + plan.lasting.longest


def _event(plan: Plan, written: datetime) -> Iterator[str]:
    first = _first(plan)
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(plan.uid)}"
    yield f"DTSTAMP:{written_time(written.astimezone(UTC))}"
    yield f"SEQUENCE:{plan.sequence}"
    yield f"SUMMARY:{escaped(plan.name)}"
    yield _times(plan, "DTSTART", [first])
    if isinstance(plan.lasting, Lasting):
        yield f"DURATION:{plan.lasting.text}"
    else:
        end_day = first.date() + timedelta(days=plan.lasting.days)
        yield _times(plan, "DTEND", [datetime.combine(end_day, plan.lasting.at)])
    if plan.rule is not None:
        yield f"RRULE:{_rule(plan, plan.rule).text}"
    if plan.extra:
        yield _times(plan, "RDATE", plan.extra)
    if left_out := sorted(_left_out(plan)):
        yield _times(plan, "EXDATE", left_out)
    if resting := list(_resting(plan)):
        yield _times(plan, "EXDATE", resting, ";X-UNPLUG-PAUSE=1")
    yield from _own(plan)
    yield from plan.kept
    yield from _alarm(plan)
    yield "END:VEVENT"


def _own(plan: Plan) -> Iterator[str]:
    """What iCalendar has no words for."""
    yield f"X-UNPLUG-STRICTNESS:{plan.strictness}"
    if plan.holidays_of is not None:
        yield f"X-UNPLUG-HOLIDAYS:{plan.holidays_of}"
    if plan.purpose:
        yield f"X-UNPLUG-PURPOSE:{escaped(plan.purpose)}"
    if plan.person is not None:
        yield f"X-UNPLUG-PERSON:{escaped(plan.person)}"
    if not plan.on:
        yield "X-UNPLUG-OFF:1"
    for pause in plan.pauses:
        yield f"X-UNPLUG-PAUSE:{pause.first:%Y%m%d}/{pause.last:%Y%m%d}"


def _alarm(plan: Plan) -> tuple[str, ...]:
    minutes = int(HEADS_UP.total_seconds()) // 60
    return (
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"TRIGGER:-PT{minutes}M",
        f"DESCRIPTION:{escaped(plan.name)}",
        "END:VALARM",
    )


def _first(plan: Plan) -> datetime:
    """Where the rule first comes: other programs count DTSTART as an occurrence."""
    if plan.rule is None:
        return plan.first
    start = plan.first.date()
    return datetime.combine(
        next(dates(plan.rule, start, start), start), plan.first.time()
    )


def _times(
    plan: Plan, name: str, times: Iterable[datetime], parameters: str = ""
) -> str:
    """A line of local times, written as the plan's zone needs it."""
    if plan.zone == "UTC":
        values = ",".join(f"{written_time(when)}Z" for when in times)
        return f"{name}{parameters}:{values}"
    zone = f";TZID={plan.zone}" if plan.zone else ""
    return f"{name}{zone}{parameters}:{','.join(map(written_time, times))}"


def _rule(plan: Plan, rule: Rule) -> Rule:
    """The rule with its end as RFC 5545 wants it: UTC, unless the plan floats."""
    until = rule.until
    if until is None or (isinstance(until, datetime) and until.tzinfo):
        return rule
    if not isinstance(until, datetime):
        until = datetime.combine(until, _DAY_END)
    if plan.zone is None:
        return replace(rule, until=until)
    return replace(rule, until=instant_of(until, zone_named(plan.zone)))


def _left_out(plan: Plan) -> Iterator[datetime]:
    """The times left out; of a whole date, each at which the plan could come."""
    for when in plan.left_out:
        if isinstance(when, datetime):
            yield when
        else:
            yield datetime.combine(when, plan.first.time())
            yield from (extra for extra in plan.extra if extra.date() == when)


def _resting(plan: Plan) -> Iterator[datetime]:
    """The times that fall into pauses."""
    without = replace(plan, pauses=())
    seen: set[date] = set()
    for pause in plan.pauses:
        coming = without.nominal_times(max(pause.first, plan.first.date()))
        for when in takewhile(lambda when: when.date() <= pause.last, coming):  # noqa: B023
            if when.date() not in seen:
                seen.add(when.date())
                yield when
