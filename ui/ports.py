"""What the windows need from the rest of the app."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from unplug.engine.listening import Listener
from unplug.engine.snapshot import Snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from unplug.engine.screen_time.days_seen import SeenDay
    from unplug.engine.suggestions.onboarding import TwoQuestions
    from unplug.engine.suggestions.stage import SuggestStage
    from unplug.engine.suggestions.suggested import How, PlanMade, Said, SuggestionNow
    from unplug.settings import Settings
    from unplug.usage.states import ScreenSpan


class Tracker(Listener, Protocol):
    """Tracking, as a loop drives it and the windows show and steer it."""

    def snapshot(self) -> Snapshot:
        """The present."""

    def pause(self, until: datetime | None) -> None:
        """Go off the record until an aware instant; None: until `resume`."""

    def pause_until_tomorrow(self) -> None:
        """Go off the record until the next day starts."""

    def resume(self) -> None:
        """Go back on the record."""

    def close(self) -> None:
        """Finish the open stretch and let go of everything."""


class SessionDesk(Protocol):
    """What windows ask of sessions and plans.

    All of it raises `UnplugError` where it cannot be granted.
    """

    def unplug_for(self, length: timedelta) -> None:
        """Begin a session on the spot, of some length."""

    def unplug_until(self, until: datetime) -> None:
        """Begin a session on the spot, until an aware instant."""

    def remember(self, session_id: str, felt: int, note: str = "") -> None:
        """Keep how a session that is over felt, and a word to remember it by."""

    def pause_reminders(self, length: timedelta) -> None:
        """Announce and begin nothing for some time."""

    def pause_reminders_until_tomorrow(self) -> None:
        """Announce and begin nothing until the next day starts."""


class Sessions(Protocol):
    """Device-free sessions, as the windows see them."""

    @property
    def desk(self) -> SessionDesk:
        """What windows ask of them; loads the heavy part."""

    def wish(self, name: str, *arguments: object) -> None:
        """Want something of the present session, by the name of an event."""


class Choices(Protocol):
    """The settings, as their page sees them."""

    @property
    def running(self) -> "Settings":
        """The settings that the app runs with."""

    @property
    def folder(self) -> "Path":
        """Where everything is kept."""

    def now(self) -> "Settings":
        """What the file says."""

    def change(self, key: str, value: object) -> None:
        """Set one setting, as in "tracking.idle_after_s"."""


class Home(Protocol):
    """The user's Home Assistant, as the windows name it."""

    def answer(self, request: dict[str, object], /) -> dict[str, object]:
        """Do something, or tell how it goes.

        Raises:
            UnplugError: it cannot be done; says why.
        """


class Moods(Protocol):
    """Mood notes, as the windows make them."""

    def note(self, mark: int, word: str = "") -> object:
        """Note how somebody feels now, 1 to 5, and a word beside it."""


class Days(Protocol):
    """Single days, as the windows look at them."""

    name_of: Callable[[str], str]
    """What an app is called."""

    def today(self) -> date:
        """The present local day."""

    def day(self, day: date) -> "SeenDay":
        """Look at a day."""

    def spans(self, from_ms: int, to_ms: int) -> "tuple[ScreenSpan, ...]":
        """What was tracked in ``[from_ms, to_ms)``, cut at its ends, by start."""


class SuggestDesk(Protocol):
    """What windows ask of suggestions.

    All of it raises `UnplugError` where it cannot be granted.
    """

    def ask(self) -> "SuggestionNow":
        """Suggest somebody now."""

    def plan(
        self, key: str, start: datetime, end: datetime, *, device_free: bool
    ) -> "PlanMade":
        """Make a plan from a suggestion."""

    def tell(
        self, key: str, *, happened: bool | None, felt: int | None, note: str
    ) -> None:
        """Take in how a planned meeting was."""

    def leave_how(self) -> None:
        """Leave everything as it is."""


class Suggestions(Protocol):
    """Suggestions, as the windows see them."""

    observers: list[Callable[[], None]]
    stage: "SuggestStage"

    @property
    def desk(self) -> SuggestDesk:
        """What windows ask of them; loads the heavy part."""

    def say(self, key: str, said: "Said") -> None:
        """Take in what was said to a suggestion."""

    def like(self, how: "How") -> None:
        """Obey how suggestions are wanted."""

    def two_questions(self) -> "TwoQuestions":
        """The two questions of the onboarding, with what was answered so far."""

    def answer_two_questions(self, told: "TwoQuestions") -> None:
        """Keep the answers."""
