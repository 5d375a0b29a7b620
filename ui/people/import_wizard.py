"""Take an address book in: choose it, look at it, watch it, see what came of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui import theme
from ui.parts import UndoOffer, primary_button, secondary_button
from ui.people.dialogs import Sheet
from ui.people.import_steps import ChooseStep, OutcomeStep, PreviewStep, RunningStep
from ui.people.ports import PeopleDoor
from unplug.errors import UnplugError

if TYPE_CHECKING:
    from unplug.engine.people.importing import Imported
    from unplug.engine.people.jobs import ImportJob

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
        self._job: ImportJob | None = None
        self._result: Imported | None = None
        self.setAcceptDrops(True)
        self.steps = QStackedWidget()
        self.choosing, self.preview = ChooseStep(), PreviewStep()
        self.running, self.outcome = RunningStep(), OutcomeStep()
        for step in (self.choosing, self.preview, self.running, self.outcome):
            self.steps.addWidget(step)
        self.choosing.chosen.connect(self.take)
        self.preview.complained.connect(self.trouble.say)
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
            self.preview.take(paths)
        except UnplugError as error:
            self.trouble.say(str(error))
            return
        self.trouble.say("")
        self._go(PREVIEW)

    def _start(self) -> None:
        if self.steps.currentIndex() == DONE:
            self.accept()
            return
        try:
            self._go(RUNNING)
            self._job = self._door.start_import(
                self.preview.files, self.preview.choices, self._told
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
            self.running.show_progress(job.progress)

    def _show_result(self, result: "Imported") -> None:
        self._result = result
        self.outcome.show_result(result)
        pairs = len(result.offered)
        said = translate("People", "Look at {count} likely pairs")
        self.pairs.say(said.format(count=pairs))
        self._go(DONE)
        if result.batch is not None:
            told = self.outcome.told.text()
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
        self.outcome.told.setText(translate("People", "The import was taken back."))
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
            self.choosing.setFocus()
        elif step != RUNNING:
            self.next.setFocus()
        else:
            self.cancel.setFocus()
            self.running.begin()

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
