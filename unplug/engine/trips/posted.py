"""How it goes by the ways of trips, for people."""

from typing import TYPE_CHECKING, Any

from unplug.clock import Clock, from_ms
from unplug.engine.trips.ways import OWN, last_ok, way_form
from unplug.store.trips import StoredWay

if TYPE_CHECKING:
    from unplug.engine.trips.travelling import Travelling

Json = dict[str, Any]


class Posted:
    """Tells how it went.

    Args:
        travelling: whose trips they are.
        clock: where the time comes from.
    """

    def __init__(self, travelling: "Travelling", clock: Clock) -> None:
        self._travelling = travelling
        self._clock = clock

    def shown(self, trip: str) -> list[Json]:
        """The ways of a trip and how it went there."""
        found = []
        for known in self._travelling.book.ways(trip):
            form = way_form(known)
            error = form.error or self._idle(known)
            ok = None if form.ok_ms is None else from_ms(form.ok_ms).isoformat()
            found.append(
                {
                    "kind": known.kind,
                    "place": known.place,
                    "last_succeeded": ok,
                    "error": error or None,
                    "failures": form.failures,
                }
            )
        return found

    def _idle(self, known: StoredWay) -> str:
        """Why nothing goes by an own broker just now; empty where it does."""
        hosting = self._travelling.hosting
        if known.kind != OWN or known.place == hosting.place:
            return ""
        return hosting.trouble or "it does not listen now"

    def notices(self) -> tuple[str, ...]:
        """Which ways fail, since when."""
        found, zone = [], self._clock.zone()
        for trip, form in self._travelling.book.forms().items():
            for known in self._travelling.book.ways(trip):
                went = way_form(known)
                if went.failures:
                    name, last = form.name or trip[:8], last_ok(went.ok_ms, zone)
                    found.append(f"{name}: {went.error} (last succeeded: {last})")
        return tuple(found)
