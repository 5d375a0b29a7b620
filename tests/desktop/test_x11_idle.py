"""Input and its absence on a real X server."""

import time

import pytest

from tests.desktop.listening import listening
from tests.desktop.rigs import X11Desktop
from unplug.sensing.facts import Active, Idle
from unplug.sensing.source import SensingOptions, Source, SourceLostError
from unplug.sensing.x11 import opening as x11

THRESHOLD_MS = 1_000
TOLERANCE_MS = 50


@pytest.fixture
def desktop(x11: X11Desktop, monkeypatch: pytest.MonkeyPatch) -> X11Desktop:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("XAUTHORITY", raising=False)
    monkeypatch.setenv("DISPLAY", x11.env["DISPLAY"])
    return x11


def open_idle(threshold_ms: int = THRESHOLD_MS) -> Source:
    return x11.open_idle(SensingOptions(idle_after_ms=threshold_ms))


def test_absence_and_return_are_said_within_50_ms(desktop: X11Desktop) -> None:
    with listening(open_idle()) as idle:
        for _ in range(2):
            desktop.xdotool("key", "a")
            touched = time.monotonic()
            idle.until(Active())
            idle.until(Idle)
            late_ms = 1000 * (idle.heard[-1][0] - touched) - THRESHOLD_MS
            assert abs(late_ms) <= TOLERANCE_MS
            fact = idle.facts[-1]
            assert isinstance(fact, Idle)
            assert 0 <= fact.idle_ms - THRESHOLD_MS <= TOLERANCE_MS
        desktop.xdotool("key", "a")
        touched = time.monotonic()
        assert 1000 * (idle.until(Active()) - touched) <= TOLERANCE_MS
        kinds = [type(fact) for fact in idle.facts]
        assert kinds == [Active, Idle, Active, Idle, Active]


def test_first_words_are_idle_where_nobody_has_been_for_long(
    desktop: X11Desktop,
) -> None:
    with listening(open_idle()) as idle:
        idle.until(Idle)
    with listening(open_idle()) as idle:
        (fact,) = idle.facts
        assert isinstance(fact, Idle)
        assert THRESHOLD_MS <= fact.idle_ms <= THRESHOLD_MS + 1_000
    assert desktop.server.poll() is None


def test_typing_and_pointing_wake_nobody(desktop: X11Desktop) -> None:
    desktop.open_window("Editor")
    desktop.xdotool("key", "a")
    with listening(open_idle()) as idle:
        assert idle.facts == [Active()]
        desktop.xdotool("type", "--delay", "10", "the quick brown fox " * 8)
        for step in range(20):
            desktop.xdotool("mousemove", str(step), str(step))
        idle.listen(0.2)
        assert idle.wakeups == 0


def test_absence_wakes_once_however_long_it_is(desktop: X11Desktop) -> None:
    with listening(open_idle(200)) as idle:
        desktop.xdotool("key", "a")
        idle.until(Active)  # the first word was Idle if opening took long
        idle.until(Idle)
        idle.forget()
        idle.listen(2.0)
        assert idle.wakeups == 0


def test_return_is_seen_though_others_read_the_counter_all_the_time(
    desktop: X11Desktop,
) -> None:
    readers = [open_idle(60_000) for _ in range(2)]
    with listening(open_idle(300)) as idle:
        for _ in range(4):
            idle.until(Idle)
            desktop.spawn("xdotool", "key", "--delay", "0", "a")
            give_up = time.monotonic() + 0.05
            while time.monotonic() < give_up:
                for reader in readers:
                    reader._counter.read_ms()  # type: ignore[attr-defined]
            idle.until(Active)
    for reader in readers:
        reader.close()


def test_death_of_the_server_is_a_loss(desktop: X11Desktop) -> None:
    with listening(open_idle()) as idle:
        desktop.server.kill()
        with pytest.raises(SourceLostError, match="lost the X server"):
            idle.listen(5)
        idle.source.close()
