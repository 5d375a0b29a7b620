"""The two questions among the settings."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.parts import Card, InlineNotice
from ui.ports import Suggestions
from ui.suggesting.onboarding import TwoQuestionsForm
from unplug.engine.suggestions.onboarding import TwoQuestions
from unplug.errors import UnplugError

translate = QCoreApplication.translate


class TwoQuestionsCard(Card):
    """Asks the two questions, and keeps the answers at once.

    Args:
        suggestions: whose answers they are.
    """

    def __init__(self, suggestions: Suggestions, parent: QWidget | None = None) -> None:
        super().__init__(translate("Suggesting", "When and with whom"), parent)
        self._suggestions = suggestions
        self.wrong = InlineNotice(warning=True)
        self.form = TwoQuestionsForm()
        self.form.answered.connect(self._keep)
        self.add(self.wrong)
        self.add(self.form)

    def refresh(self) -> None:
        """Show what was answered so far."""
        try:
            self.form.show_questions(self._suggestions.two_questions())
        except UnplugError as error:
            self.wrong.say(str(error))
        else:
            self.wrong.say("")

    def _keep(self, told: TwoQuestions) -> None:
        try:
            self._suggestions.answer_two_questions(told)
        except UnplugError as error:
            self.wrong.say(str(error))
        else:
            self.wrong.say("")
