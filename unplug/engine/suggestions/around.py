"""What suggestions ask of the rest of the running app."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from unplug.clock import Clock, to_ms
from unplug.engine.people.door import People
from unplug.engine.preferences import categories
from unplug.engine.screen_time.books import Books
from unplug.engine.screen_time.tracking import Tracker
from unplug.engine.sessions.door import DeviceFree
from unplug.engine.snapshot import Snapshot
from unplug.errors import UnplugError
from unplug.sensing.reasons import Reason
from unplug.settings import Settings, sections
from unplug.store.database import Database

if TYPE_CHECKING:
    from unplug.acting.notes import Notifications
    from unplug.engine.suggestions.corner import CornerNow
    from unplug.engine.suggestions.desk import SuggestDesk
    from unplug.engine.suggestions.door import Suggestions
    from unplug.engine.suggestions.onboarding import TwoQuestions
    from unplug.engine.suggestions.suggested import PlanMade
    from unplug.engine.suggestions.usage_high import Judge
    from unplug.suggest.inputs import Usage
    from unplug.usage.categories import Categories


class AroundSuggestions:
    """The books, tracking, sessions and people, as suggestions need them.

    Args:
        clock: where the time comes from.
        folder: the data folder.
        books: where screen time is kept.
        tracker: knows the present.
        sessions: device-free sessions.
        people: the address book.
        settings: gives what the user chose.
        notifications: shows notes; None: the desktop does.
    """

    def __init__(  # noqa: PLR0913  (everything it reaches, by name)
        self,
        *,
        clock: Clock,
        folder: Path,
        books: Books,
        tracker: Tracker,
        sessions: DeviceFree,
        people: People,
        settings: Callable[[], Settings],
        notifications: "Notifications | None" = None,
    ) -> None:
        self._clock = clock
        self._folder = folder
        self._books = books
        self._tracker = tracker
        self._sessions = sessions
        self._people = people
        self._settings = settings
        self._notifications = notifications
        self._judge: tuple[object, Judge] | None = None
        self._categories: Categories | None = None

    def present(self) -> Snapshot:
        """The present, sessions included."""
        return self._sessions.shown_in(self._tracker.snapshot())

    def database(self) -> Database | None:
        """The open database; None while the disk does not let it."""
        return self._books.database

    def chosen(self) -> sections.Suggestions:
        """The settings."""
        return self._settings().suggestions

    def usage(self, at: datetime) -> "Usage":
        """The screen time by an instant, what is not stored yet included."""
        return self._judging().usage(
            to_ms(at),
            self._clock.zone(),
            limit_min=self.chosen().limit_min,
            open_spans=self._tracker.uncommitted(),
        )

    def in_session(self) -> bool:
        """Whether a device-free session runs or is about to."""
        return self.present().session is not None

    def held(self) -> frozenset[Reason]:
        """What holds somebody now; a look that costs a little."""
        from unplug.engine.sessions.occupied import held_now  # noqa: PLC0415  (seldom)
        from unplug.sensing.choosing import choose  # noqa: PLC0415  (loaded already)
        from unplug.sensing.source import SensingOptions  # noqa: PLC0415

        return held_now(choose, SensingOptions())

    def class_of(self, app: str) -> str:
        """What sort of app one is: the first part of its category."""
        if self._categories is None:
            self._categories = categories(self._folder)
        return self._categories.of(app).partition("/")[0]

    def be_device_free(self, plan: "PlanMade") -> None:
        """Have a device-free session around a plan."""
        title = plan.step[:1].upper() + plan.step[1:]
        uid = f"{plan.key}@unplug"
        self._sessions.add_window(uid, plan.start, plan.end, title, person=plan.uid)

    def two_questions(self, desk: "SuggestDesk") -> "TwoQuestions":
        """The two questions of the onboarding, as they stand."""
        from unplug.engine.suggestions.onboarding import questions  # noqa: PLC0415  (seldom)

        return questions(desk, self._people.book)

    def answer_two_questions(self, desk: "SuggestDesk", told: "TwoQuestions") -> None:
        """Keep the answers."""
        from unplug.engine.suggestions.onboarding import answer  # noqa: PLC0415  (seldom)

        answer(desk, self._people.book, told)

    def corner(self) -> "CornerNow":
        """The quiet corner."""
        from unplug.engine.suggestions.corner import corner_now  # noqa: PLC0415  (seldom)

        now, zone = self._clock.stamp().utc, self._clock.zone()
        return corner_now(self._people.book.store, now, zone)

    def desk(self, door: "Suggestions") -> "SuggestDesk":
        """Load everything that makes suggestions."""
        from unplug.engine.suggestions.checking_in import CheckingIn  # noqa: PLC0415  (the rules)
        from unplug.engine.suggestions.desk import SuggestDesk  # noqa: PLC0415
        from unplug.engine.suggestions.known_people import KnownPeople  # noqa: PLC0415
        from unplug.engine.suggestions.memory import Memory  # noqa: PLC0415
        from unplug.engine.suggestions.notes import SuggestNotes  # noqa: PLC0415
        from unplug.store.suggestions import SuggestionStore  # noqa: PLC0415

        def shelf() -> SuggestionStore | None:
            database = self.database()
            return None if database is None else SuggestionStore(database)

        book = self._people.book
        return SuggestDesk(
            clock=self._clock,
            checking_in=CheckingIn(
                Memory(
                    shelf=shelf,
                    chosen=self.chosen,
                    day_start_min=self._settings().days.start_min,
                ),
                KnownPeople(book.store, lambda: self._people.book),
            ),
            present=self,
            seams=door.seams,
            stage=door.stage,
            notes=lambda desk: SuggestNotes(
                said=desk.say, how=desk.like, notifications=self._notifications
            ),
            changed=door.changed,
        )

    def _judging(self) -> "Judge":
        """The judge of the database as it is open now."""
        from unplug.engine.screen_time.usual import UsualDays  # noqa: PLC0415
        from unplug.engine.suggestions.usage_high import Judge  # noqa: PLC0415  (with the rules)
        from unplug.store.stretches import Stretches  # noqa: PLC0415

        database, stored = self._books.database, self._books.usage
        if database is None or stored is None:
            failed, todo = "cannot judge screen time", "see what the disk says"
            raise UnplugError(failed, "the database is not open", todo)
        if self._judge is None or self._judge[0] is not database.connection:
            start_min = self._settings().days.start_min
            judge = Judge(
                stored=stored,
                stretches=Stretches(database.connection),
                usual=UsualDays(stored, start_min),
                day_start_min=start_min,
            )
            self._judge = database.connection, judge
        return self._judge[1]
