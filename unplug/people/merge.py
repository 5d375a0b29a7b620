"""Make one contact of two, with nothing lost and a way back."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from unplug.people.contact import Contact, Name, Photo, Property
from unplug.people.folding import fold
from unplug.people.partial_date import PartialDate
from unplug.people.phones import phone_key
from unplug.people.vcard import values

T = TypeVar("T")
_MERGED = "X-UNPLUG-MERGED"


@dataclass(frozen=True, slots=True)
class Merge:
    """Two contacts made one.

    Attributes:
        merged: the one contact, under the UID of the first.
        first: as it was before.
        second: as it was before.
    """

    merged: Contact
    first: Contact
    second: Contact

    def undo(self) -> tuple[Contact, Contact]:
        """Both contacts exactly as they were."""
        return self.first, self.second

    @property
    def changes_nothing(self) -> bool:
        """Whether the second had nothing that the first had not."""
        return self.merged == self.first


def merged_uids(contact: Contact) -> tuple[str, ...]:
    """The UIDs of the cards that were merged into a contact."""
    return tuple(
        values.unescape(other.value)
        for other in contact.others
        if other.name == _MERGED
    )


def merge(first: Contact, second: Contact, region: str = "") -> Merge:
    """Put what the second says beside what the first says.

    Where only one thing can be, the first's stays in place and the second's is kept
    among the properties for export.

    Args:
        first: the one that stays, with its UID.
        second: the other one.
        region: the country whose phone numbers lack their country code.
    """
    merged = replace(
        first,
        full_name=first.full_name or second.full_name,
        name=first.name or second.name,
        nicknames=_union(first.nicknames, second.nicknames, fold),
        phones=_union(
            first.phones, second.phones, lambda p: phone_key(p.text, region) or p.text
        ),
        emails=_union(first.emails, second.emails, lambda e: e.address.lower()),
        messengers=_union(
            first.messengers, second.messengers, lambda m: (m.service, m.handle.lower())
        ),
        city=first.city or second.city,
        zone=first.zone or second.zone,
        birthday=_birthday(first.birthday, second.birthday),
        anniversaries=_union(
            first.anniversaries, second.anniversaries, lambda a: (str(a.date), a.label)
        ),
        circle=first.circle or second.circle,
        cadence=first.cadence or second.cadence,
        free_times=_union(first.free_times, second.free_times, lambda free: free),
        closeness=first.closeness or second.closeness,
        interests=_union(first.interests, second.interests, fold),
        topics=_union(first.topics, second.topics, fold),
        notes=_union(first.notes, second.notes, str.strip),
        photo=first.photo or second.photo,
        never=first.never or second.never,
        in_memoriam=first.in_memoriam or second.in_memoriam,
        blocked=first.blocked or second.blocked,
        corner=first.corner or second.corner,
        remind=first.remind and second.remind,
        params=_union(first.params, second.params, lambda pair: pair[0]),
    )
    kept = (*second.others, *_left_over(merged, first, second))
    others = _union(first.others, kept, lambda other: (other.name, other.value))
    return Merge(replace(merged, others=others), first, second)


def _union(
    first: tuple[T, ...], second: Iterable[T], key: Callable[[T], Hashable]
) -> tuple[T, ...]:
    """The first's, then those of the second's that are new."""
    known = {key(item) for item in first}
    new = []
    for item in second:
        if key(item) not in known:
            known.add(key(item))
            new.append(item)
    return (*first, *new)


def _birthday(
    first: PartialDate | None, second: PartialDate | None
) -> PartialDate | None:
    """The first's, unless the second's is the same day and knows the year as well."""
    if first is None or second is None:
        return first or second
    same_day = first.comes_every_year and (first.month, first.day) == (
        second.month,
        second.day,
    )
    return second if same_day and first.year is None else first


def _left_over(merged: Contact, first: Contact, second: Contact) -> Iterable[Property]:
    """What of the second has no room in the merged contact."""
    if second.uid and second.uid != first.uid:
        yield Property(_MERGED, values.escape(second.uid))
    if second.full_name not in {"", merged.full_name}:
        yield Property("FN", values.escape(second.full_name))
    if second.name and second.name != merged.name:
        yield Property("N", _written(second.name))
    for day in (first.birthday, second.birthday):
        if day and day != merged.birthday and day.year is not None:
            yield Property("BDAY", values.escape(str(day)))
    if second.photo and second.photo != merged.photo:
        yield _picture(second.photo)


def _written(name: Name) -> str:
    lists = (name.additional, name.prefixes, name.suffixes)
    parts = [values.escape(name.family), values.escape(name.given)]
    parts += [",".join(map(values.escape, many)) for many in lists]
    return ";".join((*parts, *map(values.escape, name.rest)))


def _picture(photo: Photo) -> Property:
    """A picture as a property, in the way in which it is read from a card."""
    if photo.uri:
        return Property("PHOTO", photo.uri, (("VALUE", ("uri",)),))
    kind = photo.media_type.removeprefix("image/").upper()
    params = (("ENCODING", ("b",)), *((("TYPE", (kind,)),) if kind else ()))
    return Property("PHOTO", values.to_base64(photo.data), params)
