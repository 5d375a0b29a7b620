"""Plans: device-free time as it is meant, before any clock says when that is."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import lru_cache
from heapq import merge
from typing import NoReturn
from zoneinfo import ZoneInfo

from unplug.errors import UnplugError
from unplug.sessions.lasting import Lasting, Until
from unplug.sessions.rule import Rule, written_time
from unplug.sessions.rule_days import dates

FIRST_YEAR, LAST_YEAR = 1970, 2999
_LONGEST_NAME = 200
_LONGEST_UID = 255
_LONGEST_PURPOSE = 160
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_COUNTRY = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?", re.ASCII)


class Strictness(StrEnum):
    """How firmly a session is kept; chosen before, loosened only after."""

    GENTLE = "gentle"
    FIRM = "firm"
    PROMISE = "promise"

    @property
    def rank(self) -> int:
        """From 0, the gentlest, up."""
        return list(Strictness).index(self)


@dataclass(frozen=True, slots=True, order=True)
class Pause:
    """Dates on which a plan rests; both included.

    Raises:
        UnplugError: it ends before it starts.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            failed, todo = "cannot pause a plan", "let the pause end after it starts"
            raise UnplugError(failed, f"{self.first} to {self.last}", todo)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Device-free time by the calendar: once, or by a recurrence rule.

    All dates and times are nominal: naive, by the clock of ``zone``, or of the place
    where the user is, if that is None.

    Attributes:
        uid: stays the same for good, also in .ics files.
        first: where the rule starts counting; without a rule, the one occurrence.
        lasting: a length, or an end by the clock.
        rule: when it comes again; None: never.
        zone: an IANA name; None: floating, "where I am".
        left_out: single times, or whole dates, on which it does not come (EXDATE).
        extra: further times at which it comes (RDATE).
        holidays_of: a country, with or without its region ("ES", "DE-BY"), on whose
            public holidays it does not come.
        pauses: stretches of dates in which it does not come.
        sequence: goes up with each change that is sent out.
        kept: content lines of an .ics that unplug does not read, kept for export.
        purpose: what the time is for, in the person's own words.
        person: the contact it is spent with, by uid.
        on: whether it comes at all; off, it is kept for later.
        shared: a group may hear how a promise went.

    Raises:
        UnplugError: such a plan makes no sense; says why.
    """

    uid: str
    name: str
    first: datetime
    lasting: Lasting | Until
    rule: Rule | None = None
    zone: str | None = None
    left_out: frozenset[date | datetime] = frozenset()
    extra: tuple[datetime, ...] = ()
    holidays_of: str | None = None
    pauses: tuple[Pause, ...] = ()
    strictness: Strictness = Strictness.GENTLE
    sequence: int = 0
    kept: tuple[str, ...] = ()
    purpose: str = ""
    person: str | None = None
    on: bool = True
    shared: bool = False

    def __post_init__(self) -> None:
        _check_words(self)
        check_purpose(self.purpose)
        _check_times(self)
        if self.zone is not None:
            zone_named(self.zone)
        if self.rule is not None:
            _check_rule(self, self.rule)

    def zone_at(self, here: ZoneInfo) -> ZoneInfo:
        """The zone whose clock this plan goes by, the user being in ``here``."""
        return here if self.zone is None else zone_named(self.zone)

    def nominal_times(self, since: date) -> Iterator[datetime]:
        """The local times it comes, from a date on, in order; one a date at most.

        Exceptions and pauses are left out; ``rule.until`` is obeyed to the date only
        where it is an instant, since only a zone can tell.
        """
        seen: date | None = None
        for when in merge(self._regular(since), self._extra(since)):
            day = when.date()
            if day == seen or when in self.left_out or day in self.left_out:
                continue
            if not any(day in pause for pause in self.pauses):
                seen = day
                yield when

    def _regular(self, since: date) -> Iterator[datetime]:
        if self.rule is None:
            if self.first.date() >= since:
                yield self.first
            return
        at, until = self.first.time(), self.rule.until
        for day in dates(self.rule, self.first.date(), since):
            when = datetime.combine(day, at)
            if isinstance(until, datetime):
                if until.tzinfo is None and when > until:
                    return
            elif until is not None and day > until:
                return
            yield when

    def _extra(self, since: date) -> tuple[datetime, ...]:
        times = tuple(sorted(self.extra))
        return times[bisect_left(times, datetime.combine(since, time())) :]


@lru_cache(maxsize=64)
def zone_named(name: str) -> ZoneInfo:
    """The zone of an IANA name.

    Raises:
        UnplugError: there is no such zone.
    """
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        failed, todo = "cannot find a time zone", "use a name like Europe/Madrid"
        raise UnplugError(failed, name[:60] or '""', todo) from error


def _check_words(plan: Plan) -> None:
    for what, text, longest in (
        ("name", plan.name, _LONGEST_NAME),
        ("uid", plan.uid, _LONGEST_UID),
    ):
        if not text.strip() or len(text) > longest or _CONTROL.search(text):
            todo = f"its {what} needs 1 to {longest} characters, on one line"
            _refuse(repr(text[:40]), todo)
    if plan.holidays_of is not None and not _COUNTRY.fullmatch(plan.holidays_of):
        _refuse(plan.holidays_of[:40], "name the country of holidays like ES or DE-BY")
    if plan.sequence < 0:
        _refuse(f"SEQUENCE {plan.sequence}", "it cannot be negative")


def check_purpose(purpose: str) -> None:
    """See whether words fit on the screen.

    Raises:
        UnplugError: they are too long, or more than a line.
    """
    if len(purpose) > _LONGEST_PURPOSE or _CONTROL.search(purpose):
        todo = f"say what it is for in one line, up to {_LONGEST_PURPOSE} characters"
        _refuse(repr(purpose[:40]), todo)


def _check_times(plan: Plan) -> None:
    for when in (plan.first, *plan.extra):
        if when.tzinfo is not None or when.microsecond:
            msg = f"a plan's times are local, in whole seconds: {when!r}"
            raise ValueError(msg)
        if not FIRST_YEAR <= when.year <= LAST_YEAR:
            _refuse(when, f"use a year from {FIRST_YEAR} to {LAST_YEAR}")
    end, start = plan.lasting, plan.first.time()
    if isinstance(end, Until) and not end.days and end.at <= start:
        _refuse(f"{start:%H:%M} until {end.at:%H:%M}", "it ends before it starts")


def _check_rule(plan: Plan, rule: Rule) -> None:
    until = rule.until
    if until is not None:
        day = until.date() if isinstance(until, datetime) else until
        # An instant may belong to the date before or after it, depending on the zone.
        slack = 1 if isinstance(until, datetime) and until.tzinfo else 0
        if day.toordinal() + slack < plan.first.toordinal():
            _refuse(f"UNTIL={written_time(until)}", "the rule ends before it starts")
    if next(plan._regular(plan.first.date()), None) is None and not plan.extra:  # noqa: SLF001
        _refuse(rule.text, "no day fits this rule, so it would never come")


def _refuse(value: object, todo: str) -> NoReturn:
    failed = "cannot make such a plan"
    raise UnplugError(failed, value, todo)
