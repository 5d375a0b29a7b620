"""Whom to see: decides at a seam, remembers what was said, and asks how it was.

Loaded once there is somebody to suggest and usage could run high.
"""

import os
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from unplug.clock import from_ms, to_ms
from unplug.engine.suggestions.acquaintances import Acquaintances, Meeting
from unplug.engine.suggestions.memory import Memory
from unplug.engine.suggestions.rows import plan_of, without_name
from unplug.engine.suggestions.suggested import AfterNow, PlanMade, Reach, SuggestionNow
from unplug.engine.suggestions.telling import plan_made, suggestion_now
from unplug.errors import UnplugError
from unplug.store.suggestions import Suggested
from unplug.suggest import answers
from unplug.suggest import constants as c
from unplug.suggest.asking import Answer, Asking, Question, Wish
from unplug.suggest.inputs import Inputs, Moment, Person
from unplug.suggest.policy import Silence, Suggestion, answer_request, decide
from unplug.suggest.slots import Way
from unplug.suggest.when import Refusal, refusals


class CheckingIn:
    """The use case on an open database.

    Args:
        memory: what was said and suggested before.
        people: the address book.
    """

    def __init__(self, memory: Memory, people: Acquaintances) -> None:
        self.memory = memory
        self._people = people
        self._turned_down: frozenset[str] = frozenset()

    def gate(self, moment: Moment) -> Refusal | None:
        """The weightiest gate that is shut; None where all of them are open."""
        return next(refusals(self.memory.inputs(moment, ())), None)

    def decide(self, moment: Moment) -> Suggestion | Silence:
        """What the rules say of a moment; nothing is kept."""
        return decide(self.inputs(moment))

    def suggest(
        self, moment: Moment, *, asked: bool = False
    ) -> SuggestionNow | Refusal:
        """Make a suggestion, unless the rules keep silent.

        Args:
            moment: the present.
            asked: the user asks by hand, so that no gate of the moment holds.

        Raises:
            StorageTroubleError: it could not be kept, so there is none.
            UnplugError: what was said before cannot be read.
        """
        self.pass_time(moment.now)
        self._turned_down = frozenset()
        inputs = self.inputs(moment)
        made = answer_request(inputs) if asked else decide(inputs)
        return self._kept(inputs, made, instead=asked)

    def instead(self, key: str, moment: Moment) -> SuggestionNow | Refusal:
        """Take "someone else" for an answer, and suggest somebody else at once.

        Raises:
            StorageTroubleError: it could not be kept.
            UnplugError: there is no such suggestion.
        """
        row = self.memory.unanswered(key)
        self._turned_down |= {row.person}
        self._answer(row, Answer.SOMEONE_ELSE, moment.now)
        inputs = self.inputs(moment)
        made = answer_request(inputs, self._turned_down)
        return self._kept(inputs, made, instead=True)

    def not_now(self, key: str, now: datetime) -> None:
        """Take "not now" for an answer.

        Raises:
            UnplugError: there is no such suggestion, or the disk does not take it.
        """
        self._answer(self.memory.unanswered(key), Answer.NOT_NOW, now)

    def never(self, key: str, now: datetime) -> None:
        """Take "never this person" for an answer.

        Raises:
            UnplugError: there is no such suggestion, or the disk does not take it.
        """
        row = self.memory.unanswered(key)
        self._answer(row, Answer.NEVER, now)
        if self._people.never(row.person):
            # One place remembers it, so that the address book can take it back.
            asking = self.memory.asking()
            self.memory.keep(asking=replace(asking, never=asking.never - {row.person}))

    def plan(
        self,
        key: str,
        now: datetime,
        zone: ZoneInfo,
        *,
        start: datetime | None = None,
        end: datetime | None = None,
    ) -> PlanMade:
        """Make a plan from a suggestion; it may be planned again, for another time.

        Args:
            key: of the suggestion.
            now: in UTC.
            zone: the user's.
            start: when it is to begin; None: as suggested.
            end: when it is to end; None: as long after the start as suggested.

        Raises:
            UnplugError: there is no such suggestion, or the disk does not take it.
        """
        row = self.memory.row(key)
        length = from_ms(row.slot_end_ms) - from_ms(row.slot_start_ms)
        begins = (start or from_ms(row.slot_start_ms)).astimezone(UTC)
        ends = begins + length if end is None else end.astimezone(UTC)
        if ends <= begins:
            failed, todo = "cannot plan it", "let it end after it begins"
            raise UnplugError(failed, f"{begins:%H:%M} to {ends:%H:%M}", todo)
        planned = row._replace(
            answer=Answer.PLANNED.value,
            plan_start_ms=to_ms(begins),
            plan_end_ms=to_ms(ends),
        )
        event = answers.Answered(key, row.person, Answer.PLANNED, now, ends)
        self.memory.keep(planned, asking=answers.step(self.memory.asking(), event))
        person = self._people.person(row.person, now, zone)
        reach = self._people.reach(row.person) if person else Reach()
        return plan_made(planned, person, reach, now, zone)

    def told(self, key: str, zone: ZoneInfo, after: answers.After) -> None:
        """Take in how a planned meeting was; what is missing stays missing.

        Raises:
            UnplugError: there is no such plan, or the disk does not take it.
        """
        row = self.memory.row(key)
        told = row._replace(
            happened=after.happened, felt=after.felt, note=after.note or None
        )
        self.memory.keep(
            told, asking=answers.step(self.memory.asking(), answers.Told(key))
        )
        if not after.happened:
            return
        start_ms, end_ms = plan_of(row)
        meeting = Meeting(
            on=from_ms(start_ms).astimezone(zone).date(),
            by_phone=row.way == Way.CALL.value,
            length_min=(end_ms - start_ms) // 60_000,
            source=f"suggestion {key}",
            felt=after.felt,
            note=after.note,
        )
        self._people.log(row.person, meeting)

    def wish(self, wish: Wish, now: datetime, until: datetime | None = None) -> None:
        """Obey how the user wants to be asked, for good.

        Raises:
            StorageTroubleError: the disk does not take it.
        """
        event = answers.Wished(wish, now, None if until is None else until)
        try:
            before = self.memory.asking()
        except UnplugError:
            before = Asking()  # what cannot be read is said anew
        self.memory.keep(asking=answers.step(before, event))

    def question_put(self) -> None:
        """Note that "fewer, other times, pause, stop?" was shown."""
        asking = self.memory.asking()
        after = answers.step(asking, answers.QuestionPut())
        if after != asking:
            self.memory.keep(asking=after)

    def pass_time(self, now: datetime) -> None:
        """Let time pass: what was left unanswered is ignored, what is old is let go."""
        before = self.memory.asking()
        after = answers.step(before, answers.Passed(now))
        if after == before:
            return
        still = {each.key for each in after.waiting}
        gone = [each.key for each in before.waiting if each.key not in still]
        rows = [row for key in gone if (row := self.memory.found(key)) is not None]
        ignored = [row._replace(answer=Answer.IGNORED.value) for row in rows]
        self.memory.keep(*ignored, asking=after)

    def forget(self, uid: str) -> None:
        """Forget somebody everywhere."""
        self.memory.forget_person(uid)
        asking = self.memory.asking()
        after = answers.step(asking, answers.Forgotten(uid))
        if after != asking:
            self.memory.keep(asking=after)

    def waiting(self, now: datetime, zone: ZoneInfo) -> SuggestionNow | None:
        """The suggestion that waits for an answer, if one does."""
        asking = self.memory.asking()
        for each in reversed(asking.waiting):
            row = self.memory.found(each.key)
            if row is None or row.answer or now - each.at >= c.IGNORED_AFTER:
                continue
            person = self._people.person(row.person, now, zone)
            if person is not None:
                return self._shown(row, person, zone)
        return None

    def after(self, now: datetime, zone: ZoneInfo) -> AfterNow | None:
        """The oldest plan that is over and of which nobody said how it was."""
        for plan in answers.due_afters(self.memory.asking(), now):
            row = self.memory.found(plan.key)
            person = self._people.person(plan.uid, now, zone)
            if row is not None and person is not None:
                start = from_ms(plan_of(row)[0]).astimezone(zone)
                by_phone = row.way == Way.CALL.value
                return AfterNow(plan.key, person.name, start, by_phone)
        return None

    def asks_how(self) -> bool:
        """Whether "fewer, other times, pause, stop?" is to be put."""
        return self.memory.asking().question is Question.DUE

    def people_changed(self) -> None:
        """Somebody was added, changed, met or forgotten."""
        self._people.changed()

    def inputs(self, moment: Moment) -> Inputs:
        """All that a decision is made from."""
        people = self._people.people(moment.now, moment.zone)
        return self.memory.inputs(moment, people)

    def _kept(
        self, inputs: Inputs, made: Suggestion | Silence, *, instead: bool
    ) -> SuggestionNow | Refusal:
        if isinstance(made, Silence):
            return made.silent_because
        moment, slot = inputs.moment, made.slot
        key = f"{to_ms(moment.now)}-{os.urandom(4).hex()}"
        row = Suggested(
            key=key,
            person=made.person.uid,
            at_ms=to_ms(moment.now),
            activity=made.step.activity.key,
            way=slot.way.value,
            slot_start_ms=to_ms(slot.start),
            slot_end_ms=to_ms(slot.end),
            why=without_name(made.why.sentence, made.person.name),
            instead=instead,
        )
        event = answers.Suggested(key, made.person.uid, moment.now, moment.zone)
        self.memory.keep(row, asking=answers.step(inputs.asking, event))
        warm_up = made.warm_up.name if made.warm_up else ""
        return self._shown(row, made.person, moment.zone, warm_up)

    def _shown(
        self, row: Suggested, person: Person, zone: ZoneInfo, warm_up: str = ""
    ) -> SuggestionNow:
        reach = self._people.reach(person.uid)
        return suggestion_now(row, person, reach, zone, warm_up)

    def _answer(self, row: Suggested, answer: Answer, now: datetime) -> None:
        event = answers.Answered(row.key, row.person, answer, now)
        asking = answers.step(self.memory.asking(), event)
        self.memory.keep(row._replace(answer=answer.value), asking=asking)
