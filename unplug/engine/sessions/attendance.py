"""Who is at the screen and what holds there, also before any session is loaded."""

from typing import Protocol

from unplug.clock import Clock
from unplug.sensing.facts import (
    Active,
    Fact,
    Focus,
    Idle,
    Locked,
    Observed,
    Occupied,
    Sleep,
    Unlocked,
    Wake,
    Zone,
)

IDLE, LOCKED, ASLEEP = "idle", "locked", "asleep"
APP = "app"
"""A reason that no source gives: one of the user's own apps has the focus."""
MEETING = "meeting"
"""Another: a linked calendar says so."""
_CONCERNING = Idle | Active | Locked | Unlocked | Sleep | Wake | Zone | Occupied | Focus


class Attended(Protocol):
    """Whoever wants to know: the session machine's use case."""

    def away(self, absence: str, for_ms: int = 0) -> None:
        """Nobody is at the screen, since so long."""

    def back(self, absence: str) -> None:
        """An absence is over."""

    def held(self, reason: str, *, on: bool) -> None:
        """Something that sessions wait for is there, or no longer is."""

    def zone_changed(self) -> None:
        """The user is in another zone."""


def concerns_sessions(fact: Fact) -> bool:
    """Whether a fact says anything that sessions go by."""
    return isinstance(fact, _CONCERNING)


class Attendance:
    """Remembers who is there, and tells what changes.

    Several may hold the same reason, and several may lock the screen: the first and
    the last of them count.

    Args:
        clock: says how long an absence has lasted.
        apps: apps (any case) during whose use sessions wait.
    """

    def __init__(self, clock: Clock, apps: tuple[str, ...] = ()) -> None:
        self._clock = clock
        self._apps = frozenset(app.casefold() for app in apps)
        self._app: str | None = None
        self._since_boot_ms: dict[str, int] = {}
        self._lockers: set[str] = set()
        self._occupied: dict[str, set[str]] = {}

    def watch_apps(self, apps: tuple[str, ...], told: Attended | None) -> None:
        """Let sessions wait for these apps from now on."""
        self._apps = frozenset(app.casefold() for app in apps)
        self._see_app(told)

    def tell_all(self, told: Attended) -> None:
        """Tell somebody new how it is."""
        boot_ms = self._clock.stamp().boot_ms
        for absence, since_ms in self._since_boot_ms.items():
            told.away(absence, max(0, boot_ms - since_ms))
        for reason, holders in self._occupied.items():
            if holders:
                told.held(reason, on=True)

    def take(self, seen: Observed, told: Attended | None) -> None:  # noqa: C901  (one line for each fact)
        """Take in what the desktop says."""
        match seen.fact:
            case Idle(idle_ms):
                self._away(IDLE, seen, told, idle_ms)
            case Active():
                self._back(IDLE, told)
            case Locked(by):
                self._lockers.add(by)
                self._away(LOCKED, seen, told)
            case Unlocked(by):
                self._lockers.discard(by)
                if not self._lockers:
                    self._back(LOCKED, told)
            case Sleep():
                self._away(ASLEEP, seen, told)
            case Wake():
                self._back(ASLEEP, told)
            case Occupied():
                self.occupy(seen.fact, told)
            case Focus(app):
                self._app = app
                self._see_app(told)
            case Zone() if told is not None:
                told.zone_changed()

    def occupy(self, fact: Occupied, told: Attended | None) -> None:
        """Something not to be disturbed goes on, or no longer does."""
        self.hold(fact.reason.value, fact.by, told, on=fact.held)

    def hold(self, reason: str, by: str, told: Attended | None, *, on: bool) -> None:
        """Somebody gives a reason to wait, or no longer does."""
        holders = self._occupied.setdefault(reason, set())
        before = bool(holders)
        (holders.add if on else holders.discard)(by)
        if told is not None and before != bool(holders):
            told.held(reason, on=bool(holders))

    def _see_app(self, told: Attended | None) -> None:
        on = self._app is not None and self._app.casefold() in self._apps
        self.hold(APP, "", told, on=on)

    def _away(
        self, absence: str, seen: Observed, told: Attended | None, for_ms: int = 0
    ) -> None:
        known = absence in self._since_boot_ms
        since_ms = seen.at.boot_ms - for_ms
        self._since_boot_ms.setdefault(absence, since_ms)
        if told is not None and not known:
            ago_ms = max(0, self._clock.stamp().boot_ms - since_ms)
            told.away(absence, ago_ms)

    def _back(self, absence: str, told: Attended | None) -> None:
        was_away = self._since_boot_ms.pop(absence, None) is not None
        if told is not None and (was_away or absence == IDLE):
            told.back(absence)
