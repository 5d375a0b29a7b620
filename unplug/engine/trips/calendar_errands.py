"""What a calendar is to show of trips, and what is to be done about it; pure."""

from dataclasses import dataclass
from hashlib import blake2b

from unplug.engine.trips.forms import InCalendar, TripForm
from unplug.trips.calendar_server import Put
from unplug.trips.window_ics import WindowEvent, event_ics

CHANGED, REMOVED = "changed", "removed"


@dataclass(frozen=True, slots=True)
class Errand:
    """One thing to put right there.

    Attributes:
        trip: whose window it is.
        known: how it lies there now.
        event: what is to be there; None: nothing.
    """

    trip: str
    known: InCalendar
    event: WindowEvent | None

    @property
    def uid(self) -> str:
        """By which calendars know it."""
        return uid_of(self.trip)

    def after(self, put: Put | None, now_ms: int) -> InCalendar:
        """How it lies there once that is done."""
        url = self.known.url
        if self.event is None:
            return InCalendar(url, ok_ms=now_ms)
        if put is None:
            return InCalendar(url, note=REMOVED, ok_ms=now_ms)
        return InCalendar(
            url,
            told=told_of(self.event),
            etag=put.etag,
            end_ms=self.event.end_ms,
            note=CHANGED if put.was_changed else "",
            ok_ms=now_ms,
        )


def event_of(trip: str, form: TripForm) -> WindowEvent | None:
    """What a calendar is to show of a trip; None: nothing, as after declining."""
    window = form.window
    if window is None or not window.taking_part:
        return None
    return WindowEvent(
        trip=trip,
        title=form.name,
        place=window.place,
        zone=window.zone,
        start_ms=window.start_ms,
        end_ms=window.end_ms,
        revision=window.revision,
    )


def uid_of(trip: str) -> str:
    """By which calendars know a trip's window, whatever becomes of it."""
    return f"trip-{trip}@unplug.invalid"


def told_of(event: WindowEvent) -> str:
    """Names an event with all that is shown of it."""
    return blake2b(event_ics(event, 0), digest_size=8).hexdigest()
