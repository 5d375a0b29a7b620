"""The card with the plans: what there is, and what can be done with each."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.parts import Card, EmptyState, clear, flat_button, secondary_button
from ui.sessions.plan_item import PlanItem
from unplug.engine.sessions.rows import PlanRow

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Turned:
    """A plan was switched on or off."""

    uid: str
    on: bool


class PlansCard(Card):
    """Lists plans; asks the page for everything else.

    Signals:
        new_requested: a plan is to be made.
        edit_requested: one is to be changed; carries its uid.
        removal_requested: one is to go; carries its uid.
        turned: one was switched; carries a `Turned`.
        import_requested: plans of a calendar file are wanted.
        export_requested: the plans are wanted as a calendar file.
    """

    new_requested = Signal()
    edit_requested = Signal(str)
    removal_requested = Signal(str)
    turned = Signal(Turned)
    import_requested = Signal()
    export_requested = Signal()

    def __init__(self) -> None:
        super().__init__(translate("Sessions", "Plans"))
        self.items: list[PlanItem] = []
        self.nothing = EmptyState(
            heading=translate("Sessions", "No plans yet"),
            text=translate(
                "Sessions",
                "A plan brings device-free time by itself: every Saturday morning, "
                "say, or ten minutes after each fifty at the screen.",
            ),
            action=secondary_button(
                translate("Sessions", "Make a plan"), self.new_requested.emit
            ),
        )
        bring = translate("Sessions", "Import…")
        self.bring_in = flat_button(bring, self.import_requested.emit)
        export = translate("Sessions", "Export…")
        self.export = flat_button(export, self.export_requested.emit)
        self.head.addWidget(self.bring_in)
        self.head.addWidget(self.export)
        self.add(self.nothing)
        self._lines = QVBoxLayout()
        self.add(self._lines)

    def show_plans(
        self, rows: tuple[PlanRow, ...], now: datetime, names: dict[str, str]
    ) -> None:
        """Show plans.

        Args:
            rows: the plans.
            now: the present, as the person's clock says it.
            names: what people are called, by uid.
        """
        clear(self._lines)
        self.items = [
            self._item(row, now, names.get(row.person or "", "")) for row in rows
        ]
        for item in self.items:
            self._lines.addWidget(item)
        self.nothing.setVisible(not rows)
        self.export.setVisible(bool(rows))

    def _item(self, row: PlanRow, now: datetime, whom: str) -> PlanItem:
        item, uid = PlanItem(row, now, whom), row.uid
        item.turned.connect(lambda on: self.turned.emit(Turned(uid, on)))
        item.edit_requested.connect(lambda: self.edit_requested.emit(uid))
        item.removal_requested.connect(lambda: self.removal_requested.emit(uid))
        return item
