"""Hours of the week as people write them: "Mon-Fri 18:00-20:00", "weekends 10-18"."""

import re
from collections.abc import Iterable, Sequence

from unplug.errors import UnplugError
from unplug.suggest.weekly import (
    DAY_MIN,
    EVERY_DAY,
    WEEK,
    WEEKDAYS_SHORT,
    WEEKEND,
    WORKDAYS,
    Weekly,
)

_HOURS = re.compile(
    r"(?P<days>\D*?)\s*"
    r"(?P<from>\d{1,2})(?::(?P<from_min>\d{2}))?\s*[-–]\s*"
    r"(?P<to>\d{1,2})(?::(?P<to_min>\d{2}))?",
    re.ASCII,
)
_GROUPS = {
    "": EVERY_DAY,
    "daily": EVERY_DAY,
    "every day": EVERY_DAY,
    "any day": EVERY_DAY,
    "workdays": WORKDAYS,
    "weekdays": WORKDAYS,
    "weekend": WEEKEND,
    "weekends": WEEKEND,
}
_LEAST_LETTERS = 3
_TODO = 'write them like "Mon-Fri 18:00-20:00" or "weekends 10-18"'


def read(text: str) -> Weekly:
    """Read the hours of some days.

    Without days they are of every day; an end at or before the start is on the next.

    Raises:
        UnplugError: they cannot be read, or there are no such hours.
    """
    found = _HOURS.fullmatch(text.strip())
    if found is None:
        raise _unreadable(text)
    days = _days(found["days"].strip(" ,").casefold())
    start = int(found["from"]) * 60 + int(found["from_min"] or 0)
    end = int(found["to"]) * 60 + int(found["to_min"] or 0)
    past_the_hour = max(int(found["from_min"] or 0), int(found["to_min"] or 0))
    if not days or past_the_hour >= 60 or start == end:  # noqa: PLR2004  (minutes)
        raise _unreadable(text)
    try:
        return Weekly(days, start, end or DAY_MIN)
    except ValueError as error:
        raise _unreadable(text) from error


def read_all(texts: Iterable[str]) -> tuple[Weekly, ...]:
    """Read several, or one text with several of them between semicolons."""
    parts = [part for text in texts for part in text.split(";")]
    return tuple(read(part) for part in parts if part.strip())


def said(weekly: Weekly) -> str:
    """The hours so that ``read`` understands them: "Mon-Fri 18:00-20:00"."""
    start, end = _clock(weekly.start_min), _clock(weekly.end_min)
    return f"{_said_days(weekly.days)} {start}-{end}"


def said_all(weeklies: Iterable[Weekly]) -> list[str]:
    """Several of them."""
    return [said(each) for each in weeklies]


def _said_days(days: Sequence[int]) -> str:
    ordered = sorted(days)
    if tuple(ordered) == EVERY_DAY:
        return "daily"
    runs: list[list[int]] = []
    for day in ordered:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(_said_run(run) for run in runs)


def _said_run(run: list[int]) -> str:
    first, last = WEEKDAYS_SHORT[run[0]], WEEKDAYS_SHORT[run[-1]]
    if len(run) == 1:
        return first
    return f"{first}, {last}" if len(run) == 2 else f"{first}-{last}"  # noqa: PLR2004  (a pair)


def _days(text: str) -> tuple[int, ...]:
    """The days that a text names; none where it names something else."""
    if text in _GROUPS:
        return _GROUPS[text]
    days: set[int] = set()
    for part in re.split(r"\s*,\s*|\s+and\s+|\s+(?=[a-z])", text):
        ends = [_day(end) for end in re.split(r"\s*[-–]\s*", part)]
        known = [end for end in ends if end is not None]
        if len(known) != len(ends) or len(ends) > 2:  # noqa: PLR2004  (from and to)
            return ()
        first, last = known[0], known[-1]
        days |= {(first + ahead) % WEEK for ahead in range((last - first) % WEEK + 1)}
    return tuple(sorted(days))


def _day(text: str) -> int | None:
    name = text.strip(" .").removesuffix("s")[:_LEAST_LETTERS]
    for number, short in enumerate(WEEKDAYS_SHORT):
        if len(name) == _LEAST_LETTERS and short.casefold() == name:
            return number
    return None


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _unreadable(text: str) -> UnplugError:
    return UnplugError("cannot read hours of the week", text, _TODO)
