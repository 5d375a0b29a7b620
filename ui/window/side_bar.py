"""The bar that leads to the pages: at the side, or at the foot of a narrow window."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from ui import icons, theme
from ui.parts.text import Small

translate = QCoreApplication.translate

_INSET_PX = 3 * theme.GRID_PX


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as the bar names it."""

    key: str
    icon: str
    title: str


class BarButton(QPushButton):
    """An icon, and a word beside it where there is room.

    Args:
        icon: the name of the icon.
        text: the word; also what a screen reader says.
    """

    def __init__(self, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._short = icon, False
        self.setText(text.replace("&", "&&"))
        self._word = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def shorten(self, *, short: bool) -> None:
        """Show the icon alone, or the word too."""
        self._short = short
        self.setToolTip(self._word if short else "")
        self.updateGeometry()
        self.update()

    def rename(self, icon: str, text: str) -> None:
        """Stand for something else."""
        self._icon, self._word = icon, text
        self.setAccessibleName(text)
        self.setText(text.replace("&", "&&"))
        self.shorten(short=self._short)

    @property
    def full_px(self) -> int:
        """How wide it is with its word."""
        metrics = QFontMetrics(theme.font(theme.TYPE.body, bold=True))
        return icons.SIDE_PX + metrics.horizontalAdvance(self._word) + 4 * _INSET_PX

    def sizeHint(self) -> QSize:
        """Icon, word, and the space round them."""
        metrics = QFontMetrics(theme.font(theme.TYPE.body, bold=True))
        high = max(metrics.height(), icons.SIDE_PX) + 2 * _INSET_PX
        if self._short:
            return QSize(high, high)
        return QSize(self.full_px, high)

    def minimumSizeHint(self) -> QSize:
        """All of it, always."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of the present page, the focus, the icon and the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.colours()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse() or self.isDown():
            painter.setBrush(colours.ink("surface" if self.isChecked() else "track"))
            painter.drawRoundedRect(box, 8, 8)
        if self.isChecked():
            self._paint_mark(painter, colours)
        if self.hasFocus():
            painter.setPen(QPen(colours.ink("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 8, 8)
        self._paint_content(painter, colours)
        painter.end()

    def _paint_mark(self, painter: QPainter, colours: theme.Colours) -> None:
        """A bar at the edge: the present page is told by shape as well."""
        painter.setBrush(colours.ink("accent"))
        if self._short:
            mark = QRect(self.width() // 2 - 8, self.height() - 4, 16, 3)
        else:
            mark = self._mirrored(QRect(2, self.height() // 2 - 8, 3, 16))
        painter.drawRoundedRect(QRectF(mark), 1.5, 1.5)

    def _paint_content(self, painter: QPainter, colours: theme.Colours) -> None:
        side = icons.SIDE_PX
        left = (self.width() - side) // 2 if self._short else _INSET_PX
        spot = QRect(left, (self.height() - side) // 2, side, side)
        ink = colours.ink("accent" if self.isChecked() else "quiet")
        icons.paint(painter, self._icon, QRectF(self._mirrored(spot)), ink)
        if self._short:
            return
        painter.setFont(theme.font(theme.TYPE.body, bold=self.isChecked()))
        painter.setPen(colours.ink("text"))
        start = spot.right() + 1 + _INSET_PX
        line = QRect(start, 0, self.width() - start - _INSET_PX, self.height())
        side_flag = (
            Qt.AlignmentFlag.AlignRight
            if self.isRightToLeft()
            else Qt.AlignmentFlag.AlignLeft
        )
        painter.drawText(
            self._mirrored(line),
            side_flag | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute,
            self._word,
        )

    def _mirrored(self, rect: QRect) -> QRect:
        if not self.isRightToLeft():
            return rect
        left = self.width() - rect.right() - 1
        return QRect(left, rect.top(), rect.width(), rect.height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the desktop's font."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.updateGeometry()
        super().changeEvent(event)


class SideBar(QWidget):
    """One button a page, and one for what concerns the whole app.

    Args:
        entries: the pages, in their order.
        made_up: whether what the pages show was made up, which it says then.

    Attributes:
        more: the button at the end; the window gives it a menu.

    Signals:
        page_chosen: carries the page's key.
    """

    page_chosen = Signal(str)

    def __init__(
        self,
        entries: Sequence[Entry],
        parent: QWidget | None = None,
        *,
        made_up: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Window", "Pages"))
        self.setAutoFillBackground(True)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, BarButton] = {}
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setSpacing(theme.GRID_PX)
        for at, entry in enumerate(entries):
            button = BarButton(entry.icon, entry.title)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            self._group.addButton(button, at)
            self._row.addWidget(button)
            self.buttons[entry.key] = button
            button.clicked.connect(lambda *_, k=entry.key: self.page_chosen.emit(k))
        self._row.addStretch(1)
        self.demo = Small(parent=self, wrapped=False)
        self.demo.setVisible(made_up)
        self._row.addWidget(self.demo)
        self.more = BarButton("more", translate("Window", "More"))
        self._row.addWidget(self.more)
        self.lie(flat=False)

    @property
    def standing_px(self) -> int:
        """How wide it is at the side of the window."""
        buttons = (*self.buttons.values(), self.more)
        return max(button.full_px for button in buttons) + 6 * theme.GRID_PX

    def mark(self, key: str) -> None:
        """Show which page is open; one that is not in the bar marks none."""
        self._group.setExclusive(key in self.buttons)
        for each, button in self.buttons.items():
            button.setAutoExclusive(key in self.buttons)
            button.setChecked(each == key)

    def lie(self, *, flat: bool) -> None:
        """Lie at the foot of the window, icons only, or stand at its side."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if flat else direction.TopToBottom)
        gap = theme.GRID_PX
        self._row.setContentsMargins(*((gap,) * 4 if flat else (3 * gap,) * 4))
        for button in (*self.buttons.values(), self.more):
            button.shorten(short=flat)
        self.demo.setText(
            translate("Window", "Demo")
            if flat
            else translate("Window", "Demo: made-up data")
        )
        policy = QSizePolicy.Policy
        self.setSizePolicy(
            *(
                (policy.Preferred, policy.Fixed)
                if flat
                else (policy.Fixed, policy.Preferred)
            )
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground it stands on."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colours().ink("sunken"))
        painter.end()
