"""What Windows says about its desktop, as facts; the rules, without the calls."""

from collections.abc import Callable
from pathlib import PureWindowsPath
from zoneinfo import ZoneInfo

from unplug.sensing.facts import (
    Active,
    Fact,
    Focus,
    Locked,
    Sleep,
    Tick,
    Unlocked,
    Wake,
    Zone,
)
from unplug.sensing.idle_timer import IdleTimer
from unplug.sensing.source import SensingOptions
from unplug.sensing.windows.api import (
    DISPLAY_OFF,
    OBJID_WINDOW,
    Hooked,
    Power,
    Received,
    SessionChange,
    Win32,
    WindowMessage,
    WinEvent,
)

LOOK_AGAIN_MS = 250
_TICK_WRAP_MS = 2**32
_AHEAD_MS = 60_000
_FRAME_HOST = "applicationframehost"
_AWAY: dict[int, str] = {
    SessionChange.LOCK: "lock",
    SessionChange.CONSOLE_DISCONNECT: "session",
    SessionChange.REMOTE_DISCONNECT: "session",
}
_BACK: dict[int, str] = {
    SessionChange.UNLOCK: "lock",
    SessionChange.CONSOLE_CONNECT: "session",
    SessionChange.REMOTE_CONNECT: "session",
}
_RESUMED = (Power.RESUME_AUTOMATIC, Power.RESUME_SUSPEND, Power.RESUME_CRITICAL)


