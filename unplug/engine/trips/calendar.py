"""Windows of trips in the user's own calendar, so that their phone shows them too.

What is to be there follows from what is kept of each trip, without its keys: a window
that holds and was not declined. Whatever differs from what was put there last is put
right beside the loop; what fails is tried again after longer and longer.
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from unplug.clock import Clock, from_ms
from unplug.engine.beside import beside
from unplug.engine.trips.calendar_errands import REMOVED, Errand, event_of, told_of
from unplug.engine.trips.calendar_leaving import lying_in
from unplug.engine.trips.calendar_left import Left
from unplug.engine.trips.forms import InCalendar, TripForm
from unplug.engine.trips.ways import BACK_OFF_MS, last_ok
from unplug.engine.working import Job, Worker
from unplug.errors import UnplugError
from unplug.trips.calendar_server import Calendar, Put, put_window, take_window
from unplug.trips.window_ics import event_ics

if TYPE_CHECKING:
    from unplug.engine.trips.book import TripBook

log = logging.getLogger(__name__)
Json = dict[str, Any]


class TravelledTrips(Protocol):
    """Trips, as far as this needs them."""

    @property
    def book(self) -> "TripBook":
        """What is kept of them."""

    def group_ms(self, form: TripForm) -> int:
        """The time of a trip's group, UTC."""


