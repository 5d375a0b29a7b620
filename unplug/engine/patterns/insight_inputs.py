"""What insights are drawn from, gathered from all areas."""

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from unplug.clock import from_ms, to_ms
from unplug.days import DAY_MS, date_of, day_at, day_number, number_of, start_of
from unplug.engine.patterns.digesting import known_and_made
from unplug.people.contact import FreeTime
from unplug.people.known import Known as Person
from unplug.store.pattern_shelf import PatternShelf
from unplug.usage.digest import Digest
from unplug.usage.insights.inputs import (
    DAYS_A_WEEK,
    Free,
    Inputs,
    Known,
    Seen,
    Unplugged,
    weekday_of,
)

DAYS = 400
"""No insight looks further back."""
SCROLL_DAYS, AI_DAYS = 56, 112
AI_CATEGORY = "AI chat and companions"
SCROLLING = (
    *("Social", "Browsing", "Shopping"),
    *("Leisure/Video", "Leisure/Games", "Reading/News"),
)
"""Categories whose time counts as scrolling, with all below them."""
_SCROLLING = tuple(f"{category}/" for category in SCROLLING)
_CLOSE = "close"
CategoryOf = Callable[[str, str | None], str]


def gathered(
    shelf: PatternShelf, now: datetime, zone: ZoneInfo, category_of: CategoryOf
) -> Inputs:
    """All that is known up to the start of this week, which is a Monday.

    Args:
        shelf: what is stored.
        now: the present, aware.
        zone: where the user is.
        category_of: says the category of an app and a title.
    """
    start_min = shelf.spans.day_start_min
    today = number_of(day_at(now, zone, start_min))
    until = today - weekday_of(today)
    first = until - DAYS
    since_ms = to_ms(start_of(date_of(first), zone, start_min))
    digests = known_and_made(shelf.spans, shelf.digests, first, until - 1)
    return Inputs(
        until=until,
        day_start_hour=start_min // 60,
        digests=_tracked(digests),
        ai_ms=_ai(shelf, until, category_of),
        scroll_ms=_scroll(shelf, until, category_of),
        moods=_moods(shelf, since_ms, until, start_min),
        seen=_seen(shelf, first, until),
        people=_people(shelf, now, zone),
        unplugged=_unplugged(shelf, since_ms, zone, start_min),
    )


def _tracked(digests: list[Digest]) -> tuple[Digest, ...]:
    """The days that had any screen time: of others nothing is known."""
    return tuple(digest for digest in digests if digest.screen_ms)


def _ai(shelf: PatternShelf, until: int, category_of: CategoryOf) -> dict[int, int]:
    ms: Counter[int] = Counter()
    for app in {total.app for total in shelf.spans.by_app(until - AI_DAYS, until)}:
        if app is not None and category_of(app, None).startswith(AI_CATEGORY):
            by_day = shelf.spans.app_by_day(app, until - AI_DAYS, until - 1)
            ms.update(by_day)
    return dict(ms)


def _scroll(
    shelf: PatternShelf, until: int, category_of: CategoryOf
) -> dict[tuple[int, int], int]:
    by_hour: dict[tuple[int, int], int] = defaultdict(int)
    hours = shelf.spans.app_hours(until - SCROLL_DAYS, until - 1)
    for when, by_app in hours.items():
        for app, ms in by_app.items():
            if f"{category_of(app, None)}/".startswith(_SCROLLING):
                by_hour[when] += ms
    return dict(by_hour)


def _moods(
    shelf: PatternShelf, since_ms: int, until: int, start_min: int
) -> dict[int, float]:
    marks: dict[int, list[int]] = defaultdict(list)
    for mood in shelf.moods.moods(since_ms, (until + 2) * DAY_MS):
        day = day_number(mood.at_ms, mood.offset_q, start_min)
        if day < until:
            marks[day].append(mood.mark)
    return {day: sum(of_day) / len(of_day) for day, of_day in marks.items()}


def _seen(shelf: PatternShelf, first: int, until: int) -> tuple[Seen, ...]:
    meetings = shelf.meetings(date_of(first), date_of(until - 1))
    return tuple(
        Seen(number_of(meeting.day), meeting.who)
        for meeting in meetings
        if not meeting.call
    )


def _people(shelf: PatternShelf, now: datetime, zone: ZoneInfo) -> tuple[Known, ...]:
    circles = {circle.name: circle for circle in shelf.people.circles()}
    found = []
    for person in shelf.people.known():
        cadence = person.cadence(circles)
        if person.suggestible and cadence is not None:
            found.append(
                Known(
                    uid=person.uid,
                    name=person.name,
                    close=person.circle == _CLOSE,
                    cadence_d=max(cadence.ideal.days, 1),
                    free=_free(person, now, zone),
                )
            )
    return tuple(found)


def _free(person: Person, now: datetime, zone: ZoneInfo) -> tuple[Free, ...]:
    """When somebody is usually free, by the user's clock as it goes now."""
    ahead = _ahead(person.zone, now, zone)
    return tuple(
        free for time in person.free_times for free in _in_our_zone(time, ahead)
    )


def _ahead(theirs: str, now: datetime, zone: ZoneInfo) -> timedelta:
    """By how much the user's clock is ahead of theirs."""
    try:
        there = now.astimezone(ZoneInfo(theirs) if theirs else zone).utcoffset()
    except (KeyError, ValueError, OSError):
        return timedelta()
    return (now.astimezone(zone).utcoffset() or timedelta()) - (there or timedelta())


def _in_our_zone(time: FreeTime, ahead: timedelta) -> list[Free]:
    day_min, week_min = 24 * 60, DAYS_A_WEEK * 24 * 60
    shift = time.weekday * day_min + ahead // timedelta(minutes=1)
    at, end = shift + time.start_hour * 60, shift + time.end_hour * 60
    found = []
    while at < end:
        weekday, minute = divmod(at % week_min, day_min)
        piece = min(end - at, day_min - minute)
        found.append(Free(weekday, minute, minute + piece))
        at += piece
    return found


def _unplugged(
    shelf: PatternShelf, since_ms: int, zone: ZoneInfo, start_min: int
) -> tuple[Unplugged, ...]:
    found = []
    for past in shelf.kept_sessions(since_ms):
        began_ms = past.record.began_ms or past.record.start_ms
        end = from_ms(began_ms + past.record.kept_ms).astimezone(zone)
        day = number_of(day_at(end.astimezone(UTC), zone, start_min))
        found.append(Unplugged(day, end.hour, past.felt))
    return tuple(found)
