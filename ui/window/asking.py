"""Asking once more before something cannot be taken back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.parts import Body, Heading, secondary_button


class SureDialog(QDialog):
    """A question with two answers that look the same; Escape is no."""

    def __init__(  # noqa: PLR0913  (a question with its answers)
        self,
        parent: QWidget,
        *,
        question: str,
        text: str,
        yes: str,
        no: str,
        then: Callable[[], object],
    ) -> None:
        super().__init__(parent.window())
        self.setWindowTitle(question)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setStyleSheet(theme.style_sheet(theme.apply()))
        self.setModal(True)
        self._then = then
        self.yes = secondary_button(yes, self._granted)
        self.no = secondary_button(no, self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(6 * theme.GRID_PX,) * 4)
        column.setSpacing(3 * theme.GRID_PX)
        column.addWidget(Heading(question))
        column.addWidget(Body(text))
        answers = QHBoxLayout()
        answers.addStretch(1)
        answers.addWidget(self.no)
        answers.addWidget(self.yes)
        column.addLayout(answers)
        self.no.setFocus()

    def _granted(self) -> None:
        self.accept()
        self._then()


def sure(  # noqa: PLR0913  (a question with its answers)
    parent: QWidget,
    *,
    question: str,
    text: str,
    yes: str,
    no: str,
    then: Callable[[], object],
) -> SureDialog:
    """Ask, and do it if the answer is yes."""
    dialog = SureDialog(parent, question=question, text=text, yes=yes, no=no, then=then)
    dialog.open()
    return dialog
