"""What somebody wants changed of a contact, as it comes from a form or a terminal."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from unplug.errors import UnplugError
from unplug.people.circles import Cadence, Circle
from unplug.people.contact import (
    Anniversary,
    Contact,
    Email,
    Messenger,
    Name,
    Phone,
)
from unplug.people.folding import fold
from unplug.people.free_times import read_free, tidy, without
from unplug.people.partial_date import PartialDate, read_date
from unplug.people.phones import phone_key, with_numbers

NOTHING = "none"
"""What takes a value away."""

_CADENCE = re.compile(r"(\d{1,5})(?:\s*/\s*(\d{1,5}))?\s*d?", re.ASCII)
_MONTH_DAY = re.compile(r"\d\d-\d\d", re.ASCII)
_FLAGS = ("never", "in_memoriam", "blocked", "remind")


def edited(
    contact: Contact,
    wanted: Mapping[str, Any],
    circles: Mapping[str, Circle],
    region: str = "",
) -> Contact:
    """The contact as somebody wants it.

    Args:
        contact: as it is.
        wanted: what to change, by name; lists are added to what is there, ``remove``
            takes out of any list.
        circles: those there are.
        region: the country whose phone numbers lack their country code.

    Raises:
        UnplugError: something cannot be; says what.
    """
    for name, value in wanted.items():
        if name in _FLAGS:
            contact = _with(contact, name, bool(value))
        elif name == "city":
            contact = replace(contact, city=_text(value))
        elif name == "circle":
            contact = replace(contact, circle=_circle(value, circles))
        elif name in _EDITS:
            contact = _EDITS[name](contact, value)
        else:
            failed, todo = "cannot change that of a person", "see people edit --help"
            raise UnplugError(failed, name, todo)
    return with_numbers(contact, region)


def _with(contact: Contact, field: str, value: object) -> Contact:
    changes: dict[str, Any] = {field: value}
    return replace(contact, **changes)


def _text(value: str) -> str:
    value = " ".join(value.split())
    return "" if value == NOTHING else value


def _circle(value: str, circles: Mapping[str, Circle]) -> str:
    if value in ("", NOTHING):
        return ""
    for name in circles:
        if fold(name) == fold(value):
            return name
    failed, todo = "cannot find a circle", f"take one of: {', '.join(circles)}"
    raise UnplugError(failed, value, todo)


def _name(contact: Contact, value: str) -> Contact:
    """As it is written; the parts of the name are no longer known then."""
    value = _text(value)
    if not value:
        failed, todo = "cannot leave somebody without a name", "give one"
        raise UnplugError(failed, contact.display_name, todo)
    return replace(contact, full_name=value, name=Name())


def _cadence(contact: Contact, value: str) -> Contact:
    if value in ("", NOTHING, "circle"):
        return replace(contact, cadence=None)
    found = _CADENCE.fullmatch(value.strip())
    try:
        if found is not None:
            ideal = int(found[1])
            longest = int(found[2]) if found[2] else 2 * ideal
            return replace(contact, cadence=Cadence.of_days(ideal, longest))
    except (OverflowError, ValueError):
        pass
    failed, todo = "cannot read how often to meet", 'give days, like "30" or "30/60"'
    raise UnplugError(failed, value, todo)


def _birthday(contact: Contact, value: str) -> Contact:
    if value in ("", NOTHING):
        return replace(contact, birthday=None)
    return replace(contact, birthday=read_day(value))


def read_day(value: str) -> PartialDate:
    """A day as people write it here, with or without its year.

    Raises:
        UnplugError: it is none.
    """
    value = value.strip()
    found = read_date(f"--{value}" if _MONTH_DAY.fullmatch(value) else value)
    if found is None or not found.comes_every_year:
        failed, todo = "cannot read a day", "write it like 1996-04-15, or 04-15"
        raise UnplugError(failed, value, todo)
    return found


def _anniversaries(contact: Contact, values: list[str]) -> Contact:
    new = []
    for value in values:
        day, _, label = value.strip().partition(" ")
        new.append(Anniversary(date=read_day(day), label=label.strip()))
    kept = [a for a in contact.anniversaries if all(a.label != n.label for n in new)]
    return replace(contact, anniversaries=(*kept, *new))


def _phones(contact: Contact, values: list[str]) -> Contact:
    known = {phone_key(phone.text) or phone.text for phone in contact.phones}
    new = [
        Phone(raw=value.strip())
        for value in values
        if (phone_key(value) or value) not in known
    ]
    return replace(contact, phones=(*contact.phones, *new))


def _emails(contact: Contact, values: list[str]) -> Contact:
    known = {email.address.lower() for email in contact.emails}
    new = []
    for value in (value.strip() for value in values):
        if "@" not in value.strip("@"):
            failed, todo = "cannot read an e-mail address", "write it like me@host.org"
            raise UnplugError(failed, value, todo)
        if value.lower() not in known:
            new.append(Email(address=value))
    return replace(contact, emails=(*contact.emails, *new))


def _messengers(contact: Contact, values: list[str]) -> Contact:
    new = []
    for value in values:
        service, _, handle = value.partition(":")
        if not service.strip() or not handle.strip():
            failed, todo = "cannot read a messenger", "write it like signal:@name"
            raise UnplugError(failed, value, todo)
        new.append(Messenger(service=service.strip().lower(), handle=handle.strip()))
    kept = [m for m in contact.messengers if m not in new]
    return replace(contact, messengers=(*kept, *new))


def _zone(contact: Contact, value: str) -> Contact:
    zone = _text(value)
    try:
        if zone:
            ZoneInfo(zone)
    except (KeyError, OSError, ValueError):
        failed, todo = "cannot find a time zone", "write it like Europe/Madrid"
        raise UnplugError(failed, value, todo) from None
    return replace(contact, zone=zone)


def _closeness(contact: Contact, value: int | None) -> Contact:
    try:
        return replace(contact, closeness=value)
    except ValueError:
        failed, todo = "cannot be so close to somebody", "give 1 to 5"
        raise UnplugError(failed, value, todo) from None


def _free(contact: Contact, values: list[str]) -> Contact:
    new = [time for value in values for time in read_free(value)]
    return replace(contact, free_times=tidy((*contact.free_times, *new)))


def _corner(contact: Contact, value: int) -> Contact:
    return replace(contact, corner=max(0, value))


def _more(field: str) -> Callable[[Contact, list[str]], Contact]:
    """Add to a list of texts, without saying anything twice."""

    def add(contact: Contact, values: list[str]) -> Contact:
        there = getattr(contact, field)
        known = {fold(text) for text in there}
        new = [v.strip() for v in values if v.strip() and fold(v) not in known]
        return _with(contact, field, (*there, *dict.fromkeys(new)))

    return add


def _topics(contact: Contact, values: list[str]) -> Contact:
    """The newest come first."""
    new = [value.strip() for value in values if value.strip()]
    return replace(contact, topics=tuple(dict.fromkeys((*new, *contact.topics))))


def _remove(contact: Contact, values: list[str]) -> Contact:
    """Take out of whichever list has it.

    Raises:
        UnplugError: none has it.
    """
    for value in values:
        less = _without(contact, value)
        if less == contact:
            failed, todo = "cannot find what to remove", "see it: unplug people show"
            raise UnplugError(failed, value, todo)
        contact = less
    return contact


def _without(contact: Contact, value: str) -> Contact:
    text, number = fold(value), phone_key(value)
    less = replace(
        contact,
        phones=tuple(
            p
            for p in contact.phones
            if fold(p.text) != text and (not number or phone_key(p.text) != number)
        ),
        emails=tuple(e for e in contact.emails if fold(e.address) != text),
        messengers=tuple(
            m
            for m in contact.messengers
            if text not in (fold(m.handle), fold(f"{m.service}:{m.handle}"))
        ),
        anniversaries=tuple(
            a
            for a in contact.anniversaries
            if text not in (fold(a.shown_label), str(a.date))
        ),
        nicknames=_other_than(contact.nicknames, text),
        interests=_other_than(contact.interests, text),
        topics=_other_than(contact.topics, text),
        notes=_other_than(contact.notes, text),
    )
    if less != contact:
        return less
    try:
        hours = read_free(value)
    except UnplugError:
        return contact
    return replace(contact, free_times=without(contact.free_times, hours))


def _other_than(texts: tuple[str, ...], text: str) -> tuple[str, ...]:
    return tuple(each for each in texts if fold(each) != text)


_EDITS: dict[str, Callable[[Contact, Any], Contact]] = {
    "name": _name,
    "nicknames": _more("nicknames"),
    "cadence": _cadence,
    "birthday": _birthday,
    "anniversaries": _anniversaries,
    "phones": _phones,
    "emails": _emails,
    "messengers": _messengers,
    "zone": _zone,
    "closeness": _closeness,
    "free": _free,
    "corner": _corner,
    "interests": _more("interests"),
    "topics": _topics,
    "notes": _more("notes"),
    "remove": _remove,
}
