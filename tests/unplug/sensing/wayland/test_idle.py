from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fake_compositor import EVERYTHING, FakeCompositor
from tests.unplug.sensing.wayland.rig import StartCompositor, hear
from unplug.sensing.facts import Active, Fact, Idle, Inhibited
from unplug.sensing.source import (
    SensingOptions,
    SourceLostError,
    SourceUnavailableError,
)
from unplug.sensing.wayland.idle import RELEASE_MS, WaylandIdle, open_idle

IDLE_MS = 3_000
OPTIONS = SensingOptions(idle_after_ms=IDLE_MS)
HELD = Inhibited(held=True, by="wayland")
HELD_THROUGH = Inhibited(held=True, by="wayland", for_ms=IDLE_MS)
LET_GO = Inhibited(held=False, by="wayland")
WITHOUT_NOTIFIER = {name: EVERYTHING[name] for name in ("wl_seat", "org_kde_kwin_idle")}
PROTOCOLS = {
    "ext-idle-notify v2": EVERYTHING,
    "ext-idle-notify v1": EVERYTHING | {"ext_idle_notifier_v1": 1},
    "org_kde_kwin_idle": WITHOUT_NOTIFIER,
}


@pytest.fixture(params=PROTOCOLS)
def any_compositor(
    request: pytest.FixtureRequest, start: StartCompositor
) -> FakeCompositor:
    return start(offers=PROTOCOLS[request.param])


@pytest.fixture(params=[False, True], ids=["together", "one after the other"])
def compositor(
    request: pytest.FixtureRequest, start: StartCompositor
) -> FakeCompositor:
    return start(late_screen_clocks=request.param)


@pytest.fixture
def source(compositor: FakeCompositor) -> Iterator[WaylandIdle]:
    assert compositor.address.exists()
    with closing(open_idle(OPTIONS)) as source:
        assert source.dispatch() == [Active()]
        yield source


@pytest.mark.parametrize("name", PROTOCOLS)
def test_best_protocol_on_offer_is_taken_and_named(
    name: str, start: StartCompositor
) -> None:
    start(offers=PROTOCOLS[name])
    with closing(open_idle(OPTIONS)) as source:
        assert source.name == name


def test_newer_protocol_than_ours_will_do(start: StartCompositor) -> None:
    start(offers=EVERYTHING | {"ext_idle_notifier_v1": 9})
    with closing(open_idle(OPTIONS)) as source:
        assert source.name == "ext-idle-notify v2"


def test_idleness_is_told_with_the_threshold_and_input_ends_it(
    any_compositor: FakeCompositor,
) -> None:
    with closing(open_idle(OPTIONS)) as source:
        assert source.dispatch() == [Active()]
        any_compositor.pass_ms(IDLE_MS - 1)
        assert hear(source, any_compositor) == []
        any_compositor.pass_ms(1)
        assert hear(source, any_compositor) == [Idle(IDLE_MS)]
        any_compositor.pass_ms(10 * IDLE_MS)
        assert hear(source, any_compositor) == []
        any_compositor.press()
        assert hear(source, any_compositor) == [Active()]
        any_compositor.pass_ms(IDLE_MS)
        assert hear(source, any_compositor) == [Idle(IDLE_MS)]


def test_idleness_that_began_before_the_first_look_is_not_told_as_activity(
    any_compositor: FakeCompositor,
) -> None:
    with closing(open_idle(OPTIONS)) as source:
        any_compositor.pass_ms(IDLE_MS)
        assert hear(source, any_compositor) == [Idle(IDLE_MS)]


def test_every_absence_is_told_also_when_nobody_listened_for_a_while(
    any_compositor: FakeCompositor,
) -> None:
    with closing(open_idle(OPTIONS)) as source:
        source.dispatch()
        for _ in range(3):
            any_compositor.pass_ms(IDLE_MS)
            any_compositor.press()
        assert hear(source, any_compositor) == [Idle(IDLE_MS), Active()] * 3


@pytest.mark.parametrize("name", ["ext-idle-notify v1", "org_kde_kwin_idle"])
def test_with_one_clock_an_inhibitor_counts_as_presence(
    name: str, start: StartCompositor
) -> None:
    compositor = start(offers=PROTOCOLS[name])
    with closing(open_idle(OPTIONS)) as source:
        source.dispatch()
        compositor.inhibit(held=True)
        compositor.pass_ms(10 * IDLE_MS)
        assert hear(source, compositor) == []
        compositor.inhibit(held=False)
        compositor.pass_ms(IDLE_MS)
        assert hear(source, compositor) == [Idle(IDLE_MS)]


def test_watching_is_idleness_under_an_inhibitor(
    compositor: FakeCompositor, source: WaylandIdle
) -> None:
    compositor.inhibit(held=True)
    compositor.pass_ms(IDLE_MS)
    assert hear(source, compositor) == [HELD_THROUGH, Idle(IDLE_MS)]
    compositor.pass_ms(60_000)
    assert hear(source, compositor) == []
    compositor.press()
    assert hear(source, compositor) == [Active(), LET_GO]


