"""The user's calendar on a server, into which windows of trips are put."""

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from ui.parts import FormRow
from ui.trips.ports import Trips
from ui.window.elsewhere_card import ElsewhereCard
from unplug.clock import Clock

translate = QCoreApplication.translate


class CalendarCard(ElsewhereCard):
    """Its address, the name there and the password.

    Args:
        trips: whose windows they are.
        clock: where the time comes from.
    """

    def __init__(self, trips: Trips, clock: Clock) -> None:
        def ask(how: str, **asked: object) -> dict[str, Any]:
            return dict(trips.answer({"do": "trip.calendar", "how": how, **asked}))

        text = translate(
            "Elsewhere",
            "The times that your trips agree on go into a calendar of yours on a CalDAV"
            " server, such as Nextcloud, so that your phone shows them. Off until you"
            " name one.",
        )
        heading = translate("Elsewhere", "Your calendar")
        super().__init__(heading, text, clock=clock, ask=ask)

    def fields(self) -> tuple[FormRow, ...]:
        """What a calendar server wants to know."""
        self.url, self.user = QLineEdit(), QLineEdit()
        self.url.setPlaceholderText("https://cloud.example.org/dav/ana/home/")
        where = translate(
            "Elsewhere", "The calendar's own address, from its settings on the server."
        )
        kept = translate(
            "Elsewhere",
            "Kept with your keys, not in the settings. Some servers want one for apps.",
        )
        return (
            FormRow(translate("Elsewhere", "Address"), self.url, hint=where),
            FormRow(translate("Elsewhere", "User"), self.user),
            FormRow(translate("Elsewhere", "Password"), self.password, hint=kept),
        )

    def fill_in(self, told: dict[str, Any]) -> None:
        """Show which calendar it is."""
        self.url.setText(told["url"])
        self.user.setText(told["user"])

    def filled_in(self) -> dict[str, Any]:
        """The address, the user and the password."""
        return {
            "url": self.url.text().strip(),
            "user": self.user.text().strip(),
            "password": self.password.text(),
        }
