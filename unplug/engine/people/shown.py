"""People in the form in which scripts and terminals see them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from unplug.people.checkins import Due, Logged, due
from unplug.people.circles import Circle
from unplug.people.contact import Contact
from unplug.people.free_times import said
from unplug.people.known import Known
from unplug.people.occasions import Occasion, next_occasion

Json = dict[str, Any]


def listed(
    people: Iterable[Known],
    cards: Mapping[str, Contact],
    circles: Mapping[str, Circle],
) -> Iterator[Json]:
    """A list of people."""
    for person in people:
        card = cards.get(person.uid, Contact())
        cadence = person.cadence(circles)
        yield {
            "uid": person.uid,
            "name": person.name,
            "circle": person.circle or None,
            "cadence_d": None if cadence is None else cadence.ideal.days,
            "last_met": _iso(person.last_met),
            "last_called": _iso(person.last_called),
            "emails": [email.address for email in card.emails],
            "phones": [phone.number or phone.text for phone in card.phones],
            "birthday": None if card.birthday is None else str(card.birthday),
            "never": person.never,
        }


def shown(
    person: Known,
    card: Contact,
    circles: Mapping[str, Circle],
    past: Iterable[Logged],
    today: date,
) -> Json:
    """All that is known of one person."""
    [first] = listed([person], {person.uid: card}, circles)
    occasion = next_occasion(person, today)
    cadence = person.cadence(circles)
    return {
        **first,
        "nicknames": list(card.nicknames),
        "messengers": [f"{m.service}:{m.handle}" for m in card.messengers],
        "city": card.city or None,
        "zone": card.zone or None,
        "longest_d": None if cadence is None else cadence.longest.days,
        "closeness": card.closeness,
        "free": said(card.free_times) or None,
        "interests": list(card.interests),
        "topics": list(card.topics),
        "notes": list(card.notes),
        "anniversaries": [
            {"on": str(a.date), "label": a.shown_label} for a in card.anniversaries
        ],
        "in_memoriam": card.in_memoriam,
        "blocked": card.blocked,
        "remind": card.remind,
        "corner": card.corner or None,
        "next_occasion": None if occasion is None else _occasion(occasion),
        "due": due_word(person, circles, today),
        "check_ins": [_logged(each) for each in past],
    }


def due_word(person: Known, circles: Mapping[str, Circle], today: date) -> str | None:
    """Whether it is time to meet somebody; None where nobody said how often."""
    cadence = person.cadence(circles)
    if cadence is None or not person.suggestible:
        return None
    judged: Due = due(person.clocks, cadence, today, person.since).due
    return judged.value


def _occasion(occasion: Occasion) -> Json:
    return {
        "on": occasion.on.isoformat(),
        "kind": occasion.kind.value,
        "years": occasion.years,
        "label": occasion.label or None,
    }


def _logged(logged: Logged) -> Json:
    check_in = logged.check_in
    length = check_in.length
    return {
        "on": check_in.on.isoformat(),
        "kind": check_in.kind.value,
        "people": sorted(check_in.people),
        "minutes": None if length is None else round(length.total_seconds() / 60),
        "felt": check_in.felt,
        "topics": list(check_in.topics),
        "note": check_in.note or None,
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
