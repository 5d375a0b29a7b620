"""The exact rules of screen time."""

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes import FakeClock
from unplug.clock import Stamp
from unplug.sensing.facts import (
    Active,
    Fact,
    Focus,
    Idle,
    Inhibited,
    Locked,
    Media,
    Observed,
    Occupied,
    Offline,
    Pause,
    Resume,
    Sleep,
    Start,
    Stop,
    Tick,
    Unlocked,
    Wake,
    Zone,
)
from unplug.sensing.reasons import Reason
from unplug.usage.reducer import (
    Reduction,
    initial,
    next_change_ms,
    open_spans,
    state_of,
    step,
)
from unplug.usage.states import ScreenSpan, State

S = 1_000
MIN = 60 * S
HOUR = 60 * MIN
IDLE_AFTER = 2 * MIN


@dataclass
class Desk:
    """A desktop to act on; keeps every span that became final."""

    clock: FakeClock = field(default_factory=FakeClock)
    reduction: Reduction = field(default_factory=initial)
    final: list[ScreenSpan] = field(default_factory=list)
    idle_after_ms: int = IDLE_AFTER
    keep: int = 0

    def says(self, *facts: Fact) -> "Desk":
        for fact in facts:
            observed = Observed(self.clock.stamp(), fact)
            self.reduction, done = step(
                self.reduction,
                observed,
                idle_after_ms=self.idle_after_ms,
                keep=self.keep,
            )
            self.final.extend(done)
        return self

    def after(self, ms: int, *facts: Fact) -> "Desk":
        self.clock.advance(ms)
        return self.says(*facts)

    def slept(self, ms: int, *facts: Fact) -> "Desk":
        self.clock.sleep(ms)
        return self.says(*facts)

    @property
    def spans(self) -> list[ScreenSpan]:
        return [*self.final, *open_spans(self.reduction)]

    @property
    def story(self) -> list[tuple[str, str | None, int]]:
        """State, app and length of everything, neighbours of a kind joined."""
        told: list[tuple[str, str | None, int]] = []
        for span in self.spans:
            name = span.state.name.lower()
            if told and told[-1][:2] == (name, span.app):
                told[-1] = (name, span.app, told[-1][2] + span.dur_ms)
            else:
                told.append((name, span.app, span.dur_ms))
        return told

    def total(self, *states: State) -> int:
        return sum(s.dur_ms for s in self.spans if s.state in states)


def desk() -> Desk:
    return Desk().says(Start(), Focus("editor"))


def test_focus_books_time_to_the_app_that_has_it() -> None:
    story = desk().after(10 * S, Focus("mail")).after(5 * S, Stop()).story
    assert story == [("active", "editor", 10 * S), ("active", "mail", 5 * S)]


def test_idle_is_back_dated_to_the_last_input() -> None:
    d = desk().after(10 * MIN, Idle(2 * MIN)).after(MIN, Active()).after(S, Stop())
    assert d.story == [
        ("active", "editor", 8 * MIN),
        ("idle", None, 3 * MIN),
        ("active", "editor", S),
    ]


def test_idle_back_dates_over_a_change_of_window() -> None:
    d = desk().after(MIN, Focus("mail")).after(MIN, Focus("chat"))
    d.after(MIN, Idle(2 * MIN + 30 * S)).after(S, Stop())
    assert d.story == [
        ("active", "editor", 30 * S),
        ("idle", None, 2 * MIN + 31 * S),
    ]


def test_a_shorter_absence_than_the_threshold_stays_active() -> None:
    d = desk().after(5 * MIN, Idle(MIN)).after(50 * S, Active()).after(S, Stop())
    assert d.story == [("active", "editor", 5 * MIN + 51 * S)]


def test_an_absence_told_early_becomes_idle_when_the_threshold_passes() -> None:
    d = desk().after(5 * MIN, Idle(MIN))
    assert state_of(d.reduction) is State.ACTIVE
    assert next_change_ms(d.reduction, IDLE_AFTER) == 1_000_000 + 6 * MIN
    d.after(MIN, Tick())
    assert state_of(d.reduction) is State.IDLE
    d.after(10 * S, Active()).says(Stop())
    assert d.story == [("active", "editor", 4 * MIN), ("idle", None, 2 * MIN + 10 * S)]


def test_an_absence_is_idle_even_when_the_return_is_the_next_thing_heard() -> None:
    d = desk().after(5 * MIN, Idle(MIN)).after(5 * MIN, Active()).says(Stop())
    assert d.story == [("active", "editor", 4 * MIN), ("idle", None, 6 * MIN)]


