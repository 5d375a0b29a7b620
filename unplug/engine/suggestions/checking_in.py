"""Whom to see: decides at a seam, remembers what was said, and asks how it was.

Loaded once there is somebody to suggest and usage could run high.
"""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from unplug.clock import from_ms, to_ms
from unplug.days import minute_of_day
from unplug.engine.suggestions.acquaintances import Acquaintances, Meeting
from unplug.engine.suggestions.rows import (
    asked_of,
    hours_text,
    plan_of,
    planned_stretches,
    with_name,
    without_name,
)
from unplug.engine.suggestions.suggested import AfterNow, PlanMade, Reach, SuggestionNow
from unplug.errors import UnplugError
from unplug.settings import sections
from unplug.store.suggestions import Suggested, SuggestionReader, SuggestionStore
from unplug.suggest import answers, asking_json, hours, questions
from unplug.suggest import constants as c
from unplug.suggest.asking import Answer, Asking, Question, Wish
from unplug.suggest.inputs import Inputs, Moment, Person, Wishes
from unplug.suggest.plan_ics import Plan, file_name, ics_of
from unplug.suggest.policy import Silence, Suggestion, answer_request, decide
from unplug.suggest.slots import Way
from unplug.suggest.weekly import EVERY_DAY, Weekly
from unplug.suggest.what import activity_named
from unplug.suggest.when import Refusal, refusals

_MEMORY = timedelta(days=100)
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


