from datetime import date, datetime, time, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unplug.sessions.making import MADRID, utc
from unplug.errors import UnplugError
from unplug.sessions.lasting import Lasting, Until
from unplug.sessions.recurrence import occurrences
from unplug.sessions.rule import Freq, Rule
from unplug.sessions.words import Draft, describe, fitting, read

SUNDAY = date(2026, 11, 22)
EXAMPLES = """
every Saturday and Sunday, 9–13 h
    2026-11-22 09:00 +0D 13:00 FREQ=WEEKLY;BYDAY=SA,SU
weekdays 18:00 for 2 h
    2026-11-23 18:00 PT2H FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
every evening from 21:30 to 23
    2026-11-22 21:30 +0D 23:00 FREQ=DAILY
first Sunday of the month 10:00–18:00
    2026-12-06 10:00 +0D 18:00 FREQ=MONTHLY;BYDAY=1SU
daily 7:00 for 45 min
    2026-11-22 07:00 PT45M FREQ=DAILY
every other Friday 18:00 until Sunday 12:00
    2026-11-27 18:00 +2D 12:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=FR
tomorrow 10–12
    2026-11-23 10:00 +0D 12:00 -
on 24 December from 15:00 for 1 day
    2026-12-24 15:00 P1D -
on December 24th at 3 pm for 2 days 4 hours
    2026-12-24 15:00 P2DT4H -
every day 22:00 - 6:00
    2026-11-22 22:00 +1D 06:00 FREQ=DAILY
Mondays, Wednesdays and Fridays 9 to 11 pm
    2026-11-23 21:00 +0D 23:00 FREQ=WEEKLY;BYDAY=MO,WE,FR
every evening 9 to 11
    2026-11-22 21:00 +0D 23:00 FREQ=DAILY
every friday evening 7-9
    2026-11-27 19:00 +0D 21:00 FREQ=WEEKLY;BYDAY=FR
every evening from 9 to 12
    2026-11-22 21:00 +1D 00:00 FREQ=DAILY
weekends 9-24
    2026-11-22 09:00 +1D 00:00 FREQ=WEEKLY;BYDAY=SA,SU
each weekday morning, 9am–1pm
    2026-11-23 09:00 +0D 13:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
9-1 pm every Tuesday
    2026-11-24 09:00 +0D 13:00 FREQ=WEEKLY;BYDAY=TU
the last Friday of every other month 8pm to 10pm
    2026-11-27 20:00 +0D 22:00 FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR
the 1st and 15th of the month, noon to midnight
    2026-12-01 12:00 +1D 00:00 FREQ=MONTHLY;BYMONTHDAY=1,15
the last day of the month 10-12
    2026-11-30 10:00 +0D 12:00 FREQ=MONTHLY;BYMONTHDAY=-1
the second Sunday of May, all day
    2027-05-09 00:00 +1D 00:00 FREQ=YEARLY;BYMONTH=5;BYDAY=2SU
every year on 29 February 10-11
    2028-02-29 10:00 +0D 11:00 FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29
every 3rd day 7:30 for half an hour
    2026-11-22 07:30 PT30M FREQ=DAILY;INTERVAL=3
every other week on Mon, Thu 8:00 for 1h30
    2026-11-23 08:00 PT1H30M FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH
every day 9-10, from 1 December, 10 times
    2026-12-01 09:00 +0D 10:00 FREQ=DAILY;COUNT=10
every day 9-10 until 5 January
    2026-11-22 09:00 +0D 10:00 FREQ=DAILY;UNTIL=20270105
next Sunday 10:00-12:00
    2026-11-29 10:00 +0D 12:00 -
Sunday from 10:00 until 12:00
    2026-11-22 10:00 +0D 12:00 -
tonight 8 to 10
    2026-11-22 20:00 +0D 22:00 -
the day after tomorrow 18:00 for an hour
    2026-11-24 18:00 PT1H -
2027-02-03 18:00 until 12:00, 3 days later
    2027-02-03 18:00 +3D 12:00 -
by the rule FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1, 18:00 for 90 min
    2026-11-30 18:00 PT1H30M FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1
""".strip().splitlines()
PAIRS = [
    (words, expected.strip())
    for words, expected in zip(EXAMPLES[::2], EXAMPLES[1::2], strict=True)
    if expected.strip() != "- -"
]


