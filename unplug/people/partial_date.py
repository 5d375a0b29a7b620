"""Dates as people know them: with or without the year, or only as words."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

APPLE_NO_YEAR = 1604  # what Apple writes for "the year is not known"; a leap year
_LEAP_YEAR = 2000
_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        r"(?P<year>\d{4})(?P<dash>[-/])(?P<month>\d\d?)(?P=dash)(?P<day>\d\d?)",
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
        r"--(?P<month>\d\d)-?(?P<day>\d\d)",
        r"---(?P<day>\d\d)",
        r"--(?P<month>\d\d)",
        r"(?P<year>\d{4})-(?P<month>\d\d)",
        r"(?P<year>\d{4})",
    )
)
_TIME_MARKS = re.compile(r":|[.,]\d+")
_TIME = re.compile(r"\d\d[\d:.,]*(?:Z|[+-]\d\d:?(?:\d\d)?)?", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date that may lack its year, or anything else, or be known only as text.

    Attributes:
        year: None where it is not known.
        month: 1 to 12.
        day: 1 to what the month has, in a leap year where the year is not known.
        text: what was written, where it is no date; then the numbers are None.
        time: the time of day that came with it, kept for export, such as ``231000Z``.

    Raises:
        ValueError: there is no such date, or there is nothing at all.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    text: str = ""
    time: str = ""

    def __post_init__(self) -> None:
        if self.text:
            if (self.year, self.month, self.day) != (None, None, None):
                msg = f"either a date or text: {self.text!r}"
                raise ValueError(msg)
            return
        if self.year is self.month is self.day is None:
            msg = "a date needs a year, a month, a day or text"
            raise ValueError(msg)
        month = 1 if self.month is None else self.month
        longest = monthrange(self.year or _LEAP_YEAR, month)[1]
        if self.day is not None and not 1 <= self.day <= longest:
            msg = f"no such day: {self}"
            raise ValueError(msg)
        if self.year is not None and self.year < 1:
            msg = f"no such year: {self.year}"
            raise ValueError(msg)

    def __str__(self) -> str:
        """The date as ``1996-04-15``, ``--04-15``, ``---15``, ``1996`` or its text."""
        if self.text:
            return self.text
        year = f"{self.year:04}" if self.year is not None else "-"
        if self.day is None:
            if self.month is None:
                return year
            return f"{year}-{self.month:02}"
        month = f"{self.month:02}" if self.month is not None else ""
        return f"{year}-{month}-{self.day:02}"

    @property
    def comes_every_year(self) -> bool:
        """Whether month and day are known."""
        return self.month is not None and self.day is not None

    def in_year(self, year: int) -> date | None:
        """The day it falls on; 29 February on the month's last day in other years."""
        if self.month is None or self.day is None:
            return None
        return date(year, self.month, min(self.day, monthrange(year, self.month)[1]))


def read_date(written: str, *, no_year: int | None = None) -> PartialDate | None:
    """Read a date in any of the forms of ISO 8601 that vCards have; else keep the text.

    Args:
        written: such as ``19960415``, ``1996-04-15T10:22:00Z``, ``--0415``, ``---15``.
        no_year: the year that stands for "not known" (``X-APPLE-OMIT-YEAR``).

    Returns:
        None where nothing is written.
    """
    written = written.strip()
    if not written:
        return None
    day, _, time = written.replace("t", "T").replace(" ", "T", 1).partition("T")
    if time and not _TIME.fullmatch(time):
        return PartialDate(text=written)
    for form in _FORMS:
        found = form.fullmatch(day)
        if found:
            parts = {
                key: int(part)
                for key, part in found.groupdict().items()
                if key != "dash"
            }
            plain = _TIME_MARKS.sub("", time).upper()
            return _date(parts, no_year, plain) or PartialDate(text=written)
    return PartialDate(text=written)


def _date(parts: dict[str, int], no_year: int | None, time: str) -> PartialDate | None:
    """The date of these numbers, None where there is none."""
    year = parts.get("year")
    if year in (0, APPLE_NO_YEAR, no_year):
        year = None
    try:
        return PartialDate(year, parts.get("month"), parts.get("day"), time=time)
    except ValueError:
        return None
