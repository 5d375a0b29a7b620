import pytest

from tests.unplug.sessions.making import MADRID, a_plan, madrid, utc
from unplug.sessions.busy import Busy, busy_times
from unplug.sessions.ics_writing import write_plans
from unplug.spans import Span

WEEK = Span(madrid("2026-11-23 00:00"), madrid("2026-11-30 00:00"))


def event(uid: str, start: str, end: str, *lines: str) -> str:
    zone = "" if len(start) == 8 or start.endswith("Z") else ";TZID=Europe/Madrid"
    return "\r\n".join(
        [
            *("BEGIN:VEVENT", f"UID:{uid}", f"DTSTART{zone}:{start}"),
            *(f"DTEND{zone}:{end}", *lines, "END:VEVENT"),
        ]
    )


def busy(*events: str, all_day: bool = False, window: Span = WEEK) -> list[str]:
    text = "\r\n".join(["BEGIN:VCALENDAR", *events, "END:VCALENDAR"])
    found = busy_times([text], window, MADRID, all_day=all_day)
    assert found.problems == ()
    return shown(found)


def shown(found: Busy) -> list[str]:
    spans = [
        (s.start.astimezone(MADRID), s.end.astimezone(MADRID)) for s in found.spans
    ]
    return [f"{start:%a %H:%M}-{end:%H:%M}" for start, end in spans]


def test_meetings_that_overlap_or_touch_are_one_busy_time() -> None:
    found = busy(
        event("a", "20261124T100000", "20261124T110000"),
        event("b", "20261124T103000", "20261124T113000"),
        event("c", "20261124T103000Z", "20261124T110000Z"),
        event("d", "20261124T150000", "20261124T160000"),
    )
    assert found == ["Tue 10:00-12:00", "Tue 15:00-16:00"]


@pytest.mark.parametrize(
    "line",
    [
        "TRANSP:TRANSPARENT",
        "STATUS:CANCELLED",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
    ],
)
def test_what_is_free_or_cancelled_is_not_busy(line: str) -> None:
    assert busy(event("a", "20261124T100000", "20261124T110000", line)) == []


def test_a_series_is_busy_but_for_what_is_left_out_moved_or_called_off() -> None:
    found = busy(
        event(
            "a",
            "20240101T100000",
            "20240101T110000",
            "RRULE:FREQ=DAILY",
            "EXDATE;TZID=Europe/Madrid:20261124T100000",
        ),
        event(
            "a", "20261125T140000", "20261125T150000", "RECURRENCE-ID:20261125T090000Z"
        ),
        event(
            "a",
            "20261126T100000",
            "20261126T110000",
            "RECURRENCE-ID;TZID=Europe/Madrid:20261126T100000",
            "STATUS:CANCELLED",
        ),
    )
    assert found == [
        "Mon 10:00-11:00",
        "Wed 14:00-15:00",
        "Fri 10:00-11:00",
        "Sat 10:00-11:00",
        "Sun 10:00-11:00",
    ]


def test_extra_dates_count_and_a_series_ends_at_its_until() -> None:
    found = busy(
        event(
            "a",
            "20261123T100000",
            "20261123T110000",
            "RRULE:FREQ=DAILY;UNTIL=20261124T090000Z",
            "RDATE;TZID=Europe/Madrid:20261129T200000",
        )
    )
    assert found == ["Mon 10:00-11:00", "Tue 10:00-11:00", "Sun 20:00-21:00"]


def test_whole_days_count_only_if_asked_for() -> None:
    holiday = event("a", "20261124", "20261125")
    assert busy(holiday) == []
    assert busy(holiday, all_day=True) == ["Tue 00:00-00:00"]


def test_busy_times_are_cut_to_the_window() -> None:
    window = Span(madrid("2026-11-24 10:30"), madrid("2026-11-24 11:30"))
    night = event("n", "20261123T230000", "20261124T104000")
    late = event("l", "20261124T112000", "20261124T120000")
    after = event("x", "20261124T113000", "20261124T120000")
    assert busy(night, late, after, window=window) == [
        "Tue 10:30-10:40",
        "Tue 11:20-11:30",
    ]


def test_a_window_over_the_repeated_hour_is_reckoned_in_instants() -> None:
    first = madrid("2026-10-25 02:15").astimezone(MADRID)
    second = madrid("2026-10-25 02:45", fold=1).astimezone(MADRID)
    found = busy_times(
        [event("a", "20261025T003000Z", "20261025T013000Z")],
        Span(first, second),
        MADRID,
    )
    assert [s.length.total_seconds() for s in found.spans] == [3600]


def test_a_session_does_not_stay_out_of_its_own_way() -> None:
    plan = a_plan("2026-11-23 10:00", zone="Europe/Madrid")
    text = write_plans([plan], utc("2026-11-22"))
    assert busy_times([text], WEEK, MADRID).spans == ()


def test_several_files_are_taken_together_and_rubbish_is_a_problem() -> None:
    good = event("a", "20261124T100000", "20261124T110000")
    found = busy_times([good, "rubbish", good], WEEK, MADRID)
    assert shown(found) == ["Tue 10:00-11:00"]
    assert [str(problem) for problem in found.problems] == [
        "line 1: 'rubbish' is no NAME:value line"
    ]


def test_a_floating_meeting_is_where_the_user_is() -> None:
    text = "BEGIN:VEVENT\nDTSTART:20261124T100000\nDURATION:PT1H\nEND:VEVENT"
    assert shown(busy_times([text], WEEK, MADRID)) == ["Tue 10:00-11:00"]


def test_what_lies_after_the_window_or_has_no_length_is_not_busy() -> None:
    later = event("a", "20261201T100000", "20261201T110000", "RRULE:FREQ=DAILY")
    point = event("b", "20261124T100000", "20261124T100000")
    assert busy(later, point) == []


def test_a_series_ends_at_a_local_time_or_on_a_date_too() -> None:
    lines = "RRULE:FREQ=DAILY;UNTIL="
    for until in ("20261124", "20261124T100000"):
        found = busy(event("a", "20261123T100000", "20261123T110000", lines + until))
        assert found == ["Mon 10:00-11:00", "Tue 10:00-11:00"]
