"""All that can be chosen."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox

from ui.parts import Card
from ui.window.page import Page, Surroundings
from ui.wishes import LoginWish

translate = QCoreApplication.translate


class SettingsPage(Page):
    """The settings."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(translate("Settings", "Settings"))
        self._around = around
        self.login_start = QCheckBox(translate("Settings", "Start at login"))
        self.login_start.clicked.connect(
            lambda on: self.wished.emit(LoginWish(on=bool(on)))
        )
        card = Card(translate("Settings", "unplug"))
        card.add(self.login_start)
        self.add(card)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show how things are."""
        self.login_start.setChecked(self._around.autostart.is_on())
