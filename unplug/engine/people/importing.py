"""Take address books in: all of it, or nothing.

Reading and planning touch nothing, so that they can be done beside everything else and
given up at any time; what was planned is then taken in at once.
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from unplug.engine.people.address_book import AddressBook
from unplug.engine.people.files import Book, Choices, cards, found_files, opened
from unplug.people.contact import Contact
from unplug.people.duplicates import Match
from unplug.people.importing import ImportPlan, Planner
from unplug.people.problems import Problem
from unplug.store.people.changing import Changes
from unplug.store.people.reading import PeopleReader
from unplug.store.reading import NothingRecordedError, reading

_REPORT_EVERY = 50
_SHOWN_NAMES = 3


class Telling(Protocol):
    """Who is told how far it is, and may stop it by raising."""

    def report(self, done: int, total: int = 0, what: str = "") -> None:
        """So much is done."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What an import would do.

    Attributes:
        files: those that were read.
        read: how many cards they hold.
        plan: what becomes of them.
        problems: what could not be read as it should be; nothing of it is lost.
        base: the last change that was known when it was planned.
    """

    files: tuple[Path, ...]
    read: int
    plan: ImportPlan
    problems: tuple[Problem, ...]
    base: int

    @property
    def title(self) -> str:
        """What the import is known by."""
        names = [file.name for file in self.files]
        more = len(names) - _SHOWN_NAMES
        told = ", ".join(names[:_SHOWN_NAMES])
        return f"{told} and {more} more" if more > 0 else told


@dataclass(frozen=True, slots=True)
class Imported:
    """How an import went.

    Attributes:
        batch: by which it can be taken back; None where it changed nothing.
        offered: pairs to ask the user about.
    """

    files: int
    read: int
    new: int
    merged: int
    unchanged: int
    problems: tuple[Problem, ...]
    offered: tuple[Match, ...]
    batch: int | None


def prepare(
    folder: Path, paths: Sequence[Path], choices: Choices, telling: Telling
) -> Prepared:
    """Read files and plan what becomes of their cards; nothing is changed.

    Args:
        folder: the data folder.
        paths: files, or folders of files.
        choices: how to read them.
        telling: is told how far it is; whatever it raises ends it.

    Raises:
        UnplugError: a file cannot be read.
    """
    with _known(folder) as known, _without_collecting():
        books = [opened(file) for file in found_files(paths)]
        total = sum(book.size for book in books)
        planner = Planner(
            known.contacts(), known.seen(), choices.region, whole=known.whole
        )
        problems: list[Problem] = []
        count = 0
        for book in books:
            for contact in _read(book, choices, problems):
                if count % _REPORT_EVERY == 0:
                    telling.report(count, max(total, count), book.file.name)
                planner.take(contact)
                count += 1
        telling.report(count, count, "")
        files = tuple(book.file for book in books)
        plan = planner.plan()
        return Prepared(files, count, plan, tuple(sorted(problems)), known.base())


def take_in(book: AddressBook, prepared: Prepared) -> Imported | None:
    """Do what was planned.

    Returns:
        How it went; None where people changed since it was planned: plan it again.
    """
    plan = prepared.plan
    if _last(book.store) != prepared.base:
        return None
    changes = Changes(
        kind="import",
        title=prepared.title,
        put=[*plan.new, *(merge.merged for merge in plan.merges)],
        seen=plan.fingerprints,
    )
    batch = book.change(changes) if changes.put or changes.seen else None
    return Imported(
        files=len(prepared.files),
        read=prepared.read,
        new=len(plan.new),
        merged=len(plan.merges),
        unchanged=plan.unchanged,
        problems=prepared.problems,
        offered=plan.offered,
        batch=batch if changes.put else None,
    )


def _read(book: Book, choices: Choices, problems: list[Problem]) -> Iterator[Contact]:
    for contact, found in cards(book, choices):
        problems.extend(found)
        if contact is not None:
            yield contact


@dataclass(frozen=True, slots=True)
class _Known:
    """Who is there already, as the planner asks for it."""

    contacts: Callable[[], Iterator[Contact]]
    seen: Callable[[], set[str]]
    whole: Callable[[Contact], Contact]
    base: Callable[[], int]


@contextmanager
def _known(folder: Path) -> Iterator[_Known]:
    with ExitStack() as stack:
        try:
            connection = stack.enter_context(reading(folder))
        except NothingRecordedError:
            yield _Known(lambda: iter(()), set, lambda contact: contact, lambda: 0)
            return
        connection.execute("BEGIN")  # one state of it, whatever is written meanwhile
        stored = PeopleReader(lambda: connection)
        yield _Known(
            lambda: stored.contacts(pictures=False),
            stored.seen,
            lambda contact: stored.contact(contact.uid) or contact,
            lambda: _last(stored),
        )


def _last(stored: PeopleReader) -> int:
    return next((batch.id for batch in stored.batches(1)), 0)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Let nobody look for garbage while a hundred thousand lasting things are made."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
