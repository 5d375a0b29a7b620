"""Suggestions at work: at a seam, on the screen, and in the words of the windows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from unplug.clock import Clock
from unplug.engine.suggestions.checking_in import CheckingIn
from unplug.engine.suggestions.memory import Onboarding
from unplug.engine.suggestions.moments import Moments, Present
from unplug.engine.suggestions.notes import SuggestNotes
from unplug.engine.suggestions.seams import Seam, Seams
from unplug.engine.suggestions.showing import Showing
from unplug.engine.suggestions.stage import SuggestStage
from unplug.engine.suggestions.suggested import (
    AfterNow,
    How,
    PlanMade,
    Said,
    SuggestionNow,
    SuggestionsNow,
)
from unplug.errors import UnplugError
from unplug.suggest import answers
from unplug.suggest.asking import Wish
from unplug.suggest.constants import IGNORED_AFTER
from unplug.suggest.inputs import Moment
from unplug.suggest.when import Reason, Refusal

SOON_MS, LATER_MS = 60_000, 10 * 60_000
"""How long after the rules were asked they are not asked again: soon where a minute can
change the answer, later where it takes hours."""

_CHANGES_SOON = (Reason.USUAL, Reason.BUSY, Reason.NO_BREAKPOINT, Reason.QUIET_HOURS)
_WISHES = {
    How.FEWER: Wish.FEWER,
    How.OTHER_TIMES: Wish.OTHER_TIMES,
    How.PAUSE: Wish.PAUSE,
    How.STOP: Wish.STOP,
    How.START_AGAIN: Wish.START_AGAIN,
}


class SuggestDesk:
    """Takes seams and wishes, and puts what comes of them on the screen.

    Args:
        clock: where the time comes from.
        checking_in: the use case.
        present: the present.
        seams: what was heard of the use of the computer.
        stage: where cards are shown.
        notes: makes the desktop's notes, when the first is needed.
        changed: told what is to be shown from now on.

    Attributes:
        checking_in: the use case.
        moments: the present, as the rules take it.
        showing: where suggestions are seen.
    """

    def __init__(  # noqa: PLR0913  (everything it composes, by name)
        self,
        *,
        clock: Clock,
        checking_in: CheckingIn,
        present: Present,
        seams: Seams,
        stage: SuggestStage,
        notes: Callable[["SuggestDesk"], SuggestNotes],
        changed: Callable[[SuggestionsNow], None],
    ) -> None:
        self.checking_in = checking_in
        self._clock = clock
        self._present = present
        self.moments = Moments(clock, present, seams)
        self.showing = Showing(stage, lambda: notes(self))
        self._changed = changed
        self._shown: SuggestionNow | None = None
        self._asked_after: set[str] = set()
        self._refresh()

    def seam(self, seam: Seam) -> int:
        """Speak up at a seam, or not.

        Returns:
            For how many milliseconds no other seam matters.

        Raises:
            UnplugError: what is kept cannot be read or written; says why.
        """
        self._ask_after()
        moment = self.moments.moment(seam)
        refusal = self._refusal(moment)
        if refusal is None:
            made = self.checking_in.suggest(moment)
            if isinstance(made, SuggestionNow):
                self._show(made)
                return LATER_MS
            refusal = made
        elif refusal.reason is Reason.ASK_FIRST:
            self._ask_how()
        self._refresh(silent=refusal.sentence)
        return SOON_MS if refusal.reason in _CHANGES_SOON else LATER_MS

    def ask(self) -> SuggestionNow:
        """Suggest somebody because the user asks for it; one who waits comes first.

        Raises:
            UnplugError: there is nobody to suggest; says why.
        """
        if (waiting := self.waiting()) is not None:
            return waiting
        made = self.checking_in.suggest(self.moments.moment(None), asked=True)
        return self._taken(made)

    def say(self, key: str, said: Said) -> None:
        """Take in what was said to a suggestion.

        Raises:
            UnplugError: it cannot be kept; says why.
        """
        now = self._clock.stamp().utc
        match said:
            case Said.PLAN if self.showing.stage.can_plan and self._shown:
                self.showing.withdraw()
                self.showing.stage.plan(self._shown)
            case Said.PLAN:
                self.plan(key)
            case Said.SOMEONE_ELSE:
                self.someone_else(key)
            case Said.NOT_NOW:
                self.showing.withdraw()
                self.checking_in.not_now(key, now)
                self._refresh()
            case Said.NEVER:
                self.showing.withdraw()
                self.checking_in.never(key, now)
                self._refresh()

    def someone_else(self, key: str) -> SuggestionNow | Refusal:
        """Suggest somebody else in the place of a suggestion."""
        self.showing.withdraw()
        made = self.checking_in.instead(key, self.moments.moment(None))
        if isinstance(made, SuggestionNow):
            self._show(made)
        else:
            self._refresh(silent=made.sentence)
        return made

    def plan(
        self,
        key: str,
        start: datetime | None = None,
        end: datetime | None = None,
        *,
        device_free: bool = False,
    ) -> PlanMade:
        """Make a plan from a suggestion.

        Args:
            key: of the suggestion.
            start: when it begins, aware; None: as suggested.
            end: when it ends; None: as long after the start as suggested.
            device_free: be device-free meanwhile.

        Raises:
            UnplugError: there is no such suggestion, or the disk does not take it.
        """
        self.showing.withdraw()
        now, zone = self._clock.stamp().utc, self._clock.zone()
        made = self.checking_in.plan(key, now, zone, start=start, end=end)
        if device_free:
            self._present.be_device_free(made)
        self._refresh()
        return made

    def told(self, key: str, after: answers.After) -> None:
        """Take in how a planned meeting was.

        Raises:
            UnplugError: there is no such plan, or the disk does not take it.
        """
        self.checking_in.told(key, self._clock.zone(), after)
        self._refresh()

    def tell(
        self,
        key: str,
        *,
        happened: bool | None,
        felt: int | None = None,
        note: str = "",
    ) -> None:
        """Take in how a planned meeting was; what is missing stays missing."""
        self.told(key, answers.After(happened, felt, note))

    def like(self, how: How, until: datetime | None = None) -> None:
        """Obey how the user would like suggestions.

        Raises:
            UnplugError: the disk does not take it.
        """
        now = self._clock.stamp().utc
        self.checking_in.wish(_WISHES[how], now, until)
        if how in {How.STOP, How.PAUSE}:
            self.showing.withdraw()
        self._refresh()

    def leave_how(self) -> None:
        """The question of how to be asked was put away: everything stays as it is."""
        self.checking_in.question_put()
        self._refresh()

    def onboarding(self) -> Onboarding:
        """When suggestions are welcome, and when the user is free, as far as said."""
        return self.checking_in.memory.onboarding()

    def answer_onboarding(self, told: Onboarding) -> None:
        """Keep when suggestions are welcome, and when the user is free."""
        self.checking_in.memory.set_onboarding(told)

    def waiting(self) -> SuggestionNow | None:
        """The suggestion that waits for an answer, once time has passed."""
        self.checking_in.pass_time(self._clock.stamp().utc)
        return self.shown()

    def shown(self) -> SuggestionNow | None:
        """The suggestion that waits for an answer; changes nothing."""
        self._refresh()
        return self._shown

    def after(self) -> AfterNow | None:
        """The plan of which it is asked how it was."""
        return self.checking_in.after(self._clock.stamp().utc, self._clock.zone())

    def forget(self, uids: frozenset[str]) -> None:
        """Somebody is forgotten everywhere."""
        if self._shown is not None and self._shown.uid in uids:
            self.showing.withdraw()
        for uid in uids:
            self.checking_in.forget(uid)
        self._refresh()

    def now(self, shown: SuggestionsNow) -> SuggestionsNow:
        """What is to be shown, without what has become too old."""
        if shown.suggestion is None:
            return shown
        old = self._clock.stamp().utc - shown.suggestion.made >= IGNORED_AFTER
        return replace(shown, suggestion=None) if old else shown

    def _refusal(self, moment: Moment) -> Refusal | None:
        """Why to be silent; what costs most is looked at only if nothing else holds."""
        self.checking_in.pass_time(moment.now)
        shut = self.checking_in.gate(moment)
        if shut is not None:
            return shut
        closer = self.moments.looked_closer(moment)
        return None if closer is None else self.checking_in.gate(closer)

    def _taken(self, made: SuggestionNow | Refusal) -> SuggestionNow:
        if isinstance(made, Refusal):
            failed, todo = "nobody can be suggested", "see unplug people list"
            raise UnplugError(failed, made.sentence, todo)
        self._shown = made
        self._refresh()
        return made

    def _show(self, made: SuggestionNow) -> None:
        self._shown = made
        self._refresh()
        self.showing.show(made)

    def _ask_how(self) -> None:
        self.showing.ask_how()
        self.checking_in.question_put()

    def _ask_after(self) -> None:
        now, zone = self._clock.stamp().utc, self._clock.zone()
        after = self.checking_in.after(now, zone)
        if after is not None and after.key not in self._asked_after:
            self._asked_after.add(after.key)
            self.showing.stage.ask_after(after)

    def _refresh(self, silent: str = "") -> None:
        now, zone = self._clock.stamp().utc, self._clock.zone()
        waiting = self.checking_in.waiting(now, zone)
        if waiting is not None and self._shown is not None:
            same = waiting.key == self._shown.key
            waiting = self._shown if same else waiting
        self._shown = waiting
        self._changed(
            SuggestionsNow(
                suggestion=waiting,
                after=self.checking_in.after(now, zone),
                ask_how=self.checking_in.asks_how(),
                silent=silent,
            )
        )
