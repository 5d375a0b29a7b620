"""What of a contact is compared to tell whether two cards are of one person."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from unplug.people.contact import Contact
from unplug.people.merge import merged_uids
from unplug.people.partial_date import PartialDate
from unplug.people.phones import phone_key
from unplug.people.resemblance import (
    Likeness,
    called,
    generation,
    likeness,
    name_words,
)

_IMPERSONAL = frozenset(
    {
        "info", "office", "contact", "kontakt", "mail", "admin", "sales", "support",
        "hello", "team", "post", "buero", "service", "noreply", "no-reply",
        "webmaster", "home", "family",
    }
)  # fmt: skip


class Key(StrEnum):
    """What two cards may have in common."""

    UID = "uid"
    PHONE = "phone"
    EMAIL = "email"
    BIRTHDAY = "birthday"


@dataclass(frozen=True, slots=True)
class Compared:
    """A contact, and what of it is compared.

    Attributes:
        name: its folded words, sorted.
        called: the first word of the given name.
        generation: see ``resemblance.generation``.
        phones: in their international form, where they have one.
        emails: in lower case, without those of an office rather than a person.
        uids: its own, and those of the cards that were merged into it.
    """

    contact: Contact
    name: tuple[str, ...]
    called: str
    generation: int
    phones: frozenset[str]
    emails: frozenset[str]
    uids: frozenset[str]

    @property
    def birthday(self) -> PartialDate | None:
        """The birthday, if at least month and day are known."""
        day = self.contact.birthday
        return day if day and day.comes_every_year else None

    @property
    def birth_year(self) -> int | None:
        """The year of a birthday that is known in full."""
        return self.birthday.year if self.birthday else None

    def keys(self) -> Iterator[tuple[Key, str]]:
        """Everything by which other cards of the same person can be found."""
        for uid in self.uids:
            yield Key.UID, uid
        for phone in self.phones:
            yield Key.PHONE, phone
        for email in self.emails:
            yield Key.EMAIL, email
        if self.birth_year:
            yield Key.BIRTHDAY, str(self.contact.birthday)

    def day_key(self) -> tuple[Key, str] | None:
        """The day of the year, by which only cards of one name are compared."""
        day = self.birthday
        return (Key.BIRTHDAY, f"{day.month}-{day.day}") if day else None


def compared(contact: Contact, region: str) -> Compared:
    """Take a contact apart.

    Args:
        contact: with its UID.
        region: the country whose phone numbers lack their country code.
    """
    phones = (p.number or phone_key(p.text, region) for p in contact.phones)
    emails = (email.address.lower() for email in contact.emails)
    return Compared(
        contact=contact,
        name=name_words(contact),
        called=called(contact),
        generation=generation(contact),
        phones=frozenset(filter(None, phones)),
        emails=frozenset(e for e in emails if e.partition("@")[0] not in _IMPERSONAL),
        uids=frozenset({contact.uid, *merged_uids(contact)}),
    )


def shared_keys(first: Compared, second: Compared) -> frozenset[Key]:
    """What two cards have in common."""
    shared = {
        Key.UID: not first.uids.isdisjoint(second.uids),
        Key.PHONE: not first.phones.isdisjoint(second.phones),
        Key.EMAIL: not first.emails.isdisjoint(second.emails),
        Key.BIRTHDAY: first.day_key() is not None
        and first.day_key() == second.day_key()
        and not _differ(first.birth_year, second.birth_year),
    }
    return frozenset(key for key, yes in shared.items() if yes)


def contradict(first: Compared, second: Compared) -> bool:
    """Whether something says that two cards are of two people after all."""
    return (
        _differ(first.day_key(), second.day_key())
        or _differ(first.birth_year, second.birth_year)
        or _differ(first.generation, second.generation)
    )


def names_alike(first: Compared, second: Compared) -> Likeness:
    """How much the names resemble one another.

    Where one name holds the other, but they are called otherwise ("Ann Mary Lee" and
    "Mary Lee"), it may be a daughter with her mother's name as her second one.
    """
    alike = likeness(first.name, second.name)
    if alike is not Likeness.CONTAINED:
        return alike
    other_call = first.called and second.called and first.called != second.called
    return Likeness.VAGUE if other_call else alike


def emails_disagree(first: Compared, second: Compared) -> bool:
    """Whether both have e-mail addresses, and none in common."""
    return bool(first.emails and second.emails) and not first.emails & second.emails


def _differ(one: object, other: object) -> bool:
    """Whether both are known, and not the same."""
    return bool(one) and bool(other) and one != other
