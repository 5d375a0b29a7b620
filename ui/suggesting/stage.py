"""Suggestions above the windows; nothing of them is loaded before there is one."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.suggesting.wishes import AfterWish, HowWish, PlanWish, SuggestionSaid
from unplug.engine.suggestions.suggested import AfterNow, PlanMade, SuggestionNow

if TYPE_CHECKING:
    from ui.suggesting.after_card import AfterCard
    from ui.suggesting.card import SuggestionCard
    from ui.suggesting.how_card import HowCard
    from ui.suggesting.plan_card import PlanCard
    from ui.suggesting.popup import PopUp

_CARDS = ("suggestion_card", "plan_card", "after_card", "how_card")


class ScreenSuggestStage(QObject):
    """Shows cards, and passes on what is said on them.

    Signals:
        said: carries a `SuggestionSaid`.
        planned: carries a `PlanWish`.
        told: carries an `AfterWish`.
        how_chosen: carries a `HowWish`.
        save_requested: carries a `PlanMade`.
        address_requested: carries an address to open.
    """

    can_plan = True
    said = Signal(SuggestionSaid)
    planned = Signal(PlanWish)
    told = Signal(AfterWish)
    how_chosen = Signal(HowWish)
    save_requested = Signal(PlanMade)
    address_requested = Signal(str)

    def show(self, suggestion: SuggestionNow) -> None:
        """Show a suggestion on a small card."""
        self.suggestion_card.show_suggestion(suggestion)

    def plan(self, suggestion: SuggestionNow) -> None:
        """Let the user look at the plan before it is made."""
        self.plan_card.show_suggestion(suggestion)

    def show_plan(self, made: PlanMade) -> None:
        """The plan is made."""
        self.plan_card.show_plan(made)

    def ask_after(self, after: AfterNow) -> None:
        """Ask whether it happened, and how it was."""
        self.after_card.ask(after)

    def ask_how(self) -> None:
        """Ask "fewer, other times, pause, stop?"."""
        self.how_card.come()

    def hide(self) -> None:
        """Take the suggestion away."""
        if "suggestion_card" in self.__dict__:
            self.suggestion_card.hide()

    def close(self) -> None:
        """Take everything away, for good."""
        for name in _CARDS:
            card: PopUp | None = self.__dict__.pop(name, None)
            if card is not None:
                card.close()
                card.deleteLater()

    @cached_property
    def suggestion_card(self) -> "SuggestionCard":
        """The card of a suggestion."""
        from ui.suggesting.card import SuggestionCard  # noqa: PLC0415

        card = SuggestionCard()
        card.said.connect(self.said)
        return card

    @cached_property
    def plan_card(self) -> "PlanCard":
        """The card of a plan."""
        from ui.suggesting.plan_card import PlanCard  # noqa: PLC0415

        card = PlanCard()
        card.planned.connect(self.planned)
        card.save_requested.connect(self.save_requested)
        card.address_requested.connect(self.address_requested)
        return card

    @cached_property
    def after_card(self) -> "AfterCard":
        """The card afterwards."""
        from ui.suggesting.after_card import AfterCard  # noqa: PLC0415

        card = AfterCard()
        card.told.connect(self.told)
        return card

    @cached_property
    def how_card(self) -> "HowCard":
        """The card that asks how to go on."""
        from ui.suggesting.how_card import HowCard  # noqa: PLC0415

        card = HowCard()
        card.chosen.connect(self.how_chosen)
        return card
