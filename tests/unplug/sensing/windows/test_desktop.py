"""The rules for Windows on a fake desktop, and the thread that carries the facts."""

import select

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeClock
from tests.unplug.sensing.windows.fake_win32 import WRAP_MS, FakeWin32
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
from unplug.sensing.source import (
    SensingOptions,
    SourceLostError,
    SourceUnavailableError,
)
from unplug.sensing.windows.api import (
    Hooked,
    Power,
    Received,
    SessionChange,
    WindowMessage,
    WinEvent,
)
from unplug.sensing.windows.desktop import LOOK_AGAIN_MS, LastInput, WindowsDesktop
from unplug.sensing.windows.source import WindowsSource, open_windows

BROWSER, EDITOR, FRAME = 0x10, 0x20, 0x30
BROWSER_PROCESS, EDITOR_PROCESS, FRAME_PROCESS = 100, 200, 300


@pytest.fixture
def win32() -> FakeWin32:
    desktop = FakeWin32()
    desktop.add_app(BROWSER, BROWSER_PROCESS, r"C:\Program Files\Firefox\Firefox.EXE")
    desktop.add_app(EDITOR, EDITOR_PROCESS, r"C:\Tools\Code.exe", "plan.md")
    desktop.add_app(FRAME, FRAME_PROCESS, r"C:\Windows\ApplicationFrameHost.exe")
    desktop.foreground = BROWSER
    return desktop


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(zone="Europe/Madrid")


@pytest.fixture
def desktop(win32: FakeWin32, clock: FakeClock) -> WindowsDesktop:
    watching = WindowsDesktop(win32, SensingOptions(), clock.zone)
    watching.begin()
    return watching


def session(change: int) -> Received:
    return Received(WindowMessage.WTSSESSION_CHANGE, change)


def power(change: int, display: int | None = None) -> Received:
    return Received(WindowMessage.POWERBROADCAST, change, display)


def wait_through(desktop: WindowsDesktop, win32: FakeWin32, ms: int) -> list[Fact]:
    """Time passes; the desktop is woken whenever it wants to be."""
    end_ms, facts = win32.tick_ms + ms, []
    while (wait_ms := desktop.wait_ms()) is not None:
        if win32.tick_ms + wait_ms > end_ms:
            break
        win32.tick_ms += wait_ms
        facts += desktop.time_passed()
    win32.tick_ms = end_ms
    return facts


def test_the_present_state_comes_first(win32: FakeWin32, clock: FakeClock) -> None:
    win32.locked = True
    watching = WindowsDesktop(win32, SensingOptions(), clock.zone)
    assert watching.begin() == [
        Zone("Europe/Madrid"),
        Locked("lock"),
        Focus("firefox"),
        Active(),
    ]


def test_an_app_is_its_image_without_path_case_and_ending(
    desktop: WindowsDesktop, win32: FakeWin32
) -> None:
    assert desktop.handle(win32.bring_to_front(EDITOR)) == [Focus("code")]
    assert desktop.handle(win32.bring_to_front(EDITOR)) == []


def test_a_packaged_app_is_its_model_id(
    desktop: WindowsDesktop, win32: FakeWin32
) -> None:
    win32.packages[EDITOR_PROCESS] = "Vendor.Editor_8wekyb3d8bbwe!App"
    facts = desktop.handle(win32.bring_to_front(EDITOR))
    assert facts == [Focus("Vendor.Editor_8wekyb3d8bbwe!App")]


def test_a_store_app_is_looked_for_inside_its_frame_even_when_it_comes_late(
    desktop: WindowsDesktop, win32: FakeWin32
) -> None:
    win32.windows[FRAME].children = [FRAME_PROCESS]
    assert desktop.handle(win32.bring_to_front(FRAME)) == [Focus(None)]
    assert desktop.wait_ms() == LOOK_AGAIN_MS
    win32.windows[FRAME].children = [FRAME_PROCESS, 400]
    win32.packages[400] = "Microsoft.WindowsCalculator_8wekyb3d8bbwe!App"
    facts = wait_through(desktop, win32, LOOK_AGAIN_MS)
    assert facts == [Focus("Microsoft.WindowsCalculator_8wekyb3d8bbwe!App")]
    win32.windows[FRAME].children = []
    desktop.handle(win32.bring_to_front(FRAME))
    wait_through(desktop, win32, LOOK_AGAIN_MS)
    assert (desktop.wait_ms() or 0) > LOOK_AGAIN_MS  # looked again once, not for ever


def test_a_process_that_keeps_to_itself_is_no_app_rather_than_an_unknown_one(
    desktop: WindowsDesktop, win32: FakeWin32
) -> None:
    win32.images.pop(EDITOR_PROCESS)
    assert desktop.handle(win32.bring_to_front(EDITOR)) == [Focus(None)]


