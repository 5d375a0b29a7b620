"""What sessions do to the desktop besides what they show: quiet, players, screens."""

import sys
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from unplug.engine.listening import Speaker
from unplug.engine.sessions.stage import NullStage

if TYPE_CHECKING:
    from unplug.acting.desk import Desk
    from unplug.acting.players import Players
    from unplug.acting.quiet import Quiet
    from unplug.acting.screens import Screens

JOURNAL_NAME = "do-not-disturb.json"
"""As `unplug.acting.quiet` has it, which is not loaded to see whether it is there."""


class DeskStage(NullStage):
    """Carries out on the desktop what sessions want; nothing is loaded before.

    Everything is put back when a session ends, when the app ends, and at the next start
    if it was killed in between.

    Args:
        folder: where to write down what has to be put back.
        session: opens the session bus for what acts on it; the desktop's own by
            default.
        system: opens the system bus so.
    """

    def __init__(
        self,
        folder: Path,
        *,
        session: "Callable[[], Desk] | None" = None,
        system: "Callable[[], Desk] | None" = None,
    ) -> None:
        self._folder = folder
        self._open_session = session
        self._open_system = system

    @property
    def notices(self) -> tuple[str, ...]:
        """What could not be done, a sentence each."""
        missing = self._quiet.missing if self._has("_quiet") else ""
        return (missing,) if missing else ()

    def sources(self) -> tuple[Speaker, ...]:
        """The connections to watch now."""
        desks = [
            self.__dict__[name] for name in ("_session", "_system") if self._has(name)
        ]
        return tuple(desk for desk in desks if desk.is_open)

    def ready(self, speaker: Speaker) -> None:
        """Hear the answers of the desktop."""
        for desk in self.sources():
            if desk is speaker:
                desk.dispatch()  # type: ignore[attr-defined]  # a Desk

    def recover(self) -> None:
        """Put back what a crash has left."""
        if (self._folder / JOURNAL_NAME).exists():
            self._quiet.recover()

    def do_not_disturb(self, *, on: bool) -> None:
        """Hold notifications back, or restore what was before, if that was us."""
        if on:
            self._quiet.on()
        elif self._has("_quiet"):
            self._quiet.off()

    def session_runs(self, *, on: bool) -> None:
        """After a session, let there be light, and let go on what it paused."""
        if on:
            return
        if self._has("_players"):
            self._players.resume()
        if self._has("_screens"):
            self._screens.on()

    def pause_media(self) -> None:
        """Pause what plays."""
        self._players.pause()

    def screens_off(self) -> None:
        """Switch the monitors off."""
        self._screens.off()

    def lock_screen(self) -> None:
        """Let the desktop lock the screen."""
        self._screens.lock()

    def close(self) -> None:
        """Put everything back and leave the desktop; safe to call twice."""
        self.do_not_disturb(on=False)
        if self._has("_screens"):
            self._screens.on()
        for name in ("_session", "_system"):
            desk: Desk | None = self.__dict__.pop(name, None)
            if desk is not None:
                desk.settle()
                desk.close()
        for name in ("_quiet", "_players", "_screens"):
            self.__dict__.pop(name, None)

    def _has(self, name: str) -> bool:
        return name in self.__dict__

    @cached_property
    def _session(self) -> "Desk":
        from unplug.acting.desk import Desk  # noqa: PLC0415  (with the first session)

        return Desk() if self._open_session is None else self._open_session()

    @cached_property
    def _system(self) -> "Desk":
        from unplug.acting.desk import Desk  # noqa: PLC0415
        from unplug.sensing.bus.connection import system_bus  # noqa: PLC0415

        return Desk(system_bus) if self._open_system is None else self._open_system()

    @cached_property
    def _quiet(self) -> "Quiet":
        from unplug.acting.quiet import DoNotDisturb  # noqa: PLC0415

        return DoNotDisturb(self._session, self._folder)

    @cached_property
    def _players(self) -> "Players":
        from unplug.acting.players import MprisPlayers  # noqa: PLC0415

        return MprisPlayers(self._session)

    @cached_property
    def _screens(self) -> "Screens":
        from unplug.acting.screens import desktop_screens  # noqa: PLC0415

        return desktop_screens(self._session, self._system)


def desk_stage(folder: Path, platform: str = sys.platform) -> DeskStage | None:
    """The desktop that sessions act on; None: here it cannot be asked.

    Args:
        folder: where to write down what has to be put back.
        platform: which system this is.
    """
    return DeskStage(folder) if platform == "linux" else None
