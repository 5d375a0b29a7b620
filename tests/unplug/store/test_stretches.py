from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unplug.store.making import MINUTE_MS, NOON_MS, a_store
from unplug.store.stretches import Stretches
from unplug.usage.states import ScreenSpan, State

GAP_MS = 2 * MINUTE_MS
ENDLESS = (NOON_MS, NOON_MS * 2)


def spans_of(pieces: list[tuple[int, int, State]]) -> list[ScreenSpan]:
    """Spans one after the other: the pause before each, its length, its state."""
    at, spans = NOON_MS, []
    for pause_ms, dur_ms, state in pieces:
        at += pause_ms
        spans.append(ScreenSpan(at, dur_ms, state, "editor"))
        at += dur_ms
    return spans


def plainly(spans: list[ScreenSpan]) -> list[int]:
    """The same by the plainest possible arithmetic."""
    lengths: list[int] = []
    until = None
    for span in spans:
        if span.state in {State.ACTIVE, State.WATCHING}:
            if until is None or span.start_ms - until >= GAP_MS:
                lengths.append(0)
            lengths[-1] += span.dur_ms
            until = span.end_ms
    return lengths


def stretches(folder: Path, spans: list[ScreenSpan]) -> list[int]:
    with a_store(folder) as store:
        store.append(spans, 1)
        return Stretches(store._connection).lengths_ms(*ENDLESS, GAP_MS)


def test_a_break_of_two_minutes_ends_a_stretch_and_a_shorter_one_does_not(
    tmp_path: Path,
) -> None:
    active = State.ACTIVE
    spans = spans_of(
        [(0, 5, active), (GAP_MS - 1, 7, State.WATCHING), (GAP_MS, 9, active)]
    )
    assert stretches(tmp_path, spans) == [12, 9]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from((0, 1, GAP_MS - 1, GAP_MS, GAP_MS + 1)),
            st.integers(1, 4 * GAP_MS),
            st.sampled_from((State.ACTIVE, State.WATCHING, State.IDLE)),
        ),
        max_size=20,
    )
)
def test_stretches_are_those_of_the_plainest_arithmetic(
    tmp_path_factory: object, pieces: list[tuple[int, int, State]]
) -> None:
    folder = tmp_path_factory.mktemp("s")  # type: ignore[attr-defined]
    spans = spans_of(pieces)
    assert stretches(folder, spans) == plainly(spans)