def test_the_window_in_front_counts_not_the_one_a_late_event_names(
    desktop: WindowsDesktop, win32: FakeWin32
) -> None:
    win32.foreground = EDITOR
    late = Hooked(WinEvent.SYSTEM_FOREGROUND, BROWSER)
    assert desktop.handle(late) == [Focus("code")]


def test_a_restored_window_and_a_left_secure_desktop_are_noticed(
    desktop: WindowsDesktop, win32: FakeWin32
) -> None:
    win32.foreground = EDITOR
    assert desktop.handle(Hooked(WinEvent.SYSTEM_MINIMIZEEND, EDITOR)) == [
        Focus("code")
    ]
    win32.foreground = 0
    assert desktop.handle(Hooked(WinEvent.SYSTEM_DESKTOPSWITCH, 0)) == [Focus(None)]
    win32.foreground = EDITOR
    assert desktop.handle(Hooked(WinEvent.SYSTEM_DESKTOPSWITCH, 0)) == [Focus("code")]


def test_titles_are_neither_read_nor_hooked_unless_allowed(
    desktop: WindowsDesktop, win32: FakeWin32
) -> None:
    assert desktop.handle(win32.bring_to_front(EDITOR)) == [Focus("code", None)]
    assert win32.named_process == 0


def test_titles_of_the_window_in_front_are_followed(
    win32: FakeWin32, clock: FakeClock
) -> None:
    watching = WindowsDesktop(win32, SensingOptions(titles=True), clock.zone)
    watching.begin()
    assert win32.named_process == BROWSER_PROCESS
    assert win32.rename(EDITOR, "x") == []  # not hooked: costs no wake-up
    facts = watching.handle(win32.bring_to_front(EDITOR))
    assert facts == [Focus("code", "x")]
    (renamed,) = win32.rename(EDITOR, "other.md")
    assert watching.handle(renamed) == [Focus("code", "other.md")]
    other_object = Hooked(WinEvent.OBJECT_NAMECHANGE, EDITOR, object_id=-4)
    win32.windows[EDITOR].title = "inner"
    assert watching.handle(other_object) == []


def test_idle_is_timed_once_and_a_return_is_seen_within_a_second(
    desktop: WindowsDesktop, win32: FakeWin32
) -> None:
    assert desktop.wait_ms() == 120_000
    assert wait_through(desktop, win32, 150_500) == [Idle(120_000)]
    win32.type_a_key()
    assert wait_through(desktop, win32, 500) == [Active()]
    assert 119_000 < (desktop.wait_ms() or 0) < 120_000


def test_a_window_coming_to_front_ends_idleness_at_once(
    desktop: WindowsDesktop, win32: FakeWin32
) -> None:
    wait_through(desktop, win32, 130_100)
    win32.type_a_key()
    facts = desktop.handle(win32.bring_to_front(EDITOR))
    assert facts == [Focus("code"), Active()]


def test_nothing_wakes_while_the_display_is_off(
    desktop: WindowsDesktop, win32: FakeWin32
) -> None:
    wait_through(desktop, win32, 130_000)
    desktop.handle(power(Power.SETTING_CHANGE, display=0))
    assert desktop.wait_ms() is None
    win32.tick_ms += 3_600_000
    win32.type_a_key()
    assert desktop.handle(power(Power.SETTING_CHANGE, display=1)) == [Active()]


def test_lock_and_fast_user_switching_are_told_apart(desktop: WindowsDesktop) -> None:
    changes = (
        SessionChange.LOCK,
        SessionChange.CONSOLE_DISCONNECT,
        SessionChange.REMOTE_CONNECT,
        SessionChange.REMOTE_DISCONNECT,
        SessionChange.CONSOLE_CONNECT,
        SessionChange.UNLOCK,
    )
    said = [fact for change in changes for fact in desktop.handle(session(change))]
    assert said == [
        Locked("lock"),
        Locked("session"),
        Unlocked("session"),
        Locked("session"),
        Unlocked("session"),
        Unlocked("lock"),
    ]


def test_other_session_changes_say_nothing(desktop: WindowsDesktop) -> None:
    assert [desktop.handle(session(change)) for change in (0, 5, 6, 9, 11)] == [[]] * 5


def test_sleep_and_wake_are_said_once_however_often_windows_says_them(
    desktop: WindowsDesktop,
) -> None:
    messages = (
        Power.SUSPEND,
        Power.SUSPEND,
        Power.RESUME_AUTOMATIC,
        Power.RESUME_SUSPEND,
    )
    said = [fact for change in messages for fact in desktop.handle(power(change))]
    assert said == [Sleep(), Wake()]


