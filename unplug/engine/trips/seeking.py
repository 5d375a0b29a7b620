"""Finding an organiser's own broker again, once its address has changed.

Such a broker is at a private address, which the network may give to somebody else
tomorrow. Where the last one does not answer any more it is looked for in the local
network, as the user once did by hand or was told by an invite. Only a broker that shows
that it knows the trip is gone over to.
"""

import logging
from collections.abc import Callable
from ipaddress import ip_address
from typing import TYPE_CHECKING

from unplug.clock import Clock
from unplug.engine.beside import beside
from unplug.engine.trips.ways import BACK_OFF_MS, BROKER, address_of, way_form
from unplug.engine.working import Job, Worker
from unplug.errors import UnplugError
from unplug.store.trips import StoredWay

if TYPE_CHECKING:
    from unplug.engine.trips.travelling import Travelling

log = logging.getLogger(__name__)
Find = Callable[[list[str], Job], dict[str, str]]


def _in_the_network(trips: list[str], job: Job) -> dict[str, str]:
    from unplug.engine.trips.brokers import places_of  # noqa: PLC0415  (few people look)

    return places_of(trips, wait=job.wait)


def _is_near(host: str) -> bool:
    """Whether it is the address of another computer in a network of one's own."""
    from unplug.trips.transports.local_network import is_local  # noqa: PLC0415  (seldom)

    return is_local(host) and not ip_address(host).is_loopback


class Seeking:
    """Looks for brokers that have moved.

    It looks once when one does not answer, then again after longer and longer, and not
    at all while all answer.

    Args:
        travelling: whose trips they are.
        clock: where the time comes from.
        worker: does it beside the loop; None: it is done on the spot.

    Attributes:
        find: looks for the brokers of some trips; blocks.
        near: tells whether a host can be an organiser's computer.
    """

    def __init__(
        self, travelling: "Travelling", clock: Clock, worker: Worker | None
    ) -> None:
        self._travelling = travelling
        self._clock = clock
        self._worker = worker
        self._due_ms: int | None = None
        self._looks = 0
        self._looking = False
        self._open: dict[str, bool] = {}
        self.find: Find = _in_the_network
        self.near: Callable[[str], bool] = _is_near

    def wake(self) -> None:
        """Look, if it is time to."""
        if self.next_deadline_ms() == 0:
            self.look()

    def next_deadline_ms(self) -> int | None:
        """Milliseconds from now until ``wake`` is wanted; None: let it sleep."""
        if self._looking:
            return None
        if not self._lost():
            self._due_ms, self._looks = None, 0
            self._open.clear()
            return None
        return max(0, (self._due_ms or 0) - self._clock.stamp().mono_ms)

    def look(self) -> None:
        """Look now."""
        lost = list(self._lost())
        if not lost or self._looking:
            return
        wait_ms = BACK_OFF_MS[min(self._looks, len(BACK_OFF_MS) - 1)]
        self._looks += 1
        self._due_ms = self._clock.stamp().mono_ms + wait_ms
        self._looking = True
        beside(
            self._worker,
            lambda job: self.find(lost, job),
            done=self._found,
            failed=self._failed,
        )

    def _lost(self) -> dict[str, StoredWay]:
        """The trips whose organiser's broker does not answer, with the way there."""
        return {
            trip: known
            for trip, form in self._travelling.book.forms().items()
            if form.shown
            for known in self._travelling.book.ways(trip)
            if way_form(known).failures and self._may_have_moved(trip, known)
        }

    def _may_have_moved(self, trip: str, known: StoredWay) -> bool:
        """Whether it is one that an organiser's computer may be: near, and open."""
        if known.kind != BROKER:
            return False
        key = f"{trip} {known.place}"
        if key not in self._open:  # asking for passwords may take a while
            try:
                address = address_of(known.place, None)
                near = self.near(address.host) and not (address.tls or address.others)
                secret = near and self._travelling.book.secret(trip, known.place)
                self._open[key] = near and secret is None
            except UnplugError:
                self._open[key] = False
        return self._open[key]

    def _found(self, places: dict[str, str]) -> None:
        self._looking = False
        posting = self._travelling.posting
        for trip, known in self._lost().items():
            place = places.get(trip, known.place)
            if place != known.place:
                log.info("the broker %s is at %s now", known.place, place)
                posting.add(trip, BROKER, place)
                posting.drop(trip, BROKER, known.place)
                posting.wake()

    def _failed(self, error: UnplugError) -> None:
        self._looking = False
        log.info("%s", error)
