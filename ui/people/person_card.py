"""One person: how it stands, what comes next, how to reach them, and the history."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QBrush, QDesktopServices, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from ui import theme
from ui.parts import (
    Body,
    Card,
    FlowLayout,
    ListRow,
    Quiet,
    Title,
    primary_button,
    secondary_button,
)
from ui.people import wording
from ui.people.ports import Book
from unplug.people.checkins import Due, Logged
from unplug.people.contact import Contact
from unplug.people.known import Known

HISTORY = 20
_FACE_PX = 16 * theme.GRID_PX
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class CardWish:
    """Something is wanted of the person who is shown.

    Attributes:
        what: ``log``, ``edit``, ``never``, ``memoriam``, ``merge``, ``forget`` or
            ``drop``.
        number: of the check-in to drop.
    """

    what: str
    uid: str
    number: str = ""


class PersonCard(QWidget):
    """Shows one person.

    Signals:
        wished: carries a `CardWish`.
    """

    wished = Signal(CardWish)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._uid = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4 * theme.GRID_PX)
        self._parts: list[QWidget] = []

    @property
    def uid(self) -> str:
        """Who is shown; empty for nobody."""
        return self._uid

    def show_person(self, book: Book, uid: str) -> None:
        """Show somebody, as they are now."""
        person, card = book.person(uid), book.card(uid)
        self._clear()
        self._uid = uid
        self._show_head(book, person, card)
        self._show_facts(book, person, card)
        self._show_reach(card)
        self._show_memory(card)
        self._show_history(book.check_ins(uid, HISTORY))
        stretch = QWidget()
        self._add(stretch)
        self._column.setStretchFactor(stretch, 1)

    def show_nobody(self) -> None:
        """Show nobody."""
        self._clear()
        self._uid = ""

    def _show_head(self, book: Book, person: Known, card: Contact) -> None:
        state = book.due(person, book.circles())
        told = wording.standing(person, state, book.circles(), book.today)
        head, words = QHBoxLayout(), QVBoxLayout()
        head.setSpacing(4 * theme.GRID_PX)
        face = _face(card)
        if face is not None:
            head.addWidget(face, 0, Qt.AlignmentFlag.AlignTop)
        self.name, self.standing = Title(person.name), Body(told)
        if state is not None and state.due is not Due.NOT_YET:
            self.standing.setProperty("tone", "accent")
        words.addWidget(self.name)
        if card.nicknames:
            words.addWidget(Quiet(", ".join(card.nicknames)))
        words.addWidget(self.standing)
        head.addLayout(words, 1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * theme.GRID_PX)
        column.addLayout(head)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        self.log = primary_button(
            translate("People", "Log a meeting"), partial(self._wish, "log")
        )
        self.edit = secondary_button(
            translate("People", "Edit"), partial(self._wish, "edit")
        )
        self.more = secondary_button(translate("People", "More"))
        self.more.setMenu(self._menu(person))
        for button in (self.log, self.edit, self.more):
            flow.addWidget(button)
        column.addWidget(buttons)
        self._add(whole)

    def _menu(self, person: Known) -> QMenu:
        menu = QMenu(self)
        never = (
            translate("People", "Suggest again")
            if person.never
            else translate("People", "Never suggest")
        )
        memoriam = (
            translate("People", "Not in memoriam")
            if person.in_memoriam
            else translate("People", "In memoriam")
        )
        for what, text in (
            ("never", never),
            ("memoriam", memoriam),
            ("merge", translate("People", "Merge with…")),
            ("forget", translate("People", "Forget everywhere…")),
        ):
            action = menu.addAction(text)
            action.triggered.connect(partial(self._wish_of_menu, what))
        return menu

    def _wish_of_menu(self, what: str, *_: object) -> None:
        self._wish(what)

    def _wish(self, what: str) -> None:
        self.wished.emit(CardWish(what, self._uid))

    def _show_facts(self, book: Book, person: Known, card: Contact) -> None:
        facts = _rows_card()
        coming = book.next_occasion(person)
        if coming is not None:
            facts.add(
                ListRow(
                    wording.occasion(coming, book.today),
                    wording.day(coming.on),
                    icon="calendar",
                )
            )
        if card.free_times:
            free = translate("People", "Usually free")
            facts.add(ListRow(free, wording.free(card.free_times), icon="clock"))
        if person.circle or person.own_cadence:
            cadence = person.cadence(book.circles())
            circle = wording.circle_name(person.circle)
            often = "" if cadence is None else _often(cadence.ideal.days)
            told = " · ".join(part for part in (circle, often) if part)
            facts.add(ListRow(translate("People", "Circle"), told, icon="people"))
        if person.closeness is not None:
            near = translate("People", "{value} of 5").format(value=person.closeness)
            facts.add(ListRow(translate("People", "How close"), near, icon="heart"))
        self._add_if_filled(facts)

    def _show_reach(self, card: Contact) -> None:
        reach = _rows_card(translate("People", "How to reach them"))
        for phone in card.phones:
            address = f"tel:{phone.number or phone.text}"
            reach.add(self._link(phone.text, phone.shown_label, "phone", address))
        for email in card.emails:
            address = f"mailto:{email.address}"
            reach.add(self._link(email.address, email.shown_label, "mail", address))
        for messenger in card.messengers:
            reach.add(ListRow(messenger.handle, messenger.service, icon="share"))
        if card.city:
            reach.add(ListRow(card.city, card.zone, icon="place"))
        self._add_if_filled(reach)

    def _link(self, text: str, label: str, icon: str, address: str) -> ListRow:
        """A row that opens the program for an address, with an empty text."""
        row = ListRow(text, label, icon=icon)
        row.clicked.connect(lambda *_: QDesktopServices.openUrl(QUrl(address)))
        return row

    def _show_memory(self, card: Contact) -> None:
        memory = Card(translate("People", "Between you"))
        for title, texts in (
            (translate("People", "What you share"), card.interests),
            (translate("People", "What you last talked about"), card.topics),
        ):
            if texts:
                memory.add(Quiet(title))
                memory.add(Body(", ".join(texts)))
        for note in card.notes:
            memory.add(Body(note))
        self._add_if_filled(memory)

    def _show_history(self, past: tuple[Logged, ...]) -> None:
        history = _rows_card(translate("People", "History"))
        for logged in past:
            check_in = logged.check_in
            title = f"{wording.day(check_in.on)} · {wording.kind(check_in.kind)}"
            told = [check_in.note, ", ".join(check_in.topics)]
            felt = "" if check_in.felt is None else wording.felt(check_in.felt)
            row = ListRow(title, " · ".join(part for part in told if part), felt)
            row.clicked.connect(partial(self._offer_drop, row, logged.id))
            history.add(row)
        if not past:
            nothing = translate(
                "People", "Meetings and calls that you log appear here."
            )
            history.add(Quiet(nothing))
        self._add(history)

    def _offer_drop(self, row: ListRow, number: str, *_: object) -> None:
        menu = QMenu(row)
        take_out = menu.addAction(translate("People", "Take out of the history"))
        wish = CardWish("drop", self._uid, number)
        take_out.triggered.connect(lambda *_: self.wished.emit(wish))
        menu.popup(row.mapToGlobal(QPoint(0, row.height())))

    def _add_if_filled(self, card: Card) -> None:
        if card.body.count() > 1:  # beside its heading
            self._add(card)
        else:
            card.deleteLater()

    def _add(self, part: QWidget) -> None:
        self._column.addWidget(part)
        self._parts.append(part)

    def _clear(self) -> None:
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts.clear()


def _rows_card(heading: str = "") -> Card:
    """A card whose rows have space of their own."""
    card = Card(heading)
    card.body.setSpacing(0)
    sides = (2, 2, 2, 2) if not heading else (2, 4, 2, 2)
    card.body.setContentsMargins(*(side * theme.GRID_PX for side in sides))
    card.head.setContentsMargins(3 * theme.GRID_PX, 0, 0, theme.GRID_PX)
    return card


def _often(count: int) -> str:
    return translate("People", "every {days}").format(days=wording.days(count))


def _face(card: Contact) -> QLabel | None:
    """The photo as a circle; None without one."""
    if card.photo is None or not card.photo.data:
        return None
    image = QImage.fromData(card.photo.data)
    if image.isNull():
        return None
    side = min(image.width(), image.height())
    left, top = (image.width() - side) // 2, (image.height() - side) // 2
    square = image.copy(left, top, side, side).scaled(_FACE_PX * 2, _FACE_PX * 2)
    round_ = QPixmap(square.size())
    round_.fill(Qt.GlobalColor.transparent)
    painter = QPainter(round_)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(square))
    painter.drawEllipse(round_.rect())
    painter.end()
    round_.setDevicePixelRatio(2)
    label = QLabel()
    label.setPixmap(round_)
    label.setAccessibleName(translate("People", "Photo"))
    return label