class TripCalendar:
    """Keeps a calendar in step with the trips.

    It starts no timer: ``look`` is wanted when ``next_deadline_ms`` has passed, and
    whenever something may have changed.

    Args:
        travelling: the trips.
        clock: where the time comes from.
        worker: does it beside the loop; None: it is done on the spot.
        calendar: reads the calendar with its password; may block.
        url: the calendar's address; empty: none is used.
        left: remembers what is to be taken out of trips that are gone.

    Attributes:
        held: nothing is begun, because another calendar may take over.
    """

    def __init__(  # noqa: PLR0913  (everything it composes, by name)
        self,
        *,
        travelling: TravelledTrips,
        clock: Clock,
        worker: Worker | None,
        calendar: Callable[[], Calendar],
        url: str,
        left: Left,
    ) -> None:
        self._travelling = travelling
        self._clock = clock
        self._worker = worker
        self._calendar = calendar
        self.url = url
        self._seen: dict[str, TripForm] | None = None
        self._busy: dict[str, Errand] = {}
        self._due_ms: dict[str, int] = {}
        self._left = left
        self._leaving = left.read()
        self.held = False

    def look(self) -> None:
        """Put right whatever differs."""
        forms = self._travelling.book.forms()
        if (
            self.held
            or not self.url
            or (forms is self._seen and self.next_deadline_ms() != 0)
        ):
            return
        self._note_those_gone(forms)
        self._seen = forms
        now_ms = self._clock.stamp().mono_ms
        for errand in (*self._to_leave(), *map(self._errand, forms)):
            if errand is None or errand.trip in self._busy:
                continue
            if self._due_ms.get(errand.trip, now_ms) <= now_ms:
                self._go(errand)

    def next_deadline_ms(self) -> int | None:
        """Milliseconds from now until ``look`` is wanted; None: let it sleep."""
        now_ms = self._clock.stamp().mono_ms
        waits = [due - now_ms for t, due in self._due_ms.items() if t not in self._busy]
        return max(0, min(waits)) if waits and self.url else None

    def hurry(self) -> None:
        """Try at once what waits to be tried again."""
        now_ms = self._clock.stamp().mono_ms
        self._due_ms = dict.fromkeys(self._due_ms, now_ms)
        self._seen = None
        self.look()

    def use(self, url: str) -> None:
        """Another calendar from now on; nothing is known of it. Empty: none."""
        self.url = url
        book = self._travelling.book
        for trip, form in list(book.forms().items()):
            if form.calendar is not None:
                book.note_calendar(trip, None)
        self.forget()
        self.look()

    def forget(self) -> None:
        """Nothing is known any more; what lies in the calendar stays there."""
        self._seen = None
        self._leaving = {}
        self._left.write({})
        self._due_ms.clear()
        self._busy.clear()  # what is under way ends without effect

    def there(self) -> dict[str, InCalendar]:
        """What lies in the calendar and is still to come, by trip."""
        now_ms = self._clock.stamp().wall_ms
        return {t: k for t, k in self.all_there().items() if k.end_ms > now_ms}

    def all_there(self) -> dict[str, InCalendar]:
        """What lies in the calendar, also what is over, by trip."""
        return lying_in(self.url, self._travelling.book.forms(), self._leaving)

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return bool(self._busy)

    def status(self) -> Json:
        """How it went lately."""
        known = [k for _, k in self._known()]
        here = [k for t, k in self._known() if t not in self._leaving]
        oks = [k.ok_ms for k in known if k.ok_ms is not None]
        return {
            "last_succeeded": from_ms(max(oks)).isoformat() if oks else None,
            "error": next((k.error for k in known if k.failures), None),
            "windows": sum(bool(k.told) for k in here),
        }

    def notices(self) -> tuple[str, ...]:
        """What is wrong at present, a sentence each."""
        failing = {k.error: k for _, k in self._known() if k.failures}
        zone = self._clock.zone()
        return tuple(
            f"{error} (calendar; last succeeded: {last_ok(k.ok_ms, zone)})"
            for error, k in failing.items()
        )

    def _known(self) -> list[tuple[str, InCalendar]]:
        forms = self._travelling.book.forms().items()
        there = [(t, f.calendar) for t, f in forms if f.calendar is not None]
        there += self._leaving.items()
        return [(t, k) for t, k in there if k.url == self.url and self.url]

    def _errand(self, trip: str) -> Errand | None:
        """What is to be done for a trip; None: nothing."""
        form = self._travelling.book.forms()[trip]
        known = form.calendar
        if known is None or known.url != self.url:
            known = InCalendar(self.url)
        event = event_of(trip, form)
        ends_ms = known.end_ms if event is None else event.end_ms
        told = "" if event is None else told_of(event)
        over = ends_ms <= self._travelling.group_ms(form)  # what has been stays
        if over or told == known.told or known.note == REMOVED:
            self._due_ms.pop(trip, None)
            return None
        return Errand(trip, known, event)

    def _to_leave(self) -> list[Errand]:
        """Windows of trips that are not here any more."""
        for trip, known in list(self._leaving.items()):
            if known.url != self.url:
                self._leave(trip, None)
        return [Errand(trip, known, None) for trip, known in self._leaving.items()]

    def _note_those_gone(self, forms: dict[str, TripForm]) -> None:
        for trip, form in (self._seen or {}).items():
            known = form.calendar
            if trip in forms or known is None:
                continue
            if known.told and known.url == self.url:
                self._leave(trip, known)

    def _leave(self, trip: str, known: InCalendar | None) -> None:
        """Remember what is to be taken out; None: it has been."""
        others = {t: k for t, k in self._leaving.items() if t != trip}
        leaving = others if known is None else {**others, trip: known}
        if leaving != self._leaving:
            self._leaving = leaving
            self._left.write(leaving)

    def _go(self, errand: Errand) -> None:
        now_ms = self._clock.stamp().wall_ms

        def work(_: Job) -> Put | None:
            calendar, known = self._calendar(), errand.known
            if errand.event is not None:
                ics = event_ics(errand.event, now_ms, in_a_file=False)
                return put_window(calendar, errand.uid, ics, known.etag)
            take_window(calendar, errand.uid, known.etag)
            return None

        self._busy[errand.trip] = errand
        beside(
            self._worker,
            work,
            done=lambda put: self._done(errand, put),
            failed=lambda error: self._failed(errand, error),
        )

    def _done(self, errand: Errand, put: Put | None) -> None:
        if self._busy.get(errand.trip) is not errand:
            return
        how = errand.after(put, self._clock.stamp().wall_ms)
        self._due_ms.pop(errand.trip, None)
        self._leave(errand.trip, None)
        if (
            how.told
            and how.url == self.url
            and errand.trip not in self._travelling.book.forms()
        ):
            self._leave(errand.trip, how)  # it went meanwhile
        self._note(errand, how)
        self._seen = None  # it may have changed meanwhile
        self.look()

    def _failed(self, errand: Errand, error: UnplugError) -> None:
        log.warning("%s", error)
        if self._busy.get(errand.trip) is not errand:
            return
        known = errand.known
        how = replace(known, failures=known.failures + 1, error=str(error))
        if errand.trip in self._leaving:
            self._leave(errand.trip, how)
        wait_ms = BACK_OFF_MS[min(how.failures, len(BACK_OFF_MS)) - 1]
        self._due_ms[errand.trip] = self._clock.stamp().mono_ms + wait_ms
        self._note(errand, how)

    def _note(self, errand: Errand, how: InCalendar) -> None:
        self._busy.pop(errand.trip, None)
        book = self._travelling.book
        if errand.trip not in book.forms() or how.url != self.url:
            return
        try:
            book.note_calendar(errand.trip, how)
        except UnplugError as error:  # the disk; it is looked at again
            log.warning("%s", error)
