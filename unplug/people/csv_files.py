"""Read address books that Google, Outlook and Thunderbird export as CSV."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from unplug.people import code_pages, csv_dates, encoding
from unplug.people.contact import Contact
from unplug.people.csv_columns import Column, column
from unplug.people.csv_rows import contact_of
from unplug.people.problems import Problem

_DELIMITERS = ",;\t|"
_SAMPLE = 65_536
_LONGEST_CELL = 16 * 1024 * 1024
_ENGLISH = frozenset(
    {"First Name", "Last Name", "Given Name", "Name", "Birthday", "E-mail Address"}
)


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


def preview(
    data: bytes,
    *,
    code: str = "",
    delimiter: str = "",
    fields: Mapping[str, str] | None = None,
) -> Preview:
    """Look at a file without reading it all into contacts.

    Args:
        data: the whole file.
        code: the user's own choice of encoding; else it is found out.
        delimiter: the user's own choice; else it is found out.
        fields: the user's own choice of what columns are for, by their headings.
    """
    table = _Table(data, code, delimiter, fields or {})
    columns = list(table.columns)
    count = 0
    for count, (_, cells) in enumerate(table.rows(), start=1):  # noqa: B007
        for at, cell in enumerate(cells[: len(columns)]):
            if cell.strip() and not columns[at].example:
                columns[at] = replace(columns[at], example=cell.strip())
    return Preview(table.code, table.delimiter, tuple(columns), count)


def read(
    data: bytes,
    name: str,
    *,
    code: str = "",
    delimiter: str = "",
    fields: Mapping[str, str] | None = None,
) -> tuple[list[Contact], list[Problem]]:
    """Read a file: a contact for each row that says anything.

    Args:
        data: the whole file.
        name: what to call it in problems.
        code: the user's own choice of encoding; else it is found out.
        delimiter: the user's own choice; else it is found out.
        fields: the user's own choice of what columns are for, by their headings.
    """
    table = _Table(data, code, delimiter, fields or {})
    contacts: list[Contact] = []
    problems: list[Problem] = []
    if not Preview("", "", table.columns, 0).usable:
        what = "no column tells a name, an e-mail address or a phone number"
        return [], [Problem(name, 1, what)]
    first = csv_dates.order(table.dates(), english=table.english)
    for line, cells in table.rows():
        if len(cells) > len(table.columns) and any(cells[len(table.columns) :]):
            problems.append(Problem(name, line, "more cells than there are headings"))
        contact = contact_of(zip(table.columns, cells, strict=False), first)
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

    def __init__(
        self, data: bytes, code: str, delimiter: str, fields: Mapping[str, str]
    ) -> None:
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
        found = (column(heading.strip()) for heading in headings)
        self.columns = tuple(
            replace(each, field=fields.get(each.heading, each.field)) for each in found
        )
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
