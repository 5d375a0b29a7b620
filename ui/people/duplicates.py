"""Two cards side by side: one person, or two."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.parts import (
    Body,
    Card,
    EmptyState,
    Lead,
    Quiet,
    UndoOffer,
    clear,
    secondary_button,
)
from ui.people import wording
from ui.people.desk import PeopleDesk
from ui.people.dialogs import Sheet
from ui.people.ports import PeopleDoor
from ui.people.who_field import Somebody, WhoField
from unplug.errors import UnplugError
from unplug.people.contact import Contact

_FOUND = 12
ASK, PAIR, NO_MORE = range(3)
translate = QCoreApplication.translate


class Pairs(Sheet):
    """Asks pair by pair; either answer is as good, and a merger can be taken back.

    Args:
        door: the app's people.

    Signals:
        did: two were merged; carries an `UndoOffer`.
    """

    did = Signal(UndoOffer)

    def __init__(self, door: PeopleDoor, parent: QWidget | None = None) -> None:
        super().__init__(translate("People", "One person or two?"), parent)
        self._door, self._desk = door, PeopleDesk(door)
        self._pairs: list[tuple[str, str]] = []
        self._for = ""
        self.who = WhoField(self._find)
        self.who.changed.connect(self._with_whom)
        self.left, self.right = QWidget(), QWidget()
        self.steps = QStackedWidget()
        for step in (self._asking(), self._pair(), self._no_more()):
            self.steps.addWidget(step)
        self.column.addWidget(self.steps, 1)
        self.merge = secondary_button(
            translate("People", "One person: merge"), self._merge
        )
        self.apart = secondary_button(translate("People", "Two people"), self._apart)
        self.end_with(self.apart, self.merge, cancel=translate("People", "Close"))
        self._next()
        self.fit(170 * theme.GRID_PX, 140 * theme.GRID_PX)

    def offer(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Ask about these, one after the other."""
        self._pairs = list(pairs)
        self._next()

    def ask_for(self, uid: str) -> None:
        """Ask with whom somebody is to be merged."""
        self._for = uid
        name = self._door.book.person(uid).name
        said = translate("People", "Who is the same person as {name}?")
        self.question.setText(said.format(name=name))
        self._go(ASK)
        self.who.setFocus()

    def _asking(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        self.question = Lead()
        column.addWidget(self.question)
        column.addWidget(self.who)
        column.addStretch(1)
        return whole

    def _pair(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        self.count = Quiet()
        self._sides = QHBoxLayout()
        self._sides.setSpacing(4 * theme.GRID_PX)
        column.addWidget(self.count)
        column.addLayout(self._sides)
        column.addStretch(1)
        return whole

    def _no_more(self) -> QWidget:
        return EmptyState(
            icon="check",
            heading=translate("People", "No more pairs to look at"),
            text=translate("People", "Whoever could be the same person was decided."),
        )

    def _find(self, text: str) -> list[Somebody]:
        book = self._door.book
        uids = book.find(text, _FOUND) if text else []
        some = book.some(uids)
        return [
            Somebody(uid, some[uid].name)
            for uid in uids
            if uid in some and uid != self._for
        ]

    def _with_whom(self) -> None:
        if self.who.people:
            self._pairs = [(self._for, self.who.people[0].uid)]
            self._next()

    def _next(self) -> None:
        """Show the pair that is next; those of whom one is gone are passed over."""
        while self._pairs:
            try:
                cards = [self._door.book.card(uid) for uid in self._pairs[0]]
            except UnplugError:
                self._pairs.pop(0)
                continue
            if cards[0].uid == cards[1].uid:
                self._pairs.pop(0)
                continue
            self._show_pair(cards)
            return
        self._go(NO_MORE)

    def _show_pair(self, cards: list[Contact]) -> None:
        clear(self._sides)
        for card, other in zip(cards, reversed(cards), strict=True):
            self._sides.addWidget(_side(card, other), 1)
        left = len(self._pairs) - 1
        said = translate("People", "{count} more after this one").format(count=left)
        self.count.setText(said if left else "")
        self._go(PAIR)
        self.merge.setFocus()

    def _merge(self) -> None:
        first, second = self._pairs[0]
        try:
            self.did.emit(self._desk.merge(first, second))
        except UnplugError as error:
            self.trouble.say(str(error))
            return
        self._answered()

    def _apart(self) -> None:
        try:
            self._door.book.keep_apart(*self._pairs[0])
        except UnplugError as error:
            self.trouble.say(str(error))
            return
        self._answered()

    def _answered(self) -> None:
        self._pairs.pop(0)
        if not self._pairs and self._for:
            self.accept()
            return
        self._next()

    def _go(self, step: int) -> None:
        self.steps.setCurrentIndex(step)
        for button in (self.merge, self.apart):
            button.setVisible(step == PAIR)


def _side(card: Contact, other: Contact) -> Card:
    """What a card says; what the other says as well is quiet."""
    shown = Card(card.display_name)
    theirs = {text for _, text in _said(other)}
    for name, text in _said(card):
        shown.add(Quiet(name))
        shown.add(Quiet(text) if text in theirs else Body(text))
    shown.body.addStretch(1)
    return shown


def _said(card: Contact) -> list[tuple[str, str]]:
    told = [(translate("People", "Phone"), phone.text) for phone in card.phones]
    told += [(translate("People", "E-mail"), email.address) for email in card.emails]
    if card.birthday is not None:
        told.append((translate("People", "Birthday"), str(card.birthday)))
    if card.city:
        told.append((translate("People", "City"), card.city))
    if card.organisation:
        told.append((translate("People", "Organisation"), card.organisation))
    if card.circle:
        circle = wording.circle_name(card.circle)
        told.append((translate("People", "Circle"), circle))
    return told
