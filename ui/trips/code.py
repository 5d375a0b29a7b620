"""An invite as a code to scan, painted sharp at any scale."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

QUIET_MODULES = 4
"""The white edge that readers need; ISO/IEC 18004."""
_SIDE_PX = 50 * theme.GRID_PX
translate = QCoreApplication.translate


class Code(QWidget):
    """Dark on white in either scheme: cameras do not follow the desktop."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[bytes, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Trips", "The invite as a code to scan"))

    def render_link(self, link: str) -> None:
        """Show a link."""
        from unplug.engine.trips.files import code_of  # noqa: PLC0415  (seldom)

        self._rows = code_of(link)
        self.update()

    def sizeHint(self) -> QSize:
        """Large enough for a camera at arm's length."""
        return QSize(_SIDE_PX, _SIDE_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the modules."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        count = len(self._rows) + 2 * QUIET_MODULES
        module = min(self.width(), self.height()) / count
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("black"))
        for y, row in enumerate(self._rows):
            for x, dark in enumerate(row):
                if dark:
                    left, top = (
                        (x + QUIET_MODULES) * module,
                        (y + QUIET_MODULES) * module,
                    )
                    # A hair more than a module, so that no seams show between them.
                    painter.drawRect(QRectF(left, top, module + 0.3, module + 0.3))
        painter.end()
