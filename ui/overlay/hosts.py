"""Where small cards are shown: at the top of the screen, above everything."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QCursor, QGuiApplication

from ui.overlay.card import Card
from ui.overlay.cover import Keyboard

MARGIN_PX = 12


class CardHost(QObject):
    """Shows one card at a time; this one shows none."""

    def show(self, card: Card) -> None:
        """Show a card; the one before it goes."""

    def hide(self, card: Card) -> None:
        """Take a card away, for good."""

    def take_keyboard(self) -> None:
        """Let the card have the keyboard."""

    def give_keyboard_back(self) -> None:
        """Return the keyboard to whoever had it."""

    def close(self) -> None:
        """Take away what there is."""


class WindowHost(CardHost):
    """Shows a card as a window that takes no focus.

    Args:
        keyboard: X11's, where no window manager shall see the card; None elsewhere.
    """

    def __init__(
        self, keyboard: Keyboard | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._keyboard = keyboard
        self._card: Card | None = None
        self._typed_in = False

    def show(self, card: Card) -> None:
        """Show a card; the one before it goes."""
        if self._card is not None:
            self.hide(self._card)
        self._card = card
        flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint
        flags |= Qt.WindowType.WindowStaysOnTopHint
        if self._keyboard is not None:
            flags |= Qt.WindowType.X11BypassWindowManagerHint
        else:
            flags |= Qt.WindowType.WindowDoesNotAcceptFocus
        card.setWindowFlags(flags)
        card.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        card.resized.connect(self._place)
        self._place()
        card.show()

    def hide(self, card: Card) -> None:
        """Take a card away, for good."""
        if card is self._card:
            self.give_keyboard_back()
            self._card = None
        card.hide()
        card.deleteLater()

    def take_keyboard(self) -> None:
        """Let the card have the keyboard."""
        if self._card is None:
            return
        self._typed_in = True
        if self._keyboard is not None:
            self._keyboard.lend(int(self._card.winId()))
        else:
            taking = Qt.WindowType.WindowDoesNotAcceptFocus
            self._card.windowHandle().setFlag(taking, on=False)
            self._card.activateWindow()
        self._card.setFocus()
        self._card.show_hints(on=True)

    def give_keyboard_back(self) -> None:
        """Return the keyboard to whoever had it."""
        if not self._typed_in or self._card is None:
            return
        self._typed_in = False
        self._card.show_hints(on=False)
        if self._keyboard is not None:
            self._keyboard.give_back()

    def close(self) -> None:
        """Take away what there is."""
        if self._card is not None:
            self.hide(self._card)

    def _place(self) -> None:
        if self._card is None:
            return
        screen = QGuiApplication.screenAt(QCursor.pos())
        screen = screen or QGuiApplication.primaryScreen()
        if screen is None:
            return
        area = screen.availableGeometry()
        left = area.left() + (area.width() - self._card.width()) // 2
        self._card.move(left, area.top() + MARGIN_PX)
