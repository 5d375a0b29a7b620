"""Read address books that Google, Outlook and Thunderbird export as CSV."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace

from unplug.people import code_pages, csv_dates, encoding
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
from unplug.people.csv_columns import Column, column
from unplug.people.partial_date import PartialDate, read_date
from unplug.people.problems import Problem
from unplug.people.vcard import values

_DELIMITERS = ",;\t|"
_SEVERAL = ":::"  # how Google puts several values into one cell
_SAMPLE = 65_536
_LONGEST_CELL = 16 * 1024 * 1024
_ENGLISH = frozenset(
    {"First Name", "Last Name", "Given Name", "Name", "Birthday", "E-mail Address"}
)
_KINDS = {"mobile": "cell", "handy": "cell", "mobil": "cell"}


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would be read as, to be looked at before it is.

    Attributes:
        encoding: the code its letters are in.
        delimiter: what stands between its cells.
        columns: all of them in order; those without a field are left out.
        rows: how many there are, without the headings.
    """

    encoding: str
    delimiter: str
    columns: tuple[Column, ...]
    rows: int

    @property
    def usable(self) -> bool:
        """Whether there is anything to tell people by."""
        telling = {"full_name", "given", "family", "email", "phone", "nickname"}
        return any(column.field in telling for column in self.columns)


def preview(data: bytes, *, code: str = "", delimiter: str = "") -> Preview:
    """Look at a file without reading it all into contacts.

    Args:
        data: the whole file.
        code: the user's own choice of encoding; else it is found out.
        delimiter: the user's own choice; else it is found out.
    """
    table = _Table(data, code, delimiter)
    columns = list(table.columns)
    count = 0
    for count, (_, cells) in enumerate(table.rows(), start=1):  # noqa: B007
        for at, cell in enumerate(cells[: len(columns)]):
            if cell.strip() and not columns[at].example:
                columns[at] = replace(columns[at], example=cell.strip())
    return Preview(table.code, table.delimiter, tuple(columns), count)


def read(
    data: bytes, name: str, *, code: str = "", delimiter: str = ""
) -> tuple[list[Contact], list[Problem]]:
    """Read a file: a contact for each row that says anything.

    Args:
        data: the whole file.
        name: what to call it in problems.
        code: the user's own choice of encoding; else it is found out.
        delimiter: the user's own choice; else it is found out.
    """
    table = _Table(data, code, delimiter)
    contacts: list[Contact] = []
    problems: list[Problem] = []
    if not Preview("", "", table.columns, 0).usable:
        what = "no column tells a name, an e-mail address or a phone number"
        return [], [Problem(name, 1, what)]
    first = csv_dates.order(table.dates(), english=table.english)
    for line, cells in table.rows():
        if len(cells) > len(table.columns) and any(cells[len(table.columns) :]):
            problems.append(Problem(name, line, "more cells than there are headings"))
        contact = _contact(zip(table.columns, cells, strict=False), first)
        if contact != Contact():
            contacts.append(contact)
            day = contact.birthday
            if day and day.text:
                problems.append(
                    Problem(name, line, f'"{day}" is no date; it is kept as text')
                )
    problems += [Problem(name, line, what) for line, what in table.problems]
    return contacts, problems


class _Table:
    """The cells of a CSV file."""

    def __init__(self, data: bytes, code: str, delimiter: str) -> None:
        plain, said = encoding.unmarked(data)
        self.code = code or said
        if said or (not code and encoding.is_utf8(plain)):
            self.code = self.code or "utf-8"
            self._text = plain.decode("utf-8", "replace")
        else:
            self.code = code or code_pages.guess(plain[:_SAMPLE].splitlines())
            self._text = encoding.decode(plain, encoding.known(self.code), self.code)[0]
        self._skipped = 0
        first, _, rest = self._text.partition("\n")
        if first.strip().lower().startswith("sep=") and len(first.strip()) == len(
            "sep=;"
        ):
            delimiter = delimiter or first.strip()[-1]
            self._text, self._skipped = rest, 1
        self.delimiter = delimiter or _delimiter(self._text)
        self.problems: list[tuple[int, str]] = []
        headings = next((cells for _, cells in self._cells()), [])
        self.columns = tuple(column(heading.strip()) for heading in headings)
        self.english = any(heading.strip() in _ENGLISH for heading in headings)

    def _cells(self) -> Iterator[tuple[int, list[str]]]:
        self.problems.clear()
        before = csv.field_size_limit(_LONGEST_CELL)
        try:
            reader = csv.reader(
                io.StringIO(self._text, newline=""), delimiter=self.delimiter
            )
            while True:
                try:
                    cells = next(reader)
                except StopIteration:
                    return
                except csv.Error as error:
                    line = reader.line_num + self._skipped
                    self.problems.append((line, f"cannot read this row: {error}"))
                    continue
                if any(cell.strip() for cell in cells):
                    yield reader.line_num + self._skipped, cells
        finally:
            csv.field_size_limit(before)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """The rows after the headings, with the number of their last line."""
        rows = self._cells()
        next(rows, None)
        yield from rows

    def dates(self) -> Iterator[str]:
        """All cells that should be dates."""
        fields = {"birthday", "anniversary", "event"}
        places = [at for at, c in enumerate(self.columns) if c.field in fields]
        for _, cells in self.rows():
            yield from (cells[at] for at in places if at < len(cells))


def _delimiter(text: str) -> str:
    """What divides the headings: the mark that is most frequent outside of quotes."""
    outside = text[:_SAMPLE].partition("\n")[0].split('"')[::2]
    return max(_DELIMITERS, key=lambda mark: sum(part.count(mark) for part in outside))


def _contact(cells: Iterator[tuple[Column, str]], first: str) -> Contact:
    """The contact of one row."""
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
        self._cells = cells

    def all(self, field: str) -> list[tuple[Column, str]]:
        """The cells of a field, in order."""
        return [(place, cell) for place, cell in self._cells if place.field == field]

    def one(self, field: str) -> str:
        """The first cell of a field, empty where there is none."""
        return next((cell for place, cell in self._cells if place.field == field), "")

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
