"""The list of people: sought by name, or those of one kind, with how many there are."""

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QModelIndex, Signal
from PySide6.QtWidgets import QComboBox, QListView, QVBoxLayout, QWidget

from ui import theme
from ui.parts import Quiet, SearchField
from ui.people import wording
from ui.people.delegate import PersonDelegate
from ui.people.model import PeopleModel
from ui.people.ports import Book

FOUND_AT_MOST = 500
EVERYBODY, DUE, LEFT_OUT, CIRCLE = "everybody", "due", "left out", "circle:"
translate = QCoreApplication.translate


class PeopleList(QWidget):
    """Those that are wanted, one of them current.

    Signals:
        others_wanted: somebody else is sought; nothing is shown yet.
        turned_to: another one became current; carries the UID.
        opened: one was clicked, or chosen with a key; carries the UID.
    """

    others_wanted = Signal()
    turned_to = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.search = SearchField(translate("People", "Find by name, number, address"))
        self.filter = QComboBox()
        self.filter.setAccessibleName(translate("People", "Who is listed"))
        self.model = PeopleModel()
        self.view = self._new_view()
        self.count = Quiet()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.GRID_PX)
        for part in (self.search, self.filter):
            column.addWidget(part)
        column.addWidget(self.view, 1)
        column.addWidget(self.count)
        self._connect_parts()

    def show_kinds(self, book: Book) -> None:
        """Offer the kinds of people that there are, the chosen one as before."""
        before = self.filter.currentData()
        self.filter.clear()
        self.filter.addItem(translate("People", "Everybody"), EVERYBODY)
        self.filter.addItem(translate("People", "Time to meet"), DUE)
        for name in book.circles():
            self.filter.addItem(wording.circle_name(name), CIRCLE + name)
        self.filter.addItem(translate("People", "Not suggested"), LEFT_OUT)
        self.filter.setCurrentIndex(max(0, self.filter.findData(before)))

    def show_people(self, book: Book, uid: str, *, or_first: bool) -> str:
        """Show those that are wanted.

        Args:
            book: who there is.
            uid: who is to be current.
            or_first: without them, have the first one current; else nobody.

        Returns:
            Who is current; empty for nobody.
        """
        self.model.show_people(book, self._wanted(book))
        self._show_count(self.model.rowCount())
        row = self.model.row_of(uid)
        if row < 0 and self.model.rowCount() and or_first:
            row = 0
        if row < 0:
            return ""
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        index = self.model.index(row)
        self.view.selectionModel().setCurrentIndex(index, select)
        return self.model.uid_at(row)

    def seek_nobody(self) -> None:
        """Clear the search, and list everybody from now on."""
        self.search.clear()
        self.filter.setCurrentIndex(0)

    def turn_to(self, uid: str) -> bool:
        """Make somebody current; false where they are not in the list."""
        row = self.model.row_of(uid)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row))
        return row >= 0

    def _new_view(self) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setItemDelegate(PersonDelegate(view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setAccessibleName(translate("People", "People"))
        view.setMinimumWidth(50 * theme.GRID_PX)
        return view

    def _connect_parts(self) -> None:
        self.search.searched.connect(lambda *_: self.others_wanted.emit())
        self.search.textChanged.connect(self._typed)
        self.filter.activated.connect(lambda *_: self.others_wanted.emit())
        self.view.selectionModel().currentChanged.connect(self._turned)
        self.view.clicked.connect(self._opened)
        self.view.activated.connect(self._opened)

    def _wanted(self, book: Book) -> list[str]:
        query = self.search.text().strip()
        chosen = str(self.filter.currentData() or EVERYBODY)
        uids = _of_kind(book, chosen)
        if not query:
            return uids
        found = book.find(query, FOUND_AT_MOST)
        if chosen == EVERYBODY:
            return found
        listed = set(uids)
        return [uid for uid in found if uid in listed]

    def _show_count(self, count: int) -> None:
        one = translate("People", "1 person")
        many = translate("People", "{count} people").format(count=count)
        self.count.setText(one if count == 1 else many)

    def _typed(self, text: str) -> None:
        if not text:
            self.others_wanted.emit()

    def _turned(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.turned_to.emit(self.model.uid_at(index.row()))

    def _opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.uid_at(index.row()))


def _of_kind(book: Book, kind: str) -> list[str]:
    if kind == DUE:
        return [person.uid for person in book.time_to_meet()]
    if kind == LEFT_OUT:
        return [person.uid for person in book.not_suggested()]
    if kind.startswith(CIRCLE):
        return book.uids(kind.removeprefix(CIRCLE))
    return book.uids()
