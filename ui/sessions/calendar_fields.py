"""When a plan comes: one sentence, and simple controls that say the same."""

from datetime import date
from zoneinfo import available_timezones

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.parts import Body, FormRow, Segmented, Small, flat_button
from ui.sessions import wording
from ui.sessions.times_row import Times, TimesRow
from ui.sessions.weekday_row import WeekdayRow
from unplug.engine.sessions import plan_editing as edit
from unplug.engine.sessions.plan_editing import Editing

ONCE, OTHER = "once", "other"
MOST_WEEKS = 4
WEEKEND = frozenset({5, 6})
translate = QCoreApplication.translate


class CalendarFields(QWidget):
    """The sentence leads; whatever a control says, the sentence says it too.

    Args:
        here: the zone that the person is in.

    Signals:
        edited: something was changed; carries the `Editing` that comes of it.
    """

    edited = Signal(Editing)

    def __init__(self, here: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._editing = Editing()
        self.words = QLineEdit()
        self.words.setPlaceholderText(edit.EXAMPLE)
        hint = translate("Sessions", "In your own words, such as: {example}")
        self.sentence = FormRow(
            translate("Sessions", "When"),
            self.words,
            hint=hint.format(example=edit.EXAMPLE),
        )
        self.repeats = QComboBox()
        self.repeats.setAccessibleName(translate("Sessions", "How often it comes"))
        self.weekdays = WeekdayRow(translate("Sessions", "On which days"))
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setAccessibleName(translate("Sessions", "On which date"))
        self.times = TimesRow(
            (translate("Sessions", "from"), translate("Sessions", "until"))
        )
        self.only_words = Small(
            translate(
                "Sessions", "Your sentence says more than these buttons can show."
            )
        )
        self.zone = Segmented(
            translate("Sessions", "By which clock"),
            [
                (None, translate("Sessions", "Where I am")),
                ("fixed", translate("Sessions", "Always in one place")),
            ],
        )
        self.place = QComboBox()
        self.place.setAccessibleName(translate("Sessions", "The place's time zone"))
        self._here = here
        self.rule = QLineEdit()
        self.rule_row = FormRow(
            translate("Sessions", "Rule"),
            self.rule,
            hint=translate("Sessions", "An RRULE as calendars write it (RFC 5545)."),
        )
        self.advanced = flat_button(translate("Sessions", "Advanced"))
        self.advanced.setCheckable(True)
        self._lay_out()
        self._fill()
        self._connect_parts()

    def render_editing(self, editing: Editing) -> None:
        """Show a plan as far as it is written."""
        self._editing = editing
        if self.words.text() != editing.words:
            self.words.setText(editing.words)
        self.sentence.complain(wording.sentence(editing.trouble))
        self.place.setVisible(self.zone.value is not None)
        draft = editing.draft
        if draft is None:
            return
        start, end, days = edit.times_of(draft)
        self.times.show_times(Times(start, end, days))
        simple = edit.simple_weekdays(draft)
        self._show_repeats(simple)
        if simple is not None:
            self.weekdays.choose(simple)
        self.weekdays.setVisible(simple is not None)
        self.day.setVisible(draft.rule is None)
        self.day.blockSignals(True)  # noqa: FBT003  (Qt's)
        self.day.setDate(wording.qdate(draft.first.date()))
        self.day.blockSignals(False)  # noqa: FBT003  (Qt's)
        self.only_words.setVisible(draft.rule is not None and simple is None)
        self._show_zone(draft.zone)
        rule = "" if draft.rule is None else draft.rule.text
        if not self.rule.hasFocus() and self.rule.text() != rule:
            self.rule.setText(rule)

    def _show_repeats(self, simple: frozenset[int] | None) -> None:
        draft = self._editing.draft
        if draft is None or draft.rule is None:
            self._choose_repeats(ONCE)
        elif simple is None or draft.rule.interval > MOST_WEEKS:
            self._choose_repeats(OTHER)
        else:
            self._choose_repeats(draft.rule.interval)

    def _choose_repeats(self, value: object) -> None:
        at = self.repeats.findData(value)
        other = self.repeats.findData(OTHER)
        if value == OTHER and other < 0:
            self.repeats.addItem(translate("Sessions", "as I wrote it"), OTHER)
            at = self.repeats.count() - 1
        elif value != OTHER and other >= 0:
            self.repeats.removeItem(other)
        self.repeats.setCurrentIndex(at)

    def _show_zone(self, zone: str | None) -> None:
        if zone is not None:
            self._name_places()
            if self.place.findText(zone) < 0:
                self.place.addItem(zone)
            self.place.setCurrentText(zone)
        self.zone.choose(None if zone is None else "fixed")
        self.place.setVisible(zone is not None)

    def _fill(self) -> None:
        names = {1: translate("Sessions", "every week")}
        names[2] = translate("Sessions", "every other week")
        for weeks in range(1, MOST_WEEKS + 1):
            text = translate("Sessions", "every {weeks} weeks").format(weeks=weeks)
            self.repeats.addItem(names.get(weeks, text), weeks)
        self.repeats.addItem(translate("Sessions", "once"), ONCE)
        self.rule_row.hide()

    def _connect_parts(self) -> None:
        self.words.textEdited.connect(self._words_written)
        self.repeats.activated.connect(self._repeats_chosen)
        self.weekdays.changed.connect(self._weekdays_chosen)
        self.day.dateChanged.connect(self._day_chosen)
        self.times.changed.connect(self._times_chosen)
        self.zone.chosen.connect(self._zone_chosen)
        self.place.activated.connect(self._zone_chosen)
        self.rule.textEdited.connect(self._rule_written)
        self.advanced.toggled.connect(self.rule_row.setVisible)

    def _words_written(self, text: str) -> None:
        self.edited.emit(edit.written(self._editing, text, self._today))

    def _rule_written(self, text: str) -> None:
        self.edited.emit(edit.by_rule(self._editing, text, self._today))

    def _weekdays_chosen(self, days: frozenset[int]) -> None:
        weeks = self.repeats.currentData()
        weeks = weeks if isinstance(weeks, int) else 1
        self.edited.emit(edit.on_weekdays(self._editing, days, weeks, self._today))

    def _repeats_chosen(self, *_: object) -> None:
        match self.repeats.currentData():
            case "once":
                day = wording.pydate(self.day.date())
                self._say_once(day)
            case int():
                draft = self._editing.draft
                days = None if draft is None else edit.simple_weekdays(draft)
                if days is None:
                    days = (
                        WEEKEND if draft is None else frozenset({draft.first.weekday()})
                    )
                self._weekdays_chosen(days)

    def _day_chosen(self, *_: object) -> None:
        self._say_once(wording.pydate(self.day.date()))

    def _say_once(self, day: date) -> None:
        self.edited.emit(edit.once(self._editing, day, self._today))

    def _times_chosen(self, times: Times) -> None:
        made = edit.between(
            self._editing, times.start, times.end, times.days_later, self._today
        )
        self.edited.emit(made)

    def _name_places(self) -> None:
        """Name all zones, once somebody wants one; they are many."""
        if not self.place.count():
            self.place.addItems(sorted({self._here, *available_timezones()}))
            self.place.setCurrentText(self._here)

    def _zone_chosen(self, *_: object) -> None:
        fixed = self.zone.value is not None
        if fixed:
            self._name_places()
        zone = self.place.currentText() if fixed else None
        self.edited.emit(edit.in_zone(self._editing, zone, self._today))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * theme.GRID_PX)
        column.addWidget(self.sentence)
        first = QHBoxLayout()
        first.addWidget(self.repeats)
        first.addWidget(self.day)
        first.addStretch(1)
        column.addLayout(first)
        zone = QVBoxLayout()
        zone.setSpacing(theme.GRID_PX)
        zone.addWidget(Body(translate("Sessions", "By which clock")))
        zone.addWidget(self.zone)
        zone.addWidget(self.place)
        for part in (self.weekdays, self.only_words, self.times):
            column.addWidget(part)
        column.addLayout(zone)
        column.addWidget(self.advanced, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.rule_row)
