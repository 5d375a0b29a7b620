"""Trips that are connected to a broker as long as the app runs."""

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from unplug.clock import Clock
from unplug.engine.listening import Speaker
from unplug.engine.trips.ways import WayForm, address_of, way, way_form
from unplug.errors import UnplugError
from unplug.store.trips import StoredWay

if TYPE_CHECKING:
    from unplug.engine.trips.travelling import Travelling
    from unplug.trips.replica import Received
    from unplug.trips.transports.mqtt import Live, Status

log = logging.getLogger(__name__)

NOTED_EVERY_MS = 600_000
"""So often is it written down that all is well."""


class Connected:
    """The connections, one for each trip and broker; opened with the first need.

    Args:
        travelling: whose trips they are.
        clock: where the time comes from.
    """

    def __init__(self, travelling: "Travelling", clock: Clock) -> None:
        self._travelling = travelling
        self._clock = clock
        self._lives: dict[tuple[str, str], Live] = {}
        self._replicas: dict[tuple[str, str], int] = {}
        self._noted: dict[tuple[str, str], WayForm] = {}
        self._heard_ms: dict[tuple[str, str], int] = {}
        self._kinds: dict[tuple[str, str], str] = {}

    def sources(self) -> tuple[Speaker, ...]:
        """What to watch now."""
        return tuple(self._lives.values())

    def ready(self, speaker: Speaker) -> bool:
        """Hear a descriptor that is readable; whether it was one of these."""
        for key, live in list(self._lives.items()):
            if live is speaker:
                live.dispatch()
                self._note(key, live)
                return True
        return False

    def connect(self, trip: str, known: StoredWay) -> None:
        """Be connected there from now on; nothing happens where it is so already."""
        key = (trip, known.place)
        replica = self._travelling.book.open(trip).replica
        if key in self._lives and self._replicas[key] == id(replica):
            return
        self.part(*key)
        from unplug.trips.transports.mqtt import Live  # noqa: PLC0415  (11 MB)

        secret = self._travelling.book.secret(*key)
        live = Live(
            address_of(known.place, secret),
            replica,
            clock=self._clock,
            on_news=lambda received: self._news(key, received),
        )
        self._noted[key], self._kinds[key] = way_form(known), known.kind
        self._lives[key], self._replicas[key] = live, id(replica)
        live.start()

    def wake(self) -> None:
        """Do what is due."""
        for key, live in list(self._lives.items()):
            if live.next_deadline_ms() == 0:
                live.wake()
                self._note(key, live)

    def next_deadline_ms(self) -> int | None:
        """Milliseconds from now until ``wake`` is wanted; None: let it sleep."""
        waits = (live.next_deadline_ms() for live in self._lives.values())
        return min((wait for wait in waits if wait is not None), default=None)

    def written(self, trip: str) -> None:
        """There is something to send."""
        for (of, _), live in self._lives.items():
            if of == trip:
                live.written()

    def part(self, trip: str, place: str) -> None:
        """Be connected there no longer."""
        live = self._lives.pop((trip, place), None)
        if live is not None:
            live.close()

    def keep_only(self, keys: set[tuple[str, str]]) -> None:
        """Part from all others."""
        for key in self._lives.keys() - keys:
            self.part(*key)

    def close(self) -> None:
        """Part from all."""
        self.keep_only(set())

    def _news(self, key: tuple[str, str], received: "Received") -> None:
        """Keep what came, and do one's part; what that writes goes out by itself."""
        del received
        self._heard_ms[key] = self._clock.stamp().wall_ms
        trip, _ = key
        live = self._lives.get(key)
        if live is None or trip not in self._travelling.book.forms():
            return
        try:
            opened = self._travelling.book.open(trip)
            offsets_ms = live.gossip.talk.offsets_ms(self._clock.stamp())
            self._travelling.settle(opened, offsets_ms)
        except UnplugError as error:
            log.warning("%s", error)

    def _note_unread(self, trip: str, status: "Status") -> None:
        """Words that cannot be opened; none while others are heard: all is well."""
        form = self._travelling.book.forms().get(trip)
        if form is None or (form.unread is None and status.unread_ms is None):
            return
        opened = self._travelling.book.open(trip)
        before = opened.form
        if status.unread_ms is not None:
            opened.note_unread(status.unread_ms)
        elif status.peers:
            opened.form = replace(opened.form, unread=None)
        if opened.form != before:
            self._travelling.book.save(opened)

    def _note(self, key: tuple[str, str], live: "Live") -> None:
        """Write down how it goes there, where that is news."""
        trip, place = key
        status, noted = live.status(), self._noted[key]
        self._note_unread(trip, status)
        error = "" if status.error is None else str(status.error)
        known = (status.ok_ms, self._heard_ms.get(key), noted.ok_ms)
        ok_ms = max((at for at in known if at is not None), default=None)
        fresh = ok_ms is not None and ok_ms - (noted.ok_ms or 0) >= NOTED_EVERY_MS
        if error == noted.error and not fresh:
            return
        failures = noted.failures + 1 if error else 0
        form = WayForm(ok_ms, self._clock.stamp().wall_ms, failures, error)
        self._noted[key] = form
        if trip in self._travelling.book.forms():
            kept = way(self._kinds[key], place, form)
            self._travelling.book.keep_way(trip, kept)
