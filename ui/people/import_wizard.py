"""Take an address book in: choose it, look at it, watch it, see what came of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.parts import (
    Body,
    EmptyState,
    FormRow,
    Lead,
    Quiet,
    UndoOffer,
    primary_button,
    secondary_button,
)
from ui.people.dialogs import Sheet
from ui.people.import_preview import PreviewTable
from ui.people.ports import PeopleDoor
from ui.words import one_line
from unplug.engine.people.files import Choices, Look, found_files, look
from unplug.errors import UnplugError

if TYPE_CHECKING:
    from unplug.engine.people.importing import Imported
    from unplug.engine.people.jobs import ImportJob

CODES = (
    *("utf-8", "cp1252", "iso-8859-15", "cp1250", "cp1251", "koi8-r", "cp1253"),
    *("cp1254", "cp1255", "cp1256", "cp932", "gb18030", "big5", "cp949", "utf-16"),
)
PROBLEMS_SHOWN = 500
_NAME = 80
CHOOSE, PREVIEW, RUNNING, DONE = range(4)
translate = QCoreApplication.translate


class ImportWizard(Sheet):
    """Four steps in one window; nothing is changed before the third.

    Args:
        door: the app's people.

    Signals:
        did: people came in; carries an `UndoOffer` that takes them back.
    """

    did = Signal(UndoOffer)

    def __init__(self, door: PeopleDoor, parent: QWidget | None = None) -> None:
        super().__init__(translate("People", "Import an address book"), parent)
        self._door = door
        self._files: list[Path] = []
        self._fields: dict[str, str] = {}
        self._job: ImportJob | None = None
        self._result: Imported | None = None
        self.setAcceptDrops(True)
        self.steps = QStackedWidget()
        for step in (self._choosing(), self._preview(), self._running(), self._done()):
            self.steps.addWidget(step)
        self.column.addWidget(self.steps, 1)
        self.next = primary_button(translate("People", "Import"), self._start)
        self.undo = secondary_button(translate("People", "Undo import"), self._undo)
        self.pairs = secondary_button("", self._look_at_pairs)
        self.cancel = secondary_button(translate("People", "Cancel"), self.reject)
        self.buttons.addStretch(1)
        for button in (self.undo, self.pairs, self.cancel, self.next):
            self.buttons.addWidget(button)
        self._go(CHOOSE)
        self.fit(180 * theme.GRID_PX, 160 * theme.GRID_PX)

    def take(self, paths: Sequence[Path]) -> None:
        """Look at files, or at those in folders."""
        try:
            self._files = found_files(paths)
            self._fields = {}
            self.which.clear()
            self.which.addItems([one_line(f.name, _NAME) for f in self._files])
            self.which.setVisible(len(self._files) > 1)
            self._look()
        except UnplugError as error:
            self.trouble.say(str(error))
            return
        self.trouble.say("")
        self._go(PREVIEW)

    def _choosing(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        buttons = QHBoxLayout()
        self.choose = primary_button(
            translate("People", "Choose files…"), self._choose_files
        )
        self.folder = secondary_button(
            translate("People", "Choose a folder…"), self._choose_folder
        )
        for button in (self.choose, self.folder):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.insertStretch(0, 1)
        column.addWidget(
            EmptyState(
                icon="import",
                heading=translate("People", "vCard or CSV files"),
                text=translate(
                    "People",
                    "As phones, Google, Outlook, Thunderbird and most others export "
                    "them. You can drop them here, too. The same file twice changes "
                    "nothing.",
                ),
            )
        )
        column.addLayout(buttons)
        column.addStretch(1)
        return whole

    def _preview(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * theme.GRID_PX)
        self.seen = Lead()
        self.which = QComboBox()
        self.which.setAccessibleName(translate("People", "File to look at"))
        self.which.activated.connect(lambda *_: self._look_again())
        self.code = QComboBox()
        self.code.activated.connect(lambda *_: self._look_again())
        hint = translate("People", "Change it if letters below look wrong.")
        row = FormRow(
            translate("People", "Encoding"), self.code, hint=hint, beside=True
        )
        self.table = PreviewTable()
        self.table.fields_changed.connect(self._take_fields)
        for part in (self.seen, self.which, row):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        return whole

    def _running(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.addStretch(1)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(translate("People", "Progress"))
        self.doing = Quiet()
        column.addWidget(self.bar)
        column.addWidget(self.doing)
        column.addStretch(2)
        return whole

    def _done(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * theme.GRID_PX)
        self.told = Lead()
        self.problems_head = Body()
        self.problems = QPlainTextEdit()
        self.problems.setReadOnly(True)
        self.problems.setTabChangesFocus(True)
        self.problems.setAccessibleName(translate("People", "What could not be read"))
        column.addWidget(self.told)
        column.addWidget(self.problems_head)
        column.addWidget(self.problems, 1)
        column.addStretch(0)
        return whole

    def _choose_files(self) -> None:
        kinds = translate("People", "Address books") + " (*.vcf *.vcard *.csv *.tsv)"
        every = translate("People", "All files") + " (*)"
        title = translate("People", "Address books to import")
        paths, _ = QFileDialog.getOpenFileNames(self, title, "", f"{kinds};;{every}")
        if paths:
            self.take([Path(path) for path in paths])

    def _choose_folder(self) -> None:
        title = translate("People", "A folder of address books")
        path = QFileDialog.getExistingDirectory(self, title)
        if path:
            self.take([Path(path)])

    def _choices(self) -> Choices:
        code = self.code.currentData()
        return Choices(code=code if isinstance(code, str) else "", fields=self._fields)

    def _look(self) -> None:
        """Show the file that is looked at, and how many people are in all of them."""
        at = max(0, self.which.currentIndex())
        shown = look(self._files[at], self._choices())
        others = self._files[:at] + self._files[at + 1 :]
        count = shown.cards + sum(
            look(file, self._choices(), first=0).cards for file in others
        )
        files = len(self._files)
        if files == 1:
            said = translate("People", "{kind} file · people in it: about {count}")
        else:
            said = translate("People", "{files} files · people in them: about {count}")
        told = said.format(kind=shown.kind.value, files=files, count=count)
        self.seen.setText(told)
        self._show_codes(shown)
        self.table.show_look(shown, self._fields)

    def _show_codes(self, seen: Look) -> None:
        chosen = self.code.currentData()
        self.code.clear()
        found = translate("People", "Found: {code}").format(code=seen.code)
        self.code.addItem(found, "")
        for code in CODES:
            self.code.addItem(code, code)
        self.code.setCurrentIndex(max(0, self.code.findData(chosen)))

    def _look_again(self) -> None:
        try:
            self._look()
        except UnplugError as error:
            self.trouble.say(str(error))

    def _take_fields(self, fields: dict[str, str]) -> None:
        self._fields = dict(fields)
        self._look_again()

    def _start(self) -> None:
        if self.steps.currentIndex() == DONE:
            self.accept()
            return
        try:
            self._go(RUNNING)
            self._job = self._door.start_import(
                self._files, self._choices(), self._told
            )
        except UnplugError as error:
            self.trouble.say(str(error))
            self._go(PREVIEW)

    def _told(self, job: "ImportJob") -> None:
        if job.error is not None:
            self.trouble.say(str(job.error))
            self._go(PREVIEW)
        elif job.cancelled:
            self._go(PREVIEW)
        elif job.result is not None:
            self._show_result(job.result)
        else:
            self.bar.setMaximum(max(1, job.progress.total))
            self.bar.setValue(job.progress.done)
            self.doing.setText(job.progress.what)

    def _show_result(self, result: "Imported") -> None:
        self._result = result
        said = translate(
            "People",
            "{new} new, {merged} merged, {unchanged} unchanged",
        )
        told = said.format(
            new=result.new, merged=result.merged, unchanged=result.unchanged
        )
        self.told.setText(told)
        found = result.problems
        head = translate("People", "{count} things could not be read; they are kept:")
        self.problems_head.setText(head.format(count=len(found)))
        lines = [str(problem) for problem in found[:PROBLEMS_SHOWN]]
        self.problems.setPlainText("\n".join(lines))
        for part in (self.problems_head, self.problems):
            part.setVisible(bool(found))
        pairs = len(result.offered)
        said = translate("People", "Look at {count} likely pairs")
        self.pairs.say(said.format(count=pairs))
        self._go(DONE)
        if result.batch is not None:
            self.did.emit(UndoOffer(told, lambda: self._take_back(result)))

    def _take_back(self, result: "Imported") -> None:
        if result.batch is not None:
            self._door.book.undo(result.batch)

    def _undo(self) -> None:
        result, self._result = self._result, None
        if result is None:
            return
        try:
            self._take_back(result)
        except UnplugError as error:
            self.trouble.say(str(error))
            return
        self.told.setText(translate("People", "The import was taken back."))
        self.undo.hide()
        self.pairs.hide()

    def _look_at_pairs(self) -> None:
        if self._result is None:
            return
        from ui.people.duplicates import Pairs  # noqa: PLC0415  (seldom)

        dialog = Pairs(self._door, self)
        dialog.did.connect(self.did)
        dialog.offer([(pair.first, pair.second) for pair in self._result.offered])
        dialog.open()

    def _go(self, step: int) -> None:
        self.steps.setCurrentIndex(step)
        self.next.setVisible(step in (PREVIEW, DONE))
        done = step == DONE
        said = translate("People", "Done") if done else translate("People", "Import")
        self.next.say(said)
        self.cancel.setVisible(not done)
        result = self._result
        self.undo.setVisible(done and result is not None and result.batch is not None)
        self.pairs.setVisible(done and result is not None and bool(result.offered))
        if step == CHOOSE:
            self.choose.setFocus()
        elif step != RUNNING:
            self.next.setFocus()
        else:
            self.cancel.setFocus()
            self.bar.setMaximum(0)

    def reject(self) -> None:
        """Give up: what runs is cancelled, and nothing has changed."""
        if self.steps.currentIndex() == RUNNING and self._job is not None:
            self._job.cancel()
            return
        super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at what was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls()]
        if paths and self.steps.currentIndex() in (CHOOSE, PREVIEW):
            self.take(paths)

    def sizeHint(self) -> QSize:
        """Wide enough for a table."""
        return QSize(180 * theme.GRID_PX, 150 * theme.GRID_PX)
