"""A field for a file: its path to write or to choose."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from ui import theme
from ui.parts import secondary_button

translate = QCoreApplication.translate


class FileField(QWidget):
    """The path of a file that is there already, or nothing.

    Args:
        name: what the file is.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.path = QLineEdit()
        self.path.setAccessibleName(name)
        self.path.setClearButtonEnabled(True)
        choose = translate("Trips", "Choose: {file}").format(file=name)
        self.choose = secondary_button(
            translate("Trips", "Choose…"), self._choose, name=choose
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.GRID_PX)
        row.addWidget(self.path, 1)
        row.addWidget(self.choose)
        self.setFocusProxy(self.path)

    @property
    def value(self) -> str:
        """The path; empty for none."""
        return self.path.text().strip()

    def clear(self) -> None:
        """No file."""
        self.path.clear()

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self._name)
        if path:
            self.path.setText(path)
