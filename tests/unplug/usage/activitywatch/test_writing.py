import io
import json

from hypothesis import given
from hypothesis import strategies as st

from tests.unplug.usage.activitywatch.exports import UTC_ZONE
from unplug.usage.activitywatch import chunks, read
from unplug.usage.states import APP_STATES, ScreenSpan, State

NOON_MS = 1_793_620_800_000


def spans_of(pieces: list[tuple[int, State, str]]) -> list[ScreenSpan]:
    spans, at = [], NOON_MS
    for dur_ms, state, app in pieces:
        named = app if state in APP_STATES else None
        spans.append(ScreenSpan(at, dur_ms, state, named))
        at += dur_ms
    return spans


def test_the_export_has_what_an_import_into_activitywatch_asks_for() -> None:
    spans = spans_of([(1500, State.ACTIVE, "a"), (10, State.PAUSED, "")])
    document = json.loads("".join(chunks(lambda: spans)))
    windows, presence = document["buckets"].values()
    assert list(document["buckets"]) == [
        "aw-watcher-window_unplug",
        "aw-watcher-afk_unplug",
    ]
    for name, bucket in document["buckets"].items():
        assert bucket["id"] == name
        assert bucket["hostname"] == bucket["client"] == "unplug"
        assert bucket["created"] == windows["events"][0]["timestamp"]
    assert (windows["type"], presence["type"]) == ("currentwindow", "afkstatus")
    assert windows["events"] == [
        {
            "timestamp": "2026-11-02T12:00:00.000+00:00",
            "duration": 1.5,
            "data": {"app": "a", "title": ""},
        }
    ]
    assert [event["data"] for event in presence["events"]] == [{"status": "not-afk"}]


def test_an_export_of_nothing_is_whole() -> None:
    document = json.loads("".join(chunks(list)))
    assert [bucket["events"] for bucket in document["buckets"].values()] == [[], []]


@given(
    st.lists(
        st.tuples(
            st.integers(6000, 10**7),
            st.sampled_from(State),
            st.sampled_from(["a", "b", 'ünï "c"']),
        ),
        max_size=20,
    )
)
def test_what_is_exported_can_be_imported_again(
    pieces: list[tuple[int, State, str]],
) -> None:
    spans = spans_of(pieces)
    recording = read(io.StringIO("".join(chunks(lambda: spans))), "own.json")
    found = list(recording.spans(UTC_ZONE))
    for app in ("a", "b", 'ünï "c"'):
        wanted_ms = sum(s.dur_ms for s in spans if s.app == app)
        assert sum(s.dur_ms for s in found if s.app == app) == wanted_ms
    away = {State.IDLE, State.LOCKED, State.ASLEEP}
    idle_ms = sum(s.dur_ms for s in found if s.state is State.IDLE)
    assert idle_ms == sum(s.dur_ms for s in spans if s.state in away)