def test_end_of_an_inhibitor_is_noticed_soon_and_its_return_at_once(
    compositor: FakeCompositor, source: WaylandIdle
) -> None:
    compositor.inhibit(held=True)
    compositor.pass_ms(IDLE_MS)
    hear(source, compositor)
    compositor.inhibit(held=False)
    compositor.pass_ms(RELEASE_MS)
    assert hear(source, compositor) == [LET_GO]
    compositor.inhibit(held=True)
    assert hear(source, compositor) == [HELD]
    compositor.press()
    assert hear(source, compositor) == [Active(), LET_GO]


def test_inhibitor_that_comes_while_nobody_is_there_is_told(
    compositor: FakeCompositor, source: WaylandIdle
) -> None:
    compositor.pass_ms(IDLE_MS)
    assert hear(source, compositor) == [Idle(IDLE_MS)]
    compositor.inhibit(held=True)
    assert hear(source, compositor) == [HELD]


def test_no_clock_strikes_at_every_pause_once_the_watching_is_over(
    compositor: FakeCompositor, source: WaylandIdle
) -> None:
    before = len(compositor.clocks)
    compositor.inhibit(held=True)
    compositor.pass_ms(IDLE_MS)
    hear(source, compositor)
    assert len(compositor.clocks) == before + 1
    compositor.press()
    hear(source, compositor)
    assert len(compositor.clocks) == before


def test_somebody_at_any_seat_is_somebody(start: StartCompositor) -> None:
    compositor = start(seats=("left", "right"))
    with closing(open_idle(OPTIONS)) as source:
        source.dispatch()
        compositor.pass_ms(IDLE_MS // 2)
        compositor.press("left")
        compositor.pass_ms(IDLE_MS // 2)
        assert hear(source, compositor) == []
        compositor.pass_ms(IDLE_MS)
        assert hear(source, compositor) == [Idle(IDLE_MS)]
        compositor.press("right")
        assert hear(source, compositor) == [Active()]


def test_seats_come_and_go(compositor: FakeCompositor, source: WaylandIdle) -> None:
    compositor.pass_ms(IDLE_MS)
    assert hear(source, compositor) == [Idle(IDLE_MS)]
    compositor.add_seat("guest")
    assert hear(source, compositor) == [Active()]
    compositor.remove_seat("guest")
    assert hear(source, compositor) == [Idle(IDLE_MS)]
    compositor.remove_seat("seat0")
    assert hear(source, compositor) == []
    compositor.add_seat("seat0")
    assert hear(source, compositor) == [Active()]


def test_compositor_that_goes_away_is_a_loss_and_can_be_opened_again(
    any_compositor: FakeCompositor, start: StartCompositor
) -> None:
    with closing(open_idle(OPTIONS)) as source:
        source.dispatch()
        any_compositor.stop()
        with pytest.raises(SourceLostError):
            source.dispatch()
        source.close()
    start()
    with closing(open_idle(OPTIONS)) as reopened:
        assert reopened.dispatch() == [Active()]


def test_desktop_that_tells_nothing_says_what_is_missing(
    start: StartCompositor,
) -> None:
    start(offers={"wl_seat": 7, "zwlr_foreign_toplevel_manager_v1": 3})
    with pytest.raises(SourceUnavailableError, match="ext-idle-notify") as caught:
        open_idle(OPTIONS)
    assert caught.value.todo


HAPPENINGS = st.one_of(
    st.just("press"),
    st.just("hold"),
    st.just("let go"),
    st.sampled_from([1, 400, RELEASE_MS, IDLE_MS - 1, IDLE_MS, 2 * IDLE_MS]),
)


@settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
@given(st.lists(HAPPENINGS, max_size=25))
def test_whatever_happens_what_is_told_is_the_truth(
    compositor: FakeCompositor, happenings: list[str | int]
) -> None:
    compositor.inhibit(held=False)
    with closing(open_idle(OPTIONS)) as source:
        told = source.dispatch()
        since_input = since_release = 0
        for happening in happenings:
            if isinstance(happening, int):
                compositor.pass_ms(happening)
                since_input += happening
                since_release += happening
            elif happening == "press":
                compositor.press()
                since_input = 0
            else:
                compositor.inhibit(held=happening == "hold")
                since_release = 0
            told += hear(source, compositor)
            away = since_input >= IDLE_MS
            assert is_idle(told) == away
            if away and compositor.inhibited:
                assert is_inhibited(told)
            if not away or (not compositor.inhibited and since_release >= IDLE_MS):
                assert not is_inhibited(told)


def is_idle(told: list[Fact]) -> bool:
    last = [fact for fact in told if isinstance(fact, Idle | Active)][-1]
    return isinstance(last, Idle)


def is_inhibited(told: list[Fact]) -> bool:
    held = [fact for fact in told if isinstance(fact, Inhibited)]
    return bool(held) and held[-1].held
