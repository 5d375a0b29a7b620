"""What is remembered of suggestions: wishes, answers, and what was suggested."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from unplug.clock import to_ms
from unplug.days import minute_of_day
from unplug.engine.suggestions.rows import asked_of, hours_text, planned_stretches
from unplug.errors import UnplugError
from unplug.settings import sections
from unplug.store.suggestions import Suggested, SuggestionReader, SuggestionStore
from unplug.suggest import asking_json, hours
from unplug.suggest.asking import Answer, Asking
from unplug.suggest.inputs import Inputs, Moment, Person, Wishes
from unplug.suggest.weekly import DAY_MIN, EVERY_DAY, Weekly

_LONG = timedelta(days=100)
_SEED_DIGITS = 12
_ASKING, _WELCOME, _FREE = "asking", "welcome", "free"


@dataclass(frozen=True, slots=True)
class Onboarding:
    """What the user answered to "when are suggestions welcome?", and for themselves.

    Attributes:
        welcome: when suggestions are welcome; empty: not said.
        free: when the user is usually free; empty: not said.
    """

    welcome: tuple[Weekly, ...] = ()
    free: tuple[Weekly, ...] = ()


class Memory:
    """On an open database.

    Args:
        shelf: gives where it is kept; None while the disk does not let it.
        chosen: gives the settings.
        day_start_min: minutes after local midnight at which a day starts.
    """

    def __init__(
        self,
        *,
        shelf: Callable[[], SuggestionReader | None],
        chosen: Callable[[], sections.Suggestions],
        day_start_min: int,
    ) -> None:
        self._shelf = shelf
        self._chosen = chosen
        self._day_start_min = day_start_min

    def asking(self) -> Asking:
        """What the user has said about being asked.

        Raises:
            UnplugError: it cannot be read.
        """
        text = self._open().said(_ASKING)
        return Asking() if text is None else asking_json.loads(text)

    def inputs(self, moment: Moment, people: tuple[Person, ...]) -> Inputs:
        """All that a decision is made from."""
        shelf = self._open()
        rows = shelf.since(to_ms(moment.now - _LONG))
        return Inputs(
            moment=moment,
            wishes=self._wishes(),
            people=people,
            past=tuple(map(asked_of, rows)),
            asking=self.asking(),
            taken=tuple(planned_stretches(rows, moment.now)),
            seed=self._seed(),
        )

    def found(self, key: str) -> Suggested | None:
        """A suggestion that was made; None where there is none."""
        return self._open().with_key(key)

    def row(self, key: str) -> Suggested:
        """A suggestion that was made.

        Raises:
            UnplugError: there is none.
        """
        row = self.found(key)
        if row is None:
            failed, todo = "cannot find this suggestion", "ask for a new one"
            raise UnplugError(failed, key, todo)
        return row

    def unanswered(self, key: str) -> Suggested:
        """A suggestion that waits for an answer.

        Raises:
            UnplugError: there is none, or it has one.
        """
        row = self.row(key)
        if row.answer not in {None, Answer.IGNORED.value}:
            failed, todo = "this suggestion has been answered", "ask for a new one"
            raise UnplugError(failed, row.answer, todo)
        return row

    def onboarding(self) -> Onboarding:
        """What was answered so far."""
        return Onboarding(self._hours(_WELCOME), self._hours(_FREE))

    def set_onboarding(self, told: Onboarding) -> None:
        """Keep the answers.

        Raises:
            StorageTroubleError: the disk does not take them.
        """
        self._store().keep(
            **{
                _WELCOME: hours_text(told.welcome),
                _FREE: hours_text(told.free),
            }
        )

    def keep(self, *rows: Suggested, asking: Asking) -> None:
        """Remember suggestions, and what was said about being asked.

        Raises:
            StorageTroubleError: the disk does not take it.
        """
        self._store().keep(*rows, asking=asking_json.dumps(asking))

    def forget_person(self, uid: str) -> None:
        """Forget what was suggested of somebody."""
        shelf = self._open()
        if isinstance(shelf, SuggestionStore):
            shelf.forget_person(uid)

    def _wishes(self) -> Wishes:
        chosen, told = self._chosen(), self.onboarding()
        hours = chosen.quiet_hours
        quiet = (
            () if hours is None else (Weekly(EVERY_DAY, hours[0], hours[1] or DAY_MIN),)
        )
        return Wishes(
            on=chosen.on,
            welcome=told.welcome,
            free=told.free,
            quiet=quiet,
            wind_down_min=minute_of_day(chosen.wind_down_at)
            if chosen.wind_down
            else None,
            per_day=chosen.per_day,
            cost_most=chosen.cost_most,
            day_start_min=self._day_start_min,
        )

    def _hours(self, about: str) -> tuple[Weekly, ...]:
        text = self._open().said(about)
        return () if text is None else hours.read_all(json.loads(text))

    def _seed(self) -> int:
        """A number that stays: what was drawn once is drawn again."""
        return int(self._open().database_id[:_SEED_DIGITS] or "0", 16)

    def _store(self) -> SuggestionStore:
        shelf = self._open()
        if not isinstance(shelf, SuggestionStore):
            failed = "cannot change what is only looked at"
            raise UnplugError(failed, "suggestions", "start unplug")
        return shelf

    def _open(self) -> SuggestionReader:
        shelf = self._shelf()
        if shelf is None:
            failed, todo = "cannot look at suggestions now", "see what the disk says"
            raise UnplugError(failed, "the database is not open", todo)
        return shelf
