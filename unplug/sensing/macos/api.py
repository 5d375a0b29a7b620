"""What we ask of macOS."""

from collections.abc import Callable
from enum import Enum
from typing import Protocol


class Notice(Enum):
    """The notifications that we observe, by the names that macOS gives them."""

    APP_ACTIVATED = "NSWorkspaceDidActivateApplicationNotification"
    WILL_SLEEP = "NSWorkspaceWillSleepNotification"
    DID_WAKE = "NSWorkspaceDidWakeNotification"
    SCREENS_SLEPT = "NSWorkspaceScreensDidSleepNotification"
    SCREENS_WOKE = "NSWorkspaceScreensDidWakeNotification"
    SESSION_RESIGNED = "NSWorkspaceSessionDidResignActiveNotification"
    SESSION_BECAME_ACTIVE = "NSWorkspaceSessionDidBecomeActiveNotification"
    SCREEN_LOCKED = "com.apple.screenIsLocked"
    SCREEN_UNLOCKED = "com.apple.screenIsUnlocked"
    CLOCK_CHANGED = "NSSystemClockDidChangeNotification"
    ZONE_CHANGED = "NSSystemTimeZoneDidChangeNotification"


class Mac(Protocol):
    """The calls; all on the main thread, whose run loop brings the notices."""

    def run_loop_comes(self) -> bool:
        """Whether this process is an app, so that its main run loop will run."""

    def observe(self, on_notice: Callable[[Notice], None]) -> None:
        """Call ``on_notice`` for every notice from now on."""

    def set_timer(self, delay_s: float, on_time: Callable[[], None]) -> None:
        """Call ``on_time`` once after a delay; replaces the timer set before."""

    def stop(self) -> None:
        """No more notices and no timer; safe to call twice."""

    def frontmost_app(self) -> str | None:
        """The bundle id of the app in front, else its name; None when there is none."""

    def idle_s(self) -> float:
        """CGEventSourceSecondsSinceLastEventType for any input of this session."""

    def session(self) -> tuple[bool, bool]:
        """Whether the screen is locked, and whether this session is in front."""
