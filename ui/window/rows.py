"""The rows behind a number, in a window of their own."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.charts.table import Table
from ui.parts import Heading, Quiet, secondary_button
from ui.window.saving import save_csv

translate = QCoreApplication.translate
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class TableModel(QAbstractTableModel):
    """A table's cells, as Qt asks for them."""

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._table.headers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands in a cell."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._table.rows[index.row()][index.column()]

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """What a column is."""
        across = orientation == Qt.Orientation.Horizontal
        if role != Qt.ItemDataRole.DisplayRole or not across:
            return None
        return self._table.headers[section]


class RowsDialog(QDialog):
    """Shows a table, and saves it.

    Args:
        table: the rows.
        note: what to know about them; empty for nothing.
    """

    def __init__(
        self, table: Table, note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(table.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setStyleSheet(theme.style_sheet(theme.apply()))
        self.resize(150 * theme.GRID_PX, 120 * theme.GRID_PX)
        self._table = table
        self.view = _view(table, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(6 * theme.GRID_PX,) * 4)
        column.setSpacing(3 * theme.GRID_PX)
        column.addWidget(Heading(table.title))
        if note:
            column.addWidget(Quiet(note))
        column.addWidget(self.view, 1)
        self.save = secondary_button(translate("Rows", "Save as CSV"), self._save)
        self.close_button = secondary_button(translate("Rows", "Close"), self.close)
        last = QHBoxLayout()
        last.addWidget(self.save)
        last.addStretch(1)
        last.addWidget(self.close_button)
        column.addLayout(last)

    def _save(self) -> None:
        save_csv(self, self._table)


def _view(table: Table, parent: QWidget) -> QTableView:
    view = QTableView(parent)
    view.setAccessibleName(table.title)
    view.setModel(TableModel(table, parent))
    view.verticalHeader().hide()
    view.setShowGrid(False)
    view.setAlternatingRowColors(True)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setTabKeyNavigation(False)
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading)
    header.setResizeContentsPrecision(50)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(True)
    return view


def show_rows(parent: QWidget, table: Table, note: str = "") -> RowsDialog:
    """Open the rows behind a number."""
    dialog = RowsDialog(table, note, parent.window())
    dialog.show()
    return dialog
