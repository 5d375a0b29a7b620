"""The invites of a trip that still hold, and taking one back."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.parts import Body, Heading, Separator, flat_button
from ui.trips.ports import Json

translate = QCoreApplication.translate


class OpenInvites(QWidget):
    """A line for each; whoever came in by one stays when it is taken back.

    Signals:
        revoke_requested: one is to hold no longer; carries its id.
    """

    revoke_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2 * theme.GRID_PX)
        whole.addWidget(Separator())
        whole.addWidget(Heading(translate("Trips", "Invites that hold")))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.GRID_PX)
        whole.addLayout(self._rows)
        self._seen: list[Json] = []
        self.hide()

    def render_invites(self, invites: list[Json]) -> None:
        """Show those that hold.

        Args:
            invites: as ``trip show`` has them.
        """
        holding = [invite for invite in invites if invite["holds"]]
        self.setVisible(bool(holding))
        if holding == self._seen:
            return
        self._seen = holding
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        for invite in holding:
            self._rows.addWidget(self._row(invite))

    def _row(self, invite: Json) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        said = _said(invite)
        line.addWidget(Body(said), 1)
        name = translate("Trips", "Take back: {invite}").format(invite=said)
        take_back = partial(self.revoke_requested.emit, invite["id"])
        text = translate("Trips", "Take back")
        line.addWidget(flat_button(text, take_back, name=name))
        return row


def _said(invite: Json) -> str:
    if invite["uses"] == 1:
        whom = translate("Trips", "For one person")
    else:
        whom = translate("Trips", "For all; {used} came in by it")
        whom = whom.format(used=invite["used"])
    day = datetime.fromisoformat(invite["expires"]).astimezone()
    of_day = QDate(day.year, day.month, day.day)
    until = QLocale().toString(of_day, QLocale.FormatType.ShortFormat)
    said = translate("Trips", "{whom} · until {day}").format(whom=whom, day=until)
    if invite["approval"]:
        return said
    return translate("Trips", "{invite} · comes in at once").format(invite=said)