class WindowsDesktop:
    """Turns what Windows says into facts.

    Args:
        win32: the calls.
        options: what a source has to know.
        zone: reads the zone that holds now.
    """

    def __init__(
        self, win32: Win32, options: SensingOptions, zone: Callable[[], ZoneInfo]
    ) -> None:
        self._win32 = win32
        self._titles = options.titles
        self._read_zone = zone
        self._zone_name: str | None = None
        self._focus: Focus | None = None
        self._window = 0
        self._watched_process = 0
        self._asleep = False
        self._held: set[str] = set()
        self._idle = IdleTimer(
            idle_after_ms=options.idle_after_ms, read_idle_ms=LastInput(win32).idle_ms
        )
        self._looked_ms = 0
        self._focus_due_ms: int | None = None

    def begin(self) -> list[Fact]:
        """The present state."""
        facts = self._zone_facts()
        if self._win32.session_is_locked():
            facts += self._gone("lock")
        return facts + self._focus_facts() + self._idle_facts()

    def taken_back(self) -> list[Fact]:
        """What no longer holds once Windows tells us nothing any more."""
        facts: list[Fact] = [Unlocked(by) for by in sorted(self._held)]
        if self._asleep:
            facts.append(Wake())
        return [*facts, *([Active()] if self._idle.is_idle else [])]

    def wait_ms(self) -> int | None:
        """Milliseconds until ``time_passed`` is wanted; None: not before something."""
        now_ms = self._win32.tick_count_ms()
        due_ms = [
            ms for ms in (self._idle_due_ms, self._focus_due_ms) if ms is not None
        ]
        return max(0, min(due_ms) - now_ms) if due_ms else None

    def time_passed(self) -> list[Fact]:
        """Do what is due by now."""
        now_ms = self._win32.tick_count_ms()
        facts: list[Fact] = []
        if self._focus_due_ms is not None and self._focus_due_ms <= now_ms:
            facts += self._focus_facts(may_settle=False)
        if self._idle_due_ms is not None and self._idle_due_ms <= now_ms:
            facts += self._idle_facts()
        return facts

    def handle(self, happened: Hooked | Received) -> list[Fact]:
        """What a hook or a message means."""
        if isinstance(happened, Hooked):
            return self._hooked(happened)
        if happened.message == WindowMessage.WTSSESSION_CHANGE:
            return self._session_changed(happened.wparam)
        if happened.message == WindowMessage.POWERBROADCAST:
            return self._power_changed(happened)
        if happened.message == WindowMessage.TIMECHANGE:
            return [Tick(), *self._zone_facts()]
        if happened.message == WindowMessage.SETTINGCHANGE:
            return self._zone_facts()
        return []

    def _hooked(self, happened: Hooked) -> list[Fact]:
        if happened.event == WinEvent.OBJECT_NAMECHANGE:
            ours = happened.window == self._window
            if not ours or happened.object_id != OBJID_WINDOW:
                return []
            return self._focus_facts()
        # Another window is in front because of some input: a return, perhaps.
        return self._focus_facts() + self._idle_facts()

    def _session_changed(self, change: int) -> list[Fact]:
        away, back = _AWAY.get(change), _BACK.get(change)
        if away is not None:
            return self._gone(away)
        if back is not None:
            self._held.discard(back)
            return [Unlocked(back), *self._focus_facts(), *self._somebody(back)]
        return []

    def _gone(self, because: str) -> list[Fact]:
        self._held.add(because)
        self._idle.nobody_can_be_there(because)
        return [Locked(because)]

    def _power_changed(self, happened: Received) -> list[Fact]:
        if happened.wparam == Power.SUSPEND and not self._asleep:
            self._asleep = True
            return [Sleep()]
        if happened.wparam in _RESUMED and self._asleep:
            self._asleep = False
            return [Wake(), *self._focus_facts(), *self._idle_facts()]
        if happened.wparam == Power.SETTING_CHANGE and happened.display is not None:
            if happened.display != DISPLAY_OFF:
                return self._somebody("display")
            self._idle.nobody_can_be_there("display")
        return []

    def _somebody(self, because: str) -> list[Fact]:
        self._looked_ms = self._win32.tick_count_ms()
        return self._idle.somebody_may_be_there(because)

    def _idle_facts(self) -> list[Fact]:
        self._looked_ms = self._win32.tick_count_ms()
        return self._idle.look()

    @property
    def _idle_due_ms(self) -> int | None:
        wait_ms = self._idle.wait_ms
        return None if wait_ms is None else self._looked_ms + wait_ms

    def _focus_facts(self, *, may_settle: bool = True) -> list[Fact]:
        """The focus, if it is another one.

        The foreground window is asked for, whatever window the event was about: events
        come late, and in other orders than the windows did.
        """
        self._window = self._win32.foreground_window()
        app = self._app_of(self._window) if self._window else None
        self._focus_due_ms = None
        if app is None and may_settle:
            # Between two windows, or a store app whose content has yet to arrive.
            self._focus_due_ms = self._win32.tick_count_ms() + LOOK_AGAIN_MS
        title = None
        if self._titles and self._window:
            self._watch_names()
            title = self._win32.window_title(self._window) or None
        before, self._focus = self._focus, Focus(app, title)
        return [] if self._focus == before else [self._focus]

    def _app_of(self, window: int) -> str | None:
        process = self._win32.window_process(window)
        app = self._process_app(process)
        if app != _FRAME_HOST:
            return app
        # The frame of a store app: the app itself is inside, in another process.
        for inner in self._win32.child_processes(window):
            if inner != process:
                return self._process_app(inner)
        return None

    def _process_app(self, process: int) -> str | None:
        if not process:
            return None
        packaged = self._win32.app_user_model_id(process)
        if packaged:
            return packaged
        path = self._win32.image_path(process)
        return PureWindowsPath(path).stem.lower() or None if path else None

    def _watch_names(self) -> None:
        process = self._win32.window_process(self._window)
        if process and process != self._watched_process:
            self._watched_process = process
            self._win32.watch_names_of(process)

    def _zone_facts(self) -> list[Fact]:
        name = self._read_zone().key or "UTC"
        before, self._zone_name = self._zone_name, name
        return [] if name == before else [Zone(name)]


class LastInput:
    """How long ago the last input was, whatever the 32-bit tick does.

    Args:
        win32: the calls.
    """

    def __init__(self, win32: Win32) -> None:
        self._win32 = win32
        self._seen_tick_ms: int | None = None
        self._input_ms = 0

    def idle_ms(self) -> int | None:
        """Milliseconds since the last input; None when Windows does not say.

        The tick wraps after 49.7 days, so its distance is taken once, when an input is
        first seen. It may be a little ahead of the clock that we compare it with.
        """
        tick_ms = self._win32.last_input_tick_ms()
        now_ms = self._win32.tick_count_ms()
        if tick_ms is None:
            return None
        if tick_ms != self._seen_tick_ms:
            self._seen_tick_ms = tick_ms
            ago_ms = (now_ms - tick_ms) % _TICK_WRAP_MS
            ahead = ago_ms > _TICK_WRAP_MS - _AHEAD_MS
            self._input_ms = now_ms if ahead else now_ms - ago_ms
        return max(0, now_ms - self._input_ms)
