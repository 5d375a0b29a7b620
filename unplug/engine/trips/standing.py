"""Where the trips of this device stand, for a menu and for notices; needs no keys."""

from typing import TYPE_CHECKING

from unplug.clock import Clock, from_ms
from unplug.engine.snapshot import TripNow
from unplug.engine.trips.forms import TripForm
from unplug.trips.peer_clock import WARN_MS

if TYPE_CHECKING:
    from unplug.engine.trips.travelling import Travelling


class Standing:
    """Tells how it is at present.

    Args:
        travelling: whose trips they are.
        clock: where the time comes from.
    """

    def __init__(self, travelling: "Travelling", clock: Clock) -> None:
        self._travelling = travelling
        self._clock = clock

    def present(self) -> TripNow | None:
        """The trip that comes next, for a menu; needs no key."""
        forms = self._travelling.book.forms()
        if not forms:
            return None
        trip = min(forms, key=lambda t: self._rank(forms[t]))
        form, zone = forms[trip], self._clock.zone()
        window = form.window
        return TripNow(
            trip=trip,
            name=form.name,
            stage=self.stage(form),
            start=None if window is None else from_ms(window.start_ms).astimezone(zone),
            end=None if window is None else from_ms(window.end_ms).astimezone(zone),
            answered=window is not None and window.answered,
            others=len(forms) - 1,
        )

    def stage(self, form: TripForm) -> str:
        """Where a trip stands, in a word as ``TripNow`` has it."""
        window, now_ms = form.window, self._travelling.group_ms(form)
        if not form.name:
            return "asking"
        if window is None:
            return "planning"
        if now_ms < window.start_ms:
            return "agreed"
        return "together" if now_ms < window.end_ms else "after"

    def _rank(self, form: TripForm) -> tuple[int, int]:
        """What is nearest first; what is over last."""
        order = ("together", "agreed", "planning", "asking", "after")
        start_ms = 0 if form.window is None else form.window.start_ms
        return order.index(self.stage(form)), start_ms

    def notices(self) -> tuple[str, ...]:
        """What is wrong at present, a sentence each."""
        found = []
        for form in self._travelling.book.forms().values():
            ahead = form.anchor.ahead_ms if form.anchor is not None else 0
            if form.anchor is not None and form.anchor.holds and abs(ahead) > WARN_MS:
                how = "behind" if ahead > 0 else "ahead of"
                found.append(
                    f"this computer's clock is {abs(ahead) // 1000} s {how} the group's"
                    f" of {form.name}"
                )
        trouble = self._travelling.hosting.trouble
        found += [trouble] if trouble else []
        return (*found, *self._travelling.posting.told.notices())
