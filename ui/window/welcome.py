"""The first look at unplug: five short steps, each of which can be skipped."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.parts import (
    Body,
    Card,
    Heading,
    IconLabel,
    Quiet,
    flat_button,
    primary_button,
    secondary_button,
)
from ui.suggesting.settings_card import TwoQuestionsCard
from ui.window.page import Page, PageWish, Surroundings
from ui.wishes import LoginWish, WelcomedWish

translate = QCoreApplication.translate


class Step(QWidget):
    """One step: an icon, a heading, what there is to know, and what can be done.

    Args:
        icon: the name of the icon.
        heading: what it is about.
        lines: what there is to know, a paragraph each.
        parts: what can be done.
    """

    def __init__(
        self,
        icon: str,
        heading: str,
        lines: tuple[str, ...],
        parts: tuple[QWidget, ...] = (),
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * theme.GRID_PX)
        column.addWidget(IconLabel(icon, 12 * theme.GRID_PX, "accent"))
        self.heading = Heading(heading)
        column.addWidget(self.heading)
        for line in lines:
            column.addWidget(Body(line))
        for part in parts:
            if isinstance(part, Card):
                column.addWidget(part)
                continue
            row = QHBoxLayout()
            row.addWidget(part)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(1)


class WelcomePage(Page):
    """What is recorded, when suggestions are welcome, people, a first plan, done.

    Signals:
        finished: it was seen to its end, or skipped.
    """

    finished = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__(translate("Welcome", "Welcome to unplug"))
        self._autostart = around.autostart
        self._suggestions_of = getattr(around.app, "suggestions", None)
        self.questions: TwoQuestionsCard | None = None
        self.login_start = QCheckBox(translate("Welcome", "Start unplug at login"))
        self.login_start.clicked.connect(
            lambda on: self.wished.emit(LoginWish(on=bool(on)))
        )
        self.steps = (
            self._recorded(),
            self._suggestions(),
            self._people(),
            self._plan(),
            self._done(),
        )
        self.at = Quiet()
        self.back = secondary_button(translate("Welcome", "Back"), self.go_back)
        self.skip = flat_button(translate("Welcome", "Skip all"), self.finish)
        self.next = primary_button(translate("Welcome", "Next"), self.go_on)
        card = Card()
        for step in self.steps:  # only one is ever seen, and gives the card its height
            card.add(step)
        buttons = QHBoxLayout()
        for part in (self.at, self.skip, self.back, self.next):
            buttons.addWidget(part, 1 if part is self.at else 0)
        card.add(buttons)
        self.add(card)
        self.column.addStretch(1)
        self._show(0)

    def refresh(self) -> None:
        """Show how the switch is, and what was answered."""
        self.login_start.setChecked(self._autostart.is_on())
        if self.questions is not None:
            self.questions.refresh()

    def go_on(self) -> None:
        """The next step; after the last, it is over."""
        if self._at == len(self.steps) - 1:
            self.finish()
        else:
            self._show(self._at + 1)

    def go_back(self) -> None:
        """The step before."""
        self._show(max(self._at - 1, 0))

    def finish(self) -> None:
        """It is over, and will not come again by itself."""
        self.wished.emit(WelcomedWish())
        self.finished.emit()
        self.page_requested.emit(PageWish("today"))

    def _show(self, at: int) -> None:
        self._at = at
        for number, step in enumerate(self.steps):
            step.setVisible(number == at)
        last = len(self.steps) - 1
        text = translate("Welcome", "Step {n} of {of}: {heading}")
        heading = self.steps[at].heading.text()
        self.at.setText(text.format(n=at + 1, of=last + 1, heading=heading))
        self.back.setVisible(at > 0)
        self.skip.setVisible(at < last)
        done, onward = translate("Welcome", "Begin"), translate("Welcome", "Next")
        self.next.say(done if at == last else onward)

    def _leads(self, text: str, wish: PageWish) -> QWidget:
        go: Callable[[], None] = lambda: self.page_requested.emit(wish)  # noqa: E731
        return secondary_button(text, go)

    def _recorded(self) -> Step:
        return Step(
            "today",
            translate("Welcome", "What is recorded"),
            (
                translate(
                    "Welcome",
                    "Which app has the focus, and whether you are active, watching or "
                    "away. Never what you type; the titles of windows only if you "
                    "switch them on.",
                ),
                translate(
                    "Welcome",
                    "All of it stays in a folder of yours. There is no account and "
                    "nothing is sent anywhere.",
                ),
            ),
            (self.login_start,),
        )

    def _suggestions(self) -> Step:
        return Step(
            "heart",
            translate("Welcome", "When suggestions are welcome"),
            (
                translate(
                    "Welcome",
                    "When the screen takes over, unplug may suggest somebody to meet: "
                    "once a day at most, only when it does not disturb, and never "
                    "again once you say so.",
                ),
                translate(
                    "Welcome",
                    "It never writes for you. The words are yours.",
                ),
            ),
            self._questions(),
        )

    def _questions(self) -> tuple[QWidget, ...]:
        """The two questions, where somebody asks them."""
        if self._suggestions_of is None:
            return ()
        self.questions = TwoQuestionsCard(self._suggestions_of)
        self.questions.setProperty("card", False)  # noqa: FBT003  (Qt's; it is on one)
        self.questions.body.setContentsMargins(0, 0, 0, 0)
        self.questions.retitle("")
        return (self.questions,)

    def _people(self) -> Step:
        return Step(
            "people",
            translate("Welcome", "The people you want to see"),
            (
                translate(
                    "Welcome",
                    "Bring them in from a file of your address book, or add a few by "
                    "hand. They stay here.",
                ),
            ),
            (
                self._leads(
                    translate("Welcome", "Import people…"), PageWish("people", "import")
                ),
            ),
        )

    def _plan(self) -> Step:
        return Step(
            "sessions",
            translate("Welcome", "A first time without devices"),
            (
                translate(
                    "Welcome",
                    "An evening a week, the first hour of the day, lunch: unplug "
                    "reminds you and covers the screen. It cannot lock this computer; "
                    "it keeps a promise visible.",
                ),
            ),
            (
                self._leads(
                    translate("Welcome", "Make a plan…"), PageWish("sessions", "new")
                ),
            ),
        )

    def _done(self) -> Step:
        return Step(
            "check",
            translate("Welcome", "That is all"),
            (
                translate(
                    "Welcome",
                    "unplug sits in the panel as a ring: full means as much as you "
                    "usually have by now. Click it whenever you like. The best sign "
                    "that it works is that you look at it less.",
                ),
            ),
        )
