"""What single lines of a vCard say: an entry of a contact, or nothing of use."""

import re

from unplug.people.contact import (
    FIRST_PREFERENCE,
    LAST_PREFERENCE,
    Anniversary,
    Email,
    Messenger,
    Name,
    Params,
    Phone,
    Photo,
    Property,
)
from unplug.people.partial_date import PartialDate, read_date
from unplug.people.vcard import values
from unplug.people.vcard.content_line import Line

ANNIVERSARIES = frozenset(
    {
        "ANNIVERSARY",
        "X-ANNIVERSARY",
        "X-MS-ANNIVERSARY",
        "X-EVOLUTION-ANNIVERSARY",
        "X-KADDRESSBOOK-X-ANNIVERSARY",
        "X-ABDATE",
    }
)
MESSENGERS = {
    "X-AIM": "aim", "X-ICQ": "icq", "X-JABBER": "xmpp", "X-MSN": "msn",
    "X-YAHOO": "yahoo", "X-SKYPE": "skype", "X-SKYPE-USERNAME": "skype",
    "X-GTALK": "google talk", "X-GOOGLE-TALK": "google talk",
    "X-GOOGLE TALK": "google talk", "X-GADUGADU": "gadu-gadu", "X-QQ": "qq",
    "X-GROUPWISE": "groupwise", "X-SIP": "sip", "X-MATRIX": "matrix",
    "X-TELEGRAM": "telegram", "X-SIGNAL": "signal", "X-WHATSAPP": "whatsapp",
    "X-WECHAT": "wechat", "X-THREEMA": "threema", "X-DISCORD": "discord",
}  # fmt: skip
MEDIA = {"PHOTO": "image", "LOGO": "image", "SOUND": "audio"}
OCTETS = "application/octet-stream"
_MAILTO = re.compile(r"mailto:", re.IGNORECASE)
_DATA = re.compile(r"data:([\w.+/-]*)(?:;[\w-]+=[\w-]+)*;base64\\?,", re.IGNORECASE)
_SCHEME = re.compile(r"([A-Za-z][\w.+-]*):(.+)", re.DOTALL)
_PICTURES = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png",
             "gif": "image/gif", "bmp": "image/bmp", "webp": "image/webp",
             "tiff": "image/tiff", "heic": "image/heic"}  # fmt: skip
_MAGIC = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG", "image/png"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
)
_OFFSET = re.compile(r"([+-]\d\d):?(\d\d)")
_STAMP = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d)(?:[.]\d+)?Z")
_NAME_PARTS = 5  # of those that vCard knew from the start
_READ_PARAMS = frozenset({"TYPE", "PREF", "VALUE"})


def name(line: Line, *, lists: bool) -> Name:
    """The parts of an N.

    Args:
        line: the N.
        lists: whether its parts may be lists, as from 3.0 on.
    """
    parts = values.split(line.value, ";")
    parts += [""] * (_NAME_PARTS - len(parts))
    family, given = (values.unescape(part).strip() for part in parts[:2])
    many = [values.texts(p) if lists else _whole(p) for p in parts[2:_NAME_PARTS]]
    rest = tuple(values.unescape(part) for part in parts[_NAME_PARTS:])
    additional, prefixes, suffixes = many
    kept = rest if any(rest) else ()
    return Name(family, given, additional, prefixes, suffixes, kept)


def _whole(part: str) -> tuple[str, ...]:
    text = values.unescape(part).strip()
    return (text,) if text else ()


def phone(line: Line, label: str) -> Phone | None:
    """The phone of a TEL; None where it is empty."""
    raw = values.unescape(line.value).strip()
    if not raw:
        return None
    kinds, preference = _kinds(line)
    return Phone(raw=raw, kinds=kinds, preference=preference, label=label,
                 group=line.group, params=_left(line.params))  # fmt: skip


def email(line: Line, label: str) -> Email | None:
    """The address of an EMAIL; None where it is empty."""
    address = _MAILTO.sub("", values.unescape(line.value).strip(), count=1).strip()
    if not address:
        return None
    kinds, preference = _kinds(line)
    return Email(address=address, kinds=kinds, preference=preference, label=label,
                 group=line.group, params=_left(line.params))  # fmt: skip


def messenger(line: Line, label: str) -> Messenger | None:
    """The handle of an IMPP or one of its many forerunners; None where it is empty."""
    handle = values.unescape(line.value).strip()
    service = MESSENGERS.get(line.name) or line.param("X-SERVICE-TYPE").lower()
    if not service:
        found = _SCHEME.fullmatch(handle)
        if found is None:
            return None
        service, handle = found[1].lower(), found[2]
    if not handle:
        return None
    kinds, preference = _kinds(line)
    return Messenger(service=service, handle=handle, source=line.name, kinds=kinds,
                     preference=preference, label=label, group=line.group,
                     params=_left(line.params))  # fmt: skip


def anniversary(line: Line, label: str) -> Anniversary | None:
    """The day of an anniversary under any of its names; None where there is none."""
    day = date(line)
    if day is None:
        return None
    kinds, preference = _kinds(line)
    source = "ANNIVERSARY" if line.name == "X-ANNIVERSARY" else line.name
    return Anniversary(date=day, source=source, kinds=kinds, preference=preference,
                       label=label, group=line.group,
                       params=_left(line.params, "X-APPLE-OMIT-YEAR"))  # fmt: skip


