"""A suggestion on a small card: four answers, equal in looks."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout

from ui import theme
from ui.parts import Body, Quiet, Small, secondary_button
from ui.suggesting import wording
from ui.suggesting.popup import PopUp
from ui.suggesting.wishes import SuggestionSaid
from unplug.engine.suggestions.suggested import Said, SuggestionNow

translate = QCoreApplication.translate


def answers() -> tuple[tuple[Said, str], ...]:
    """What can be said to a suggestion, in the order of the buttons."""
    return (
        (Said.PLAN, translate("Suggesting", "Plan it")),
        (Said.SOMEONE_ELSE, translate("Suggesting", "Someone else")),
        (Said.NOT_NOW, translate("Suggesting", "Not now")),
        (Said.NEVER, translate("Suggesting", "Never this person")),
    )


class SuggestionCard(PopUp):
    """Shows one suggestion.

    Signals:
        said: something was said to it; carries a `SuggestionSaid`.
    """

    said = Signal(SuggestionSaid)

    def __init__(self) -> None:
        super().__init__(translate("Suggesting", "Somebody to see"))
        self._key = ""
        self.when, self.why = Body(), Quiet()
        self.easy, self.along = Small(), Small()
        for part in (self.when, self.why, self.easy, self.along):
            self.card.add(part)
        grid = QGridLayout()
        grid.setSpacing(2 * theme.GRID_PX)
        self.buttons = {}
        for at, (said, text) in enumerate(answers()):
            button = secondary_button(text, partial(self._say, said))
            self.buttons[said] = button
            grid.addWidget(button, at // 2, at % 2)
        self.card.add(grid)

    def show_suggestion(self, suggestion: SuggestionNow) -> None:
        """Show a suggestion in the place of the one before."""
        self._key = suggestion.key
        self.card.retitle(wording.headline(suggestion))
        for part, text in (
            (self.when, wording.when(suggestion)),
            (self.why, suggestion.why),
            (self.easy, wording.easy_first(suggestion)),
            (self.along, wording.bring_along(suggestion)),
        ):
            part.setText(text)
            part.setVisible(bool(text))
        self.come()

    def _say(self, said: Said) -> None:
        self.hide()
        self.said.emit(SuggestionSaid(self._key, said))
