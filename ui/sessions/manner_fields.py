"""What a plan is called and for, with whom, and how firmly it is kept."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from ui import theme
from ui.parts import Body, FormRow, Segmented, Small
from ui.sessions import wording
from ui.sessions.ports import People
from unplug.engine.sessions.plan_editing import Editing

STRICTNESSES = ("gentle", "firm", "promise")
translate = QCoreApplication.translate


class AboutFields(QWidget):
    """Name, purpose, and with whom.

    Args:
        people: who there is.

    Signals:
        edited: something was changed; carries the `Editing` that comes of it.
    """

    edited = Signal(Editing)

    def __init__(self, people: People, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editing = Editing()
        self.name, self.purpose = QLineEdit(), QLineEdit()
        self.name.setMaxLength(200)
        self.purpose.setMaxLength(160)
        self.purpose.setPlaceholderText(
            translate("Sessions", "a walk along the river, say")
        )
        self.person = QComboBox()
        self.person.addItem(translate("Sessions", "nobody in particular"), None)
        for uid, name in people.names():
            self.person.addItem(name, uid)
        self.name_row = FormRow(translate("Sessions", "Name"), self.name)
        self.purpose_row = FormRow(
            translate("Sessions", "What for"),
            self.purpose,
            hint=translate("Sessions", "The screen says so while it lasts."),
        )
        self.person_row = FormRow(
            translate("Sessions", "With whom"),
            self.person,
            hint=translate("Sessions", "Kept, it counts as time spent together."),
        )
        self.person_row.setVisible(self.person.count() > 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * theme.GRID_PX)
        for row in (self.name_row, self.purpose_row, self.person_row):
            column.addWidget(row)
        self.name.textEdited.connect(self._changed)
        self.purpose.textEdited.connect(self._changed)
        self.person.activated.connect(self._changed)

    def render_editing(self, editing: Editing) -> None:
        """Show a plan as far as it is written."""
        self._editing = editing
        for field, text in (
            (self.name, editing.name),
            (self.purpose, editing.purpose),
        ):
            if field.text() != text:
                field.setText(text)
        at = self.person.findData(editing.person)
        if at < 0:  # somebody who is not among the contacts any more
            self.person.addItem(translate("Sessions", "somebody"), editing.person)
            at = self.person.count() - 1
            self.person_row.show()
        self.person.setCurrentIndex(at)

    def _changed(self, *_: object) -> None:
        made = replace(
            self._editing,
            name=self.name.text(),
            purpose=self.purpose.text(),
            person=self.person.currentData(),
        )
        self.edited.emit(made)


class StrictnessFields(QWidget):
    """How firmly, and what that means.

    Signals:
        edited: something was changed; carries the `Editing` that comes of it.
    """

    edited = Signal(Editing)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editing = Editing()
        name = translate("Sessions", "How firmly")
        choices = [(each, wording.strictness(each)) for each in STRICTNESSES]
        self.choice = Segmented(name, choices)
        self.means = Small()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.GRID_PX)
        column.addWidget(Body(name))
        column.addWidget(self.choice)
        column.addWidget(self.means)
        self.choice.chosen.connect(self._chosen)

    def render_editing(self, editing: Editing) -> None:
        """Show a plan as far as it is written."""
        self._editing = editing
        self.choice.choose(editing.strictness)
        self.means.setText(wording.strictness_means(editing.strictness))

    def _chosen(self, strictness: str) -> None:
        self.edited.emit(replace(self._editing, strictness=strictness))
