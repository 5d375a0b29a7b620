"""An icon beside text; it says nothing that the text does not."""

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import icons, theme


class IconLabel(QWidget):
    """An icon in a colour of the theme, sharp at any scale.

    Args:
        name: which icon.
        side_px: how large it is.
        ink: the name of its colour.
    """

    def __init__(
        self,
        name: str,
        side_px: int = 5 * theme.GRID_PX,
        ink: str = "quiet",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._ink = name, ink
        self.setFixedSize(side_px, side_px)

    def change(self, name: str, ink: str = "quiet") -> None:
        """Show another icon."""
        self._name, self._ink = name, ink
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        colour = theme.colours().ink(self._ink)
        icons.paint(painter, self._name, QRectF(self.rect()), colour)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the scheme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)
