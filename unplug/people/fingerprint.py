"""What a contact says, as one short text: equal contacts have equal fingerprints."""

import hashlib
from dataclasses import fields, replace
from uuid import UUID, uuid5

from unplug.people.contact import Contact

_NOBODY = Contact()
_FIELDS = [(field.name, getattr(_NOBODY, field.name)) for field in fields(Contact)]
_NAMESPACE = UUID("6f0e9f0a-3c37-4a0e-9a52-6d5b3c1f7c11")
# What changes with each export without anybody having changed the person.
_FLEETING = frozenset({"REV", "PRODID", "VERSION", "X-EVOLUTION-REVISION"})


def fingerprint(contact: Contact) -> str:
    """The fingerprint of all that a contact says, its UID included.

    The order of its properties counts, when it was last exported does not.
    """
    said = []
    for field, nothing in _FIELDS:
        value = getattr(contact, field)
        if value == nothing:
            continue
        if field == "others":
            value = tuple(other for other in value if other.name not in _FLEETING)
        elif field == "phones":
            value = tuple(replace(p, number="") if p.number else p for p in value)
        elif field == "photo":
            value = (value.uri, hashlib.blake2b(value.data).digest())
        said.append(f"{field}={value!r}")
    digest = hashlib.blake2b("\n".join(said).encode("utf-8", "replace"), digest_size=16)
    return digest.hexdigest()


def with_uid(contact: Contact) -> Contact:
    """The contact with a UID made from what it says, if it came without one.

    The same card read again is given the same UID.
    """
    if contact.uid:
        return contact
    return replace(contact, uid=str(uuid5(_NAMESPACE, fingerprint(contact))))
