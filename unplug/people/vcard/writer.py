"""Write vCard 3.0 (RFC 2426) and 4.0 (RFC 6350), with everything that was read."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from unplug.people.contact import (
    Contact,
    Entry,
    Messenger,
    Params,
    Phone,
    Photo,
    Property,
)
from unplug.people.partial_date import APPLE_NO_YEAR, PartialDate
from unplug.people.vcard import own, values
from unplug.people.vcard.draft import city_of
from unplug.people.vcard.fields import MEDIA, OCTETS
from unplug.people.vcard.formatting import NAME_PARAM, OWN_ALTID, content_line

V3, V4 = "3.0", "4.0"
_ONLY_BEFORE_4 = frozenset(
    {"LABEL", "NAME", "MAILER", "PROFILE", "AGENT", "CLASS", "SORT-STRING"}
)
_ONCE = ("N", "BDAY", "ANNIVERSARY", "GENDER", "KIND", "PRODID", "REV", "UID")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_TEL = re.compile(r"tel:\S+", re.IGNORECASE)
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)")
_TIME = re.compile(r"(\d\d)(\d\d)?(\d\d)?(?:Z|([+-]\d\d)(\d\d)?)?")
_STAMP = re.compile(r"[-:]")
_REV = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_NONE: Params = ()


def write(contacts: Iterable[Contact], version: str = V4) -> Iterator[str]:
    """Write contacts as a vCard file, one card at a time.

    Args:
        contacts: those to write.
        version: ``V3`` or ``V4``.
    """
    for contact in contacts:
        yield write_card(contact, version)


def write_card(contact: Contact, version: str = V4) -> str:
    """Write one card, its lines ended by CR LF and folded at 75 octets."""
    kept = [_kept(other, version) for other in contact.others]
    lines = [
        Property("BEGIN", "VCARD"),
        Property("VERSION", version),
        *_once(_Card(contact, version).properties(), kept, version),
        Property("END", "VCARD"),
    ]
    return "".join(content_line(line) for line in lines)


def _once(
    written: Iterable[Property], kept: list[Property], version: str
) -> Iterator[Property]:
    """Mark what 4.0 allows once, but a card has twice, as versions of one another."""
    every = [*written, *kept]
    count = Counter(line.name for line in every) if version == V4 else Counter()
    for line in every:
        if line.name in _ONCE and count[line.name] > 1 and not line.param("ALTID"):
            params = (*line.params, ("ALTID", (OWN_ALTID,)))
            yield Property(line.name, line.value, params, line.group)
        else:
            yield line


class _Card:
    """The properties of one contact in one version."""

    def __init__(self, contact: Contact, version: str) -> None:
        self._contact = contact
        self._version = version
        self._params = dict(contact.params)
        self._groups = {other.group.lower() for other in contact.others}
        self._labelled = {
            o.group.lower() for o in contact.others if o.name == "X-ABLABEL"
        }

    def properties(self) -> Iterator[Property]:
        """All but those that are kept as they came."""
        yield from self._identity()
        contact = self._contact
        for phone in contact.phones:
            yield from self._entry(phone, "TEL", *self._phone(phone))
        for email in contact.emails:
            yield from self._entry(email, "EMAIL", values.escape(email.address))
        for messenger in contact.messengers:
            handle = _handle(messenger)
            yield from self._entry(messenger, messenger.source, handle)
        yield from self._days()
        for note in contact.notes:
            yield Property("NOTE", values.escape(note))
        if contact.photo:
            yield _photo(contact.photo, self._version)
        if contact.zone:
            text = () if self._version == V4 else (("VALUE", ("text",)),)
            yield self._single("TZ", contact.zone, text)
        yield from own.written(contact, city_of(list(contact.others)))

    def _identity(self) -> Iterator[Property]:
        contact = self._contact
        if contact.uid:
            text = self._version == V4 and not _URI.fullmatch(contact.uid)
            value = (
                values.escape(contact.uid)
                if text or self._version == V3
                else contact.uid
            )
            yield self._single("UID", value, (("VALUE", ("text",)),) if text else ())
        if contact.full_name:
            yield self._single("FN", values.escape(contact.full_name))
        else:  # both versions need one: say that it was put together (RFC 9554)
            yield Property(
                "FN", values.escape(contact.display_name), (("DERIVED", ("true",)),)
            )
        name = contact.name
        lists = (name.additional, name.prefixes, name.suffixes)
        parts = [name.family, name.given]
        written = [values.escape(part) for part in parts]
        written += [",".join(map(values.escape, many)) for many in lists]
        written += [values.escape(part) for part in name.rest]
        yield self._single("N", ";".join(written))
        if contact.nicknames:
            yield self._single(
                "NICKNAME", ",".join(map(values.escape, contact.nicknames))
            )

    def _days(self) -> Iterator[Property]:
        if self._contact.birthday:
            value, params = _date(self._contact.birthday, self._version)
            yield self._single("BDAY", value, params)
        main = 0
        for anniversary in self._contact.anniversaries:
            name = anniversary.source
            if name == "ANNIVERSARY":
                main += 1
                name = (
                    "ANNIVERSARY"
                    if self._version == V4 and main == 1
                    else "X-ANNIVERSARY"
                )
            value, params = _date(anniversary.date, self._version)
            yield from self._entry(anniversary, name, value, params)

    def _single(self, name: str, value: str, params: Params = _NONE) -> Property:
        return Property(name, value, (*params, *self._params.get(name, ())))

    def _phone(self, phone: Phone) -> tuple[str, Params]:
        if self._version == V4 and _TEL.fullmatch(phone.raw):
            return phone.raw, (("VALUE", ("uri",)),)
        return values.escape(phone.raw), ()

    def _entry(
        self, entry: Entry, name: str, value: str, params: Params = _NONE
    ) -> Iterator[Property]:
        kinds = list(entry.kinds)
        extra: list[tuple[str, tuple[str, ...]]] = []
        if entry.preference == 1 and self._version == V3:
            kinds.append("pref")
        elif entry.preference:
            extra.append(("PREF", (str(entry.preference),)))
        if kinds:
            extra.insert(0, ("TYPE", tuple(kinds)))
        group = entry.group
        if entry.label and not group:
            group = self._free_group()
        yield Property(name, value, (*extra, *params, *entry.params), group)
        if entry.label and group.lower() not in self._labelled:
            self._labelled.add(group.lower())
            yield Property("X-ABLABEL", values.escape(entry.label), (), group)

    def _free_group(self) -> str:
        contact = self._contact
        entries: tuple[tuple[Entry, ...], ...] = (
            contact.phones,
            contact.emails,
            contact.messengers,
            contact.anniversaries,
        )
        self._groups.update(entry.group.lower() for some in entries for entry in some)
        number = 1
        while f"item{number}" in self._groups:
            number += 1
        self._groups.add(f"item{number}")
        return f"item{number}"


def _handle(messenger: Messenger) -> str:
    if messenger.source != "IMPP":
        return values.escape(messenger.handle)
    if any(name == "X-SERVICE-TYPE" for name, _ in messenger.params):
        return messenger.handle
    return f"{messenger.service.replace(' ', '-')}:{messenger.handle}"


def _date(day: PartialDate, version: str) -> tuple[str, Params]:
    """A date in the form of the version, and the parameters it needs."""
    if day.text:
        return values.escape(day.text), (("VALUE", ("text",)),)
    if version == V4:
        whole = day.month is not None and day.day is not None
        written = str(day).replace("-", "") if whole else str(day)
        if day.year is None:
            written = f"--{day.month:02}" if day.month is not None else "--"
            written += f"{day.day:02}" if day.day is not None else ""
            written = written if day.month is not None else f"-{written}"
        return written + (f"T{day.time}" if day.time else ""), ()
    time = f"T{_extended(day.time)}" if day.time else ""
    params: Params = (("VALUE", ("date-time",)),) if time else ()
    if day.year is None and day.comes_every_year:
        omitted = ("X-APPLE-OMIT-YEAR", (str(APPLE_NO_YEAR),))
        return f"{APPLE_NO_YEAR}-{day.month:02}-{day.day:02}{time}", (omitted, *params)
    if not day.comes_every_year:
        return str(day), (("VALUE", ("text",)),)
    return f"{day}{time}", params


def _extended(time: str) -> str:
    """A time such as ``231000-0500`` with colons."""
    found = _TIME.fullmatch(time)
    if found is None:
        return time
    hours = ":".join(part for part in found.groups()[:3] if part)
    zone = ":".join(part for part in found.groups()[3:] if part)
    return hours + (zone or ("Z" if time.endswith("Z") else ""))


def _photo(photo: Photo, version: str) -> Property:
    if photo.uri:
        media: Params = (
            (("MEDIATYPE", (photo.media_type,)),) if photo.media_type else ()
        )
        if version == V3:
            kind = photo.media_type.removeprefix("image/").upper()
            media = (("VALUE", ("uri",)), *((("TYPE", (kind,)),) if kind else ()))
        return Property("PHOTO", photo.uri, (*media, *photo.params), photo.group)
    encoded = values.to_base64(photo.data)
    if version == V4:
        value = f"data:{photo.media_type};base64,{encoded}"
        return Property("PHOTO", value, photo.params, photo.group)
    kind = photo.media_type.removeprefix("image/").upper()
    params = (("ENCODING", ("b",)), *((("TYPE", (kind,)),) if kind else ()))
    return Property("PHOTO", encoded, (*params, *photo.params), photo.group)


def _kept(other: Property, version: str) -> Property:
    """A kept property in the form of the version."""
    name, value, params = other.name, other.value, other.params
    if version == V3:
        return Property(name, value, _preferred(params), other.group)
    if ("ENCODING", ("b",)) in params:
        value, params = _inline(name, value, params)
    if name == "GEO" and value:
        value = f"geo:{value.replace(';', ',')}"
    elif name == "TZ" and (found := _OFFSET.fullmatch(value)):
        value = "".join(found.groups())
        params = (*(p for p in params if p[0] != "VALUE"), ("VALUE", ("utc-offset",)))
    elif name == "REV":
        value = _STAMP.sub("", value) if _REV.fullmatch(value) else value
    if name in _ONLY_BEFORE_4:
        name, params = f"X-{name}", (*params, (NAME_PARAM, (name,)))
    return Property(name, value, params, other.group)


def _preferred(params: Params) -> Params:
    """``PREF=1`` of 4.0 as ``TYPE=pref`` of 3.0."""
    if ("PREF", ("1",)) not in params:
        return params
    out = [pair for pair in params if pair != ("PREF", ("1",))]
    for at, (name, found) in enumerate(out):
        if name == "TYPE":
            out[at] = (name, (*found, "pref"))
            return tuple(out)
    return (*out, ("TYPE", ("pref",)))


def _inline(name: str, value: str, params: Params) -> tuple[str, Params]:
    """A binary value as a ``data:`` address, which says its type itself."""
    kinds = [kind for key, found in params if key == "TYPE" for kind in found]
    media = next((kind for kind in kinds if "/" in kind), OCTETS)
    if name in MEDIA and kinds:
        media = f"{MEDIA[name]}/{kinds[0].lower()}"
    worked_off = {"ENCODING", "VALUE"} | ({"TYPE"} if media != OCTETS else set())
    left = tuple(pair for pair in params if pair[0] not in worked_off)
    return f"data:{media};base64,{value}", left
