"""Plans as they are written on the command line, whichever kind they are of."""

import os
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from unplug import durations
from unplug.clock import Clock
from unplug.engine.sessions.planning import lasting
from unplug.errors import UnplugError
from unplug.sessions.forms import AnyPlan
from unplug.sessions.lasting import Lasting, Until
from unplug.sessions.plan import Plan, Strictness
from unplug.sessions.rhythms import EVERY_DAY, IntervalPlan, ScreenHours, WindDown
from unplug.sessions.rule import WEEKDAYS, Rule

_DAYS = (
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A plan as it is written; what is not said is None.

    Attributes:
        name: what it is called.
        rule: an RRULE value; without one it comes once.
        at: when it starts, local time.
        length: how long it is, "2h", "2d" or ISO 8601.
        until: when it ends by the clock, instead of a length.
        start: the first date; today, if it is not said.
        zone: an IANA name; floating, if it is not said.
        use: after how much use a break is due, "50m"; makes it an interval plan.
        long_every: every how many breaks one is long.
        long_for: how long that is.
        wind_down: whether it is an evening that gets quiet, from ``at`` until
            ``until``.
        first: from when on screens are welcome; with ``last``, the hours of a day.
        last: until when they are.
        days: the weekdays it is for, "mon,tue"; all, if it is not said.
        strictness: gentle, firm or promise.
        purpose: what the time is for.
        holidays_of: the country on whose public holidays it does not come.
    """

    name: str
    rule: str | None = None
    at: time | None = None
    length: str | None = None
    until: time | None = None
    start: date | None = None
    zone: str | None = None
    use: str | None = None
    long_every: int | None = None
    long_for: str | None = None
    wind_down: bool = False
    first: time | None = None
    last: time | None = None
    days: str | None = None
    strictness: str = Strictness.GENTLE.value
    purpose: str = ""
    holidays_of: str | None = None


def missing_in(written: Written) -> str | None:
    """The option without which nothing can be made of it; None: there is enough."""
    if written.use is not None:
        return None if written.length is not None else "--for"
    if written.first is not None or written.last is not None:
        given = {"--first": written.first, "--last": written.last}
    elif written.wind_down:
        given = {"--at": written.at, "--until": written.until}
    else:
        ends = written.length if written.until is None else written.until
        if written.at is not None and ends is None:
            return "--for"
        given = {"--at": written.at}
    return next((name for name, value in given.items() if value is None), None)


def plan_written(written: Written, clock: Clock) -> AnyPlan:
    """The plan that was meant.

    Raises:
        UnplugError: such a plan makes no sense; says why.
    """
    if (missing := missing_in(written)) is not None:
        failed, todo = "cannot make such a plan", "say it as well"
        raise UnplugError(failed, f"{missing} is missing", todo)
    same: dict[str, Any] = {
        "uid": f"{os.urandom(16).hex()}@unplug",
        "name": written.name,
        "strictness": Strictness(written.strictness),
        "purpose": written.purpose,
    }
    if written.use is not None:
        return _interval(written, same)
    if written.first is not None and written.last is not None:
        days = weekdays(written.days)
        return ScreenHours(
            **same, first=written.first, last=written.last, weekdays=days
        )
    at = written.at or time()
    if written.wind_down:
        bed, days = written.until or time(), weekdays(written.days)
        return WindDown(**same, starts=at, bed=bed, weekdays=days)
    return Plan(
        **same,
        first=datetime.combine(written.start or _today(clock), at),
        lasting=_lasting(written, at),
        rule=_rule(written),
        zone=written.zone,
        holidays_of=written.holidays_of,
    )


def weekdays(text: str | None) -> frozenset[int]:
    """Weekdays such as "mon,tue" or "MO,TU", Monday = 0; None stands for all.

    Raises:
        UnplugError: one of them is none.
    """
    if text is None:
        return EVERY_DAY
    found = set()
    for word in filter(None, text.lower().replace(",", " ").split()):
        day = next((n for n, name in enumerate(_DAYS) if name.startswith(word)), None)
        if day is None or len(word) < 2:  # noqa: PLR2004  (tuesday or thursday)
            failed, todo = "cannot read the weekdays", "write them like mon,tue,sat"
            raise UnplugError(failed, text, todo)
        found.add(day)
    return frozenset(found)


def _rule(written: Written) -> Rule | None:
    if written.rule is not None:
        return Rule.read(written.rule)
    if written.days is None:
        return None
    days = ",".join(WEEKDAYS[day] for day in sorted(weekdays(written.days)))
    return Rule.read(f"FREQ=WEEKLY;BYDAY={days}")


def _lasting(written: Written, at: time) -> Lasting | Until:
    if written.until is None:
        return lasting(written.length or "")
    return Until(days=0 if written.until > at else 1, at=written.until)


def _interval(written: Written, same: dict[str, Any]) -> IntervalPlan:
    long_off = None if written.long_for is None else durations.parse(written.long_for)
    return IntervalPlan(
        **same,
        use=durations.parse(written.use or ""),
        off=durations.parse(written.length or ""),
        long_every=written.long_every,
        long_off=long_off,
    )


def _today(clock: Clock) -> date:
    return clock.stamp().utc.astimezone(clock.zone()).date()
