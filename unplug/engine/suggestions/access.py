"""Suggestions from outside the app: asked of it, or of the database."""

import contextlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from unplug.acting.notes import NoNotifications
from unplug.clock import Clock, to_ms
from unplug.engine.control import Message, NotRunningError, ask
from unplug.engine.people.door import People
from unplug.engine.preferences import Preferences, categories, preferences
from unplug.engine.screen_time.usual import UsualDays
from unplug.engine.sessions.occupied import held_now
from unplug.engine.suggestions.checking_in import CheckingIn
from unplug.engine.suggestions.corner import CornerNow, corner_now
from unplug.engine.suggestions.desk import SuggestDesk
from unplug.engine.suggestions.known_people import KnownPeople
from unplug.engine.suggestions.memory import Memory
from unplug.engine.suggestions.notes import SuggestNotes
from unplug.engine.suggestions.requests import PREFIX, fulfil, look
from unplug.engine.suggestions.seams import Seams
from unplug.engine.suggestions.stage import NullSuggestStage
from unplug.engine.suggestions.suggested import PlanMade, SuggestionsNow
from unplug.engine.suggestions.usage_high import Judge
from unplug.errors import UnplugError
from unplug.sensing.choosing import choose
from unplug.sensing.reasons import Reason
from unplug.sensing.source import SensingOptions
from unplug.store.database import Database
from unplug.store.people.reading import PeopleReader
from unplug.store.reading import NothingRecordedError, reading
from unplug.store.restoring import waiting_spans
from unplug.store.stretches import Stretches
from unplug.store.suggestions import SuggestionReader, SuggestionStore
from unplug.store.totals import UsageReader
from unplug.store.wanted import sessions_wanted
from unplug.suggest.inputs import Usage

Json = dict[str, Any]


def request(folder: Path, clock: Clock, message: Message) -> Json:
    """Have the running app do something, or do it in its place.

    Raises:
        UnplugError: it cannot be done; says why.
    """
    try:
        return dict(ask(folder, message))
    except NotRunningError:
        pass
    if message["do"] == f"{PREFIX}look":
        return _looked(folder, clock, message)
    database = Database(folder, clock)
    with contextlib.closing(database), _desk_on(folder, clock, database) as desk:
        return fulfil(desk, message)


def corner_of(folder: Path, clock: Clock) -> CornerNow:
    """The quiet corner, whether the app runs or not.

    Raises:
        UnplugError: the database cannot be read; says why.
    """
    now, zone = clock.stamp().utc, clock.zone()
    try:
        with reading(folder) as connection:
            return corner_now(PeopleReader(lambda: connection), now, zone)
    except NothingRecordedError:
        return corner_now(None, now, zone)


def _looked(folder: Path, clock: Clock, message: Message) -> Json:
    try:
        with reading(folder) as connection:
            present = _StoredPresent(folder, clock, connection)
            checking_in = CheckingIn(
                Memory(
                    shelf=lambda: SuggestionReader(lambda: connection),
                    chosen=lambda: present.chosen.settings.suggestions,
                    day_start_min=present.chosen.settings.days.start_min,
                ),
                KnownPeople(PeopleReader(lambda: connection)),
            )
            return look(_desk(clock, checking_in, present), dict(message))
    except NothingRecordedError:
        nothing = "Nothing has been recorded yet."
        return {"suggestion": None, "silent_because": nothing, "factors": []}


@contextlib.contextmanager
def _desk_on(folder: Path, clock: Clock, database: Database) -> Iterator[SuggestDesk]:
    present = _StoredPresent(folder, clock, database.connection)
    start_min = present.chosen.settings.days.start_min
    people = People(clock=clock, database=lambda: database, day_start_min=start_min)
    checking_in = CheckingIn(
        Memory(
            shelf=lambda: SuggestionStore(database),
            chosen=lambda: present.chosen.settings.suggestions,
            day_start_min=start_min,
        ),
        KnownPeople(people.book.store, lambda: people.book),
    )
    yield _desk(clock, checking_in, present)


def _desk(
    clock: Clock, checking_in: CheckingIn, present: "_StoredPresent"
) -> SuggestDesk:
    """The desk without a screen: nothing is shown, and plans are as suggested."""
    return SuggestDesk(
        clock=clock,
        checking_in=checking_in,
        present=present,
        seams=Seams(),
        stage=NullSuggestStage(),
        notes=lambda desk: SuggestNotes(
            said=desk.say, how=desk.like, notifications=NoNotifications()
        ),
        changed=_unseen,
    )


def _unseen(_now: SuggestionsNow) -> None:
    """Nobody looks."""


class _StoredPresent:
    """The present as far as it is on disk, while no app runs."""

    def __init__(self, folder: Path, clock: Clock, connection: Any) -> None:  # noqa: ANN401  (sqlite3's)
        self._folder = folder
        self._clock = clock
        self._connection = connection
        self.chosen: Preferences = preferences(folder)

    def usage(self, at: datetime) -> Usage:
        """The screen time by an instant, what waits in the tail included."""
        start_min = self.chosen.settings.days.start_min
        stored = UsageReader(self._connection)
        judge = Judge(
            stored=stored,
            stretches=Stretches(self._connection),
            usual=UsualDays(stored, start_min),
            day_start_min=start_min,
        )
        return judge.usage(
            to_ms(at),
            self._clock.zone(),
            limit_min=self.chosen.settings.suggestions.limit_min,
            open_spans=waiting_spans(self._folder, stored),
        )

    def in_session(self) -> bool:
        """Whether a device-free session runs or is about to."""
        if not sessions_wanted(self._connection):
            return False
        from unplug.engine.sessions.quick_look import (  # noqa: PLC0415  (plans)
            sessions_now,
        )

        return sessions_now(self._folder, self._clock)[1] is not None

    def held(self) -> frozenset[Reason]:
        """What holds somebody now."""
        return held_now(choose, SensingOptions())

    def be_device_free(self, plan: PlanMade) -> None:
        """Have a device-free session around a plan; only the running app can.

        Raises:
            UnplugError: always; the plan itself is made.
        """
        failed = "planned, but not as device-free time"
        raise UnplugError(failed, plan.title, "start unplug and plan it again")

    def class_of(self, app: str) -> str:
        """What sort of app one is."""
        return categories(self._folder).of(app).partition("/")[0]
