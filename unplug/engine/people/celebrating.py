"""Whose birthday or anniversary it is today: seen all day, and told once."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from unplug.clock import Clock, from_ms, to_ms
from unplug.engine.snapshot import Celebrated
from unplug.store.database import Database
from unplug.store.notes import Notes
from unplug.store.wanted import celebrated_in

if TYPE_CHECKING:
    from unplug.engine.people.address_book import AddressBook

TOLD = "occasions_told"


class Celebrating:
    """Looks once a day, and when people change.

    Nothing of people is loaded on a day on which nobody celebrates.

    Args:
        clock: where the time comes from.
        book: gives the address book.
        may_tell: whether somebody is there who may be spoken to now.

    Attributes:
        today: who celebrates today.
        observers: told once a day who does, when somebody may be spoken to.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        book: Callable[[], "AddressBook"],
        may_tell: Callable[[], bool],
    ) -> None:
        self._clock = clock
        self._book = book
        self._may_tell = may_tell
        self._from_ms = self._until_ms = 0
        self._untold = False
        self.today: tuple[Celebrated, ...] = ()
        self.observers: list[Callable[[tuple[Celebrated, ...]], None]] = []

    def look(self, database: Database) -> None:
        """See who celebrates, if the day or somebody is new; tell it, if it is time.

        Raises:
            UnplugError: the disk does not let us at the database.
        """
        now_ms = self._clock.stamp().wall_ms
        if not self._from_ms <= now_ms < self._until_ms:
            self._look(database, self._day(now_ms))
        if self._untold and self._may_tell():
            self._untold = False
            Notes(database).set(TOLD, self._day(now_ms).isoformat())
            for told in self.observers:
                told(self.today)

    def changed(self) -> None:
        """People have changed: look anew."""
        self.today = ()
        self._until_ms = self._from_ms

    def _day(self, at_ms: int) -> date:
        return from_ms(at_ms).astimezone(self._clock.zone()).date()

    def _look(self, database: Database, day: date) -> None:
        self._from_ms, self._until_ms = _midnights(day, self._clock)
        self.today, self._untold = (), False
        if not celebrated_in(database, _month_days(day)):
            return
        self.today = tuple(self._celebrated(day))
        told = Notes(database).get(TOLD)
        self._untold = bool(self.today) and told != day.isoformat()

    def _celebrated(self, day: date) -> Iterator[Celebrated]:
        """Those whose day it is by the user's own calendar, wherever they live."""
        from unplug.people.occasions import occasions  # noqa: PLC0415  (with the book)

        for person in self._book().people():
            if person.blocked or not person.remind:
                continue
            for occasion in occasions(person, day):
                if occasion.on == day:
                    yield Celebrated(
                        uid=person.uid,
                        name=person.name,
                        is_birthday=occasion.kind == "birthday",
                        years=occasion.years,
                        label=occasion.label,
                    )


def _month_days(day: date) -> tuple[str, ...]:
    """The day without its year; 29 February is kept on the month's last day."""
    said = f"-{day:%m-%d}"
    return (said, "-02-29") if said == "-02-28" else (said,)


def _midnights(day: date, clock: Clock) -> tuple[int, int]:
    zone = clock.zone()
    ends = (datetime.combine(d, time(), zone) for d in (day, day + timedelta(days=1)))
    start, end = (to_ms(at) for at in ends)
    return start, end
