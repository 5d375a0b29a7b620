"""The sessions page: now and next, the plans, how it went."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ui import theme
from ui.parts import (
    InlineNotice,
    UndoOffer,
    clear,
    secondary_button,
)
from ui.sessions import wording
from ui.sessions.calendar_view import CalendarView
from ui.sessions.editor import Editor
from ui.sessions.now_card import NowCard
from ui.sessions.past_card import PastCard
from ui.sessions.plans_card import PlansCard
from ui.sessions.ports import Nobody, People, Plans
from ui.window.page import Page
from ui.wishes import PlansChanged
from unplug.clock import Clock
from unplug.engine.sessions.plan_editing import Editing, new_plan
from unplug.engine.snapshot import Snapshot
from unplug.errors import UnplugError
from unplug.sessions.forms import AnyPlan
from unplug.sessions.plan import Plan

PAST_SHOWN = 20
translate = QCoreApplication.translate


class SessionsPage(Page):
    """Lists, and in their place an editor or a calendar while one is open.

    Args:
        plans: who keeps plans.
        clock: where the time comes from.
        people: who there is to spend time with.
    """

    def __init__(
        self, plans: Plans, clock: Clock, people: People | None = None
    ) -> None:
        super().__init__(translate("Sessions", "Device-free time"))
        self._plans, self._clock = plans, clock
        self._people = people or Nobody()
        self._shown: tuple[object, ...] = ()
        self._present: tuple[object, ...] = ()
        self._narrow = False
        self.editor: Editor | None = None
        self.calendar: CalendarView | None = None
        new = translate("Sessions", "New plan")
        self.new = secondary_button(new, self.make_plan)
        self.head.addWidget(self.new)
        self.trouble = InlineNotice(warning=True)
        self.now = NowCard()
        self.plans = PlansCard()
        self.past = PastCard()
        self.lists = QWidget()
        self._lay_out()
        self.trouble.say("")
        self._connect_parts()

    def refresh(self) -> None:
        """Show plans and past sessions, where they are others than before."""
        rows, past = self._plans.rows(), self._plans.past(PAST_SHOWN)
        shown = (rows, past, self._plans.today)
        if shown == self._shown:
            return
        self._shown = shown
        names = dict(self._people.names())
        now = self._clock.stamp().utc.astimezone(self._clock.zone())
        self.plans.show_plans(rows, now, names)
        self.past.show_past(past, self._plans.today, names)

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show the present; what a session came to is in the lists by then."""
        self.now.render_snapshot(snapshot)
        session = snapshot.session
        present = (session and (session.title, session.state), snapshot.coming)
        if present != self._present:
            self._present = present
            self.refresh()

    def look_at(self, about: str) -> None:
        """Open a new plan, or the plan of a uid."""
        if about == "new":
            self.make_plan()
        elif about:
            self.edit_plan(about)

    def fold(self, *, narrow: bool) -> None:
        """Put the editor's halves beside each other, or not."""
        self._narrow = narrow or self.width() < EDITOR_WIDE_PX
        if self.editor is not None:
            self.editor.fold(narrow=self._narrow)

    def make_plan(self) -> None:
        """Open the editor for a new plan."""
        self._open_editor(new_plan(self._plans.today))

    def edit_plan(self, uid: str) -> None:
        """Open the editor for a plan."""
        self._try(lambda: self._open_editor(self._plans.edit(uid)))

    def remove_plan(self, uid: str) -> None:
        """Remove a plan; for a moment that can be taken back."""

        def remove() -> None:
            plan = self._plans.drop(uid)
            self._changed()
            text = translate("Sessions", "{plan} was removed").format(plan=plan.name)
            self.did.emit(UndoOffer(text, lambda: self._put_back(plan)))

        self._try(remove)

    def turn_plan(self, uid: str, *, on: bool) -> None:
        """Let a plan come, or keep it for later."""
        self._try(lambda: self._plans.turn(uid, on=on))
        self._changed()

    def choose_calendar(self) -> None:
        """Ask for a calendar file, and look into it."""
        title = translate("Sessions", "Import plans from a calendar")
        kinds = translate("Sessions", "Calendars (*.ics);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if name:
            self.look_into(Path(name))

    def look_into(self, file: Path) -> None:
        """Show what a calendar file would bring."""

        def look() -> None:
            found = self._plans.look_into(file)
            view = CalendarView()
            view.render_look(file, found)
            view.taken.connect(self._take)
            view.cancelled.connect(self._close_aside)
            self.calendar = view
            self._open_aside(view, translate("Sessions", "Import a calendar"))

        self._try(look)

    def choose_export(self) -> None:
        """Ask where to write the plans."""
        title = translate("Sessions", "Export plans as a calendar")
        kinds = translate("Sessions", "Calendars (*.ics)")
        name, _ = QFileDialog.getSaveFileName(self, title, "plans.ics", kinds)
        if name:
            self.export(Path(name))

    def export(self, file: Path) -> None:
        """Write the plans to a file, and say what no calendar can hold."""

        def write() -> None:
            missing = self._plans.export(file)
            text = translate("Sessions", "Written to {file}").format(file=file.name)
            if missing:
                left = translate(
                    "Sessions", "{text}; without {plans}, which follow use"
                )
                text = left.format(text=text, plans=", ".join(missing))
            self.did.emit(UndoOffer(text))

        self._try(write)

    def _open_editor(self, editing: Editing) -> None:
        editor = Editor(self._plans, self._people)
        editor.kept.connect(self._kept)
        editor.cancelled.connect(self._close_aside)
        self.editor = editor
        title = translate("Sessions", "New plan")
        if editing.base is not None:
            title = translate("Sessions", "Edit plan")
        self._open_aside(editor, title)
        editor.fold(narrow=self._narrow)
        editor.begin(editing)

    def _open_aside(self, part: QWidget, title: str) -> None:
        self.trouble.say("")
        clear(self._aside)
        self._aside.addWidget(part)
        self.title.setText(title)
        self.lists.hide()
        self.new.hide()
        part.show()

    def _close_aside(self) -> None:
        clear(self._aside)
        self.editor = self.calendar = None
        self.title.setText(translate("Sessions", "Device-free time"))
        self.lists.show()
        self.new.show()
        self.new.setFocus()

    def _kept(self, _plan: object) -> None:
        self._close_aside()
        self._changed()

    def _take(self, plans: tuple[Plan, ...]) -> None:
        self._try(lambda: self._plans.take(plans))
        self._close_aside()
        self._changed()

    def _put_back(self, plan: AnyPlan) -> None:
        self._try(lambda: self._plans.keep(plan))
        self._changed()

    def _changed(self) -> None:
        self.refresh()
        self.wished.emit(PlansChanged())

    def _try(self, act: Callable[[], None]) -> None:
        """Do something, or say in one sentence why it cannot be."""
        try:
            self.trouble.say("")
            act()
        except UnplugError as error:
            self.trouble.say(wording.sentence(str(error)))

    def _connect_parts(self) -> None:
        self.now.wished.connect(self.wished)
        self.past.noted.connect(self.wished)
        plans = self.plans
        plans.new_requested.connect(self.make_plan)
        plans.edit_requested.connect(self.edit_plan)
        plans.removal_requested.connect(self.remove_plan)
        plans.turned.connect(lambda plan: self.turn_plan(plan.uid, on=plan.on))
        plans.import_requested.connect(self.choose_calendar)
        plans.export_requested.connect(self.choose_export)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5 * theme.GRID_PX)
        for card in (self.now, self.plans, self.past):
            column.addWidget(card)
        self._aside = QVBoxLayout()
        self.add(self.trouble)
        self.add(self._aside)
        self.add(self.lists)
        self.column.addStretch(1)


EDITOR_WIDE_PX = 190 * theme.GRID_PX
