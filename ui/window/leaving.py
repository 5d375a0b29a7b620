"""What leaves this computer, all of it on one card."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.parts import Body, Card, Quiet, Separator

translate = QCoreApplication.translate


class LeavingCard(Card):
    """Says for each sort of thing whether it ever leaves, and by whose hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Leaving", "What leaves this computer"), parent)
        self.add(
            Quiet(
                translate(
                    "Leaving",
                    "Without you, nothing. There is no account, no server of ours, "
                    "no statistics and no look for updates.",
                )
            )
        )
        for what, how in _lines():
            self.add(Separator())
            self.add(Body(what))
            self.add(Quiet(how))


def _lines() -> tuple[tuple[str, str], ...]:
    return (
        (
            translate("Leaving", "Screen time, apps, titles, moods, insights"),
            translate("Leaving", "Never. Only a file that you export yourself."),
        ),
        (
            translate("Leaving", "People and what you noted about them"),
            translate(
                "Leaving",
                "Never. A mail or call that you begin opens your own program, empty.",
            ),
        ),
        (
            translate("Leaving", "Trips"),
            translate(
                "Leaving",
                "Only what a trip's page lists before you first share it, signed and "
                "sealed, by the ways you added: a file, a folder, a server.",
            ),
        ),
        (
            translate("Leaving", "Your home"),
            translate(
                "Leaving",
                "A Home Assistant that you named hears whether you are unplugged, "
                "until when, and when the next trip goes offline.",
            ),
        ),
        (
            translate("Leaving", "Calendars"),
            translate(
                "Leaving",
                "Files are read where they are. The times that trips agree on go "
                "into a calendar on a server only if you named one.",
            ),
        ),
    )
