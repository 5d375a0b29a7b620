"""Invites: a link to copy, a code to scan, a file to send."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import theme
from ui.parts import FlowLayout, FormRow, Quiet, Segmented, Small, secondary_button
from ui.trips.asking import Asking
from ui.trips.code import Code
from ui.trips.open_invites import OpenInvites
from ui.trips.sheet import Sheet
from ui.troubles import sentence
from unplug.errors import UnplugError

translate = QCoreApplication.translate
DAY_MS = 86_400_000
HOLDS_DAYS = 7
MOST_USES = 50


class InviteSheet(Sheet):
    """For one person, or one link for all; each is let in by hand unless said."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(
            asking,
            translate("Trips", "Invite the others"),
            translate(
                "Trips",
                "Send a link, show the code or hand over a file."
                " As long as you let each of them in, whoever else gets hold of it can"
                " only ask.",
            ),
        )
        self.uses = Segmented(
            translate("Trips", "For whom"),
            (
                (1, translate("Trips", "For one person")),
                (MOST_USES, translate("Trips", "One link for all")),
            ),
        )
        self.approval = Segmented(
            translate("Trips", "Letting in"),
            (
                (True, translate("Trips", "I let each of them in")),
                (False, translate("Trips", "Whoever has it comes in")),
            ),
        )
        self.holds = Segmented(
            translate("Trips", "Holds for"),
            (
                (1, translate("Trips", "A day")),
                (HOLDS_DAYS, translate("Trips", "A week")),
                (30, translate("Trips", "30 days")),
            ),
        )
        self.holds.choose(HOLDS_DAYS)
        self.card.add(FormRow(translate("Trips", "For whom"), self.uses))
        self.card.add(FormRow(translate("Trips", "Holds for"), self.holds))
        self.card.add(FormRow(translate("Trips", "Letting in"), self.approval))
        self.make = secondary_button(translate("Trips", "Make an invite"), self._make)
        row = FlowLayout()
        row.addWidget(self.make)
        self.card.add(row)
        self.card.add(self._made())
        self.open = OpenInvites()
        self.open.revoke_requested.connect(self._revoke)
        self.card.add(self.open)
        self.close_column()

    def begin(self) -> None:
        """Nothing is made before it is wanted."""
        self.made.hide()
        self.catch_up()
        self.make.setFocus()

    def catch_up(self) -> None:
        """Show the invites that hold now."""
        try:
            self.open.render_invites(self.asking.tell("show")["invites"])
        except UnplugError as error:
            self.told.setText(sentence(error))

    def save(self, path: str) -> None:
        """Write the invite into a file."""
        from unplug.engine.trips.files import write_invite  # noqa: PLC0415  (seldom)

        try:
            write_invite(self.link.text(), file=Path(path), qr=None)
        except UnplugError as error:
            self.told.setText(sentence(error))
        else:
            self.told.setText(translate("Trips", "Saved; send it as you like."))

    def _made(self) -> QWidget:
        self.made = QWidget()
        row = QHBoxLayout(self.made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6 * theme.GRID_PX)
        self.code = Code()
        row.addWidget(self.code)
        side = QVBoxLayout()
        side.setSpacing(3 * theme.GRID_PX)
        self.link = QLineEdit()
        self.link.setReadOnly(True)
        self.link.setAccessibleName(translate("Trips", "The invite's link"))
        self.until = Small()
        self.copy = secondary_button(translate("Trips", "Copy the link"), self._copy)
        self.file = secondary_button(translate("Trips", "Save as a file…"), self._save)
        self.told = Quiet()
        for part in (self.link, self.until):
            side.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addWidget(self.file)
        buttons.addStretch(1)
        side.addLayout(buttons)
        side.addWidget(self.told)
        side.addStretch(1)
        row.addLayout(side, 1)
        return self.made

    def _make(self) -> None:
        days = self.holds.value
        done = self.asking.do(
            "invite",
            for_ms=(days if isinstance(days, int) else HOLDS_DAYS) * DAY_MS,
            uses=self.uses.value,
            approval=self.approval.value,
        )
        if done is None:
            return
        link = str(done["link"])
        self.link.setText(link)
        self.link.setCursorPosition(0)
        self.code.render_link(link)
        here = translate(
            "Trips",
            "It names this computer in your local network. Whoever is elsewhere needs"
            " another way, such as a folder.",
        )
        self.told.setText(here if done["here_only"] else "")
        text = translate("Trips", "A new one for each person: make it again.")
        self.until.setText(text if self.uses.value == 1 else "")
        self.made.show()
        self.catch_up()
        self.copy.setFocus()

    def _revoke(self, invite: str) -> None:
        self.asking.do("revoke", invite=invite)
        self.made.hide()  # it may be the one that was taken back
        self.catch_up()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.link.text())
        self.told.setText(translate("Trips", "Copied; paste it into a message."))

    def _save(self) -> None:
        title = translate("Trips", "Save the invite")
        path, _ = QFileDialog.getSaveFileName(self, title, "invite.unplug-invite.txt")
        if path:
            self.save(path)
