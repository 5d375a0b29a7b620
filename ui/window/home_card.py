"""The user's Home Assistant, which may be told when they are unplugged."""

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from ui.parts import FormRow
from ui.ports import Home
from ui.window.elsewhere_card import ElsewhereCard
from unplug.clock import Clock

translate = QCoreApplication.translate


class HomeCard(ElsewhereCard):
    """Its broker, with the password for it.

    Args:
        home: tells it.
        clock: where the time comes from.
    """

    named_by = "broker"

    def __init__(self, home: Home, clock: Clock) -> None:
        def ask(how: str, **asked: object) -> dict[str, Any]:
            return dict(home.answer({"do": f"home.{how}", **asked}))

        text = translate(
            "Elsewhere",
            "Your Home Assistant may know whether you are unplugged, until when, and"
            " when the next trip goes offline: to dim the light, say. Nothing else is"
            " told, and nothing before you name its broker.",
        )
        super().__init__("Home Assistant", text, clock=clock, ask=ask)

    def fields(self) -> tuple[FormRow, ...]:
        """What a broker wants to know."""
        self.url = QLineEdit()
        self.url.setPlaceholderText("mqtt://name@homeassistant.local")
        where = translate(
            "Elsewhere", "The MQTT broker that your Home Assistant listens to."
        )
        kept = translate("Elsewhere", "Kept with your keys, not in the settings.")
        return (
            FormRow(translate("Elsewhere", "Broker"), self.url, hint=where),
            FormRow(translate("Elsewhere", "Password"), self.password, hint=kept),
        )

    def fill_in(self, told: dict[str, Any]) -> None:
        """Show which broker it is."""
        self.url.setText(told["broker"])

    def filled_in(self) -> dict[str, Any]:
        """The broker and the password."""
        return {"url": self.url.text().strip(), "password": self.password.text()}
