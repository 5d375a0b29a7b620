"""The icon in the panel."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from ui.tray.menu import TrayMenu
from ui.tray.paint import tray_icon
from ui.tray.spec import TraySpec

_OPENING_CLICKS = (
    QSystemTrayIcon.ActivationReason.Trigger,
    QSystemTrayIcon.ActivationReason.DoubleClick,
)


class Tray(QObject):
    """Shows a spec in the panel, where there is a panel that shows icons.

    Signals:
        open_requested: the icon was clicked.
    """

    open_requested = Signal()

    def __init__(self, menu: TrayMenu, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._menu = menu
        self._spec: TraySpec | None = None
        self._icon = self._new_icon()

    @property
    def icon(self) -> QSystemTrayIcon:
        """Qt's own icon at present."""
        return self._icon

    @property
    def draws_menu(self) -> bool:
        """Whether the panel draws the menu; the older say where we are, and do not."""
        return sys.platform.startswith("linux") and self._icon.geometry().isEmpty()

    def show(self) -> None:
        """Put the icon into the panel, now or as soon as there is one."""
        self._icon.show()

    def hide(self) -> None:
        """Take it out at once, not when the panel next looks."""
        self._icon.hide()

    def renew(self) -> None:
        """Put a new icon in the place of the old one.

        Qt settles how it talks to panels when an icon is made; one that was made
        before there was a panel may talk past it for ever.
        """
        old, spec = self._icon, self._spec
        self._icon, self._spec = self._new_icon(), None
        old.hide()
        old.deleteLater()
        if spec is not None:
            self.render(spec)
        self._icon.show()

    def render(self, spec: TraySpec) -> None:
        """Show a spec; what stays the same is not sent to the panel again."""
        before, self._spec = self._spec, spec
        if before is None or (before.ring, before.glyph) != (spec.ring, spec.glyph):
            self._icon.setIcon(tray_icon(spec))
        if before is None or before.tooltip != spec.tooltip:
            self._icon.setToolTip(spec.tooltip)

    def tell(self, text: str) -> None:
        """Say something once, as the desktop's notification."""
        self._icon.showMessage("unplug", text, self._icon.icon())

    def _new_icon(self) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(self)
        icon.setContextMenu(self._menu.menu)
        icon.activated.connect(self._activated)
        return icon

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in _OPENING_CLICKS:
            self.open_requested.emit()
