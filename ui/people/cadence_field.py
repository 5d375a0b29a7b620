"""How often to meet somebody: as their circle has it, or a cadence of their own."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from ui.parts import NumberField

_LONGEST_D = 3650
_TO_BEGIN_WITH = (30, 60)
translate = QCoreApplication.translate


class CadenceField(QWidget):
    """A field of a form.

    Args:
        days: their own, ideally and at the latest; None: the circle's.
    """

    def __init__(self, days: tuple[int, int] | None) -> None:
        super().__init__()
        self.own = QCheckBox(translate("People", "Their own:"))
        self.ideal, self.longest = NumberField(), NumberField()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.own)
        names = (
            translate("People", "Meet every so many days"),
            translate("People", "After so many days at the latest"),
        )
        shown = days or _TO_BEGIN_WITH
        for box, name, value in zip(self._boxes, names, shown, strict=True):
            box.setRange(1, _LONGEST_D)
            box.setAccessibleName(name)
            box.setValue(value)
            row.addWidget(box)
        row.addStretch(1)
        self.setFocusProxy(self.own)
        self.own.toggled.connect(self._toggled)
        self.own.setChecked(days is not None)
        self._toggled(days is not None)

    @property
    def days(self) -> tuple[int, int] | None:
        """The cadence as it is wanted; None: the circle's."""
        both = (self.ideal.value(), self.longest.value())
        return both if self.own.isChecked() else None

    @property
    def _boxes(self) -> tuple[NumberField, NumberField]:
        return self.ideal, self.longest

    def _toggled(self, on: object) -> None:
        for box in self._boxes:
            box.setEnabled(bool(on))
