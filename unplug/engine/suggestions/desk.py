"""Suggestions at work: at a seam, on the screen, and in the words of the windows."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from unplug.clock import Clock
from unplug.engine.listening import Speaker
from unplug.engine.suggestions.checking_in import CheckingIn
from unplug.engine.suggestions.memory import Onboarding
from unplug.engine.suggestions.notes import SuggestNotes
from unplug.engine.suggestions.seams import APP_CLASS, Seam, Seams
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
from unplug.sensing.reasons import Reason as Held
from unplug.suggest import answers
from unplug.suggest.asking import Wish
from unplug.suggest.constants import IGNORED_AFTER
from unplug.suggest.inputs import Break, Breakpoint, Busy, Moment, Usage
from unplug.suggest.seasons import season_in
from unplug.suggest.when import Reason, Refusal

log = logging.getLogger(__name__)

SOON_MS, LATER_MS = 60_000, 10 * 60_000
"""How long after the rules were asked they are not asked again: soon where a minute can
change the answer, later where it takes hours."""

_CHANGES_SOON = (Reason.USUAL, Reason.BUSY, Reason.NO_BREAKPOINT, Reason.QUIET_HOURS)
_BUSY = {
    Held.CALL: Busy.CALL,
    Held.CAMERA: Busy.CALL,
    Held.MICROPHONE: Busy.CALL,
    Held.SHARING: Busy.SHARING,
    Held.FULL_SCREEN: Busy.FULL_SCREEN,
    Held.PRESENTING: Busy.PRESENTING,
    Held.DO_NOT_DISTURB: Busy.DO_NOT_DISTURB,
}
_WISHES = {
    How.FEWER: Wish.FEWER,
    How.OTHER_TIMES: Wish.OTHER_TIMES,
    How.PAUSE: Wish.PAUSE,
    How.STOP: Wish.STOP,
    How.START_AGAIN: Wish.START_AGAIN,
}


class Present(Protocol):
    """The present, as far as suggestions have to know it."""

    def usage(self, at: datetime) -> Usage:
        """The screen time by an instant."""

    def in_session(self) -> bool:
        """Whether a device-free session runs or is about to."""

    def held(self) -> frozenset[Held]:
        """What holds somebody now; a look that costs a little."""

    def class_of(self, app: str) -> str:
        """What sort of app one is."""

    def be_device_free(self, plan: PlanMade) -> None:
        """Have a device-free session around a plan."""


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
        self._seams = seams
        self._stage = stage
        self._make_notes = notes
        self._notes: SuggestNotes | None = None
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
        moment = self.moment(seam)
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

    def moment(
        self, seam: Seam | None, at: datetime | None = None, *, thorough: bool = False
    ) -> Moment:
        """The present, or another instant, as the rules take it.

        Args:
            seam: the seam it is; None: the user turned to unplug, which is one as well.
            at: an instant to judge in place of now, of which only screen time is known.
            thorough: look at all that could hold somebody, also at what costs a little.
        """
        zone = self._clock.zone()
        now = at or self._clock.stamp().utc
        held = self._seams.reasons() | (self._present.held() if thorough else set())
        busy = frozenset() if at is not None else self._busy(held)
        return Moment(
            now=now,
            zone=zone,
            usage=self._present.usage(now),
            breakpoint=self._breakpoint(seam),
            busy=busy,
            season=season_in(zone.key, now.astimezone(zone).date()),
        )

    def ask(self) -> SuggestionNow:
        """Suggest somebody because the user asks for it; one who waits comes first.

        Raises:
            UnplugError: there is nobody to suggest; says why.
        """
        if (waiting := self.waiting()) is not None:
            return waiting
        made = self.checking_in.suggest(self.moment(None), asked=True)
        return self._taken(made)

    def say(self, key: str, said: Said) -> None:
        """Take in what was said to a suggestion.

        Raises:
            UnplugError: it cannot be kept; says why.
        """
        now = self._clock.stamp().utc
        match said:
            case Said.PLAN if self._stage.can_plan and self._shown:
                self._withdraw()
                self._stage.plan(self._shown)
            case Said.PLAN:
                self.plan(key)
            case Said.SOMEONE_ELSE:
                self.someone_else(key)
            case Said.NOT_NOW:
                self._withdraw()
                self.checking_in.not_now(key, now)
                self._refresh()
            case Said.NEVER:
                self._withdraw()
                self.checking_in.never(key, now)
                self._refresh()

    def someone_else(self, key: str) -> SuggestionNow | Refusal:
        """Suggest somebody else in the place of a suggestion."""
        self._withdraw()
        made = self.checking_in.instead(key, self.moment(None))
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
        self._withdraw()
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
            self._withdraw()
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
            self._withdraw()
        for uid in uids:
            self.checking_in.forget(uid)
        self._refresh()

    def now(self, shown: SuggestionsNow) -> SuggestionsNow:
        """What is to be shown, without what has become too old."""
        if shown.suggestion is None:
            return shown
        old = self._clock.stamp().utc - shown.suggestion.made >= IGNORED_AFTER
        return replace(shown, suggestion=None) if old else shown

    def sources(self) -> tuple[Speaker, ...]:
        """The bus, once a note was shown."""
        desk = None if self._notes is None else self._notes.desk
        return (desk,) if desk is not None and desk.is_open else ()

    def dispatch(self) -> None:
        """Hear what the desktop says of the notes."""
        if self._notes is not None and self._notes.desk is not None:
            self._notes.desk.dispatch()

    def close(self) -> None:
        """Take back what is shown."""
        self._stage.hide()
        if self._notes is not None:
            self._notes.close()
            self._notes = None

    def _refusal(self, moment: Moment) -> Refusal | None:
        """Why to be silent; what costs most is looked at only if nothing else holds."""
        self.checking_in.pass_time(moment.now)
        shut = self.checking_in.gate(moment)
        if shut is not None:
            return shut
        held = self._busy(self._present.held())
        return self.checking_in.gate(replace(moment, busy=held)) if held else None

    def _busy(self, held: frozenset[Held]) -> frozenset[Busy]:
        busy = {_BUSY[reason] for reason in held if reason in _BUSY}
        if self._seams.offline or self._present.in_session():
            busy.add(Busy.SESSION)
        return frozenset(busy)

    def _breakpoint(self, seam: Seam | None) -> Breakpoint | None:
        if seam is None:
            return Breakpoint(Break.UNLOCK)
        if seam.kind == APP_CLASS:
            run_ms = self._seams.class_run_ms(self._present.class_of)
            return Breakpoint(Break.APP_CLASS, run_ms)
        return Breakpoint(
            Break.RETURN if seam.after_ms else Break.UNLOCK, seam.after_ms
        )

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
        self.notes.show(made, lambda: self._stage.show(made))

    def _ask_how(self) -> None:
        self.notes.ask_how(self._stage.ask_how)
        self.checking_in.question_put()

    def _ask_after(self) -> None:
        now, zone = self._clock.stamp().utc, self._clock.zone()
        after = self.checking_in.after(now, zone)
        if after is not None and after.key not in self._asked_after:
            self._asked_after.add(after.key)
            self._stage.ask_after(after)

    @property
    def notes(self) -> SuggestNotes:
        """The desktop's notes."""
        if self._notes is None:
            self._notes = self._make_notes(self)
        return self._notes

    def _withdraw(self) -> None:
        if self._notes is not None:
            self._notes.withdraw()
        self._stage.hide()

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
