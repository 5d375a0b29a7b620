"""Contacts as plain values for JSON, and back; what says nothing is left out."""

import hashlib
from collections.abc import Callable
from dataclasses import MISSING, fields
from operator import attrgetter
from typing import Any

from unplug.people.circles import Cadence
from unplug.people.contact import (
    Anniversary,
    Contact,
    Email,
    FreeTime,
    Messenger,
    Name,
    Phone,
    Photo,
    Property,
)
from unplug.people.partial_date import PartialDate

Form = dict[str, Any]

_ENTRIES = ("phones", "emails", "messengers", "anniversaries")
_DATE = ("year", "month", "day", "text", "time")
_PARAMS = "params"


def _defaults(of: type[Any]) -> tuple[Any, ...]:
    """The names of a kind's fields, what says nothing in each, and their getter."""
    names = tuple(f.name for f in fields(of))
    nothings = tuple(None if f.default is MISSING else f.default for f in fields(of))
    return names, nothings, attrgetter(*names)


_KINDS = (Contact, Name, Property, Phone, Email, Messenger, Anniversary)
_DEFAULTS: dict[type[Any], tuple[Any, ...]] = {of: _defaults(of) for of in _KINDS}
_FIELDS: tuple[str, ...] = _DEFAULTS[Contact][0]


def to_form(contact: Contact) -> Form:
    """The form of a contact; of its picture only the digest, its bytes lie apart."""
    form = _said(contact)
    for name in _ENTRIES:
        if name in form:
            form[name] = [*map(_plain, form[name])]
    if "others" in form:
        form["others"] = [*map(_said, contact.others)]
    if "name" in form:
        form["name"] = _said(contact.name)
    if contact.birthday is not None:
        form["birthday"] = _date_form(contact.birthday)
    if contact.cadence is not None:
        cadence = contact.cadence
        form["cadence"] = [cadence.ideal.days, cadence.longest.days]
    if contact.free_times:
        times = contact.free_times
        form["free_times"] = [[f.weekday, f.start_hour, f.end_hour] for f in times]
    if contact.photo is not None:
        form["photo"] = _photo_form(contact.photo)
    return form


def digest_of(picture: bytes) -> str:
    """What a picture is known by."""
    return hashlib.blake2b(picture, digest_size=16).hexdigest() if picture else ""


def from_form(form: Form, picture: Callable[[str], bytes]) -> Contact:
    """The contact of a form.

    Args:
        form: what ``to_form`` made, perhaps through JSON.
        picture: gives the picture with a digest.

    Raises:
        ValueError: it is the form of no contact.
    """
    try:
        return _contact(form, picture)
    except (AttributeError, KeyError, TypeError) as error:
        msg = f"no contact: {error}"
        raise ValueError(msg) from error


def _contact(form: Form, picture: Callable[[str], bytes]) -> Contact:
    values: Form = {}
    for name in _FIELDS:
        if name == "photo" and name in form:
            values[name] = _photo(form[name], picture)
        elif name in form:
            read = _READ.get(name)
            values[name] = form[name] if read is None else read(form[name])
    return Contact(**values)


def _said(value: Any) -> Form:  # noqa: ANN401  (any of the kinds above)
    """What something says beyond nothing."""
    names, nothings, values_of = _DEFAULTS[type(value)]
    return {
        name: said
        for name, nothing, said in zip(names, nothings, values_of(value), strict=True)
        if said is not nothing and said != nothing
    }


def _plain(entry: Any) -> Form:  # noqa: ANN401  (any kind of entry)
    form = _said(entry)
    if "date" in form:
        form["date"] = _date_form(form["date"])
    return form


def _entry(of: type[Any], form: Form) -> Any:  # noqa: ANN401  (as many kinds)
    values = dict(form)
    if "date" in values:
        values["date"] = _date(values["date"])
    if "kinds" in values:
        values["kinds"] = tuple(values["kinds"])
    if _PARAMS in values:
        values[_PARAMS] = _params(values[_PARAMS])
    return of(**values)


def _photo_form(photo: Photo) -> Form:
    form = {name: getattr(photo, name) for name in ("media_type", "uri", "group")}
    form = {name: said for name, said in form.items() if said}
    if photo.data:
        form["digest"] = digest_of(photo.data)
    if photo.params:
        form[_PARAMS] = photo.params
    return form


def _photo(form: Form, picture: Callable[[str], bytes]) -> Photo:
    digest = form.get("digest", "")
    return Photo(
        media_type=form.get("media_type", ""),
        data=picture(digest) if digest else b"",
        uri=form.get("uri", ""),
        group=form.get("group", ""),
        params=_params(form.get(_PARAMS, ())),
    )


def _property(form: Form) -> Property:
    params = form.get(_PARAMS)
    return Property(
        form["name"],
        form.get("value", ""),
        _params(params) if params else (),
        form.get("group", ""),
    )


def _params(form: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:  # noqa: ANN401  (JSON)
    return tuple((key, tuple(values)) for key, values in form)


def _tuples(form: Form) -> Form:
    return {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in form.items()
    }


def _date_form(date: PartialDate) -> Form:
    return {name: said for name in _DATE if (said := getattr(date, name))}


def _date(form: Form) -> PartialDate:
    return PartialDate(**form)


_READ: dict[str, Callable[[Any], object]] = {
    "name": lambda form: Name(**_tuples(form)),
    "nicknames": tuple,
    "phones": lambda form: tuple(_entry(Phone, each) for each in form),
    "emails": lambda form: tuple(_entry(Email, each) for each in form),
    "messengers": lambda form: tuple(_entry(Messenger, each) for each in form),
    "birthday": _date,
    "anniversaries": lambda form: tuple(_entry(Anniversary, each) for each in form),
    "cadence": lambda form: Cadence.of_days(*form),
    "free_times": lambda form: tuple(FreeTime(*each) for each in form),
    "interests": tuple,
    "topics": tuple,
    "notes": tuple,
    "params": lambda form: tuple((key, _params(of)) for key, of in form),
    "others": lambda form: tuple(map(_property, form)),
}
