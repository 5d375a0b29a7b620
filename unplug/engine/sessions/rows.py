"""Plans and sessions as lists show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from unplug import durations
from unplug.clock import from_ms
from unplug.engine.sessions.dated import first_after
from unplug.engine.snapshot import Coming
from unplug.sessions.forms import AnyPlan, kind_of
from unplug.sessions.plan import Plan
from unplug.sessions.recurrence import IsHoliday, no_holidays
from unplug.sessions.rhythms import IntervalPlan
from unplug.store.sessions import Past


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan in a list.

    Attributes:
        uid: names it.
        name: what it is called.
        kind: of `unplug.sessions.forms`.
        says: when it comes, in words.
        strictness: ``gentle``, ``firm`` or ``promise``.
        purpose: what it is for.
        person: with whom, by uid.
        on: whether it comes at all.
        coming: when it comes next; None: not any more, it follows use, or it is off.
        rests_until: the last date of a pause that holds today.
    """

    uid: str
    name: str
    kind: str
    says: str
    strictness: str
    purpose: str = ""
    person: str | None = None
    on: bool = True
    coming: Coming | None = None
    rests_until: date | None = None


@dataclass(frozen=True, slots=True)
class PastRow:
    """A session that is over, in a list.

    Attributes:
        id: names it.
        title: the plan's name; empty for one on the spot.
        person: with whom, by uid.
        outcome: how it went, in the words of `unplug.sessions.history`.
        start: when it began, or should have, with the offset that held there.
        meant: how long it was meant to last.
        kept: how long the screen was really left alone.
        moved: how much later than planned it began.
        why: what it waited for, or the reason that the person gave.
        felt: 1 to 5; None: nobody said.
        note: a word to remember it by.
    """

    id: str
    title: str
    person: str | None
    outcome: str
    start: datetime
    meant: timedelta
    kept: timedelta
    moved: timedelta
    why: str = ""
    felt: int | None = None
    note: str = ""


def plan_rows(
    plans: Iterable[AnyPlan],
    now: datetime,
    zone: ZoneInfo,
    is_holiday: IsHoliday = no_holidays,
) -> tuple[PlanRow, ...]:
    """Plans as a list shows them, those that come soonest first, then those off."""
    today = now.astimezone(zone).date()
    rows = [
        _plan_row(plan, today, first_after([plan], now, zone, is_holiday))
        for plan in plans
    ]
    return tuple(sorted(rows, key=_by_next))


def _plan_row(plan: AnyPlan, today: date, coming: Coming | None) -> PlanRow:
    pauses = plan.pauses if isinstance(plan, Plan) else ()
    rests = [pause.last for pause in pauses if today in pause]
    return PlanRow(
        uid=plan.uid,
        name=plan.name,
        kind=kind_of(plan),
        says=says(plan, today),
        strictness=plan.strictness.value,
        purpose=plan.purpose,
        person=plan.person,
        on=plan.on,
        coming=coming,
        rests_until=max(rests) if rests else None,
    )


def _by_next(row: PlanRow) -> tuple[bool, bool, float, str]:
    start = 0.0 if row.coming is None else row.coming.start.timestamp()
    return not row.on, row.coming is None, start, row.name.casefold()


def past_row(past: Past, zone: ZoneInfo) -> PastRow:
    """A session that is over, as a list shows it."""
    record = past.record
    start_ms = record.start_ms if record.began_ms is None else record.began_ms
    return PastRow(
        id=record.id,
        title=record.title,
        person=record.person,
        outcome=record.outcome.value,
        start=from_ms(start_ms).astimezone(zone),
        meant=timedelta(milliseconds=record.meant_ms),
        kept=timedelta(milliseconds=record.kept_ms),
        moved=timedelta(milliseconds=record.moved_ms),
        why=record.why,
        felt=past.felt,
        note=past.note or "",
    )


def says(plan: AnyPlan, today: date) -> str:
    """When a plan comes, in words."""
    if isinstance(plan, IntervalPlan):
        use, off = (
            durations.for_people(length // timedelta(milliseconds=1))
            for length in (plan.use, plan.off)
        )
        return f"{off} off after {use} of use"
    from unplug.sessions.words import describe  # noqa: PLC0415  (only here)

    calendar = plan if isinstance(plan, Plan) else plan.plan(today)
    return describe(calendar, today)
