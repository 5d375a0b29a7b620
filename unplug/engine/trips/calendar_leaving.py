"""Taking windows of trips out of a calendar that is left, or that all is erased of."""

from collections.abc import Callable, Mapping

from unplug.engine.trips.calendar_errands import uid_of
from unplug.engine.trips.forms import InCalendar, TripForm
from unplug.errors import UnplugError
from unplug.trips.calendar_server import Calendar, take_window


def lying_in(
    url: str, forms: Mapping[str, TripForm], left: Mapping[str, InCalendar]
) -> dict[str, InCalendar]:
    """All that was put into a calendar and not taken out since, by trip.

    Args:
        url: the calendar.
        forms: what is kept of the trips that are here.
        left: what is owed of trips that are gone.
    """
    known = {t: f.calendar for t, f in forms.items() if f.calendar is not None}
    return {t: k for t, k in {**known, **left}.items() if k.told and k.url == url}


def emptied(calendar: Callable[[], Calendar], there: Mapping[str, InCalendar]) -> str:
    """Take windows out; what is to be said where some could not be. Blocks.

    Args:
        calendar: gives it with its password.
        there: what lies there, by trip.
    """
    trouble: UnplugError | None = None
    for trip, known in there.items():
        try:
            take_window(calendar(), uid_of(trip), known.etag)
        except UnplugError as error:
            trouble = error
    if trouble is None:
        return ""
    return f"windows of trips stay in the calendar that they were put into: {trouble}"
