"""Which parts of a contact are between the user and unplug alone."""

from dataclasses import replace

from unplug.people.contact import Contact
from unplug.people.vcard.draft import city_of


def shareable(contact: Contact) -> Contact:
    """The contact without what only unplug should know, for files that others see."""
    return with_private(contact, Contact(city=city_of(list(contact.others))))


def with_private(contact: Contact, private: Contact) -> Contact:
    """The contact, with what only unplug should know taken from another."""
    return replace(
        contact,
        city=private.city,
        circle=private.circle,
        cadence=private.cadence,
        free_times=private.free_times,
        closeness=private.closeness,
        interests=private.interests,
        topics=private.topics,
        never=private.never,
        in_memoriam=private.in_memoriam,
        blocked=private.blocked,
        corner=private.corner,
        remind=private.remind,
    )
