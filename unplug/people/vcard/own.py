"""What only unplug knows of a contact, as ``X-UNPLUG-`` properties of its vCard."""

import re
from collections.abc import Iterator
from typing import Any

from unplug.people.circles import Cadence
from unplug.people.contact import Contact, FreeTime, Property
from unplug.people.vcard import values

PREFIX = "X-UNPLUG-"
UNREAD = f"{PREFIX}UNREAD"
_FREE = re.compile(r"(\d) (\d\d?)-(\d\d?)", re.ASCII)
_CADENCE = re.compile(r"(\d{1,5})/(\d{1,5})", re.ASCII)
_TEXTS = {"CIRCLE": "circle", "CITY": "city"}
_LISTS = {"INTERESTS": "interests", "TOPICS": "topics"}
_FLAGS = {"NEVER": "never", "IN-MEMORIAM": "in_memoriam", "BLOCKED": "blocked"}
_PLACE = re.compile(r"[1-9]\d{0,5}", re.ASCII)


def written(contact: Contact, city_of_card: str) -> Iterator[Property]:
    """The properties that say what the vCard's own cannot.

    Args:
        contact: the one to write.
        city_of_card: the city that its addresses already tell.
    """
    for name, field in _TEXTS.items():
        text = getattr(contact, field)
        if text and not (name == "CITY" and text == city_of_card):
            yield Property(PREFIX + name, values.escape(text))
    for name, field in _LISTS.items():
        parts = getattr(contact, field)
        if parts:
            yield Property(PREFIX + name, ",".join(map(values.escape, parts)))
    for name, field in _FLAGS.items():
        if getattr(contact, field):
            yield Property(PREFIX + name, "true")
    if contact.corner:
        yield Property(f"{PREFIX}CORNER", str(contact.corner))
    if not contact.remind:
        yield Property(f"{PREFIX}REMIND", "false")
    yield from _written_times(contact)


def _written_times(contact: Contact) -> Iterator[Property]:
    if contact.closeness is not None:
        yield Property(f"{PREFIX}CLOSENESS", str(contact.closeness))
    if contact.cadence is not None:
        days = f"{contact.cadence.ideal.days}/{contact.cadence.longest.days}"
        yield Property(f"{PREFIX}CADENCE", days)
    for free in contact.free_times:
        hours = f"{free.weekday} {free.start_hour}-{free.end_hour}"
        yield Property(f"{PREFIX}FREE", hours)


def read(name: str, value: str, fields: dict[str, Any]) -> bool:
    """Read one of these properties into the fields of a contact.

    Returns:
        False where it is none of them, or says nothing that could be.
    """
    key = name.removeprefix(PREFIX)
    if key in _TEXTS:
        fields[_TEXTS[key]] = values.unescape(value)
    elif key in _LISTS:
        fields[_LISTS[key]] = values.texts(value)
    elif key in _FLAGS:
        fields[_FLAGS[key]] = value.lower() == "true"
    elif key == "REMIND":
        fields["remind"] = value.lower() != "false"
    elif key == "CORNER" and _PLACE.fullmatch(value):
        fields["corner"] = int(value)
    elif key == "CLOSENESS" and value in {"1", "2", "3", "4", "5"}:
        fields["closeness"] = int(value)
    else:
        return _read_times(key, value, fields)
    return True


def _read_times(key: str, value: str, fields: dict[str, Any]) -> bool:
    try:
        if key == "FREE" and (found := _FREE.fullmatch(value)):
            free = FreeTime(*map(int, found.groups()))
            fields["free_times"] = (*fields.get("free_times", ()), free)
            return True
        if key == "CADENCE" and (found := _CADENCE.fullmatch(value)):
            fields["cadence"] = Cadence.of_days(int(found[1]), int(found[2]))
            return True
    except ValueError:
        return False
    return False
