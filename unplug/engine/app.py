"""All that runs: the books, tracking and the local socket, under one roof."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from unplug.clock import Clock
from unplug.engine.answering import Answers
from unplug.engine.areas import Areas, Faces, Ground
from unplug.engine.choices import Choices
from unplug.engine.control import ControlServer, offers_socket
from unplug.engine.first_run import FirstRun
from unplug.engine.home.door import Home
from unplug.engine.housekeeping import Housekeeping
from unplug.engine.listening import Speaker
from unplug.engine.made_up import MadeUp
from unplug.engine.patterns.door import Patterns
from unplug.engine.patterns.moods import Moods
from unplug.engine.people.door import People
from unplug.engine.preferences import Preferences, preferences
from unplug.engine.screen_time.books import Books
from unplug.engine.screen_time.days_seen import DaysSeen
from unplug.engine.screen_time.desktop import Desktop
from unplug.engine.screen_time.ledger import Ledger
from unplug.engine.screen_time.tracking import Tracker
from unplug.engine.sessions.door import DeviceFree
from unplug.engine.sessions.stage import NullStage, Stage
from unplug.engine.snapshot import Snapshot
from unplug.engine.suggestions.door import Suggestions
from unplug.engine.suggestions.stage import SuggestStage
from unplug.engine.trips.door import Trips
from unplug.engine.working import Worker
from unplug.errors import UnplugError
from unplug.sensing.choosing import choose
from unplug.sensing.desktop_entries import DesktopEntries
from unplug.sensing.source import SensingOptions
from unplug.settings import FILE_NAME, write_template

if TYPE_CHECKING:
    from unplug.acting.notes import Notifications
    from unplug.engine.sessions.desk_stage import DeskStage
    from unplug.engine.sessions.shortcut_keys import OpenKeys


class App:
    """The running app without a face; a tray or a terminal drives it.

    It starts no timer: a loop watches ``sources``, calls ``ready`` for one whose
    descriptor is readable, and ``wake`` when ``next_deadline_ms`` has passed.

    Args:
        folder: the data folder.
        clock: where the time comes from.
        show: brings the app before the user's eyes; None where there is nothing to.
        stage: where device-free sessions are seen and heard.
        suggest_stage: where suggestions are seen besides the desktop's own notes.
        notifications: shows those notes; None: the desktop does.
        desk: what they do to the desktop besides; None: nothing.
        open_keys: asks the desktop for keys that work everywhere; None: nobody does.

    Raises:
        UnplugError: it runs already, or a file in the folder is not for us.
    """

    def __init__(  # noqa: PLR0913  (every stage, by name)
        self,
        folder: Path,
        clock: Clock,
        *,
        show: Callable[[], None] | None = None,
        stage: Stage | None = None,
        suggest_stage: SuggestStage | None = None,
        notifications: "Notifications | None" = None,
        desk: "DeskStage | None" = None,
        open_keys: "OpenKeys | None" = None,
    ) -> None:
        self._clock = clock
        self._folder = folder
        self._show = show
        self._control: ControlServer | None = None
        self._listens = False
        self._deaf: tuple[str, ...] = ()
        self.preferences: Preferences = preferences(folder)
        self.choices = Choices(folder, self.preferences.settings)
        self.first_run = FirstRun(lambda: self._books.database)
        self.made_up = MadeUp(lambda: self._books.database)
        self._books = Books(folder, clock, self.preferences.tracking.day_start_min)
        self._house = Housekeeping(self._books, self.preferences.settings.history)
        self._name_of = DesktopEntries().display_name
        self.tracker = self._new_tracker()
        self.days = self._new_days()
        self.worker = Worker()
        faces = Faces(
            stage=stage or NullStage(),
            suggest_stage=suggest_stage,
            notifications=notifications,
            desk=desk,
            open_keys=open_keys,
        )
        areas = Areas(self._ground(), faces, around_forgetting=self._around_forgetting)
        self.sessions: DeviceFree = areas.sessions
        self.people: People = areas.people
        self.moods: Moods = areas.moods
        self.patterns: Patterns = areas.patterns
        self.suggestions: Suggestions = areas.suggestions
        self.trips: Trips = areas.trips
        self.home: Home = areas.home
        areas.introduce()
        self._listen()
        with suppress(UnplugError):  # a folder that takes nothing is told of already
            write_template(folder / FILE_NAME)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def start(self) -> None:
        """Begin to track, and go on with the session that was left."""
        self.sessions.seen_until(self._books.seen_until_ms())
        self.tracker.start()
        self.sessions.look()
        self.trips.look()
        self.home.look()

    def sources(self) -> tuple[Speaker, ...]:
        """What to watch now; may change after any call below."""
        others = (
            self._control,
            self._house.source,
            self.worker.source,
            self.people.source,
        )
        mine = tuple(speaker for speaker in others if speaker is not None)
        areas = (*self.sessions.sources(), *self.suggestions.sources())
        return (*self.tracker.sources(), *mine, *areas, *self.trips.sources())

    def ready(self, speaker: Speaker) -> None:
        """Hear somebody whose descriptor is readable."""
        if speaker is self._control and self._control is not None:
            self._control.dispatch()
        elif speaker is self._house.source:
            self._house.ended()
        elif speaker is self.worker:
            self.worker.dispatch()
        elif speaker is self.people.source:
            self.people.heard()
        elif not (self.suggestions.ready(speaker) or self.trips.ready(speaker)):
            self.tracker.ready(speaker)
            self.sessions.ready(speaker)
        self._look_around()

    def wake(self) -> None:
        """Do what is due."""
        self.tracker.wake()
        self._look_around()

    def next_deadline_ms(self) -> int | None:
        """Milliseconds from now until ``wake`` is wanted; None: let it sleep."""
        now_ms = self._clock.stamp().mono_ms
        house_ms = self._house.due_ms
        waits = [self.tracker.next_deadline_ms()]
        waits.append(self.sessions.next_deadline_ms())
        waits += [self.trips.next_deadline_ms(), self.home.next_deadline_ms()]
        waits += [
            None if due_ms is None else max(0, due_ms - now_ms)
            for due_ms in (house_ms, self.people.due_ms)
        ]
        return min((wait for wait in waits if wait is not None), default=None)

    def snapshot(self) -> Snapshot:
        """The present, as far as it is known."""
        snapshot = self.sessions.shown_in(self.tracker.snapshot())
        for area in (self.people, self.suggestions, self.trips, self.home):
            snapshot = area.shown_in(snapshot)
        return snapshot

    def pause(self, until: datetime | None) -> None:
        """Go off the record until an aware instant; None: until ``resume``."""
        self.tracker.pause(until)

    def pause_until_tomorrow(self) -> None:
        """Go off the record until the next day starts."""
        self.tracker.pause_until_tomorrow()

    def resume(self) -> None:
        """Be back on the record."""
        self.tracker.resume()

    def close(self) -> None:
        """End tracking; everything is on disk, as far as the disk lets it."""
        self.people.close()
        self.worker.close()
        self.trips.close()
        if self._control is not None:
            self._control.close()
        self._house.close()
        self.sessions.close()
        self.suggestions.close()
        self.tracker.close()
        self._books.close()

    def _new_tracker(self) -> Tracker:
        options = self.preferences.tracking
        sensing = SensingOptions(options.idle_after_ms, options.titles)
        return Tracker(
            clock=self._clock,
            desktop=Desktop(choose, sensing),
            ledger=Ledger(self._books, self._books, self._books.left),
            past=self._books,
            options=options,
            name_of=self._name_of,
            notices=self._notices,
        )

    def _new_days(self) -> DaysSeen:
        return DaysSeen(
            clock=self._clock,
            stored=self._books,
            running=self.tracker,
            day_start_min=self.preferences.tracking.day_start_min,
            name_of=self._name_of,
        )

    def _ground(self) -> Ground:
        return Ground(
            folder=self._folder,
            clock=self._clock,
            choices=self.choices,
            books=self._books,
            tracker=self.tracker,
            worker=self.worker,
            name_of=self._name_of,
        )

    def _look_around(self) -> None:
        self.trips.look()  # first: it knows when the clock was set
        self.sessions.look()
        self.suggestions.look()
        self.people.look()
        self.home.look()
        self._house.look(self._clock.stamp())
        self._listen()

    def _listen(self) -> None:
        """Open the local socket; without it the command line cannot reach the app.

        Only who holds the folder's lock may, which is who has the database open; that
        may come later, once there is space again.
        """
        if self._listens or not offers_socket() or self._books.database is None:
            return
        self._listens = True
        answers = Answers(
            self.tracker,
            erase=self.erase_everything,
            show=self._show,
            sessions=self.sessions,
            people=self.people,
            suggestions=self.suggestions,
            trips=self.trips,
            home=self.home,
        )
        try:
            self._control = ControlServer(self._folder, answers)
        except OSError as error:
            self._deaf = (f"commands cannot reach the app: {error}",)

    def erase_everything(self) -> None:
        """Delete every recorded thing, copies and backups too, and go on with nothing.

        Raises:
            UnplugError: the disk does not let it.
        """
        self._house.close()  # a copy that is being made would outlive what it copies
        self.trips.forget_everything()
        self.home.forget_everything()
        self._books.erase_everything()
        self.sessions.forget_everything()
        self.people.forget_everything()
        self.patterns.forget_everything()
        self.suggestions.forget_everything()

    @contextmanager
    def _around_forgetting(self, mentioned: Callable[[str], bool]) -> Iterator[None]:
        """Let go of what is in memory while somebody is forgotten on the disk.

        Args:
            mentioned: whether a text mentions them.
        """
        self._house.close()  # a copy that is being made would outlive what it copies
        self.sessions.let_go()
        self.tracker.forget_titles(mentioned)
        try:
            yield
        finally:
            self._books.renew()
            self.tracker.wake()
            self.sessions.look()

    def _notices(self) -> tuple[str, ...]:
        return (*self._books.notices, *self._deaf, *self.preferences.notices)
