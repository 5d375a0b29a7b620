"""A contact as a form shows it, and the contact that a filled-in form means."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from unplug.engine.people.edits import edited, read_day
from unplug.errors import UnplugError
from unplug.people.circles import Cadence, Circle
from unplug.people.contact import Anniversary, Contact, FreeTime, Messenger, Photo
from unplug.people.free_times import tidy
from unplug.people.phones import with_numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonForm:
    """What a form holds; several values of a kind are lines.

    Attributes:
        name: as it is written.
        cadence_d: the person's own, ideal and longest; None for the circle's.
        birthday: such as ``1996-04-15`` or ``04-15``.
        anniversaries: lines of a day and what it is.
        corner: whether they were chosen for the quiet corner.
    """

    name: str = ""
    nicknames: str = ""
    circle: str = ""
    cadence_d: tuple[int, int] | None = None
    closeness: int | None = None
    birthday: str = ""
    anniversaries: str = ""
    city: str = ""
    zone: str = ""
    free_times: tuple[FreeTime, ...] = ()
    phones: str = ""
    emails: str = ""
    messengers: str = ""
    interests: str = ""
    topics: str = ""
    notes: str = ""
    photo: Photo | None = None
    remind: bool = True
    never: bool = False
    in_memoriam: bool = False
    blocked: bool = False
    corner: bool = False


class FieldError(UnplugError):
    """A field of the form cannot be taken.

    Args:
        field: which.
        error: what is wrong with it.
    """

    def __init__(self, field: str, error: UnplugError) -> None:
        super().__init__(error.failed, error.value, error.todo)
        self.field = field


def form_of(contact: Contact) -> PersonForm:
    """The form that a contact fills."""
    cadence = contact.cadence
    return PersonForm(
        name=contact.full_name or contact.display_name,
        nicknames=", ".join(contact.nicknames),
        circle=contact.circle,
        cadence_d=_days_of(cadence),
        closeness=contact.closeness,
        birthday="" if contact.birthday is None else str(contact.birthday).lstrip("-"),
        anniversaries="\n".join(map(_anniversary_line, contact.anniversaries)),
        city=contact.city,
        zone=contact.zone,
        free_times=contact.free_times,
        phones="\n".join(phone.text for phone in contact.phones),
        emails="\n".join(email.address for email in contact.emails),
        messengers="\n".join(map(_messenger_line, contact.messengers)),
        interests=", ".join(contact.interests),
        topics=", ".join(contact.topics),
        notes="\n\n".join(contact.notes),
        photo=contact.photo,
        remind=contact.remind,
        never=contact.never,
        in_memoriam=contact.in_memoriam,
        blocked=contact.blocked,
        corner=bool(contact.corner),
    )


def filled(
    contact: Contact,
    form: PersonForm,
    circles: Mapping[str, Circle],
    region: str = "",
) -> Contact:
    """The contact that the form means; what nobody touched stays as it is.

    Args:
        contact: as it is; an empty one with a UID for somebody new.
        form: as it was filled in.
        circles: those there are.
        region: the country whose phone numbers lack their country code.

    Raises:
        FieldError: a field cannot be taken; says which, and why.
    """
    before = form_of(contact)
    for name, take in _FIELDS.items():
        if getattr(form, name) == getattr(before, name):
            continue
        try:
            contact = take(contact, getattr(form, name), circles)
        except UnplugError as error:
            raise FieldError(name, error) from error
    if not contact.display_name:
        failed, name = "cannot keep somebody without a name", "name"
        raise FieldError(name, UnplugError(failed, "", "give one"))
    return with_numbers(contact, region)


_Take = Callable[[Contact, Any, Mapping[str, Circle]], Contact]


def _edit(name: str) -> _Take:
    """As the command line's option of that name."""
    return lambda contact, value, circles: edited(contact, {name: value}, circles)


def _plainly(name: str) -> _Take:
    """The value as it is."""

    def take(contact: Contact, value: object, _: Mapping[str, Circle]) -> Contact:
        changes: dict[str, Any] = {name: value}
        return replace(contact, **changes)

    return take


def _list(name: str, divide: Callable[[str], Iterable[str]]) -> _Take:
    """Several texts in one field; the order is the user's."""

    def take(contact: Contact, value: str, _: Mapping[str, Circle]) -> Contact:
        changes: dict[str, Any] = {name: tuple(dict.fromkeys(divide(value)))}
        return replace(contact, **changes)

    return take


def _entries(name: str, text_of: Callable[[Any], str]) -> _Take:
    """Lines of entries; those that are as they were keep all that is known of them."""

    def take(contact: Contact, value: str, circles: Mapping[str, Circle]) -> Contact:
        there = {text_of(entry): entry for entry in getattr(contact, name)}
        kept: list[Any] = []
        for line in _lines(value):
            if line in there:
                kept.append(there[line])
                continue
            bare = edited(Contact(), {name: [line]}, circles)
            kept.extend(getattr(bare, name))
        changes: dict[str, Any] = {name: tuple(dict.fromkeys(kept))}
        return replace(contact, **changes)

    return take


def _cadence(
    contact: Contact, value: tuple[int, int] | None, _: Mapping[str, Circle]
) -> Contact:
    if value is None:
        return replace(contact, cadence=None)
    try:
        return replace(contact, cadence=Cadence.of_days(*value))
    except ValueError:
        failed, todo = "cannot meet so often", "give the longer time second"
        raise UnplugError(failed, f"{value[0]} / {value[1]}", todo) from None


def _birthday(contact: Contact, value: str, _: Mapping[str, Circle]) -> Contact:
    if contact.birthday is not None and value == contact.birthday.text:
        return contact
    return replace(contact, birthday=read_day(value) if value.strip() else None)


def _corner(contact: Contact, value: object, _: Mapping[str, Circle]) -> Contact:
    return replace(contact, corner=1 if value else 0)


def _free(
    contact: Contact, value: tuple[FreeTime, ...], _: Mapping[str, Circle]
) -> Contact:
    return replace(contact, free_times=tidy(value))


def _days_of(cadence: Cadence | None) -> tuple[int, int] | None:
    return None if cadence is None else (cadence.ideal.days, cadence.longest.days)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _commas(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()]


def _anniversary_line(anniversary: Anniversary) -> str:
    day = str(anniversary.date)
    day = day[2:] if day.startswith("--") else day
    return f"{day} {anniversary.shown_label}".strip()


def _messenger_line(messenger: Messenger) -> str:
    return f"{messenger.service}:{messenger.handle}"


_FIELDS: dict[str, _Take] = {
    "name": _edit("name"),
    "nicknames": _list("nicknames", _commas),
    "circle": _edit("circle"),
    "cadence_d": _cadence,
    "closeness": _plainly("closeness"),
    "birthday": _birthday,
    "anniversaries": _entries("anniversaries", _anniversary_line),
    "city": _edit("city"),
    "zone": _edit("zone"),
    "free_times": _free,
    "phones": _entries("phones", lambda phone: str(phone.text)),
    "emails": _entries("emails", lambda email: str(email.address)),
    "messengers": _entries("messengers", _messenger_line),
    "interests": _list("interests", _commas),
    "topics": _list("topics", _commas),
    "notes": _list("notes", _paragraphs),
    "photo": _plainly("photo"),
    "remind": _plainly("remind"),
    "never": _plainly("never"),
    "in_memoriam": _plainly("in_memoriam"),
    "blocked": _plainly("blocked"),
    "corner": _corner,
}
