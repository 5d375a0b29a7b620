"""When the next offline window begins, over all trips; needs no keys."""

from datetime import datetime

from unplug.clock import from_ms
from unplug.engine.trips.travelling import Travelling


def next_start(travelling: Travelling) -> datetime | None:
    """The first that is to come and that the user has not declined, in UTC."""
    starts = [
        form.window.start_ms
        for form in travelling.book.forms().values()
        if form.window is not None
        and form.window.taking_part
        and form.window.start_ms > travelling.group_ms(form)
    ]
    return from_ms(min(starts)) if starts else None
