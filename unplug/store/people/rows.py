"""People as rows: the card as JSON, and before it what is asked of many at once."""

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from unplug.people.circles import Cadence
from unplug.people.contact import Anniversary, Contact, FreeTime
from unplug.people.forms import from_form, to_form
from unplug.people.known import Known
from unplug.people.partial_date import PartialDate
from unplug.people.search import entry_of

KNOWN = (
    "uid, name, circle, ideal_d, longest_d, closeness, flags, corner, zone, city, free,"
    " days, interests, topics, since, met, called, felt"
)
PUT = (
    "INSERT INTO contact (uid, name, circle, ideal_d, longest_d, closeness, flags,"
    " corner, zone, city, free, days, interests, topics, found, card, since, felt)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')"
    " ON CONFLICT (uid) DO UPDATE SET name = excluded.name, circle = excluded.circle,"
    " ideal_d = excluded.ideal_d, longest_d = excluded.longest_d,"
    " closeness = excluded.closeness, flags = excluded.flags,"
    " corner = excluded.corner, zone = excluded.zone, city = excluded.city,"
    " free = excluded.free, days = excluded.days, interests = excluded.interests,"
    " topics = excluded.topics, found = excluded.found, card = excluded.card"
)
FELT_AT_MOST = 12
CARD_AT = 15
"""Where the card is in what ``row_of`` returns."""

_NEVER, _MEMORIAL, _BLOCKED, _NO_PERSON, _SILENT = 1, 2, 4, 8, 16
_BETWEEN = "\x1f"
_as_json = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, separators=(",", ":")
).encode


def row_of(contact: Contact, since: str) -> tuple[object, ...]:
    """A contact as ``PUT`` takes it; ``since`` counts only for a new one."""
    cadence = contact.cadence
    return (
        storable(contact.uid),
        storable(contact.display_name),
        storable(contact.circle),
        cadence and cadence.ideal.days,
        cadence and cadence.longest.days,
        contact.closeness,
        _flags(contact),
        contact.corner,
        storable(contact.zone),
        storable(contact.city),
        "".join(
            f"{f.weekday}{f.start_hour:02}{f.end_hour:02}" for f in contact.free_times
        ),
        _BETWEEN.join(_days(contact)),
        _joined(contact.interests),
        _joined(contact.topics),
        entry_of(contact),
        card_of(contact),
        since,
    )


def card_of(contact: Contact) -> str:
    """The card as it is kept: equal contacts have equal cards."""
    return storable(_as_json(to_form(contact)))


def mark_of(card: str) -> str:
    """What a card is known by, to see later whether it is still the same."""
    return hashlib.blake2b(card.encode(), digest_size=12).hexdigest()


def contact_of(card: str, picture: Callable[[str], bytes]) -> Contact:
    """The contact that a card is of.

    Raises:
        ValueError: of none.
    """
    return from_form(json.loads(card), picture)


def known_of(row: tuple[Any, ...]) -> Known:
    """What a row of the columns ``KNOWN`` says."""
    uid, name, circle, ideal_d, longest_d, closeness, flags, corner, *rest = row
    zone, city, free, days, interests, topics, since, met, called, felt = rest
    birthday, anniversaries = _read_days(days) if days else (None, ())
    return Known(
        uid=uid,
        name=name,
        circle=circle,
        own_cadence=None if ideal_d is None else _cadence(ideal_d, longest_d),
        closeness=closeness,
        zone=zone,
        city=city,
        free_times=_read_free(free) if free else (),
        birthday=birthday,
        anniversaries=anniversaries,
        interests=_split(interests),
        topics=_split(topics),
        never=bool(flags & _NEVER),
        in_memoriam=bool(flags & _MEMORIAL),
        blocked=bool(flags & _BLOCKED),
        is_person=not flags & _NO_PERSON,
        remind=not flags & _SILENT,
        corner=corner,
        since=date.fromisoformat(since),
        last_met=date.fromisoformat(met) if met else None,
        last_called=date.fromisoformat(called) if called else None,
        felt=tuple(map(int, felt)),
    )


def storable(text: str) -> str:
    """The text without what no database file can hold, such as half a letter."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _flags(contact: Contact) -> int:
    said = (contact.never, contact.in_memoriam, contact.blocked)
    bits = (*said, not contact.is_person, not contact.remind)
    return sum(bit << place for place, bit in enumerate(bits))


def _joined(texts: tuple[str, ...]) -> str:
    return storable(_BETWEEN.join(texts))


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split(_BETWEEN)) if text else ()


def _days(contact: Contact) -> Iterator[str]:
    """The days that come every year, in pairs: the date, the label; birthday first."""
    birthday = contact.birthday
    if birthday is None or not birthday.comes_every_year:
        if not contact.anniversaries:
            return
        yield ""
    else:
        yield str(birthday)
    yield ""
    for anniversary in contact.anniversaries:
        if anniversary.date.comes_every_year:
            yield str(anniversary.date)
            yield storable(anniversary.label.replace(_BETWEEN, " "))


def _read_days(text: str) -> tuple[PartialDate | None, tuple[Anniversary, ...]]:
    birthday, _, *rest = text.split(_BETWEEN)
    days = zip(rest[::2], rest[1::2], strict=True)
    return (
        _day(birthday) if birthday else None,
        tuple(Anniversary(date=_day(day), label=label) for day, label in days),
    )


@lru_cache(maxsize=1024)
def _day(text: str) -> PartialDate:
    """A date as ``1996-04-15`` or ``--04-15``."""
    if text.startswith("--"):
        return PartialDate(None, int(text[2:4]), int(text[5:7]))
    year, month, day = text.split("-")
    return PartialDate(int(year), int(month), int(day))


@lru_cache(maxsize=256)
def _read_free(text: str) -> tuple[FreeTime, ...]:
    """Five digits each: the weekday, the first hour and the last."""
    pieces = (text[at : at + 5] for at in range(0, len(text), 5))
    return tuple(FreeTime(int(p[0]), int(p[1:3]), int(p[3:5])) for p in pieces)


@lru_cache(maxsize=64)
def _cadence(ideal_d: int, longest_d: int) -> Cadence:
    return Cadence.of_days(ideal_d, longest_d)
