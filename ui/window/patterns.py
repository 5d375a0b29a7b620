"""Patterns: what weeks and months show, and what may be worth knowing of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from ui import theme
from ui.charts.bars import Bars
from ui.charts.dots import Dots
from ui.charts.heat_map import HeatMap
from ui.charts.ranks import Ranks
from ui.charts.table import Table
from ui.parts import EmptyState, InlineNotice, Quiet
from ui.window import pattern_pictures as pictures
from ui.window import wording
from ui.window.chart_card import ChartCard
from ui.window.insight_card import InsightCard
from ui.window.page import Page, PageWish, Surroundings
from ui.window.range_bar import Length, Range, RangeBar
from ui.window.rows import show_rows
from unplug.errors import UnplugError

if TYPE_CHECKING:
    from unplug.engine.patterns.reads import PatternReads
    from unplug.usage.insights.values import Insight

WEEKS = 12
translate = QCoreApplication.translate


class PatternsPage(Page):
    """Heat map, weeks, apps, fragmentation, evenings, moods; insights above them."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(translate("Patterns", "Patterns"))
        self._patterns = around.app.patterns
        self._reads: PatternReads | None = None
        self._asked_on: object = None
        self.range = RangeBar((Length.MONTH, Length.WEEK, Length.YEAR))
        self.wrong = InlineNotice(warning=True)
        self.quiet = Quiet()
        self.insights: list[InsightCard] = []
        self._insights_at = QVBoxLayout()
        self._insights_at.setSpacing(5 * theme.GRID_PX)
        self.empty = EmptyState(
            icon="patterns",
            heading=translate("Patterns", "No patterns yet"),
            text=translate(
                "Patterns",
                "The first pictures come with the first day, comparisons of weeks "
                "after two of them, and insights after about a month.",
            ),
        )
        self._build_charts()
        self._lay_out()
        self._connect_parts()

    def refresh(self) -> None:
        """Ask again, as of now."""
        try:
            self._reads = self._patterns.reads
            self.range.render_today(self._reads.today)
            self._show(self.range.range)
        except UnplugError as error:
            self.wrong.say(str(error))
            return
        self.wrong.say("")
        self._ask_for_insights()

    def render_insights(self, found: "tuple[Insight, ...]") -> None:
        """Show what was found; silent where nothing was."""
        for card in self.insights:
            self._insights_at.removeWidget(card)
            card.deleteLater()
        self.insights = [InsightCard(each, self._patterns.name_of) for each in found]
        for card in self.insights:
            card.page_requested.connect(self.page_requested)
            self._insights_at.addWidget(card)
        none = translate("Patterns", "No clear pattern this week, and that is fine.")
        self.quiet.setText("" if found else none)

    def fold(self, *, narrow: bool) -> None:
        """Two cards side by side, or one below the other."""
        for at, card in enumerate(self._pairs):
            self._grid.removeWidget(card)
            row, column = (at, 0) if narrow else divmod(at, 2)
            self._grid.addWidget(card, row, column)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 0 if narrow else 1)

    def _show(self, shown: Range) -> None:
        reads = self._reads
        if reads is None:
            return
        some = reads.extent() is not None
        self.empty.setVisible(not some)
        self.quiet.setVisible(some)
        for card in self._cards:
            card.setVisible(some)
        if some:
            last = min(shown.last, reads.today)
            self._show_times(reads, Range(shown.first, last))
            self._show_days(reads, Range(shown.first, last))
            self._show_moods(reads, Range(shown.first, last))

    def _show_times(self, reads: "PatternReads", shown: Range) -> None:
        heat = reads.heat(shown.first, shown.last)
        said = pictures.heat_summary(heat)
        self.heat.say(said)
        self._heat.render_grid(pictures.heat_grid(heat), said)
        weeks = reads.weeks(shown.last, WEEKS, wording.weekdays()[0])
        said = pictures.week_summary(weeks)
        self.weeks.say(said)
        self._weeks.render_bars(pictures.week_bars(weeks), said)
        self._app_shares = reads.apps(shown.first, shown.last)
        self._apps.render_ranks(pictures.share_ranks(self._app_shares))
        self._category_shares = reads.categories(shown.first, shown.last)
        self._categories.render_ranks(pictures.share_ranks(self._category_shares))

    def _show_days(self, reads: "PatternReads", shown: Range) -> None:
        self._fragment_days = reads.fragments(shown.first, shown.last)
        said = pictures.switch_summary(self._fragment_days)
        self.fragments.say(said)
        bars = pictures.switch_bars(self._fragment_days)
        self._fragments.render_bars(bars, said)
        self._evening_days = reads.evenings(shown.first, shown.last)
        said = pictures.evening_summary(self._evening_days)
        self.evenings.say(said)
        self._evenings.render_bars(pictures.evening_bars(self._evening_days), said)
        self._firsts = reads.first_apps(shown.first, shown.last)
        self._first.render_ranks(pictures.first_ranks(self._firsts))

    def _show_moods(self, reads: "PatternReads", shown: Range) -> None:
        moods = reads.mood_days(shown.first, shown.last)
        none = translate(
            "Patterns", "Each day on which you note a mood becomes a dot here."
        )
        for card in (self.mood_use, self.mood_meetings):
            card.say("" if moods else none)
            card.chart.setVisible(bool(moods))
        self._mood_use.render_dots(pictures.mood_dots(moods))
        self._mood_meetings.render_dots(pictures.meeting_dots(moods))

    def _ask_for_insights(self) -> None:
        """Once a day; it takes the worker a moment."""
        today = None if self._reads is None else self._reads.today
        if today != self._asked_on:
            self._asked_on = today
            self._patterns.look_for_insights(self.render_insights, self._failed)

    def _failed(self, error: UnplugError) -> None:
        self.wrong.say(str(error))

    def _build_charts(self) -> None:
        day, app = translate("Patterns", "Day"), translate("Patterns", "App")
        before = translate("Patterns", "before")
        length = pictures.length
        title = translate("Patterns", "Hours of the week")
        self._heat = HeatMap(title, length, corner=day)
        week = translate("Patterns", "Week from")
        title = translate("Patterns", "Weeks beside each other")
        self._weeks = Bars(title, pictures.lengths(week))
        title = translate("Patterns", "Apps")
        self._apps = Ranks(title, pictures.lengths(app, before))
        title = translate("Patterns", "Categories")
        kind = translate("Patterns", "Category")
        self._categories = Ranks(title, pictures.lengths(kind, before))
        changes = translate("Patterns", "Changes of app an hour")
        title = translate("Patterns", "How broken up the time is")
        self._fragments = Bars(title, pictures.counts(changes, day))
        self._evenings = Bars(
            translate("Patterns", "Late evenings"), pictures.lengths(day)
        )
        times = translate("Patterns", "Times")
        title = translate("Patterns", "First app after coming back")
        self._first = Ranks(title, pictures.counts(times, app))
        mood = pictures.counts(translate("Patterns", "Mood"), day)
        title = translate("Patterns", "Mood beside screen time")
        self._mood_use = Dots(title, pictures.lengths(day), mood)
        met = pictures.counts(translate("Patterns", "People met"), day)
        title = translate("Patterns", "Mood beside meetings")
        self._mood_meetings = Dots(title, met, mood)

    def _lay_out(self) -> None:
        a_day = translate("Patterns", "Screen time a day, of the days with any.")
        notch = translate("Patterns", "The notch: the range of that length before.")
        together = translate(
            "Patterns", "What goes together need not cause one another."
        )
        late = translate("Patterns", "Screen time from 23:00 on; dots from 20 minutes.")
        self.heat = ChartCard(self._heat)
        self.weeks = ChartCard(self._weeks, a_day)
        self.apps = ChartCard(self._apps, notch)
        self.categories = ChartCard(self._categories, notch)
        self.fragments = ChartCard(self._fragments)
        self.evenings = ChartCard(self._evenings, late)
        self.first = ChartCard(self._first)
        self.mood_use = ChartCard(self._mood_use, together)
        self.mood_meetings = ChartCard(self._mood_meetings, together)
        self._pairs: tuple[ChartCard, ...] = (
            *(self.apps, self.categories, self.fragments, self.evenings),
            *(self.mood_use, self.mood_meetings, self.first),
        )
        self._cards = (self.heat, self.weeks, *self._pairs)
        self._grid = QGridLayout()
        self._grid.setSpacing(5 * theme.GRID_PX)
        self.head.addWidget(self.range)
        for part in (self.wrong, self._insights_at, self.quiet, self.empty):
            self.add(part)
        self.add(self.heat)
        self.add(self.weeks)
        self.add(self._grid)
        self.fold(narrow=False)
        self.column.addStretch(1)
        self.wrong.hide()

    def _connect_parts(self) -> None:
        self.range.changed.connect(self._show)
        self._heat.opened.connect(self._open_hour)
        self._apps.opened.connect(self._open_app)
        self._categories.opened.connect(self._open_category)
        self._first.opened.connect(self._open_first)
        self._fragments.opened.connect(
            lambda at: self._open_day(self._fragment_days[at].day.isoformat())
        )
        self._evenings.opened.connect(
            lambda at: self._open_day(self._evening_days[at].day.isoformat())
        )
        for card in (self.weeks, self.mood_use, self.mood_meetings):
            card.chart.opened.connect(lambda *_, c=card: c.show_numbers())

    def _open_day(self, day: str) -> None:
        self.page_requested.emit(PageWish("today", day))

    def _open_hour(self, at: int) -> None:
        if self._reads is None:
            return
        row, column = divmod(at, pictures.HOURS)
        weekday, hour = wording.weekdays()[row], pictures.hours()[column]
        shown = self.range.range
        rows = self._reads.heat_rows(shown.first, shown.last, weekday, hour)
        title = f"{wording.weekday(weekday)}, {wording.full_hour(hour)}"
        self._open(pictures.day_rows(title, rows))

    def _open_app(self, at: int) -> None:
        if self._reads is not None:
            share, shown = self._app_shares[at], self.range.range
            rows = self._reads.app_rows(shown.first, shown.last, share.key)
            self._open(pictures.day_rows(share.name, rows))

    def _open_category(self, at: int) -> None:
        if self._reads is not None:
            share, shown = self._category_shares[at], self.range.range
            rows = self._reads.category_rows(shown.first, shown.last, share.key)
            names = {row.what: self._patterns.name_of(row.what) for row in rows}
            self._open(pictures.app_rows(share.name, rows, names))

    def _open_first(self, at: int) -> None:
        if self._reads is not None:
            first, shown = self._firsts[at], self.range.range
            rows = self._reads.first_app_rows(shown.first, shown.last, first.app)
            self._open(pictures.day_rows(first.name, rows, counted=True))

    def _open(self, table: Table) -> None:
        show_rows(self, table)
