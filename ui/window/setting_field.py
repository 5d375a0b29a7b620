"""A field for a setting, by the kind of values it holds."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QTime
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from ui.parts import NumberField, TimeField
from ui.window.setting_bounds import unit_of
from unplug.settings.kinds import Kind, Names, Switch, TimeOfDay, Whole

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Field:
    """A widget that holds a setting's value.

    Attributes:
        widget: what is shown.
        read: gives the value as it stands there.
        show: puts a value there; nothing is told.
        beside: whether it stands at the end of its name's line.
    """

    widget: QWidget
    read: Callable[[], object]
    show: Callable[[object], None]
    beside: bool = True


def field_for(kind: Kind[object], changed: Callable[[], object]) -> Field:
    """Make the field for a kind; ``changed`` is called after each choice."""
    match kind:
        case Switch():
            return _switch(changed)
        case Whole():
            return _number(kind, changed)
        case TimeOfDay():
            return _time(kind, changed)
        case Names():
            return _names(changed)
        case _:
            return _text(changed)


def _switch(changed: Callable[[], object]) -> Field:
    box = QCheckBox()
    box.clicked.connect(lambda *_: changed())
    return Field(box, box.isChecked, lambda value: box.setChecked(bool(value)))


def _number(kind: Whole, changed: Callable[[], object]) -> Field:
    box = NumberField()
    box.setRange(kind.at_least, kind.at_most)
    if kind.unit:
        box.setSuffix(f" {unit_of(kind)}")
    box.setKeyboardTracking(False)
    box.valueChanged.connect(lambda *_: changed())

    def show(value: object) -> None:
        if isinstance(value, int):
            box.blockSignals(True)  # noqa: FBT003  (Qt's)
            box.setValue(value)
            box.blockSignals(False)  # noqa: FBT003  (Qt's)

    return Field(box, box.value, show)


def _time(kind: TimeOfDay, changed: Callable[[], object]) -> Field:
    box = TimeField()
    box.setTimeRange(_as_time(kind.earliest), _as_time(kind.latest))
    box.editingFinished.connect(lambda: changed())  # noqa: PLW0108  (a signal's types)
    return Field(
        box,
        lambda: box.time().toString("HH:mm"),
        lambda value: box.setTime(_as_time(str(value))),
    )


def _names(changed: Callable[[], object]) -> Field:
    line = QLineEdit()
    line.setPlaceholderText(translate("Settings", "one, another, …"))
    line.editingFinished.connect(lambda: changed())  # noqa: PLW0108  (a signal's types)

    def read() -> object:
        return tuple(part.strip() for part in line.text().split(",") if part.strip())

    def show(value: object) -> None:
        if isinstance(value, tuple | list):
            line.setText(", ".join(str(name) for name in value))

    return Field(line, read, show, beside=False)


def _text(changed: Callable[[], object]) -> Field:
    line = QLineEdit()
    line.editingFinished.connect(lambda: changed())  # noqa: PLW0108  (a signal's types)
    return Field(line, line.text, lambda value: line.setText(str(value)), beside=False)


def _as_time(text: str) -> QTime:
    return QTime.fromString(text, "HH:mm")
