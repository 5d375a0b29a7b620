"""What every page of the window is, and what it stands on."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QVBoxLayout, QWidget

from ui import theme
from ui.parts.notices import UndoOffer
from ui.parts.scrollable import Scrollable
from ui.parts.text import Title
from unplug.clock import Clock
from unplug.engine.snapshot import Snapshot

if TYPE_CHECKING:
    from ui.autostart.system import Autostart

WIDEST_PX = 240 * theme.GRID_PX
"""Lines that are longer are hard to read; a wider window has wider margins."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a page may ask.

    Attributes:
        app: the running app, whose areas a page knows by a port of its own.
        clock: where the time comes from.
        autostart: whether unplug starts with the session.
    """

    app: Any
    clock: Clock
    autostart: "Autostart"


@dataclass(frozen=True, slots=True)
class PageWish:
    """Another page is wanted.

    Attributes:
        key: which.
        about: what it is to show, as that page understands it; empty for nothing
            particular.
    """

    key: str
    about: str = ""


class Page(Scrollable):
    """A title, and a column of parts below it.

    Args:
        title: what it is called.

    Attributes:
        head: the row of the title; what is added to it stands at its end.
        column: where the parts go.
        scrolls: whether the window gives it a scroll bar; a page whose list has its
            own says no, in its class.

    Signals:
        wished: something is wanted of the app; carries a frozen wish.
        page_requested: another page is wanted; carries a `PageWish`.
        did: something was done that can be taken back; carries an `UndoOffer`.
    """

    scrolls = True
    wished = Signal(object)
    page_requested = Signal(PageWish)
    did = Signal(UndoOffer)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", True)  # noqa: FBT003  (Qt's)
        self.setAccessibleName(title)
        self._folded: bool | None = None
        self.column = QVBoxLayout(self)
        self.column.setSpacing(5 * theme.GRID_PX)
        self.head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.head.setSpacing(2 * theme.GRID_PX)
        self.title = Title(title)
        self.head.addWidget(self.title, 1)
        self.column.addLayout(self.head)
        self._margins(narrow=False)

    def refresh(self) -> None:
        """Show how things are now; called when it comes into view, and on changes."""

    def restyle(self, colours: theme.Colours) -> None:
        """Take on a scheme, where style sheet and palette do not do it."""

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show the present; called while it is in view."""

    def look_at(self, about: str) -> None:
        """Show something particular of it, as a `PageWish` names it."""

    def fold(self, *, narrow: bool) -> None:
        """Be one column, or use the width there is."""

    def add(self, part: QWidget | QLayout) -> None:
        """Put something below what is there."""
        if isinstance(part, QWidget):
            self.column.addWidget(part)
        else:
            self.column.addLayout(part)

    def _margins(self, *, narrow: bool) -> None:
        least = (4 if narrow else 8) * theme.GRID_PX
        side = max(least, (self.width() - WIDEST_PX) // 2)
        self.column.setContentsMargins(side, least, side, least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines readable."""
        narrow = self.width() < theme.letters_px(NARROW_LETTERS)
        self._margins(narrow=narrow)
        if narrow != self._folded:
            self._folded = narrow
            direction = QBoxLayout.Direction
            self.head.setDirection(
                direction.TopToBottom if narrow else direction.LeftToRight
            )
            self.head.setStretch(0, 0 if narrow else 1)
            self.fold(narrow=narrow)
        super().resizeEvent(event)


NARROW_LETTERS = 84
"""Below so many letters to a line a page has room for one column."""
