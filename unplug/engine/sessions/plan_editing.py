"""A plan while somebody writes it: words and simple controls kept in step. Pure."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from unplug.engine.sessions.dated import calendar_plan
from unplug.engine.snapshot import Coming
from unplug.errors import UnplugError
from unplug.sessions.forms import (
    CALENDAR,
    INTERVAL,
    SCREEN_HOURS,
    WIND_DOWN,
    AnyPlan,
    kind_of,
)
from unplug.sessions.lasting import Until
from unplug.sessions.plan import Pause, Plan, Strictness
from unplug.sessions.recurrence import IsHoliday, no_holidays, occurrences
from unplug.sessions.rhythms import EVERY_DAY, IntervalPlan, ScreenHours, WindDown
from unplug.sessions.rule import Freq, Rule
from unplug.sessions.words import Draft, describe, fitting, read

EVENING = (time(21), time(22, 30))
NIGHT = (time(22), time(7))
EXAMPLE = "every Saturday and Sunday, 9:00–13:00"
SHOWN_AHEAD = 10
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Editing:
    """A plan as far as it is written; only ``plan`` insists that it makes sense.

    Attributes:
        kind: of `unplug.sessions.forms`.
        base: the plan that is changed; None: a new one.
        words: when it comes, as it is written.
        draft: what the words say; None while they say nothing.
        trouble: why they say nothing, a sentence; empty if they do.
        left_out, pauses, holidays_of: as a `Plan` has them.
        use_min, off_min, long_every, long_off_min: of an interval plan.
        weekdays, starts, ends: of an evening, or of the hours without a screen.
    """

    kind: str = CALENDAR
    base: AnyPlan | None = None
    name: str = ""
    purpose: str = ""
    person: str | None = None
    strictness: str = Strictness.FIRM.value
    words: str = ""
    draft: Draft | None = None
    trouble: str = ""
    left_out: frozenset[date | datetime] = frozenset()
    pauses: tuple[Pause, ...] = ()
    holidays_of: str | None = None
    use_min: int = 50
    off_min: int = 10
    long_every: int | None = None
    long_off_min: int = 30
    weekdays: frozenset[int] = EVERY_DAY
    starts: time = EVENING[0]
    ends: time = EVENING[1]

    @property
    def simple(self) -> bool:
        """Whether weekdays and two times say all that the words say."""
        return self.draft is not None and simple_weekdays(self.draft) is not None

    def plan(self) -> AnyPlan:
        """The plan that comes of it; one without a name is "Unnamed" for the time.

        Raises:
            UnplugError: it makes no sense yet; says why.
        """
        match self.kind:
            case "interval":
                return self._interval()
            case "wind-down":
                return WindDown(starts=self.starts, bed=self.ends, **self._evening())
            case "screen-hours":
                hours = self._evening()
                return ScreenHours(first=self.ends, last=self.starts, **hours)
            case _:
                return self._calendar()

    def _manners(self) -> dict[str, Any]:
        base = self.base
        return {
            "uid": new_uid() if base is None else base.uid,
            "name": " ".join(self.name.split()) or "Unnamed",
            "purpose": " ".join(self.purpose.split()),
            "person": self.person,
            "strictness": Strictness(self.strictness),
            "on": True if base is None else base.on,
        }

    def _evening(self) -> dict[str, Any]:
        return {**self._manners(), "weekdays": self.weekdays}

    def _interval(self) -> IntervalPlan:
        long_off = None if self.long_every is None else self.long_off_min * _MINUTE
        base = self.base if isinstance(self.base, IntervalPlan) else None
        return IntervalPlan(
            use=self.use_min * _MINUTE,
            off=self.off_min * _MINUTE,
            long_every=self.long_every,
            long_off=long_off,
            natural=None if base is None else base.natural,
            **self._manners(),
        )

    def _calendar(self) -> Plan:
        if self.draft is None:
            failed, todo = (
                "cannot keep a plan without a time",
                f"write it like {EXAMPLE}",
            )
            raise UnplugError(failed, f'"{self.words}"', todo)
        made: dict[str, Any] = {
            "first": self.draft.first,
            "lasting": self.draft.lasting,
            "rule": self.draft.rule,
            "zone": self.draft.zone,
            "left_out": self.left_out,
            "pauses": self.pauses,
            "holidays_of": self.holidays_of,
            **self._manners(),
        }
        if isinstance(self.base, Plan):  # what is not edited here stays as it is
            return replace(self.base, sequence=self.base.sequence + 1, **made)
        return Plan(**made)


def editing_of(plan: AnyPlan, today: date) -> Editing:
    """A plan that is there already, to be changed."""
    made = Editing(
        kind=kind_of(plan),
        base=plan,
        name=plan.name,
        purpose=plan.purpose,
        person=plan.person,
        strictness=plan.strictness.value,
    )
    match plan:
        case Plan():
            draft = Draft(
                first=plan.first, lasting=plan.lasting, rule=plan.rule, zone=plan.zone
            )
            return replace(
                said(made, draft, today),
                left_out=plan.left_out,
                pauses=plan.pauses,
                holidays_of=plan.holidays_of,
            )
        case IntervalPlan():
            return replace(
                made,
                use_min=plan.use // _MINUTE,
                off_min=max(1, plan.off // _MINUTE),
                long_every=plan.long_every,
                long_off_min=(plan.long_off or 30 * _MINUTE) // _MINUTE,
            )
        case WindDown():
            return replace(
                made, weekdays=plan.weekdays, starts=plan.starts, ends=plan.bed
            )
        case ScreenHours():
            return replace(
                made, weekdays=plan.weekdays, starts=plan.last, ends=plan.first
            )


def new_plan(today: date) -> Editing:
    """A plan to begin with: something that many people want."""
    return written(Editing(), EXAMPLE, today)


def written(editing: Editing, words: str, today: date) -> Editing:
    """Words were written; whether they are understood shows in ``trouble``."""
    try:
        draft = read(words, today)
    except UnplugError as error:
        return replace(editing, words=words, draft=None, trouble=str(error))
    return replace(editing, words=words, draft=draft, trouble="")


def said(editing: Editing, draft: Draft, today: date) -> Editing:
    """A draft was made by controls: the words say it."""
    return replace(editing, words=describe(draft, today), draft=draft, trouble="")


def by_rule(editing: Editing, rule: str, today: date) -> Editing:
    """An RRULE was written."""
    draft = editing.draft or read(EXAMPLE, today)
    try:
        made = fitting(replace(draft, rule=Rule.read(rule)))
    except UnplugError as error:
        return replace(editing, trouble=str(error))
    return said(editing, made, today)


def on_weekdays(
    editing: Editing, weekdays: frozenset[int], every: int, today: date
) -> Editing:
    """It comes on some weekdays, every so many weeks."""
    if not weekdays:
        failed, todo = "cannot plan for no day", "choose at least one"
        sentence = str(UnplugError(failed, "no weekday", todo))
        return replace(editing, draft=None, trouble=sentence)
    rule = Rule(freq=Freq.DAILY)
    if len(weekdays) < len(EVERY_DAY) or every > 1:
        days = tuple((0, day) for day in sorted(weekdays))
        rule = Rule(freq=Freq.WEEKLY, interval=every, weekdays=days)
    before = editing.draft or read(EXAMPLE, today)
    if before.rule is not None:
        rule = replace(rule, count=before.rule.count, until=before.rule.until)
    since = datetime.combine(max(today, before.first.date()), before.first.time())
    if before.rule is not None and every == before.rule.interval == 1:
        since = datetime.combine(today, before.first.time())
    return said(editing, fitting(replace(before, first=since, rule=rule)), today)


def once(editing: Editing, day: date, today: date) -> Editing:
    """It comes on one date."""
    before = editing.draft or read(EXAMPLE, today)
    first = datetime.combine(day, before.first.time())
    return said(editing, replace(before, first=first, rule=None), today)


def between(
    editing: Editing, start: time, end: time, days_later: int, today: date
) -> Editing:
    """It is from one time of day until another, so many days later."""
    before = editing.draft or read(EXAMPLE, today)
    first = datetime.combine(before.first.date(), start)
    lasting = Until(days=max(days_later, 0 if end > start else 1), at=end)
    return said(editing, replace(before, first=first, lasting=lasting), today)


def in_zone(editing: Editing, zone: str | None, today: date) -> Editing:
    """It goes by the clock of a place, or of wherever the person is."""
    if editing.draft is None:
        return editing
    return said(editing, replace(editing.draft, zone=zone), today)


def simple_weekdays(draft: Draft) -> frozenset[int] | None:
    """The weekdays of what comes every so many weeks; None: it is not so simple."""
    rule = draft.rule
    if rule is None:
        return None
    by_other = (rule.months, rule.month_days, rule.year_days, rule.weeks)
    if any(by_other) or rule.positions or any(n for n, _ in rule.weekdays):
        return None
    days = frozenset(day for _, day in rule.weekdays)
    if rule.freq is Freq.DAILY and rule.interval == 1:
        return days or EVERY_DAY
    if rule.freq is Freq.WEEKLY:
        return days or frozenset({draft.first.weekday()})
    return None


def times_of(draft: Draft) -> tuple[time, time, int]:
    """From when until when it is, and how many days later that is."""
    start = draft.first
    if isinstance(draft.lasting, Until):
        return start.time(), draft.lasting.at, draft.lasting.days
    end = start + draft.lasting.longest
    return start.time(), end.time(), (end.date() - start.date()).days


def coming(
    plan: AnyPlan,
    now: datetime,
    zone: ZoneInfo,
    is_holiday: IsHoliday = no_holidays,
) -> tuple[Coming, ...]:
    """The next times that it comes; none of a plan that follows use."""
    if isinstance(plan, IntervalPlan):
        return ()
    dated = calendar_plan(plan, now)
    found = occurrences(dated, now, zone, is_holiday=is_holiday)
    return tuple(
        Coming(plan.name, each.start, each.end) for each in islice(found, SHOWN_AHEAD)
    )


def without(editing: Editing, days: Iterable[date]) -> Editing:
    """It does not come on some dates."""
    return replace(editing, left_out=editing.left_out | frozenset(days))


def with_again(editing: Editing, when: date | datetime) -> Editing:
    """It comes on a date after all."""
    return replace(editing, left_out=editing.left_out - {when})


def resting(editing: Editing, first: date, last: date) -> Editing:
    """It rests from one date until another.

    Raises:
        UnplugError: the pause ends before it starts.
    """
    pauses = tuple(sorted({*editing.pauses, Pause(first, last)}))
    return replace(editing, pauses=pauses)


def without_pause(editing: Editing, pause: Pause) -> Editing:
    """It does not rest then after all."""
    left = tuple(each for each in editing.pauses if each != pause)
    return replace(editing, pauses=left)


def new_uid() -> str:
    """A name for good."""
    return f"{os.urandom(16).hex()}@unplug"


KINDS = (CALENDAR, INTERVAL, WIND_DOWN, SCREEN_HOURS)
