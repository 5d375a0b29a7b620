from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given
from hypothesis import strategies as st

from tests.unplug.sessions.making import MADRID, a_plan, at, starts, utc
from unplug.ical.lines import folded
from unplug.sessions.ics_reading import preview
from unplug.sessions.ics_writing import write_plans
from unplug.sessions.lasting import Lasting, Until
from unplug.sessions.plan import Pause, Plan, Strictness
from unplug.sessions.recurrence import occurrences

WRITTEN = utc("2026-11-22 10:00")
NASTY = "Walk, talk; \\ \\n and «be» 👪 " + "ünd so weiter " * 10
EVERYTHING = a_plan(
    "2026-01-03 09:00",
    "FREQ=WEEKLY;BYDAY=SA,SU",
    Until(at=time(13)),
    name=NASTY,
    uid="weekend,1;2@example.org",
    zone="Europe/Madrid",
    left_out=frozenset({at("2026-01-04 09:00"), at("2026-01-10 09:00")}),
    extra=(at("2026-01-06 17:00"),),
    holidays_of="ES",
    pauses=(Pause(date(2026, 8, 1), date(2026, 8, 16)),),
    strictness=Strictness.PROMISE,
    sequence=7,
    kept=("X-COLOUR;X-A=b:green", "LOCATION:At the lake\\, by boat"),
)
WHOLE_FILE = write_plans([EVERYTHING], WRITTEN)
RULES = [
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=2;BYDAY=MO",
    "FREQ=DAILY;COUNT=40",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU;WKST=SU",
    "FREQ=WEEKLY;UNTIL=20270301T090000",
    "FREQ=WEEKLY;UNTIL=20270301",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
]


def spans(plan: Plan, count: int = 40) -> list[object]:
    coming = occurrences(plan, utc("2025-12-01"), MADRID)
    return [one.span for one in islice(coming, count)]


def test_a_plan_comes_back_from_its_file_as_it_was() -> None:
    text = write_plans([EVERYTHING], WRITTEN)
    assert preview(text) == ((EVERYTHING,), ())


def test_what_it_is_for_and_with_whom_comes_back_too() -> None:
    manners = {"purpose": "a walk; by the river, slowly", "person": "m,1", "on": False}
    plan = a_plan(**manners)
    (read,) = preview(write_plans([plan], utc("2026-01-01"))).drafts
    assert (read.purpose, read.person, read.on) == tuple(manners.values())


def test_lines_are_folded_at_75_octets_and_end_in_crlf() -> None:
    text = write_plans([EVERYTHING], WRITTEN)
    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert max(len(line.encode()) for line in lines) <= 75
    assert not any("\n" in line or "\r" in line for line in lines)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=300))
def test_folding_loses_nothing(text: str) -> None:
    whole = folded([f"X:{text}"])
    assert whole.replace("\r\n ", "") == f"X:{text}\r\n"
    assert max(len(line.encode()) for line in whole.split("\r\n")) <= 75


def test_the_heads_up_the_stamp_and_the_sequence_are_in_the_file() -> None:
    [event] = icalendar.Calendar.from_ical(write_plans([EVERYTHING], WRITTEN)).events
    assert event["UID"] == EVERYTHING.uid
    assert event["SUMMARY"] == EVERYTHING.name
    assert event["SEQUENCE"] == 7
    assert event["DTSTAMP"].dt == WRITTEN
    [alarm] = event.walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(minutes=-5)


@pytest.mark.parametrize("zone", [None, "UTC", "Europe/Madrid", "America/Nuuk"])
@pytest.mark.parametrize("rule", [*RULES, None])
@pytest.mark.parametrize("lasting", ["PT90M", "P1DT6H", "+0D 13:00", "+2D 08:00"])
def test_every_kind_of_plan_comes_at_the_same_times_again(
    zone: str | None, rule: str | None, lasting: str
) -> None:
    plan = a_plan("2026-01-01 09:00", rule, lasting, zone=zone)
    [again], problems = preview(write_plans([plan], WRITTEN))
    assert problems == ()
    assert spans(again) == spans(plan)
    assert again.lasting == plan.lasting
    assert again.zone == zone
    # What was read is written as it was: nothing wanders from file to file.
    assert write_plans([again], WRITTEN) == write_plans([plan], WRITTEN)


