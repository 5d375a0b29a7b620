"""Device-free sessions in a terminal: a line each."""

from collections.abc import Callable

from unplug.engine.sessions.stage import NullStage
from unplug.sessions.effects import Overlay, Stage, Strip

_SAID = {
    Stage.EARLY: "soon",
    Stage.LAST: "in a moment",
    Stage.WAITING: "waits until nothing holds it back",
    Stage.RUNNING: "device-free from now on",
    Stage.OFFERED: "has begun while you were away; it is yours to take",
}


class TerminalStage(NullStage):
    """Says what a tray would show; it covers and switches nothing.

    Args:
        say: prints a line.
    """

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._said: tuple[str, object] | None = None

    def show_strip(self, strip: Strip) -> None:
        """Say what it is about, once."""
        self._once(strip.session_id, strip.stage, strip.title, _SAID[strip.stage])

    def show_overlay(self, overlay: Overlay) -> None:
        """Say that it runs, or that it ends after a breath."""
        leaving = overlay.breath_until_boot_ms is not None
        told = "one slow breath, then it ends" if leaving else _SAID[Stage.RUNNING]
        self._once(overlay.session_id, leaving, overlay.title, told)

    def hide_overlay(self) -> None:
        """Nothing is covered."""
        self._said = None

    def remark_input(self) -> None:
        """Say kindly that this is device-free time."""
        self._say("this is device-free time")

    def ask_feeling(self, session_id: str, person: str | None) -> None:  # noqa: ARG002
        """Say that it is over."""
        self._say("the device-free time is over")

    def _once(self, session_id: str, what: object, title: str, told: str) -> None:
        if self._said != (session_id, what):
            self._said = (session_id, what)
            self._say(f"{title or 'device-free time'}: {told}")
