"""The rules for macOS against a fake of its calls."""

import select
from collections.abc import Callable, Iterator

import pytest

from tests.fakes import FakeClock
from unplug.sensing.facts import (
    Active,
    Fact,
    Focus,
    Idle,
    Locked,
    Sleep,
    Tick,
    Unlocked,
    Wake,
    Zone,
)
from unplug.sensing.macos.api import Notice
from unplug.sensing.macos.source import MacSource, open_macos
from unplug.sensing.source import SensingOptions, SourceUnavailableError


class FakeMac:
    """A Mac whose run loop turns when a test lets time pass."""

    def __init__(self) -> None:
        self.is_app = True
        self.app: str | None = "org.mozilla.firefox"
        self.now_s = 0.0
        self.input_s = 0.0
        self.locked = False
        self.in_front = True
        self.wake_ups = 0
        self._on_notice: Callable[[Notice], None] | None = None
        self._timer: tuple[float, Callable[[], None]] | None = None

    def happen(self, notice: Notice) -> None:
        assert self._on_notice is not None
        self._on_notice(notice)

    def pass_time(self, seconds: float) -> None:
        end_s = self.now_s + seconds
        while self._timer is not None and self._timer[0] <= end_s:
            (self.now_s, on_time), self._timer = self._timer, None
            self.wake_ups += 1
            on_time()
        self.now_s = end_s

    # What the real calls are.

    def run_loop_comes(self) -> bool:
        return self.is_app

    def observe(self, on_notice: Callable[[Notice], None]) -> None:
        self._on_notice = on_notice

    def set_timer(self, delay_s: float, on_time: Callable[[], None]) -> None:
        assert delay_s > 0
        self._timer = (self.now_s + delay_s, on_time)

    def stop(self) -> None:
        self._on_notice = None
        self._timer = None

    def frontmost_app(self) -> str | None:
        return self.app

    def idle_s(self) -> float:
        return self.now_s - self.input_s

    def session(self) -> tuple[bool, bool]:
        return self.locked, self.in_front


@pytest.fixture
def mac() -> FakeMac:
    return FakeMac()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(zone="Europe/Madrid")


@pytest.fixture
def source(mac: FakeMac, clock: FakeClock) -> Iterator[MacSource]:
    watching = MacSource(mac, SensingOptions(), clock.zone)
    watching.dispatch()
    yield watching
    watching.close()


def said(source: MacSource, mac: FakeMac, *notices: Notice) -> list[Fact]:
    for notice in notices:
        mac.happen(notice)
    return source.dispatch()


def test_the_present_state_comes_first(mac: FakeMac, clock: FakeClock) -> None:
    mac.locked, mac.in_front = True, False
    source = MacSource(mac, SensingOptions(), clock.zone)
    assert select.select([source], [], [], 0)[0] == [source]
    assert source.dispatch() == [
        Zone("Europe/Madrid"),
        Locked("lock"),
        Locked("session"),
        Focus("org.mozilla.firefox"),
        Active(),
    ]
    assert select.select([source], [], [], 0)[0] == []
    source.close()


def test_the_app_in_front_is_the_focus_and_said_on_change_only(
    source: MacSource, mac: FakeMac
) -> None:
    assert said(source, mac, Notice.APP_ACTIVATED) == []
    mac.app = "com.apple.Terminal"
    assert said(source, mac, Notice.APP_ACTIVATED) == [Focus("com.apple.Terminal")]
    mac.app = None
    assert said(source, mac, Notice.APP_ACTIVATED) == [Focus(None)]


def test_idle_is_timed_once_and_a_return_is_seen_within_a_second(
    source: MacSource, mac: FakeMac
) -> None:
    mac.pass_time(119)
    assert mac.wake_ups == 0
    mac.pass_time(31.5)
    assert source.dispatch() == [Idle(120_000)]
    mac.input_s = mac.now_s
    mac.pass_time(0.5)
    assert source.dispatch() == [Active()]


def test_nothing_wakes_while_the_screens_sleep(source: MacSource, mac: FakeMac) -> None:
    mac.pass_time(130)
    assert said(source, mac, Notice.SCREENS_SLEPT) == [Idle(120_000)]
    before = mac.wake_ups
    mac.pass_time(3600)
    assert mac.wake_ups <= before + 1
    mac.input_s = mac.now_s
    assert said(source, mac, Notice.SCREENS_WOKE) == [Active()]


def test_lock_and_fast_user_switching_are_told_apart(
    source: MacSource, mac: FakeMac
) -> None:
    notices = (
        Notice.SCREEN_LOCKED,
        Notice.SESSION_RESIGNED,
        Notice.SESSION_BECAME_ACTIVE,
        Notice.SCREEN_UNLOCKED,
    )
    assert said(source, mac, *notices) == [
        Locked("lock"),
        Locked("session"),
        Unlocked("session"),
        Unlocked("lock"),
    ]


def test_sleep_and_wake_are_said(source: MacSource, mac: FakeMac) -> None:
    facts = said(source, mac, Notice.WILL_SLEEP, Notice.DID_WAKE)
    assert facts == [Sleep(), Wake()]


def test_a_set_clock_and_a_new_zone_are_said(
    source: MacSource, mac: FakeMac, clock: FakeClock
) -> None:
    assert said(source, mac, Notice.CLOCK_CHANGED, Notice.ZONE_CHANGED) == [Tick()]
    clock.move_to("Asia/Tokyo")
    assert said(source, mac, Notice.ZONE_CHANGED) == [Zone("Asia/Tokyo")]


def test_after_closing_nothing_is_observed(source: MacSource, mac: FakeMac) -> None:
    source.close()
    source.close()
    mac.pass_time(1000)
    assert mac.wake_ups == 0


def test_in_a_terminal_it_is_unavailable_and_says_what_to_start(
    mac: FakeMac, clock: FakeClock
) -> None:
    mac.is_app = False
    with pytest.raises(SourceUnavailableError, match="start the tray with `unplug`"):
        MacSource(mac, SensingOptions(), clock.zone)


def test_elsewhere_it_is_unavailable(clock: FakeClock) -> None:
    with pytest.raises(SourceUnavailableError, match="on macOS only"):
        open_macos(SensingOptions(), zone=clock.zone)
