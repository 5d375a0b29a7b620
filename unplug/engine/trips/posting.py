"""When trips are sent by their ways, and what becomes of it.

Something new goes out after a moment, the rest every quarter of an hour; what failed is
tried again after longer and longer.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unplug.clock import Clock
from unplug.engine.refusing import refuse
from unplug.engine.trips.live import Connected
from unplug.engine.trips.posted import Posted
from unplug.engine.trips.seeking import Seeking
from unplug.engine.trips.ways import (
    BROKER,
    CARRIERS,
    EVERY_MS,
    LIVE,
    OWN,
    SOON_MS,
    Brought,
    Errand,
    Parcel,
    WayForm,
    address_of,
    look_at_files,
    to_secret,
    way,
    way_form,
)
from unplug.engine.working import Job, Worker
from unplug.errors import UnplugError
from unplug.store.trips import StoredWay

if TYPE_CHECKING:
    from unplug.engine.trips.travelling import Travelling

log = logging.getLogger(__name__)
Json = dict[str, Any]
Key = tuple[str, str, str]  # the trip, the kind of way, the place


@dataclass(slots=True)
class Round:
    """One go by one way.

    Attributes:
        error: what was the matter; None where it went well, or still goes on.
        done: whether it is over.
        received: how many batches and letters were new.
        written: how many envelopes went out.
        asked: whether somebody has just named this way.
    """

    error: UnplugError | None = None
    done: bool = False
    received: int = 0
    written: int = 0
    asked: bool = False


class Posting:
    """Sends trips and takes in what comes.

    Args:
        travelling: whose trips they are.
        clock: where the time comes from.
        worker: does it beside the loop; None: it is done on the spot.

    Attributes:
        connected: the brokers that the running app is connected to.
        seeking: looks for brokers that have moved.
        told: tells how it goes.
    """

    def __init__(
        self,
        travelling: "Travelling",
        clock: Clock,
        worker: Worker | None,
    ) -> None:
        self._travelling = travelling
        self._clock = clock
        self._worker = worker
        self._due_ms: dict[Key, int] = {}
        self._under_way: dict[Key, Round] = {}
        self._again: set[Key] = set()
        self._trying: dict[Key, bytes] = {}
        self.connected = Connected(travelling, clock)
        self.told = Posted(travelling, clock)
        self.seeking = Seeking(travelling, clock, worker)

    @property
    def by_itself(self) -> bool:
        """Whether nothing is done beside it: no app runs."""
        return self._worker is None

    def add_broker(self, trip: str, url: str, files: Mapping[str, str]) -> StoredWay:
        """Travel over a broker, too; what lets one in is kept with the keys.

        Raises:
            UnplugError: the URL is none.
        """
        secret = to_secret(url, files)
        address = address_of(url, secret)
        look_at_files(address, files)
        if address.user or files:
            # One that worked is given up only for one that works.
            book, place = self._travelling.book, address.place
            if book.secret(trip, place) is None:
                book.keep_secret(trip, place, secret)
            else:
                self._trying[trip, BROKER, place] = secret
        return self.add(trip, BROKER, address.place)

    def add(self, trip: str, kind: str, place: str) -> StoredWay:
        """Travel that way, too, from now on."""
        for known in self._travelling.book.ways(trip):
            if (known.kind, known.place) == (kind, place):
                return known
        new = way(kind, place, WayForm())
        self._travelling.book.keep_way(trip, new)
        self.changed(trip)
        return new

    def look_at(self, kind: str, place: str) -> None:
        """Look whether there is such a way at all.

        Raises:
            UnplugError: there is none.
        """
        if kind == BROKER:
            address_of(place, None)
        elif not Path(place).is_dir():
            todo = "make it, or plug in the disk that it is on"
            refuse("cannot sync through a folder", place, todo)

    def broker_of(self, trip: str) -> str:
        """The broker that a trip travels by, if there is one: for invites."""
        ways = self.usable(trip)
        found = (w.place for kind in LIVE for w in ways if w.kind == kind)
        return next(found, "")

    def usable(self, trip: str) -> list[StoredWay]:
        """The ways of a trip, without an own broker that does not listen now."""
        place = self._travelling.hosting.place
        ways = self._travelling.book.ways(trip)
        return [w for w in ways if w.kind != OWN or w.place == place]

    def drop(self, trip: str, kind: str, place: str) -> None:
        """Travel that way no longer; a go that is under way ends without effect."""
        self._travelling.book.drop_way(trip, StoredWay(kind, place, None))
        key = (trip, kind, place)
        for known in (self._due_ms, self._under_way, self._trying):
            known.pop(key, None)
        self._again.discard(key)
        self.connected.part(trip, place)

    def changed(self, trip: str) -> None:
        """There is something to send."""
        now_ms = self._clock.stamp().mono_ms
        for known in self._travelling.book.ways(trip):
            self._due_ms[trip, known.kind, known.place] = now_ms + SOON_MS
        self.connected.written(trip)

    def wake(self) -> None:
        """Begin what is due; only where somebody does it beside the loop."""
        if self._worker is None:
            return
        now_ms = self._clock.stamp().mono_ms
        brokers = set()
        for trip, form in self._travelling.book.forms().items():
            for known in self.usable(trip):
                key = (trip, known.kind, known.place)
                if known.kind in LIVE:
                    self._due_ms[key] = now_ms + EVERY_MS
                    if form.shown:
                        brokers.add((trip, known.place))
                        self._connect(trip, known)
                    continue
                self._due_ms.setdefault(key, now_ms + SOON_MS)
                if form.shown and self._due_ms[key] <= now_ms:
                    self._due_ms[key] = now_ms + way_form(known).wait_ms
                    self.go(trip, known)
        self.connected.keep_only(brokers)
        self.connected.wake()
        self.seeking.wake()

    def next_deadline_ms(self) -> int | None:
        """Milliseconds from now until ``wake`` is wanted; None: let it sleep."""
        if self._worker is None or not self._due_ms:
            return None
        now_ms = self._clock.stamp().mono_ms
        shown = {t for t, f in self._travelling.book.forms().items() if f.shown}
        due = [at for (trip, _, _), at in self._due_ms.items() if trip in shown]
        waits = [max(0, at - now_ms) for at in due]
        others = (self.connected, self.seeking)
        found = (other.next_deadline_ms() for other in others)
        waits += [wait for wait in found if wait is not None]
        return min(waits, default=None)

    def go(self, trip: str, known: StoredWay) -> Round:
        """Send a trip by a way now."""
        key = (trip, known.kind, known.place)
        running = self._under_way.get(key)
        if running is not None and not running.done:
            self._again.add(key)
            return running
        went = self._under_way[key] = Round()
        carrier = CARRIERS[known.kind]
        opened = self._travelling.book.open(trip)
        opened.replica.seal()
        parcel = Parcel.of(opened.replica, opened.form.came_by)

        secret = self._trying.get(key) or self._travelling.book.secret(
            trip, known.place
        )

        def work(job: Job) -> Brought:
            return carrier(Errand(known.place, parcel, job, secret))

        if self._worker is None:
            try:
                self._arrived(key, went, work(Job()))
            except UnplugError as error:
                self._failed(key, went, error)
            return went
        self._worker.submit(
            work,
            done=lambda brought: self._arrived(key, went, brought),
            failed=lambda error: self._failed(key, went, error),
        )
        return went

    def presses(self, trip: str) -> bool:
        """Whether something new waits to go out, after a go that went well."""
        return any(key[0] == trip and self._presses(key) for key in self._due_ms)

    def go_on(self, trip: str) -> bool:
        """Go again by the ways where something new waits; whether there were any."""
        if not self.presses(trip):
            return False
        for known in self._travelling.book.ways(trip):
            key = (trip, known.kind, known.place)
            if self._presses(key):
                self.go(trip, known)
        return self._worker is None

    def rounds(self, trip: str) -> list[Round]:
        """The last go by each way."""
        return [went for (t, _, _), went in self._under_way.items() if t == trip]

    def _connect(self, trip: str, known: StoredWay) -> None:
        try:
            self.connected.connect(trip, known)
        except UnplugError as error:  # no key, no such address: shown with the way
            log.warning("%s", error)

    def forget(self) -> None:
        """Everything was erased."""
        self._due_ms.clear()
        self._under_way.clear()

    def close(self) -> None:
        """Nothing is begun any more."""
        self.forget()
        self.connected.close()

    def _presses(self, key: Key) -> bool:
        went = self._under_way.get(key)
        soon_ms = self._clock.stamp().mono_ms + SOON_MS
        well = went is not None and went.done and went.error is None
        return well and self._due_ms.get(key, soon_ms + 1) <= soon_ms

    def _is_known(self, key: Key) -> bool:
        trip, kind, place = key
        if trip not in self._travelling.book.forms():
            return False
        ways = self._travelling.book.ways(trip)
        return any((w.kind, w.place) == (kind, place) for w in ways)

    def _arrived(self, key: Key, went: Round, brought: Brought) -> None:
        trip, kind, place = key
        went.done = True
        if not self._is_known(key):
            return  # it was left, erased, or the way was given up meanwhile
        try:
            opened = self._travelling.book.open(trip)
            before = len(opened.replica.envelopes())
            received = self._travelling.take_in(opened, brought)
        except UnplugError as error:
            self._failed(key, went, error)
            return
        if (secret := self._trying.pop(key, None)) is not None:
            self._travelling.book.keep_secret(trip, place, secret)
        went.received = received.batches + received.letters
        went.written = brought.written
        now = self._clock.stamp()
        form = WayForm().went_well(now.wall_ms)
        self._travelling.book.keep_way(trip, way(kind, place, form))
        due_ms = now.mono_ms + form.wait_ms
        own = len(opened.replica.envelopes()) - before - received.batches
        if own > 0 or key in self._again:  # a receipt, a key: others wait for it
            self._again.discard(key)
            due_ms = now.mono_ms + SOON_MS
        if kind in LIVE and self._worker is not None:
            due_ms = now.mono_ms  # a visit was made; from now on it is live
        self._due_ms[key] = due_ms

    def _failed(self, key: Key, went: Round, error: UnplugError) -> None:
        trip, kind, place = key
        went.done, went.error = True, error
        self._trying.pop(key, None)
        if self._worker is not None:  # else whoever asked is told at once
            log.warning("%s", error)
        if not self._is_known(key):
            return
        now = self._clock.stamp()
        for known in self._travelling.book.ways(trip):
            if (known.kind, known.place) == (kind, place):
                form = way_form(known).failed(now.wall_ms, error)
                self._travelling.book.keep_way(trip, way(kind, place, form))
                self._due_ms[key] = now.mono_ms + form.wait_ms
