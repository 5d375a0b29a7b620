"""The people one knows: finding them, changing them, and taking that back."""

import json
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from unplug.clock import Clock
from unplug.engine.people.who import NobodyError, one_of
from unplug.errors import UnplugError
from unplug.people import checkins
from unplug.people.checkins import CheckIn, DueState, Logged
from unplug.people.circles import Circle
from unplug.people.contact import Contact
from unplug.people.duplicates import find_duplicates
from unplug.people.known import Known
from unplug.people.merge import merge
from unplug.people.occasions import Occasion, next_occasion, today_for
from unplug.people.search import FOUND_AT_MOST, SearchIndex
from unplug.store.database import Database
from unplug.store.notes import Notes
from unplug.store.people.changing import Changes
from unplug.store.people.reading import Batch
from unplug.store.people.store import PeopleStore


class AddressBook:
    """People, their clocks and what was logged of them.

    Args:
        database: where they are; the writer's.
        clock: where the time comes from.
        day_start_min: minutes after local midnight at which a day starts.
        changed: told after every change.
        logged: told of every check-in of today that is logged by hand.
    """

    def __init__(
        self,
        *,
        database: Database,
        clock: Clock,
        day_start_min: int,
        changed: Callable[[], None],
        logged: Callable[[CheckIn], None] = lambda _: None,
    ) -> None:
        self._database = database
        self.store = PeopleStore(database)
        self._clock = clock
        self._day_start = timedelta(minutes=day_start_min)
        self._changed = changed
        self._logged = logged
        self._index: SearchIndex | None = None

    @property
    def today(self) -> date:
        """The local day; after midnight it is still the evening before for a while."""
        local = self._clock.stamp().utc.astimezone(self._clock.zone())
        return (local - self._day_start).date()

    def people(self) -> list[Known]:
        """Everybody at a glance, by name."""
        return self.store.known()

    def uids(self, circle: str | None = None) -> list[str]:
        """The UIDs of everybody, or of those in a circle, by name."""
        return self.store.uids(circle=circle)

    def some(self, uids: Sequence[str]) -> dict[str, Known]:
        """Some people at a glance, by UID."""
        return self.store.known_of(uids)

    def time_to_meet(self) -> list[Known]:
        """Those whom it is time to meet, the most overdue first."""
        circles = self.circles()
        found = []
        for person in self.store.wanted():
            state, cadence = self.due(person, circles), person.cadence(circles)
            if state is not None and cadence is not None and state.left <= timedelta():
                found.append((state.since / cadence.ideal, person))
        found.sort(key=lambda pair: -pair[0])
        return [person for _, person in found]

    def not_suggested(self) -> list[Known]:
        """Those who are never suggested, have died or are blocked, by name."""
        return self.store.flagged()

    def duplicates(self, region: str = "") -> list[tuple[str, str]]:
        """Pairs that may be one person each, but for those said to be two."""
        apart = {frozenset(pair) for pair in self._apart()}
        contacts = self.store.contacts(pictures=False)
        pairs = [(m.first, m.second) for m in find_duplicates(contacts, region)]
        return [pair for pair in pairs if frozenset(pair) not in apart]

    def keep_apart(self, first: str, second: str) -> None:
        """Remember that two are two people; they are not offered as one again."""
        told = json.dumps([*self._apart(), [first, second]])
        Notes(self._database).set(_APART, told)

    def _apart(self) -> list[list[str]]:
        told = Notes(self._database).get(_APART)
        return [] if told is None else list(json.loads(told))

    def person(self, uid: str) -> Known:
        """Somebody at a glance.

        Raises:
            NobodyError: there is nobody with this UID.
        """
        person = self.store.known_as(uid)
        if person is None:
            raise NobodyError(uid)
        return person

    def card(self, uid: str) -> Contact:
        """Somebody's whole card.

        Raises:
            NobodyError: there is nobody with this UID.
        """
        card = self.store.contact(uid)
        if card is None:
            raise NobodyError(uid)
        return card

    def find(self, query: str, at_most: int = FOUND_AT_MOST) -> list[str]:
        """The UIDs of those whom a query tells, the likeliest first."""
        if self._index is None:
            self._index = SearchIndex()
            self._index.load(self.store.entries())
        return self._index.find(query, at_most)

    def named(self, text: str) -> Known:
        """The one person whom a name, or a UID, tells.

        Raises:
            NobodyError: it tells nobody.
            SeveralError: it tells several; it names them.
        """
        person = self.store.known_as(text)
        if person is not None:
            return person
        return one_of(text, [self.person(uid) for uid in self.find(text)])

    def circles(self) -> Mapping[str, Circle]:
        """All circles by name, in their order."""
        return {circle.name: circle for circle in self.store.circles()}

    def due(self, person: Known, circles: Mapping[str, Circle]) -> DueState | None:
        """Whether it is time to meet somebody; None where nobody said how often."""
        cadence = person.cadence(circles)
        if cadence is None or not person.suggestible:
            return None
        return checkins.due(person.clocks, cadence, self.today, person.since)

    def next_occasion(self, person: Known) -> Occasion | None:
        """Their next birthday or anniversary."""
        now = self._clock.stamp().utc
        return next_occasion(person, today_for(person, now, self._clock.zone()))

    def check_ins(self, uid: str, limit: int = 50) -> tuple[Logged, ...]:
        """Their meetings and calls, the latest first."""
        return self.store.check_ins(uid, limit)

    def log(self, check_in: CheckIn, source: str = "") -> str:
        """Log a meeting or call; the clocks go by it at once.

        Args:
            check_in: what happened.
            source: what it came from, such as a session: it is logged once for each.

        Returns:
            The number by which it can be dropped.

        Raises:
            UnplugError: it is on a day to come, or the disk does not take it.
        """
        if check_in.on > self.today:
            failed, todo = "cannot log what has not happened yet", "give a day gone by"
            raise UnplugError(failed, check_in.on.isoformat(), todo)
        number = uuid.uuid4().hex
        self.store.log(Logged(number, check_in, source))
        self._changed()
        if not source and check_in.on == self.today:
            self._logged(check_in)
        return number

    def drop_check_in(self, number: str) -> None:
        """Take back that something was logged."""
        self.store.drop_check_in(number)
        self._changed()

    def drop_from(self, source: str) -> None:
        """Take back what was logged of one source, if anything was."""
        logged = self.store.logged_from(source)
        if logged is not None:
            self.drop_check_in(logged.id)

    def felt_about(self, source: str, felt: int, note: str) -> None:
        """Say of what was logged of one source how it felt, if anything was."""
        logged = self.store.logged_from(source)
        if logged is not None:
            check_in = replace(
                logged.check_in, felt=felt, note=note or logged.check_in.note
            )
            self.store.log(replace(logged, check_in=check_in))
            self._changed()

    def put(self, contact: Contact, title: str = "") -> int:
        """Add somebody, or have the card in place of the one with its UID.

        Returns:
            The number of the change, to take it back.
        """
        title = title or contact.display_name
        return self.change(Changes(kind="edit", title=title, put=[contact]))

    def merge(self, first: str, second: str) -> int:
        """Make one person of two: the first stays, with what the second has beside it.

        Returns:
            The number of the change, to take it back.

        Raises:
            NobodyError: one of them is not there.
            UnplugError: both are the same.
        """
        stays, goes = self.card(first), self.card(second)
        if stays.uid == goes.uid:
            failed, todo = "cannot merge somebody with themselves", "name two people"
            raise UnplugError(failed, stays.display_name, todo)
        changes = Changes(
            kind="merge",
            title=f"{stays.display_name} + {goes.display_name}",
            put=[merge(stays, goes).merged],
            drop=[goes.uid],
            merged={goes.uid: stays.uid},
        )
        return self.change(changes)

    def change(self, changes: Changes) -> int:
        """Make changes in one go, now.

        Returns:
            The number by which they can be taken back.
        """
        at_ms = self._clock.stamp().wall_ms
        batch = self.store.change(replace(changes, at_ms=at_ms, today=self.today))
        self._found_anew(changes)
        self._changed()
        return batch

    def undo(self, batch: int) -> tuple[str, ...]:
        """Take a change back.

        Returns:
            The names of those who stay, because there is more of them by now.
        """
        kept = self.store.undo(batch)
        self._index = None
        self._changed()
        return tuple(self.person(uid).name for uid in kept)

    def changes(self, limit: int = 50) -> tuple[Batch, ...]:
        """What was done and can be taken back, the latest first."""
        return self.store.batches(limit)

    def put_circle(self, circle: Circle, place: int = 0) -> None:
        """Add a circle, or change the cadence of one."""
        self.store.put_circle(circle, place)
        self._changed()

    def drop_circle(self, name: str) -> None:
        """Remove a circle of the user's own."""
        self.store.drop_circle(name)
        self._changed()

    def _found_anew(self, changes: Changes) -> None:
        """Let search know of a few changes; after many it starts anew."""
        if self._index is None:
            return
        if len(changes.put) > _FEW:
            self._index = None
            return
        for uid in changes.drop:
            self._index.discard(uid)
        for contact in changes.put:
            self._index.put(contact)


_FEW = 20
_APART = "people.apart"
