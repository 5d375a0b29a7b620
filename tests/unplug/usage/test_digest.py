from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unplug.days import DAY_MS, number_of, split_by_day
from unplug.usage.digest import Digest, digest_of, visits_of
from unplug.usage.moods import LONGEST_WORD, Mood
from unplug.usage.states import SCREEN_STATES, ScreenSpan, State

MIN, HOUR = 60_000, 3_600_000
DAY = number_of(date(2026, 3, 3))
NINE = DAY * DAY_MS + 9 * HOUR
START_MIN = 240


def told(*parts: tuple[str | None, int]) -> Digest:
    """A day from nine o'clock on: apps and minutes; None is time away."""
    return digest_of(DAY, spans(*parts), START_MIN)


def spans(*parts: tuple[str | None, float]) -> list[ScreenSpan]:
    at, made = NINE, []
    for app, minutes in parts:
        ms = round(minutes * MIN)
        state = State.IDLE if app is None else State.ACTIVE
        made.append(ScreenSpan(at, ms, state, app))
        at += ms
    return made


def test_hours_are_those_of_the_local_clock() -> None:
    span = ScreenSpan(NINE, 90 * MIN, State.WATCHING, "film", None, offset_q=4)
    digest = digest_of(DAY, [span], START_MIN)
    assert digest.hours_ms[10] == HOUR
    assert digest.hours_ms[11] == 30 * MIN
    assert digest.screen_ms == 90 * MIN


def test_what_lies_outside_the_day_is_left_out() -> None:
    night = ScreenSpan(DAY * DAY_MS + 3 * HOUR, 2 * HOUR, State.ACTIVE, "game")
    digest = digest_of(DAY, [night], START_MIN)
    assert digest.screen_ms == HOUR
    assert digest.hours_ms[4] == HOUR
    assert digest.longest_at_ms == DAY * DAY_MS + 4 * HOUR


def test_a_day_without_screen_time_is_all_zeros() -> None:
    assert told((None, 60)) == Digest(day=DAY)


def test_a_stretch_goes_on_over_apps_and_short_absences_and_ends_with_longer_ones() -> (
    None
):
    digest = told(("a", 20), (None, 1.5), ("b", 10), (None, 2), ("a", 25))
    assert digest.longest_ms == 30 * MIN
    assert digest.longest_at_ms == NINE


def test_a_short_look_elsewhere_ends_no_visit_but_counts_as_two_switches() -> None:
    digest = told(("a", 15), ("b", 0.2), ("a", 15), ("c", 5))
    assert digest.switches == 3
    assert digest.long_ms == 30 * MIN
    assert digest.followed == {"a": 1}
    assert told(("a", 15), ("b", 1), ("a", 15)).long_ms == 0


def test_what_is_opened_after_an_absence_is_a_first_app() -> None:
    digest = told(("a", 5), (None, 10), ("b", 5), (None, 9), ("c", 5), (None, 11))
    assert digest.firsts == {"a": 1, "b": 1}


def test_a_long_visit_is_put_down_to_the_app_just_before_it() -> None:
    digest = told(("a", 3), ("b", 30), ("c", 2), (None, 20), ("b", 40), ("d", 5))
    assert digest.led_to == {("a", "b"): 1}
    assert digest.followed == {"a": 1, "b": 2}


def test_time_without_a_known_app_leads_nowhere() -> None:
    day = [
        ScreenSpan(NINE, 5 * MIN, State.ACTIVE),
        ScreenSpan(NINE + 5 * MIN, 30 * MIN, State.ACTIVE, "b"),
    ]
    digest = digest_of(DAY, day, START_MIN)
    assert (digest.led_to, digest.followed, digest.firsts) == ({}, {}, {})
    assert [visit.app for visit in visits_of(day)] == [None, "b"]


@given(
    st.lists(
        st.tuples(
            st.integers(0, 4 * HOUR),
            st.integers(1, 3 * HOUR),
            st.sampled_from(State),
            st.sampled_from(("a", "b", None)),
        ),
        max_size=30,
    ),
    st.sampled_from((0, 240, 719)),
    st.integers(-48, 56),
)
def test_the_hours_hold_exactly_the_screen_time_of_the_day(
    parts: list[tuple[int, int, State, str | None]], start_min: int, offset_q: int
) -> None:
    at, made, want = NINE - 20 * HOUR, [], 0
    for gap, ms, state, app in parts:
        span = ScreenSpan(at + gap, ms, state, app, None, offset_q)
        made.append(span)
        at = span.end_ms
        if state in SCREEN_STATES:
            cut = split_by_day(span.start_ms, ms, offset_q, start_min)
            want += sum(piece for day, piece in cut if day == DAY)
    digest = digest_of(DAY, made, start_min)
    assert digest.screen_ms == want
    assert digest.long_ms <= want
    assert digest.longest_ms <= want
    assert sum(visit.ms for visit in visits_of(made)) <= sum(
        span.dur_ms for span in made if span.state in SCREEN_STATES
    )


def test_a_mark_is_one_to_five() -> None:
    assert Mood(1, 2).is_low
    assert not Mood(1, 3).is_low
    for mark, word in ((0, ""), (6, ""), (3, "x" * (LONGEST_WORD + 1))):
        with pytest.raises(ValueError, match=r"mood|word"):
            Mood(1, mark, word)
