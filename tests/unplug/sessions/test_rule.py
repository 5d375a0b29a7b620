from datetime import UTC, date, datetime, timedelta
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unplug.sessions.making import a_plan, days
from unplug.errors import UnplugError
from unplug.sessions.rule import Rule
from unplug.sessions.rule_days import dates

# Those of RFC 5545, 3.8.5.3, and what is known to go wrong elsewhere.
EXAMPLES = """
1997-09-02 FREQ=DAILY;COUNT=2
    1997-09-02 1997-09-03
1997-09-02 FREQ=DAILY;INTERVAL=10;COUNT=3
    1997-09-02 1997-09-12 1997-09-22
1997-09-02 FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,TH;COUNT=4
    1997-09-02 1997-09-04 1997-09-16 1997-09-18
1997-08-05 FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO
    1997-08-05 1997-08-10 1997-08-19 1997-08-24
1997-08-05 FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU
    1997-08-05 1997-08-17 1997-08-19 1997-08-31
1997-09-05 FREQ=MONTHLY;COUNT=3;BYDAY=1FR
    1997-09-05 1997-10-03 1997-11-07
1997-09-22 FREQ=MONTHLY;COUNT=3;BYDAY=-2MO
    1997-09-22 1997-10-20 1997-11-17
1997-09-28 FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=3
    1997-09-28 1997-10-29 1997-11-28
1997-05-19 FREQ=YEARLY;BYDAY=20MO;COUNT=3
    1997-05-19 1998-05-18 1999-05-17
1997-05-12 FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3
    1997-05-12 1998-05-11 1999-05-17
1997-01-01 FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200
    1997-01-01 1997-04-10 1997-07-19 2000-01-01
1997-09-13 FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13;COUNT=3
    1997-09-13 1997-10-11 1997-11-08
1998-02-13 FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3
    1998-02-13 1998-03-13 1998-11-13
1996-11-05 FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3
    1996-11-05 2000-11-07 2004-11-02
1997-09-04 FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3
    1997-09-04 1997-10-07 1997-11-06
1997-09-29 FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=3
    1997-09-29 1997-10-30 1997-11-27
2024-02-29 FREQ=YEARLY;COUNT=3
    2024-02-29 2028-02-29 2032-02-29
2096-02-29 FREQ=YEARLY;COUNT=2
    2096-02-29 2104-02-29
2024-02-29 FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;COUNT=3
    2024-02-29 2025-02-28 2026-02-28
2026-01-31 FREQ=MONTHLY;COUNT=3
    2026-01-31 2026-03-31 2026-05-31
2026-01-01 FREQ=MONTHLY;BYDAY=5SU;COUNT=3
    2026-03-29 2026-05-31 2026-08-30
2026-01-01 FREQ=WEEKLY;BYDAY=SA,SU;COUNT=3
    2026-01-03 2026-01-04 2026-01-10
2026-01-01 FREQ=YEARLY;BYWEEKNO=20;COUNT=2
    2026-05-14 2027-05-20
2026-01-01 FREQ=DAILY;UNTIL=20260102
    2026-01-01 2026-01-02
2026-01-01 rrule:freq=daily;until=20260102T175959;
    2026-01-01
2026-01-01 FREQ=DAILY;UNTIL=20260102T170000Z
    2026-01-01 2026-01-02
2026-01-01 FREQ=DAILY;UNTIL=20260102T165959Z
    2026-01-01
""".strip().splitlines()


