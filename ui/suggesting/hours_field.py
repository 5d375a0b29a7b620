"""A field for hours of the week, with the usual ones to choose."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui import theme
from ui.parts import Button, FlowLayout, Small
from unplug.errors import UnplugError

_BETWEEN = "; "
translate = QCoreApplication.translate


def usual_hours() -> tuple[tuple[str, str], ...]:
    """Hours that many mean, and how the field writes them."""
    return (
        (translate("Suggesting", "Lunch time"), "daily 12:00-14:00"),
        (translate("Suggesting", "After work"), "Mon-Fri 17:00-19:00"),
        (translate("Suggesting", "Evenings"), "daily 18:00-21:00"),
        (translate("Suggesting", "Weekends"), "Sat, Sun 10:00-18:00"),
    )


class HoursField(QWidget):
    """Hours of the week, typed or chosen; several stand between semicolons.

    Args:
        name: what they are, for screen readers.

    Signals:
        finished: the user has changed them, by typing or by choosing.
    """

    finished = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText("Mon-Fri 18:00-20:00; Sat 10:00-14:00")
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self.finished)
        self.wrong = Small()
        self.wrong.setProperty("tone", "danger")
        self.wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.GRID_PX)
        column.addWidget(self.line)
        column.addWidget(self.wrong)
        chips = QWidget()
        flow = FlowLayout(chips)
        self.chips = {}
        self._names = {hours: text for text, hours in usual_hours()}
        for hours, text in self._names.items():
            chip = Button(text, name=f"{name}: {text}")
            chip.setCheckable(True)
            chip.clicked.connect(partial(self._choose, hours))
            self.chips[hours] = chip
            flow.addWidget(chip)
        column.addWidget(chips)

    @property
    def texts(self) -> tuple[str, ...]:
        """The hours, one text each; as typed."""
        parts = self.line.text().split(";")
        return tuple(part.strip() for part in parts if part.strip())

    def show_texts(self, texts: tuple[str, ...]) -> None:
        """Show hours; nothing is emitted."""
        self.line.setText(_BETWEEN.join(texts))
        self._tick()
        self.check()

    def check(self) -> bool:
        """Say what is wrong, if anything is; whether all of it can be read."""
        from unplug.suggest import hours  # noqa: PLC0415  (the rules)

        try:
            hours.read_all(self.texts)
        except UnplugError as error:
            self.wrong.setText(str(error))
            self.wrong.show()
            return False
        self.wrong.hide()
        return True

    def _typed(self) -> None:
        self._tick()
        self.wrong.hide()

    def _tick(self) -> None:
        for hours, chip in self.chips.items():
            on = hours in self.texts
            chip.setChecked(on)
            text = self._names[hours]
            chip.say(f"✓ {text}" if on else text)

    def _choose(self, hours: str) -> None:
        kept = [text for text in self.texts if text != hours]
        on = self.chips[hours].isChecked()
        self.line.setText(_BETWEEN.join([*kept, hours] if on else kept))
        self._tick()
        self.check()
        self.finished.emit()
