"""What the running app answers when the command line asks."""

from collections.abc import Callable

from unplug.engine.control import Message
from unplug.engine.home.door import Home
from unplug.engine.people.door import People
from unplug.engine.screen_time.span_rows import to_row
from unplug.engine.screen_time.tracking import Tracker
from unplug.engine.sessions.door import DeviceFree
from unplug.engine.snapshot import Snapshot
from unplug.engine.suggestions.door import Suggestions
from unplug.engine.trips.door import Trips
from unplug.errors import UnplugError


class Answers:
    """The running app's side of the conversation.

    Args:
        tracker: the use case that is asked about.
        show: brings the app before the user's eyes; None where there is nothing to.
        erase: erases everything that is stored.
        sessions: device-free sessions; None where there are none.
        people: the address book; None where there is none.
        suggestions: whom to see; None where nobody is suggested.
        trips: trips; None where there are none.
        home: the user's Home Assistant; None where there is none.
    """

    def __init__(  # noqa: PLR0913  (every area that answers, by name)
        self,
        tracker: Tracker,
        *,
        erase: Callable[[], None],
        show: Callable[[], None] | None = None,
        sessions: DeviceFree | None = None,
        people: People | None = None,
        suggestions: Suggestions | None = None,
        trips: Trips | None = None,
        home: Home | None = None,
    ) -> None:
        self._tracker = tracker
        self._sessions = sessions
        self._areas: dict[str, Callable[[Message], Message]] = {}
        if sessions is not None:
            self._areas |= {"session": sessions.answer, "plan": sessions.answer}
        if people is not None:
            self._areas["people"] = people.answer
        if suggestions is not None:
            self._areas["suggest"] = suggestions.answer
        if trips is not None:
            self._areas["trip"] = trips.answer
        if home is not None:
            self._areas["home"] = home.answer
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
            case wish:
                return self._area(str(wish))(request)

    def _area(self, wish: str) -> Callable[[Message], Message]:
        """Whose wish it is, by what stands before its dot.

        Raises:
            UnplugError: nobody's here.
        """
        area = self._areas.get(wish.partition(".")[0])
        if area is None:
            failed = "the running app cannot do this"
            raise UnplugError(failed, wish, "quit it and try again")
        return area

    def _snapshot(self) -> Snapshot:
        snapshot = self._tracker.snapshot()
        if self._sessions is None:
            return snapshot
        self._sessions.look()
        return self._sessions.shown_in(snapshot)
