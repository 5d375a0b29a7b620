"""A window that could be: when, by the place's clock and by one's own."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, Qt, QTime
from PySide6.QtWidgets import QComboBox, QCompleter, QDateTimeEdit, QLineEdit

from ui.parts import Body, FormRow
from ui.trips import wording
from ui.trips.asking import Asking
from ui.trips.sheet import Sheet
from unplug.clock import Clock, to_ms

translate = QCoreApplication.translate
FRIDAY, START_HOUR, END_HOUR = 4, 18, 12
USUAL = timedelta(days=2)


class ProposeSheet(Sheet):
    """When could it be? Several proposals can stand side by side."""

    def __init__(self, asking: Asking, clock: Clock) -> None:
        super().__init__(
            asking,
            translate("Trips", "Propose a time"),
            translate(
                "Trips",
                "Propose as many times as you like; everybody votes on each. Times are"
                " those of the place.",
            ),
            translate("Trips", "Propose"),
        )
        self._clock = clock
        self.start, self.end = _moment_field(), _moment_field()
        self.zone = _zone_field(clock.zone().key)
        self.place = QLineEdit()
        self.place.setPlaceholderText(translate("Trips", "The hut by the lake"))
        self.card.add(FormRow(translate("Trips", "From"), self.start))
        self.card.add(FormRow(translate("Trips", "Until"), self.end))
        self.card.add(FormRow(translate("Trips", "Whose clock"), self.zone))
        self.card.add(FormRow(translate("Trips", "Where (if you like)"), self.place))
        self.told = Body()
        self.card.add(self.told)
        self.close_column()
        for changed in (self.start.dateTimeChanged, self.end.dateTimeChanged):
            changed.connect(lambda *_: self._tell())
        self.zone.currentTextChanged.connect(lambda *_: self._tell())
        self._suggest()

    def begin(self) -> None:
        """Ask for the start first."""
        self.start.setFocus()
        self._tell()

    def chosen(self) -> tuple[datetime, datetime] | None:
        """The window as instants; None where it makes no sense yet."""
        try:
            zone = ZoneInfo(self.zone.currentText().strip())
        except (KeyError, ValueError, OSError):
            return None
        start, end = (_at(field, zone) for field in (self.start, self.end))
        return (start, end) if to_ms(end) > to_ms(start) else None

    def act(self) -> None:
        """Propose it."""
        found = self.chosen()
        if found is None:
            return
        done = self.asking.do(
            "propose",
            start_ms=to_ms(found[0]),
            end_ms=to_ms(found[1]),
            zone=self.zone.currentText().strip(),
            place=self.place.text().strip(),
        )
        if done is not None:
            self.left.emit(True)  # noqa: FBT003  (Qt's)

    def _suggest(self) -> None:
        """The weekend after this one, which leaves time to answer."""
        now = self._clock.stamp().utc.astimezone(self._clock.zone())
        days = (FRIDAY - now.weekday()) % 7 + 7
        friday = (now + timedelta(days=days)).date()
        for field, day, hour in (
            (self.start, friday, START_HOUR),
            (self.end, friday + USUAL, END_HOUR),
        ):
            date = QDate(day.year, day.month, day.day)
            field.setDateTime(QDateTime(date, QTime(hour, 0)))

    def _tell(self) -> None:
        """Say what that is for the person who looks."""
        found = self.chosen()
        self.action.setEnabled(found is not None)
        if found is None:
            self.told.setText(
                translate("Trips", "Give an end after the start, and a known zone.")
            )
            return
        start, end = found
        text = translate("Trips", "{length} offline.").format(
            length=wording.length(start, end)
        )
        shown = {"start": start.isoformat(), "end": end.isoformat()}
        mine = wording.here(shown, self._clock.zone())
        self.told.setText(f"{text} {mine}".strip())


def _moment_field() -> QDateTimeEdit:
    field = QDateTimeEdit()
    field.setCalendarPopup(True)
    field.setDisplayFormat("ddd d MMM yyyy  HH:mm")
    return field


def _zone_field(own: str) -> QComboBox:
    field = QComboBox()
    field.setEditable(True)
    names = sorted(name for name in available_timezones() if "/" in name)
    field.addItems(list(dict.fromkeys((own, *names))))
    completer = QCompleter(names)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    field.setCompleter(completer)
    field.setCurrentText(own)
    return field


def _at(field: QDateTimeEdit, zone: ZoneInfo) -> datetime:
    found = field.dateTime()
    date, time = found.date(), found.time()
    day = (date.year(), date.month(), date.day())
    return datetime(*day, time.hour(), time.minute(), tzinfo=zone)
