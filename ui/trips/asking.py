"""Asking for what is done in a trip; what is refused is said where it was asked."""

from collections.abc import Callable

from ui.trips.ports import Json, Looking, Trips
from ui.troubles import sentence
from unplug.errors import UnplugError


class Asking:
    """Asks the app, and tells what it says.

    Args:
        trips: the app's trips.
        acted: called after something was done.
        refused: takes the sentence why something was not done; empty before each.

    Attributes:
        trip: the trip in view, by its id; empty for none.
    """

    def __init__(
        self,
        trips: Trips,
        *,
        acted: Callable[[], None],
        refused: Callable[[str], None],
    ) -> None:
        self._trips = trips
        self._acted = acted
        self._refused = refused
        self.trip = ""

    def tell(self, what: str, **asked: object) -> Json:
        """Something to look at.

        Raises:
            UnplugError: it cannot be read.
        """
        return dict(self._trips.answer(self._request(what, asked)))

    def do(self, what: str, **asked: object) -> Json | None:
        """Something to be done; None where it was refused, which is said."""
        self._refused("")
        try:
            done = dict(self._trips.answer(self._request(what, asked)))
        except UnplugError as error:
            self._refused(sentence(error))
            return None
        self._acted()
        return done

    def look_for_brokers(
        self,
        *,
        found: Callable[[list[Json]], None],
        failed: Callable[[UnplugError], None],
        cancelled: Callable[[], None],
    ) -> Looking:
        """Look around in the local network; nothing is connected to."""
        return self._trips.look_for_brokers(
            found=found, failed=failed, cancelled=cancelled
        )

    def _request(self, what: str, asked: Json) -> Json:
        return {"do": f"trip.{what}", "trip": self.trip or None, **asked}
