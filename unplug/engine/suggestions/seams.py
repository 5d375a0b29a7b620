"""Seams in the use of the computer, at which speaking up interrupts least.

Kept while the app runs, so it is small: who is away since when, which apps had the
focus lately, and what holds somebody. What sort of app one is, is asked only once a
seam could matter.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from unplug.clock import Stamp
from unplug.sensing.facts import (
    Active,
    Fact,
    Focus,
    Idle,
    Locked,
    Media,
    Observed,
    Occupied,
    Offline,
    Sleep,
    Unlocked,
    Wake,
)
from unplug.sensing.reasons import Reason

RETURN = "return"
APP_CLASS = "app class"
UNLOCK = "unlock"

BREAK_MS = 2 * 60_000
"""So long without any input ends a stretch at the screen."""
_LONG_ENOUGH_MS = 10 * 60_000
_APPS_KEPT = 64


@dataclass(frozen=True, slots=True)
class Seam:
    """A seam that has just passed.

    Attributes:
        kind: one of the names above.
        after_ms: RETURN: how long nothing was touched; APP_CLASS: how long the last
            apps had the focus; UNLOCK: 0.
    """

    kind: str
    after_ms: int = 0


class Seams:
    """Hears the facts and remembers the last seam until it is taken."""

    def __init__(self) -> None:
        self._away_ms: dict[str, int] = {}  # since when, on the boot clock
        self._lockers: set[str] = set()
        self._held: dict[Reason, set[str]] = {}
        self._films: set[str | None] = set()
        self._focus: deque[tuple[int, str | None]] = deque(maxlen=_APPS_KEPT)
        self._present_ms: int | None = None
        self._offline = False
        self._seam: Seam | None = None

    def observe(self, seen: Observed) -> None:
        """Hear what the desktop says."""
        boot_ms = seen.at.boot_ms
        match seen.fact:
            case Focus(app):
                self._focused(app, boot_ms)
            case Idle(idle_ms):
                self._away_ms.setdefault("idle", boot_ms - idle_ms)
            case Active():
                self._back("idle", boot_ms)
            case Locked(by):
                self._lockers.add(by)
                self._away_ms.setdefault("locked", boot_ms)
            case Unlocked(by):
                self._unlocked(by, boot_ms)
            case Sleep():
                self._away_ms.setdefault("asleep", boot_ms)
            case Wake():
                self._back("asleep", boot_ms)
            case other:
                self._hold(other)

    def take(self) -> Seam | None:
        """The last seam, once; None where somebody is away or in the middle of it."""
        if self._away_ms:
            return None
        seam, self._seam = self._seam, None
        return seam

    def drop(self) -> None:
        """Let the last seam pass."""
        self._seam = None

    @property
    def passed(self) -> bool:
        """Whether there is a seam to take."""
        return self._seam is not None and not self._away_ms

    def reasons(self) -> frozenset[Reason]:
        """What holds somebody at present, as far as that was said."""
        held = {reason for reason, by in self._held.items() if by}
        return frozenset(held | ({Reason.FULL_SCREEN} if self._films else set()))

    @property
    def offline(self) -> bool:
        """Whether a device-free session runs."""
        return self._offline

    def stretch_ms(self, now: Stamp) -> int:
        """How long somebody has been at the screen without a break of two minutes."""
        if self._away_ms or self._present_ms is None:
            return 0
        return max(0, now.boot_ms - self._present_ms)

    def class_run_ms(self, class_of: Callable[[str], str]) -> int:
        """How long apps of the class before this one had the focus.

        Returns:
            0 where the present app is of the same class, or nothing is known.
        """
        if len(self._focus) < 2:  # noqa: PLR2004  (one, and one before it)
            return 0
        run = list(self._focus)
        until_ms, present = run.pop()
        before = class_of(run[-1][1] or "")
        if class_of(present or "") == before:
            return 0
        since_ms = until_ms
        for started_ms, app in reversed(run):
            if class_of(app or "") != before:
                break
            since_ms = started_ms
        return until_ms - since_ms

    def _focused(self, app: str | None, boot_ms: int) -> None:
        if self._present_ms is None and not self._away_ms:
            self._present_ms = boot_ms
        if app is None or (self._focus and self._focus[-1][1] == app):
            return
        self._focus.append((boot_ms, app))
        first_ms = self._focus[0][0]
        if len(self._focus) > 1 and boot_ms - first_ms >= _LONG_ENOUGH_MS:
            self._seam = Seam(APP_CLASS, boot_ms - first_ms)

    def _back(self, absence: str, boot_ms: int) -> None:
        since_ms = self._away_ms.pop(absence, None)
        away_ms = 0 if since_ms is None else boot_ms - since_ms
        if away_ms >= BREAK_MS:
            self._began_again(boot_ms)
            self._seam = Seam(RETURN, away_ms)
        elif self._present_ms is None:
            self._present_ms = boot_ms

    def _unlocked(self, by: str, boot_ms: int) -> None:
        self._lockers.discard(by)
        if self._lockers or "locked" not in self._away_ms:
            return
        if boot_ms - self._away_ms.pop("locked") >= BREAK_MS:
            self._began_again(boot_ms)
        self._seam = Seam(UNLOCK)

    def _began_again(self, boot_ms: int) -> None:
        self._present_ms = boot_ms
        last = self._focus[-1][1] if self._focus else None
        self._focus.clear()
        if last is not None:
            self._focus.append((boot_ms, last))

    def _hold(self, fact: Fact) -> None:
        match fact:
            case Occupied(reason, held, by):
                holders = self._held.setdefault(reason, set())
                (holders.add if held else holders.discard)(by)
            case Media(playing, app, fullscreen):
                (self._films.add if playing and fullscreen else self._films.discard)(
                    app
                )
            case Offline(on):
                self._offline = on
