"""An insight: a sentence, then a picture, then something to do about it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import insight_words, theme
from ui.charts.table import Table
from ui.parts import Card, IconLabel, Lead, Quiet, secondary_button
from ui.window.insight_pictures import picture_of
from ui.window.page import PageWish
from ui.window.rows import show_rows
from unplug.usage.insights.values import Day, Doing, Insight, Name

translate = QCoreApplication.translate
_PAGES = {
    Doing.PLAN_SESSION: "sessions",
    Doing.WIND_DOWN: "sessions",
    Doing.MEET: "people",
    Doing.SEE_PEOPLE: "people",
    Doing.SEE_DAY: "today",
    Doing.NOTE_MOOD: "today",
}


class InsightCard(Card):
    """One pattern that is there.

    Args:
        insight: which.
        name_of: says what an app is called.

    Signals:
        page_requested: what is offered is wanted; carries a `PageWish`.
    """

    page_requested = Signal(PageWish)

    def __init__(
        self,
        insight: Insight,
        name_of: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._insight, self._name_of = insight, name_of
        said = insight_words.sentence(insight, name_of)
        self.setAccessibleName(said)
        line = QHBoxLayout()
        line.setSpacing(3 * theme.GRID_PX)
        line.addWidget(IconLabel("insight", 6 * theme.GRID_PX, "accent"))
        self.sentence = Lead(said)
        line.addWidget(self.sentence, 1)
        self.add(line)
        self.picture = picture_of(insight, said, name_of)
        self.add(self.picture)
        self.picture.opened.connect(lambda *_: self.show_evidence())
        self.picture.table_requested.connect(self.show_evidence)
        text = translate("Insight", "It rests on {n} observations.")
        self.rests = Quiet(text.format(n=insight.n))
        self.evidence = secondary_button(
            translate("Insight", "Show them"), self.show_evidence
        )
        last = QHBoxLayout()
        last.setSpacing(2 * theme.GRID_PX)
        last.addWidget(self.rests, 1)
        last.addWidget(self.evidence)
        offer = insight_words.offer(insight.action, name_of)
        self.action = secondary_button(offer, self._act)
        if insight.action.doing in _PAGES:
            last.addWidget(self.action)
        else:
            self.rests.setText(f"{self.rests.text()} {offer}.")
        self.add(last)

    def show_evidence(self) -> None:
        """Open the rows that it rests on."""
        show_rows(self, evidence_table(self._insight, self._name_of))

    def _act(self) -> None:
        action = self._insight.action
        about = ""
        for value in action.values.values():
            if isinstance(value, Day):
                about = value.on.isoformat()
            elif isinstance(value, Name) and not about:
                about = value.text
        self.page_requested.emit(PageWish(_PAGES[action.doing], about))


def evidence_table(insight: Insight, name_of: Callable[[str], str]) -> Table:
    """The rows behind an insight."""
    headers = (
        translate("Insight", "What"),
        translate("Insight", "Value"),
        translate("Insight", "Beside"),
    )
    rows = tuple(
        (
            insight_words.shown(row.label, name_of),
            insight_words.shown(row.value, name_of),
            "" if row.beside is None else insight_words.shown(row.beside, name_of),
        )
        for row in insight.evidence
    )
    return Table(insight_words.sentence(insight, name_of), headers, rows)
