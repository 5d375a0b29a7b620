"""The real calls of macOS, through pyobjc."""

import sys

if sys.platform == "darwin":
    from collections.abc import Callable

    import AppKit
    import Foundation
    import Quartz

    from unplug.sensing.macos.api import Notice

    _DISTRIBUTED = (Notice.SCREEN_LOCKED, Notice.SCREEN_UNLOCKED)
    _FOUNDATION = (Notice.CLOCK_CHANGED, Notice.ZONE_CHANGED)
    _ANY_INPUT = 0xFFFF_FFFF
    _TOLERANCE = 0.1  # of the delay, so that macOS may wake for several timers at once

    class _Observer(Foundation.NSObject):  # type: ignore[misc]
        """Receives notifications and timers, which need an Objective-C object."""

        on_notice: Callable[[Notice], None] | None = None
        on_time: Callable[[], None] | None = None

        def noticed_(self, notification: Foundation.NSNotification) -> None:
            """Pass on a notification."""
            if self.on_notice is not None:
                self.on_notice(Notice(str(notification.name())))

        def timePassed_(  # noqa: N802  (a selector)
            self, _timer: Foundation.NSTimer
        ) -> None:
            """Pass on that the timer rang."""
            if self.on_time is not None:
                self.on_time()

    class RealMac:
        """One observer at three notification centres, and one timer; see ``Mac``."""

        def __init__(self) -> None:
            self._workspace = AppKit.NSWorkspace.sharedWorkspace()
            self._observer = _Observer.alloc().init()
            self._timer: Foundation.NSTimer | None = None

        def run_loop_comes(self) -> bool:
            """Whether there is an NSApplication: Qt makes one, a terminal does not."""
            return AppKit.NSApp() is not None

        def observe(self, on_notice: Callable[[Notice], None]) -> None:
            """Observe every notice at its own centre."""
            self._observer.on_notice = on_notice
            for notice in Notice:
                if notice in _DISTRIBUTED:
                    self._observe_distributed(notice)
                else:
                    self._centre_of(notice).addObserver_selector_name_object_(
                        self._observer, "noticed:", notice.value, None
                    )

        def set_timer(self, delay_s: float, on_time: Callable[[], None]) -> None:
            """Arm an NSTimer, in the modes that an open menu does not stop."""
            self._stop_timer()
            self._observer.on_time = on_time
            timer = Foundation.NSTimer
            make = timer.timerWithTimeInterval_target_selector_userInfo_repeats_
            self._timer = make(delay_s, self._observer, "timePassed:", None, 0)
            self._timer.setTolerance_(delay_s * _TOLERANCE)
            loop = Foundation.NSRunLoop.mainRunLoop()
            loop.addTimer_forMode_(self._timer, Foundation.NSRunLoopCommonModes)

        def stop(self) -> None:
            """Leave the centres and stop the timer."""
            self._stop_timer()
            self._observer.on_notice = None
            for centre in (
                self._workspace.notificationCenter(),
                Foundation.NSNotificationCenter.defaultCenter(),
                Foundation.NSDistributedNotificationCenter.defaultCenter(),
            ):
                centre.removeObserver_(self._observer)

        def frontmost_app(self) -> str | None:
            """NSWorkspace.frontmostApplication."""
            app = self._workspace.frontmostApplication()
            if app is None:
                return None
            name = app.bundleIdentifier() or app.localizedName()
            return str(name) if name else None

        def idle_s(self) -> float:
            """CGEventSourceSecondsSinceLastEventType."""
            state = Quartz.kCGEventSourceStateCombinedSessionState
            return float(
                Quartz.CGEventSourceSecondsSinceLastEventType(state, _ANY_INPUT)
            )

        def session(self) -> tuple[bool, bool]:
            """CGSessionCopyCurrentDictionary; keys that are not there mean no lock."""
            about = Quartz.CGSessionCopyCurrentDictionary() or {}
            locked = bool(about.get("CGSSessionScreenIsLocked", False))
            in_front = bool(about.get("kCGSSessionOnConsoleKey", True))
            return locked, in_front

        def _centre_of(self, notice: Notice) -> Foundation.NSNotificationCenter:
            if notice in _FOUNDATION:
                return Foundation.NSNotificationCenter.defaultCenter()
            return self._workspace.notificationCenter()

        def _observe_distributed(self, notice: Notice) -> None:
            # By default they are held back from apps that are not in front, as ours.
            at_once = Foundation.NSNotificationSuspensionBehaviorDeliverImmediately
            centre = Foundation.NSDistributedNotificationCenter.defaultCenter()
            add = centre.addObserver_selector_name_object_suspensionBehavior_
            add(self._observer, "noticed:", notice.value, None, at_once)

        def _stop_timer(self) -> None:
            if self._timer is not None:
                self._timer.invalidate()
                self._timer = None
