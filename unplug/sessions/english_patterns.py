"""The phrases of English in which days are named."""

import re
from calendar import monthrange
from datetime import date

from unplug.errors import UnplugError
from unplug.sessions.english_names import MONTHS, PLACES, WEEKDAYS

_LEAP_YEAR = 2028
# Dashes of all lengths, the minus sign, a space that does not break, an apostrophe.
_DASHES = str.maketrans("–—\u2212\u00a0\u2019", "--- '")
WEEKDAY = (
    r"(?:mon(?:days?)?|tue(?:s|sdays?)?|wed(?:nesdays?)?|thu(?:r|rs|rsdays?)?"
    r"|fri(?:days?)?|sat(?:urdays?)?|sun(?:days?)?)\b"
)
_AND = r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s*\+\s*|\s+)"
_PLURALS = r"(?:mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays)\b"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:(?P<iso>\d{{4}}-\d\d-\d\d)\b"
    rf"|(?:the\s+)?(?P<d>{_NTH})\s+(?:of\s+)?(?P<mon>{_MONTH})\.?(?:,?\s+(?P<y>\d{{4}})\b)?"
    rf"|(?P<mon2>{_MONTH})\.?\s+(?P<d2>{_NTH})\b(?!:)(?:,?\s+(?P<y2>\d{{4}})\b)?)"
)
_OTHER = r"(?P<other>other|second|third|fourth|\d{1,3}(?:st|nd|rd|th)?)"
_PLACE = rf"(?:{'|'.join(PLACES.values())}|1st|2nd|3rd|4th|5th)"
_PART = r"(?P<part>mornings?|afternoons?|evenings?|nights?)"
_OF_MONTH = rf"(?:of|in)\s+(?:the|every|each)\s+(?:{_OTHER}\s+)?months?\b"

BY_RULE = re.compile(
    r"\bby (?:the )?rule ((?:RRULE:)?[A-Z0-9=;,+-]*[A-Z0-9])(?=[\s,;.]|$)",
    re.IGNORECASE,
)
ZONE = re.compile(r"\bin ([A-Z][A-Za-z_]+(?:/[A-Za-z0-9_+-]+){1,2}|UTC)\b")
UNTIL_DATE = re.compile(rf"\b(?:until|till|through)\s+{_DATE}")
FROM_DATE = re.compile(rf"\b(?:from|starting|beginning|since)(?:\s+on)?\s+{_DATE}")
TIMES = re.compile(r"\b(\d{1,5})\s+times?\b")

EVERY_YEAR = re.compile(
    rf"\b(?:every year|yearly|each year|annually)(?:\s+on)?\s+{_DATE}"
)
NTH_WEEKDAY = re.compile(
    rf"\b(?:every\s+)?(?P<place>{_PLACE})\s+(?P<day>{WEEKDAY})\s+"
    rf"(?:{_OF_MONTH}|(?:of|in)\s+(?P<month>{_MONTH})(?:\s+every\s+year)?)"
)
MONTH_DAYS = re.compile(
    rf"\b(?:every\s+)?(?:(?P<numbers>{_NTH}(?:{_AND}{_NTH})*)|last\s+day)\s+{_OF_MONTH}"
)
WORKDAYS = re.compile(
    r"\b(?:every\s+|each\s+|on\s+)?(?:weekdays?|workdays?|working days?)\b"
    rf"(?:\s+{_PART}\b)?"
)
WEEKEND = re.compile(rf"\b(?:every\s+|each\s+|at\s+)?weekends?\b(?:\s+{_PART}\b)?")
EVERY_WEEKDAYS = re.compile(
    rf"(?:\b(?:every|each|weekly)\s+(?:{_OTHER}\s+)?(?:weeks?\s+)?(?:on\s+)?(?={WEEKDAY})"
    rf"|(?={_PLURALS}))(?P<days>{WEEKDAY}(?:{_AND}{WEEKDAY})*)(?:\s+{_PART}\b)?"
)
EVERY_DAY = re.compile(rf"\b(?:(?:every|each)\s+(?:day|{_PART})|daily)\b")
EVERY_DAYS = re.compile(rf"\b(?:every|each)\s+{_OTHER}\s+days?\b")
ONE_DATE = re.compile(rf"\b(?:on\s+)?{_DATE}")
NEAR = re.compile(
    r"\b(?P<near>(?:the )?day after tomorrow|tomorrow|today|tonight)"
    rf"(?:\s+{_PART}\b)?"
)
NEXT_WEEKDAY = re.compile(
    rf"\b(?:this\s+|(?P<next>next)\s+|on\s+)?(?P<day>{WEEKDAY})(?:\s+{_PART}\b)?"
)


def plain(text: str) -> str:
    """The text with one kind of dash, space and apostrophe."""
    return text.translate(_DASHES)


def weekday_of(name: str) -> int:
    """Monday = 0."""
    return next(n for n, full in enumerate(WEEKDAYS) if full.lower()[:3] == name[:3])


def weekdays_of(names: str) -> tuple[int, ...]:
    """All weekdays that are named, each once, in the week's order."""
    return tuple(sorted({weekday_of(name) for name in re.findall(WEEKDAY, names)}))


def month_of(name: str) -> int:
    """January = 1."""
    return next(n for n, full in enumerate(MONTHS, 1) if full.lower()[:3] == name[:3])


def place_of(name: str) -> int:
    """Read "first" and "1st" as 1, "last" as -1."""
    if name[0].isdigit():
        return int(name[0])
    return next(number for number, place in PLACES.items() if place == name)


def interval_of(found: re.Match[str]) -> int:
    """How many days, weeks or months the phrase's "every other" means."""
    other = found["other"]
    if other is None:
        return 1
    words = {"other": 2, "second": 2, "third": 3, "fourth": 4}
    return words.get(other) or int(re.sub(r"\D", "", other))


def day_and_month(found: re.Match[str]) -> tuple[int, int]:
    """The day and the month of a date without its year."""
    if found["iso"]:
        iso = found["iso"]
        return int(iso[8:]), int(iso[5:7])
    day, month = found["d"] or found["d2"], found["mon"] or found["mon2"]
    return int(re.sub(r"\D", "", day)), month_of(month)


def date_of(found: re.Match[str], since: date, *, leap: bool = False) -> date:
    """The date that is named; without a year, the first from ``since`` on.

    Args:
        found: a match of a pattern with a date in it.
        since: where to count from.
        leap: the year does not matter, so 29 February is fine.

    Raises:
        UnplugError: there is no such date.
    """
    day, month = day_and_month(found)
    written = found["y"] or found["y2"] or (found["iso"] or "")[:4]
    years = [int(written)] if written else range(since.year, since.year + 9)
    if leap:
        years = [_LEAP_YEAR]
    for year in years:
        fits = 1 <= month <= len(MONTHS) and year > 0
        if fits and 1 <= day <= monthrange(year, month)[1]:
            that = date(year, month, day)
            if written or leap or that >= since:
                return that
    failed, todo = "cannot understand a date", "there is no such day"
    raise UnplugError(failed, found[0], todo)
