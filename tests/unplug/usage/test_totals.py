from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from unplug.clock import to_ms
from unplug.usage.states import SCREEN_STATES, ScreenSpan, State
from unplug.usage.totals import (
    Totals,
    by_app,
    by_day,
    by_hour,
    of_spans,
)

NOON_MS = to_ms(datetime(2027, 3, 1, 12, tzinfo=UTC))
ALL = (0, 10**14)


def span(
    start_ms: int,
    dur_ms: int,
    app: str | None = None,
    state: State = State.ACTIVE,
    offset_q: int = 0,
) -> ScreenSpan:
    return ScreenSpan(NOON_MS + start_ms, dur_ms, state, app, None, offset_q)


def test_screen_time_is_active_plus_watching() -> None:
    spans = [
        span(0, 1500, "a"),
        span(1500, 250, "b", State.WATCHING),
        span(1750, 99, state=State.LOCKED),
    ]
    totals = of_spans(spans, *ALL)
    assert totals == Totals(active_ms=1500, watching_ms=250, locked_ms=99)
    assert totals.screen_ms == 1750
    assert totals.all_ms == 1849
    assert totals.in_seconds() == {
        "active_s": 1.5,
        "watching_s": 0.25,
        "idle_s": 0,
        "locked_s": 0.099,
        "asleep_s": 0,
        "paused_s": 0,
        "offline_s": 0,
        "screen_s": 1.75,
    }


def test_spans_are_clipped_at_both_ends() -> None:
    spans = [span(0, 1000), span(1000, 1000), span(2000, 1000)]
    assert of_spans(spans, NOON_MS + 500, NOON_MS + 2100).active_ms == 1600
    assert of_spans(spans, NOON_MS + 500, NOON_MS + 501).active_ms == 1
    assert of_spans(spans, NOON_MS + 3000, NOON_MS + 9000) == Totals()


def test_apps_come_most_first_and_carry_only_screen_time() -> None:
    spans = [
        span(0, 10, "a"),
        span(10, 30, "b"),
        span(40, 25, None),
        span(70, 50, state=State.IDLE),
    ]
    totals = by_app(spans, *ALL)
    assert list(totals) == ["b", None, "a"]
    assert sum(each.all_ms for each in totals.values()) == 65


def test_hours_are_local_also_where_they_do_not_start_with_utc_hours() -> None:
    kathmandu = timezone(timedelta(hours=5, minutes=45))
    totals = by_hour([span(-60_000, 20 * 60_000, offset_q=23)], *ALL)
    assert {key: each.active_ms for key, each in totals.items()} == {
        datetime(2027, 3, 1, 17, tzinfo=kathmandu): 16 * 60_000,
        datetime(2027, 3, 1, 18, tzinfo=kathmandu): 4 * 60_000,
    }


def test_an_evening_past_midnight_is_one_day() -> None:
    hour_ms = 3_600_000
    totals = by_day([span(10 * hour_ms, 8 * hour_ms)], *ALL, 240)
    assert {key: each.active_ms for key, each in totals.items()} == {
        date(2027, 3, 1): 6 * hour_ms,
        date(2027, 3, 2): 2 * hour_ms,
    }


def test_totals_add_up() -> None:
    assert Totals(1, 2, 3, 4, 5, 6, 7) + Totals(1) == Totals(2, 2, 3, 4, 5, 6, 7)


SPANS = st.lists(
    st.builds(
        span,
        st.integers(-(10**9), 10**9),
        st.integers(1, 10**8),
        st.sampled_from(["a", "b", None]),
        st.sampled_from(State),
        st.integers(-48, 56),
    ),
    max_size=20,
)


@given(SPANS, st.integers(-(10**9), 10**9), st.integers(0, 10**9))
def test_every_grouping_sums_to_the_same_totals(
    spans: list[ScreenSpan], start: int, length: int
) -> None:
    window = NOON_MS + start, NOON_MS + start + length
    whole = of_spans(spans, *window)
    screen = Totals.of({state: whole.in_state_ms(state) for state in SCREEN_STATES})
    assert sum(by_hour(spans, *window).values(), Totals()) == whole
    assert sum(by_day(spans, *window, 240).values(), Totals()) == whole
    assert sum(by_app(spans, *window).values(), Totals()) == screen
