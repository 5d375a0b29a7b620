"""The day in one look, or any day before it."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from ui import theme, words
from ui.celebrated_words import celebrated
from ui.charts.band import Band
from ui.charts.timeline import StretchWords, Timeline
from ui.day_view import DayRing
from ui.parts import Card, EmptyState, Lead, ListRow, Quiet
from ui.ports import Days
from ui.suggesting.corner import QuietCorner
from ui.suggesting.today import TodaySuggestion
from ui.window import day_pictures, next_up, wording
from ui.window.chart_card import ChartCard
from ui.window.mood import MoodCard
from ui.window.page import Page, PageWish, Surroundings
from ui.window.range_bar import Length, Range, RangeBar
from ui.window.rows import show_rows
from unplug.engine.screen_time.days_seen import SeenDay
from unplug.engine.snapshot import Snapshot
from unplug.usage.states import ScreenSpan

BREAK_MS = 2 * 60_000
"""So long away from the screen ends a stretch."""
RETURN_MS = 10 * 60_000
"""After so long away, what is opened first is the first app."""
translate = QCoreApplication.translate


class TodayPage(Page):
    """Screen time against the usual, the day's course, and what is next."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(translate("Today", "Today"))
        self._days: Days = around.app.days
        self._takes_moods = hasattr(around.app, "patterns")
        self._seen: SeenDay | None = None
        self._snapshot: Snapshot | None = None
        self.range = RangeBar((Length.DAY,))
        self.ring = DayRing()
        self.usual, self.doing = Lead(), Quiet()
        self.longest = ListRow("", icon="clock")
        self.first = ListRow("", icon="today")
        self.next = ListRow("", icon="sessions")
        self.celebrated = ListRow("", icon="heart")
        self._band = Band(
            translate("Today", "Against your usual"), day_pictures.course_words()
        )
        self.course = ChartCard(self._band)
        self.timeline = self._new_timeline()
        self._suggests = hasattr(around.app, "suggestions")
        self.suggestion = TodaySuggestion()
        self.corner = QuietCorner()
        self._app = around.app
        self.mood = MoodCard()
        self.empty = EmptyState(
            icon="today",
            heading=translate("Today", "Nothing was recorded on this day"),
            text=translate(
                "Today",
                "Screen time appears here by itself, from the first minute on; "
                "your usual shows after three days.",
            ),
        )
        self._lay_out()
        self._connect_parts()

    def refresh(self) -> None:
        """Look at the day again."""
        self.range.render_today(self._days.today())
        self._look(self.range.range.first)

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show the present."""
        before, self._snapshot = self._snapshot, snapshot
        minute = snapshot.at.replace(second=0, microsecond=0)
        if self.isVisible() and before is not None and before.at < minute:
            self.refresh()  # the pictures change by the minute
        else:
            self._show_head()

    def look_at(self, about: str) -> None:
        """Show a day, by its ISO date."""
        self.range.go_to(date.fromisoformat(about))

    def restyle(self, colours: theme.Colours) -> None:
        """Take on a scheme."""
        self.ring.recolour(colours)

    def fold(self, *, narrow: bool) -> None:
        """The ring above the figures, or beside them."""
        direction = QBoxLayout.Direction
        self._halves.setDirection(
            direction.TopToBottom if narrow else direction.LeftToRight
        )

    def _look(self, day: date) -> None:
        seen = self._days.day(day)
        self._seen = seen
        some = bool(seen.spans)
        self.empty.setVisible(not some)
        self.timeline.setVisible(some)
        self.course.setVisible(some or seen.usual is not None)
        self._show_head()
        self._show_course(seen)
        self._show_lanes(seen)

    def _show_head(self) -> None:
        present, seen = self.range.is_present, self._seen
        title = translate("Today", "Today")
        self.title.setText(title if present else self.range.name.text())
        self.mood.setVisible(present and self._takes_moods)
        self.next.setVisible(present)
        some = self._snapshot is not None and bool(self._snapshot.celebrated)
        self.celebrated.setVisible(present and some)
        self.suggestion.setVisible(present and self._suggests)
        self._show_corner(present=present)
        if self._snapshot is not None and present:
            self.ring.render_snapshot(self._snapshot)
            self.suggestion.render_snapshot(self._snapshot)
            self.usual.setText(words.usual(self._snapshot))
            doing = words.doing(self._snapshot)
            self.doing.setText(doing)
            self.doing.setVisible(bool(doing))
            title, detail = next_up.in_words(self._snapshot)
            self.next.render_row(title, detail)
            self.celebrated.render_row(celebrated(self._snapshot.celebrated))
        elif seen is not None:
            self.ring.render_total(seen.screen_ms, _usual_ms(seen))
            self.usual.setText(_usual_of(seen))
            self.doing.hide()
        if seen is not None:
            self._show_figures(seen)

    def _show_corner(self, *, present: bool) -> None:
        opens = present and self._suggests and self._app.suggestions.corner_opens()
        if opens:
            self.corner.show_corner(self._app.suggestions.corner())
        self.corner.setVisible(bool(opens))

    def _show_figures(self, seen: SeenDay) -> None:
        spans = day_pictures.longest(seen, BREAK_MS)
        title = translate("Today", "Longest time at the screen without a break")
        self.longest.setVisible(bool(spans))
        if spans:
            length = sum(span.dur_ms for span in spans)
            detail = _between(spans[0].start_ms, spans[-1].end_ms, seen)
            self.longest.render_row(title, detail, words.duration(length))
        first = day_pictures.first_after_return(seen, RETURN_MS)
        title = translate("Today", "First app after coming back")
        self.first.setVisible(first is not None)
        if first is not None and first.app is not None:
            at = wording.clock(first.start_ms, seen.offset)
            self.first.render_row(title, at, self._days.name_of(first.app))

    def _show_course(self, seen: SeenDay) -> None:
        summary = _usual_of(seen)
        self.course.say("" if seen.usual else summary)
        text = translate("Today", "{duration} of screen time, {usual}.")
        total = words.duration(seen.screen_ms)
        text = text.format(duration=total, usual=summary)
        self._band.render_course(day_pictures.course(seen), text)

    def _show_lanes(self, seen: SeenDay) -> None:
        lanes = day_pictures.lanes(seen, self._days.name_of)
        said = ", ".join(f"{lane.name}: {lane.value}" for lane in lanes)
        now = day_pictures.now_share(seen)
        self._lanes.render_lanes(lanes, day_pictures.ticks(seen), now, said)

    def _new_timeline(self) -> ChartCard:
        def say(what: object) -> str:
            return self._stretch_words().say(what)

        def row(what: object) -> tuple[str, ...]:
            return self._stretch_words().row(what)

        words_of = StretchWords(say, day_pictures.row_headers(), row)
        self._lanes = Timeline(translate("Today", "Hour by hour"), words_of)
        return ChartCard(
            self._lanes,
            translate(
                "Today",
                "Whole bar: active. Half a bar: watching. Line: away. "
                "Dotted: locked or off the record. Hatched: device-free.",
            ),
        )

    def _stretch_words(self) -> StretchWords:
        offset = self._seen.offset if self._seen else next_up.NO_OFFSET
        return day_pictures.stretch_words(self._days.name_of, offset)

    def _connect_parts(self) -> None:
        self.range.changed.connect(self._range_changed)
        self.longest.clicked.connect(lambda *_: self._open_longest())
        self.first.clicked.connect(lambda *_: self._open_around_return())
        self.next.clicked.connect(
            lambda *_: self.page_requested.emit(PageWish("sessions"))
        )
        self.celebrated.clicked.connect(lambda *_: self._show_celebrated())
        self.ring.clicked.connect(lambda *_: self.timeline.show_numbers())
        self.course.chart.opened.connect(self._open_until)
        self.timeline.chart.opened.connect(lambda *_: self.timeline.show_numbers())
        self.mood.noted.connect(self.wished)
        self.suggestion.wished.connect(self.wished)
        self.corner.wished.connect(self.wished)

    def _range_changed(self, _range: Range) -> None:
        self.refresh()

    def _open_longest(self) -> None:
        if self._seen is not None:
            spans = day_pictures.longest(self._seen, BREAK_MS)
            self._open(spans, self.longest.accessibleName())

    def _open_around_return(self) -> None:
        first = self._seen and day_pictures.first_after_return(self._seen, RETURN_MS)
        if first and self._seen:
            after = [s for s in self._seen.spans if s.end_ms >= first.start_ms]
            before = [s for s in self._seen.spans if s.end_ms < first.start_ms]
            self._open((*before[-3:], *after), self.first.accessibleName())

    def _open_until(self, step: int) -> None:
        """The rows of the quarter of an hour that a step ends."""
        if self._seen is None:
            return
        end_ms = self._seen.start_ms + step * day_pictures.STEP_MS
        spans = self._days.spans(end_ms - day_pictures.STEP_MS, end_ms)
        self._open(spans, self.course.heading.text())

    def _open(self, spans: tuple[ScreenSpan, ...], title: str) -> None:
        if self._seen is not None:
            offset, name_of = self._seen.offset, self._days.name_of
            show_rows(self, day_pictures.rows(title, spans, name_of, offset))

    def _show_celebrated(self) -> None:
        if self._snapshot is not None and self._snapshot.celebrated:
            [first, *_] = self._snapshot.celebrated
            self.page_requested.emit(PageWish("people", first.uid))

    def _lay_out(self) -> None:
        self.head.addWidget(self.range)
        card = Card()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(6 * theme.GRID_PX)
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        self._halves.addWidget(self.ring, 0, middle)
        side = QVBoxLayout()
        side.setSpacing(theme.GRID_PX)
        figures = (self.longest, self.first, self.next, self.celebrated)
        for line in (self.usual, self.doing, *figures):
            side.addWidget(line)
        side.addStretch(1)
        self._halves.addLayout(side, 1)
        card.add(self._halves)
        charts = (self.course, self.timeline)
        persons = (self.suggestion, self.corner)
        for part in (card, self.empty, *persons, *charts, self.mood):
            self.add(part)
        self.column.addStretch(1)


def _usual_ms(seen: SeenDay) -> int | None:
    return None if seen.usual is None else seen.usual.median_ms[-1]


def _usual_of(seen: SeenDay) -> str:
    if seen.usual is None:
        return translate("Today", "your usual shows after three such days")
    text = translate("Today", "usually {duration} on such a day")
    return text.format(duration=words.duration(seen.usual.median_ms[-1]))


def _between(start_ms: int, end_ms: int, seen: SeenDay) -> str:
    text = translate("Today", "{start}–{end}")
    return text.format(
        start=wording.clock(start_ms, seen.offset),
        end=wording.clock(end_ms, seen.offset),
    )
