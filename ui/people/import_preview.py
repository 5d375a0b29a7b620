"""What a file would be read as: its columns, or the people in it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ui.words import one_line
from unplug.engine.people.files import Look
from unplug.people.contact import Contact
from unplug.people.csv_columns import CHOICES, Column

_LONGEST = 200
translate = QCoreApplication.translate


class PreviewTable(QTableWidget):
    """Rows of columns with what each is for, or of people.

    Signals:
        fields_changed: carries what columns are for, by their headings.
    """

    fields_changed = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setAccessibleName(translate("People", "What would be read"))

    def show_look(self, seen: Look, fields: dict[str, str]) -> None:
        """Show a file."""
        self.clear()
        if seen.csv is None:
            self._show_people(seen.first)
        else:
            self._show_columns(seen.csv.columns, fields)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.resizeRowsToContents()

    def _show_people(self, people: tuple[Contact, ...]) -> None:
        self._head(
            translate("People", "Name"),
            translate("People", "Phone or e-mail"),
            translate("People", "Birthday"),
        )
        self.setRowCount(len(people))
        for at, person in enumerate(people):
            reach = [phone.text for phone in person.phones]
            reach += [email.address for email in person.emails]
            day = "" if person.birthday is None else str(person.birthday)
            for column, text in enumerate((person.display_name, ", ".join(reach), day)):
                self.setItem(at, column, QTableWidgetItem(one_line(text, _LONGEST)))

    def _show_columns(
        self, columns: tuple[Column, ...], fields: dict[str, str]
    ) -> None:
        self._head(
            translate("People", "Column"),
            translate("People", "For example"),
            translate("People", "Taken as"),
        )
        shown = [c for c in columns if c.heading and (c.example or c.field)]
        self.setRowCount(len(shown))
        for at, column in enumerate(shown):
            for place, text in enumerate((column.heading, column.example)):
                item = QTableWidgetItem(one_line(text, _LONGEST))
                self.setItem(at, place, item)
            self.setCellWidget(at, 2, self._choice(column, fields))

    def _choice(self, column: Column, fields: dict[str, str]) -> QComboBox:
        box = QComboBox()
        said = translate("People", "What {column} is taken as")
        box.setAccessibleName(said.format(column=column.heading))
        box.addItem(translate("People", "Left out"), "")
        for field in CHOICES:
            box.addItem(field_name(field), field)
        box.setCurrentIndex(max(0, box.findData(column.field)))

        def chosen(*_: object) -> None:
            told = {**fields, column.heading: str(box.currentData())}
            self.fields_changed.emit(told)

        box.activated.connect(chosen)
        return box

    def _head(self, *heads: str) -> None:
        self.setColumnCount(len(heads))
        self.setHorizontalHeaderLabels(list(heads))


def field_name(field: str) -> str:
    """What a column can be taken as, in words."""
    names = {
        "full_name": translate("People", "Name"),
        "given": translate("People", "Given name"),
        "additional": translate("People", "Middle name"),
        "family": translate("People", "Family name"),
        "prefix": translate("People", "Title before the name"),
        "suffix": translate("People", "Suffix"),
        "nickname": translate("People", "Nickname"),
        "organisation": translate("People", "Organisation"),
        "birthday": translate("People", "Birthday"),
        "birth_year": translate("People", "Year of birth"),
        "birth_month": translate("People", "Month of birth"),
        "birth_day": translate("People", "Day of birth"),
        "anniversary": translate("People", "Anniversary"),
        "notes": translate("People", "Notes"),
        "photo": translate("People", "Photo"),
        "labels": translate("People", "Labels"),
        "url": translate("People", "Web page"),
        "email": translate("People", "E-mail"),
        "email_kind": translate("People", "Kind of e-mail"),
        "phone": translate("People", "Phone"),
        "phone_kind": translate("People", "Kind of phone"),
        "messenger": translate("People", "Messenger"),
        "messenger_service": translate("People", "Service of the messenger"),
        "city": translate("People", "City"),
        "event": translate("People", "Another day"),
        "event_kind": translate("People", "What that day is"),
    }
    return names.get(field, field)
