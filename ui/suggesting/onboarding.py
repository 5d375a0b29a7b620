"""The two questions, for the welcome and for the settings."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.parts import FormRow, Heading, Quiet
from ui.suggesting.hours_field import HoursField
from unplug.engine.suggestions.onboarding import TwoQuestions

translate = QCoreApplication.translate


class TwoQuestionsForm(QWidget):
    """When are suggestions welcome? When is each close friend usually free?

    Signals:
        answered: an answer was changed and can be read; carries `TwoQuestions`.
    """

    answered = Signal(TwoQuestions)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = TwoQuestions()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * theme.GRID_PX)
        first = translate("Suggesting", "When are suggestions welcome?")
        self.welcome = HoursField(first)
        hint = translate(
            "Suggesting",
            "At most one a day, never in quiet hours or in the middle of something."
            " Empty: at any other time.",
        )
        column.addWidget(Heading(first))
        column.addWidget(
            FormRow(translate("Suggesting", "Hours"), self.welcome, hint=hint)
        )
        mine = translate("Suggesting", "When are you usually free?")
        self.mine = HoursField(mine)
        hint = translate(
            "Suggesting", "If you like. It spares you times that never suit you."
        )
        column.addWidget(FormRow(mine, self.mine, hint=hint))
        second = translate("Suggesting", "When is each close friend usually free?")
        self.heading = Heading(second)
        column.addWidget(self.heading)
        self.nobody = Quiet(
            translate(
                "Suggesting",
                "Once there are people in your close circle, their names stand here.",
            )
        )
        column.addWidget(self.nobody)
        self.friends: dict[str, HoursField] = {}
        self._rows: list[FormRow] = []
        self._column = column
        for field in (self.welcome, self.mine):
            field.finished.connect(self._tell)

    def show_questions(self, asked: TwoQuestions) -> None:
        """Show the questions with what was answered so far; nothing is emitted."""
        self._told = asked
        self.welcome.show_texts(asked.welcome)
        self.mine.show_texts(asked.mine)
        self.nobody.setVisible(not asked.friends)
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows, self.friends = [], {}
        for friend in asked.friends:
            field = HoursField(friend.name)
            field.show_texts(friend.free)
            field.finished.connect(self._tell)
            row = FormRow(friend.name, field)
            self._column.addWidget(row)
            self.friends[friend.uid] = field
            self._rows.append(row)

    @property
    def told(self) -> TwoQuestions | None:
        """The answers; None while one cannot be read."""
        fields = (self.welcome, self.mine, *self.friends.values())
        readable = [field.check() for field in fields]  # each says what is wrong
        if not all(readable):
            return None
        return TwoQuestions(
            welcome=self.welcome.texts,
            mine=self.mine.texts,
            friends=tuple(
                replace(friend, free=self.friends[friend.uid].texts)
                for friend in self._told.friends
            ),
        )

    def _tell(self) -> None:
        told = self.told
        if told is not None and told != self._told:
            self._told = told
            self.answered.emit(told)