def test_the_last_stretch_is_provisional_until_the_threshold() -> None:
    d = desk().after(MIN, Focus("mail")).after(MIN, Tick())
    assert d.final == []
    assert d.total(State.ACTIVE) == 2 * MIN


def test_a_stretch_beyond_the_reach_of_idleness_is_final() -> None:
    d = desk().after(MIN, Focus("mail")).after(3 * MIN, Tick())
    assert [(s.app, s.dur_ms) for s in d.final] == [("editor", MIN)]


def test_idle_cannot_reach_back_before_tracking_started() -> None:
    d = Desk().says(Start(), Focus("editor"), Idle(10 * MIN)).after(MIN, Stop())
    assert d.story == [("idle", None, MIN)]


def test_a_moment_without_a_window_belongs_to_the_next_one() -> None:
    d = desk().after(S, Focus(None)).after(149, Focus("mail")).after(S, Stop())
    assert d.story == [("active", "editor", S), ("active", "mail", S + 149)]


def test_a_longer_time_without_a_window_is_nobodys_window() -> None:
    d = desk().after(S, Focus(None)).after(150, Focus("mail")).after(S, Stop())
    assert d.story == [
        ("active", "editor", S),
        ("active", None, 150),
        ("active", "mail", S),
    ]


@pytest.mark.parametrize("length", [500, 5 * S, 2 * MIN, HOUR, 30 * 24 * HOUR])
def test_an_unannounced_sleep_is_asleep_whatever_its_length(length: int) -> None:
    d = desk().after(MIN).slept(length, Tick()).after(MIN, Stop())
    assert d.total(State.ASLEEP) == length
    assert d.total(State.ACTIVE) == 2 * MIN


@pytest.mark.parametrize("length", [500, 5 * S, 2 * MIN, HOUR, 30 * 24 * HOUR])
def test_an_announced_sleep_is_asleep_from_its_announcement(length: int) -> None:
    d = desk().after(MIN, Sleep()).after(80).slept(length, Wake()).after(MIN, Stop())
    assert d.total(State.ASLEEP) == length + 80
    assert d.total(State.ACTIVE) == 2 * MIN


@pytest.mark.parametrize("length", [500, 5 * S, 2 * MIN, HOUR, 30 * 24 * HOUR])
def test_locked_time_is_never_screen_time(length: int) -> None:
    d = desk().after(MIN, Locked()).after(length, Unlocked()).after(MIN, Stop())
    assert d.total(State.LOCKED) == length
    assert d.total(State.ACTIVE, State.WATCHING) == 2 * MIN


def test_a_wake_that_is_never_announced_does_not_leave_it_asleep() -> None:
    d = desk().after(MIN, Sleep()).slept(HOUR, Tick()).after(MIN, Stop())
    assert d.total(State.ASLEEP) == HOUR
    assert d.total(State.ACTIVE) == 2 * MIN


def test_idleness_counts_awake_time_only_across_a_sleep() -> None:
    d = desk().after(5 * MIN, Sleep()).slept(HOUR, Wake()).after(MIN, Idle(2 * MIN))
    assert d.says(Stop()).story == [
        ("active", "editor", 4 * MIN),
        ("idle", None, MIN),
        ("asleep", None, HOUR),
        ("idle", None, MIN),
    ]


def test_two_locks_are_both_needed_to_be_opened() -> None:
    d = desk().says(Locked("a"), Locked("b")).after(MIN, Unlocked("a"))
    assert state_of(d.reduction) is State.LOCKED
    assert state_of(d.says(Unlocked("b")).reduction) is State.ACTIVE


def test_a_clock_set_forward_is_nobodys_time() -> None:
    d = desk().after(MIN)
    d.clock.step(HOUR)
    d.says(Tick()).after(MIN, Stop())
    first, second = d.spans
    assert (first.dur_ms, second.dur_ms) == (MIN, MIN)
    assert second.start_ms - first.end_ms == HOUR


def test_a_clock_set_back_shifts_no_history() -> None:
    d = desk().after(MIN)
    d.clock.step(-HOUR)
    d.says(Tick()).after(MIN, Stop())
    first, second = d.spans
    assert first.start_ms == 1_767_225_600_000
    assert (first.dur_ms, second.dur_ms) == (MIN, MIN)
    assert second.start_ms - first.end_ms == -HOUR


def test_a_change_of_zone_opens_another_span() -> None:
    d = desk().after(MIN, Zone("Europe/Madrid")).after(MIN, Stop())
    assert [s.offset_q for s in d.spans] == [0, 4]
    assert [s.dur_ms for s in d.spans] == [MIN, MIN]


