"""When a plan comes that follows use, or the edges of the day."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ui import theme
from ui.parts import Body, FlowLayout, NumberField, Small
from ui.sessions.times_row import Times, TimesRow
from ui.sessions.weekday_row import WeekdayRow
from unplug.engine.sessions.plan_editing import Editing

USUAL_EVERY = 4
translate = QCoreApplication.translate


class IntervalFields(QWidget):
    """After so much use, so much off; every so often longer.

    Signals:
        edited: something was changed; carries the `Editing` that comes of it.
    """

    edited = Signal(Editing)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editing = Editing()
        self._showing = False
        minutes = translate("Sessions", " min")
        self.use = _number(1, 720, minutes, translate("Sessions", "Time of use"))
        self.off = _number(1, 240, minutes, translate("Sessions", "Time off"))
        self.longer = QCheckBox(translate("Sessions", "A longer one"))
        self.every = _number(2, 100, "", translate("Sessions", "Every how many breaks"))
        self.long_off = _number(
            1, 240, minutes, translate("Sessions", "Time off of a long break")
        )
        self._lay_out()
        for number in (self.use, self.off, self.every, self.long_off):
            number.valueChanged.connect(self._changed)
        self.longer.toggled.connect(self._changed)

    def render_editing(self, editing: Editing) -> None:
        """Show a plan as far as it is written."""
        self._editing = editing
        self._showing = True
        self.use.setValue(editing.use_min)
        self.off.setValue(editing.off_min)
        self.longer.setChecked(editing.long_every is not None)
        self.every.setValue(editing.long_every or USUAL_EVERY)
        self.long_off.setValue(editing.long_off_min)
        for part in (self.every, self.long_off):
            part.setEnabled(editing.long_every is not None)
        self._showing = False

    def _changed(self, *_: object) -> None:
        if self._showing:
            return
        every = self.every.value() if self.longer.isChecked() else None
        made = replace(
            self._editing,
            use_min=self.use.value(),
            off_min=self.off.value(),
            long_every=every,
            long_off_min=self.long_off.value(),
        )
        self.edited.emit(made)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * theme.GRID_PX)
        for parts in (
            (
                *(translate("Sessions", "After"), self.use),
                *(translate("Sessions", "of use,"), self.off),
                translate("Sessions", "off."),
            ),
            (
                *(self.longer, translate("Sessions", "every"), self.every),
                *(translate("Sessions", "breaks,"), self.long_off),
                translate("Sessions", "off."),
            ),
        ):
            column.addWidget(_row(*parts))
        column.addWidget(
            Small(
                translate(
                    "Sessions",
                    "Only time at the screen counts. A break of your own that is "
                    "long enough counts as taken.",
                )
            )
        )


class EveningFields(QWidget):
    """On which evenings, and from when until when.

    Args:
        names: what the two times are called.

    Signals:
        edited: something was changed; carries the `Editing` that comes of it.
    """

    edited = Signal(Editing)

    def __init__(self, names: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editing = Editing()
        self.times = TimesRow(names, later=False)
        self.weekdays = WeekdayRow(translate("Sessions", "On which evenings"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * theme.GRID_PX)
        column.addWidget(self.times)
        column.addWidget(self.weekdays)
        self.times.changed.connect(self._times_chosen)
        self.weekdays.changed.connect(self._weekdays_chosen)

    def render_editing(self, editing: Editing) -> None:
        """Show a plan as far as it is written."""
        self._editing = editing
        self.times.show_times(Times(editing.starts, editing.ends))
        self.weekdays.choose(editing.weekdays)

    def _times_chosen(self, times: Times) -> None:
        made = replace(self._editing, starts=times.start, ends=times.end)
        self.edited.emit(made)

    def _weekdays_chosen(self, days: frozenset[int]) -> None:
        self.edited.emit(replace(self._editing, weekdays=days))


def _row(*parts: QWidget | str) -> QWidget:
    holder = QWidget()
    row = FlowLayout(holder)
    for part in parts:
        row.addWidget(Body(part, wrapped=False) if isinstance(part, str) else part)
    return holder


def _number(least: int, most: int, unit: str, name: str) -> NumberField:
    field = NumberField()
    field.setRange(least, most)
    field.setSuffix(unit)
    field.setAccessibleName(name)
    return field
