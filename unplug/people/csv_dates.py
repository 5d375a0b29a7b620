"""Dates in CSV files, which each program writes in the manner of its country."""

import re
from collections.abc import Iterable

from unplug.people.partial_date import PartialDate, read_date

MONTH_FIRST, DAY_FIRST = "month first", "day first"
_THREE = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:\s.*)?", re.ASCII)
_TWO = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2?", re.ASCII)
_MONTHS = 12
_EMPTY = frozenset(
    {"0/0/00", "0/0/0000", "00/00/00", "0.0.00", "0.0.0000", "00.00.0000"}
)


def order(dates: Iterable[str], *, english: bool) -> str:
    """Whether the month or the day comes first, from all dates of a file.

    Args:
        dates: as they are written.
        english: whether the file's headings are; then undecided dates are American.
    """
    for written in dates:
        found = _THREE.fullmatch(written.strip()) or _TWO.fullmatch(written.strip())
        if not found:
            continue
        if found[2] == "." or int(found[1]) > _MONTHS:
            return DAY_FIRST
        if int(found[3]) > _MONTHS:
            return MONTH_FIRST
    return MONTH_FIRST if english else DAY_FIRST


def date(written: str, first: str) -> PartialDate | None:
    """Read a date of a CSV file; text where it is none, None where it is empty.

    Args:
        written: the cell.
        first: ``MONTH_FIRST`` or ``DAY_FIRST``.
    """
    written = written.strip()
    if written in _EMPTY:
        return None
    found = _THREE.fullmatch(written) or _TWO.fullmatch(written)
    if found is None:
        return read_date(written)
    one, other = int(found[1]), int(found[3])
    day_first = first == DAY_FIRST or found[2] == "."
    day, month = (one, other) if day_first else (other, one)
    year = found[4] if found.re is _THREE else ""
    iso = f"{year}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"
    read = read_date(iso)
    return PartialDate(text=written) if read is None or read.text else read
