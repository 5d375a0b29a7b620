"""What the running app answers when the command line asks."""

from collections.abc import Callable

from unplug.engine.control import Message
from unplug.engine.device_free import DeviceFree
from unplug.engine.people import People
from unplug.engine.snapshot import Snapshot
from unplug.engine.span_rows import to_row
from unplug.engine.tracking import Tracker
from unplug.engine.trips import Trips
from unplug.errors import UnplugError

_OF_SESSIONS = ("session.", "plan.")
_OF_PEOPLE = "people."
_OF_TRIPS = "trip."


class Answers:
    """The running app's side of the conversation.

    Args:
        tracker: the use case that is asked about.
        show: brings the app before the user's eyes; None where there is nothing to.
        erase: erases everything that is stored.
        sessions: device-free sessions; None where there are none.
        people: the address book; None where there is none.
        trips: trips; None where there are none.
    """

    def __init__(  # noqa: PLR0913  (every area, by name)
        self,
        tracker: Tracker,
        *,
        erase: Callable[[], None],
        show: Callable[[], None] | None = None,
        sessions: DeviceFree | None = None,
        people: People | None = None,
        trips: Trips | None = None,
    ) -> None:
        self._tracker = tracker
        self._people = people
        self._sessions = sessions
        self._trips = trips
        self._erase = erase
        self._show = show

    def __call__(self, request: Message) -> Message:
        """Answer one request.

        Raises:
            UnplugError: it asks for something that this app cannot do.
        """
        match request.get("do"):
            case "status":
                from unplug.engine import status  # noqa: PLC0415  (only who asks)

                self._tracker.wake()
                return status.as_json(self._snapshot(), running=True)
            case "open":
                spans = [to_row(span) for span in self._tracker.open_spans()]
                return {"spans": spans, "commit": self._tracker.last_commit_id}
            case "erase":
                self._tracker.forget_everything()
                self._erase()
                return {"erased": True}
            case "show" if self._show is not None:
                self._show()
                return {"shown": True}
            case str(wish) if (area := self._area(wish)) is not None:
                return area(request)
            case other:
                failed = "the running app cannot do this"
                raise UnplugError(failed, other, "quit it and try again")

    def _area(self, wish: str) -> Callable[[Message], Message] | None:
        """Who answers wishes of this kind."""
        if self._sessions is not None and wish.startswith(_OF_SESSIONS):
            return self._sessions.answer
        if self._people is not None and wish.startswith(_OF_PEOPLE):
            return self._people.answer
        if self._trips is not None and wish.startswith(_OF_TRIPS):
            return self._trips.answer
        return None

    def _snapshot(self) -> Snapshot:
        snapshot = self._tracker.snapshot()
        if self._sessions is None:
            return snapshot
        self._sessions.look()
        return self._sessions.shown_in(snapshot)
