"""All that can be chosen, generated from the settings themselves; and the way out."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from ui.parts import (
    Card,
    EmptyState,
    InlineNotice,
    Quiet,
    SearchField,
    Separator,
    danger_button,
)
from ui.ports import Choices
from ui.window.asking import sure
from ui.window.elsewhere_card import ElsewhereCard
from ui.window.leaving import LeavingCard
from ui.window.page import Page, Surroundings
from ui.window.setting_row import SettingRow, name_of
from ui.wishes import EraseWish, LoginWish, SettingChosen
from unplug.engine.snapshot import Snapshot
from unplug.errors import UnplugError
from unplug.settings.section import heading
from unplug.settings.sections import section_types, settings_of

translate = QCoreApplication.translate


class SettingsPage(Page):
    """Every setting with its unit, its default and a way back to it."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(translate("Settings", "Settings"))
        self._choices: Choices = around.app.choices
        self._autostart = around.autostart
        self.search = SearchField(translate("Settings", "Find a setting"))
        self.later = InlineNotice(
            translate(
                "Settings", "Some changes count from the next start of unplug on."
            )
        )
        self.wrong = InlineNotice(warning=True)
        self._around = around
        self.elsewhere: dict[str, ElsewhereCard] = {}
        self.rows: dict[str, SettingRow] = {}
        self.lines: dict[str, Separator] = {}
        self.cards: dict[str, Card] = {}
        self.nothing = EmptyState(
            icon="search",
            heading=translate("Settings", "No setting is called that"),
            text=translate("Settings", "Try another word, or clear the search."),
        )
        self.login_start = QCheckBox(translate("Settings", "Start at login"))
        for part in (self.search, self.later, self.wrong, self._app_card()):
            self.add(part)
        for name in section_types():
            self.add(self._elsewhere_card(name) or self._section_card(name))
        self._asks = hasattr(around.app, "suggestions")
        if self._asks:
            from ui.suggesting.settings_card import TwoQuestionsCard  # noqa: PLC0415

            self.questions = TwoQuestionsCard(around.app.suggestions)
            self.add(self.questions)
        self.leaving = LeavingCard()
        self.erasing = self._erase_card()
        for last in (self.nothing, self.leaving, self.erasing):
            self.add(last)
        self.column.addStretch(1)
        self.search.searched.connect(self.search_for)
        self.search_for("")

    def refresh(self) -> None:
        """Show what the file says."""
        try:
            chosen = self._choices.now()
            on = self._autostart.is_on()
        except UnplugError as error:
            self.wrong.say(str(error))
            return
        self.wrong.say("")
        self.login_start.setChecked(on)
        for key, row in self.rows.items():
            section, _, name = key.partition(".")
            row.render_value(getattr(getattr(chosen, section), name))
        self.later.setVisible(chosen != self._choices.running)
        for card in self.elsewhere.values():
            card.refresh()
        if self._asks:
            self.questions.refresh()

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """What is tried elsewhere may have ended meanwhile."""
        del snapshot
        for card in self.elsewhere.values():
            card.refresh()

    def search_for(self, wanted: str) -> None:
        """Show the settings that are looked for; all of them for an empty text."""
        shown = 0
        for name, card in self.cards.items():
            of = [row for row in self.rows.values() if row.key.startswith(f"{name}.")]
            found = [row for row in of if not wanted or row.matches(wanted)]
            for row in of:
                row.setVisible(row in found)
                self.lines[row.key].setVisible(row in found)
            card.setVisible(bool(found))
            shown += len(found)
        others: tuple[QWidget, ...] = (self.questions,) if self._asks else ()
        others = (*others, *self.elsewhere.values())
        for part in (self.app_card, *others, self.leaving, self.erasing):
            part.setVisible(not wanted or _says(part, wanted))
            shown += not part.isHidden()
        self.nothing.setVisible(not shown)

    def look_at(self, about: str) -> None:
        """Find a setting by what it is called."""
        self.search.setText(about)
        self.search_for(about)

    def _app_card(self) -> Card:
        self.app_card = Card("unplug")
        self.login_start.clicked.connect(
            lambda on: self.wished.emit(LoginWish(on=bool(on)))
        )
        self.app_card.add(self.login_start)
        text = translate("Settings", "Everything is kept in {folder}.")
        self.app_card.add(Quiet(text.format(folder=self._choices.folder)))
        return self.app_card

    def _elsewhere_card(self, name: str) -> ElsewhereCard | None:
        """The card of a section that needs more than its settings."""
        app, clock = self._around.app, self._around.clock
        if name == "calendar":
            from ui.trips.calendar_card import CalendarCard  # noqa: PLC0415

            self.elsewhere[name] = CalendarCard(app.trips, clock)
        elif name == "home":
            from ui.window.home_card import HomeCard  # noqa: PLC0415

            self.elsewhere[name] = HomeCard(app.home, clock)
        return self.elsewhere.get(name)

    def _section_card(self, name: str) -> Card:
        kind = section_types()[name]
        card = Card(name_of(name))
        card.add(Quiet(translate("Settings", heading(kind))))
        for field in settings_of(kind):
            row = SettingRow(name, field)
            row.chosen.connect(lambda r=row: self._choose(r))
            self.rows[row.key] = row
            self.lines[row.key] = Separator()
            card.add(self.lines[row.key])
            card.add(row)
        self.cards[name] = card
        return card

    def _choose(self, row: SettingRow) -> None:
        try:
            self._choices.change(row.key, row.value)
        except UnplugError as error:
            row.form.complain(str(error))
            return
        self.refresh()
        self.wished.emit(SettingChosen())

    def _erase_card(self) -> Card:
        card = Card(translate("Settings", "Erase"))
        card.add(
            Quiet(
                translate(
                    "Settings",
                    "Deletes all that was recorded, with every copy and backup: "
                    "screen time, sessions, people, moods and trips. Settings stay. "
                    "A single person is forgotten on their own page.",
                )
            )
        )
        self.erase = danger_button(
            translate("Settings", "Erase everything…"), self._erase
        )
        card.add(self.erase)
        return card

    def _erase(self) -> None:
        sure(
            self,
            question=translate("Settings", "Erase everything that was recorded?"),
            text=translate("Settings", "Nobody can bring it back, unplug neither."),
            yes=translate("Settings", "Erase everything"),
            no=translate("Settings", "Keep everything"),
            then=lambda: self.wished.emit(EraseWish()),
        )


def _says(part: QWidget, wanted: str) -> bool:
    said = " ".join(label.text() for label in part.findChildren(QLabel))
    said += " ".join(box.text() for box in part.findChildren(QCheckBox))
    return all(word in said.casefold() for word in wanted.casefold().split())
