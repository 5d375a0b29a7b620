"""A page on a real address book, with a clock that stands still."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

from PySide6.QtWidgets import QApplication

from tests.fakes import FakeClock
from tests.unplug.store.making import NOON_MS
from ui.window.page import Surroundings
from unplug.engine.people.address_book import AddressBook
from unplug.engine.people.door import People
from unplug.people.checkins import CheckIn, CheckInKind
from unplug.people.contact import Contact, Email, FreeTime, Phone
from unplug.people.partial_date import PartialDate
from unplug.store.database import Database
from unplug.store.people.changing import Changes

MARA = Contact(
    uid="mara",
    full_name="Mara Sol",
    circle="close",
    closeness=5,
    birthday=PartialDate(1988, 1, 4),
    phones=(Phone(raw="+49 170 1234567", number="+491701234567"),),
    emails=(Email(address="mara@example.org", kinds=("home",)),),
    free_times=(FreeTime(1, 18, 20),),
    notes=("Prefers walks",),
)
JOSE = Contact(uid="jose", full_name="José Álvarez", circle="friends")
ANNA = Contact(uid="anna", full_name="Anna Rossi")
ANNA_TOO = Contact(uid="anna-2", full_name="Anna Rossi", city="Bonn")
ROBIN = Contact(uid="robin", full_name="Robin Falk", never=True)


class Town:
    """People, and what windows see of them."""

    def __init__(self, database: Database, clock: FakeClock) -> None:
        self.clock = clock
        self.people = People(clock=clock, database=lambda: database)
        self.around = Surroundings(SimpleNamespace(people=self.people), clock, None)  # type: ignore[arg-type]

    @property
    def book(self) -> AddressBook:
        return self.people.book

    def knows(self, *contacts: Contact) -> "Town":
        self.book.change(Changes(kind="import", put=contacts))
        return self

    def met(self, uid: str, ago: int, **more: object) -> "Town":
        on = self.book.today - timedelta(days=ago)
        kind = CheckInKind.IN_PERSON
        people = frozenset({uid})
        self.book.log(CheckIn(kind=kind, people=people, on=on, **more))  # type: ignore[arg-type]
        return self


@contextmanager
def a_town(folder: Path) -> Iterator[Town]:
    clock = FakeClock(NOON_MS)
    with closing(Database(folder, clock)) as database:
        yield Town(database, clock)
        QApplication.closeAllWindows()  # before the book that they look into
