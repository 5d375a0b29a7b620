"""One event of an iCalendar file, read without yet judging what it is good for."""

from dataclasses import dataclass
from datetime import time
from hashlib import sha256
from zoneinfo import ZoneInfo

from unplug.errors import UnplugError
from unplug.ical.lines import Component, Line, Problem
from unplug.sessions.ics_times import Moment, read_moments
from unplug.sessions.lasting import Lasting, Until
from unplug.sessions.rule import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event as its lines say it.

    Attributes:
        line: where it begins in the file.
        lasting: None: an instant, without any length.
        replaces: the time, as first planned, that it stands for (RECURRENCE-ID).
    """

    component: Component
    line: int
    uid: str
    start: Moment
    lasting: Lasting | Until | None
    rule: Rule | None
    left_out: tuple[Moment, ...]
    extra: tuple[Moment, ...]
    replaces: Moment | None

    def says(self, name: str) -> str:
        """A line's value in upper case; empty: there is no such line."""
        found = self.component.first(name)
        return found.value.strip().upper() if found else ""


def read_event(
    component: Component, zones: dict[str, str | None], problems: list[Problem]
) -> Event | None:
    """Read a VEVENT; None: it has no usable start, length or rule.

    Args:
        component: the VEVENT.
        zones: what the file says of its zones.
        problems: what is wrong with it is added here, with the line.
    """
    start = _first_moment(component, "DTSTART", zones, problems)
    if start is None:
        if component.first("DTSTART") is None:
            problems.append(Problem(component.number, "the event has no DTSTART"))
        return None
    try:
        lasting = _lasting(component, start, zones)
    except UnplugError as error:
        problems.append(Problem(_length_line(component), str(error)))
        return None
    rules = component.every("RRULE")
    try:
        rule = Rule.read(rules[0].value) if rules else None
    except UnplugError as error:
        problems.append(Problem(rules[0].number, str(error)))
        return None
    problems.extend(
        Problem(line.number, "only the event's first RRULE is taken")
        for line in rules[1:]
    )
    return Event(
        component=component,
        line=component.number,
        uid=_uid(component),
        start=start,
        lasting=lasting,
        rule=rule,
        left_out=_moments(component, "EXDATE", zones, problems),
        extra=_moments(component, "RDATE", zones, problems),
        replaces=_first_moment(component, "RECURRENCE-ID", zones, problems),
    )


def _length_line(component: Component) -> int:
    line = component.first("DTEND") or component.first("DURATION")
    return line.number if line else component.number


def _uid(component: Component) -> str:
    """The event's name; where it has none, one that is the same each time."""
    line = component.first("UID")
    uid = line.text.strip() if line else ""
    if uid:
        return uid
    content = "\n".join(line.raw for line in component.lines)
    return sha256(content.encode(errors="replace")).hexdigest()[:32]


def _first_moment(
    component: Component,
    name: str,
    zones: dict[str, str | None],
    problems: list[Problem],
) -> Moment | None:
    line = component.first(name)
    found = _read(line, zones, problems) if line else []
    return found[0] if found else None


def _moments(
    component: Component,
    name: str,
    zones: dict[str, str | None],
    problems: list[Problem],
) -> tuple[Moment, ...]:
    return tuple(
        moment
        for line in component.every(name)
        if line.parameter("X-UNPLUG-PAUSE") is None
        for moment in _read(line, zones, problems)
    )


def _read(
    line: Line, zones: dict[str, str | None], problems: list[Problem]
) -> list[Moment]:
    try:
        return read_moments(line, zones)
    except UnplugError as error:
        problems.append(Problem(line.number, str(error)))
        return []


def _lasting(
    component: Component, start: Moment, zones: dict[str, str | None]
) -> Lasting | Until | None:
    """DURATION as it is; DTEND as a time by the clock; a date alone lasts its day."""
    ends, length = component.first("DTEND"), component.first("DURATION")
    if ends is not None:
        return _until(start, read_moments(ends, zones)[0])
    if length is not None:
        if length.value.strip().upper() in {"PT0S", "P0D", "PT0M", "PT0H"}:
            return None
        return Lasting.read(length.value)
    return Until(days=1, at=time()) if start.is_date else None


def _until(start: Moment, end: Moment) -> Lasting | Until | None:
    local = end.seen_in(start.zone)
    if local is None:
        failed, todo = (
            "cannot compare DTSTART and DTEND",
            "one has a zone, one has none",
        )
        raise UnplugError(failed, end.local, todo)
    if local == start.local:
        return None
    if end.zone != start.zone and start.zone is not None:
        return _exactly(start, end)
    if local < start.local:
        failed, todo = "cannot use an event", "it ends before it starts"
        raise UnplugError(failed, f"{start.local} until {local}", todo)
    return Until(days=(local.date() - start.local.date()).days, at=local.time())


def _exactly(start: Moment, end: Moment) -> Lasting:
    """The length between two zones' clocks."""
    utc = ZoneInfo("UTC")
    length = end.instant(utc) - start.instant(utc)
    if length.total_seconds() <= 0:
        failed, todo = "cannot use an event", "it ends before it starts"
        raise UnplugError(failed, f"{start.local} until {end.local}", todo)
    return Lasting(rest=length)
