"""Do plans come when they should, and how fast is that known?

* Every zone of tzdata at 48 times of day over 10 years: exactly one start per nominal
  date, in order, and moved only where the zone's clock skips that time.
* Random rules in random zones, against recurring-ical-events (which expands with
  python-dateutil): the same starts, to the second. Left out of the
  comparison, because RFC 5545 says otherwise than dateutil does or leaves it open:
  - a DTSTART that does not fit its own rule (undefined in RFC 5545;
    recurring-ical-events adds it, unplug does not): taken from the other side when
    dateutil's rule lacks it;
  - FREQ=WEEKLY with BYSETPOS in the week of DTSTART (dateutil counts positions from
    DTSTART, RFC 5545 from the start of the week): compared from the next week on,
    without COUNT;
  - BYWEEKNO without BYDAY (dateutil takes all seven days, RFC 5545 the weekday of
    DTSTART), and the weeks ±1, ±52 and ±53 (dateutil misses days of a week that reaches
    into another year, and takes some of the week before): not generated. The tests
    compare those weeks with ``date.isocalendar``.
  Times that the clocks skip or repeat are compared like all others.
* What finding the next 1,000 takes, for everyday and for mean rules; and that rules
  that never come are refused quickly.

    python -m benchmarks.recurrence [--rules 10000] [--years 10] [--seed 1] [--jobs 2]
"""

import argparse
import random
import sys
import time as timing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, takewhile
from zoneinfo import ZoneInfo, available_timezones

import icalendar
import recurring_ical_events
from dateutil.rrule import rrulestr

from unplug.errors import UnplugError
from unplug.sessions.lasting import Lasting
from unplug.sessions.plan import Plan
from unplug.sessions.recurrence import Occurrence, occurrences
from unplug.sessions.rule import WEEKDAYS, Rule, written_time

