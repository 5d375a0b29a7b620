"""The door to people: what it costs while nobody asks for them.

The address book is loaded with the first question or wish.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from unplug.clock import Clock
from unplug.days import DAY_START_MIN
from unplug.engine.control import Message
from unplug.errors import UnplugError
from unplug.store.database import Database

if TYPE_CHECKING:
    from unplug.engine.address_book import AddressBook


class People:
    """People in the running app.

    Args:
        clock: where the time comes from.
        database: gives the open database; None while the disk does not let it.
        day_start_min: minutes after local midnight at which a day starts.

    Attributes:
        observers: told after every change to people or check-ins.
        forgetters: told the UIDs under which somebody was known, before the last of
            them is erased; whoever keeps anything by UID lets go of it then.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        database: Callable[[], Database | None],
        day_start_min: int = DAY_START_MIN,
    ) -> None:
        self._clock = clock
        self._database = database
        self._day_start_min = day_start_min
        self._book: AddressBook | None = None
        self._of: Database | None = None
        self.observers: list[Callable[[], None]] = []
        self.forgetters: list[Callable[[frozenset[str]], None]] = []

    @property
    def book(self) -> "AddressBook":
        """All that can be asked of people, and done.

        Raises:
            UnplugError: the disk does not let us at the database.
        """
        database = self._database()
        if database is None:
            failed, todo = "cannot reach the people in the database", "see the tray"
            raise UnplugError(failed, "it is not open", todo)
        if self._book is None or self._of is not database:
            from unplug.engine.address_book import AddressBook  # noqa: PLC0415  (2 MB)

            self._of = database
            self._book = AddressBook(
                database=database,
                clock=self._clock,
                day_start_min=self._day_start_min,
                changed=self._changed,
            )
        return self._book

    def answer(self, request: Message) -> Message:
        """Do what the command line asks for.

        Raises:
            UnplugError: it cannot be done; says why.
        """
        from unplug.engine.people_requests import fulfil  # noqa: PLC0415  (with the book)

        return fulfil(self.book, request)

    def forget_everything(self) -> None:
        """Everything was erased."""
        self._book = self._of = None

    def _changed(self) -> None:
        for told in self.observers:
            told()
