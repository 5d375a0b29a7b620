from dataclasses import replace
from datetime import datetime as dt
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.fakes import MIN_MS, NOON, a_session, a_snapshot
from ui.tray.spec import (
    LAP_STEPS,
    MOST_OVER,
    Glyph,
    Ring,
    glyph_of,
    next_change_ms,
    ring_of,
    tray_spec,
)
from unplug.engine.snapshot import AppTime
from unplug.settings import Tray
from unplug.usage.states import State


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_the_headline_puts_today_beside_the_usual() -> None:
    spec = tray_spec(a_snapshot(134, 110))
    assert plain(spec.headline) == "2 h 14 today · usually 1 h 50 by now"
    assert spec.tooltip == spec.headline


@pytest.mark.parametrize(
    ("screen_min", "usual_min", "headline"),
    [
        (0, None, "no screen time yet today · your usual shows after three days"),
        (0.5, 0, "no screen time yet today · usually none by now"),
        (1, 60, "1 min today · usually 1 h by now"),
        (59.9, 61, "59 min today · usually 1 h 01 by now"),
        (725, 150, "12 h 05 today · usually 2 h 30 by now"),
    ],
)
def test_the_headline_for_any_length(
    screen_min: float, usual_min: float | None, headline: str
) -> None:
    assert plain(tray_spec(a_snapshot(screen_min, usual_min)).headline) == headline


