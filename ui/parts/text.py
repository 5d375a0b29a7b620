"""Text, one class for each step of the type scale.

Text from outside is never markup, and never wider than its place: it is wrapped.
"""

from typing import ClassVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import theme


class Text(QLabel):
    """Plain text in the desktop's own font, at a step of the scale.

    Args:
        text: what it says.
        wrapped: whether long text goes on in a new line.
    """

    factor: ClassVar[float] = theme.TYPE.body
    bold: ClassVar[bool] = False
    quiet: ClassVar[bool] = False

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, wrapped: bool = True
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrapped)
        self.setProperty("quiet", self.quiet)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(
            QSizePolicy.Policy.Preferred if wrapped else QSizePolicy.Policy.Minimum
        )
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        self.setText(text)
        self._take_font()

    def _take_font(self) -> None:
        self.setFont(theme.font(self.factor, bold=self.bold))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the desktop's font."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._take_font()
        super().changeEvent(event)


class Title(Text):
    """What a page is called."""

    factor = theme.TYPE.title
    bold = True


class Heading(Text):
    """What a card or a part of a page is called."""

    factor = theme.TYPE.lead
    bold = True


class Lead(Text):
    """The sentence that is read first."""

    factor = theme.TYPE.lead


class Body(Text):
    """Ordinary text."""


class Quiet(Text):
    """Text that explains."""

    quiet = True


class Small(Text):
    """A footnote."""

    factor = theme.TYPE.small
    quiet = True


class Figure(Text):
    """One large number."""

    factor = theme.TYPE.display
    bold = True
