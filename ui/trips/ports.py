"""What the windows know of trips in the running app."""

from typing import Any, Protocol

Json = dict[str, Any]


class Trips(Protocol):
    """Trips, asked in the words of the command line."""

    def answer(self, request: dict[str, object], /) -> dict[str, object]:
        """Do something, or tell of something.

        Raises:
            UnplugError: it cannot be done; says why.
        """


class AppWithTrips(Protocol):
    """The running app, as far as this needs it."""

    @property
    def trips(self) -> Trips:
        """Its trips."""
