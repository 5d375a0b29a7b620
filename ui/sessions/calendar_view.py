"""A calendar file before anything of it is taken: what comes, and what does not."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme, words
from ui.parts import Card, Quiet, Small, clear, primary_button, secondary_button
from ui.sessions import wording
from unplug.engine.sessions.plan_desk import CalendarLook, Offered
from unplug.sessions.plan import Plan

PROBLEMS_SHOWN = 20
translate = QCoreApplication.translate


class CalendarView(QWidget):
    """Lets the person choose which plans of a file to take.

    Signals:
        taken: these are wanted; carries a tuple of plans.
        cancelled: none is.
    """

    taken = Signal(tuple)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: list[tuple[QCheckBox, Plan]] = []
        self.offered = Card(translate("Sessions", "Would be taken"))
        self.problems = Card(translate("Sessions", "Would be left out"))
        self._offered_lines, self._problem_lines = QVBoxLayout(), QVBoxLayout()
        self.offered.add(self._offered_lines)
        self.problems.add(self._problem_lines)
        self.source = Quiet()
        self.take = primary_button("", self._take)
        cancel = translate("Sessions", "Cancel")
        self.cancel = secondary_button(cancel, self.cancelled.emit)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.cancel)
        last.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * theme.GRID_PX)
        for part in (self.source, self.offered, self.problems):
            column.addWidget(part)
        column.addLayout(last)
        column.addStretch(1)

    def render_look(self, file: Path, look: CalendarLook) -> None:
        """Show what a file brings."""
        text = translate("Sessions", "From {file}. Nothing is taken yet.")
        self.source.setText(text.format(file=words.one_line(file.name, 80)))
        clear(self._offered_lines)
        clear(self._problem_lines)
        self.boxes = []
        for each in look.offered:
            self._offer(each)
        if not look.offered:
            nothing = translate("Sessions", "No event in this file can be a plan.")
            self._offered_lines.addWidget(Quiet(nothing))
        for line, what in look.problems[:PROBLEMS_SHOWN]:
            text = translate("Sessions", "Line {line}: {what}")
            said = text.format(line=line, what=words.one_line(what, 300))
            self._problem_lines.addWidget(Small(said))
        more = len(look.problems) - PROBLEMS_SHOWN
        if more > 0:
            text = translate("Sessions", "… and {count} more.")
            self._problem_lines.addWidget(Small(text.format(count=more)))
        self.problems.setVisible(bool(look.problems))
        self._count()

    def _offer(self, offered: Offered) -> None:
        name = words.one_line(offered.plan.name, wording.NAME_LIMIT)
        box = QCheckBox(name.replace("&", "&&"))
        box.setChecked(True)
        box.toggled.connect(self._count)
        said = words.one_line(offered.says, 200)
        if offered.known:
            text = translate("Sessions", "{says} · changes the plan you have")
            said = text.format(says=said)
        box.setAccessibleDescription(said)
        self.boxes.append((box, offered.plan))
        self._offered_lines.addWidget(box)
        detail = Small(said)
        detail.setContentsMargins(6 * theme.GRID_PX, 0, 0, theme.GRID_PX)
        self._offered_lines.addWidget(detail)

    def _chosen(self) -> tuple[Plan, ...]:
        return tuple(plan for box, plan in self.boxes if box.isChecked())

    def _count(self, *_: object) -> None:
        count = len(self._chosen())
        text = (
            translate("Sessions", "Take 1 plan")
            if count == 1
            else translate("Sessions", "Take {count} plans").format(count=count)
        )
        self.take.say(text)
        self.take.setEnabled(count > 0)

    def _take(self) -> None:
        self.taken.emit(self._chosen())
