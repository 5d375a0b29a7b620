"""The sessions page: now and next, the plans, how it went."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ui import theme
from ui.parts import (
    Card,
    EmptyState,
    InlineNotice,
    Quiet,
    UndoOffer,
    flat_button,
    secondary_button,
)
from ui.sessions import wording
from ui.sessions.calendar_view import CalendarView
from ui.sessions.editor import Editor
from ui.sessions.now_card import NowCard
from ui.sessions.past_item import PastItem
from ui.sessions.plan_item import PlanItem
from ui.sessions.ports import Nobody, People, Plans
from ui.window.page import Page
from ui.wishes import NoteWish, PlansChanged
from unplug.clock import Clock
from unplug.engine.sessions.plan_editing import Editing, new_plan
from unplug.engine.sessions.rows import PastRow, PlanRow
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
        self.lists = QWidget()
        self.items: list[PlanItem] = []
        self.past_items: list[PastItem] = []
        self._lay_out()
        self.trouble.say("")
        self.now.wished.connect(self.wished)

    def refresh(self) -> None:
        """Show plans and past sessions, where they are others than before."""
        rows, past = self._plans.rows(), self._plans.past(PAST_SHOWN)
        shown = (rows, past, self._plans.today)
        if shown == self._shown:
            return
        self._shown = shown
        names = dict(self._people.names())
        self._show_plans(rows, names)
        self._show_past(past, names)

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

    def _show_plans(self, rows: tuple[PlanRow, ...], names: dict[str, str]) -> None:
        _empty(self._plan_lines)
        now = self._clock.stamp().utc.astimezone(self._clock.zone())
        self.items = []
        for row in rows:
            item = PlanItem(row, now, names.get(row.person or "", ""))
            uid = row.uid
            item.turned.connect(lambda on, u=uid: self.turn_plan(u, on=on))
            item.edit_requested.connect(lambda u=uid: self.edit_plan(u))
            item.removal_requested.connect(lambda u=uid: self.remove_plan(u))
            self._plan_lines.addWidget(item)
            self.items.append(item)
        self.no_plans.setVisible(not rows)
        self.export_button.setVisible(bool(rows))

    def _show_past(self, past: tuple[PastRow, ...], names: dict[str, str]) -> None:
        _empty(self._past_lines)
        self.past_items = []
        for row in past:
            item = PastItem(row, self._plans.today, names.get(row.person or "", ""))
            item.felt.connect(
                lambda felt, r=row: self.wished.emit(NoteWish(r.id, felt, r.note))
            )
            self._past_lines.addWidget(item)
            self.past_items.append(item)
        self.no_past.setVisible(not past)

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
        self._remove_aside()
        self._aside.addWidget(part)
        self.title.setText(title)
        self.lists.hide()
        self.new.hide()
        part.show()

    def _close_aside(self) -> None:
        self._remove_aside()
        self.editor = self.calendar = None
        self.title.setText(translate("Sessions", "Device-free time"))
        self.lists.show()
        self.new.show()
        self.new.setFocus()

    def _remove_aside(self) -> None:
        while (item := self._aside.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()

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

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5 * theme.GRID_PX)
        for card in (self.now, self._plans_card(), self._past_card()):
            column.addWidget(card)
        self._aside = QVBoxLayout()
        self.add(self.trouble)
        self.add(self._aside)
        self.add(self.lists)
        self.column.addStretch(1)

    def _plans_card(self) -> Card:
        make = secondary_button(translate("Sessions", "Make a plan"), self.make_plan)
        self.no_plans = EmptyState(
            heading=translate("Sessions", "No plans yet"),
            text=translate(
                "Sessions",
                "A plan brings device-free time by itself: every Saturday morning, "
                "say, or ten minutes after each fifty at the screen.",
            ),
            action=make,
        )
        import_text = translate("Sessions", "Import…")
        self.import_button = flat_button(import_text, self.choose_calendar)
        export_text = translate("Sessions", "Export…")
        self.export_button = flat_button(export_text, self.choose_export)
        card = Card(translate("Sessions", "Plans"))
        card.head.addWidget(self.import_button)
        card.head.addWidget(self.export_button)
        card.add(self.no_plans)
        self._plan_lines = QVBoxLayout()
        card.add(self._plan_lines)
        return card

    def _past_card(self) -> Card:
        card = Card(translate("Sessions", "How it went"))
        text = translate("Sessions", "Sessions appear here when they are over.")
        self.no_past = Quiet(text)
        card.add(self.no_past)
        self._past_lines = QVBoxLayout()
        card.add(self._past_lines)
        return card


EDITOR_WIDE_PX = 190 * theme.GRID_PX


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        if (part := item.widget()) is not None:
            part.hide()
            part.deleteLater()