class CheckingIn:
    """The use case on an open database.

    Args:
        shelf: gives where it is kept; None while the disk does not let it.
        people: the address book.
        chosen: gives the settings.
        day_start_min: minutes after local midnight at which a day starts.
    """

    def __init__(
        self,
        *,
        shelf: Callable[[], SuggestionReader | None],
        people: Acquaintances,
        chosen: Callable[[], sections.Suggestions],
        day_start_min: int,
    ) -> None:
        self._shelf = shelf
        self._people = people
        self._chosen = chosen
        self._day_start_min = day_start_min
        self._turned_down: frozenset[str] = frozenset()

    def gate(self, moment: Moment) -> Refusal | None:
        """The weightiest gate that is shut; None where all of them are open."""
        return next(refusals(self._inputs(moment, ())), None)

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
        row = self._waiting(key)
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
        self._answer(self._waiting(key), Answer.NOT_NOW, now)

    def never(self, key: str, now: datetime) -> None:
        """Take "never this person" for an answer.

        Raises:
            UnplugError: there is no such suggestion, or the disk does not take it.
        """
        row = self._waiting(key)
        self._answer(row, Answer.NEVER, now)
        if self._people.never(row.person):
            # One place remembers it, so that the address book can take it back.
            asking = self.asking()
            self._keep(asking=replace(asking, never=asking.never - {row.person}))

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
        row = self._row(key)
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
        self._keep(planned, asking=answers.step(self.asking(), event))
        return self._plan_made(planned, now, zone)

    def told(self, key: str, zone: ZoneInfo, after: answers.After) -> None:
        """Take in how a planned meeting was; what is missing stays missing.

        Raises:
            UnplugError: there is no such plan, or the disk does not take it.
        """
        row = self._row(key)
        told = row._replace(
            happened=after.happened, felt=after.felt, note=after.note or None
        )
        self._keep(told, asking=answers.step(self.asking(), answers.Told(key)))
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
            before = self.asking()
        except UnplugError:
            before = Asking()  # what cannot be read is said anew
        self._keep(asking=answers.step(before, event))

    def question_put(self) -> None:
        """Note that "fewer, other times, pause, stop?" was shown."""
        asking = self.asking()
        after = answers.step(asking, answers.QuestionPut())
        if after != asking:
            self._keep(asking=after)

    def pass_time(self, now: datetime) -> None:
        """Let time pass: what was left unanswered is ignored, what is old is let go."""
        before = self.asking()
        after = answers.step(before, answers.Passed(now))
        if after == before:
            return
        still = {each.key for each in after.waiting}
        gone = [each.key for each in before.waiting if each.key not in still]
        shelf = self._open()
        rows = [row for key in gone if (row := shelf.with_key(key)) is not None]
        ignored = [row._replace(answer=Answer.IGNORED.value) for row in rows]
        self._keep(*ignored, asking=after)

    def forget(self, uid: str) -> None:
        """Forget somebody everywhere."""
        shelf = self._open()
        if isinstance(shelf, SuggestionStore):
            shelf.forget_person(uid)
        asking = self.asking()
        after = answers.step(asking, answers.Forgotten(uid))
        if after != asking:
            self._keep(asking=after)

    def waiting(self, now: datetime, zone: ZoneInfo) -> SuggestionNow | None:
        """The suggestion that waits for an answer, if one does."""
        asking = self.asking()
        for each in reversed(asking.waiting):
            row = self._open().with_key(each.key)
            if row is None or row.answer or now - each.at >= c.IGNORED_AFTER:
                continue
            person = self._people.person(row.person, now, zone)
            if person is not None:
                return self._shown(row, person, zone)
        return None

    def after(self, now: datetime, zone: ZoneInfo) -> AfterNow | None:
        """The oldest plan that is over and of which nobody said how it was."""
        for plan in answers.due_afters(self.asking(), now):
            row = self._open().with_key(plan.key)
            person = self._people.person(plan.uid, now, zone)
            if row is not None and person is not None:
                start = from_ms(plan_of(row)[0]).astimezone(zone)
                by_phone = row.way == Way.CALL.value
                return AfterNow(plan.key, person.name, start, by_phone)
        return None

    def next_after(self) -> datetime | None:
        """When the next "did it happen?" is due, UTC; None: no plan is open."""
        ends = [plan.end + c.ASK_AFTER for plan in self.asking().plans]
        return min(ends, default=None)

    def asks_how(self) -> bool:
        """Whether "fewer, other times, pause, stop?" is to be put."""
        return self.asking().question is Question.DUE

    def people_changed(self) -> None:
        """Somebody was added, changed, met or forgotten."""
        self._people.changed()

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

    def asking(self) -> Asking:
        """What the user has said about being asked.

        Raises:
            UnplugError: it cannot be read.
        """
        text = self._open().said(_ASKING)
        return Asking() if text is None else asking_json.loads(text)

    def inputs(self, moment: Moment) -> Inputs:
        """All that a decision is made from."""
        return self._inputs(moment, self._people.people(moment.now, moment.zone))

    def _inputs(self, moment: Moment, people: tuple[Person, ...]) -> Inputs:
        shelf = self._open()
        rows = shelf.since(to_ms(moment.now - _MEMORY))
        return Inputs(
            moment=moment,
            wishes=self._wishes(),
            people=people,
            past=tuple(map(asked_of, rows)),
            asking=self.asking(),
            taken=tuple(planned_stretches(rows, moment.now)),
            seed=self._seed(),
        )

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
        self._keep(row, asking=answers.step(inputs.asking, event))
        warm_up = made.warm_up.name if made.warm_up else ""
        return self._shown(row, made.person, moment.zone, warm_up)

    def _shown(
        self, row: Suggested, person: Person, zone: ZoneInfo, warm_up: str = ""
    ) -> SuggestionNow:
        deck = questions.deck(questions.depth_for(person.closeness))
        [question] = questions.some(deck, 1, row.at_ms) or [questions.Card("", "")]
        return SuggestionNow(
            key=row.key,
            made=from_ms(row.at_ms).astimezone(zone),
            uid=person.uid,
            person=person.name,
            step=activity_named(row.activity).text,
            start=from_ms(row.slot_start_ms).astimezone(zone),
            end=from_ms(row.slot_end_ms).astimezone(zone),
            by_phone=row.way == Way.CALL.value,
            why=with_name(row.why, person.name),
            warm_up=warm_up,
            topics=person.topics,
            question=question.text,
            reach=self._people.reach(person.uid),
        )

    def _answer(self, row: Suggested, answer: Answer, now: datetime) -> None:
        event = answers.Answered(row.key, row.person, answer, now)
        asking = answers.step(self.asking(), event)
        self._keep(row._replace(answer=answer.value), asking=asking)

    def _plan_made(self, row: Suggested, now: datetime, zone: ZoneInfo) -> PlanMade:
        person = self._people.person(row.person, now, zone)
        name = person.name if person else ""
        activity = activity_named(row.activity).text
        start_ms, end_ms = plan_of(row)
        plan = Plan(
            uid=f"{row.key}@unplug",
            title=f"{activity[:1].upper()}{activity[1:]} with {name}",
            start=from_ms(start_ms),
            end=from_ms(end_ms),
        )
        reach = self._people.reach(row.person) if person else Reach()
        return PlanMade(
            key=row.key,
            uid=row.person,
            step=activity,
            title=plan.title,
            start=plan.start.astimezone(zone),
            end=plan.end.astimezone(zone),
            ics=ics_of(plan, now),
            file_name=file_name(plan, zone),
            reach=reach,
        )

    def _row(self, key: str) -> Suggested:
        row = self._open().with_key(key)
        if row is None:
            failed, todo = "cannot find this suggestion", "ask for a new one"
            raise UnplugError(failed, key, todo)
        return row

    def _waiting(self, key: str) -> Suggested:
        row = self._row(key)
        if row.answer not in {None, Answer.IGNORED.value}:
            failed, todo = "this suggestion has been answered", "ask for a new one"
            raise UnplugError(failed, row.answer, todo)
        return row

    def _wishes(self) -> Wishes:
        chosen, told = self._chosen(), self.onboarding()
        start, end = minute_of_day(chosen.quiet_from), minute_of_day(chosen.quiet_until)
        quiet = () if start == end else (Weekly(EVERY_DAY, start, end or 24 * 60),)
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

    def _keep(self, *rows: Suggested, asking: Asking) -> None:
        self._store().keep(*rows, asking=asking_json.dumps(asking))

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
