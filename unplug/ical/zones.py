"""VTIMEZONE: a zone's changes written out for other programs (RFC 5545, 3.6.5)."""

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_STEP = timedelta(days=1)
_LOOK_BACK = timedelta(days=550)  # the changes in force when the span starts
_WITHOUT_END = 2100  # where a span has no end, changes are looked at until this year
_FEWEST = 3  # changes on such a day in consecutive years, to call it a rule
_WEEK = 7


@dataclass(frozen=True, slots=True)
class _Kind:
    """What changes of the same kind share."""

    before: timedelta
    after: timedelta
    name: str
    summer: bool


@dataclass(frozen=True, slots=True)
class _Change:
    """A change of a zone's offset; ``local`` is read on the clock before it."""

    local: datetime
    kind: _Kind


def vtimezone(name: str, first: datetime, last: datetime | None) -> list[str]:
    """The lines of a VTIMEZONE that holds over a span.

    Args:
        name: the zone's IANA name, used as TZID.
        first: where the span starts, naive.
        last: where it ends, naive; None: it has no end, so that yearly rules go on.
    """
    zone = ZoneInfo(name)
    start = first.replace(tzinfo=UTC) - _LOOK_BACK
    horizon = max(_WITHOUT_END, first.year + 10)
    end = (last or datetime(horizon, 1, 1)).replace(tzinfo=UTC) + 2 * _STEP  # noqa: DTZ001
    changes = list(_changes(zone, start, end))
    lines = ["BEGIN:VTIMEZONE", f"TZID:{name}", f"X-LIC-LOCATION:{name}"]
    if not changes or changes[0].local > first:
        lines += _observance(_kind(zone, start, start), _fixed(start, zone))
    kinds = dict.fromkeys(change.kind for change in changes)
    for kind in kinds:
        local = [change.local for change in changes if change.kind == kind]
        once, yearly = _split(local, end.year)
        if once:
            lines += _observance(kind, _listed(once))
        if yearly:
            lines += _observance(kind, _ruled(yearly))
    return [*lines, "END:VTIMEZONE"]


def _changes(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[_Change]:
    """The changes of offset between two instants, each found to the second."""
    at = start
    state = _state(zone, at)
    while at < end:
        following = at + _STEP
        if _state(zone, following) != state:
            seconds = range(int(_STEP.total_seconds()))
            # The last second that still has the old offset.
            kept = bisect_right(
                seconds,
                0,
                key=lambda s: int(_state(zone, at + timedelta(seconds=s)) != state),
            )
            moment = at + timedelta(seconds=kept)
            local = moment.replace(tzinfo=None) + state[0]
            yield _Change(local, _kind(zone, moment - timedelta(seconds=1), moment))
            state = _state(zone, following)
        at = following


def _state(zone: ZoneInfo, instant: datetime) -> tuple[timedelta, bool]:
    local = instant.astimezone(zone)
    return local.utcoffset() or timedelta(), bool(local.dst())


def _kind(zone: ZoneInfo, before: datetime, after: datetime) -> _Kind:
    now = after.astimezone(zone)
    return _Kind(
        before=before.astimezone(zone).utcoffset() or timedelta(),
        after=now.utcoffset() or timedelta(),
        name=now.tzname() or "",
        summer=bool(now.dst()),
    )


def _split(
    local: list[datetime], end_year: int
) -> tuple[list[datetime], list[datetime]]:
    """Changes that are listed one by one, and the last ones that follow a rule."""
    for start in range(len(local) - _FEWEST + 1):
        late = local[start:]
        yearly = all(b.year == a.year + 1 for a, b in pairwise(late))
        if yearly and late[-1].year >= end_year - 1 and _byday(late):
            return local[:start], late
    return local, []


def _byday(local: list[datetime]) -> str | None:
    """The rule's part for a day that all changes share; None: there is none."""
    same = {(when.month, when.weekday(), when.time()) for when in local}
    if len(same) != 1:
        return None
    month, day = local[0].month, WEEKDAYS[local[0].weekday()]
    days = [when.day for when in local]
    length = monthrange(local[0].year, month)[1]
    low, high = min(days), max(days)
    if low > length - _WEEK and month != 2:  # noqa: PLR2004  (February's end moves)
        return f"BYMONTH={month};BYDAY=-1{day}"
    nth = (low - 1) // _WEEK
    if high <= (nth + 1) * _WEEK:
        return f"BYMONTH={month};BYDAY={nth + 1}{day}"
    if high - low < _WEEK and len(set(days)) == _WEEK:
        window = ",".join(map(str, range(low, high + 1)))
        return f"BYMONTH={month};BYMONTHDAY={window};BYDAY={day}"
    return None


def _observance(kind: _Kind, times: list[str]) -> list[str]:
    name = "DAYLIGHT" if kind.summer else "STANDARD"
    return [
        f"BEGIN:{name}",
        times[0],
        f"TZOFFSETFROM:{_offset(kind.before)}",
        f"TZOFFSETTO:{_offset(kind.after)}",
        f"TZNAME:{kind.name}",
        *times[1:],
        f"END:{name}",
    ]


def _fixed(start: datetime, zone: ZoneInfo) -> list[str]:
    return [f"DTSTART:{start.astimezone(zone):%Y%m%dT%H%M%S}"]


def _listed(local: list[datetime]) -> list[str]:
    return [
        f"DTSTART:{local[0]:%Y%m%dT%H%M%S}",
        *(f"RDATE:{when:%Y%m%dT%H%M%S}" for when in local[1:]),
    ]


def _ruled(local: list[datetime]) -> list[str]:
    return [
        f"DTSTART:{local[0]:%Y%m%dT%H%M%S}",
        f"RRULE:FREQ=YEARLY;{_byday(local)}",
    ]


def _offset(offset: timedelta) -> str:
    seconds = int(offset.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("+", seconds)
    minutes, rest = divmod(seconds, 60)
    text = f"{sign}{minutes // 60:02}{minutes % 60:02}"
    return f"{text}{rest:02}" if rest else text
