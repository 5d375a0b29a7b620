"""Travelling: trips of this device, what the user does in them, and when they sync."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Protocol

from unplug.clock import Clock, Stamp, boot_id
from unplug.engine.refusing import refuse
from unplug.engine.trips.book import Shelf, TripBook, found_trips
from unplug.engine.trips.forms import TripForm, Went
from unplug.engine.trips.host import Host, NoHost
from unplug.engine.trips.looking_back import tell_outcome
from unplug.engine.trips.open_trip import OpenTrip
from unplug.engine.trips.posting import Posting
from unplug.engine.trips.standing import Standing
from unplug.engine.trips.texts import fit_name, fit_title
from unplug.engine.trips.ways import Brought
from unplug.engine.working import Worker
from unplug.errors import UnplugError
from unplug.trips import doors, primitives, tending
from unplug.trips.group_clock import anchored, group_ms
from unplug.trips.invite import Ticket
from unplug.trips.key_stores import KeyStore
from unplug.trips.keys import DeviceKey, KeyRing
from unplug.trips.peer_clock import correction
from unplug.trips.replica import Received, Replica, found_trip

log = logging.getLogger(__name__)

KEPT_WINDOWS = 3


class Windows(Protocol):
    """Where offline windows are carried out."""

    def agreed(self, trip: str, form: TripForm, now: Stamp, group_ms: int) -> None:
        """A trip's window is as its form says; None there: it has none."""


class NoWindows:
    """Where no app runs, no window begins."""

    def agreed(self, trip: str, form: TripForm, now: Stamp, group_ms: int) -> None:
        """Take no notice."""