def test_a_set_clock_and_a_new_zone_are_said(
    desktop: WindowsDesktop, clock: FakeClock
) -> None:
    assert desktop.handle(Received(WindowMessage.TIMECHANGE)) == [Tick()]
    clock.move_to("Asia/Tokyo")
    assert desktop.handle(Received(WindowMessage.SETTINGCHANGE)) == [Zone("Asia/Tokyo")]
    assert desktop.handle(Received(WindowMessage.SETTINGCHANGE)) == []


def test_messages_of_other_kinds_say_nothing(desktop: WindowsDesktop) -> None:
    assert desktop.handle(Received(0x0400)) == []
    assert desktop.handle(power(0x000A)) == []


@given(
    start_ms=st.integers(0, 3 * WRAP_MS),
    # An input after a whole wrap exactly is the one that nobody can tell from none.
    waits_ms=st.lists(
        st.integers(0, 2 * WRAP_MS).filter(lambda ms: (ms + 1) % WRAP_MS), max_size=10
    ),
)
def test_idleness_is_right_for_any_length_across_wrapped_ticks(
    start_ms: int, waits_ms: list[int]
) -> None:
    win32 = FakeWin32(start_ms)
    counter = LastInput(win32)
    for wait_ms in waits_ms:
        assert counter.idle_ms() == 0
        win32.tick_ms += wait_ms
        assert counter.idle_ms() == wait_ms
        win32.tick_ms += 1
        win32.type_a_key()


@given(tick_ms=st.integers(20_000, 2 * WRAP_MS), ahead_ms=st.integers(1, 16))
def test_an_input_ahead_of_the_coarse_clock_is_no_long_idleness(
    tick_ms: int, ahead_ms: int
) -> None:
    win32 = FakeWin32(tick_ms)
    win32.input_tick_ms = tick_ms + ahead_ms
    assert LastInput(win32).idle_ms() == 0


def test_a_desktop_that_does_not_tell_of_input_is_asked_again_later(
    win32: FakeWin32, clock: FakeClock
) -> None:
    win32.input_tick_ms = None
    watching = WindowsDesktop(win32, SensingOptions(), clock.zone)
    assert Active() not in watching.begin()
    assert watching.wait_ms() == 120_000


def opened(win32: FakeWin32, clock: FakeClock) -> WindowsSource:
    return WindowsSource(win32, SensingOptions(), clock.zone)


def readable(source: WindowsSource, within_s: float) -> bool:
    return bool(select.select([source], [], [], within_s)[0])


def test_the_first_dispatch_says_the_present_state(
    win32: FakeWin32, clock: FakeClock
) -> None:
    source = opened(win32, clock)
    assert source.dispatch() == [Zone("Europe/Madrid"), Focus("firefox"), Active()]
    assert not readable(source, 0)
    source.close()
    source.close()
    assert win32.closed == 1


def test_what_the_thread_learns_makes_the_descriptor_readable(
    win32: FakeWin32, clock: FakeClock
) -> None:
    source = opened(win32, clock)
    source.dispatch()
    win32.post(lambda: [win32.bring_to_front(EDITOR), session(SessionChange.LOCK)])
    facts: list[Fact] = []
    while len(facts) < 2:
        assert readable(source, 10)
        facts += source.dispatch()
    assert facts == [Focus("code"), Locked("lock")]
    source.close()


def test_a_refusal_makes_the_source_unavailable(
    win32: FakeWin32, clock: FakeClock
) -> None:
    win32.refuses = OSError(5, "Access is denied")
    with pytest.raises(SourceUnavailableError, match="Access is denied"):
        opened(win32, clock)
    assert win32.closed == 1  # what was registered before is taken back


def test_an_error_in_the_thread_loses_the_source_and_takes_back_what_it_said(
    win32: FakeWin32, clock: FakeClock
) -> None:
    win32.locked = True
    win32.input_tick_ms = win32.tick_ms - 500_000
    win32.breaks = RuntimeError("boom")
    source = opened(win32, clock)
    facts: list[Fact] = []
    with pytest.raises(SourceLostError, match="boom"):
        read_until_lost(source, facts)
    assert facts[-3:] == [Idle(500_000), Unlocked("lock"), Active()]
    source.close()


def read_until_lost(source: WindowsSource, facts: list[Fact]) -> None:
    while readable(source, 10):
        facts += source.dispatch()


def test_elsewhere_it_is_unavailable(clock: FakeClock) -> None:
    with pytest.raises(SourceUnavailableError, match="on Windows only"):
        open_windows(SensingOptions(), zone=clock.zone)
