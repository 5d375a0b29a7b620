"""The plan editor: plain words first, and the next ten times beside them."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.parts import (
    Card,
    InlineNotice,
    Segmented,
    Small,
    primary_button,
    secondary_button,
)
from ui.sessions import wording
from ui.sessions.calendar_fields import CalendarFields
from ui.sessions.exceptions import Exceptions
from ui.sessions.manner_fields import AboutFields, StrictnessFields
from ui.sessions.ports import People, Plans
from ui.sessions.preview import Preview
from ui.sessions.rhythm_fields import EveningFields, IntervalFields
from unplug.engine.sessions import plan_editing as edit
from unplug.engine.sessions.plan_editing import KINDS, Editing
from unplug.engine.snapshot import Coming
from unplug.errors import UnplugError
from unplug.sessions.forms import (
    CALENDAR,
    INTERVAL,
    SCREEN_HOURS,
    WIND_DOWN,
    AnyPlan,
)

translate = QCoreApplication.translate


class Editor(QWidget):
    """Writes one plan; what is wrong with it stands beside the field.

    Args:
        plans: who keeps plans, and knows when they come.
        people: who there is.

    Signals:
        kept: the plan was kept; carries it.
        cancelled: nothing is to be changed.
    """

    kept = Signal(object)
    cancelled = Signal()

    def __init__(
        self, plans: Plans, people: People, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._plans = plans
        self._editing = Editing()
        self.kind = Segmented(
            translate("Sessions", "What sets it off"),
            [(each, wording.kind(each)) for each in KINDS],
        )
        self.kind_means = Small()
        self.about = AboutFields(people)
        self.calendar = CalendarFields(plans.zone_name, plans.today)
        self.interval = IntervalFields()
        self.evening = EveningFields(
            (
                translate("Sessions", "quiet from"),
                translate("Sessions", "until bed at"),
            )
        )
        self.night = EveningFields(
            (
                translate("Sessions", "last screens at"),
                translate("Sessions", "first ones at"),
            )
        )
        self.strictness = StrictnessFields()
        self.exceptions = Exceptions(plans.today, plans.country)
        self.preview = Preview()
        self.trouble = InlineNotice(warning=True)
        self.keep = primary_button(translate("Sessions", "Keep this plan"), self._keep)
        cancel = translate("Sessions", "Cancel")
        self.cancel = secondary_button(cancel, self.cancelled.emit)
        self._lay_out()
        self._connect_parts()

    @property
    def editing(self) -> Editing:
        """The plan as far as it is written."""
        return self._editing

    def begin(self, editing: Editing) -> None:
        """Write a new plan, or change one."""
        self._show(editing)
        self.trouble.say("")
        self.about.name_row.complain("")
        self.about.name.setFocus()

    def fold(self, *, narrow: bool) -> None:
        """Put the preview below the fields, or beside them."""
        way = QBoxLayout.Direction
        self._halves.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def _show(self, editing: Editing) -> None:
        self._editing = editing
        self.kind.choose(editing.kind)
        self.kind_means.setText(wording.kind_means(editing.kind))
        for name, fields in self._fields.items():
            fields.setVisible(name == editing.kind)
        self.exceptions.setVisible(editing.kind == CALENDAR)
        self._fields[editing.kind].render_editing(editing)
        for part in (self.about, self.strictness, self.exceptions):
            part.render_editing(editing)
        self._show_coming(editing)

    def _show_coming(self, editing: Editing) -> None:
        try:
            plan = editing.plan()
        except UnplugError as error:
            said = wording.sentence(editing.trouble or str(error))
            if editing.kind == CALENDAR:
                self.calendar.sentence.complain(said)
                said = ""  # it stands beside the words
            self.preview.render_coming((), said, can_leave_out=False)
            return
        dated = editing.kind == CALENDAR
        nothing = translate("Sessions", "It comes no more: all its dates are over.")
        if editing.kind == INTERVAL:
            nothing = translate("Sessions", "It comes by use, not by the clock.")
        coming = self._plans.coming(plan)
        self.preview.render_coming(coming, nothing, can_leave_out=dated)

    def _keep(self) -> None:
        """Keep the plan, or say what is wrong: by the name, or above the buttons."""
        try:
            plan: AnyPlan = self._editing.plan()
            wrong = self._wrong_name(plan)
            self.about.name_row.complain(wrong)
            if wrong:
                self.about.name.setFocus()
                return
            self._plans.keep(plan)
        except UnplugError as error:
            self.trouble.say(wording.sentence(str(error)))
            return
        self.kept.emit(plan)

    def _wrong_name(self, plan: AnyPlan) -> str:
        if not self._editing.name.strip():
            return translate("Sessions", "Say what it is called.")
        if self._plans.is_taken(plan):
            return translate("Sessions", "There is a plan of that name already.")
        return ""

    def _kind_chosen(self, kind: str) -> None:
        editing = replace(self._editing, kind=kind)
        if kind == SCREEN_HOURS and editing.starts < editing.ends:
            starts, ends = edit.NIGHT
            editing = replace(editing, starts=starts, ends=ends)
        elif kind == WIND_DOWN and editing.starts > editing.ends:
            starts, ends = edit.EVENING
            editing = replace(editing, starts=starts, ends=ends)
        self._edited(editing)

    def _edited(self, editing: Editing) -> None:
        self.trouble.say("")
        self._show(editing)

    def _left_out(self, coming: Coming) -> None:
        self._edited(edit.without(self._editing, [coming.start.date()]))

    def _connect_parts(self) -> None:
        self.kind.chosen.connect(self._kind_chosen)
        self.preview.left_out.connect(self._left_out)
        for part in (
            *self._fields.values(),
            self.about,
            self.strictness,
            self.exceptions,
        ):
            part.edited.connect(self._edited)

    def _lay_out(self) -> None:
        self._fields: dict[str, CalendarFields | IntervalFields | EveningFields] = {
            CALENDAR: self.calendar,
            INTERVAL: self.interval,
            WIND_DOWN: self.evening,
            SCREEN_HOURS: self.night,
        }
        column = QVBoxLayout()
        column.setSpacing(4 * theme.GRID_PX)
        for card in self._cards():
            column.addWidget(card)
        column.addStretch(1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(4 * theme.GRID_PX)
        self._halves.addLayout(column, 3)
        self._halves.addWidget(self.preview, 2, Qt.AlignmentFlag.AlignTop)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.cancel)
        last.addWidget(self.keep)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4 * theme.GRID_PX)
        whole.addLayout(self._halves)
        whole.addWidget(self.trouble)
        whole.addLayout(last)

    def _cards(self) -> tuple[Card, ...]:
        first, second, third = Card(), Card(), Card()
        first.add(self.about)
        for part in (self.kind, self.kind_means, *self._fields.values()):
            second.add(part)
        second.add(self.exceptions)
        third.add(self.strictness)
        return first, second, third