def test_a_span_over_a_change_to_summer_time_is_cut_there() -> None:
    d = Desk(
        FakeClock(1_806_195_540_000), initial("Europe/Madrid")
    )  # 2027-03-28 00:59Z
    d.says(Start(), Focus("editor")).after(2 * MIN, Stop())
    assert [(s.offset_q, s.dur_ms) for s in d.spans] == [(4, MIN), (8, MIN)]
    assert d.spans[0].end_ms == d.spans[1].start_ms


def test_no_input_while_the_focused_app_plays_is_watching() -> None:
    d = desk().says(Media(playing=True, app="Editor")).after(10 * MIN, Idle(2 * MIN))
    d.after(HOUR, Media(playing=False, app="Editor")).after(MIN, Active()).says(Stop())
    assert d.story == [
        ("active", "editor", 8 * MIN),
        ("watching", "editor", HOUR + 2 * MIN),
        ("idle", None, MIN),
    ]


def test_music_of_another_app_is_not_watching() -> None:
    d = desk().says(Media(playing=True, app="music")).after(10 * MIN, Idle(2 * MIN))
    assert state_of(d.reduction) is State.IDLE


def test_a_full_screen_player_is_watched_whatever_has_the_focus() -> None:
    d = desk().says(Media(playing=True, app="film", fullscreen=True))
    d.after(10 * MIN, Idle(2 * MIN))
    assert state_of(d.reduction) is State.WATCHING


def test_a_desktop_entry_with_a_long_id_is_the_same_app() -> None:
    d = Desk().says(Start(), Focus("vlc"), Media(playing=True, app="org.videolan.VLC"))
    assert state_of(d.after(MIN, Idle(3 * MIN)).reduction) is State.WATCHING


def test_media_that_starts_in_between_is_watched_only_from_then() -> None:
    d = desk().after(MIN, Media(playing=True, app="editor")).after(MIN, Idle(2 * MIN))
    assert d.says(Stop()).story == [("idle", None, MIN), ("watching", "editor", MIN)]


def test_watching_ends_three_hours_after_the_last_input() -> None:
    d = desk().says(Inhibited(held=True)).after(2 * MIN, Idle(2 * MIN))
    assert next_change_ms(d.reduction, IDLE_AFTER) == 1_000_000 + 3 * HOUR
    d.after(5 * HOUR, Stop())
    assert d.story == [
        ("watching", "editor", 3 * HOUR),
        ("idle", None, 2 * HOUR + 2 * MIN),
    ]


def test_an_inhibitor_that_shows_late_counts_from_when_it_was_held() -> None:
    late = Inhibited(held=True, by="x", for_ms=2 * MIN)
    d = desk().after(10 * MIN, late, Idle(2 * MIN)).after(MIN, Stop())
    assert d.story == [("active", "editor", 8 * MIN), ("watching", "editor", 3 * MIN)]


def test_an_inhibitor_that_goes_away_ends_watching() -> None:
    d = desk().says(Inhibited(held=True, by="x")).after(2 * MIN, Idle(2 * MIN))
    d.after(MIN, Inhibited(held=False, by="x")).after(MIN, Stop())
    assert d.story == [("watching", "editor", 3 * MIN), ("idle", None, MIN)]


def test_off_the_record_keeps_no_app_and_hides_the_rest() -> None:
    d = desk().after(S, Pause()).after(S, Focus("mail")).after(S, Locked())
    d.after(S, Unlocked()).after(S, Resume()).after(S, Stop())
    assert d.story == [
        ("active", "editor", S),
        ("paused", None, 4 * S),
        ("active", "mail", S),
    ]


def test_a_device_free_session_is_offline_whatever_happens_at_the_screen() -> None:
    d = desk().after(S, Offline(on=True)).after(S, Focus("mail")).after(S, Idle(0))
    d.after(S, Locked()).after(S, Offline(on=False)).after(S, Stop())
    assert d.story == [
        ("active", "editor", S),
        ("offline", None, 4 * S),
        ("locked", None, S),
    ]


def test_a_restart_without_a_stop_leaves_the_time_between_to_nobody() -> None:
    d = desk().after(MIN, Tick()).after(HOUR, Start(), Focus("mail")).after(S, Stop())
    assert d.story == [("active", "editor", MIN), ("active", "mail", S)]


def test_a_stop_makes_everything_final() -> None:
    d = desk().after(MIN, Focus("mail")).after(MIN, Stop())
    assert [s.app for s in d.final] == ["editor", "mail"]
    assert open_spans(d.reduction) == ()


def test_titles_are_kept_with_their_span() -> None:
    d = Desk().says(Start(), Focus("web", "a")).after(S, Focus("web", "b"))
    assert [(s.title, s.dur_ms) for s in d.after(S, Stop()).spans] == [
        ("a", S),
        ("b", S),
    ]


