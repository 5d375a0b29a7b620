"""Birthdays and anniversaries, and when they come next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from unplug.people.contact import Anniversary
from unplug.people.partial_date import PartialDate


class OccasionKind(StrEnum):
    """What is celebrated."""

    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"


@dataclass(frozen=True, slots=True)
class Occasion:
    """A day on which somebody is worth a thought.

    Attributes:
        on: the day, in the person's own zone.
        kind: what it is.
        uid: whose it is.
        years: how many years it is since then; None where the year is not known.
        label: the user's word for an anniversary.
    """

    on: date
    kind: OccasionKind
    uid: str
    years: int | None = None
    label: str = ""


class Celebrated(Protocol):
    """Somebody whose days are known: a contact, or what is known at a glance."""

    @property
    def uid(self) -> str:
        """Tells people apart."""

    @property
    def zone(self) -> str:
        """The IANA name of their zone; empty is the user's own."""

    @property
    def birthday(self) -> PartialDate | None:
        """When they were born."""

    @property
    def anniversaries(self) -> tuple[Anniversary, ...]:
        """Other days worth remembering."""

    @property
    def in_memoriam(self) -> bool:
        """Whether they have died."""


def next_occasion(contact: Celebrated, today: date) -> Occasion | None:
    """The next birthday or anniversary, today's included; None where none is known.

    Args:
        contact: whose; those in memoriam have anniversaries still, but no birthday.
        today: the day where the person is, see ``today_for``.
    """
    coming = occasions(contact, today)
    return min(coming, key=lambda occasion: (occasion.on, occasion.kind), default=None)


def occasions(contact: Celebrated, today: date) -> Iterator[Occasion]:
    """The next time of each birthday and anniversary, in no order."""
    if contact.birthday and not contact.in_memoriam:
        on = next_day(contact.birthday, today)
        if on:
            years = _years(contact.birthday, on)
            yield Occasion(on, OccasionKind.BIRTHDAY, contact.uid, years)
    for anniversary in contact.anniversaries:
        on = next_day(anniversary.date, today)
        if on:
            years = _years(anniversary.date, on)
            label = anniversary.shown_label
            yield Occasion(on, OccasionKind.ANNIVERSARY, contact.uid, years, label)


def next_day(day: PartialDate, today: date) -> date | None:
    """The first day on or after ``today`` on which a date comes round.

    Never before the date itself. 29 February falls on the month's last day in years
    without one. None where day or month is not known, or the calendar ends before.
    """
    year = max(today.year, day.year or today.year)
    for candidate in (year, year + 1):
        if candidate > date.max.year:
            return None
        on = day.in_year(candidate)
        if on is not None and on >= today:
            return on
    return None


def today_for(contact: Celebrated, instant: datetime, home: ZoneInfo) -> date:
    """The day it is where a person lives.

    Args:
        contact: the person; without a zone that is known they are where the user is.
        instant: now, aware.
        home: the user's own zone.
    """
    zone = home
    if contact.zone:
        try:
            zone = ZoneInfo(contact.zone)
        except (KeyError, OSError, ValueError):
            zone = home
    return instant.astimezone(zone).date()


def _years(day: PartialDate, on: date) -> int | None:
    return None if day.year is None else on.year - day.year
