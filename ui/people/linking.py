"""The folder of vCards that people are kept in step with."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.parts import Body, Quiet, Separator, secondary_button
from ui.people.dialogs import Sheet
from ui.people.ports import Link, PeopleDoor
from unplug.engine.people.syncing import Settle, Synced
from unplug.errors import UnplugError

VERSION = "3.0"
NAMES_SHOWN = 8
translate = QCoreApplication.translate


class LinkFolder(Sheet):
    """Links a folder, says how it stands, and lets go of it.

    Args:
        door: the app's people.
        parent: the window over which it stands.
    """

    def __init__(self, door: PeopleDoor, parent: QWidget | None = None) -> None:
        super().__init__(translate("People", "Linked folder"), parent)
        self._link: Link = door.link
        text = translate(
            "People",
            "A folder with a vCard file for each person, as vdirsyncer and khard keep "
            "it: the address book of your server and telephone comes along. Changes go "
            "both ways; what only unplug knows stays here.",
        )
        self.column.addWidget(Quiet(text))
        self.unlinked, self.linked = self._choosing(), self._standing()
        self.column.addWidget(self.unlinked)
        self.column.addWidget(self.linked)
        self.column.addStretch(1)
        self.let_go = secondary_button(translate("People", "Let go of it"), self._free)
        self.look = secondary_button(
            translate("People", "Bring into step"), lambda: self._sync(Settle.LEAVE)
        )
        self.end_with(self.let_go, self.look, cancel=translate("People", "Close"))
        self._link.observers.append(self._show)
        self.finished.connect(lambda _: self._link.observers.remove(self._show))
        self._show()
        self.fit(150 * theme.GRID_PX, 110 * theme.GRID_PX)

    def take(self, folder: Path) -> None:
        """Link a folder."""
        everybody = self.everybody.isChecked()
        self._try(lambda: self._link.link(folder, VERSION, everybody=everybody))
        if self._link.folder is not None:
            self._sync(Settle.LEAVE)

    def _choosing(self) -> QWidget:
        self.everybody = QCheckBox(
            translate("People", "Write those there, too, who are only here")
        )
        self.choose = secondary_button(
            translate("People", "Choose a folder…"), self._choose
        )
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addStretch(1)
        return _column(self.everybody, row)

    def _standing(self) -> QWidget:
        self.where, self.state, self.conflicts = Body(), Quiet(), Body()
        self.settling = QWidget()
        row = QHBoxLayout(self.settling)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.GRID_PX)
        for settle, said in (
            (Settle.OURS, translate("People", "Keep those here")),
            (Settle.THEIRS, translate("People", "Keep those there")),
            (Settle.BOTH, translate("People", "Keep both")),
        ):
            row.addWidget(secondary_button(said, partial(self._sync, settle)))
        row.addStretch(1)
        return _column(
            Separator(), self.where, self.state, self.conflicts, self.settling
        )

    def _choose(self) -> None:
        title = translate("People", "A folder with a vCard file for each person")
        path = QFileDialog.getExistingDirectory(self, title)
        if path:
            self.take(Path(path))

    def _sync(self, settle: Settle) -> None:
        self._try(lambda: self._link.start(settle))

    def _free(self) -> None:
        self._try(self._link.unlink)

    def _try(self, do: Callable[[], object]) -> None:
        try:
            do()
        except UnplugError as error:
            self.trouble.say(str(error))
            return
        self._show()

    def _show(self) -> None:
        link = self._link
        folder, trouble = link.folder, link.trouble
        self.trouble.say("" if trouble is None else str(trouble))
        self.unlinked.setVisible(folder is None)
        for part in (self.linked, self.let_go, self.look):
            part.setVisible(folder is not None)
        if folder is None:
            return
        self.where.setText(str(folder))
        busy = link.busy
        self.look.setEnabled(not busy)
        last = None if busy else link.last
        self.state.setText(_how(last, busy=busy))
        names = () if last is None else last.conflicts
        self.conflicts.setText(_both_changed(names))
        for part in (self.conflicts, self.settling):
            part.setVisible(bool(names))


def _how(last: Synced | None, *, busy: bool) -> str:
    if busy or last is None:
        return translate("People", "Looking into it …")
    said = translate(
        "People",
        "In step: {taken} came from there, {deleted} deleted here, {written} written "
        "there.",
    )
    told = said.format(
        taken=len(last.take), deleted=len(last.delete), written=last.written
    )
    if not last.problems:
        return told
    more = translate("People", "{count} things there could not be read.")
    return f"{told} {more.format(count=len(last.problems))}"


def _both_changed(names: tuple[str, ...]) -> str:
    if not names:
        return ""
    shown = ", ".join(names[:NAMES_SHOWN])
    if len(names) > NAMES_SHOWN:
        shown += " …"
    return translate("People", "Both sides changed: {names}").format(names=shown)


def _column(*parts: QWidget | QHBoxLayout) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3 * theme.GRID_PX)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    return whole