def test_what_is_kept_back_can_still_become_idle_long_after() -> None:
    d = Desk(keep=8).says(Start(), Focus("a")).after(HOUR, Focus("b"))
    d.after(HOUR, Idle(90 * MIN)).says(Stop())
    assert d.story == [("active", "a", 30 * MIN), ("idle", None, 90 * MIN)]


FACTS: st.SearchStrategy[Fact] = st.one_of(
    st.sampled_from(
        [Start(), Active(), Sleep(), Wake(), Pause(), Resume(), Tick(), Stop()]
    ),
    st.builds(Focus, st.sampled_from([None, "a", "b", "c"])),
    st.builds(Idle, st.integers(0, 5 * HOUR)),
    st.builds(Locked, st.sampled_from(["", "x"])),
    st.builds(Unlocked, st.sampled_from(["", "x"])),
    st.builds(
        Media,
        playing=st.booleans(),
        app=st.sampled_from([None, "a"]),
        fullscreen=st.booleans(),
    ),
    st.builds(Inhibited, held=st.booleans(), for_ms=st.integers(0, HOUR)),
    st.builds(Offline, on=st.booleans()),
    st.builds(Occupied, st.sampled_from(Reason), held=st.booleans()),
    st.builds(Zone, st.sampled_from(["UTC", "Europe/Madrid", "Asia/Kathmandu"])),
)
MOVES = st.tuples(
    st.one_of(st.integers(0, 300), st.integers(0, 5 * HOUR)),  # awake
    st.one_of(st.just(0), st.integers(100, 40 * 24 * HOUR)),  # asleep
    st.one_of(st.just(0), st.integers(-400 * 24 * HOUR, 400 * 24 * HOUR)),  # set
    FACTS,
)


@settings(max_examples=400, deadline=None)
@given(st.lists(MOVES, max_size=30), st.integers(0, 3))
def test_states_sum_to_the_time_that_really_passed(
    moves: list[tuple[int, int, int, Fact]], keep: int
) -> None:
    d = Desk(keep=keep).says(Start())
    lived = slept = 0
    running = True
    for awake_ms, asleep_ms, set_ms, fact in moves:
        d.clock.advance(awake_ms)
        d.clock.sleep(asleep_ms)
        d.clock.step(set_ms)
        if running and not isinstance(fact, Start):
            lived += awake_ms + asleep_ms
            slept += asleep_ms
        d.says(fact)
        running = not isinstance(fact, Stop)
        assert sum(s.dur_ms for s in d.spans) == lived
        assert d.total(State.ASLEEP) >= slept
        assert all(
            (s.app is None) or s.state in (State.ACTIVE, State.WATCHING)
            for s in d.spans
        )


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, HOUR), FACTS), max_size=30))
def test_spans_follow_each_other_while_nobody_sets_the_clock(
    moves: list[tuple[int, Fact]],
) -> None:
    d = Desk().says(Start())
    for ms, fact in moves:
        if not isinstance(fact, Start | Stop):
            d.after(ms, fact)
    ends = [s.end_ms for s in d.spans][:-1]
    assert ends == [s.start_ms for s in d.spans][1:]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, HOUR), FACTS), max_size=25))
def test_ticks_in_between_change_nothing(moves: list[tuple[int, Fact]]) -> None:
    plain, ticked = Desk(keep=99).says(Start()), Desk(keep=99).says(Start())
    for ms, fact in moves:
        if not isinstance(fact, Start | Stop):
            plain.after(ms, fact)
            ticked.after(ms // 2, Tick()).after(ms - ms // 2, fact)
    assert plain.story == ticked.story


def test_clocks_that_run_backwards_cost_nothing() -> None:
    d = desk().after(MIN, Tick())
    now = d.clock.stamp()
    back = Stamp(now.wall_ms - MIN, now.mono_ms - HOUR, now.boot_ms - HOUR)
    d.reduction, done = step(
        d.reduction, Observed(back, Focus("mail")), idle_after_ms=IDLE_AFTER
    )
    assert sum(s.dur_ms for s in (*d.final, *done, *open_spans(d.reduction))) == MIN
    later = replace(
        back,
        wall_ms=back.wall_ms + S,
        mono_ms=back.mono_ms + S,
        boot_ms=back.boot_ms + S,
    )
    d.reduction, done = step(
        d.reduction, Observed(later, Tick()), idle_after_ms=IDLE_AFTER
    )
    assert sum(s.dur_ms for s in open_spans(d.reduction)) == MIN + S
