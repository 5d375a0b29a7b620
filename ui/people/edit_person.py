"""The form for a person: all that the user knows and wants."""

from typing import Any
from zoneinfo import available_timezones

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ui import theme
from ui.parts import (
    Card,
    FormRow,
    Segmented,
    primary_button,
)
from ui.people import wording
from ui.people.cadence_field import CadenceField
from ui.people.dialogs import Sheet
from ui.people.free_grid import FreeGrid
from ui.people.photo_field import PhotoField
from ui.people.ports import Book
from unplug.engine.people.form import FieldError, PersonForm, filled, form_of
from unplug.people.contact import CLOSENESS, Contact

translate = QCoreApplication.translate


class EditPerson(Sheet):
    """Names as they are written, and everything else one may say; only a name must be.

    Args:
        contact: whom it is about; an empty one with a UID for somebody new.
        book: for the circles.

    Signals:
        wished: carries the contact as it is wanted.
    """

    wished = Signal(Contact)

    def __init__(
        self, contact: Contact, book: Book, parent: QWidget | None = None
    ) -> None:
        new = not contact.display_name
        title = translate("People", "Somebody new") if new else contact.display_name
        super().__init__(title, parent)
        self._contact, self._circles = contact, book.circles()
        self._form = form_of(contact)
        self._rows: dict[str, FormRow] = {}
        self._texts: dict[str, QLineEdit | QPlainTextEdit] = {}
        self._checks: dict[str, QCheckBox] = {}
        self._build()
        self.save = primary_button(translate("People", "Save"), self._save)
        self.end_with(self.save)
        self.on_ctrl_enter(self._save)
        self._texts["name"].setFocus()
        self.fit(150 * theme.GRID_PX, 190 * theme.GRID_PX)

    def _build(self) -> None:
        who = Card(translate("People", "Who"))
        self._line(who, "name", translate("People", "Name, as it is written"))
        self._line(who, "nicknames", translate("People", "Nicknames"))
        who.add(self._photo_row())
        near = Card(translate("People", "How near"))
        near.add(self._circle_row())
        near.add(self._closeness_row())
        near.add(self._cadence_row())
        times = Card(translate("People", "Usually free"))
        self.free = FreeGrid()
        self.free.setAccessibleName(translate("People", "Usual free times"))
        self.free.show_times(self._form.free_times)
        times.add(self.free)
        self._line(
            times,
            "zone",
            translate("People", "Time zone"),
            translate("People", "Empty if it is the same as yours."),
        )
        self._zones()
        for card in (who, near, times, self._days(), self._reach(), self._memory()):
            self.column.addWidget(card)
        self.column.addWidget(self._limits())
        self.column.addStretch(1)

    def _days(self) -> Card:
        card = Card(translate("People", "Days"))
        hint = translate("People", "1996-04-15, or 04-15 if the year is not known.")
        self._line(card, "birthday", translate("People", "Birthday"), hint)
        hint = translate("People", "One a line: 2001-05-03 wedding")
        self._lines(card, "anniversaries", translate("People", "Other days"), hint)
        self._check(card, "remind", translate("People", "Remind me of these days"))
        return card

    def _reach(self) -> Card:
        card = Card(translate("People", "How to reach them"))
        one = translate("People", "One a line.")
        self._lines(card, "phones", translate("People", "Phones"), one)
        self._lines(card, "emails", translate("People", "E-mail addresses"), one)
        hint = translate("People", "One a line: signal:@name")
        self._lines(card, "messengers", translate("People", "Messengers"), hint)
        self._line(card, "city", translate("People", "City"))
        return card

    def _memory(self) -> Card:
        card = Card(translate("People", "Between you"))
        commas = translate("People", "Divided by commas.")
        self._line(card, "interests", translate("People", "What you share"), commas)
        last = translate("People", "What you last talked about")
        self._line(card, "topics", last, commas)
        self._lines(card, "notes", translate("People", "Notes"))
        return card

    def _limits(self) -> Card:
        card = Card(translate("People", "Where they appear"))
        self._check(card, "never", translate("People", "Never suggest them"))
        self._check(card, "blocked", translate("People", "Show them nowhere"))
        self._check(card, "in_memoriam", translate("People", "In memoriam"))
        corner = translate("People", "In my quiet corner, for low days")
        self._check(card, "corner", corner)
        return card

    def _line(self, card: Card, name: str, said: str, hint: str = "") -> None:
        field = QLineEdit(getattr(self._form, name))
        self._texts[name] = field
        self._add(card, name, FormRow(said, field, hint=hint))

    def _lines(self, card: Card, name: str, said: str, hint: str = "") -> None:
        field = QPlainTextEdit(getattr(self._form, name))
        field.setTabChangesFocus(True)
        field.setFixedHeight(field.fontMetrics().height() * 3 + 6 * theme.GRID_PX)
        self._texts[name] = field
        self._add(card, name, FormRow(said, field, hint=hint))

    def _check(self, card: Card, name: str, said: str) -> None:
        box = QCheckBox(said)
        box.setChecked(getattr(self._form, name))
        self._checks[name] = box
        card.add(box)

    def _add(self, card: Card, name: str, row: FormRow) -> None:
        self._rows[name] = row
        card.add(row)

    def _circle_row(self) -> FormRow:
        self.circle = QComboBox()
        self.circle.addItem(translate("People", "No circle"), "")
        for name, circle in self._circles.items():
            often = wording.days(circle.cadence.ideal.days)
            said = translate("People", "{circle}, every {days}")
            text = said.format(circle=wording.circle_name(name), days=often)
            self.circle.addItem(text, name)
        self.circle.setCurrentIndex(max(0, self.circle.findData(self._form.circle)))
        self._rows["circle"] = FormRow(translate("People", "Circle"), self.circle)
        return self._rows["circle"]

    def _closeness_row(self) -> FormRow:
        said = translate("People", "How close")
        choices = [(None, "–"), *((value, str(value)) for value in CLOSENESS)]
        self.closeness = Segmented(said, choices)
        self.closeness.choose(self._form.closeness)
        return FormRow(said, self.closeness)

    def _cadence_row(self) -> FormRow:
        self.cadence = CadenceField(self._form.cadence_d)
        said = translate("People", "How often to meet")
        hint = translate("People", "Days, and days at the latest; else the circle's.")
        self._rows["cadence_d"] = FormRow(said, self.cadence, hint=hint)
        return self._rows["cadence_d"]

    def _photo_row(self) -> FormRow:
        self.photo = PhotoField(self._contact.photo)
        row = FormRow(translate("People", "Photo"), self.photo)
        self.photo.complained.connect(row.complain)
        self._rows["photo"] = row
        return row

    def _zones(self) -> None:
        completer = QCompleter(sorted(available_timezones()), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        field = self._texts["zone"]
        if isinstance(field, QLineEdit):
            field.setCompleter(completer)

    def _save(self) -> None:
        for row in self._rows.values():
            row.complain("")
        try:
            wanted = filled(self._contact, self._filled_in(), self._circles)
        except FieldError as error:
            row = self._rows[error.field]
            row.complain(str(error))
            row.field.setFocus()
            return
        self.wished.emit(wanted)
        self.accept()

    def _filled_in(self) -> PersonForm:
        closeness = self.closeness.value
        told: dict[str, Any] = {n: _text(field) for n, field in self._texts.items()}
        told |= {name: box.isChecked() for name, box in self._checks.items()}
        return PersonForm(
            **told,
            circle=str(self.circle.currentData()),
            closeness=closeness if isinstance(closeness, int) else None,
            cadence_d=self.cadence.days,
            free_times=self.free.times,
            photo=self.photo.photo,
        )


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
