import io
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unplug.usage.activitywatch.exports import (
    UTC_ZONE,
    away,
    export,
    here,
    reading,
    shown,
    window,
)
from unplug.errors import UnplugError
from unplug.usage.activitywatch import plain_name, read, read_file
from unplug.usage.states import State

ACTIVE, IDLE, LOCKED = State.ACTIVE, State.IDLE, State.LOCKED


def spans(*buckets: dict[str, Any]) -> list[tuple[float, float, State, str | None]]:
    return shown(list(reading(*buckets).spans(UTC_ZONE)))


def test_windows_count_while_somebody_was_there() -> None:
    bucket = export(
        [window(0, 60, "a"), window(60, 60, "b")], [here(10, 70), away(80, 100)]
    )
    assert spans(bucket) == [
        (10, 60, ACTIVE, "a"),
        (60, 80, ACTIVE, "b"),
        (80, 180, IDLE, None),
    ]


def test_events_in_any_order_repeated_and_overlapping_never_count_twice() -> None:
    events = [window(30, 60, "b"), window(0, 60, "a"), window(0, 60, "a")]
    bucket = export(events, [here(50, 50), here(0, 60), here(0, 60)])
    assert spans(bucket) == [(0, 30, ACTIVE, "a"), (30, 90, ACTIVE, "b")]


def test_a_short_visit_inside_a_long_event_cuts_it() -> None:
    bucket = export([window(0, 60, "a"), window(20, 5, "b")], [here(0, 60)])
    assert spans(bucket) == [
        (0, 20, ACTIVE, "a"),
        (20, 25, ACTIVE, "b"),
        (25, 60, ACTIVE, "a"),
    ]


def test_gaps_between_two_looks_belong_to_the_window_before() -> None:
    events = [window(0, 10, "a"), window(11, 0, "b"), window(12, 8, "c")]
    bucket = export(events, [here(0, 100)])
    assert spans(bucket) == [
        (0, 11, ACTIVE, "a"),
        (11, 12, ACTIVE, "b"),
        (12, 20, ACTIVE, "c"),
    ]


def test_long_gaps_are_nobodys_time() -> None:
    bucket = export([window(0, 10, "a"), window(15.001, 5, "a")], [here(0, 100)])
    assert spans(bucket) == [(0, 10, ACTIVE, "a"), (15.001, 20.001, ACTIVE, "a")]


def test_the_lock_screen_is_no_screen_time() -> None:
    bucket = export([window(0, 10, "LockApp.exe"), window(10, 5, "a")], [here(0, 99)])
    assert spans(bucket) == [(0, 10, LOCKED, None), (10, 15, ACTIVE, "a")]


def test_where_two_computers_were_used_at_once_the_later_window_counts() -> None:
    laptop = export([window(0, 60, "a")], [here(0, 60)])
    desk = export([window(20, 10, "b")], [here(20, 10), away(30, 90)], host="desk")
    assert spans(laptop, desk) == [
        (0, 20, ACTIVE, "a"),
        (20, 30, ACTIVE, "b"),
        (30, 60, ACTIVE, "a"),
        (60, 120, IDLE, None),
    ]


def test_a_presence_on_one_computer_says_nothing_about_another() -> None:
    windows = export([window(0, 60, "a")], [])
    presence = export([], [here(0, 60)], host="desk")
    assert spans(windows, presence) == []


def test_windows_without_presence_are_left_out_and_told() -> None:
    recording = reading(export([window(0, 60, "a")], []))
    assert list(recording.spans(UTC_ZONE)) == []
    assert recording.events == 1
    (problem,) = recording.problems
    assert problem.startswith("1 window events of laptop have no afk events beside")


def test_events_of_negative_length_are_left_out_and_told() -> None:
    recording = reading(export([window(0, -5, "a")], [here(0, 60)]))
    assert list(recording.spans(UTC_ZONE)) == []
    assert recording.problems[0].startswith("1 events last less than nothing")


def test_other_buckets_and_keys_are_passed_over_whatever_they_hold() -> None:
    other = {"web": {"type": "web.tab.current", "hostname": "x", "events": [[{}], 3]}}
    bare = {"w2": {"type": "currentwindow", "hostname": "x", "events": None}}
    bucket = export([window(0, 9, "a")], [here(0, 9)])
    text = json.dumps({"version": [1, {"a": 2}], "buckets": bucket | other | bare})
    recording = read(io.StringIO(text), "old.json")
    assert recording.events == 2
    assert len(list(recording.spans(UTC_ZONE))) == 1


def test_events_before_their_buckets_type_are_read_too() -> None:
    bucket = export([window(0, 9, "a")], [here(0, 9)])
    turned = {name: dict(reversed(list(each.items()))) for name, each in bucket.items()}
    assert spans(turned) == [(0, 9, ACTIVE, "a")]


def test_titles_are_kept_only_when_asked_for() -> None:
    bucket = export([window(0, 5, "a", "one"), window(5, 5, "a", "two")], [here(0, 10)])
    without = list(reading(bucket).spans(UTC_ZONE))
    assert [(s.dur_ms, s.title) for s in without] == [(10_000, None)]
    titled = list(reading(bucket, titles=True).spans(UTC_ZONE))
    assert [(s.dur_ms, s.title) for s in titled] == [(5000, "one"), (5000, "two")]


def test_spans_carry_the_offset_of_the_zone() -> None:
    bucket = export([window(0, 5, "a")], [here(0, 5)])
    (span,) = reading(bucket).spans("Europe/Madrid")
    assert span.offset_q == 4


