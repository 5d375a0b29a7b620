"""Busy times out of calendars, so that sessions stay out of meetings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from unplug.ical.lines import Problem, read_components
from unplug.sessions.ics_events import Event, read_event
from unplug.sessions.ics_times import zones_of
from unplug.sessions.lasting import Lasting, Until, instant_of
from unplug.sessions.plan import zone_named
from unplug.sessions.rule_days import dates
from unplug.spans import Span

_SLACK = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Busy:
    """When somebody is busy: spans in UTC, in order, that do not touch."""

    spans: tuple[Span, ...]
    problems: tuple[Problem, ...]


def busy_times(
    texts: Iterable[str], window: Span, zone: ZoneInfo, *, all_day: bool = False
) -> Busy:
    """The busy times of some .ics files, within a window.

    Events count that are neither cancelled nor marked as free; unplug's own do not,
    or a session would stay out of its own way.

    Args:
        texts: whole files; what cannot be read is a problem, never an error.
        window: busy times are cut to it.
        zone: where the user is; floating times go by its clock.
        all_day: whether events without a time of day count.
    """
    # Inside one zone, comparing would ignore the offsets.
    window = Span(window.start.astimezone(UTC), window.end.astimezone(UTC))
    problems: list[Problem] = []
    found: list[Span] = []
    for text in texts:
        events = [e for e in _events(text, problems) if all_day or not e.start.is_date]
        replaced = _replaced(events, zone)
        for event in events:
            found += _within(event, replaced[event.uid], window, zone)
    return Busy(_merged(found), tuple(problems))


def _events(text: str, problems: list[Problem]) -> list[Event]:
    calendar = read_components(text, problems)
    zones = zones_of(calendar)
    read = (read_event(part, zones, problems) for part in calendar.within("VEVENT"))
    return [event for event in read if event is not None]


def _counts(event: Event) -> bool:
    return (
        event.lasting is not None
        and event.says("STATUS") != "CANCELLED"
        and event.says("TRANSP") != "TRANSPARENT"
        and event.says("X-MICROSOFT-CDO-BUSYSTATUS") not in {"FREE", "WORKINGELSEWHERE"}
        and event.component.first("X-UNPLUG-STRICTNESS") is None
    )


def _replaced(events: list[Event], here: ZoneInfo) -> dict[str, set[datetime]]:
    """By UID, the starts that other events stand for, and those left out."""
    starts: dict[str, set[datetime]] = defaultdict(set)
    for event in events:
        starts[event.uid] |= {moment.instant(here) for moment in event.left_out}
        if event.replaces is not None:
            starts[event.uid].add(event.replaces.instant(here))
    return starts


def _within(
    event: Event, replaced: set[datetime], window: Span, here: ZoneInfo
) -> Iterator[Span]:
    lasting = event.lasting
    if lasting is None or not _counts(event):
        return
    zone = zone_named(event.start.zone) if event.start.zone else here
    for local in _local_starts(event, lasting, window, zone):
        start = instant_of(local, zone)
        if start >= window.end:
            continue
        end = lasting.end_of(start, local, zone, event.start.local.time())
        stands = event.replaces is not None or start not in replaced
        if stands and end > window.start:
            yield Span(max(start, window.start), min(end, window.end))


def _local_starts(
    event: Event, lasting: Lasting | Until, window: Span, zone: ZoneInfo
) -> Iterator[datetime]:
    """The event's own start and all further ones, those far from the window left out.

    Calendars count DTSTART as an occurrence, also where it does not fit the rule.
    """
    yield event.start.local
    for moment in event.extra:
        if (local := moment.seen_in(event.start.zone)) is not None:
            yield local
    if event.rule is None or event.replaces is not None:
        return
    early = window.start.astimezone(zone).replace(tzinfo=None) - lasting.longest
    last = (window.end.astimezone(zone) + _SLACK).date()
    until = event.rule.until
    for day in dates(event.rule, event.start.local.date(), (early - _SLACK).date()):
        local = datetime.combine(day, event.start.local.time())
        if day > last or (until is not None and _is_over(local, until, zone)):
            return
        yield local


def _is_over(local: datetime, until: date | datetime, zone: ZoneInfo) -> bool:
    if not isinstance(until, datetime):
        return local.date() > until
    if until.tzinfo is None:
        return local > until
    return instant_of(local, zone) > until


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            last = joined.pop()
            joined.append(Span(last.start, max(last.end, span.end)))
        else:
            joined.append(span)
    return tuple(joined)
