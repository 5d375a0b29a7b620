"""The offline window as an event for calendars (RFC 5545).

One UID for the trip whatever becomes of the window, SEQUENCE rising with each revision,
the place's zone with the changes of its clock around the window, and no ATTENDEE: it is
published, nobody is asked to answer a calendar.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from unplug.clock import from_ms
from unplug.trips.state import Plan, TripState

PRODUCT = "-//unplug//trips//EN"
ALARM_MIN = 15
_LINE_OCTETS = 75
_AROUND = timedelta(days=200)
_STAMP = "%Y%m%dT%H%M%SZ"
_LOCAL = "%Y%m%dT%H%M%S"


@dataclass(frozen=True, slots=True)
class WindowEvent:
    """A window as a calendar shows it; needs nothing that is sealed.

    Attributes:
        trip: whose it is, hexadecimal.
        title: what the trip is called.
        place: where it is; may be empty.
        zone: the place's.
        start_ms: UTC.
        end_ms: UTC.
        revision: from 1 up.
        cancelled: it was called off.
    """

    trip: str
    title: str
    place: str
    zone: str
    start_ms: int
    end_ms: int
    revision: int
    cancelled: bool = False

    @property
    def uid(self) -> str:
        """The same whatever becomes of the window."""
        return f"trip-{self.trip}@unplug.invalid"

    @property
    def sequence(self) -> int:
        """A revision and its being called off are two steps."""
        return 2 * self.revision - 2 + self.cancelled


def window_ics(state: TripState, plan: Plan, now_ms: int) -> bytes:
    """The calendar file.

    Args:
        state: the trip.
        plan: the revision to write, as a rule the last.
        now_ms: when it is written.
    """
    event = WindowEvent(
        trip=state.trip.hex(),
        title=state.title,
        place=plan.window.place,
        zone=plan.window.zone,
        start_ms=plan.window.start_ms,
        end_ms=plan.window.end_ms,
        revision=plan.revision,
        cancelled=plan.cancelled,
    )
    return event_ics(event, now_ms)


def event_ics(event: WindowEvent, now_ms: int, *, in_a_file: bool = True) -> bytes:
    """The same, of what is known without keys.

    Args:
        event: the window.
        now_ms: when it is written.
        in_a_file: whether it says that it is published; what lies on a server must
            not name a METHOD (RFC 4791, section 4.1).
    """
    zone = _zone(event.zone)
    start, end = from_ms(event.start_ms), from_ms(event.end_ms)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        *(("METHOD:PUBLISH",) if in_a_file else ()),
        *(_timezone(zone, start, end) if zone else ()),
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"SEQUENCE:{event.sequence}",
        f"DTSTAMP:{from_ms(now_ms):{_STAMP}}",
        f"DTSTART{_at(start, zone)}",
        f"DTEND{_at(end, zone)}",
        f"SUMMARY:{_text(event.title)}",
        f"LOCATION:{_text(event.place)}",
        f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}",
        "TRANSP:OPAQUE",
        *(() if event.cancelled else _alarm(event.title)),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines if line != "LOCATION:")


def _zone(name: str) -> ZoneInfo | None:
    """The place's zone, if this machine knows it; in UTC the instants stay right."""
    try:
        return None if name == "UTC" else ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _at(instant: datetime, zone: ZoneInfo | None) -> str:
    if zone is None:
        return f":{instant:{_STAMP}}"
    return f";TZID={zone.key}:{instant.astimezone(zone):{_LOCAL}}"


def _alarm(title: str) -> tuple[str, ...]:
    return (
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_text(title)}",
        f"TRIGGER:-PT{ALARM_MIN}M",
        "END:VALARM",
    )


def _timezone(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[str]:
    """The clock of the place as it is from half a year before to half a year after."""
    first = start - _AROUND
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{zone.key}"
    yield from _observance(zone, first, zone.utcoffset(first.astimezone(zone)))
    for change in _changes(zone, first, end + _AROUND):
        before = (change - timedelta(seconds=1)).astimezone(zone)
        yield from _observance(zone, change, before.utcoffset())
    yield "END:VTIMEZONE"


def _observance(
    zone: ZoneInfo, at: datetime, before: timedelta | None
) -> Iterator[str]:
    local = at.astimezone(zone)
    after = local.utcoffset() or timedelta()
    before = after if before is None else before
    kind = "DAYLIGHT" if local.dst() else "STANDARD"
    onset = at.astimezone(UTC) + before
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{onset:{_LOCAL}}"
    yield f"TZOFFSETFROM:{_offset(before)}"
    yield f"TZOFFSETTO:{_offset(after)}"
    yield f"TZNAME:{_text(local.tzname() or zone.key)}"
    yield f"END:{kind}"


def _changes(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[datetime]:
    """The instants at which the zone's offset changes, to the second."""
    low = start
    while low < end:
        high = low + timedelta(days=1)
        if low.astimezone(zone).utcoffset() != high.astimezone(zone).utcoffset():
            before, after = low, high
            while after - before > timedelta(seconds=1):
                middle = before + (after - before) // 2
                middle = middle.replace(microsecond=0)
                same = before.astimezone(zone).utcoffset()
                if middle.astimezone(zone).utcoffset() == same:
                    before = middle
                else:
                    after = middle
            yield after
        low = high


def _offset(offset: timedelta) -> str:
    seconds = round(offset.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("+", seconds)
    hours, minutes = divmod(seconds // 60, 60)
    rest = f"{seconds % 60:02}" if seconds % 60 else ""
    return f"{sign}{hours:02}{minutes:02}{rest}"


def _text(text: str) -> str:
    for char in "\\;,":
        text = text.replace(char, f"\\{char}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """The line in pieces of at most 75 octets, never through a character."""
    pieces, piece = [], b""
    for char in line:
        encoded = char.encode("utf-8")
        if len(piece) + len(encoded) > _LINE_OCTETS:
            pieces.append(piece)
            piece = b" "
        piece += encoded
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