class Travelling:
    """The use case of trips.

    It starts no timer: ``wake`` is wanted when ``next_deadline_ms`` has passed.

    Args:
        clock: where the time comes from.
        shelf: gives where trips are kept.
        keys: gives where their keys are kept.
        worker: does what may take long; None: it is done on the spot.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        shelf: Callable[[], Shelf],
        keys: Callable[[], KeyStore],
        worker: Worker | None = None,
    ) -> None:
        self._clock = clock
        self._windows: Windows = NoWindows()
        self.book = TripBook(shelf, keys)
        self.posting = Posting(self, clock, worker)
        self.hosting: Host = NoHost(self)
        self.standing = Standing(self, clock)
        self._boot = boot_id()
        self._seen_ms: dict[str, int] = {}

    # The present

    def carry_out(self, windows: Windows) -> None:
        """Have offline windows carried out."""
        self._windows = windows

    def start(self) -> None:
        """Go on where the last run ended."""
        for trip, form in self.book.forms().items():
            self._tell_windows(trip, form)
        self.hosting.look()
        self.posting.wake()

    def wake(self) -> None:
        """Do what is due."""
        self.drop_expired()
        for trip, form in self.book.forms().items():
            self._tell_windows(trip, form)
        self.hosting.look()
        self.posting.wake()

    def expired(self) -> list[str]:
        """The trips whose time here is over."""
        forms = self.book.forms().items()
        ends = ((t, f, f.expires_ms) for t, f in forms)
        return [t for t, f, end in ends if end is not None and self.group_ms(f) >= end]

    def drop_expired(self) -> None:
        """Forget those."""
        for trip in self.expired():
            gone = replace(self.book.forms()[trip], window=None)
            self.book.drop(trip)
            self._windows.agreed(trip, gone, self._clock.stamp(), 0)
            self._seen_ms.pop(trip, None)

    def next_deadline_ms(self) -> int | None:
        """Milliseconds from now until ``wake`` is wanted; None: let it sleep."""
        waits = [self.posting.next_deadline_ms(), self.hosting.next_deadline_ms()]
        for trip, form in self.book.forms().items():
            now_ms = self.group_ms(form)
            seen_ms = self._seen_ms.get(trip, now_ms)
            edges = [form.expires_ms]
            if form.window is not None:
                edges += [form.window.start_ms, form.window.end_ms]
            coming = (e for e in edges if e is not None and e > seen_ms)
            waits += [max(0, edge - now_ms) for edge in coming]
        return min((w for w in waits if w is not None), default=None)

    def now_ms(self) -> int:
        """The time by this computer's clock, UTC."""
        return self._clock.stamp().wall_ms

    def group_ms(self, form: TripForm) -> int:
        """The time of a trip's group, UTC."""
        return group_ms(form.anchor, self._clock.stamp(), self._boot)

    # What people do

    def found(self, said: str | None) -> str:
        """The trip that is meant, by its name or the start of its id.

        Raises:
            UnplugError: there is none, or more than one.
        """
        forms = self.book.forms()
        names = list(forms) if said is None else found_trips(forms.items(), said)
        if len(names) == 1:
            return names[0]
        if not forms:
            todo = "unplug trip create NAME --as ME, or join one"
            refuse("there is no trip yet", "", todo)
        known = ", ".join(f"{t[:8]} ({f.name or 'asking'})" for t, f in forms.items())
        if not names:
            refuse("cannot find a trip", said, f"there are: {known}")
        return refuse("there are several trips", known, "say which: --trip ID")

    def open(self, said: str | None = None) -> OpenTrip:
        """A trip to look at."""
        return self.book.open(self.found(said))

    @contextmanager
    def acting(self, said: str | None = None) -> Iterator[OpenTrip]:
        """A trip to do something in: all of it is kept, or nothing was done."""
        trip = self.open(said)
        try:
            yield trip
            tending.tend(trip.replica, self.group_ms(trip.form))
            self.book.save(trip)
        except BaseException:
            self.book.close(trip.id)  # what is on the disk is what holds
            raise
        self._changed(trip)

    def create(self, title: str, me: str) -> OpenTrip:
        """Begin a trip that the user leads."""
        title, me = fit_title(title), fit_name(me)
        replica = found_trip(title, me)
        return self._add(replica, TripForm(key="", name=title, me=me))

    def join(self, ticket: Ticket, me: str) -> OpenTrip:
        """Ask to be let into a trip.

        Raises:
            UnplugError: the invite has expired, or the user is in already.
        """
        me = fit_name(me)
        if ticket.expires_ms < self._clock.stamp().wall_ms:
            refuse("the invite has expired", "", "ask for a new one")
        if (known := self.book.forms().get(ticket.trip.hex())) is not None:
            opened = self.book.open(ticket.trip.hex())
            if opened.me is not None and opened.me.gone is None:
                refuse("you are in this trip already", known.name)
            self.book.drop(opened.id)
        device = DeviceKey.new()
        letter = doors.write_request(ticket, name=me, device=device.public)
        replica = Replica(KeyRing(ticket.trip, device), [ticket.public])
        replica.receive(letter)
        form = TripForm(
            key="",
            name="",
            me=me,
            came_by=(ticket.public.hex(),),
            asked_until_ms=ticket.expires_ms,
        )
        trip = self._add(replica, form)
        if ticket.place:
            self.posting.add(trip.id, "broker", ticket.place)
        return trip

    def take_up(self, replica: Replica, form: TripForm) -> OpenTrip:
        """Go on here with what another computer of the user began."""
        trip = self._add(replica, form)
        self._tell_windows(trip.id, trip.form)
        return trip

    def drop(self, trip: str) -> None:
        """Forget a trip that is over, was left, or never let the user in.

        Raises:
            UnplugError: the user is in it.
        """
        form = self.book.forms()[trip]
        if self._is_in(trip):
            refuse("you are still in this trip", form.name, "leave it first")
        self._windows.agreed(trip, replace(form, window=None), self._clock.stamp(), 0)
        self.book.drop(trip)

    def take_in(self, trip: OpenTrip, brought: Brought) -> Received:
        """Take in what came by a way, and do one's part."""
        replica = trip.replica
        if brought.ring:
            for key in KeyRing.from_bytes(brought.ring).epochs:
                replica.ring = replica.ring.with_epoch(key.epoch or 0, key.secret)
        received = replica.receive(brought.stream)
        if brought.unread_ms is not None:
            trip.note_unread(brought.unread_ms)
        self.settle(trip, brought.offsets_ms)
        return received

    def settle(self, trip: OpenTrip, offsets_ms: dict[bytes, int]) -> None:
        """Something came: do one's part, and keep it.

        Args:
            trip: the trip.
            offsets_ms: peers' clocks against this one, by device.
        """
        self._compare_clocks(trip, offsets_ms)
        if trip.replica.needs_new_device:
            self.book.renew(trip)
        tending.tend(trip.replica, self.group_ms(trip.form))
        self.book.save(trip)
        self._tell_windows(trip.id, trip.form)

    def went(self, trip: str, how: Went, shared: bool) -> None:  # noqa: FBT001  (as told)
        """Remember how a window went here; a promise is told as far as one consents."""
        form = self.book.forms().get(trip)
        if form is None:
            return
        others = tuple(w for w in form.went if w.plan != how.plan)
        went = (*others, how)[-KEPT_WINDOWS:]
        with self.acting(trip) as opened:
            opened.form = replace(opened.form, went=went)
            if shared:
                tell_outcome(opened, how)

    def close(self) -> None:
        """Everything is on the disk."""
        self.posting.close()

    def forget_everything(self) -> None:
        """Everything was erased."""
        self.book.forget()
        self.posting.forget()

    def _is_in(self, trip: str) -> bool:
        try:
            opened = self.book.open(trip)
        except UnplugError:
            return False  # without its keys nobody is in it from here
        me = opened.me
        alone = len(list(opened.state.present())) == 1
        return me is not None and me.gone is None and not alone

    def _add(self, replica: Replica, form: TripForm) -> OpenTrip:
        tag = primitives.random_bytes(4).hex()
        key = f"trip-{replica.trip.hex()[:16]}-{tag}"
        return self.book.add(replace(form, key=key), replica)

    def _changed(self, trip: OpenTrip) -> None:
        self.posting.changed(trip.id)
        self._tell_windows(trip.id, trip.form)

    def _tell_windows(self, trip: str, form: TripForm) -> None:
        now_ms = self.group_ms(form)
        self._seen_ms[trip] = now_ms
        self._windows.agreed(trip, form, self._clock.stamp(), now_ms)

    def _compare_clocks(self, trip: OpenTrip, offsets_ms: dict[bytes, int]) -> None:
        """Each member counts once, however many devices they have."""
        owner = trip.state.owner
        mine = trip.replica.me
        by_member = {
            owner[d]: ms for d, ms in offsets_ms.items() if owner.get(d, mine) != mine
        }
        if by_member:
            found = correction(by_member)
            anchor = anchored(found, self._clock.stamp(), self._boot)
            if anchor.holds or trip.form.anchor is None:
                trip.form = replace(trip.form, anchor=anchor)
