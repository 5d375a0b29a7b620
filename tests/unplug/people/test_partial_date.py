from calendar import monthrange
from datetime import date, timedelta

import pytest

from unplug.people.partial_date import PartialDate, read_date


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1996-04-15", "1996-04-15"),
        ("1996-4-5", "1996-04-05"),
        ("1996/04/15", "1996-04-15"),
        ("19960415", "1996-04-15"),
        ("19960415T102200Z", "1996-04-15"),
        ("1996-04-15 00:00:00", "1996-04-15"),
        ("--0415", "--04-15"),
        ("--04-15", "--04-15"),
        ("---15", "---15"),
        ("--04", "--04"),
        ("1996-04", "1996-04"),
        ("1996", "1996"),
        ("1604-02-29", "--02-29"),
        ("0000-05-06", "--05-06"),
        ("--0229", "--02-29"),
    ],
)
def test_dates_are_read_in_all_forms_of_the_standard(written: str, read: str) -> None:
    day = read_date(written)
    assert day is not None
    assert day.text == ""
    assert str(day) == read


@pytest.mark.parametrize(
    "written",
    [
        "19723101",
        "206-12-15",
        "circa 1800",
        "1999-02-29",
        "--0230",
        "15.04.1996",
        "1996-00-10",
        "1996-04-15Tnoon",
    ],
)
def test_what_is_no_date_is_kept_as_text(written: str) -> None:
    assert read_date(written) == PartialDate(text=written)


def test_nothing_is_no_date() -> None:
    assert read_date("  ") is None


def test_another_year_may_stand_for_none() -> None:
    assert read_date("1804-05-06", no_year=1804) == PartialDate(None, 5, 6)


def test_every_day_of_two_centuries_is_read_in_every_form() -> None:
    day = date(1900, 1, 1)
    while day.year <= 2100:
        expected = PartialDate(day.year, day.month, day.day)
        assert read_date(day.isoformat()) == expected
        assert read_date(day.strftime("%Y%m%d")) == expected
        assert read_date(day.strftime("--%m%d")) == PartialDate(
            None, day.month, day.day
        )
        assert expected.in_year(day.year) == day
        day += timedelta(days=1)


def test_days_that_a_month_does_not_have_are_refused() -> None:
    for year in (1900, 1999, 2000, 2004, 2100):
        for month in range(1, 13):
            last = monthrange(year, month)[1]
            PartialDate(year, month, last)
            with pytest.raises(ValueError, match="no such day"):
                PartialDate(year, month, last + 1)


@pytest.mark.parametrize(
    "bad", [(None, None, None), (2000, 13, 1), (2000, 0, 1), (2000, 1, 0), (0, 1, 1)]
)
def test_what_is_no_date_is_refused(
    bad: tuple[int | None, int | None, int | None],
) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        PartialDate(*bad)


def test_a_date_is_either_numbers_or_text() -> None:
    with pytest.raises(ValueError, match="either"):
        PartialDate(2000, text="spring")
