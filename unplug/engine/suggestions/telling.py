"""Suggestions and plans as windows and the command line show them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from unplug.clock import from_ms
from unplug.engine.suggestions.rows import plan_of, with_name
from unplug.engine.suggestions.suggested import PlanMade, Reach, SuggestionNow
from unplug.store.suggestions import Suggested
from unplug.suggest import questions
from unplug.suggest.inputs import Person
from unplug.suggest.plan_ics import Plan, file_name, ics_of
from unplug.suggest.slots import Way
from unplug.suggest.what import activity_named


def suggestion_now(
    row: Suggested, person: Person, reach: Reach, zone: ZoneInfo, warm_up: str = ""
) -> SuggestionNow:
    """A suggestion, its times where the user is."""
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
        reach=reach,
    )


def plan_made(
    row: Suggested, person: Person | None, reach: Reach, now: datetime, zone: ZoneInfo
) -> PlanMade:
    """A plan that was made of a suggestion, with its calendar file."""
    name = person.name if person else ""
    activity = activity_named(row.activity).text
    start_ms, end_ms = plan_of(row)
    plan = Plan(
        uid=f"{row.key}@unplug",
        title=f"{activity[:1].upper()}{activity[1:]} with {name}",
        start=from_ms(start_ms),
        end=from_ms(end_ms),
    )
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
