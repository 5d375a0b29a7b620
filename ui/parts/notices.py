"""What is said beside the work: a line in the page, or one that passes by."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import theme
from ui.overlay.announcing import say
from ui.parts.buttons import Button
from ui.parts.text import Body

SHOWN_MS = 8_000
"""Long enough to read a line and to reach the button by keyboard."""

translate = QCoreApplication.translate


class InlineNotice(QFrame):
    """A sentence that belongs to the page, with a button that does something about it.

    Args:
        text: the sentence.
        warning: whether something is wrong.
        action: what to do about it.
    """

    def __init__(
        self,
        text: str = "",
        *,
        warning: bool = False,
        action: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("notice", "warning" if warning else "info")
        row = QHBoxLayout(self)
        row.setContentsMargins(*(3 * theme.GRID_PX,) * 4)
        row.setSpacing(3 * theme.GRID_PX)
        self.text = Body(text)
        row.addWidget(self.text, 1)
        self.action = action
        if action is not None:
            row.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, text: str) -> None:
        """Say something else; nothing hides it."""
        self.text.setText(text)
        self.setVisible(bool(text))


@dataclass(frozen=True, slots=True)
class UndoOffer:
    """Something was done, and can be taken back for a moment.

    Attributes:
        text: what was done.
        undo: takes it back; None where there is nothing to take back.
    """

    text: str
    undo: Callable[[], object] | None = None


class Toast(QFrame):
    """A line at the foot of a window that goes by itself, unless it is pointed at.

    Signals:
        gone: it is no longer shown.
    """

    gone = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setProperty("toast", True)  # noqa: FBT003  (Qt's)
        self._offer = UndoOffer("")
        self._left = QTimer(self)
        self._left.setSingleShot(True)
        self._left.setInterval(SHOWN_MS)
        self._left.timeout.connect(self.leave)
        self.text = Body(wrapped=True)
        self.undo = Button(translate("Parts", "Undo"), on_click=self._take_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(3 * theme.GRID_PX,) * 4)
        row.setSpacing(3 * theme.GRID_PX)
        row.addWidget(self.text, 1)
        row.addWidget(self.undo)
        over.installEventFilter(self)
        self.hide()

    def offer(self, offer: UndoOffer) -> None:
        """Show what was done."""
        self._offer = offer
        self.text.setText(offer.text)
        self.undo.setVisible(offer.undo is not None)
        self.show()
        self._take_place()
        self.raise_()
        self._left.start()
        say(self, offer.text)

    def leave(self) -> None:
        """Be gone; it stays done."""
        if self.isVisible() and (self.underMouse() or self.undo.hasFocus()):
            self._left.start()
            return
        self.hide()
        self.gone.emit()

    def _take_back(self) -> None:
        undo = self._offer.undo
        self._offer = UndoOffer("")
        self._left.stop()
        self.hide()
        self.gone.emit()
        if undo is not None:
            undo()

    def _take_place(self) -> None:
        over = self._over
        room_px = over.width() - 8 * theme.GRID_PX
        wide = min(120 * theme.GRID_PX, room_px)
        layout = self.layout()
        high = layout.totalHeightForWidth(wide) if layout else self.height()
        left, top = (over.width() - wide) // 2, over.height() - high - 6 * theme.GRID_PX
        self.setGeometry(left, top, wide, high)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._take_place()
        return super().eventFilter(watched, event)
