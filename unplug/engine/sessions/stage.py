"""What a session asks of the desktop, whoever carries it out."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # nothing of sessions is loaded before there is one
    from unplug.sessions.effects import Moment, Overlay, Strip, TellGroup


class Stage(Protocol):
    """Where sessions are seen and heard; every wish may be said again without harm.

    What the desktop does not let is the stage's to tell; it raises nothing.
    """

    def show_strip(self, strip: "Strip") -> None:
        """Show the strip, or change the one that is shown."""

    def hide_strip(self) -> None:
        """Take the strip away."""

    def show_overlay(self, overlay: "Overlay") -> None:
        """Cover every monitor, or change what the overlay says."""

    def hide_overlay(self) -> None:
        """Free every monitor."""

    def do_not_disturb(self, *, on: bool) -> None:
        """Hold notifications back, or restore what was before, if that was us."""

    def session_runs(self, *, on: bool) -> None:
        """A session runs from now on, or none does any more."""

    def watch_for_pause(self, *, on: bool) -> None:
        """Tell of pauses of typing from now on, or no longer."""

    def reminders_paused(self, until_boot_ms: int | None) -> None:
        """Show that reminders are paused; None: they are not."""

    def pause_media(self) -> None:
        """Pause what plays."""

    def screens_off(self) -> None:
        """Switch the monitors off."""

    def lock_screen(self) -> None:
        """Let the desktop lock the screen."""

    def announce(self, moment: "Moment") -> None:
        """Tell a screen reader."""

    def remark_input(self) -> None:
        """Say kindly that this is device-free time."""

    def ask_feeling(self, session_id: str, person: str | None) -> None:
        """Ask how it felt."""

    def tell_group(self, how: "TellGroup") -> None:
        """Tell the trip group how it went."""


class NullStage:
    """A stage in the dark: where there is nothing to show anything on."""

    def show_strip(self, strip: "Strip") -> None:
        """Show nothing."""

    def hide_strip(self) -> None:
        """Nothing is shown."""

    def show_overlay(self, overlay: "Overlay") -> None:
        """Cover nothing."""

    def hide_overlay(self) -> None:
        """Nothing is covered."""

    def do_not_disturb(self, *, on: bool) -> None:
        """Leave notifications alone."""

    def session_runs(self, *, on: bool) -> None:
        """Take no notice."""

    def watch_for_pause(self, *, on: bool) -> None:
        """Know of no typing."""

    def reminders_paused(self, until_boot_ms: int | None) -> None:
        """Show nothing."""

    def pause_media(self) -> None:
        """Leave it playing."""

    def screens_off(self) -> None:
        """Leave them on."""

    def lock_screen(self) -> None:
        """Leave it open."""

    def announce(self, moment: "Moment") -> None:
        """Tell nobody."""

    def remark_input(self) -> None:
        """Say nothing."""

    def ask_feeling(self, session_id: str, person: str | None) -> None:
        """Ask nothing."""

    def tell_group(self, how: "TellGroup") -> None:
        """Tell nobody."""
