"""A plan before it is made, and what can be done with it once it is."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QDateTime, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDateTimeEdit,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.parts import Body, FormRow, NumberField, Quiet, secondary_button
from ui.suggesting import wording
from ui.suggesting.popup import PopUp
from ui.suggesting.reaching import addresses
from ui.suggesting.wishes import PlanWish
from unplug.engine.suggestions.suggested import PlanMade, SuggestionNow

SHORTEST_MIN, LONGEST_MIN, STEP_MIN = 15, 12 * 60, 15
translate = QCoreApplication.translate


class PlanCard(PopUp):
    """Lets the time be changed, then offers the calendar file and ways to say so.

    Signals:
        planned: the plan is to be made; carries a `PlanWish`.
        save_requested: its calendar file is to be written; carries a `PlanMade`.
        address_requested: mail, telephone or map is to be opened; carries an address.
    """

    planned = Signal(PlanWish)
    save_requested = Signal(PlanMade)
    address_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__(translate("Suggesting", "Plan it"))
        self._suggestion: SuggestionNow | None = None
        self._made: PlanMade | None = None
        self.why = Quiet()
        self.card.add(self.why)
        self.before, self.after = self._build_before(), self._build_after()
        self.card.add(self.before)
        self.card.add(self.after)

    def show_suggestion(self, suggestion: SuggestionNow) -> None:
        """Show the plan that would be made of a suggestion."""
        self._suggestion, self._made = suggestion, None
        self.card.retitle(wording.headline(suggestion))
        self.why.setText(wording.bring_along(suggestion))
        self.why.setVisible(bool(self.why.text()))
        self.start.setDateTime(_local(suggestion.start))
        length = suggestion.end - suggestion.start
        self.length.setValue(int(length.total_seconds() // 60))
        self.free.setChecked(not suggestion.by_phone)
        self.free.setVisible(not suggestion.by_phone)
        self.before.show()
        self.after.hide()
        self.come()
        self.activateWindow()

    def show_plan(self, made: PlanMade) -> None:
        """The plan is made: offer what can be done with it."""
        self._made = made
        self.card.retitle(made.title)
        when = f"{made.start:%H:%M} – {made.end:%H:%M}"
        day = _local(made.start).date()
        self.done.setText(f"{self.locale().toString(day)}, {when}")
        ways = addresses(made.reach)
        for kind, button in self.ways.items():
            button.setVisible(kind in ways)
        self.before.hide()
        self.after.show()
        self.come()

    def _build_before(self) -> QWidget:
        before = QWidget()
        column = QVBoxLayout(before)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * theme.GRID_PX)
        self.start = QDateTimeEdit()
        self.start.setCalendarPopup(True)
        self.length = NumberField()
        self.length.setRange(SHORTEST_MIN, LONGEST_MIN)
        self.length.setSingleStep(STEP_MIN)
        self.length.setSuffix(translate("Suggesting", " min"))
        self.free = QCheckBox(translate("Suggesting", "Be device-free meanwhile"))
        column.addWidget(FormRow(translate("Suggesting", "When"), self.start))
        column.addWidget(FormRow(translate("Suggesting", "How long"), self.length))
        column.addWidget(self.free)
        row = QGridLayout()
        row.setSpacing(2 * theme.GRID_PX)
        self.plan = secondary_button(translate("Suggesting", "Plan it"), self._plan)
        self.leave = secondary_button(translate("Suggesting", "Back"), self._leave)
        row.addWidget(self.plan, 0, 0)
        row.addWidget(self.leave, 0, 1)
        column.addLayout(row)
        return before

    def _build_after(self) -> QWidget:
        after = QWidget()
        column = QVBoxLayout(after)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * theme.GRID_PX)
        self.done = Body()
        column.addWidget(self.done)
        column.addWidget(
            Quiet(translate("Suggesting", "The words are yours: nothing is written."))
        )
        grid = QGridLayout()
        grid.setSpacing(2 * theme.GRID_PX)
        save = translate("Suggesting", "Save for a calendar …")
        self.save = secondary_button(save, self._save)
        grid.addWidget(self.save, 0, 0, 1, 2)
        self.ways = {}
        for at, (kind, text) in enumerate(
            (
                ("mail", translate("Suggesting", "Write a mail")),
                ("phone", translate("Suggesting", "Call")),
                ("map", translate("Suggesting", "Map")),
            )
        ):
            self.ways[kind] = secondary_button(text, partial(self._open, kind))
            grid.addWidget(self.ways[kind], 1 + at // 2, at % 2)
        self.close_it = secondary_button(translate("Suggesting", "Done"), self.hide)
        grid.addWidget(self.close_it, 3, 0, 1, 2)
        column.addLayout(grid)
        return after

    def _plan(self) -> None:
        if self._suggestion is None:
            return
        begins = self.start.dateTime().toUTC().toSecsSinceEpoch()
        zone = self._suggestion.start.tzinfo
        start = datetime.fromtimestamp(begins, zone)
        end = datetime.fromtimestamp(begins + self.length.value() * 60, zone)
        free = self.free.isChecked() and not self.free.isHidden()
        self.planned.emit(PlanWish(self._suggestion.key, start, end, free))

    def _leave(self) -> None:
        self.hide()
        self.put_away.emit()

    def _save(self) -> None:
        if self._made is not None:
            self.save_requested.emit(self._made)

    def _open(self, kind: str) -> None:
        if self._made is not None:
            self.address_requested.emit(addresses(self._made.reach)[kind])


def _local(at: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
