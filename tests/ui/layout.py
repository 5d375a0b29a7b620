"""Whether everything that is seen has the room it needs."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from ui.parts import ListRow


def inside(part: QWidget) -> bool:
    """Whether it is a piece of one of Qt's own parts."""
    return part.objectName().startswith("qt_") or isinstance(
        part.parentWidget(), QLineEdit
    )


def shown(window: QWidget) -> list[QWidget]:
    """All parts of a window that are seen."""
    return [part for part in window.findChildren(QWidget) if part.isVisible()]


def clipped(part: QWidget) -> str:
    """What is wrong with a part's size; empty for nothing."""
    if inside(part):
        return ""
    if isinstance(part, QLabel) and part.text():
        needed = part.sizeHint()
        if part.wordWrap():
            needed = QSize(0, part.heightForWidth(part.width()))
    elif isinstance(part, QAbstractButton) and not isinstance(part, ListRow):
        needed = part.minimumSizeHint()
    else:
        return ""
    if needed.width() <= part.width() + 1 and needed.height() <= part.height() + 1:
        return ""
    text = getattr(part, "text", str)()
    return f"{type(part).__name__} {text!r}: {part.size()} is less than {needed}"