ONE_DAY = timedelta(days=1)
HALF_HOURS = tuple(time(n // 2, n % 2 * 30) for n in range(48))
WINDOW = timedelta(days=3 * 366)
BATCH = 100
NEVER = (
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=WEEKLY;BYMONTH=2;BYDAY=MO;BYSETPOS=7",
    "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
    "FREQ=DAILY;COUNT=1000000000",
    "FREQ=YEARLY;BYMONTH=4;BYYEARDAY=1",
)
TIMED = (
    "FREQ=WEEKLY;BYDAY=SA,SU",
    "FREQ=DAILY",
    "FREQ=MONTHLY;BYDAY=1SU",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
    "FREQ=DAILY;COUNT=36525",
)


def zone_names() -> list[str]:
    """All zones of tzdata, the stand-in for an unset one left out."""
    return sorted(available_timezones() - {"Factory", "localtime"})


# -- every zone, every half hour ------------------------------------------------------


def a_plan(at: datetime, rule: str, zone: str | None, uid: str = "u") -> Plan:
    return Plan(
        uid=uid,
        name="a walk",
        first=at,
        lasting=Lasting(rest=timedelta(hours=2)),
        rule=Rule.read(rule),
        zone=zone,
    )


def check_zone(name: str, start: date, years: int) -> tuple[int, int]:
    """Expand daily plans at 48 times; return (starts seen, starts moved by a gap)."""
    zone, seen, moved = ZoneInfo(name), 0, 0
    end = date(start.year + years, 1, 1)
    for at in HALF_HOURS:
        plan = a_plan(datetime.combine(start, at), "FREQ=DAILY", name)
        after = datetime.combine(start, at, UTC) - 3 * ONE_DAY
        day, before, gap = start, after, False
        for found in occurrences(plan, after, zone):
            if found.nominal.date() >= end:
                break
            assert found.nominal == datetime.combine(day, at), (name, found, day)
            begins = found.span.start
            # Where a whole date is skipped, it and the next one start together.
            assert begins > before or (gap and begins == before), (name, found)
            local = begins.astimezone(zone)
            gap = local.replace(tzinfo=None) != found.nominal
            if gap:
                assert _skipped(found, zone), (name, found)
                assert local.replace(tzinfo=None) > found.nominal, (name, found)
                moved += 1
            assert not local.fold, (name, found)
            day, before, seen = day + ONE_DAY, begins, seen + 1
        assert day == end, (name, at, day)
    return seen, moved


def _skipped(found: Occurrence, zone: ZoneInfo) -> bool:
    """Whether no instant of the zone reads this nominal time."""
    near = found.nominal.replace(tzinfo=UTC)
    minutes = range(-26 * 60, 26 * 60 + 1, 15)
    offsets = {
        (near + timedelta(minutes=m)).astimezone(zone).utcoffset() or timedelta()
        for m in minutes
    }
    return all(
        (near - offset).astimezone(zone).replace(tzinfo=None) != found.nominal
        for offset in offsets
    )


# -- random rules against an independent expansion -----------------------------------


@dataclass(frozen=True, slots=True)
class Case:
    """A random recurring event."""

    plan: Plan
    weekly_positions: bool


def a_rule(rng: random.Random) -> str:
    """A rule with parts that go together, everyday ones more often."""
    freq = rng.choice(("DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY"))
    parts = [f"FREQ={freq}"]
    if rng.random() < 0.4:
        parts.append(f"INTERVAL={rng.choice((1, 2, 2, 3, 4, 5, 7, 13))}")
    days = rng.sample(WEEKDAYS, rng.randint(1, 4))
    weeks = False
    if rng.random() < 0.25:
        parts.append(f"BYMONTH={_some(rng, range(1, 13), 6)}")
    if freq == "YEARLY" and rng.random() < 0.25:
        weeks = True
        parts.append(f"BYWEEKNO={_some(rng, (*range(2, 52), *range(-51, -1)), 4)}")
    elif freq == "YEARLY" and rng.random() < 0.25:
        parts.append(f"BYYEARDAY={_some(rng, (*range(1, 367), -1, -100, -366), 5)}")
    elif freq in {"MONTHLY", "YEARLY", "DAILY"} and rng.random() < 0.35:
        parts.append(f"BYMONTHDAY={_some(rng, (*range(1, 32), -1, -2, -15, -31), 6)}")
    if weeks or rng.random() < 0.5:
        if freq in {"MONTHLY", "YEARLY"} and not weeks and rng.random() < 0.5:
            most = (1, 2, 3, 4, 5, -1, -2, -5)
            days = [f"{rng.choice(most)}{day}" for day in days]
        parts.append(f"BYDAY={','.join(days)}")
    if len(parts) > 2 and "BY" in parts[-1] and rng.random() < 0.2:
        parts.append(f"BYSETPOS={_some(rng, (1, 2, 3, -1, -2), 2)}")
    if rng.random() < 0.3:
        parts.append(f"WKST={rng.choice(WEEKDAYS)}")
    return ";".join(parts)


def _some(
    rng: random.Random, numbers: Iterator[int] | range | tuple[int, ...], most: int
) -> str:
    chosen = rng.sample(list(numbers), rng.randint(1, most))
    return ",".join(map(str, chosen))


def a_case(rng: random.Random, zones: list[str]) -> Case:
    """A random plan that comes at least once."""
    while True:
        zone = rng.choice(zones)
        day = date(2019, 1, 1) + timedelta(days=rng.randrange(15 * 365))
        at = datetime.combine(day, time(rng.randrange(24), rng.choice((0, 15, 30, 59))))
        rule = a_rule(rng)
        positions = "BYSETPOS" in rule and "WEEKLY" in rule
        if rng.random() < 0.25 and not positions:
            rule += f";COUNT={rng.randint(1, 60)}"
        elif rng.random() < 0.25:
            until = at + timedelta(days=rng.randrange(2000), hours=rng.randrange(24))
            rule += f";UNTIL={written_time(until.replace(tzinfo=UTC))}"
        try:
            plan = a_plan(at, rule, zone)
        except UnplugError:
            continue
        return Case(_with_exceptions(plan, rng), positions)


def _with_exceptions(plan: Plan, rng: random.Random) -> Plan:
    if rng.random() < 0.7:
        return plan
    coming = list(islice(plan.nominal_times(plan.first.date()), 12))
    left_out = rng.sample(coming, rng.randint(0, len(coming)))
    taken = {when.date() for when in coming}
    extra = [plan.first + timedelta(days=rng.randrange(1, 700)) for _ in range(3)]
    free = tuple(when for when in extra if when.date() not in taken)
    return replace(plan, left_out=frozenset(left_out), extra=free)


def as_ics(plan: Plan) -> str:
    """The plan as an event, written here on its own and not by unplug's writer."""
    assert plan.rule is not None

    def times(name: str, whens: object) -> list[str]:
        assert isinstance(whens, (tuple, frozenset))
        return [
            f"{name};TZID={plan.zone}:{when:%Y%m%dT%H%M%S}" for when in sorted(whens)
        ]

    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//benchmark//EN",
        "BEGIN:VEVENT",
        "UID:a",
        "DTSTAMP:20260101T000000Z",
        f"DTSTART;TZID={plan.zone}:{plan.first:%Y%m%dT%H%M%S}",
        "DURATION:PT2H",
        f"RRULE:{plan.rule.text}",
        *times("EXDATE", plan.left_out),
        *times("RDATE", plan.extra),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "\r\n".join(lines) + "\r\n"


def expected(plan: Plan, since: datetime, until: datetime) -> list[datetime]:
    """The starts in [since, until) by recurring-ical-events, in UTC."""
    calendar = icalendar.Calendar.from_ical(as_ics(plan))
    # Wider than asked for: its window is by local time.
    found = recurring_ical_events.of(calendar).between(since - ONE_DAY, until + ONE_DAY)
    starts = {event["DTSTART"].dt.astimezone(UTC) for event in found}
    assert plan.rule is not None
    first = plan.first.replace(tzinfo=ZoneInfo(plan.zone or "UTC"))
    by_rule = next(iter(rrulestr(plan.rule.text, dtstart=first)), None)
    if by_rule != first and plan.first not in plan.extra:
        starts.discard(first.astimezone(UTC))
    return sorted(start for start in starts if since <= start < until)


def compare(case: Case) -> tuple[int, bool, str]:
    """Expand both ways: (starts, whether the clocks changed, what differs)."""
    plan = case.plan
    zone = ZoneInfo(plan.zone or "UTC")
    since = plan.first.replace(tzinfo=zone).astimezone(UTC) - ONE_DAY
    until = since + WINDOW
    if case.weekly_positions:
        since += 9 * ONE_DAY
    coming = occurrences(plan, since, zone)
    ours = [o.span.start for o in takewhile(lambda o: o.span.start < until, coming)]
    theirs = expected(plan, since, until)
    changed = len({start.astimezone(zone).utcoffset() for start in ours}) > 1
    if ours == theirs:
        return len(ours), changed, ""
    only_ours = sorted(set(ours) - set(theirs))[:3]
    only_theirs = sorted(set(theirs) - set(ours))[:3]
    rule = plan.rule.text if plan.rule else ""
    what = (
        f"{plan.zone} {plan.first} {rule}\n  ours {only_ours}\n  theirs {only_theirs}"
    )
    return len(ours), changed, what


def compare_batch(
    seed: int, zones: list[str], count: int
) -> tuple[int, int, set[str], list[str]]:
    rng = random.Random(seed)
    starts, changes, seen, differences = 0, 0, set(), []
    for _ in range(count):
        case = a_case(rng, zones)
        found, changed, difference = compare(case)
        starts, changes = starts + found, changes + changed
        seen.add(case.plan.zone or "")
        if difference:
            differences.append(difference)
    return starts, changes, seen, differences


# -- speed ----------------------------------------------------------------------------


def took_ms(rule: str) -> tuple[float, int]:
    """Best of five: read the rule, make the plan, find its next 1,000."""
    best, found = 1e9, 0
    for _ in range(5):
        begun = timing.perf_counter()
        plan = a_plan(datetime.fromisoformat("2024-01-01T18:00"), rule, None)
        after = datetime(2026, 11, 1, tzinfo=UTC)
        coming = occurrences(plan, after, ZoneInfo("Europe/Madrid"))
        found = sum(1 for _ in islice(coming, 1000))
        best = min(best, timing.perf_counter() - begun)
    return best * 1000, found


def refusal_ms(rule: str) -> float:
    begun = timing.perf_counter()
    try:
        a_plan(datetime.fromisoformat("2026-01-01T18:00"), rule, None)
    except UnplugError:
        return (timing.perf_counter() - begun) * 1000
    message = f"{rule} was not refused"
    raise AssertionError(message)


# -- all of it ------------------------------------------------------------------------


def main() -> int:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--rules", type=int, default=10_000)
    arguments.add_argument("--years", type=int, default=10)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--jobs", type=int, default=2)
    chosen = arguments.parse_args()
    for rule in TIMED:
        ms, found = took_ms(rule)
        print(f"{ms:7.1f} ms for the next {found}: {rule}")
    slowest = max(refusal_ms(rule) for rule in NEVER)
    print(f"{slowest:7.1f} ms at most to refuse {len(NEVER)} impossible rules")
    with ProcessPoolExecutor(chosen.jobs) as pool:
        names = zone_names()
        start = [date(2020, 1, 1)] * len(names)
        years = [chosen.years] * len(names)
        results = list(pool.map(check_zone, names, start, years, chunksize=8))
        seen, moved = (sum(column) for column in zip(*results, strict=True))
        print(
            f"{len(names)} zones, {seen} nominal dates: one start each, {moved} moved"
        )
        batches = -(-chosen.rules // BATCH)
        seeds = range(chosen.seed, chosen.seed + batches)
        done = list(
            pool.map(compare_batch, seeds, [names] * batches, [BATCH] * batches)
        )
    differences = [line for batch in done for line in batch[3]]
    zones = set().union(*(batch[2] for batch in done))
    print(
        f"{batches * BATCH} random rules in {len(zones)} zones, "
        f"{sum(batch[0] for batch in done)} starts, "
        f"{sum(batch[1] for batch in done)} rules across a change of the clocks: "
        f"{len(differences)} differ"
    )
    for difference in differences[:10]:
        print(difference)
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
