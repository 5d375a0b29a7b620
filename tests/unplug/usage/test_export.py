import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from unplug.usage.export import HEADER, csv_chunks, json_chunks
from unplug.usage.states import ScreenSpan, State

NOON_MS = 1_793_620_800_000
SPANS = [
    ScreenSpan(NOON_MS, 1500, State.ACTIVE, "a", 'say "hi",\nyou', 4),
    ScreenSpan(NOON_MS + 1500, 1, State.IDLE, offset_q=-14),
]


def test_json_says_times_with_their_offset_and_null_for_nothing() -> None:
    assert json.loads("".join(json_chunks(SPANS))) == {
        "spans": [
            {
                "start": "2026-11-02T13:00:00.000+01:00",
                "end": "2026-11-02T13:00:01.500+01:00",
                "duration_s": 1.5,
                "state": "active",
                "app": "a",
                "title": 'say "hi",\nyou',
            },
            {
                "start": "2026-11-02T08:30:01.500-03:30",
                "end": "2026-11-02T08:30:01.501-03:30",
                "duration_s": 0.001,
                "state": "idle",
                "app": None,
                "title": None,
            },
        ]
    }


def test_csv_quotes_what_needs_it_and_ends_lines_as_the_standard_says() -> None:
    text = "".join(csv_chunks(SPANS))
    assert text == (
        "start,end,duration_s,state,app,title\r\n"
        "2026-11-02T13:00:00.000+01:00,2026-11-02T13:00:01.500+01:00,1.500,active,"
        'a,"say ""hi"",\nyou"\r\n'
        "2026-11-02T08:30:01.500-03:30,2026-11-02T08:30:01.501-03:30,0.001,idle,,\r\n"
    )


def test_an_export_of_nothing_is_whole() -> None:
    assert json.loads("".join(json_chunks([]))) == {"spans": []}
    assert "".join(csv_chunks([])) == ",".join(HEADER) + "\r\n"


@given(st.text(), st.integers(1, 10**9), st.integers(-48, 56))
def test_any_title_and_length_can_be_read_back(
    title: str, dur_ms: int, offset_q: int
) -> None:
    span = ScreenSpan(NOON_MS, dur_ms, State.ACTIVE, "a", title, offset_q)
    text = io.StringIO("".join(csv_chunks([span])), newline="")
    (row,) = csv.DictReader(text)
    assert row["title"] == title
    assert round(float(row["duration_s"]) * 1000) == dur_ms
    (found,) = json.loads("".join(json_chunks([span])))["spans"]
    assert found["title"] == title
    assert found["end"] == row["end"]