@pytest.mark.parametrize(
    ("rule", "named"),
    [
        ("", "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("rubbish", "RUBBISH"),
        ("FREQ=FORTNIGHTLY", "FREQ=FORTNIGHTLY"),
        ("FREQ=HOURLY", "once a day at most"),
        ("FREQ=MINUTELY;INTERVAL=5", "once a day at most"),
        ("FREQ=SECONDLY", "once a day at most"),
        ("INTERVAL=2", "FREQ is missing"),
        ("FREQ=DAILY;INTERVAL=0", "INTERVAL=0"),
        ("FREQ=DAILY;INTERVAL=-1", "INTERVAL=-1"),
        ("FREQ=DAILY;INTERVAL=two", "INTERVAL=TWO"),
        ("FREQ=DAILY;INTERVAL=²", "INTERVAL=²"),
        ("FREQ=DAILY;COUNT=0", "COUNT=0"),
        ("FREQ=DAILY;COUNT=1000000000", "COUNT=1000000000"),
        ("FREQ=DAILY;COUNT=" + "9" * 500, "at most 36525"),
        ("FREQ=DAILY;COUNT=3;UNTIL=20260101", "use one of them"),
        ("FREQ=DAILY;UNTIL=20260230", "UNTIL=20260230"),
        ("FREQ=DAILY;UNTIL=tomorrow", "UNTIL=TOMORROW"),
        ("FREQ=DAILY;FREQ=WEEKLY", "twice"),
        ("FREQ=DAILY;BYHOUR=9,14", "one time of day"),
        ("FREQ=DAILY;BYDAY=1MO", "FREQ=MONTHLY or YEARLY"),
        ("FREQ=WEEKLY;BYDAY=XX", "BYDAY=XX"),
        ("FREQ=MONTHLY;BYDAY=0MO", "BYDAY=0MO"),
        ("FREQ=MONTHLY;BYDAY=6MO", "no sixth weekday"),
        ("FREQ=WEEKLY;BYMONTHDAY=3", "FREQ=MONTHLY"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY=32"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY=0"),
        ("FREQ=YEARLY;BYMONTH=13", "BYMONTH=13"),
        ("FREQ=MONTHLY;BYWEEKNO=3", "FREQ=YEARLY"),
        ("FREQ=DAILY;BYSETPOS=1", "BYSETPOS alone"),
        ("FREQ=WEEKLY;WKST=1", "WKST=1"),
        ("FREQ=DAILY;X=" + "1" * 3000, "far too long"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused_in_one_sentence(
    rule: str, named: str
) -> None:
    with pytest.raises(UnplugError) as refused:
        Rule.read(rule)
    assert named in str(refused.value)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
        "FREQ=WEEKLY;BYMONTH=2;BYDAY=MO;BYSETPOS=7",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
        "FREQ=YEARLY;BYMONTH=4;BYYEARDAY=1",
        "FREQ=YEARLY;INTERVAL=2;BYYEARDAY=366;BYMONTHDAY=1",
    ],
)
def test_a_rule_that_never_comes_is_refused_and_searched_for_no_longer_than_a_century(
    rule: str,
) -> None:
    begun = process_time()
    with pytest.raises(UnplugError, match="would never come"):
        a_plan("2026-01-01 18:00", rule)
    assert process_time() - begun < 1


@pytest.mark.parametrize(
    ("example", "expected"), list(zip(EXAMPLES[::2], EXAMPLES[1::2], strict=True))
)
def test_rules_bring_the_dates_that_rfc_5545_says(example: str, expected: str) -> None:
    first, rule = example.split()
    assert days(a_plan(f"{first} 18:00", rule), 4) == expected.split()


@given(
    st.dates(date(1970, 1, 1), date(2200, 12, 20)),
    st.sampled_from([*range(1, 54), *range(-53, 0)]),
)
def test_week_numbers_are_those_of_the_iso_calendar(day: date, number: int) -> None:
    rule = Rule.read(f"FREQ=YEARLY;BYWEEKNO={number};BYDAY=MO,TU,WE,TH,FR,SA,SU")
    year, week, _ = day.isocalendar()
    weeks = date(year, 12, 28).isocalendar().week
    expected = number in {week, week - weeks - 1}
    assert (next(dates(rule, day, day), None) == day) is expected


@given(
    st.sampled_from(
        [
            "FREQ=DAILY;INTERVAL=3",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU;WKST=SU",
            "FREQ=MONTHLY;INTERVAL=5;BYDAY=-1FR",
            "FREQ=YEARLY;INTERVAL=3;BYMONTH=2,7",
            "FREQ=DAILY;COUNT=900",
            "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1,2",
        ]
    ),
    st.dates(date(1990, 1, 1), date(2030, 1, 1)),
    st.integers(0, 3000),
)
def test_jumping_ahead_finds_what_going_step_by_step_finds(
    text: str, first: date, later: int
) -> None:
    rule, since = Rule.read(text), first + timedelta(days=later)
    end = since + timedelta(days=800)
    slow = [day for day in _until(rule, first, first, end) if day >= since]
    assert _until(rule, first, since, end) == slow


def _until(rule: Rule, first: date, since: date, end: date) -> list[date]:
    found = []
    for day in dates(rule, first, since):
        if day > end:
            break
        found.append(day)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU;WKST=SU",
        "FREQ=MONTHLY;COUNT=3;BYDAY=-1FR,1MO",
        "FREQ=YEARLY;UNTIL=20301231T220000Z;BYMONTH=2;BYMONTHDAY=-1;BYSETPOS=1",
        "FREQ=YEARLY;UNTIL=20301231;BYWEEKNO=1,20;BYDAY=MO",
        "FREQ=YEARLY;UNTIL=20301231T090000;BYYEARDAY=1,-1",
    ],
)
def test_a_rule_reads_what_it_writes(text: str) -> None:
    rule = Rule.read(text)
    assert Rule.read(rule.text) == rule


def test_until_may_be_a_date_a_local_time_or_an_instant() -> None:
    assert Rule.read("FREQ=DAILY;UNTIL=20260102").until == date(2026, 1, 2)
    local = Rule.read("FREQ=DAILY;UNTIL=20260102T100000").until
    assert local == datetime.fromisoformat("2026-01-02T10:00")
    instant = Rule.read("FREQ=DAILY;UNTIL=20260102T100000Z").until
    assert instant == datetime(2026, 1, 2, 10, tzinfo=UTC)
