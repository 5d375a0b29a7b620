"""The day in one look."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui import theme, words
from ui.day_view import AppBar, DayRing
from ui.parts import Body, Card, Lead, Quiet
from ui.window.page import Page, Surroundings
from unplug.engine.snapshot import TOP_APPS, Snapshot

translate = QCoreApplication.translate


class TodayPage(Page):
    """Screen time against the usual, and the apps it went to."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(translate("Today", "Today"))
        self._around = around
        self.ring = DayRing()
        self.usual, self.doing = Lead(), Quiet()
        self.bars = [AppBar() for _ in range(TOP_APPS)]
        self.no_apps = Body(translate("Today", "Apps appear here as you use them."))
        card = Card()
        halves = QHBoxLayout()
        halves.setSpacing(6 * theme.GRID_PX)
        halves.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignTop)
        side = QVBoxLayout()
        for part in (self.usual, self.doing, *self.bars, self.no_apps):
            side.addWidget(part)
        side.addStretch(1)
        halves.addLayout(side, 1)
        card.add(halves)
        self.add(card)
        self.column.addStretch(1)

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show the present."""
        self.ring.render_snapshot(snapshot)
        self.usual.setText(words.usual(snapshot))
        doing = words.doing(snapshot)
        self.doing.setText(doing)
        self.doing.setVisible(bool(doing))
        longest_ms = snapshot.top[0].screen_ms if snapshot.top else 0
        for at, bar in enumerate(self.bars):
            known = at < len(snapshot.top)
            if known:
                bar.render_app(snapshot.top[at], longest_ms)
            bar.setVisible(known)
        self.no_apps.setVisible(not snapshot.top)

    def restyle(self, colours: theme.Colours) -> None:
        """Take on a scheme."""
        self.ring.recolour(colours)
        for bar in self.bars:
            bar.recolour(colours)
