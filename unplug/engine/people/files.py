"""Address books in files: what kind they are, a look at them, and their cards."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from unplug.errors import UnplugError
from unplug.people import csv_files, encoding
from unplug.people.contact import Contact
from unplug.people.problems import Problem
from unplug.people.vcard import reader

SUFFIXES = frozenset({".vcf", ".vcard", ".csv", ".tsv"})
LARGEST = 512 * 1024 * 1024
_BEGIN = re.compile(rb"BEGIN[ \t]*:[ \t]*VCARD", re.IGNORECASE)
_CARD_SUFFIXES = frozenset({".vcf", ".vcard"})


class Kind(StrEnum):
    """What an address book is written as."""

    VCARD = "vCard"
    CSV = "CSV"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """How the user wants files to be read; what is empty is found out.

    Attributes:
        code: the encoding of what is not UTF-8.
        delimiter: what stands between the cells of a CSV file.
        fields: what columns of a CSV file are for, by their headings; an empty field
            leaves a column out.
        region: the country whose phone numbers lack their country code, as ``DE``.
    """

    code: str = ""
    delimiter: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    region: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a file would be read as.

    Attributes:
        csv: its columns, where it is CSV.
        code: the encoding that is taken.
        cards: about how many cards there are.
        first: the first few people in it, as they would be read.
    """

    file: Path
    kind: Kind
    code: str
    cards: int
    first: tuple[Contact, ...]
    csv: csv_files.Preview | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """One file, read into memory."""

    file: Path
    data: bytes
    kind: Kind

    @property
    def size(self) -> int:
        """About how many cards there are."""
        if self.kind is Kind.VCARD:
            return len(_BEGIN.findall(encoding.unmarked(self.data)[0]))
        return self.data.count(b"\n")


def found_files(paths: Sequence[Path]) -> list[Path]:
    """The files that are named, and those in folders that are.

    Raises:
        UnplugError: one is not there, or there is no address book in a folder.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = [p for p in sorted(path.rglob("*")) if _looks_like_one(p)]
            if not inside:
                failed = "cannot find an address book in a folder"
                raise UnplugError(failed, path, "name one with .vcf or .csv files")
            found.extend(inside)
        else:
            found.append(path)
    return [*dict.fromkeys(found)]


def opened(file: Path) -> Book:
    """Read a file whole.

    Raises:
        UnplugError: it cannot be read.
    """
    todo = "name a vCard or CSV file that can be read"
    try:
        if file.stat().st_size > LARGEST:
            failed = "cannot read so large an address book"
            raise UnplugError(failed, file, "split it")
        data = file.read_bytes()
    except OSError as error:
        failed = "cannot read an address book"
        raise UnplugError(failed, f"{file} ({error.strerror})", todo) from error
    return Book(file, data, _kind(file, data))


def look(file: Path, choices: Choices, first: int = 20) -> Look:
    """See what a file would be read as, without taking anything in.

    Raises:
        UnplugError: it cannot be read.
    """
    book = opened(file)
    shown = []
    for contact, _ in cards(book, choices):
        if contact is not None:
            shown.append(contact)
        if len(shown) >= first:
            break
    if book.kind is Kind.VCARD:
        unmarked, said = encoding.unmarked(book.data)
        utf8 = encoding.is_utf8(unmarked)
        code = said or choices.code or ("utf-8" if utf8 else "")
        code = code or reader.guess_code_page(book.data)
        return Look(
            file=file, kind=book.kind, code=code, cards=book.size, first=tuple(shown)
        )
    columns = csv_files.preview(
        book.data,
        code=choices.code,
        delimiter=choices.delimiter,
        fields=choices.fields,
    )
    return Look(
        file=file,
        kind=book.kind,
        code=columns.encoding,
        cards=columns.rows,
        first=tuple(shown),
        csv=columns,
    )


def cards(
    book: Book, choices: Choices
) -> Iterator[tuple[Contact | None, tuple[Problem, ...]]]:
    """The people of a file one by one, with what could not be read of each."""
    name = str(book.file)
    if book.kind is Kind.VCARD:
        yield from reader.read_each(book.data, name, code_page=choices.code)
        return
    contacts, problems = csv_files.read(
        book.data,
        name,
        code=choices.code,
        delimiter=choices.delimiter,
        fields=choices.fields,
    )
    for contact in contacts:
        yield contact, ()
    yield None, tuple(problems)


def _looks_like_one(path: Path) -> bool:
    hidden = path.name.startswith(".")
    return path.suffix.lower() in SUFFIXES and not hidden and path.is_file()


def _kind(file: Path, data: bytes) -> Kind:
    """A vCard says so inside; what does not, and is not called one, is a table."""
    if _BEGIN.search(encoding.unmarked(data[: 1 << 20])[0]):
        return Kind.VCARD
    named = file.suffix.lower() in _CARD_SUFFIXES
    return Kind.VCARD if named or not data.strip() else Kind.CSV
