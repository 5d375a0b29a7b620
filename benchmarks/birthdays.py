"""Whether birthdays come round on the right day: every one, 1900 to 2100, every zone.

    python -m benchmarks.birthdays [--zones N]

Each day of the two centuries is asked for the next time of each of the 366 birthdays
and is held against a calendar that is walked day by day; then, for each time zone there
is, each hour of some days around which clocks change and dates jump.
"""

import argparse
import sys
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from benchmarks import FULL
from unplug.people.contact import Contact
from unplug.people.occasions import next_day, next_occasion, today_for
from unplug.people.partial_date import PartialDate, read_date

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def main() -> int:
    parser = argparse.ArgumentParser()
    zones = len(available_timezones()) if FULL else 60
    parser.add_argument("--zones", type=int, default=zones)
    options = parser.parse_args()
    wrong = round_the_years() + with_the_year() + forms() + in_zones(options.zones)
    print(f"{wrong} wrong")
    return 1 if wrong else 0


def celebrated(birthday: tuple[int, int], on: date) -> bool:
    """Whether a day is the one, by the plainest rule."""
    month, day = birthday
    if birthday == (2, 29) and monthrange(on.year, 2)[1] == 28:
        day = 28
    return (on.month, on.day) == (month, day)


def round_the_years() -> int:
    """Every birthday without its year, asked on every day."""
    every = [date(2000, 1, 1) + DAY * n for n in range(366)]
    wrong = asked = 0
    for birthday in ((day.month, day.day) for day in every):
        partial = PartialDate(None, *birthday)
        on, coming = LAST + 366 * DAY, None
        while on >= FIRST:  # backwards: what comes next is known by then
            if celebrated(birthday, on):
                coming = on
            if on <= LAST:
                asked += 1
                wrong += next_day(partial, on) != coming
            on -= DAY
    print(f"{asked} days asked for {len(every)} birthdays without a year")
    return wrong


def with_the_year() -> int:
    """Every day of the two centuries as somebody's birthday, at its first returns."""
    wrong = asked = 0
    on = FIRST
    while on <= LAST:
        contact = Contact(uid="x", birthday=PartialDate(on.year, on.month, on.day))
        for today in (on - 400 * DAY, on - DAY, on, on + DAY, on + 3_000 * DAY):
            coming = max(today, on)
            while not celebrated((on.month, on.day), coming):
                coming += DAY
            found = next_occasion(contact, today)
            asked += 1
            wrong += (
                found is None
                or found.on != coming
                or found.years != coming.year - on.year
            )
        on += DAY
    print(f"{asked} days asked for birthdays with a year")
    return wrong


def forms() -> int:
    """Every day in every form in which address books write it."""
    wrong = asked = 0
    on = FIRST
    while on <= LAST:
        year, month, day = on.year, on.month, on.day
        known = PartialDate(year, month, day)
        less = PartialDate(None, month, day)
        for text, expected in (
            (f"{year:04}-{month:02}-{day:02}", known),
            (f"{year:04}{month:02}{day:02}", known),
            (f"{year:04}/{month}/{day}", known),
            (f"--{month:02}{day:02}", less),
            (f"--{month:02}-{day:02}", less),
        ):
            asked += 1
            wrong += read_date(text) != expected
        for text in (f"{year:04}-{month:02}-{day:02}T10:22:00Z", f"{on:%Y%m%d}T102200"):
            found = read_date(text)
            asked += 1
            wrong += found is None or (found.year, found.month, found.day) != (
                year,
                month,
                day,
            )
        on += DAY
    print(f"{asked} days read")
    return wrong


def in_zones(count: int) -> int:
    """Which day it is for somebody else, hour by hour, where clocks and dates jump."""
    home = ZoneInfo("Europe/Madrid")
    starts = [
        datetime(*day, tzinfo=UTC)
        for day in (
            *(
                (1900, 1, 1),
                (1916, 4, 30),
                (1945, 8, 14),
                (1986, 12, 30),
                (2000, 2, 28),
            ),
            *((2011, 12, 29), (2026, 3, 28), (2026, 10, 24), (2100, 2, 27)),
        )
    ]
    wrong = asked = 0
    for name in sorted(available_timezones())[:count]:
        zone = ZoneInfo(name)
        contact = Contact(uid="x", zone=name, birthday=PartialDate(None, 2, 29))
        for start in starts:
            for hour in range(96):
                at = start + hour * HOUR
                asked += 1
                today = today_for(contact, at, home)
                wrong += (
                    today != (at + (at.astimezone(zone).utcoffset() or HOUR * 0)).date()
                )
    print(f"{asked} hours asked in {min(count, len(available_timezones()))} zones")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
