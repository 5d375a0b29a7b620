from calendar import isleap
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import given
from hypothesis import strategies as st

from unplug.people.contact import Anniversary, Contact
from unplug.people.occasions import (
    Occasion,
    OccasionKind,
    next_day,
    next_occasion,
    today_for,
)
from unplug.people.partial_date import PartialDate

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)


def born(year: int | None, month: int, day: int) -> Contact:
    return Contact(uid="a", birthday=PartialDate(year, month, day))


def by_walking(birthday: PartialDate, today: date) -> date:
    """The next birthday, found by looking at one day after the other."""
    day = today
    while True:
        same = (day.month, day.day) == (birthday.month, birthday.day)
        moved = (birthday.month, birthday.day) == (2, 29) and not isleap(day.year)
        if same or (moved and (day.month, day.day) == (2, 28)):
            return day
        day += timedelta(days=1)


def test_every_birthday_is_next_on_its_day_throughout_two_centuries() -> None:
    day = FIRST
    while day <= LAST:
        birthday = PartialDate(None, day.month, day.day)
        assert next_day(birthday, day) == day
        following = next_day(birthday, day + timedelta(days=1))
        assert following is not None
        assert 364 <= (following - day).days <= 366
        day += timedelta(days=1)


def test_each_day_of_a_leap_year_agrees_with_walking_through_the_calendar() -> None:
    days = [date(2000, 1, 1) + timedelta(days=n) for n in range(366)]
    for year in (1900, 1903, 1904, 2000, 2100):
        for birthday in days:
            wanted = PartialDate(None, birthday.month, birthday.day)
            for month in (1, 3):
                today = date(year, month, 1)
                assert next_day(wanted, today) == by_walking(wanted, today)


def test_29_february_falls_on_the_last_day_of_the_month_in_every_other_year() -> None:
    for year in range(1900, 2101):
        on = next_day(PartialDate(None, 2, 29), date(year, 1, 1))
        assert on == date(year, 2, 29 if isleap(year) else 28)


def test_the_years_are_counted_where_the_year_is_known() -> None:
    assert next_occasion(born(1996, 2, 29), date(2026, 11, 1)) == Occasion(
        date(2027, 2, 28), OccasionKind.BIRTHDAY, "a", 31
    )
    without = next_occasion(born(None, 2, 29), date(2026, 11, 1))
    assert without is not None
    assert without.years is None


def test_today_is_the_next_one() -> None:
    found = next_occasion(born(2000, 5, 6), date(2026, 5, 6))
    assert found is not None
    assert (found.on, found.years) == (date(2026, 5, 6), 26)


def test_nothing_comes_before_the_day_itself() -> None:
    found = next_occasion(born(2030, 5, 6), date(2026, 5, 6))
    assert found is not None
    assert found.on == date(2030, 5, 6)


def test_dates_without_day_or_month_and_words_never_come() -> None:
    for day in (
        PartialDate(1990),
        PartialDate(1990, 5),
        PartialDate(None, None, 5),
        PartialDate(text="spring"),
    ):
        assert next_occasion(Contact(birthday=day), date(2026, 1, 1)) is None


def test_the_first_of_birthday_and_anniversaries_comes_first() -> None:
    contact = Contact(
        uid="a",
        birthday=PartialDate(1990, 6, 1),
        anniversaries=(
            Anniversary(date=PartialDate(2010, 3, 1), label="_$!<Wedding>!$_"),
        ),
    )
    found = next_occasion(contact, date(2026, 1, 1))
    assert found == Occasion(
        date(2026, 3, 1), OccasionKind.ANNIVERSARY, "a", 16, "Wedding"
    )
    later = next_occasion(contact, date(2026, 3, 2))
    assert later is not None
    assert later.kind is OccasionKind.BIRTHDAY


def test_those_who_died_have_no_birthday_to_congratulate_on() -> None:
    contact = Contact(birthday=PartialDate(1990, 6, 1), in_memoriam=True)
    assert next_occasion(contact, date(2026, 1, 1)) is None


def test_the_calendar_ends_quietly() -> None:
    assert next_day(PartialDate(None, 1, 1), date.max) is None


def test_the_day_is_the_one_where_the_person_lives() -> None:
    instant = datetime(2026, 5, 5, 22, 30, tzinfo=UTC)
    home = ZoneInfo("America/New_York")
    assert today_for(Contact(zone="Asia/Tokyo"), instant, home) == date(2026, 5, 6)
    assert today_for(Contact(), instant, home) == date(2026, 5, 5)
    assert today_for(Contact(zone="Mars/Base"), instant, home) == date(2026, 5, 5)
    assert today_for(Contact(zone="../etc/passwd"), instant, home) == date(2026, 5, 5)


def test_in_every_zone_the_birthday_lasts_as_long_as_the_local_day() -> None:
    contact = born(None, 2, 29)
    for name in sorted(available_timezones()):
        zone = ZoneInfo(name)
        noon = datetime(2027, 2, 28, 12, tzinfo=zone).astimezone(UTC)
        there = today_for(Contact(zone=name), noon, ZoneInfo("UTC"))
        assert next_day(PartialDate(None, 2, 29), there) == date(2027, 2, 28), name
    assert contact.birthday == PartialDate(None, 2, 29)


@given(st.dates(FIRST, LAST), st.dates(FIRST, LAST))
def test_the_next_time_is_less_than_a_year_and_a_day_away(
    birth: date, today: date
) -> None:
    on = next_day(PartialDate(birth.year, birth.month, birth.day), today)
    assert on is not None
    assert on >= max(birth, today)
    assert (on - max(birth, today)).days <= 366
