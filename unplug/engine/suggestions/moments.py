"""The present as the rules of suggestions take it: usage, seam, and what holds."""

from dataclasses import replace
from datetime import datetime
from typing import Protocol

from unplug.clock import Clock
from unplug.engine.suggestions.seams import APP_CLASS, Seam, Seams
from unplug.engine.suggestions.suggested import PlanMade
from unplug.sensing.reasons import Reason as Held
from unplug.suggest.inputs import Break, Breakpoint, Busy, Moment, Usage
from unplug.suggest.seasons import season_in

_BUSY = {
    Held.CALL: Busy.CALL,
    Held.CAMERA: Busy.CALL,
    Held.MICROPHONE: Busy.CALL,
    Held.SHARING: Busy.SHARING,
    Held.FULL_SCREEN: Busy.FULL_SCREEN,
    Held.PRESENTING: Busy.PRESENTING,
    Held.DO_NOT_DISTURB: Busy.DO_NOT_DISTURB,
}


class Present(Protocol):
    """The present, as far as suggestions have to know it."""

    def usage(self, at: datetime) -> Usage:
        """The screen time by an instant."""

    def in_session(self) -> bool:
        """Whether a device-free session runs or is about to."""

    def held(self) -> frozenset[Held]:
        """What holds somebody now; a look that costs a little."""

    def class_of(self, app: str) -> str:
        """What sort of app one is."""

    def be_device_free(self, plan: PlanMade) -> None:
        """Have a device-free session around a plan."""


class Moments:
    """Puts moments together.

    Args:
        clock: where the time comes from.
        present: the present.
        seams: what was heard of the use of the computer.
    """

    def __init__(self, clock: Clock, present: Present, seams: Seams) -> None:
        self._clock = clock
        self._present = present
        self._seams = seams

    def moment(
        self, seam: Seam | None, at: datetime | None = None, *, thorough: bool = False
    ) -> Moment:
        """The present, or another instant, as the rules take it.

        Args:
            seam: the seam it is; None: the user turned to unplug, which is one as well.
            at: an instant to judge in place of now, of which only screen time is known.
            thorough: look at all that could hold somebody, also at what costs a little.
        """
        zone = self._clock.zone()
        now = at or self._clock.stamp().utc
        held = self._seams.reasons() | (self._present.held() if thorough else set())
        busy = frozenset() if at is not None else self._busy(held)
        return Moment(
            now=now,
            zone=zone,
            usage=self._present.usage(now),
            breakpoint=self._breakpoint(seam),
            busy=busy,
            season=season_in(zone.key, now.astimezone(zone).date()),
        )

    def looked_closer(self, moment: Moment) -> Moment | None:
        """The moment with what costs a little to see; None: nobody is held by it."""
        held = self._busy(self._present.held())
        return replace(moment, busy=held) if held else None

    def _busy(self, held: frozenset[Held]) -> frozenset[Busy]:
        busy = {_BUSY[reason] for reason in held if reason in _BUSY}
        if self._seams.offline or self._present.in_session():
            busy.add(Busy.SESSION)
        return frozenset(busy)

    def _breakpoint(self, seam: Seam | None) -> Breakpoint | None:
        if seam is None:
            return Breakpoint(Break.UNLOCK)
        if seam.kind == APP_CLASS:
            run_ms = self._seams.class_run_ms(self._present.class_of)
            return Breakpoint(Break.APP_CLASS, run_ms)
        return Breakpoint(
            Break.RETURN if seam.after_ms else Break.UNLOCK, seam.after_ms
        )
