"""The quiet corner: people chosen beforehand, and where a professional can be found."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from ui.parts import Body, Card, FlowLayout, Quiet, clear, secondary_button
from ui.suggesting.reaching import addresses
from ui.suggesting.wishes import AddressWish
from unplug.engine.suggestions.corner import CornerNow

translate = QCoreApplication.translate


class QuietCorner(Card):
    """Shows what is there, and judges nothing.

    Signals:
        wished: mail, telephone or a site is to be opened; carries an `AddressWish`.
    """

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Suggesting", "A quiet corner"), parent)
        self.words = Body()
        self.people = QWidget()
        self.flow = FlowLayout(self.people)
        self.danger, self.professional = Quiet(), Quiet()
        self.sites = QWidget()
        self.sites_flow = FlowLayout(self.sites)
        for part in (
            self.words,
            self.people,
            self.professional,
            self.sites,
            self.danger,
        ):
            self.add(part)

    def show_corner(self, corner: CornerNow) -> None:
        """Show it."""
        self.words.setText(corner.words)
        self.danger.setText(corner.in_danger)
        self.professional.setText(corner.professional)
        for flow in (self.flow, self.sites_flow):
            clear(flow)
        for person in corner.people:
            ways = addresses(person.reach)
            address = ways.get("phone") or ways.get("mail") or ""
            button = secondary_button(person.name, partial(self._open, address))
            button.setEnabled(bool(address))
            self.flow.addWidget(button)
        self.people.setVisible(bool(corner.people))
        for site in corner.sites:
            address = f"https://{site}"
            self.sites_flow.addWidget(
                secondary_button(site, partial(self._open, address))
            )

    def _open(self, address: str) -> None:
        if address:
            self.wished.emit(AddressWish(address))
