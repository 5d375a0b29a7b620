"""When plans come: nominal local times brought to real instants.

RFC 5545's rules: a time that the clocks skip moves forward by the gap, a repeated
one comes once, the first time. Each (plan, nominal date) comes at most once.
"""

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from unplug.sessions.lasting import instant_of
from unplug.sessions.plan import FIRST_YEAR, Plan, Strictness
from unplug.sessions.rule_days import SEARCH_DAYS
from unplug.spans import Span

IsHoliday = Callable[[str, date], bool]
"""Whether a date is a public holiday of a country: ``("ES", 2026-12-25)``."""

# What a zone can move a time by: offsets reach from -12 to +14 h, and a whole date
# was once skipped.
_ZONE_SLACK = timedelta(days=2)
_EARLIEST = datetime(FIRST_YEAR - 1, 1, 1, tzinfo=UTC)
_LATEST = datetime(9002, 1, 1, tzinfo=UTC)  # after the last date of any rule
_SEARCH = timedelta(days=SEARCH_DAYS)


def no_holidays(country: str, day: date) -> bool:  # noqa: ARG001  (it is an IsHoliday)
    """Know of no holiday anywhere."""
    return False


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that a plan comes.

    Attributes:
        nominal: the local time it is meant for; its date names it within the plan.
        span: when that really is, in UTC, so that it can be reckoned with.
        zone: the zone that the plan goes by there.
    """

    plan: Plan
    nominal: datetime
    span: Span
    zone: ZoneInfo

    @property
    def start(self) -> datetime:
        """When it starts, with the offset that holds there; to be shown."""
        return self.span.start.astimezone(self.zone)

    @property
    def end(self) -> datetime:
        """When it ends, with the offset that holds there; to be shown."""
        return self.span.end.astimezone(self.zone)

    @property
    def key(self) -> tuple[str, date]:
        """What can happen once at most: the plan and the nominal date."""
        return self.plan.uid, self.nominal.date()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Occurrences that overlap or touch, as the one session they make; in UTC."""

    span: Span
    occurrences: tuple[Occurrence, ...]

    @property
    def strictness(self) -> Strictness:
        """The firmest of them."""
        return max((o.plan.strictness for o in self.occurrences), key=lambda s: s.rank)


def occurrences(
    plan: Plan,
    after: datetime,
    zone: ZoneInfo,
    *,
    done: Container[date] = (),
    is_holiday: IsHoliday = no_holidays,
) -> Iterator[Occurrence]:
    """All occurrences that start at ``after`` or later, in order.

    Lazy, and without end where the rule has none: take as many as are needed. Ends
    when a century brings none.

    Args:
        plan: what comes.
        after: an aware instant.
        zone: where the user is; floating plans go by its clock.
        done: nominal dates that happened already, whatever the clock says now.
        is_holiday: asked for plans that rest on public holidays.
    """
    after = _instant(after)
    since = (after.astimezone(zone).replace(tzinfo=None) - _ZONE_SLACK).date()
    for found in _from(plan, since, zone, is_holiday):
        if found.span.start >= after and found.nominal.date() not in done:
            yield found


def next_occurrence(
    plan: Plan,
    now: datetime,
    zone: ZoneInfo,
    *,
    done: Container[date] = (),
    is_holiday: IsHoliday = no_holidays,
) -> Occurrence | None:
    """The first occurrence that starts at ``now`` or later; None: there is none."""
    coming = occurrences(plan, now, zone, done=done, is_holiday=is_holiday)
    return next(coming, None)


def running_at(
    plans: Iterable[Plan],
    now: datetime,
    zone: ZoneInfo,
    *,
    is_holiday: IsHoliday = no_holidays,
) -> tuple[Occurrence, ...]:
    """The occurrences that are on at ``now``, also those begun on an earlier date."""
    return tuple(
        sorted(
            (
                found
                for plan in plans
                for found in within(plan, now, now, zone, is_holiday=is_holiday)
            ),
            key=_by_start,
        )
    )


def within(
    plan: Plan,
    start: datetime,
    end: datetime,
    zone: ZoneInfo,
    *,
    is_holiday: IsHoliday = no_holidays,
) -> Iterator[Occurrence]:
    """The occurrences that are on at ``start`` or begin before or at ``end``."""
    start, end = _instant(start), _instant(end)
    local = start.astimezone(zone).replace(tzinfo=None)
    since = (local - plan.lasting.longest - _ZONE_SLACK).date()
    for found in _from(plan, since, zone, is_holiday):
        if found.span.start > end:
            return
        if found.span.end > start:
            yield found


def merged(found: Iterable[Occurrence]) -> tuple[Stretch, ...]:
    """Join occurrences that overlap or touch, so that they make one session."""
    stretches: list[Stretch] = []
    for one in sorted(found, key=_by_start):
        if stretches and one.span.start <= stretches[-1].span.end:
            last = stretches.pop()
            end = max(last.span.end, one.span.end)
            joined = Span(last.span.start, end)
            stretches.append(Stretch(joined, (*last.occurrences, one)))
        else:
            stretches.append(Stretch(one.span, (one,)))
    return tuple(stretches)


def _from(
    plan: Plan, since: date, here: ZoneInfo, is_holiday: IsHoliday
) -> Iterator[Occurrence]:
    """Occurrences by nominal date, from ``since`` on; bounded."""
    zone = plan.zone_at(here)
    until = plan.rule.until if plan.rule else None
    instant = until if isinstance(until, datetime) and until.tzinfo else None
    extra = frozenset(plan.extra)
    seen: datetime | None = None
    for nominal in plan.nominal_times(since):
        if seen is not None and nominal - seen > _SEARCH:
            return
        seen = seen or nominal
        if plan.holidays_of and is_holiday(plan.holidays_of, nominal.date()):
            continue
        start = instant_of(nominal, zone)
        if instant is not None and start > instant and nominal not in extra:
            continue
        seen = nominal
        end = plan.lasting.end_of(start, nominal, zone, plan.first.time())
        yield Occurrence(plan, nominal, Span(start, end), zone)


def _instant(when: datetime) -> datetime:
    """The instant in UTC, since inside one zone comparing ignores the offsets.

    Cut to the years in which a plan can come, so that there is room on either side.
    """
    if when.tzinfo is None:
        msg = f"an instant is needed, not a local time: {when!r}"
        raise ValueError(msg)
    if when.year < _EARLIEST.year:
        return _EARLIEST
    return when.astimezone(UTC) if when.year < _LATEST.year else _LATEST


def _by_start(occurrence: Occurrence) -> tuple[datetime, str]:
    return occurrence.span.start, occurrence.plan.uid