@pytest.mark.parametrize("zone", ["Europe/Madrid", "America/New_York", "UTC"])
@pytest.mark.parametrize("rule", RULES)
def test_other_programs_see_the_same_times(zone: str, rule: str) -> None:
    plan = a_plan(
        "2026-01-01 09:00",
        rule,
        zone=zone,
        pauses=(Pause(date(2026, 3, 1), date(2026, 3, 31)),),
        left_out=frozenset({date(2026, 1, 4), at("2026-01-05 09:00")}),
        extra=(at("2026-01-07 12:00"),),
    )
    calendar = icalendar.Calendar.from_ical(write_plans([plan], WRITTEN))
    events = recurring_ical_events.of(calendar).between((2025, 12, 1), (2029, 1, 1))
    theirs = sorted(event["DTSTART"].dt.astimezone(UTC) for event in events)
    coming = occurrences(plan, utc("2025-12-01"), MADRID)
    ours = [o.span.start for o in islice(coming, 2000) if o.nominal.year < 2029]
    # A second time on a date is dropped by unplug, and by unplug alone.
    theirs = [
        t for t in theirs if t in ours or t.date() not in {o.date() for o in ours}
    ]
    assert theirs == ours


ZONES = (
    *("Europe/Madrid", "Europe/Dublin", "America/New_York", "America/Nuuk"),
    *("Asia/Jerusalem", "Africa/Casablanca", "Africa/Cairo", "Asia/Gaza"),
    *("Australia/Lord_Howe", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia"),
)


@pytest.mark.parametrize("name", ZONES)
@pytest.mark.parametrize("first", ["2026-01-01 09:00", "2009-07-01 09:00"])
def test_the_zone_in_the_file_is_the_zone(name: str, first: str) -> None:
    text = write_plans([a_plan(first, zone=name)], WRITTEN)
    # Under a name of its own, so that the reader uses what the file says of the zone.
    renamed = text.replace(name, f"Like {name} in {first[:4]}")
    [part] = icalendar.Calendar.from_ical(renamed).walk("VTIMEZONE")
    zone, real = part.to_tz(), ZoneInfo(name)
    start = at(first)
    for hours in range(0, 24 * 365 * 30, 73):
        local = start + timedelta(hours=hours)
        if _twofold(local, real):
            continue
        expected = local.replace(tzinfo=real).utcoffset()
        assert local.replace(tzinfo=zone).utcoffset() == expected, (name, local)


def _twofold(local: datetime, zone: ZoneInfo) -> bool:
    """Whether a local time is skipped or repeated."""
    offsets = {local.replace(tzinfo=zone, fold=f).utcoffset() for f in (0, 1)}
    return len(offsets) > 1


def ics(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""])


