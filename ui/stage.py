"""Device-free sessions on the screen: the strip, the overlay and the card after it.

Nothing of them is loaded before there is something to show.
"""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.wishes import NoteWish, SessionWish
from unplug.clock import Clock, from_ms
from unplug.engine.sessions.stage import NullStage
from unplug.settings import Reading

if TYPE_CHECKING:
    from ui.overlay.desktop import Above
    from ui.overlay.feeling import Feeling
    from ui.overlay.overlay import Overlay as OverlayView
    from ui.overlay.spec import Comfort
    from ui.overlay.strip import Strip as StripView
    from unplug.sessions.effects import Instant, Moment, Overlay, Strip


class ScreenStage(NullStage, QObject):
    """Shows what sessions want shown, and passes on what the person wants.

    What is not there yet is left out, as by the one it stands on: notifications are
    not held back, and nothing is paused, switched off or locked.

    Args:
        clock: what counts down to the end.

    Attributes:
        name_of: the name of a contact by uid; empty where nobody knows it.
        reading: how the person likes to read.

    Signals:
        wished: somebody wants something of the session; carries a `SessionWish`.
        noted: there is a word to remember a session by; carries a `NoteWish`.
    """

    wished = Signal(SessionWish)
    noted = Signal(NoteWish)

    def __init__(self, clock: Clock) -> None:
        QObject.__init__(self)
        self._clock = clock
        self.name_of: Callable[[str], str] = lambda _: ""
        self.reading = Reading()
        self._idea = ("", "")

    def show_strip(self, strip: "Strip") -> None:
        """Show the strip, or change the one that is shown."""
        if strip.discreet:
            self.hide_strip()
            return
        from ui.overlay import spec  # noqa: PLC0415

        until = None if strip.until is None else self._boot_ms(strip.until)
        self._strip.show_spec(
            spec.StripSpec(
                session_id=strip.session_id,
                stage=spec.Stage(strip.stage.value),
                until_boot_ms=until,
                title=strip.title,
                purpose=strip.purpose,
                person=self._name(strip.person),
                comfort=self._comfort(),
                why=tuple(sorted(reason.value for reason in strip.why)),
                choices=tuple(spec.Choice(choice.value) for choice in strip.choices),
                later_ms=strip.later_ms,
            )
        )

    def hide_strip(self) -> None:
        """Take the strip away."""
        if "_strip" in self.__dict__:
            self._strip.hide()

    def show_overlay(self, overlay: "Overlay") -> None:
        """Cover every monitor, or change what the overlay says."""
        from ui.overlay import spec  # noqa: PLC0415

        now = self._clock.stamp()
        ends_ms = now.wall_ms + overlay.ends_boot_ms - now.boot_ms
        breath_ms = overlay.breath_until_boot_ms
        leaving = breath_ms and spec.Leaving(breath_ms, overlay.asks_reason)
        self._overlay.show_spec(
            spec.SceneSpec(
                session_id=overlay.session_id,
                ends_boot_ms=overlay.ends_boot_ms,
                ends_at=from_ms(ends_ms).astimezone(self._clock.zone()),
                title=overlay.title,
                purpose=overlay.purpose,
                person=self._name(overlay.person),
                idea=self._idea_for(overlay),
                comfort=self._comfort(),
                strictness=spec.Strictness(overlay.strictness.value),
                can_end=overlay.can_end,
                leaving=leaving or None,
            )
        )

    def hide_overlay(self) -> None:
        """Free every monitor."""
        if "_overlay" in self.__dict__:
            self._overlay.hide()

    def announce(self, moment: "Moment") -> None:
        """Tell a screen reader."""
        from ui.overlay import spec  # noqa: PLC0415

        if "_overlay" in self.__dict__:
            self._overlay.announce(spec.Moment(moment.value))

    def remark_input(self) -> None:
        """Say kindly that this is device-free time."""
        if "_overlay" in self.__dict__ and self._overlay.showing:
            self._overlay.remark()
        elif "_strip" in self.__dict__:
            self._strip.remark()

    def ask_feeling(self, session_id: str, person: str | None) -> None:
        """Ask how it felt."""
        from ui.overlay.spec import FeelingSpec  # noqa: PLC0415

        name = self._name(person)
        self._feeling.ask(FeelingSpec(session_id, name, self._comfort()))

    def close(self) -> None:
        """Free the monitors and take everything away; safe to call twice."""
        self.hide_strip()
        self.hide_overlay()
        if "_above" in self.__dict__:
            self._above.close()
            del self.__dict__["_above"]

    def _name(self, person: str | None) -> str:
        return "" if person is None else self.name_of(person)

    def _comfort(self) -> "Comfort":
        from ui.overlay.spec import Comfort  # noqa: PLC0415

        reading = self.reading
        return Comfort(reading.text_percent / 100, reading.reduced_motion)

    def _idea_for(self, overlay: "Overlay") -> str:
        """Something to do where nothing is planned; it stays while the session does."""
        if overlay.purpose or overlay.person is not None:
            return ""
        if self._idea[0] != overlay.session_id:
            from ui.overlay.ideas import idea_for  # noqa: PLC0415

            now = self._clock.stamp()
            length_ms = overlay.ends_boot_ms - now.boot_ms
            hour = now.utc.astimezone(self._clock.zone()).hour
            idea = idea_for(overlay.session_id, length_ms, hour)
            self._idea = (overlay.session_id, idea)
        return self._idea[1]

    def _boot_ms(self, instant: "Instant") -> int:
        if instant.boot:
            return instant.ms
        now = self._clock.stamp()
        return now.boot_ms + instant.ms - now.wall_ms

    def _passes(self, name: str) -> Callable[..., None]:
        """Pass on a wish of this name, without what the signal carried."""
        return lambda *_: self.wished.emit(SessionWish(name))

    @cached_property
    def _above(self) -> "Above":
        from ui.overlay.desktop import open_above  # noqa: PLC0415

        return open_above()

    @cached_property
    def _overlay(self) -> "OverlayView":
        from ui.overlay.overlay import Overlay  # noqa: PLC0415

        view = Overlay(clock=self._clock, make_cover=self._above.cover, parent=self)
        view.computer_needed.connect(self._passes("NeedComputer"))
        view.stayed.connect(self._passes("StayAfterAll"))
        view.screen_freed.connect(self._passes("OverlayFreed"))
        view.leave_requested.connect(
            lambda wish: self.wished.emit(SessionWish("EndEarly", (wish.reason,)))
        )
        return view

    @cached_property
    def _strip(self) -> "StripView":
        from ui.overlay.strip import Strip  # noqa: PLC0415

        view = Strip(clock=self._clock, host=self._above.host(), parent=self)
        view.started_now.connect(self._passes("Begin"))
        view.after_this_call.connect(self._passes("AfterThisCall"))
        view.skipped.connect(self._passes("Skip"))
        view.ended.connect(self._passes("EndEarly"))
        view.postponed.connect(
            lambda wish: self.wished.emit(SessionWish("Postpone", (wish.by_ms,)))
        )
        return view

    @cached_property
    def _feeling(self) -> "Feeling":
        from ui.overlay.feeling import Feeling  # noqa: PLC0415

        view = Feeling(host=self._above.host(), parent=self)
        view.felt.connect(
            lambda wish: self.wished.emit(SessionWish("Felt", (wish.felt,)))
        )
        view.noted.connect(self.noted)
        return view
