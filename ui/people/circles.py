"""The circles and how often one wants to meet those in each."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui import theme
from ui.parts import Body, Button, NumberField, Quiet, flat_button, primary_button
from ui.people import wording
from ui.people.dialogs import Sheet
from ui.people.ports import Book
from unplug.people.circles import CIRCLES, Cadence, Circle

_LONGEST_D = 3650
translate = QCoreApplication.translate
_OURS = frozenset(circle.name for circle in CIRCLES)


@dataclass(frozen=True, slots=True)
class CirclesWish:
    """These circles are wanted, and those no longer."""

    circles: tuple[Circle, ...]
    gone: tuple[str, ...]


@dataclass(slots=True)
class _Row:
    """The fields of one circle."""

    name: str
    text: QLineEdit | None
    ideal: NumberField
    longest: NumberField
    widgets: list[QWidget]


class EditCircles(Sheet):
    """Our circles, whose cadence can be changed, and the user's own.

    Signals:
        wished: carries a `CirclesWish`.
    """

    wished = Signal(CirclesWish)

    def __init__(self, book: Book, parent: QWidget | None = None) -> None:
        super().__init__(translate("People", "Circles"), parent)
        self._before = dict(book.circles())
        self._rows: list[_Row] = []
        text = translate(
            "People",
            "After how many days it would be good to meet again, and after how many it "
            "has been too long.",
        )
        self.column.addWidget(Quiet(text))
        table = QWidget()
        self._grid = QGridLayout(table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(3 * theme.GRID_PX)
        self._grid.setVerticalSpacing(2 * theme.GRID_PX)
        self._grid.setColumnStretch(0, 1)
        heads = (
            translate("People", "Circle"),
            translate("People", "Days"),
            translate("People", "At the latest"),
        )
        for at, head in enumerate(heads):
            self._grid.addWidget(Quiet(head), 0, at)
        for circle in self._before.values():
            self._add(circle)
        self.column.addWidget(table)
        self.more = flat_button(translate("People", "Add a circle"), self._add_own)
        self.column.addWidget(self.more)
        self.column.addStretch(1)
        self.save = primary_button(translate("People", "Save"), self._save)
        self.end_with(self.save)
        self.on_ctrl_enter(self._save)
        self.fit(120 * theme.GRID_PX, 130 * theme.GRID_PX)

    def _add_own(self) -> None:
        row = self._add(Circle("?", Cadence.of_days(30, 60)), new=True)
        if row.text is not None:
            row.text.clear()
            row.text.setFocus()

    def _add(self, circle: Circle, *, new: bool = False) -> _Row:
        at = self._grid.rowCount()
        name = wording.circle_name(circle.name)
        text = QLineEdit() if new else None
        first: QWidget = text if text is not None else Body(name)
        if text is not None:
            text.setAccessibleName(translate("People", "Name of the circle"))
        ideal, longest = (
            _days(circle.cadence.ideal.days),
            _days(circle.cadence.longest.days),
        )
        ideal.setAccessibleName(translate("People", "{name}: days").format(name=name))
        latest = translate("People", "{name}: days at the latest")
        longest.setAccessibleName(latest.format(name=name))
        widgets: list[QWidget] = [first, ideal, longest]
        row = _Row("" if new else circle.name, text, ideal, longest, widgets)
        if new or circle.name not in _OURS:
            widgets.append(self._remover(row, name))
        for column, widget in enumerate(widgets):
            self._grid.addWidget(widget, at, column)
        self._rows.append(row)
        return row

    def _remover(self, row: _Row, name: str) -> Button:
        said = translate("People", "Remove {name}").format(name=name)
        return flat_button(
            translate("People", "Remove"), lambda: self._remove(row), name=said
        )

    def _remove(self, row: _Row) -> None:
        self._rows.remove(row)
        for widget in row.widgets:
            widget.hide()
            widget.deleteLater()

    def _save(self) -> None:
        circles: list[Circle] = []
        for row in self._rows:
            name = row.name or " ".join((row.text.text() if row.text else "").split())
            try:
                cadence = Cadence.of_days(row.ideal.value(), row.longest.value())
                circles.append(Circle(name, cadence))
            except ValueError:
                wrong = translate(
                    "People",
                    "Each circle needs a name, and the later time may not be shorter.",
                )
                self.trouble.say(wrong)
                (row.text if row.text and not name else row.longest).setFocus()
                return
        names = {circle.name for circle in circles}
        gone = tuple(name for name in self._before if name not in names)
        changed = tuple(c for c in circles if self._before.get(c.name) != c)
        self.wished.emit(CirclesWish(changed, gone))
        self.accept()


def _days(value: int) -> NumberField:
    box = NumberField()
    box.setRange(1, _LONGEST_D)
    box.setValue(value)
    return box
