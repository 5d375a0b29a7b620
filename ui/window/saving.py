"""Saving what is shown: a picture as PNG, its numbers as CSV."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.charts.table import Table
from unplug.errors import UnplugError
from unplug.files import write_atomically

translate = QCoreApplication.translate


def save_csv(parent: QWidget, table: Table) -> None:
    """Ask where to, and write the numbers.

    Raises:
        UnplugError: it cannot be written; says why.
    """
    title = translate("Saving", "Save the numbers")
    if path := _asked(parent, title, f"{_file_name(table.title)}.csv", "CSV (*.csv)"):
        write_csv(path, table)


def save_picture(parent: QWidget, picture: QWidget, name: str) -> None:
    """Ask where to, and write a part of the window as a picture.

    Raises:
        UnplugError: it cannot be written; says why.
    """
    title = translate("Saving", "Save the picture")
    if path := _asked(parent, title, f"{_file_name(name)}.png", "PNG (*.png)"):
        write_picture(path, picture)


def write_csv(path: Path, table: Table) -> None:
    """Write a table's numbers."""
    write_atomically(path, [table.as_csv()])


def write_picture(path: Path, picture: QWidget) -> None:
    """Write a widget as it looks."""
    if not picture.grab().save(str(path), "PNG"):
        failed, todo = "cannot write a picture", "choose another folder"
        raise UnplugError(failed, path, todo)


def _asked(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    chosen, _ = QFileDialog.getSaveFileName(parent, title, name, kinds)
    return Path(chosen) if chosen else None


def _file_name(title: str) -> str:
    kept = "".join(c if c.isalnum() or c in " -" else " " for c in title)
    return " ".join(kept.split()) or "unplug"
