"""A chart on a card, with its numbers and its file a click away."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui import icons, theme
from ui.charts.chart import Chart
from ui.parts import Button, Card, Quiet, Small
from ui.window.rows import show_rows
from ui.window.saving import save_csv, save_picture

translate = QCoreApplication.translate


class ChartCard(Card):
    """A card whose picture gives its numbers as a table, as CSV and as PNG.

    Args:
        chart: the picture.
        footnote: what to know about it.
    """

    def __init__(
        self, chart: Chart, footnote: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(chart.accessibleName(), parent)
        self.chart = chart
        self.says = Quiet()
        self.says.hide()
        self.footnote = Small(footnote)
        self.footnote.setVisible(bool(footnote))
        self.numbers = self._button(translate("Chart", "Show the numbers"))
        self.numbers.clicked.connect(self.show_numbers)
        self.more = self._button(translate("Chart", "Save"))
        self.more.setMenu(self._menu())
        for button in (self.numbers, self.more):
            self.head.addWidget(button)
        for part in (self.says, chart, self.footnote):
            self.add(part)
        self.body.addStretch(1)
        chart.table_requested.connect(self.show_numbers)
        self._ink()

    def say(self, sentence: str) -> None:
        """Say what the picture shows, above it; empty for nothing."""
        self.says.setText(sentence)
        self.says.setVisible(bool(sentence))

    def show_numbers(self) -> None:
        """Open the table."""
        show_rows(self, self.chart.table())

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        picture = QAction(translate("Chart", "Picture (PNG)"), menu)
        name = self.chart.accessibleName()
        picture.triggered.connect(lambda *_: save_picture(self, self.chart, name))
        numbers = QAction(translate("Chart", "Numbers (CSV)"), menu)
        numbers.triggered.connect(lambda *_: save_csv(self, self.chart.table()))
        menu.addActions([picture, numbers])
        return menu

    def _button(self, name: str) -> Button:
        button = Button(kind="icon", name=f"{name}: {self.heading.text()}")
        button.setToolTip(name)
        return button

    def _ink(self) -> None:
        ink = theme.colours().ink("quiet")
        self.numbers.setIcon(icons.icon("table", ink))
        self.more.setIcon(icons.icon("save", ink))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the scheme."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "more"):
            self._ink()
        super().changeEvent(event)
