"""A contact in the making: takes the lines of one card, then says what they mean."""

import re
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from unplug.people.contact import Contact, Entry, Params, Property
from unplug.people.partial_date import PartialDate
from unplug.people.vcard import fields, own, values
from unplug.people.vcard.content_line import Line

_ZONE = re.compile(
    r"(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)"
    r"/[A-Za-z_/+-]+"
)
_VERSIONS = {"2": "2.1", "3": "3.0", "4": "4.0"}
_WRAPPING = frozenset({"NOTE", "LABEL", "ADR", "X-NOTE"})
_CITY_PART = 3  # of an ADR
_ENTRIES: dict[str, tuple[str, Callable[[Line, str], Entry | None]]] = {
    "TEL": ("phones", fields.phone),
    "EMAIL": ("emails", fields.email),
    **dict.fromkeys(("IMPP", *fields.MESSENGERS), ("messengers", fields.messenger)),
    **dict.fromkeys(fields.ANNIVERSARIES, ("anniversaries", fields.anniversary)),
}


class Draft:
    """The lines of one card.

    Attributes:
        problems: the line's number (0 for the whole card) and what is the matter.
    """

    def __init__(self) -> None:
        self.problems: list[tuple[int, str]] = []
        self._lines: list[Line] = []
        self._continued: list[str] = []
        self._agents: deque[Line] = deque()
        self._others: list[Property] = []
        self._fields: dict[str, Any] = {}
        self._entries: dict[str, list[Entry]] = {}
        self._params: list[tuple[str, Params]] = []
        self._labels: dict[str, str] = {}
        self._version = "2.1"
        self._derived = ""

    def may_go_on(self) -> str:
        """The name of the last line, if a line that is none may continue it."""
        if not self._lines:
            return ""
        last = self._lines[-1]
        unfinished = (self._continued or [last.value])[-1].endswith("\\")
        return last.name if unfinished or last.name in _WRAPPING else ""

    def add(self, line: Line) -> None:
        """Take a line of the card."""
        self._finish_last()
        self._lines.append(line)
        if line.name == "AGENT" and not line.value:
            self._agents.append(line)

    def continue_last(self, text: str) -> None:
        """Add a further line to the value of the one that came last."""
        self._continued.append(text)

    def _finish_last(self) -> None:
        if self._continued:
            last = self._lines[-1]
            parts = [last.value, *self._continued]
            whole = [part.removesuffix("\\") for part in parts[:-1]] + parts[-1:]
            last.value = "\\n".join(whole)
            self._continued = []

    def report(self, number: int, what: str) -> None:
        """Note what is the matter with a line."""
        self.problems.append((number, what))

    def keep_unread(self, text: str) -> None:
        """Keep what is no line at all."""
        self._others.append(Property(own.UNREAD, values.escape(text)))

    def nest(self, card: str) -> None:
        """Take a card that is inside of this one; it is an AGENT's."""
        if self._agents:
            line = self._agents.popleft()
            line.value, line.params = values.escape(card), ()
            return
        self._others.append(Property("AGENT", values.escape(card)))

    def contact(self) -> Contact:
        """What all the lines together say."""
        self._finish_last()
        unlabelled: set[str] = set()
        for line in self._lines:
            if line.name == "VERSION":
                self._set_version(line)
            elif line.name == "X-ABLABEL" and line.group and line.value:
                self._labels[line.group.lower()] = values.unescape(line.value)
        for line in self._lines:
            if not self._understood(line):
                self._keep(line)
                unlabelled.add(line.group.lower())
        self._keep_labels(unlabelled)
        entries = {key: tuple(found) for key, found in self._entries.items()}
        if "city" not in self._fields:
            self._fields["city"] = city_of(self._others)
        self._fields.update(entries)
        contact = Contact(
            **self._fields, params=tuple(self._params), others=tuple(self._others)
        )
        if (
            self._derived
            and not contact.full_name
            and contact.display_name != self._derived
        ):
            return replace(contact, full_name=self._derived)
        return contact

    def _set_version(self, line: Line) -> None:
        known = _VERSIONS.get(line.value.strip()[:1])
        if known is None:
            self.report(line.number, f'unknown version "{line.value}", read as 2.1')
        self._version = known or "2.1"

    def _understood(self, line: Line) -> bool:
        """Put a line where it belongs; False where it belongs nowhere."""
        name = line.name
        if name in _ENTRIES:
            field, read = _ENTRIES[name]
            entry = read(
                line, self._labels.get(line.group.lower(), "") if line.group else ""
            )
            if entry is not None:
                self._entries.setdefault(field, []).append(entry)
            return entry is not None
        if name in _SINGLES:
            return _SINGLES[name](self, line)
        if name.startswith(own.PREFIX):
            return own.read(name, line.value, self._fields)
        return name == "X-ABLABEL" and line.group.lower() in self._labels

    def _keep(self, line: Line) -> None:
        kept = fields.other(line, self._version)
        if kept is None:
            self.report(line.number, f"cannot decode {line.name}; it is kept as it is")
            text = f"{line.name}:{line.value}"
            kept = Property(own.UNREAD, values.escape(text))
        self._others.append(kept)

    def _keep_labels(self, groups: set[str]) -> None:
        """Keep the labels of lines that are kept as they are."""
        for line in self._lines:
            group = line.group.lower()
            if line.name == "X-ABLABEL" and group in groups and group in self._labels:
                self._others.append(Property("X-ABLABEL", line.value, (), line.group))

    def _set(self, field: str, value: object, line: Line, *worked_off: str) -> bool:
        """Set a field that has one value, once; False for nothing or a second one."""
        if not value or field in self._fields:
            return False
        self._fields[field] = value
        left = tuple(pair for pair in line.params if pair[0] not in worked_off)
        if left:
            self._params.append((line.name, left))
        return True

    def _read_version(self, line: Line) -> bool:
        del line
        return True

    def _read_full_name(self, line: Line) -> bool:
        text = " ".join(values.unescape(line.value).split())
        if line.param("DERIVED").lower() == "true":
            self._derived = text
            return True
        return self._set("full_name", text, line)

    def _read_name(self, line: Line) -> bool:
        name = fields.name(line, lists=self._version != "2.1")
        return self._set("name", name, line) or (not name and not line.group)

    def _read_nicknames(self, line: Line) -> bool:
        return self._set("nicknames", values.texts(line.value), line)

    def _read_note(self, line: Line) -> bool:
        text = values.unescape(line.value).strip()
        if text:
            self._fields["notes"] = (*self._fields.get("notes", ()), text)
        return bool(text)

    def _read_uid(self, line: Line) -> bool:
        return self._set("uid", values.unescape(line.value), line, "VALUE")

    def _read_birthday(self, line: Line) -> bool:
        day = fields.date(line)
        taken = self._set("birthday", day, line, "VALUE", "X-APPLE-OMIT-YEAR")
        if isinstance(day, PartialDate) and day.text and line.param("VALUE") != "text":
            self.report(line.number, f'"{day}" is no date; it is kept as text')
        return taken

    def _read_photo(self, line: Line) -> bool:
        photo = fields.photo(line)
        if photo is None or "photo" in self._fields:
            return False
        self._fields["photo"] = photo
        return True

    def _read_zone(self, line: Line) -> bool:
        known = _ZONE.fullmatch(values.unescape(line.value))
        return bool(known) and self._set("zone", line.value, line, "VALUE")


_SINGLES: dict[str, Callable[[Draft, Line], bool]] = {
    "VERSION": Draft._read_version,  # noqa: SLF001
    "FN": Draft._read_full_name,  # noqa: SLF001
    "N": Draft._read_name,  # noqa: SLF001
    "NICKNAME": Draft._read_nicknames,  # noqa: SLF001
    "NOTE": Draft._read_note,  # noqa: SLF001
    "UID": Draft._read_uid,  # noqa: SLF001
    "BDAY": Draft._read_birthday,  # noqa: SLF001
    "PHOTO": Draft._read_photo,  # noqa: SLF001
    "TZ": Draft._read_zone,  # noqa: SLF001
}


def city_of(others: list[Property]) -> str:
    """The city of the first address that has one; home before others."""
    cities = []
    for other in others:
        if other.name != "ADR":
            continue
        parts = values.split(other.value, ";")
        city = (
            values.unescape(parts[_CITY_PART]).strip()
            if len(parts) > _CITY_PART
            else ""
        )
        if city:
            kinds = {kind.lower() for kind in other.param("TYPE")}
            cities.append((("home" not in kinds), city))
    return min(cities, key=lambda pair: pair[0])[1] if cities else ""
