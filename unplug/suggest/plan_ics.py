"""A plan as a calendar file: one appointment with a UID that stays, and an alarm."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from unplug.clock import to_ms
from unplug.ical.lines import escaped, folded

_PRODID = "-//unplug//unplug//EN"
_BEFORE_MIN = 60
_SINCE_MS = 1_700_000_000_000
_NOT_IN_NAMES = re.compile(r"[^\w-]+")
_NAME_MOST = 60


@dataclass(frozen=True, slots=True)
class Plan:
    """What was planned.

    Attributes:
        uid: names the appointment for good: planned again, it moves.
        title: what it is.
        start: when it begins, aware.
        end: when it ends, aware.
    """

    uid: str
    title: str
    start: datetime
    end: datetime


def ics_of(plan: Plan, written: datetime) -> str:
    """The calendar file's text; the alarm comes an hour before.

    Instants are in UTC, so that every calendar shows the same moment.

    Args:
        plan: what was planned.
        written: when, aware; what is written later replaces what was before.
    """
    title = escaped(plan.title)
    return folded(
        (
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            f"PRODID:{_PRODID}",
            "CALSCALE:GREGORIAN",
            "BEGIN:VEVENT",
            f"UID:{escaped(plan.uid)}",
            f"DTSTAMP:{_utc(written)}",
            f"SEQUENCE:{max(0, to_ms(written) - _SINCE_MS) // 1000}",
            f"SUMMARY:{title}",
            f"DTSTART:{_utc(plan.start)}",
            f"DTEND:{_utc(plan.end)}",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"TRIGGER:-PT{_BEFORE_MIN}M",
            f"DESCRIPTION:{title}",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR",
        )
    )


def file_name(plan: Plan, zone: ZoneInfo) -> str:
    """What to call the file, in letters of any script: "A-walk-with-Ana-03-17.ics"."""
    title = _NOT_IN_NAMES.sub("-", plan.title).strip("-")[:_NAME_MOST].rstrip("-")
    return f"{title}-{plan.start.astimezone(zone):%m-%d}.ics"


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
