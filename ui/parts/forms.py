"""Parts of forms: a row with its words, a search field, one choice of a few."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from ui import icons, theme
from ui.parts.buttons import Button
from ui.parts.text import Body, Small

SEARCH_AFTER_MS = 120
"""Typing goes on for a moment; nobody wants a search for each letter."""


class NumberField(QSpinBox):
    """A whole number."""

    def __init__(self) -> None:
        super().__init__()
        _give_room(self)


class TimeField(QTimeEdit):
    """A time of day."""

    def __init__(self) -> None:
        super().__init__()
        _give_room(self)


class FormRow(QWidget):
    """A field with its name above it and, below it, what it means or what is wrong.

    Args:
        name: what the field is called; a screen reader says it too.
        field: where the answer goes.
        hint: what it means, its unit, its default.
        beside: whether the field stands at the end of the name's line.
    """

    def __init__(
        self,
        name: str,
        field: QWidget,
        *,
        hint: str = "",
        beside: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.name = Body(name)
        self.name.setBuddy(field)
        self.hint = Small(hint)
        self._hint = hint
        field.setAccessibleName(field.accessibleName() or name)
        field.setAccessibleDescription(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID_PX)
        if beside:
            line = QHBoxLayout()
            line.setSpacing(3 * theme.GRID_PX)
            line.addWidget(self.name, 1)
            line.addWidget(field)
            column.addLayout(line)
        else:
            column.addWidget(self.name)
            column.addWidget(field)
        column.addWidget(self.hint)
        self.hint.setVisible(bool(hint))

    def complain(self, wrong: str) -> None:
        """Say what is wrong with the answer; empty when nothing is."""
        self.hint.setText(wrong or self._hint)
        self.hint.setVisible(bool(wrong or self._hint))
        for widget, name in ((self.hint, "tone"), (self.field, "wrong")):
            value = ("danger" if wrong else "") if name == "tone" else bool(wrong)
            widget.setProperty(name, value)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.field.setAccessibleDescription(wrong or self._hint)


class SearchField(QLineEdit):
    """Says what is looked for, once typing rests.

    Signals:
        searched: the text changed; carries it.
    """

    searched = Signal(str)

    def __init__(self, prompt: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(prompt)
        self.setAccessibleName(prompt)
        self.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(SEARCH_AFTER_MS)
        self._resting.timeout.connect(lambda: self.searched.emit(self.text().strip()))
        self.textChanged.connect(lambda *_: self._resting.start())
        self.returnPressed.connect(self._resting.timeout)
        self._ink()

    def _ink(self) -> None:
        self._glass.setIcon(icons.icon("search", theme.colours().ink("quiet")))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the scheme."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_glass"):
            self._ink()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Look for nothing that nobody would see."""
        self._resting.stop()
        super().hideEvent(event)


class Segmented(QWidget):
    """One choice of a few, side by side; arrows move it.

    Args:
        name: what is chosen, for screen readers.
        choices: what there is to choose, each with its words.

    Signals:
        chosen: the person chose; carries the choice.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[object, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 0, 0, 0)  # buttons share an edge; the first keeps its
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._values = [value for value, _ in choices]
        for at, (_, text) in enumerate(choices):
            button = Button(text, kind="segment")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            self._group.addButton(button, at)
            row.addWidget(button)
        row.addStretch(1)
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(self._toggled)

    @property
    def value(self) -> object:
        """What is chosen."""
        return self._values[self._group.checkedId()]

    def choose(self, value: object) -> None:
        """Choose from outside; nothing is emitted."""
        self._group.blockSignals(True)  # noqa: FBT003  (Qt's)
        self._group.button(self._values.index(value)).setChecked(True)
        self._group.blockSignals(False)  # noqa: FBT003  (Qt's)

    def _toggled(self, at: int, on: object) -> None:
        if on:
            self.chosen.emit(self._values[at])


def _give_room(box: QAbstractSpinBox) -> None:
    """Leave room beside the text: a style sheet's padding does not reach it there."""
    line = box.findChild(QLineEdit)
    if isinstance(line, QLineEdit):
        line.setTextMargins(2 * theme.GRID_PX, 0, 2 * theme.GRID_PX, 0)