def event(*lines: str) -> str:
    return ics("BEGIN:VEVENT", "UID:a", *lines, "END:VEVENT")


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", 1, "no event"),
        ("rubbish", 1, "'rubbish' is no NAME:value line"),
        ("\x00\x01\xff:", 1, "no NAME:value line"),
        (ics("BEGIN:VTODO", "END:VTODO"), 2, "VTODO is no event"),
        (event(), 2, "has no DTSTART"),
        (event("DTSTART:soon"), 4, "cannot read a time: soon"),
        (event("DTSTART:20260230T100000", "DURATION:PT1H"), 4, "20260230T100000"),
        (event("DTSTART;TZID=Mars/Olympus:20260101T100000"), 4, "Mars/Olympus"),
        (event("DTSTART:20260101T100000"), 2, "no length"),
        (event("DTSTART:20260101T100000", "DURATION:PT0S"), 2, "no length"),
        (event("DTSTART:20260101T100000", "DURATION:-PT1H"), 5, "-PT1H"),
        (
            event("DTSTART:20260101T100000", "DTEND:20260101T090000"),
            5,
            "it ends before it starts",
        ),
        (
            event("DTSTART:20260101T100000Z", "DTEND:20260101T120000"),
            5,
            "one has a zone",
        ),
        (
            event("DTSTART:20260101T100000", "DURATION:PT1H", "RRULE:FREQ=HOURLY"),
            6,
            "once a day at most",
        ),
        (
            event(
                "DTSTART:20260101T100000",
                "DURATION:PT1H",
                "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            ),
            6,
            "would never come",
        ),
        (
            event("DTSTART:20260101T100000", "DURATION:PT1H", "STATUS:CANCELLED"),
            2,
            "cancelled",
        ),
        (
            event("DTSTART:20260101T100000", "DURATION:PT1H", "EXDATE:never"),
            6,
            "cannot read a time: never",
        ),
        (
            event("DTSTART:20260101T100000", "DURATION:PT1H", "EXRULE:FREQ=DAILY"),
            6,
            "EXRULE",
        ),
        (
            event("DTSTART:20260101T100000", "DURATION:PT1H", "SEQUENCE:many"),
            6,
            "SEQUENCE is left out",
        ),
        ("BEGIN:VEVENT\nDTSTART:20260101\n", 1, "BEGIN:VEVENT has no END"),
        ("END:VEVENT\n", 1, "END:VEVENT without its BEGIN"),
    ],
)
def test_rubbish_is_named_with_its_line(text: str, line: int, what: str) -> None:
    _, problems = preview(text)
    assert any(p.line == line and what in p.what for p in problems), problems
    assert all("\n" not in str(p) for p in problems)


def test_one_bad_event_does_not_take_the_good_ones_with_it() -> None:
    good = ["BEGIN:VEVENT", "UID:g", "DTSTART:20260101T100000", "DURATION:PT1H"]
    bad = ["BEGIN:VEVENT", "UID:b", "DTSTART:rubbish", "END:VEVENT"]
    drafts, problems = preview(ics(*good, "END:VEVENT", "nonsense", *bad, *good[:1]))
    assert [plan.uid for plan in drafts] == ["g"]
    assert [problem.line for problem in problems] == [7, 10, 12, 12]


