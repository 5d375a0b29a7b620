"""A small card as a layer surface."""

from PySide6.QtCore import QObject, QSize

from ui.overlay.card import Card
from ui.overlay.hosts import MARGIN_PX, CardHost
from ui.overlay.layer_shell.shell import LayerShell
from ui.overlay.layer_shell.surface import TOP, LayerSurface, Place


class LayerHost(CardHost):
    """Shows a card at the top of the monitor that is in use.

    Args:
        shell: the connection to the compositor.
    """

    def __init__(self, shell: LayerShell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._card: Card | None = None
        self._surface: LayerSurface | None = None
        self._typed_in = False

    def show(self, card: Card) -> None:
        """Show a card; the one before it goes."""
        if self._card is not None:
            self.hide(self._card)
        card.see_through()
        self._card = card
        place = Place(TOP, card.sizeHint(), MARGIN_PX, over_panels=False)
        self._surface = self._shell.surface(card, place=place)
        card.resized.connect(self._resized)

    def hide(self, card: Card) -> None:
        """Take a card away, for good."""
        if card is self._card and self._surface is not None:
            self._surface.close()
            self._surface.deleteLater()
            self._card = self._surface = None
            self._typed_in = False
        card.deleteLater()

    def take_keyboard(self) -> None:
        """Let the card have the keyboard."""
        if self._surface is not None and self._card is not None:
            self._typed_in = True
            self._surface.take_keyboard()
            self._card.setFocus()
            self._card.show_hints(on=True)

    def give_keyboard_back(self) -> None:
        """Return the keyboard to whoever had it."""
        if self._typed_in and self._surface is not None and self._card is not None:
            self._typed_in = False
            self._surface.give_keyboard_back()
            self._card.show_hints(on=False)

    def close(self) -> None:
        """Take away what there is."""
        if self._card is not None:
            self.hide(self._card)

    def _resized(self) -> None:
        if self._surface is not None and self._card is not None:
            hint: QSize = self._card.sizeHint()
            self._surface.resize(hint)
