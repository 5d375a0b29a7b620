"""Emptying a column or row, before it is filled anew."""

from PySide6.QtWidgets import QLayout


def clear(layout: QLayout) -> None:
    """Take away all that is in a layout; nothing of it is seen any more."""
    while (item := layout.takeAt(0)) is not None:
        if (part := item.widget()) is not None:
            part.hide()  # it may be seen until it is gone
            part.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
