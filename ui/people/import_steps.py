"""What the import of an address book shows, one step after another."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
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
    primary_button,
    secondary_button,
)
from ui.people.import_preview import PreviewTable
from ui.words import one_line
from unplug.engine.people.files import Choices, Look, found_files, look
from unplug.errors import UnplugError

if TYPE_CHECKING:
    from unplug.engine.people.importing import Imported
    from unplug.engine.working import Progress

CODES = (
    *("utf-8", "cp1252", "iso-8859-15", "cp1250", "cp1251", "koi8-r", "cp1253"),
    *("cp1254", "cp1255", "cp1256", "cp932", "gb18030", "big5", "cp949", "utf-16"),
)
PROBLEMS_SHOWN = 500
_NAME = 80
translate = QCoreApplication.translate


class ChooseStep(QWidget):
    """Which files, or which folder of them.

    Signals:
        chosen: carries the paths.
    """

    chosen = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
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
        self.setFocusProxy(self.choose)

    def _choose_files(self) -> None:
        kinds = translate("People", "Address books") + " (*.vcf *.vcard *.csv *.tsv)"
        every = translate("People", "All files") + " (*)"
        title = translate("People", "Address books to import")
        paths, _ = QFileDialog.getOpenFileNames(self, title, "", f"{kinds};;{every}")
        if paths:
            self.chosen.emit([Path(path) for path in paths])

    def _choose_folder(self) -> None:
        title = translate("People", "A folder of address books")
        path = QFileDialog.getExistingDirectory(self, title)
        if path:
            self.chosen.emit([Path(path)])


class PreviewStep(QWidget):
    """What the files would be read as, and how else they could be.

    Signals:
        complained: carries why a file cannot be looked at.
    """

    complained = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.files: list[Path] = []
        self._fields: dict[str, str] = {}
        column = QVBoxLayout(self)
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

    @property
    def choices(self) -> Choices:
        """How the files are to be read."""
        code = self.code.currentData()
        return Choices(code=code if isinstance(code, str) else "", fields=self._fields)

    def take(self, paths: Sequence[Path]) -> None:
        """Look at files, or at those in folders.

        Raises:
            UnplugError: one of them is no address book, or cannot be read.
        """
        self.files = found_files(paths)
        self._fields = {}
        self.which.clear()
        self.which.addItems([one_line(f.name, _NAME) for f in self.files])
        self.which.setVisible(len(self.files) > 1)
        self._look()

    def _look(self) -> None:
        """Show the file that is looked at, and how many people are in all of them."""
        at = max(0, self.which.currentIndex())
        shown = look(self.files[at], self.choices)
        others = self.files[:at] + self.files[at + 1 :]
        count = shown.cards + sum(
            look(file, self.choices, first=0).cards for file in others
        )
        files = len(self.files)
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
            self.complained.emit(str(error))

    def _take_fields(self, fields: dict[str, str]) -> None:
        self._fields = dict(fields)
        self._look_again()


class RunningStep(QWidget):
    """How far the import is."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.addStretch(1)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(translate("People", "Progress"))
        self.doing = Quiet()
        column.addWidget(self.bar)
        column.addWidget(self.doing)
        column.addStretch(2)

    def begin(self) -> None:
        """Nobody knows yet how much there is to do."""
        self.bar.setMaximum(0)

    def show_progress(self, progress: "Progress") -> None:
        """Show how far it is."""
        self.bar.setMaximum(max(1, progress.total))
        self.bar.setValue(progress.done)
        self.doing.setText(progress.what)


class OutcomeStep(QWidget):
    """What came of it, and what could not be read."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
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

    def show_result(self, result: "Imported") -> None:
        """Show what came of it."""
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
