from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from unplug.usage.baseline import STEP_MS, STEPS, Curve, Usual, at, curve_of, usual
from unplug.usage.states import ScreenSpan, State

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
MONDAY = date(2027, 3, 1)


def spans(*pieces: tuple[int, int], state: State = State.ACTIVE) -> list[ScreenSpan]:
    return [ScreenSpan(start, dur, state) for start, dur in pieces]


def steady(total_ms: int) -> Curve:
    """A day whose screen time grows evenly."""
    return tuple(total_ms * step // STEPS for step in range(STEPS + 1))


def test_a_curve_holds_the_screen_time_so_far_at_each_quarter() -> None:
    curve = curve_of(spans((HOUR_MS, 30 * 60_000)), 0, DAY_MS)
    assert curve is not None
    assert len(curve) == 97
    assert curve[:8] == (0, 0, 0, 0, 0, 900_000, 1_800_000, 1_800_000)
    assert curve[-1] == 1_800_000


def test_between_quarters_it_is_a_straight_line() -> None:
    curve = curve_of(spans((0, STEP_MS)), 0, DAY_MS)
    assert curve is not None
    assert at(curve, STEP_MS // 3) == STEP_MS // 3
    assert at(curve, 5 * DAY_MS) == STEP_MS
    assert at(curve, -1) == 0


def test_parts_outside_the_day_and_away_from_the_screen_do_not_count() -> None:
    day = [
        *spans((-HOUR_MS, 2 * HOUR_MS), (DAY_MS - 1000, HOUR_MS)),
        *spans((5 * HOUR_MS, HOUR_MS), state=State.IDLE),
    ]
    curve = curve_of(day, 0, DAY_MS)
    assert curve is not None
    assert curve[-1] == HOUR_MS + 1000


def test_a_day_of_25_hours_loses_nothing() -> None:
    curve = curve_of(spans((0, 25 * HOUR_MS)), 0, 25 * HOUR_MS)
    assert curve is not None
    assert curve[-1] == 25 * HOUR_MS


def test_a_day_counts_when_something_besides_sleep_and_pauses_was_tracked() -> None:
    assert curve_of([], 0, DAY_MS) is None
    assert curve_of(spans((0, DAY_MS), state=State.ASLEEP), 0, DAY_MS) is None
    assert curve_of(spans((0, DAY_MS), state=State.PAUSED), 0, DAY_MS) is None
    assert curve_of(spans((0, DAY_MS), state=State.OFFLINE), 0, DAY_MS) == (0,) * 97
    assert curve_of(spans((0, 1), state=State.IDLE), 0, DAY_MS) == (0,) * 97


def test_usual_is_the_median_of_days_of_the_same_class() -> None:
    workdays = [MONDAY - timedelta(days=back) for back in (3, 4, 5)]
    curves = {
        day: steady(n * HOUR_MS) for day, n in zip(workdays, (2, 9, 4), strict=True)
    }
    curves[MONDAY - timedelta(days=1)] = steady(24 * HOUR_MS)  # a Sunday
    curves[MONDAY] = steady(20 * HOUR_MS)
    curves[MONDAY - timedelta(days=31)] = steady(20 * HOUR_MS)
    found = usual(curves, MONDAY, DAY_MS // 2)
    assert found == Usual(2 * HOUR_MS, HOUR_MS, 3)


def test_the_28th_day_back_counts_and_the_one_before_does_not() -> None:
    days = [MONDAY - timedelta(days=back) for back in (7, 14, 28, 35)]
    found = usual(dict.fromkeys(days, steady(HOUR_MS)), MONDAY, DAY_MS)
    assert found is not None
    assert found.days == 3


def test_nothing_is_usual_under_three_days() -> None:
    days = [MONDAY - timedelta(days=back) for back in (7, 14)]
    assert usual(dict.fromkeys(days, steady(HOUR_MS)), MONDAY, DAY_MS) is None


def test_the_middle_of_an_even_number_of_days_is_between_them() -> None:
    days = [MONDAY - timedelta(days=7 * back) for back in (1, 2, 3, 4)]
    hours = (1, 2, 4, 9)
    curves = {day: steady(n * HOUR_MS) for day, n in zip(days, hours, strict=True)}
    assert usual(curves, MONDAY, DAY_MS) == Usual(3 * HOUR_MS, 3 * HOUR_MS // 2, 4)


@given(
    st.lists(
        st.tuples(
            st.integers(-HOUR_MS, DAY_MS + HOUR_MS),
            st.integers(1, 6 * HOUR_MS),
            st.sampled_from([State.ACTIVE, State.WATCHING]),
        ),
        min_size=1,
    )
)
def test_a_curve_never_falls_and_ends_at_the_days_screen_time(
    pieces: list[tuple[int, int, State]],
) -> None:
    day = [ScreenSpan(start, dur, state) for start, dur, state in pieces]
    inside = sum(
        max(0, min(each.end_ms, DAY_MS) - max(each.start_ms, 0)) for each in day
    )
    curve = curve_of(day, 0, DAY_MS)
    if curve is None:
        assert inside == 0
        return
    assert list(curve) == sorted(curve)
    assert curve[-1] == inside
