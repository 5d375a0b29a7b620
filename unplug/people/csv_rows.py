"""What one row of an address book in CSV says of a person."""

from collections import defaultdict
from collections.abc import Iterator

from unplug.people import csv_dates
from unplug.people.contact import (
    Anniversary,
    Contact,
    Email,
    Messenger,
    Name,
    Phone,
    Photo,
    Property,
)
from unplug.people.csv_columns import Column
from unplug.people.partial_date import PartialDate, read_date
from unplug.people.vcard import values

_SEVERAL = ":::"  # how Google puts several values into one cell
_KINDS = {"mobile": "cell", "handy": "cell", "mobil": "cell"}


def contact_of(cells: Iterator[tuple[Column, str]], first: str) -> Contact:
    """The contact of one row.

    Args:
        cells: with the column of each.
        first: ``csv_dates.MONTH_FIRST`` or ``DAY_FIRST``.
    """
    row = _Row([(place, cell.strip()) for place, cell in cells if cell.strip()])
    organisation = row.one("organisation")
    others = [Property("ORG", values.escape(organisation))] if organisation else []
    others += [Property("URL", url) for url in row.several("url")]
    labels = [label for label in row.several("labels") if not label.startswith("*")]
    if labels:
        others.append(Property("CATEGORIES", ",".join(map(values.escape, labels))))
    photo = row.one("photo")
    cities = sorted(row.all("city"), key=lambda pair: pair[0].kind != "home")
    nickname = row.one("nickname")
    notes = row.one("notes")
    return Contact(
        full_name=row.one("full_name"),
        name=Name(
            family=row.one("family"),
            given=row.one("given"),
            additional=_maybe(row.one("additional")),
            prefixes=_maybe(row.one("prefix")),
            suffixes=_maybe(row.one("suffix")),
        ),
        nicknames=_maybe(nickname),
        phones=tuple(row.phones()),
        emails=tuple(row.emails()),
        messengers=tuple(row.messengers()),
        city=cities[0][1] if cities else "",
        birthday=row.birthday(first),
        anniversaries=tuple(row.anniversaries(first)),
        notes=_maybe(notes),
        photo=Photo(uri=photo) if "://" in photo else None,
        others=tuple(others),
    )


def _maybe(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


class _Row:
    """The cells of one row that say something."""

    def __init__(self, cells: list[tuple[Column, str]]) -> None:
        self._by_field: defaultdict[str, list[tuple[Column, str]]] = defaultdict(list)
        for place, cell in cells:
            self._by_field[place.field].append((place, cell))

    def all(self, field: str) -> list[tuple[Column, str]]:
        """The cells of a field, in order."""
        return self._by_field.get(field, [])

    def one(self, field: str) -> str:
        """The first cell of a field, empty where there is none."""
        return next((cell for _, cell in self.all(field)), "")

    def several(self, field: str) -> list[str]:
        """All values of a field, also those that share a cell."""
        return [part for _, cell in self.all(field) for part in _parts(cell)]

    def _kind(self, place: Column, field: str) -> str:
        """What a column says of the one with its number beside it."""
        for other, cell in self.all(field):
            if other.number == place.number:
                return cell
        return place.kind

    def phones(self) -> Iterator[Phone]:
        for place, cell in self.all("phone"):
            kinds, label, preference = _kinds(self._kind(place, "phone_kind"))
            for raw in _parts(cell):
                yield Phone(raw=raw, kinds=kinds, label=label, preference=preference)

    def emails(self) -> Iterator[Email]:
        for place, cell in sorted(self.all("email"), key=lambda pair: pair[0].number):
            kinds, label, preference = _kinds(self._kind(place, "email_kind"))
            for address in _parts(cell):
                if "@" in address:
                    yield Email(
                        address=address, kinds=kinds, label=label, preference=preference
                    )

    def messengers(self) -> Iterator[Messenger]:
        for place, cell in self.all("messenger"):
            service = self._kind(place, "messenger_service").lower() or "im"
            for handle in _parts(cell):
                yield Messenger(service=service, handle=handle)

    def birthday(self, first: str) -> PartialDate | None:
        year, month, day = (
            self.one(f"birth_{part}") for part in ("year", "month", "day")
        )
        written = self.one("birthday")
        if not day and written.isdecimal() and len(written) <= len("31"):
            day, written = written, ""  # some call the day of the month so
        if month.isdecimal() and day.isdecimal():
            start = f"{int(year):04}" if year.isdecimal() else "-"
            return read_date(f"{start}-{int(month):02}-{int(day):02}")
        if not written:
            written = next(
                (cell for place, cell in self.all("event")
                 if self._kind(place, "event_kind").lower() == "birthday"), "",
            )  # fmt: skip
        return csv_dates.date(written, first)

    def anniversaries(self, first: str) -> Iterator[Anniversary]:
        for _, cell in self.all("anniversary"):
            day = csv_dates.date(cell, first)
            if day:
                yield Anniversary(date=day)
        for place, cell in self.all("event"):
            label = self._kind(place, "event_kind")
            day = csv_dates.date(cell, first)
            if day and label.lower() != "birthday":
                yield Anniversary(
                    date=day, label="" if label.lower() == "anniversary" else label
                )


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(_SEVERAL) if part.strip()]


def _kinds(said: str) -> tuple[tuple[str, ...], str, int]:
    """The kinds, the label and the preference in what Google calls a label."""
    preference = 1 if said.startswith("*") else 0
    said = said.lstrip("* ").strip()
    kind = _KINDS.get(said.lower(), said.lower())
    if kind in {"home", "work", "cell", "other", "main", "fax", "pager"}:
        return (kind,), "", preference
    return (), said, preference
