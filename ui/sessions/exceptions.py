"""When a plan does not come: single dates, and pauses from one date until another."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QVBoxLayout, QWidget

from ui import theme
from ui.parts import Body, Button, FlowLayout, FormRow, clear, secondary_button
from ui.sessions import wording
from unplug.engine.sessions import plan_editing as edit
from unplug.engine.sessions.plan_editing import Editing
from unplug.errors import UnplugError

translate = QCoreApplication.translate


class Exceptions(QWidget):
    """Dates that are left out, and stretches in which a plan rests.

    Args:
        today: the local date.
        country: whose public holidays a plan may rest on; None: nobody knows.

    Signals:
        edited: something was changed; carries the `Editing` that comes of it.
    """

    edited = Signal(Editing)

    def __init__(
        self, today: date, country: str | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editing = Editing()
        self._country = country
        self.holidays = QCheckBox()
        self.holidays.clicked.connect(self._holidays_chosen)
        self.first, self.last = QDateEdit(), QDateEdit()
        names = (translate("Sessions", "Pause from"), translate("Sessions", "until"))
        fields = QWidget()
        row = FlowLayout(fields)
        for name, field, ahead in zip(
            names, (self.first, self.last), (0, 7), strict=True
        ):
            field.setCalendarPopup(True)
            field.setAccessibleName(name)
            field.setDate(wording.qdate(today + timedelta(days=ahead)))
            row.addWidget(Body(name, wrapped=False))
            row.addWidget(field)
        self.add_pause = secondary_button(
            translate("Sessions", "Add pause"), self._pause
        )
        row.addWidget(self.add_pause)
        self.pause_row = FormRow(
            translate("Sessions", "Pauses"),
            fields,
            hint=translate("Sessions", "Both days are included."),
        )
        self.chips = QWidget()
        self._chips = FlowLayout(self.chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * theme.GRID_PX)
        column.addWidget(self.holidays)
        column.addWidget(self.pause_row)
        column.addWidget(self.chips)

    def buttons(self) -> list[Button]:
        """What takes an exception back, in their order."""
        found = (self._chips.itemAt(at) for at in range(self._chips.count()))
        parts = [item.widget() for item in found if item is not None]
        return [part for part in parts if isinstance(part, Button)]

    def render_editing(self, editing: Editing) -> None:
        """Show a plan as far as it is written."""
        self._editing = editing
        self._show_holidays(editing.holidays_of)
        clear(self._chips)
        for pause in editing.pauses:
            text = translate("Sessions", "rests {first} – {last}")
            first, last = map(wording.day_name, (pause.first, pause.last))
            self._add_chip(
                text.format(first=first, last=last),
                partial(edit.without_pause, pause=pause),
            )
        for when in sorted(editing.left_out, key=_moment):
            text = translate("Sessions", "not on {day}")
            day = when.date() if isinstance(when, datetime) else when
            self._add_chip(
                text.format(day=wording.day_name(day)),
                partial(edit.with_again, when=when),
            )
        self.chips.setVisible(self._chips.count() > 0)

    def _show_holidays(self, rests_on: str | None) -> None:
        """Offer the country of the plan, or else the person's own."""
        country = rests_on or self._country
        text = translate("Sessions", "Not on public holidays ({country})")
        self.holidays.setText(text.format(country=country))
        self.holidays.setChecked(rests_on is not None)
        self.holidays.setVisible(country is not None)

    def _holidays_chosen(self, on: object) -> None:
        country = (self._editing.holidays_of or self._country) if on else None
        self.edited.emit(replace(self._editing, holidays_of=country))

    def _add_chip(self, text: str, undone: Callable[[Editing], Editing]) -> None:
        name = translate("Sessions", "Take back: {what}").format(what=text)
        chip = Button(
            f"{text}  ×",  # noqa: RUF001  (the sign that closes)
            on_click=lambda: self.edited.emit(undone(self._editing)),
            name=name,
        )
        self._chips.addWidget(chip)
        chip.show()

    def _pause(self) -> None:
        first, last = (
            wording.pydate(field.date()) for field in (self.first, self.last)
        )
        try:
            made = edit.resting(self._editing, first, last)
        except UnplugError as error:
            self.pause_row.complain(wording.sentence(str(error)))
            return
        self.pause_row.complain("")
        self.edited.emit(made)


def _moment(when: date | datetime) -> str:
    return when.isoformat()
