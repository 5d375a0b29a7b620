"""What a contact says, as one short text: equal contacts have equal fingerprints."""

import hashlib
from collections.abc import Callable
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any
from uuid import UUID, uuid5

from unplug.people.contact import (
    Anniversary,
    Contact,
    Email,
    Messenger,
    Phone,
    Photo,
    Property,
)


def _values_of(kind: type[Any], *left_out: str) -> Callable[[Any], tuple[object, ...]]:
    """What gives the values of a kind of thing, but for some, as one tuple."""
    names = (field.name for field in fields(kind) if field.name not in left_out)
    values: Callable[[Any], tuple[object, ...]] = attrgetter(*names)
    return values


_NOBODY = Contact()
_NAMES = tuple(field.name for field in fields(Contact))
_ALL = _values_of(Contact)
_NOTHING = _ALL(_NOBODY)
_LISTS = {
    "phones": _values_of(Phone, "number"),
    "emails": _values_of(Email),
    "messengers": _values_of(Messenger),
    "anniversaries": _values_of(Anniversary),
}
_PROPERTY = _values_of(Property)
_NAMESPACE = UUID("6f0e9f0a-3c37-4a0e-9a52-6d5b3c1f7c11")
# What changes with each export without anybody having changed the person.
_FLEETING = frozenset({"REV", "PRODID", "VERSION", "X-EVOLUTION-REVISION"})


def fingerprint(contact: Contact) -> str:
    """The fingerprint of all that a contact says, its UID included.

    The order of its properties counts, when it was last exported does not.
    """
    said = []
    for field, value, nothing in zip(_NAMES, _ALL(contact), _NOTHING, strict=True):
        if value is nothing or value == nothing:
            continue
        told: object = value
        if field in _LISTS:
            told = [*map(_LISTS[field], value)]  # type: ignore[call-overload]
        elif field == "others":
            told = [_PROPERTY(o) for o in contact.others if o.name not in _FLEETING]
        elif isinstance(value, Photo):
            told = (value.uri, hashlib.blake2b(value.data).digest())
        said.append(f"{field}={told!r}")
    digest = hashlib.blake2b("\n".join(said).encode("utf-8", "replace"), digest_size=16)
    return digest.hexdigest()


def with_uid(contact: Contact) -> Contact:
    """The contact with a UID made from what it says, if it came without one.

    The same card read again is given the same UID.
    """
    if contact.uid:
        return contact
    return replace(contact, uid=str(uuid5(_NAMESPACE, fingerprint(contact))))
