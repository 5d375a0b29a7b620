"""The trips that are kept on this device: opened with their keys, saved as one.

Secrets are saved before the envelopes that need them; a kill between the two leaves a
key too many, never one too few.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Protocol

from unplug.engine.refusing import refuse
from unplug.engine.trips.forms import InCalendar, TripForm, from_json, to_json
from unplug.engine.trips.open_trip import OpenTrip
from unplug.store.trips import StoredTrip, StoredWay, TripNews
from unplug.trips import primitives
from unplug.trips.key_stores import KeyStore
from unplug.trips.keys import KeyRing
from unplug.trips.replica import Replica

_NONCE = primitives.NONCE_BYTES


class Shelf(Protocol):
    """Where trips are kept."""

    def trips(self) -> tuple[StoredTrip, ...]:
        """All trips."""

    def envelopes(self, trip: str, *, letters: bool = False) -> tuple[bytes, ...]:
        """The envelopes of one."""

    def ways(self, trip: str) -> tuple[StoredWay, ...]:
        """The ways by which one travels."""

    def keep(self, trip: str, news: TripNews) -> None:
        """Keep what is new of one, all of it or nothing."""

    def keep_form(self, trip: str, form: object) -> None:
        """Keep anew what is beside the envelopes."""

    def keep_way(self, trip: str, way: StoredWay) -> None:
        """Keep a way."""

    def drop_way(self, trip: str, kind: str, place: str) -> None:
        """Forget a way."""

    def drop(self, trip: str) -> None:
        """Forget one."""


class TripBook:
    """Every trip of this device.

    Args:
        shelf: gives where they are kept.
        keys: gives where their keys are kept.
    """

    def __init__(
        self, shelf: Callable[[], Shelf], keys: Callable[[], KeyStore]
    ) -> None:
        self._shelf = shelf
        self._keys = keys
        self._open: dict[str, OpenTrip] = {}
        self._forms: dict[str, TripForm] | None = None
        self._ways: dict[str, tuple[StoredWay, ...]] = {}

    @property
    def warning(self) -> str:
        """What the user should know about where the keys are."""
        return self._keys().warning

    def forms(self) -> dict[str, TripForm]:
        """What is kept of each trip, by id; needs no key."""
        if self._forms is None:
            stored = self._shelf().trips()
            self._forms = {one.id: from_json(one.id, one.form) for one in stored}
        return self._forms

    def open(self, trip: str) -> OpenTrip:
        """A trip with its keys.

        Raises:
            UnplugError: the keys are not here, or cannot be read.
        """
        found = self._open.get(trip)
        if found is None:
            found = self._open[trip] = self._load(trip, self.forms()[trip])
        return found

    def add(self, form: TripForm, replica: Replica) -> OpenTrip:
        """Keep a trip that is new here.

        Raises:
            UnplugError: it could not be kept; nothing was.
        """
        made = OpenTrip(form, replica)
        self.save(made)
        self._open[made.id] = made
        return made

    def save(self, trip: OpenTrip) -> None:
        """Keep all that is new of a trip: the keys, then the rest at once.

        Raises:
            UnplugError: it could not be kept; what was kept before stays.
        """
        trip.note()
        self._save_keys(trip)
        self._save_rest(trip)

    def renew(self, trip: OpenTrip) -> None:
        """Go on under a device key of its own: a copy of this one writes elsewhere.

        Here the keys come last: the old key's last word names the new one, and a new
        key that nobody was told of could not write at all.
        """
        trip.replica.renew_device()
        trip.note()
        self._save_rest(trip)
        self._save_keys(trip)

    def note_calendar(self, trip: str, how: InCalendar | None) -> None:
        """Keep how a window lies in the calendar; needs no key.

        Raises:
            UnplugError: the disk does not take it.
        """
        form = replace(self.forms()[trip], calendar=how)
        self._shelf().keep_form(trip, to_json(form))
        self._forms = {**self.forms(), trip: form}
        if (opened := self._open.get(trip)) is not None:
            opened.form = replace(opened.form, calendar=how)

    def drop(self, trip: str) -> None:
        """Forget a trip, its envelopes and its keys.

        Raises:
            UnplugError: the disk does not let it.
        """
        form = self.forms().get(trip)
        for way in self.ways(trip):
            self.drop_way(trip, way)
        self._shelf().drop(trip)
        self._open.pop(trip, None)
        self._forms = {t: f for t, f in self.forms().items() if t != trip}
        if form is not None:
            self._keys().forget(form.key)

    def forget_keys(self) -> None:
        """Everything is about to be erased: the keys go first."""
        for trip, form in self.forms().items():
            for way in self.ways(trip):
                self._keys().forget(_secret_name(form, way.place))
            self._keys().forget(form.key)

    def forget(self) -> None:
        """Everything was erased: nothing is known any more."""
        self._open.clear()
        self._ways.clear()
        self._forms = None

    def close(self, trip: str) -> None:
        """Let go of a trip as it is in memory: what is on the disk holds."""
        self._open.pop(trip, None)

    def ways(self, trip: str) -> tuple[StoredWay, ...]:
        """By which ways a trip travels."""
        if trip not in self._ways:
            self._ways[trip] = self._shelf().ways(trip)
        return self._ways[trip]

    def keep_way(self, trip: str, way: StoredWay) -> None:
        """Travel that way from now on, or note how it went there."""
        self._shelf().keep_way(trip, way)
        self._ways.pop(trip, None)

    def drop_way(self, trip: str, way: StoredWay) -> None:
        """Travel that way no longer."""
        self._shelf().drop_way(trip, way.kind, way.place)
        self._keys().forget(_secret_name(self.forms()[trip], way.place))
        self._ways.pop(trip, None)

    def keep_secret(self, trip: str, place: str, secret: bytes) -> None:
        """Keep with the keys what lets one in at a place."""
        self._keys().save(_secret_name(self.forms()[trip], place), secret)

    def secret(self, trip: str, place: str) -> bytes | None:
        """What lets one in at a place, if that was needed."""
        return self._keys().load(_secret_name(self.forms()[trip], place))

    def _load(self, trip: str, form: TripForm) -> OpenTrip:
        secret = self._keys().load(form.key)
        if secret is None:
            todo = "they are on the computer it was joined from; join anew by an invite"
            refuse("cannot find the keys of a trip", form.name or trip[:8], todo)
        ring = KeyRing.from_bytes(secret)
        replica = Replica(ring, [bytes.fromhex(i) for i in form.came_by])
        shelf = self._shelf()
        replica.load([*shelf.envelopes(trip), *shelf.envelopes(trip, letters=True)])
        loaded = OpenTrip(form, replica)
        loaded.ring = ring
        loaded.stored = {raw[:_NONCE] for raw in replica.envelopes()}
        return loaded

    def _save_keys(self, trip: OpenTrip) -> None:
        ring = trip.replica.ring
        if ring != trip.ring:
            self._keys().save(trip.form.key, ring.to_bytes())
        trip.ring = ring

    def _save_rest(self, trip: OpenTrip) -> None:
        replica = trip.replica
        batches = [r for r in replica.envelopes() if r[:_NONCE] not in trip.stored]
        letters = tuple(replica.letters.values())
        forms = self.forms()
        self._shelf().keep(trip.id, TripNews(to_json(trip.form), batches, letters))
        self._forms = {**forms, trip.id: trip.form}
        trip.stored.update(raw[:_NONCE] for raw in batches)


def _secret_name(form: TripForm, place: str) -> str:
    name = primitives.digest("way", form.key.encode(), place.encode(), size=8)
    return f"broker-{name.hex()}"


def found_trips(forms: Iterable[tuple[str, TripForm]], said: str) -> list[str]:
    """The trips that a name or the start of an id stands for."""
    folded = said.casefold()
    pairs = tuple(forms)
    named = [trip for trip, form in pairs if form.name.casefold() == folded]
    return named or [trip for trip, _ in pairs if trip.startswith(folded)]
