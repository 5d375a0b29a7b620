"""The areas of the running app, each built on the same ground, and introduced."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from unplug.clock import Clock
from unplug.engine.choices import Choices
from unplug.engine.home.door import Home
from unplug.engine.patterns.door import Patterns
from unplug.engine.patterns.moods import Moods
from unplug.engine.people.door import People
from unplug.engine.screen_time.books import Books
from unplug.engine.screen_time.tracking import Tracker
from unplug.engine.sessions.door import DeviceFree
from unplug.engine.sessions.public_holidays import PublicHolidays
from unplug.engine.sessions.stage import Stage
from unplug.engine.suggestions.around import AroundSuggestions
from unplug.engine.suggestions.door import Suggestions
from unplug.engine.suggestions.stage import SuggestStage
from unplug.engine.trips.door import Trips
from unplug.engine.working import Worker
from unplug.sensing.choosing import choose
from unplug.usage.states import State

if TYPE_CHECKING:
    from unplug.acting.notes import Notifications
    from unplug.engine.sessions.desk_stage import DeskStage
    from unplug.engine.sessions.shortcut_keys import OpenKeys
    from unplug.store.database import Database

AroundForgetting = Callable[[Callable[[str], bool]], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True)
class Ground:
    """What every area stands on.

    Attributes:
        folder: the data folder.
        clock: where the time comes from.
        choices: what the user chose.
        books: where everything is kept.
        tracker: what follows screen time.
        worker: who does what would keep the loop waiting.
        name_of: an app's name for people.
    """

    folder: Path
    clock: Clock
    choices: Choices
    books: Books
    tracker: Tracker
    worker: Worker
    name_of: Callable[[str], str]

    def database(self) -> "Database | None":
        """The database, while there is one."""
        return self.books.database


@dataclass(frozen=True, slots=True)
class Faces:
    """Where the areas show themselves; see ``App`` for each."""

    stage: Stage
    suggest_stage: SuggestStage | None
    notifications: "Notifications | None"
    desk: "DeskStage | None"
    open_keys: "OpenKeys | None"


class Areas:
    """Each area's door; ``introduce`` lets those hear each other that have to.

    Args:
        ground: what they stand on.
        faces: where they show themselves.
        around_forgetting: what has to be let go of while somebody is forgotten.
    """

    def __init__(
        self, ground: Ground, faces: Faces, *, around_forgetting: AroundForgetting
    ) -> None:
        self._ground = ground
        self._faces = faces
        self._day_start_min = ground.choices.running.days.start_min
        self.sessions = self._sessions()
        self.people = self._people(around_forgetting)
        self.moods = Moods(
            clock=ground.clock, database=ground.database, zone=ground.clock.zone
        )
        self.patterns = self._patterns()
        self.suggestions = self._suggestions()
        self.trips = self._trips()
        self.home = self._home()

    def introduce(self) -> None:
        """Have each hear what it needs to know of the others."""
        self.sessions.observers += (
            self.moods.session_told,
            self.people.session_told,
            self.trips.session_told,
            self.home.session_told,
        )
        self._ground.choices.observers.append(
            lambda chosen: self.sessions.choose(chosen.sessions)
        )
        self.people.logged.append(self.moods.check_in_logged)
        self.people.observers.append(self.suggestions.people_changed)
        self.people.forgetters.append(self.suggestions.forget_people)
        self.suggestions.low_moods = self.moods.lows_since
        self._ground.tracker.observers += (
            self.sessions.observe,
            self.suggestions.observe,
        )

    def _sessions(self) -> DeviceFree:
        ground, faces = self._ground, self._faces
        return DeviceFree(
            clock=ground.clock,
            database=ground.database,
            stage=faces.stage,
            offline=lambda on: ground.tracker.go_offline(on=on),
            desk=faces.desk,
            choose=choose,
            chosen=ground.choices.running.sessions,
            is_holiday=PublicHolidays(ground.folder),
            worker=ground.worker,
            open_keys=faces.open_keys,
            day_start_min=self._day_start_min,
        )

    def _people(self, around_forgetting: AroundForgetting) -> People:
        return People(
            clock=self._ground.clock,
            database=self._ground.database,
            day_start_min=self._day_start_min,
            worker=self._ground.worker,
            may_tell=self._may_tell,
            around=around_forgetting,
        )

    def _may_tell(self) -> bool:
        """Whether somebody is there who may be spoken to now."""
        present = self.sessions.shown_in(self._ground.tracker.snapshot())
        if present.state is not State.ACTIVE or present.session is not None:
            return False
        local = present.at.astimezone(self._ground.clock.zone())
        return not self._ground.choices.running.suggestions.quiet_at(local)

    def _patterns(self) -> Patterns:
        ground = self._ground
        return Patterns(
            clock=ground.clock,
            folder=ground.folder,
            database=ground.database,
            waiting=ground.tracker.open_spans,
            zone=ground.clock.zone,
            name_of=ground.name_of,
            worker=ground.worker,
            day_start_min=self._day_start_min,
        )

    def _suggestions(self) -> Suggestions:
        ground, faces = self._ground, self._faces
        around = AroundSuggestions(
            clock=ground.clock,
            folder=ground.folder,
            books=ground.books,
            tracker=ground.tracker,
            sessions=self.sessions,
            people=self.people,
            settings=lambda: ground.choices.running,
            notifications=faces.notifications,
        )
        return Suggestions(clock=ground.clock, around=around, stage=faces.suggest_stage)

    def _trips(self) -> Trips:
        ground = self._ground
        return Trips(
            folder=ground.folder,
            clock=ground.clock,
            database=ground.database,
            worker=ground.worker,
            keyring=ground.choices.running.trips.keyring,
            sessions=self.sessions,
            choices=ground.choices,
        )

    def _home(self) -> Home:
        return Home(
            clock=self._ground.clock,
            choices=self._ground.choices,
            keys=self.trips.key_store,
            worker=self._ground.worker,
            sessions=self.sessions,
            next_window=self.trips.next_window,
        )
