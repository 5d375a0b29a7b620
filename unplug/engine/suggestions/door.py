"""The door to suggestions: what they cost while nobody is suggested.

It hears the seams in the use of the computer. The rules, the address book and the notes
of the desktop are loaded once there is somebody who could be suggested and usage could
run high; nothing here wakes anybody up.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from unplug.clock import Clock
from unplug.engine.control import Message
from unplug.engine.listening import Speaker
from unplug.engine.snapshot import Snapshot
from unplug.engine.suggestions.seams import Seams
from unplug.engine.suggestions.stage import NullSuggestStage, SuggestStage
from unplug.engine.suggestions.suggested import How, Said, SuggestionsNow
from unplug.errors import UnplugError
from unplug.sensing.facts import Observed
from unplug.settings import sections
from unplug.store.database import Database
from unplug.store.wanted import open_plans_in, suggestible_in

if TYPE_CHECKING:
    from unplug.engine.suggestions.corner import CornerNow
    from unplug.engine.suggestions.desk import SuggestDesk
    from unplug.engine.suggestions.onboarding import TwoQuestions

log = logging.getLogger(__name__)

STRETCH_LEAST_MS = 45 * 60_000
OPEN_FOR_MS = 3 * 24 * 60 * 60_000
"""So long after a plan it is asked how it was."""
LATER_MS = 10 * 60_000


class Surroundings(Protocol):
    """What suggestions ask of the rest of the app."""

    def present(self) -> Snapshot:
        """The present, sessions included."""

    def database(self) -> Database | None:
        """The open database; None while the disk does not let it."""

    def chosen(self) -> sections.Suggestions:
        """The settings."""

    def desk(self, door: "Suggestions") -> "SuggestDesk":
        """Load everything that makes suggestions."""

    def two_questions(self, desk: "SuggestDesk") -> "TwoQuestions":
        """The two questions of the onboarding, as they stand."""

    def answer_two_questions(self, desk: "SuggestDesk", told: "TwoQuestions") -> None:
        """Keep the answers."""

    def corner(self) -> "CornerNow":
        """The quiet corner."""


class Suggestions:
    """Suggestions in the running app.

    Args:
        clock: where the time comes from.
        around: the rest of the app.
        stage: where suggestions are seen besides the desktop's notes.

    Attributes:
        observers: told after whatever is shown of suggestions has changed.
        low_moods: gives when low mood was marked since an instant; all in UTC.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        around: Surroundings,
        stage: SuggestStage | None = None,
    ) -> None:
        self._clock = clock
        self._around = around
        self.stage = stage or NullSuggestStage()
        self.seams = Seams()
        self.observers: list[Callable[[], None]] = []
        self.low_moods: Callable[[datetime], Iterable[datetime]] = lambda _since: ()
        self._desk: SuggestDesk | None = None
        self._of: Database | None = None
        self._now = SuggestionsNow()
        self._suggestible: bool | None = None
        self._has_plans: bool | None = None
        self._not_before_ms = 0

    def observe(self, seen: Observed) -> None:
        """Hear what the desktop says; taken in with the next ``look``."""
        self.seams.observe(seen)

    def look(self) -> None:
        """Speak up, if this is the moment."""
        if not self.seams.passed or self._clock.stamp().mono_ms < self._not_before_ms:
            return
        if (seam := self.seams.take()) is None or not self._worth_a_look():
            return
        try:
            self._rest(self.desk.seam(seam))
        except UnplugError as error:
            log.warning("%s", error)
            self._rest(LATER_MS)

    def people_changed(self) -> None:
        """Somebody was added, changed or forgotten."""
        self._suggestible = None
        self._not_before_ms = 0
        if self._desk is not None:
            self._desk.checking_in.people_changed()

    @property
    def desk(self) -> "SuggestDesk":
        """All that can be asked of suggestions, and done; loaded by asking.

        Raises:
            UnplugError: the disk does not let us at the database.
        """
        database = self._around.database()
        if self._desk is None or self._of is not database:
            self._desk, self._of = self._around.desk(self), database
        return self._desk

    def say(self, key: str, said: Said) -> None:
        """Take in what was said to a suggestion.

        Raises:
            UnplugError: it cannot be kept; says why.
        """
        self.desk.say(key, said)

    def like(self, how: How, until: datetime | None = None) -> None:
        """Obey how the user would like suggestions.

        Raises:
            UnplugError: it cannot be kept; says why.
        """
        self.desk.like(how, until)

    def two_questions(self) -> "TwoQuestions":
        """The two questions of the onboarding, with what was answered so far.

        Raises:
            UnplugError: the database cannot be read; says why.
        """
        return self._around.two_questions(self.desk)

    def answer_two_questions(self, told: "TwoQuestions") -> None:
        """Keep the answers.

        Raises:
            UnplugError: hours cannot be read, or the disk does not take them.
        """
        self._around.answer_two_questions(self.desk, told)
        self._not_before_ms = 0

    def corner_opens(self) -> bool:
        """Whether low mood was marked three times within a month."""
        from unplug.engine.suggestions.corner import LOOKS_BACK, opens  # noqa: PLC0415  (seldom)

        now = self._clock.stamp().utc
        return opens(self.low_moods(now - LOOKS_BACK), now)

    def corner(self) -> "CornerNow":
        """The quiet corner: those chosen beforehand, and where to find help.

        Raises:
            UnplugError: the database cannot be read; says why.
        """
        return self._around.corner()

    def shown_in(self, snapshot: Snapshot) -> Snapshot:
        """The present with what suggestions have to show."""
        if self._desk is not None:
            self._now = self._desk.now(self._now)
        if self._now == SuggestionsNow():
            return snapshot
        return replace(snapshot, suggestions=self._now)

    def changed(self, now: SuggestionsNow) -> None:
        """Something else is to be shown from now on."""
        self._has_plans = None
        if now == self._now:
            return
        self._now = now
        for told in self.observers:
            told()

    def answer(self, request: Message) -> Message:
        """Do what the command line asks for.

        Raises:
            UnplugError: it cannot be done; says why.
        """
        from unplug.engine.suggestions.requests import fulfil  # noqa: PLC0415

        return fulfil(self.desk, request)

    def sources(self) -> tuple[Speaker, ...]:
        """What to watch now: the bus, once a note was shown."""
        return () if self._desk is None else self._desk.showing.sources()

    def ready(self, speaker: Speaker) -> bool:
        """Hear somebody whose descriptor is readable; whether it was one of ours."""
        if self._desk is None or speaker not in self._desk.showing.sources():
            return False
        self._desk.showing.dispatch()
        return True

    def forget_people(self, uids: frozenset[str]) -> None:
        """Somebody is forgotten everywhere."""
        self.desk.forget(uids)

    def forget_everything(self) -> None:
        """Everything was erased."""
        if self._desk is not None:
            self._desk.showing.close()
        self._desk, self._suggestible, self._has_plans = None, None, None
        self._not_before_ms = 0
        self.changed(SuggestionsNow())

    def close(self) -> None:
        """Take back what is shown."""
        if self._desk is not None:
            self._desk.showing.close()

    def _rest(self, for_ms: int) -> None:
        self._not_before_ms = self._clock.stamp().mono_ms + for_ms

    def _worth_a_look(self) -> bool:
        """Whether loading the rules could come to anything at this seam."""
        database = self._around.database()
        if database is None:
            return False
        try:
            if self._has_plans is None:
                self._has_plans = open_plans_in(
                    database, self._clock.stamp().wall_ms - OPEN_FOR_MS
                )
            if self._suggestible is None:
                self._suggestible = suggestible_in(database)
        except UnplugError as error:
            log.warning("%s", error)
            return False
        if self._has_plans:
            return True
        return self._suggestible and self._could_be_high()

    def _could_be_high(self) -> bool:
        """Whether any sign could say that usage is high; errs on the side of yes."""
        chosen = self._around.chosen()
        if not chosen.on:
            return False
        if chosen.limit_min or chosen.wind_down:
            return True
        stretch_ms = self.seams.stretch_ms(self._clock.stamp())
        present = self._around.present()
        usual_ms = present.usual_ms
        return stretch_ms >= STRETCH_LEAST_MS or (
            usual_ms is not None and present.screen_ms > usual_ms
        )
