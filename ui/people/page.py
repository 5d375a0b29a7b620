"""The people page: everybody one knows, found at once, and one of them in full."""

from collections.abc import Callable

from PySide6.QtCore import (
    QCoreApplication,
    QSize,
    Qt,
)
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLayout,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.parts import (
    EmptyState,
    InlineNotice,
    Scrollable,
    UndoOffer,
    flat_button,
    secondary_button,
)
from ui.people import opening
from ui.people.desk import PeopleDesk
from ui.people.people_list import PeopleList
from ui.people.person_card import CardWish, PersonCard
from ui.people.ports import PeopleDoor
from ui.window.page import Page, Surroundings
from unplug.errors import UnplugError

translate = QCoreApplication.translate


class PeoplePage(Page):
    """A list beside a card; narrow, the one or the other."""

    scrolls = False

    def __init__(self, around: Surroundings) -> None:
        super().__init__(translate("People", "People"))
        self._door: PeopleDoor = around.app.people
        self._desk = PeopleDesk(self._door)
        self._narrow = False
        self._stale = True
        self._some = False
        self.people = PeopleList()
        self.card = PersonCard()
        self.trouble = InlineNotice(warning=True)
        self.trouble.hide()
        self.nobody = self._nobody()
        self._lay_out()
        self.column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._connect_parts()

    def minimumSizeHint(self) -> QSize:
        """A phone's width: what needs more gives way when it comes to that."""
        return QSize(80 * theme.GRID_PX, 80 * theme.GRID_PX)

    def refresh(self) -> None:
        """Show who there is now."""
        if self._stale:
            self._stale = False
            self._try(self._show_all)

    def look_at(self, about: str) -> None:
        """Show somebody, by UID; or what is to be done: ``log``, ``import``."""
        if about == "log":
            self.log()
        elif about == "import":
            self.bring_in()
        elif about:
            self._choose(about)

    def fold(self, *, narrow: bool) -> None:
        """The list or the card, or both."""
        self._narrow = narrow
        self._show_sides(card=False)
        self._show_buttons()

    def log(self, uid: str = "") -> None:
        """Log a meeting or call."""
        self._try(lambda: opening.log(self, self._door.book, self._log, uid))

    def bring_in(self) -> None:
        """Take an address book in."""
        self._try(lambda: opening.bring_in(self, self._door, self._did))

    def _log(self, wish: opening.LogWish) -> None:
        self._do(lambda: self._desk.log(wish))

    def _lay_out(self) -> None:
        self.add_person = secondary_button(translate("People", "Add"), self._add_person)
        self.log_button = secondary_button(
            translate("People", "Log a meeting"), self.log
        )
        self.import_button = secondary_button(
            translate("People", "Import"), self.bring_in
        )
        self.more = secondary_button(translate("People", "More"))
        self.more.setMenu(self._menu())
        buttons = (self.more, self.import_button, self.log_button, self.add_person)
        for button in buttons:
            self.head.addWidget(button)
        self.add(self.trouble)
        self._right = self._new_right()
        self._both = QWidget()
        row = QHBoxLayout(self._both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6 * theme.GRID_PX)
        row.addWidget(self.people, 2)
        row.addWidget(self._right, 3)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._both)
        self._stack.addWidget(self.nobody)
        self.column.addWidget(self._stack, 1)

    def _menu(self) -> QMenu:
        """What is wanted seldom, and what a narrow window has no room for."""
        menu = QMenu(self)
        self._if_narrow: list[QAction] = []
        for text, do, folded in (
            (translate("People", "Log a meeting"), self.log, True),
            (translate("People", "Import"), self.bring_in, True),
            (translate("People", "Circles…"), self._edit_circles, False),
            (translate("People", "Linked folder…"), self._link_folder, False),
        ):
            action = menu.addAction(text)
            action.triggered.connect(lambda *_, do=do: do())
            if folded:
                self._if_narrow.append(action)
        return menu

    def _new_right(self) -> QWidget:
        self.back = flat_button(translate("People", "Back to the list"), self._go_back)
        self.back.hide()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has the focus
        area.setAccessibleName(translate("People", "People"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = Scrollable()
        inside.setProperty("page", True)  # noqa: FBT003  (Qt's)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 2 * theme.GRID_PX, 0)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.card, 1)
        area.setWidget(inside)
        return area

    def _nobody(self) -> EmptyState:
        return EmptyState(
            icon="people",
            heading=translate("People", "Nobody here yet"),
            text=translate(
                "People",
                "Import your address book, or add the few people you would like to "
                "see more often. They stay on this computer.",
            ),
            action=secondary_button(
                translate("People", "Import an address book"), self.bring_in
            ),
        )

    def _connect_parts(self) -> None:
        self.people.others_wanted.connect(lambda: self._try(self._show_list))
        self.people.turned_to.connect(lambda uid: self._try(lambda: self._show(uid)))
        self.people.opened.connect(self._open)
        self.card.wished.connect(self._grant)
        self._door.observers.append(self._people_changed)
        self.destroyed.connect(_Leaving(self._door, self._people_changed))

    def _people_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _show_all(self) -> None:
        book = self._door.book
        self.people.show_kinds(book)
        self._show_list()
        some = bool(book.uids())
        self._stack.setCurrentIndex(0 if some else 1)
        self._some = some
        self._show_buttons()

    def _show_list(self) -> None:
        current = self.card.uid
        uid = self.people.show_people(
            self._door.book, current, or_first=not self._narrow
        )
        if uid:
            self._show(uid)
        else:
            self.card.show_nobody()
            self._show_sides(card=False)

    def _show(self, uid: str) -> None:
        self.card.show_person(self._door.book, uid)

    def _open(self, uid: str) -> None:
        if uid != self.card.uid:
            self._try(lambda: self._show(uid))
        self._show_sides(card=True)

    def _choose(self, uid: str) -> None:
        self.people.seek_nobody()
        self.refresh()
        self._try(self._show_list)
        if self.people.turn_to(uid):
            self._show_sides(card=True)

    def _show_sides(self, *, card: bool) -> None:
        """Both, or in a narrow window the one that is wanted."""
        self.people.setVisible(not self._narrow or not card)
        self._right.setVisible(not self._narrow or card)
        self.back.setVisible(self._narrow)

    def _show_buttons(self) -> None:
        for action in self._if_narrow:
            action.setVisible(self._narrow)
        self.import_button.setVisible(not self._narrow)
        self.log_button.setVisible(self._some and not self._narrow)

    def _go_back(self) -> None:
        self._show_sides(card=False)
        self.people.search.setFocus()

    def _add_person(self) -> None:
        self._try(lambda: opening.add(self, self._door.book, self._put))

    def _put(self, contact: opening.Contact) -> None:
        if self._do(lambda: self._desk.put(contact)):
            self._choose(contact.uid)

    def _edit_circles(self) -> None:
        def save(wish: opening.CirclesWish) -> None:
            self._do(lambda: self._desk.put_circles(wish.circles, wish.gone))

        self._try(lambda: opening.edit_circles(self, self._door.book, save))

    def _link_folder(self) -> None:
        self._try(lambda: opening.link(self, self._door))

    def _grant(self, wish: CardWish) -> None:
        book, uid = self._door.book, wish.uid
        match wish.what:
            case "log":
                self.log(uid)
            case "edit":
                self._try(lambda: opening.edit(self, book, uid, self._put))
            case "never":
                never = not book.person(uid).never
                self._do(lambda: self._desk.set_never(uid, never=never))
            case "memoriam":
                on = not book.person(uid).in_memoriam
                self._do(lambda: self._desk.set_in_memoriam(uid, on=on))
            case "merge":
                self._try(lambda: opening.merge(self, self._door, uid, self._did))
            case "forget":
                if opening.sure_to_forget(self, book.person(uid).name):
                    self._do(lambda: self._forget(uid))
            case "drop":
                self._do(lambda: self._desk.drop_check_in(wish.number, uid))

    def _forget(self, uid: str) -> UndoOffer:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.card.show_nobody()
            return self._desk.forget(uid)
        finally:
            QApplication.restoreOverrideCursor()

    def _do(self, do: Callable[[], UndoOffer]) -> bool:
        return self._try(lambda: self._did(do()))

    def _did(self, offer: UndoOffer) -> None:
        undo = offer.undo
        if undo is None:
            self.did.emit(offer)
        else:
            self.did.emit(UndoOffer(offer.text, lambda: self._try(undo)))

    def _try(self, do: Callable[[], object]) -> bool:
        """Do something; what cannot be is said on the page."""
        try:
            do()
        except UnplugError as error:
            self.trouble.say(str(error))
            return False
        self.trouble.say("")
        return True


class _Leaving:
    """Takes an observer back when its page is gone."""

    def __init__(self, door: PeopleDoor, observer: Callable[[], None]) -> None:
        self._door, self._observer = door, observer

    def __call__(self, *_: object) -> None:
        if self._observer in self._door.observers:
            self._door.observers.remove(self._observer)