@pytest.mark.parametrize(("words", "expected"), PAIRS)
def test_plain_words_are_understood(words: str, expected: str) -> None:
    draft = read(words, SUNDAY)
    rule = draft.rule.text if draft.rule else "-"
    assert f"{draft.first:%Y-%m-%d %H:%M} {draft.lasting.text} {rule}" == expected


@pytest.mark.parametrize(("words", "expected"), PAIRS)
def test_what_is_said_back_means_the_same(words: str, expected: str) -> None:
    draft = read(words, SUNDAY)
    assert read(describe(draft, SUNDAY), SUNDAY) == draft
    assert expected


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("sundays 10-12", "every Sunday, 10:00–12:00"),
        (
            "weekdays 18:00 for 90 min",
            "every weekday, 18:00 for 1 h 30 min, from 23 November 2026",
        ),
        (
            "every second sunday 10-12",
            "every other Sunday, 10:00–12:00, from 22 November 2026",
        ),
        ("daily 20-22 in Europe/Madrid", "every day, 20:00–22:00, in Europe/Madrid"),
        ("tomorrow 10 to 12", "on 23 November 2026, 10:00–12:00"),
    ],
)
def test_plans_are_said_in_plain_words(words: str, said: str) -> None:
    assert describe(read(words, SUNDAY), SUNDAY) == said


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("", "say on which days"),
        ("18:00-20:00", "say on which days"),
        ("every day", "say when"),
        ("every day 18:00", "say how long"),
        ("every blursday 10-12", '"every blursday"'),
        ("every day 10-12 unless it rains", '"unless it rains"'),
        ("every day 25:00 for 1 h", '"25:00"'),
        ("every day 13 pm for 1 h", '"13 pm"'),
        ("every day 10:75-12", '"10:75'),
        ("on 30 February 10-12", "no such day"),
        ("every year on 31 April 10-12", "no such day"),
        ("2026-13-01 10-12", "no such day"),
        ("every day 10-12 and every Monday 9-10", "cannot understand"),
        ("tomorrow 10-12, 5 times", "only what comes again"),
        ("every 0th day 10-12", "INTERVAL=0"),
        ("the 32nd of the month 10-12", "BYMONTHDAY=32"),
        ("by the rule FREQ=HOURLY, 10-12", "once a day at most"),
        ("every day 10-12 in Europe/Atlantis", "Europe/Atlantis"),
        ("every day 18:00 for 0 min", "at least a minute"),
        ("every day 18:00 for 99 days", "at most 31 days"),
        ("x" * 5000, "far too long"),
        ("cada domingo 10-12", '"cada domingo"'),
    ],
)
def test_what_is_not_understood_is_named_in_one_sentence(
    words: str, named: str
) -> None:
    with pytest.raises(UnplugError) as refused:
        read(words, SUNDAY).plan(uid="a", name="a")
    assert named in str(refused.value)
    assert "\n" not in str(refused.value)


