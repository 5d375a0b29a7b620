"""One setting on its page: its name, its field, what it means, and the way back."""

from dataclasses import Field as DataField
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.parts import FormRow, flat_button
from ui.window.setting_bounds import bounds_of
from ui.window.setting_field import field_for
from unplug.settings.kinds import Names, Switch
from unplug.settings.section import about, in_words

translate = QCoreApplication.translate


def name_of(key: str) -> str:
    """A setting's or section's name in words."""
    return translate("Settings", in_words(key))


class SettingRow(QWidget):
    """A setting.

    Args:
        section: the section it is in.
        field: its field there.

    Signals:
        chosen: somebody chose a value; nothing is written yet.
    """

    chosen = Signal()

    def __init__(
        self, section: str, field: "DataField[Any]", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        known = about(field)
        self.key = f"{section}.{field.name}"
        self.default = field.default
        self.comment = translate("Settings", known.comment)
        self._kind = known.kind
        self._field = field_for(known.kind, self.chosen.emit)
        hint = f"{self.comment} ({self._bounds()})"
        self.form = FormRow(
            name_of(self.key), self._field.widget, hint=hint, beside=self._field.beside
        )
        text = translate("Settings", "Reset")
        self.reset = flat_button(
            text, self._put_back, name=f"{text}: {name_of(self.key)}"
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.GRID_PX)
        row.addWidget(self.form, 1)
        aside = QVBoxLayout()
        aside.addWidget(self.reset)
        aside.addStretch(1)
        row.addLayout(aside)

    @property
    def value(self) -> object:
        """What the field holds."""
        return self._field.read()

    def render_value(self, value: object) -> None:
        """Show what is chosen."""
        self._field.show(value)
        self.reset.setVisible(value != self.default)
        self.form.complain("")

    def matches(self, wanted: str) -> bool:
        """Whether it is among what is looked for."""
        said = f"{self.key} {name_of(self.key)} {self.comment}".casefold()
        return all(word in said for word in wanted.casefold().split())

    def _put_back(self) -> None:
        self._field.show(self.default)
        self.chosen.emit()

    def _bounds(self) -> str:
        if isinstance(self._kind, Switch):
            on, off = translate("Settings", "on"), translate("Settings", "off")
            text = translate("Settings", "by default {default}")
            return text.format(default=on if self.default else off)
        if isinstance(self._kind, Names):
            return translate("Settings", "names with commas between; by default none")
        text = translate("Settings", "{bounds}; by default {default}")
        none = translate("Settings", "none")
        default = self.default if self.default != "" else none
        return text.format(bounds=bounds_of(self._kind), default=default)