def test_the_ring_is_full_at_the_usual_and_half_at_half() -> None:
    assert ring_of(a_snapshot(120, 120)) == Ring(filled=LAP_STEPS)
    assert ring_of(a_snapshot(60, 120)) == Ring(filled=LAP_STEPS // 2)


def test_beyond_the_usual_a_second_lap_begins() -> None:
    assert ring_of(a_snapshot(150, 120)) == Ring(LAP_STEPS, over=LAP_STEPS // 4)


def test_without_a_usual_there_is_nothing_to_compare_with() -> None:
    assert ring_of(a_snapshot(75, None)) == Ring(filled=None)


def test_the_first_minutes_of_a_morning_do_not_fill_the_ring() -> None:
    ring = ring_of(a_snapshot(5, 2))
    assert ring.filled == LAP_STEPS * 5 // 30
    assert ring.over == 0


@given(st.integers(0, 48 * 60 * MIN_MS), st.none() | st.integers(0, 48 * 60 * MIN_MS))
def test_a_ring_never_overflows_and_laps_follow_each_other(
    screen_ms: int, usual_ms: int | None
) -> None:
    snapshot = a_snapshot(
        screen_ms / MIN_MS, None if usual_ms is None else usual_ms / MIN_MS
    )
    ring = ring_of(snapshot)
    assert (ring.filled is None) == (usual_ms is None)
    if ring.filled is not None:
        assert 0 <= ring.filled <= LAP_STEPS
    assert 0 <= ring.over <= MOST_OVER
    assert ring.over == 0 or ring.filled == LAP_STEPS


@pytest.mark.parametrize(
    ("state", "glyph"),
    [
        (State.ACTIVE, Glyph.NONE),
        (State.WATCHING, Glyph.NONE),
        (State.IDLE, Glyph.AWAY),
        (State.LOCKED, Glyph.AWAY),
        (State.ASLEEP, Glyph.AWAY),
        (State.PAUSED, Glyph.PAUSED),
        (State.OFFLINE, Glyph.OFFLINE),
    ],
)
def test_every_state_has_its_sign(state: State, glyph: Glyph) -> None:
    assert glyph_of(a_snapshot(state=state)) is glyph


def test_trouble_shows_unless_the_user_paused() -> None:
    notices = ("cannot write: disk full",)
    assert glyph_of(a_snapshot(notices=notices)) is Glyph.TROUBLE
    paused = a_snapshot(state=State.PAUSED, notices=notices)
    assert glyph_of(paused) is Glyph.PAUSED


def test_a_pause_says_when_it_ends() -> None:
    def doing(until: dt | None) -> str:
        return tray_spec(a_snapshot(state=State.PAUSED, paused_until=until)).doing

    assert "until" in doing(NOON + timedelta(minutes=15))
    assert "tomorrow" not in doing(NOON + timedelta(minutes=15))
    assert "tomorrow" in doing(NOON + timedelta(hours=16))
    assert doing(NOON + timedelta(days=9)).count("until") == 1
    assert doing(None) == doing(dt.max) == "Tracking is paused"  # noqa: DTZ901


def test_the_tooltip_says_what_is_wrong_and_what_goes_on() -> None:
    spec = tray_spec(a_snapshot(state=State.LOCKED, notices=("disk full", "no bus")))
    assert spec.tooltip.splitlines()[1:] == ["Screen locked", "disk full"]


def test_top_apps_are_shown_with_their_time() -> None:
    assert [plain(line) for line in tray_spec(a_snapshot()).top] == [
        "Firefox · 1 h 02",
        "Code · 41 min",
        "Foot · 12 min",
    ]


def test_fewer_top_apps_and_no_ring_are_shown_where_they_are_not_wanted() -> None:
    spec = tray_spec(a_snapshot(134, 110), Tray(ring=False, top_apps=1))
    assert [plain(line) for line in spec.top] == ["Firefox · 1 h 02"]
    assert spec.ring == Ring(filled=None)
    running = replace(a_snapshot(134, 110), session=a_session("running"))
    assert tray_spec(running, Tray(ring=False)).ring == tray_spec(running).ring


def test_a_name_from_outside_fits_the_menu_whatever_it_holds() -> None:
    bad = AppTime("x", "A\tvery\nlong\x00name \u202e " + "x" * 100, 5 * MIN_MS)
    (line,) = tray_spec(a_snapshot(top=(bad,))).top
    assert line.isprintable() or "\u00a0" in line
    assert line.startswith("A very long name x")
    assert len(line) < 48


def test_while_somebody_is_there_the_next_change_is_the_next_minute() -> None:
    assert next_change_ms(a_snapshot(1.25)) == 45_000
    assert next_change_ms(a_snapshot(2)) == 60_000


@pytest.mark.parametrize(
    "state",
    [State.IDLE, State.LOCKED, State.ASLEEP, State.PAUSED, State.OFFLINE],
)
def test_while_nobody_is_there_nothing_changes_by_itself(state: State) -> None:
    assert next_change_ms(a_snapshot(state=state)) is None


def test_within_a_minute_the_spec_stays_the_same() -> None:
    assert tray_spec(a_snapshot(10.1)) == tray_spec(a_snapshot(10.9))


def test_while_a_session_runs_the_ring_is_the_time_that_is_left() -> None:
    running = a_session(left_min=45, lasts_min=60)
    spec = tray_spec(replace(a_snapshot(state=State.OFFLINE), session=running))
    assert spec.ring == Ring(filled=LAP_STEPS * 3 // 4)
    assert spec.glyph is Glyph.OFFLINE
    _, second = plain(spec.tooltip).split("\n")
    assert second == "Evening off · 45 min left, until 12:45"
    assert spec.doing == ""


def test_an_announced_session_runs_the_ring_down_to_its_start() -> None:
    soon = a_session("announced", due_min=2.5)
    spec = tray_spec(replace(a_snapshot(), session=soon))
    assert (spec.ring, spec.glyph) == (Ring(filled=LAP_STEPS // 2), Glyph.COMING)
    waiting = tray_spec(replace(a_snapshot(), session=a_session("waiting")))
    assert (waiting.ring, waiting.glyph) == (Ring(filled=0), Glyph.COMING)


def test_an_offered_session_leaves_the_ring_to_the_day() -> None:
    offered = replace(a_snapshot(60, 120), session=a_session("offered"))
    assert tray_spec(offered).ring == Ring(filled=LAP_STEPS // 2)


@given(st.floats(0.001, 600), st.sampled_from(["running", "announced", "offered"]))
def test_a_countdown_is_shown_once_a_minute_at_most(left_min: float, how: str) -> None:
    session = a_session(how, left_min=left_min, lasts_min=600, due_min=left_min)
    now = replace(a_snapshot(state=State.OFFLINE), session=session)
    wait_ms = next_change_ms(now)
    assert wait_ms is None or 1 <= wait_ms <= MIN_MS
    ring = tray_spec(now).ring
    assert ring.filled is not None
    assert 0 <= ring.filled <= LAP_STEPS


def test_a_session_that_waits_lets_the_tray_sleep() -> None:
    waiting = replace(a_snapshot(state=State.IDLE), session=a_session("waiting"))
    assert next_change_ms(waiting) is None