WEEKDAYS = st.lists(st.integers(0, 6), min_size=1, max_size=6, unique=True)
DAYS = WEEKDAYS.map(lambda days: tuple((0, day) for day in sorted(days)))
NTH = st.tuples(st.sampled_from([1, 2, 3, 4, 5, -1]), st.integers(0, 6))
INTERVALS = st.integers(1, 6)
RULES = st.one_of(
    st.none(),
    st.builds(Rule, freq=st.just(Freq.DAILY), interval=INTERVALS),
    st.builds(Rule, freq=st.just(Freq.WEEKLY), interval=INTERVALS, weekdays=DAYS),
    st.builds(
        Rule, freq=st.just(Freq.MONTHLY), interval=INTERVALS, weekdays=st.tuples(NTH)
    ),
    st.builds(
        Rule,
        freq=st.just(Freq.MONTHLY),
        month_days=st.lists(
            st.integers(1, 31), min_size=1, max_size=3, unique=True
        ).map(lambda days: tuple(sorted(set(days)))),
    ),
    st.builds(
        Rule,
        freq=st.just(Freq.YEARLY),
        months=st.tuples(st.integers(1, 12)),
        month_days=st.tuples(st.integers(1, 28)),
    ),
    st.builds(
        Rule,
        freq=st.just(Freq.YEARLY),
        months=st.tuples(st.integers(1, 12)),
        weekdays=st.tuples(NTH),
    ),
    st.sampled_from(
        [
            Rule.read("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1"),
            Rule.read("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO"),
            Rule.read("FREQ=DAILY;COUNT=7"),
            Rule.read("FREQ=WEEKLY;UNTIL=20301224"),
            Rule.read("FREQ=WEEKLY;UNTIL=20301224T100000Z"),
        ]
    ),
)
MINUTES = st.times().map(lambda at: at.replace(second=0, microsecond=0))
LENGTHS = st.one_of(
    st.builds(
        Lasting,
        days=st.integers(0, 20),
        rest=st.integers(1, 1439).map(lambda minutes: timedelta(minutes=minutes)),
    ),
    st.builds(Until, days=st.integers(1, 20), at=MINUTES),
)


@given(
    st.datetimes(datetime(2026, 11, 22), datetime(2029, 1, 1)),  # noqa: DTZ001
    RULES,
    LENGTHS,
    st.sampled_from([None, "Europe/Madrid", "America/Argentina/Ushuaia", "UTC"]),
)
def test_whatever_is_planned_can_be_said_and_understood(
    first: datetime, rule: Rule | None, lasting: Lasting | Until, zone: str | None
) -> None:
    first = first.replace(second=0, microsecond=0)
    draft = fitting(Draft(first=first, lasting=lasting, rule=rule, zone=zone))
    understood = read(describe(draft, SUNDAY), SUNDAY)
    one = draft.plan(uid="a", name="a")
    other = understood.plan(uid="a", name="a")
    spans = [
        [o.span for o in islice(occurrences(plan, utc("2026-11-22"), MADRID), 5)]
        for plan in (one, other)
    ]
    assert spans[0] == spans[1]


@given(st.text(max_size=60))
def test_any_text_is_understood_or_refused(text: str) -> None:
    try:
        draft = read(text, SUNDAY)
    except UnplugError:
        return
    assert draft.first.date() >= SUNDAY


WORDS = ["every", "day", "Sunday", "first", "of the month", "10-12", "for", "2 h", "on"]


@given(st.lists(st.sampled_from([*WORDS, "until", "24 December", "at 9", ","])))
def test_words_in_any_order_are_understood_or_refused(words: list[str]) -> None:
    try:
        draft = read(" ".join(words), SUNDAY)
    except UnplugError:
        return
    assert draft.first.time() in {time(10), time(9), time(2), time()}


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU",
        "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
        "FREQ=MONTHLY;BYMONTHDAY=-2",
        "FREQ=MONTHLY;BYDAY=SU",
        "FREQ=MONTHLY;BYMONTH=5,6",
        "FREQ=YEARLY;BYMONTH=5,6;BYMONTHDAY=1",
        "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-1",
        "FREQ=YEARLY;INTERVAL=2",
        "FREQ=DAILY;BYMONTH=7,8",
    ],
)
def test_a_rule_for_which_there_are_no_words_is_said_as_it_is(rule: str) -> None:
    draft = fitting(
        Draft(
            first=datetime.combine(SUNDAY, time(10)),
            lasting=Until(at=time(12)),
            rule=Rule.read(rule),
        )
    )
    said = describe(draft, SUNDAY)
    assert said.startswith(f"by the rule {rule}, 10:00–12:00")
    assert read(said, SUNDAY) == draft


def test_words_may_say_only_where_to_start() -> None:
    draft = read("from 24 December 15:00 for 1 day", SUNDAY)
    assert (draft.first.date(), draft.rule) == (date(2026, 12, 24), None)
    iso = read("every year on 2026-12-24, 15:00 for 1 day", SUNDAY)
    assert iso.rule == Rule.read("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24")