def date(line: Line) -> PartialDate | None:
    """The date of a BDAY or its like; None where it is empty."""
    omitted = line.param("X-APPLE-OMIT-YEAR")
    no_year = int(omitted) if omitted.isdecimal() else None
    return read_date(values.unescape(line.value), no_year=no_year)


def photo(line: Line) -> Photo | None:
    """The picture of a PHOTO; None where it is neither a picture nor an address."""
    media = line.param("MEDIATYPE").lower()
    left = []
    for key, found in line.params:
        first = found[0].lower() if found else ""
        if key == "TYPE" and (first in _PICTURES or first.startswith("image/")):
            media = media or _PICTURES.get(first, first)
        elif key not in {"ENCODING", "VALUE", "MEDIATYPE"}:
            left.append((key, found))
    inline = _DATA.match(line.value)
    if inline or line.param("ENCODING"):
        data = values.from_base64(line.value[inline.end() :] if inline else line.value)
        if data is None:
            return None
        media = media or (inline[1].lower() if inline else "") or _sniffed(data)
        return Photo(media_type=media, data=data, group=line.group, params=tuple(left))
    uri = values.unescape(line.value)
    if not _SCHEME.fullmatch(uri):
        return None
    return Photo(media_type=media, uri=uri, group=line.group, params=tuple(left))


def _sniffed(data: bytes) -> str:
    return next((media for magic, media in _MAGIC if data.startswith(magic)), "")


def other(line: Line, version: str) -> Property | None:
    """The line as it is kept for export; None where its bytes cannot be read."""
    value = line.value
    if version == "2.1":
        value = _from_21(line.name, value)
    value = value.replace("\r\n", "\\n").replace("\r", "\\n").replace("\n", "\\n")
    params = _first_preference(line.params)
    inline = _DATA.match(value)
    if inline or ("ENCODING", ("b",)) in params:
        value = "".join(value[inline.end() if inline else 0 :].split())
        params = _binary(line.name, params, inline[1] if inline else "")
        if values.from_base64(value) is None:
            return None
    value, params = _canonical(line.name, value, params)
    return Property(line.name, value, params, line.group)


def _binary(name: str, params: Params, media: str) -> Params:
    """The parameters of a binary value; the type of a picture is in capitals."""
    kinds = [kind for key, found in params if key == "TYPE" for kind in found]
    if name in MEDIA:
        kind = media.rpartition("/")[2] or next(iter(kinds), "").rpartition("/")[2]
        kinds = [kind.upper()] * bool(kind)
    elif media not in {"", OCTETS}:
        kinds = [media]
    kept = _without(params, "ENCODING", "TYPE", "VALUE", "MEDIATYPE")
    typed = (("TYPE", tuple(kinds)),) if kinds else ()
    return (("ENCODING", ("b",)), *typed, *kept)


def _canonical(name: str, value: str, params: Params) -> tuple[str, Params]:
    """A value that the versions write differently, as 3.0 has it."""
    if name == "GEO":
        if value.lower().startswith("geo:"):
            value = value[4:]
        return value.replace("\\,", ",").replace(",", ";"), params
    if name == "TZ" and (found := _OFFSET.fullmatch(value)):
        return f"{found[1]}:{found[2]}", _without(params, "VALUE")
    if name == "REV" and (found := _STAMP.fullmatch(value)):
        return "{}-{}-{}T{}:{}:{}Z".format(*found.groups()), params
    return value, params


def _from_21(name: str, value: str) -> str:
    """A value of vCard 2.1, which knows fewer escapes, as 3.0 has it."""
    if name in {"ORG", "ADR", "N"}:
        parts = values.split(value, ";")
        return ";".join(values.escape(values.unescape(part)) for part in parts)
    if name in {"TITLE", "ROLE", "LABEL", "NOTE", "FN", "NICKNAME", "MAILER"}:
        return values.escape(values.unescape(value))
    return value


def _kinds(line: Line) -> tuple[tuple[str, ...], int]:
    """The kinds of an entry, and its preference."""
    if not line.params:
        return (), 0
    kinds = line.kinds
    preference = FIRST_PREFERENCE if "pref" in kinds else 0
    said = line.param("PREF")
    if said.isdecimal():
        preference = min(max(int(said), FIRST_PREFERENCE), LAST_PREFERENCE)
    return tuple(kind for kind in kinds if kind != "pref"), preference


def _first_preference(params: Params) -> Params:
    """The same with ``TYPE=pref`` of 3.0 as ``PREF=1`` of 4.0, which comes last."""
    kept = []
    preferred = []
    for key, found in params:
        if key == "PREF":
            preferred.append((key, found))
            continue
        others = tuple(value for value in found if value.lower() != "pref")
        if key != "TYPE" or len(others) == len(found):
            kept.append((key, found))
            continue
        preferred.append(("PREF", ("1",)))
        if others:
            kept.append((key, others))
    return (*kept, *preferred[:1])


def _left(params: Params, *more: str) -> Params:
    if not params:
        return ()
    return _without(params, *_READ_PARAMS, *more)


def _without(params: Params, *names: str) -> Params:
    return tuple(pair for pair in params if pair[0] not in names)
