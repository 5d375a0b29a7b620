"""The next times that a plan comes, as they would be."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.parts import Body, Button, Card, Quiet, flat_button
from ui.sessions import wording
from unplug.engine.sessions.plan_editing import SHOWN_AHEAD
from unplug.engine.snapshot import Coming

translate = QCoreApplication.translate


class Preview(Card):
    """Ten lines that are filled anew; each can be left out.

    Signals:
        left_out: one of them is not wanted; carries the `Coming`.
    """

    left_out = Signal(Coming)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Sessions", "It comes on"), parent)
        self.nothing = Quiet()
        self.add(self.nothing)
        self.lines: list[_Line] = []
        column = QVBoxLayout()
        column.setSpacing(theme.GRID_PX)
        for _ in range(SHOWN_AHEAD):
            line = _Line(self)
            self.lines.append(line)
            column.addWidget(line)
        self.add(column)
        self.body.addStretch(1)

    def render_coming(
        self, coming: tuple[Coming, ...], nothing: str, *, can_leave_out: bool
    ) -> None:
        """Show the next times.

        Args:
            coming: what is to come.
            nothing: what is said where there is none.
            can_leave_out: whether single ones can be left out.
        """
        self.nothing.setText(nothing)
        self.nothing.setVisible(not coming)
        for at, line in enumerate(self.lines):
            line.setVisible(at < len(coming))
            if at < len(coming):
                line.render_coming(coming[at], can_leave_out=can_leave_out)

    def texts(self) -> list[str]:
        """What is shown."""
        return [line.text.text() for line in self.lines if not line.isHidden()]


class _Line(QWidget):
    """One time that a plan comes."""

    def __init__(self, preview: Preview) -> None:
        super().__init__(preview)
        self.text = Body()
        self._coming: Coming | None = None
        self.leave: Button = flat_button(translate("Sessions", "Leave out"))
        self.leave.clicked.connect(lambda *_: preview.left_out.emit(self._coming))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text, 1)
        row.addWidget(self.leave)

    def render_coming(self, coming: Coming, *, can_leave_out: bool) -> None:
        """Show it."""
        self._coming = coming
        text = wording.occurrence(coming)
        self.text.setText(text)
        self.leave.setVisible(can_leave_out)
        name = translate("Sessions", "Leave out {when}").format(when=text)
        self.leave.setAccessibleName(name)
