"""How would you like suggestions? Put once, after three went unanswered."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout

from ui import theme
from ui.parts import Quiet, secondary_button
from ui.suggesting.popup import PopUp
from ui.suggesting.wishes import HowWish
from unplug.engine.suggestions.suggested import How

translate = QCoreApplication.translate


def hows() -> tuple[tuple[How | None, str], ...]:
    """The answers, in the order of the buttons."""
    return (
        (How.FEWER, translate("Suggesting", "Fewer")),
        (How.OTHER_TIMES, translate("Suggesting", "Other times")),
        (How.PAUSE, translate("Suggesting", "Pause for four weeks")),
        (How.STOP, translate("Suggesting", "Stop")),
        (None, translate("Suggesting", "Leave it as it is")),
    )


class HowCard(PopUp):
    """Asks it.

    Signals:
        chosen: an answer; carries a `HowWish`.
    """

    chosen = Signal(HowWish)

    def __init__(self) -> None:
        super().__init__(translate("Suggesting", "How would you like suggestions?"))
        self.card.add(
            Quiet(
                translate(
                    "Suggesting",
                    "Three went unanswered. What you say holds until you say otherwise;"
                    " you are not asked again.",
                )
            )
        )
        grid = QGridLayout()
        grid.setSpacing(2 * theme.GRID_PX)
        self.buttons = {}
        for at, (how, text) in enumerate(hows()):
            button = secondary_button(text, partial(self._choose, how))
            self.buttons[how] = button
            grid.addWidget(button, at // 2, at % 2, 1, 1 if how else 2)
        self.card.add(grid)
        self.put_away.connect(lambda: self.chosen.emit(HowWish(None)))

    def _choose(self, how: How | None) -> None:
        self.hide()
        self.chosen.emit(HowWish(how))
