"""macOS: focus, idleness, lock, sleep and time, from the system's notifications.

They come through the main thread's run loop, which runs in the tray app; a program in a
terminal has none. Window titles would need the accessibility permission: they are not
read. No event tap is made, for that would be an input hook: see ``idle_timer``.
"""

import sys
from collections.abc import Callable
from zoneinfo import ZoneInfo

from unplug.clock import SystemClock
from unplug.sensing.facts import (
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
from unplug.sensing.macos.api import Mac, Notice
from unplug.sensing.mailbox import Mailbox
from unplug.sensing.source import SensingOptions, Source, SourceUnavailableError

_AWAY = {Notice.SCREEN_LOCKED: "lock", Notice.SESSION_RESIGNED: "session"}
_BACK = {Notice.SCREEN_UNLOCKED: "lock", Notice.SESSION_BECAME_ACTIVE: "session"}


def open_macos(
    options: SensingOptions, *, zone: Callable[[], ZoneInfo] | None = None
) -> Source:
    """Watch a Mac: focus, idleness, lock, sleep and time in one source.

    Args:
        options: what a source has to know.
        zone: reads the zone that holds now; the system's by default.

    Raises:
        SourceUnavailableError: this is no Mac, or no app with a run loop.
    """
    if sys.platform == "darwin":
        from unplug.sensing.macos.calls import RealMac  # noqa: PLC0415  (there only)

        return MacSource(RealMac(), options, zone or SystemClock().zone)
    failed = "apps, locks and sleep are told this way on macOS only"
    raise SourceUnavailableError(failed, sys.platform)


class MacSource:
    """Turns what macOS says into facts.

    Args:
        mac: the calls.
        options: what a source has to know.
        zone: reads the zone that holds now.

    Raises:
        SourceUnavailableError: no run loop will bring the notices.
    """

    name = "macOS desktop (NSWorkspace, CGEventSource)"

    def __init__(
        self, mac: Mac, options: SensingOptions, zone: Callable[[], ZoneInfo]
    ) -> None:
        if not mac.run_loop_comes():
            failed = "macOS tells what happens to apps only, not in a terminal"
            raise SourceUnavailableError(failed, todo="start the tray with `unplug`")
        self._mac = mac
        self._read_zone = zone
        self._zone_name: str | None = None
        self._focus: Focus | None = None
        self._idle = IdleTimer(
            idle_after_ms=options.idle_after_ms, read_idle_ms=self._idle_ms
        )
        self._mail = Mailbox()
        self._others: dict[Notice, Callable[[], list[Fact]]] = {
            Notice.APP_ACTIVATED: self._app_activated,
            Notice.WILL_SLEEP: lambda: [Sleep()],
            Notice.DID_WAKE: self._woke,
            Notice.SCREENS_SLEPT: self._screens_slept,
            Notice.SCREENS_WOKE: self._screens_woke,
            Notice.CLOCK_CHANGED: lambda: [Tick()],
            Notice.ZONE_CHANGED: self._zone_facts,
        }
        mac.observe(self._noticed)
        self._mail.put(self._begin())
        self._set_timer()

    def fileno(self) -> int:
        """Readable when macOS has told something."""
        return self._mail.fileno()

    def dispatch(self) -> list[Fact]:
        """Say what macOS has told."""
        return self._mail.take()

    def close(self) -> None:
        """Observe nothing any more."""
        self._mac.stop()
        self._mail.close()

    def _begin(self) -> list[Fact]:
        facts = self._zone_facts()
        locked, in_front = self._mac.session()
        if locked:
            facts += self._away("lock")
        if not in_front:
            facts += self._away("session")
        return facts + self._focus_facts() + self._idle.look()

    def _noticed(self, notice: Notice) -> None:
        self._mail.put(self._facts_of(notice))
        self._set_timer()

    def _time_passed(self) -> None:
        self._mail.put(self._idle.look())
        self._set_timer()

    def _set_timer(self) -> None:
        wait_ms = self._idle.wait_ms
        if wait_ms is not None:
            self._mac.set_timer(wait_ms / 1000, self._time_passed)

    def _facts_of(self, notice: Notice) -> list[Fact]:
        if notice in _AWAY:
            return self._away(_AWAY[notice])
        if notice in _BACK:
            because = _BACK[notice]
            back = self._idle.somebody_may_be_there(because)
            return [Unlocked(because), *self._focus_facts(), *back]
        return self._others[notice]()

    def _app_activated(self) -> list[Fact]:
        return self._focus_facts() + self._idle.look()

    def _woke(self) -> list[Fact]:
        return [Wake(), *self._focus_facts(), *self._idle.look()]

    def _screens_slept(self) -> list[Fact]:
        self._idle.nobody_can_be_there("screens")
        return []

    def _screens_woke(self) -> list[Fact]:
        return self._idle.somebody_may_be_there("screens")

    def _away(self, because: str) -> list[Fact]:
        self._idle.nobody_can_be_there(because)
        return [Locked(because)]

    def _focus_facts(self) -> list[Fact]:
        before, self._focus = self._focus, Focus(self._mac.frontmost_app())
        return [] if self._focus == before else [self._focus]

    def _zone_facts(self) -> list[Fact]:
        name = self._read_zone().key or "UTC"
        before, self._zone_name = self._zone_name, name
        return [] if name == before else [Zone(name)]

    def _idle_ms(self) -> int:
        return max(0, round(self._mac.idle_s() * 1000))
