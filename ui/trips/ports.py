"""What the windows know of trips in the running app."""

from collections.abc import Callable
from typing import Any, Protocol

from unplug.errors import UnplugError

Json = dict[str, Any]


class Looking(Protocol):
    """A look around in the network that goes on."""

    def cancel(self) -> None:
        """Nobody wants to know any more."""


class Trips(Protocol):
    """Trips, asked in the words of the command line."""

    def answer(self, request: dict[str, object], /) -> dict[str, object]:
        """Do something, or tell of something.

        Raises:
            UnplugError: it cannot be done; says why.
        """

    def look_for_brokers(
        self,
        *,
        found: Callable[[list[Json]], None],
        failed: Callable[[UnplugError], None],
        cancelled: Callable[[], None],
    ) -> Looking:
        """Look for brokers in the local network, beside the loop."""


class AppWithTrips(Protocol):
    """The running app, as far as this needs it."""

    @property
    def trips(self) -> Trips:
        """Its trips."""
