"""Who: type a part of a name, take one with Enter, and go on."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.parts import FlowLayout, clear, flat_button
from ui.words import one_line

SHOWN = 6
_LONGEST, _CHIP_LONGEST = 200, 28
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person to choose."""

    uid: str
    name: str


class WhoField(QWidget):
    """Finds people while one types, and holds those who were taken.

    Args:
        find: the people whom a text tells, the likeliest first; an empty text tells
            those who are likely anyway.

    Signals:
        changed: somebody was taken or left out.
        finished: Enter was pressed with nothing more to take.
    """

    changed = Signal()
    finished = Signal()

    def __init__(
        self, find: Callable[[str], list[Somebody]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._find = find
        self._taken: list[Somebody] = []
        self.text = QLineEdit()
        self.text.setPlaceholderText(translate("People", "Type a name"))
        self.text.setAccessibleName(translate("People", "Who"))
        self.text.installEventFilter(self)
        self.text.textChanged.connect(self._look)
        self.offers = QListWidget()
        self.offers.setAccessibleName(translate("People", "People found"))
        self.offers.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offers.setUniformItemSizes(True)
        self.offers.itemClicked.connect(lambda *_: self._take())
        self.chips = QWidget()
        self._chips = FlowLayout(self.chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID_PX)
        for part in (self.chips, self.text, self.offers):
            column.addWidget(part)
        self.setFocusProxy(self.text)
        self._found: list[Somebody] = []
        self._look("")
        self._show_chips()

    @property
    def people(self) -> tuple[Somebody, ...]:
        """Those who were taken."""
        return tuple(self._taken)

    def take(self, somebody: Somebody) -> None:
        """Take somebody from outside."""
        if somebody not in self._taken:
            self._taken.append(somebody)
            self._show_chips()
            self.text.clear()
            self._look("")
            self.changed.emit()

    def _look(self, text: str) -> None:
        taken = {each.uid for each in self._taken}
        found = [each for each in self._find(text.strip()) if each.uid not in taken]
        self._found = found[:SHOWN]
        self.offers.clear()
        row_px = self.offers.fontMetrics().height() + 3 * theme.GRID_PX
        for each in self._found:
            item = QListWidgetItem(one_line(each.name, _LONGEST))
            item.setSizeHint(QSize(0, row_px))
            self.offers.addItem(item)
        if self._found and text.strip():
            self.offers.setCurrentRow(0)
        self.offers.setFixedHeight(row_px * len(self._found) + 2 * theme.GRID_PX)
        self.offers.setVisible(bool(self._found))

    def _take(self) -> bool:
        """Take the one who is marked; false where nobody is."""
        at = self.offers.currentRow()
        if not 0 <= at < len(self._found):
            return False
        self.take(self._found[at])
        return True

    def _leave_out(self, somebody: Somebody) -> None:
        self._taken.remove(somebody)
        self._show_chips()
        self._look(self.text.text())
        self.text.setFocus()
        self.changed.emit()

    def _show_chips(self) -> None:
        clear(self._chips)
        for each in self._taken:
            said = translate("People", "Leave out {name}").format(name=each.name)
            chip = flat_button(
                f"{one_line(each.name, _CHIP_LONGEST)}  \N{MULTIPLICATION X}",
                lambda each=each: self._leave_out(each),  # type: ignore[misc]
                name=said,
            )
            self._chips.addWidget(chip)
        self.chips.setVisible(bool(self._taken))

    def _move(self, by: int) -> None:
        count = len(self._found)
        if count:
            self.offers.setCurrentRow((self.offers.currentRow() + by) % count)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows choose, Enter takes, Backspace in an empty field leaves out."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        match event.key():
            case Qt.Key.Key_Down:
                self._move(1)
            case Qt.Key.Key_Up:
                self._move(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if not (event.modifiers() or self._take()) and not self.text.text():
                    self.finished.emit()
            case Qt.Key.Key_Backspace if self._taken and not self.text.text():
                self._leave_out(self._taken[-1])
            case _:
                return super().eventFilter(watched, event)
        return True