def test_apps_get_the_ids_that_the_caller_gives_them() -> None:
    bucket = export([window(0, 5, "Firefox"), window(5, 5, "x")], [here(0, 10)])
    ids = {"Firefox": "org.mozilla.firefox"}
    text = io.StringIO(json.dumps({"buckets": bucket}))
    recording = read(text, "old.json", app_id=ids.get)
    assert [s.app for s in recording.spans(UTC_ZONE)] == ["org.mozilla.firefox", None]


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("unknown", None),
        ("", None),
        ("  Google\u00a0 Chrome ", "Google Chrome"),
        ("U\u0308bersicht", "\u00dcbersicht"),
    ],
)
def test_names_of_apps_are_tidied(name: str, plain: str | None) -> None:
    assert plain_name(name) == plain


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "it is no JSON object — export all buckets"),
        ("[]", "it is no JSON object — export all buckets"),
        ("{}", 'it holds no "buckets" — export all buckets'),
        ('{"buckets": []}', "buckets is no JSON object — export"),
        ('{"buckets": {"w": 3}}', 'buckets["w"] is no JSON object — export'),
        ('{"buckets": {"w": {}}}', 'buckets["w"].type is no text — export'),
        ('{"buckets": {"w": {"type": "x", "hostname": 3}}}', 'buckets["w"].hostname'),
        (
            '{"buckets": {"w": {"type":"afkstatus","hostname":"","events":3}}}',
            'buckets["w"].events is no JSON array',
        ),
        ('{"buckets": {"w": {"type"', 'line 1, column 26: ":" is missing — choose'),
        (
            '{"buckets":\n {"w": {"type": tru',
            "line 2, column 17: expecting value — choose",
        ),
        ('{"buckets": {"w" 3', 'line 1, column 18: ":" is missing — choose'),
        ('{"buckets": {}} x', "line 1, column 17: something follows after the end"),
        ('{"buckets": {},}', "line 1, column 16: a key in quotes is missing"),
        ('{"a": NaN, "buckets": {}}', "line 1, column 7: the constant NaN is no JSON"),
        ("[" * 100_000, "it is no JSON object"),
        ('{"a":' + "[" * 100_000, "line 1, column 7: "),
    ],
)
def test_a_file_that_is_no_export_says_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(UnplugError) as caught:
        read(io.StringIO(text), "old.json")
    assert str(caught.value).startswith(f"cannot import old.json: {said}")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"timestamp": "2026-13-01T00:00:00Z"}, ".timestamp is no ISO 8601 time"),
        ({"timestamp": "yesterday"}, ".timestamp is no ISO 8601 time"),
        ({"timestamp": 5}, ".timestamp is no ISO 8601 time"),
        ({"duration": "5"}, ".duration is no number of seconds"),
        ({"duration": True}, ".duration is no number of seconds"),
        ({"duration": 1e300}, ".duration is no believable number of seconds"),
        ({"data": None}, ".data is no JSON object"),
        ({"data": {"app": 3}}, ".data.app is no text"),
        ({"data": {"app": "a", "title": []}}, ".data.title is no text"),
    ],
)
def test_a_broken_event_is_named_by_its_path(change: dict[str, Any], said: str) -> None:
    bucket = export([window(0, 5, "a"), window(5, 5, "b") | change], [here(0, 10)])
    with pytest.raises(UnplugError) as caught:
        reading(bucket, titles=True)
    path = 'buckets["aw-watcher-currentwindow_laptop"].events[1]'
    assert str(caught.value).startswith(f"cannot import old.json: {path}{said} — ")


def test_an_event_that_is_no_object_is_refused() -> None:
    bucket = export([window(0, 5, "a")], [here(0, 5)])
    bucket["aw-watcher-afkstatus_laptop"]["events"].append(7)
    with pytest.raises(UnplugError, match=r"events\[1\] is no JSON object"):
        reading(bucket)


def test_a_time_without_an_offset_is_utc() -> None:
    event = window(0, 5, "a") | {"timestamp": "2026-11-02T12:00:00.000000123"}
    assert spans(export([event], [here(0, 5)])) == [(0, 5, ACTIVE, "a")]


def test_a_status_nobody_knows_is_refused() -> None:
    odd = here(0, 5) | {"data": {"status": "asleep"}}
    with pytest.raises(UnplugError, match='status is neither "afk" nor "not-afk"'):
        reading(export([], [odd]))


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnplugError, match=r"cannot import none\.json: No such file"):
        read_file(tmp_path / "none.json")


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b'{"buckets": {}, "a": "\xff"}')
    with pytest.raises(UnplugError, match="it is not UTF-8 text"):
        read_file(tmp_path / "a.json")


EVENTS = st.lists(st.tuples(st.integers(0, 300), st.integers(-5, 120)), max_size=12)


@given(EVENTS, EVENTS, EVENTS, EVENTS)
def test_spans_are_in_order_and_every_second_counts_as_the_events_say(
    first: list[tuple[int, int]],
    second: list[tuple[int, int]],
    present: list[tuple[int, int]],
    absent: list[tuple[int, int]],
) -> None:
    windows = [window(s * 10, d, "a") for s, d in first]
    windows += [window(s * 10, d, "b") for s, d in second]
    presence = [here(s * 10, d) for s, d in present]
    presence += [away(s * 10, d) for s, d in absent]
    found = spans(export(windows, presence))
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    on_screen = [each for each in found if each[2] is ACTIVE]
    for start, end, _, app in on_screen:
        middle = (start + end) / 2
        mine = first if app == "a" else second
        # A gap of up to 5 s after an event is bridged, where another follows.
        assert any(s * 10 <= middle <= s * 10 + max(d, 0) + 5 for s, d in mine)
        assert any(s * 10 <= middle <= s * 10 + max(d, 0) + 5 for s, d in present)
