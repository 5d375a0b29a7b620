"""What the windows do to people: done at once, and as a rule with a way back."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from ui.parts import UndoOffer
from ui.people.log_meeting import LogWish
from ui.people.ports import PeopleDoor
from unplug.people.checkins import CheckInKind
from unplug.people.circles import Circle
from unplug.people.contact import Contact

translate = QCoreApplication.translate


class PeopleDesk:
    """Does what the windows want; raises ``UnplugError`` where it cannot be.

    Args:
        door: the app's people.
    """

    def __init__(self, door: PeopleDoor) -> None:
        self._door = door

    def log(self, wish: LogWish) -> UndoOffer:
        """Log a meeting or call."""
        book = self._door.book
        number = book.log(wish.check_in)
        if wish.check_in.kind is CheckInKind.CALL:
            said = translate("People", "Logged a call with {names}")
        else:
            said = translate("People", "Logged a meeting with {names}")
        text = said.format(names=_listed(wish.names))
        return UndoOffer(text, lambda: self._door.book.drop_check_in(number))

    def drop_check_in(self, number: str, uid: str) -> UndoOffer:
        """Take something out of the history."""
        book = self._door.book
        logged = next(each for each in book.check_ins(uid) if each.id == number)
        book.drop_check_in(number)
        text = translate("People", "Taken out of the history")
        return UndoOffer(
            text, lambda: self._door.book.log(logged.check_in, logged.source)
        )

    def put(self, contact: Contact) -> UndoOffer:
        """Add somebody, or change their card."""
        batch = self._door.book.put(contact)
        text = translate("People", "Saved {name}").format(name=contact.display_name)
        return self._undoing(text, batch)

    def set_never(self, uid: str, *, never: bool) -> UndoOffer:
        """Never suggest somebody, or again."""
        card = self._door.book.card(uid)
        batch = self._door.book.put(replace(card, never=never))
        if never:
            said = translate("People", "{name} is never suggested")
        else:
            said = translate("People", "{name} may be suggested again")
        return self._undoing(said.format(name=card.display_name), batch)

    def set_in_memoriam(self, uid: str, *, on: bool) -> UndoOffer:
        """Remember somebody who died, or take that back."""
        card = self._door.book.card(uid)
        batch = self._door.book.put(replace(card, in_memoriam=on))
        return self._undoing(translate("People", "Saved"), batch)

    def merge(self, first: str, second: str) -> UndoOffer:
        """Make one person of two."""
        batch = self._door.book.merge(first, second)
        name = self._door.book.person(first).name
        text = translate("People", "Merged into {name}").format(name=name)
        return self._undoing(text, batch)

    def forget(self, uid: str) -> UndoOffer:
        """Forget somebody everywhere."""
        self._door.forget(uid)
        return UndoOffer(translate("People", "Forgotten everywhere"))

    def put_circles(self, circles: Sequence[Circle], gone: Sequence[str]) -> UndoOffer:
        """Have these circles, and those no longer."""
        for name in gone:
            self._door.book.drop_circle(name)
        for place, circle in enumerate(circles):
            self._door.book.put_circle(circle, place)
        return UndoOffer(translate("People", "Circles saved"))

    def undo(self, batch: int, text: str) -> UndoOffer:
        """What takes a change back, as an offer."""
        return self._undoing(text, batch)

    def _undoing(self, text: str, batch: int) -> UndoOffer:
        return UndoOffer(text, lambda: self._door.book.undo(batch))


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)
