"""The Wayland sources on a real compositor, with real windows and real keys."""

import select
import time
from contextlib import closing

import pytest

from tests.desktop.rigs import SwayDesktop
from unplug.sensing.facts import Active, Fact, Focus, Idle, Occupied
from unplug.sensing.reasons import Reason
from unplug.sensing.source import SensingOptions, Source, SourceLostError
from unplug.sensing.wayland.idle import open_idle
from unplug.sensing.wayland.wlroots import open_focus

IDLE_MS = 1_000
LATE_S = 0.05
PATIENCE_S = 5.0


@pytest.fixture
def desktop(sway: SwayDesktop, monkeypatch: pytest.MonkeyPatch) -> SwayDesktop:
    """Sway as this process's own session."""
    for variable in ("WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(variable, sway.env[variable])
    return sway


def hear(source: Source, patience_s: float = PATIENCE_S) -> list[Fact]:
    """What a source says next; nothing when it stays silent so long."""
    poller = select.poll()
    poller.register(source.fileno(), select.POLLIN)
    give_up = time.monotonic() + patience_s
    while (left_s := give_up - time.monotonic()) > 0:
        if poller.poll(left_s * 1_000) and (facts := source.dispatch()):
            return facts
    return []


def hear_until(source: Source, wanted: Fact) -> None:
    """Listen until a source says this."""
    give_up = time.monotonic() + PATIENCE_S
    while wanted not in hear(source):
        assert time.monotonic() < give_up, wanted


def test_focus_is_that_of_the_window_in_front(desktop: SwayDesktop) -> None:
    with closing(open_focus(SensingOptions())) as source:
        assert source.dispatch() == [Focus(None)]
        desktop.open_window("one")
        assert hear(source) == [Focus("one")]
        two = desktop.open_window("two")
        assert hear(source) == [Focus("two")]
        for app in ("one", "two", "one", "two"):
            desktop.focus(app)
            assert hear(source, LATE_S) == [Focus(app)]
        desktop.swaymsg("workspace", "elsewhere")
        assert hear(source, LATE_S) == [Focus(None)]
        desktop.swaymsg("workspace", "back_and_forth")
        assert hear(source, LATE_S) == [Focus("two")]
        desktop.end(two)
        hear_until(source, Focus("one"))


def test_focus_that_was_there_before_is_told_at_once(desktop: SwayDesktop) -> None:
    desktop.open_window("one")
    desktop.open_window("two")
    desktop.focus("one")
    with closing(open_focus(SensingOptions())) as source:
        assert source.dispatch() == [Focus("one")]


def test_fullscreen_is_known(desktop: SwayDesktop) -> None:
    desktop.open_window("film")
    with closing(open_focus(SensingOptions())) as source:
        source.dispatch()
        assert not source.fullscreen
        desktop.swaymsg("fullscreen", "enable")
        filled = Occupied(Reason.FULL_SCREEN, held=True, by="film")
        assert hear(source, LATE_S) == [filled]
        assert source.fullscreen
        desktop.swaymsg("workspace", "elsewhere")
        freed = Occupied(Reason.FULL_SCREEN, held=False, by="film")
        assert hear(source, LATE_S) == [Focus(None), freed]


def test_idleness_and_return_are_told_on_time(desktop: SwayDesktop) -> None:
    desktop.open_window("one")
    with closing(open_idle(SensingOptions(idle_after_ms=IDLE_MS))) as source:
        assert source.name == "org_kde_kwin_idle"
        assert source.dispatch() == [Active()]
        for _ in range(3):
            before = time.monotonic()
            desktop.wtype("a")
            after = time.monotonic()
            assert hear(source) == [Idle(IDLE_MS)]
            told = time.monotonic()
            assert told - after <= IDLE_MS / 1_000 + LATE_S
            assert told - before >= IDLE_MS / 1_000
            desktop.wtype("b")
            assert hear(source, LATE_S) == [Active()]


def test_source_tells_that_the_compositor_died(desktop: SwayDesktop) -> None:
    with closing(open_focus(SensingOptions())) as source:
        source.dispatch()
        desktop.end(desktop.server)
        with pytest.raises(SourceLostError):
            hear(source)


def test_nothing_stirs_while_nothing_happens(desktop: SwayDesktop) -> None:
    desktop.open_window("one")
    options = SensingOptions()
    with closing(open_focus(options)) as focus, closing(open_idle(options)) as idle:
        by_number: dict[int, Source] = {focus.fileno(): focus, idle.fileno(): idle}
        while ready := select.select(by_number, [], [], 0.3)[0]:
            for number in ready:  # the window is still about to appear
                by_number[number].dispatch()
        assert select.select(by_number, [], [], 1.0)[0] == []