@pytest.mark.parametrize(
    ("tzid", "zone"),
    [
        ("Europe/Madrid", "Europe/Madrid"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("/freeassociation.sourceforge.net/America/New_York", "America/New_York"),
        ('"Europe/Madrid"', "Europe/Madrid"),
        ("My own zone", "Asia/Tokyo"),
    ],
)
def test_zones_are_known_by_the_names_that_other_programs_give(
    tzid: str, zone: str
) -> None:
    text = ics(
        *("BEGIN:VTIMEZONE", "TZID:My own zone", "X-LIC-LOCATION:Asia/Tokyo"),
        *("END:VTIMEZONE", "BEGIN:VEVENT", "UID:a"),
        f"DTSTART;TZID={tzid}:20260101T100000",
        f"DTEND;TZID={tzid}:20260101T113000",
        "END:VEVENT",
    )
    [plan], problems = preview(text)
    assert problems == ()
    assert plan.zone == zone
    assert plan.lasting == Until(at=time(11, 30))


def test_a_moved_and_a_cancelled_occurrence_are_taken_in() -> None:
    text = ics(
        *("BEGIN:VEVENT", "UID:a", "DTSTART;TZID=Europe/Madrid:20260105T180000"),
        *("DURATION:PT2H", "RRULE:FREQ=WEEKLY;COUNT=4", "END:VEVENT"),
        *("BEGIN:VEVENT", "UID:a", "RECURRENCE-ID:20260112T170000Z"),
        *("DTSTART;TZID=Europe/Madrid:20260113T100000", "DURATION:PT2H", "END:VEVENT"),
        *("BEGIN:VEVENT", "UID:a", "RECURRENCE-ID;TZID=Europe/Madrid:20260119T180000"),
        *("DTSTART;TZID=Europe/Madrid:20260119T180000", "STATUS:CANCELLED"),
        "END:VEVENT",
    )
    [plan], problems = preview(text)
    assert problems == ()
    assert starts(plan, 9) == [
        "2026-01-05 18:00+0100",
        "2026-01-13 10:00+0100",
        "2026-01-26 18:00+0100",
    ]


def test_a_whole_day_lasts_from_midnight_to_midnight() -> None:
    [plan], _ = preview(event("DTSTART:20260328", "RRULE:FREQ=DAILY;COUNT=2"))
    lengths = [one.span.length for one in occurrences(plan, utc("2026-01-01"), MADRID)]
    assert lengths == [timedelta(hours=24), timedelta(hours=23)]


def test_an_event_without_a_uid_has_the_same_one_each_time() -> None:
    text = event("DTSTART:20260101T100000", "DURATION:PT1H").replace("UID:a\r\n", "")
    [first], _ = preview(text)
    [again], _ = preview(text)
    assert first.uid == again.uid


def test_line_ends_byte_order_marks_and_folds_of_others_are_read() -> None:
    text = "\ufeff" + event("DTSTART:20260101T100000", "DURATION:PT1H", "SUMMARY:a b")
    for end in ("\r\n", "\n", "\r"):
        odd = text.replace("SUMMARY:a b", "SUMM\r\n\tARY:a\r\n  b").replace("\r\n", end)
        [plan], problems = preview(odd)
        assert (plan.name, problems) == ("a b", ())


@given(st.text(max_size=200), st.integers(0, 2000))
def test_any_damage_to_a_file_is_survived(rubbish: str, where: int) -> None:
    text = WHOLE_FILE
    for damaged in (text[:where] + rubbish + text[where:], text[:where] + rubbish):
        drafts, problems = preview(damaged)
        assert all(problem.line >= 1 for problem in problems)
        assert len(drafts) <= 1


def test_a_length_in_days_and_hours_is_written_as_a_duration() -> None:
    plan = a_plan(lasting=Lasting(days=1, rest=timedelta(hours=18)))
    assert "DURATION:P1DT18H\r\n" in write_plans([plan], WRITTEN)


SERIES = (
    *("BEGIN:VEVENT", "UID:a", "DTSTART;TZID=Europe/Madrid:20260105T180000"),
    *("DURATION:PT2H", "RRULE:FREQ=WEEKLY;COUNT=4"),
)
MOVED = ("BEGIN:VEVENT", "UID:a", "RECURRENCE-ID;TZID=Europe/Madrid:20260112T180000")


@pytest.mark.parametrize(
    ("lines", "line", "what"),
    [
        ((*SERIES, "END:VEVENT", *SERIES, "END:VEVENT"), 8, "this UID came before"),
        ((*SERIES, "RRULE:FREQ=DAILY", "END:VEVENT"), 7, "first RRULE"),
        ((*SERIES, "EXDATE:20260112T180000", "END:VEVENT"), 7, "EXDATE has a zone"),
        ((*SERIES, "RDATE:20260113T180000", "END:VEVENT"), 7, "RDATE has a zone"),
        ((*SERIES, "X-UNPLUG-HOLIDAYS:Spain", "END:VEVENT"), 7, "ES or DE-BY"),
        ((*SERIES, "X-UNPLUG-PAUSE:20260110/soon", "END:VEVENT"), 7, "soon"),
        ((*SERIES, "X-UNPLUG-STRICTNESS:iron", "END:VEVENT"), 7, "iron"),
        (
            (*MOVED, "DTSTART:20260101T100000Z", "DURATION:PT2H", "END:VEVENT"),
            2,
            "of an event not taken",
        ),
        (
            (
                *(*SERIES, "END:VEVENT", *MOVED),
                *("DTSTART:20260101T100000", "DURATION:PT2H", "END:VEVENT"),
            ),
            10,
            "RECURRENCE-ID has a zone",
        ),
        (
            (
                *(*SERIES, "END:VEVENT", *MOVED),
                *("DTSTART:20260112T180000Z", "DURATION:PT3H", "END:VEVENT"),
            ),
            8,
            "its own length is left out",
        ),
        (
            (
                *(*SERIES, "END:VEVENT", *MOVED),
                *("DTSTART:19010112T180000Z", "DURATION:PT2H", "END:VEVENT"),
            ),
            8,
            "1970 to 2999",
        ),
    ],
)
def test_what_is_lost_of_a_series_is_said(
    lines: tuple[str, ...], line: int, what: str
) -> None:
    drafts, problems = preview(ics(*lines))
    assert [(p.line, what in p.what) for p in problems] == [(line, True)], problems
    assert len(drafts) == (0 if "not taken" in what else 1)


def test_dates_in_exceptions_stand_for_the_plans_time_on_them() -> None:
    text = ics(
        *(*SERIES, "EXDATE;VALUE=DATE:20260112", "RDATE;VALUE=DATE:20260113"),
        *("RDATE;VALUE=PERIOD:20260114T120000Z/PT1H", "END:VEVENT"),
    )
    [plan], problems = preview(text)
    assert problems == ()
    assert starts(plan, 4) == [
        "2026-01-05 18:00+0100",
        "2026-01-13 18:00+0100",
        "2026-01-14 13:00+0100",
        "2026-01-19 18:00+0100",
    ]


@pytest.mark.parametrize(
    ("end", "hours"),
    [("America/Lima:20260105T140000", 2), ("UTC:20260105T173000", 0.5)],
)
def test_an_end_by_another_clock_gives_an_exact_length(end: str, hours: float) -> None:
    lines = ("DTSTART;TZID=Europe/Madrid:20260105T180000", f"DTEND;TZID={end}")
    [plan], problems = preview(event(*lines))
    assert problems == ()
    assert plan.lasting == Lasting(rest=timedelta(hours=hours))


def test_an_end_by_another_clock_before_the_start_is_refused() -> None:
    lines = ("DTSTART:20260105T180000Z", "DTEND;TZID=Europe/Madrid:20260105T183000")
    _, [problem] = preview(event(*lines))
    assert str(problem).startswith("line 5: cannot use an event")


def test_a_file_or_a_line_without_measure_is_refused() -> None:
    lines = ("DTSTART:20260101T100000", "DURATION:PT1H", f"X-A:{'a' * 2_000_000}")
    [plan], [problem] = preview(event(*lines))
    assert (problem.line, problem.what) == (6, "the line is far too long")
    assert plan.kept == ()
    assert preview("X" * 70_000_000).problems[0].what == "the file is larger than 64 MB"


@pytest.mark.parametrize("rubbish", ["x\n", "BEGIN:A\n", "END:B\n", "BEGIN:VEVENT\n"])
def test_endless_rubbish_is_given_up_on(rubbish: str) -> None:
    _, problems = preview(rubbish * 100_000)
    assert 1000 < len(problems) < 1100
    assert any("the rest is left out" in problem.what for problem in problems)


def test_components_inside_each_other_are_closed_by_the_outer_end() -> None:
    text = ics(*SERIES, "BEGIN:VALARM", "TRIGGER:-PT1M", "END:VEVENT")
    [plan], [problem] = preview(text)
    assert plan.uid == "a"
    assert str(problem) == "line 7: BEGIN:VALARM has no END"
