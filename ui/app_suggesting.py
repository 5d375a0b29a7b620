"""What is said to suggestions on the screen, passed on to whoever makes them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject

from ui.ports import Suggestions
from ui.suggesting.stage import ScreenSuggestStage
from ui.suggesting.wishes import (
    AddressWish,
    AfterWish,
    AskWish,
    HowWish,
    PlanWish,
    SuggestionSaid,
)
from ui.tray.suggest_menu import SuggestMenu
from unplug.engine.suggestions.suggested import PlanMade, Said

if TYPE_CHECKING:
    from ui.tray.menu import TrayMenu

translate = QCoreApplication.translate


class Tray(Protocol):
    """The tray and its windows, as far as suggestions have to know them."""

    menu: "TrayMenu"

    def tracking_changed(self) -> None:
        """Show what has changed."""

    def grant_by(self, kind: type, grant: Callable[..., object]) -> None:
        """Have somebody see to the wishes of a kind."""


class SuggestWishes(QObject):
    """Hears cards, the tray's menu and pages; what comes of it is shown at once.

    Args:
        suggestions: who takes them.
        stage: the cards.
        changed: called after each, also one that was refused.
    """

    def __init__(
        self,
        suggestions: Suggestions,
        stage: ScreenSuggestStage,
        changed: Callable[[], None],
    ) -> None:
        super().__init__()
        self._suggestions = suggestions
        self._stage = stage
        self._changed = changed
        suggestions.observers.append(changed)
        stage.said.connect(self.say)
        stage.planned.connect(self.plan)
        stage.told.connect(self.tell)
        stage.how_chosen.connect(self.like)
        stage.save_requested.connect(self.save)
        stage.address_requested.connect(open_address)

    def connect_menu(self, menu: SuggestMenu) -> None:
        """Hear the tray's menu."""
        menu.said.connect(lambda key, said: self.say(SuggestionSaid(key, Said(said))))

    def grants(self) -> dict[type, Callable[..., object]]:
        """Whom pages' wishes go to, by their kind."""
        return {
            SuggestionSaid: self.say,
            AfterWish: self.tell,
            AskWish: lambda _: self.ask(),
            HowWish: self.like,
            AddressWish: lambda wish: open_address(wish.address),
        }

    def say(self, said: SuggestionSaid) -> None:
        """Take in what was said to a suggestion."""
        try:
            self._suggestions.say(said.key, said.said)
        finally:
            self._changed()

    def ask(self) -> None:
        """Suggest somebody now."""
        try:
            self._suggestions.desk.ask()
        finally:
            self._changed()

    def plan(self, wish: PlanWish) -> None:
        """Make a plan, and offer what can be done with it."""
        try:
            desk = self._suggestions.desk
            made = desk.plan(
                wish.key, wish.start, wish.end, device_free=wish.device_free
            )
            self._stage.show_plan(made)
        finally:
            self._changed()

    def tell(self, wish: AfterWish) -> None:
        """Take in how a planned meeting was."""
        try:
            self._suggestions.desk.tell(
                wish.key, happened=wish.happened, felt=wish.felt, note=wish.note
            )
        finally:
            self._changed()

    def like(self, wish: HowWish) -> None:
        """Obey how suggestions are wanted."""
        try:
            if wish.how is None:
                self._suggestions.desk.leave_how()
            else:
                self._suggestions.like(wish.how)
        finally:
            self._changed()

    def save(self, made: PlanMade) -> None:
        """Write the calendar file where the user wants it."""
        from pathlib import Path  # noqa: PLC0415  (only who saves)

        from PySide6.QtCore import QStandardPaths  # noqa: PLC0415
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

        from unplug.files import write_atomically  # noqa: PLC0415

        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(documents)
        path, _ = QFileDialog.getSaveFileName(
            None,
            translate("Suggesting", "Save for a calendar"),
            f"{folder}/{made.file_name}",
            translate("Suggesting", "Calendar files (*.ics)"),
        )
        if path:
            write_atomically(Path(path), [made.ics])


def suggest_on_screen(suggestions: Suggestions, tray: Tray) -> ScreenSuggestStage:
    """Have suggestions shown on the screen, and what is said there taken in.

    Args:
        suggestions: who makes them.
        tray: the tray and its windows.

    Returns:
        The cards; close them at the end.
    """
    stage = ScreenSuggestStage()
    suggestions.stage = stage
    wishes = SuggestWishes(suggestions, stage, tray.tracking_changed)
    wishes.setParent(stage)
    wishes.connect_menu(tray.menu.suggestions)
    for kind, grant in wishes.grants().items():
        tray.grant_by(kind, grant)
    return stage


def open_address(address: str) -> None:
    """Open mail, telephone or map with an empty text."""
    from PySide6.QtCore import QUrl  # noqa: PLC0415  (only who opens one)
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415

    QDesktopServices.openUrl(QUrl(address))
