"""What stands in a scroll area."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class Scrollable(QWidget):
    """As high as its lines are at the width that there is.

    Qt would have it at least as high as at its narrowest, where lines are many more:
    below the last part there would be a long stretch of nothing to scroll through.
    """

    def minimumSizeHint(self) -> QSize:
        """Its least width; its height follows from the width it gets."""
        least, layout = super().minimumSizeHint(), self.layout()
        follows = layout is not None and layout.hasHeightForWidth()
        return QSize(least.width(), 0) if follows else least
