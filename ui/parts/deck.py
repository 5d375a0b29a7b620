"""Several parts in one place, of which one is seen."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Deck(QWidget):
    """As large as the part in view; a stacked widget is as large as its largest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._current: QWidget | None = None

    def add(self, part: QWidget) -> None:
        """Put a part below the others; the first one is in view."""
        self._column.addWidget(part)
        part.setVisible(self._current is None)
        self._current = self._current or part

    @property
    def current(self) -> QWidget | None:
        """The part in view."""
        return self._current

    def show_part(self, part: QWidget) -> None:
        """Bring a part into view."""
        if part is self._current:
            return
        if self._current is not None:
            self._current.hide()
        self._current = part
        part.show()
