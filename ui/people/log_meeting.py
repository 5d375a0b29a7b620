"""Log a meeting or call in a few seconds, by keyboard alone if one likes."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLineEdit, QWidget

from ui import theme
from ui.parts import FormRow, Segmented, primary_button, secondary_button
from ui.people import wording
from ui.people.dialogs import Sheet
from ui.people.ports import Book
from ui.people.who_field import Somebody, WhoField
from unplug.people.checkins import FELT, CheckIn, CheckInKind

_LIKELY = 6
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class LogWish:
    """A meeting or call is to be logged."""

    check_in: CheckIn
    names: tuple[str, ...]


class LogMeeting(Sheet):
    """Who, when, how, and how it felt; only who has to be said.

    Args:
        book: the people there are.

    Signals:
        wished: carries a `LogWish`.
    """

    wished = Signal(LogWish)

    def __init__(self, book: Book, parent: QWidget | None = None) -> None:
        super().__init__(translate("People", "Log a meeting"), parent)
        self._book = book
        self.who = WhoField(self._find)
        self.on = QDateEdit(_qdate(book.today))
        self.on.setCalendarPopup(True)
        self.on.setMaximumDate(_qdate(book.today))
        self.kind = Segmented(
            translate("People", "How you met"),
            [(each, wording.kind(each)) for each in CheckInKind],
        )
        self.felt = Segmented(
            translate("People", "How it felt"),
            [(None, "–"), *((value, str(value)) for value in FELT)],
        )
        self.topics, self.note = QLineEdit(), QLineEdit()
        self.save = primary_button(translate("People", "Log it"), self._save)
        self._lay_out()
        self.who.changed.connect(self._who_changed)
        self.who.finished.connect(self._save)
        for field in (self.topics, self.note):
            field.returnPressed.connect(self._save)
        self.on_ctrl_enter(self._save)
        self._who_changed()
        self.who.setFocus()
        self.fit(120 * theme.GRID_PX, 185 * theme.GRID_PX)

    def about(self, uid: str) -> None:
        """Begin with somebody."""
        self.who.take(Somebody(uid, self._book.person(uid).name))

    def _lay_out(self) -> None:
        add = self.column.addWidget
        add(
            FormRow(
                translate("People", "Who"),
                self.who,
                hint=translate(
                    "People", "Enter takes a name; once more, and it is done."
                ),
            )
        )
        when = QWidget()
        row = QHBoxLayout(when)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.on)
        for text, ago in (
            (translate("People", "Today"), 0),
            (translate("People", "Yesterday"), 1),
        ):
            day = _qdate(self._book.today).addDays(-ago)
            row.addWidget(secondary_button(text, lambda d=day: self.on.setDate(d)))  # type: ignore[misc]
        row.addStretch(1)
        when.setFocusProxy(self.on)
        add(FormRow(translate("People", "When"), when))
        add(FormRow(translate("People", "How"), self.kind))
        add(
            FormRow(
                translate("People", "How it felt"),
                self.felt,
                hint=translate("People", "1 hard to 5 very good; say it or not."),
            )
        )
        add(FormRow(translate("People", "What you talked about"), self.topics))
        add(FormRow(translate("People", "Anything to remember"), self.note))
        self.column.addStretch(1)
        self.end_with(self.save)

    def _find(self, text: str) -> list[Somebody]:
        if not text:
            people = self._book.time_to_meet()[:_LIKELY]
            return [Somebody(each.uid, each.name) for each in people]
        uids = self._book.find(text, 2 * _LIKELY)
        some = self._book.some(uids)
        return [Somebody(uid, some[uid].name) for uid in uids if uid in some]

    def _who_changed(self) -> None:
        self.save.setEnabled(bool(self.who.people))

    def _save(self) -> None:
        people = self.who.people
        if not people:
            self.who.setFocus()
            return
        kind, felt = self.kind.value, self.felt.value
        on = self.on.date()
        check_in = CheckIn(
            kind=kind if isinstance(kind, CheckInKind) else CheckInKind.IN_PERSON,
            people=frozenset(each.uid for each in people),
            on=date(on.year(), on.month(), on.day()),
            felt=felt if isinstance(felt, int) else None,
            topics=tuple(t.strip() for t in self.topics.text().split(",") if t.strip()),
            note=self.note.text().strip(),
        )
        self.wished.emit(LogWish(check_in, tuple(each.name for each in people)))
        self.accept()


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
