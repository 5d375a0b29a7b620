"""What suggestions ask of the screen, whoever carries it out."""

from typing import Protocol

from unplug.engine.suggestions.suggested import AfterNow, SuggestionNow


class SuggestStage(Protocol):
    """Where suggestions are seen, where the desktop's own notes do not do.

    Attributes:
        can_plan: whether a plan can be looked at and changed before it is made.
    """

    can_plan: bool

    def show(self, suggestion: SuggestionNow) -> None:
        """Show a suggestion on a small card of our own."""

    def plan(self, suggestion: SuggestionNow) -> None:
        """Let the user look at the plan before it is made."""

    def ask_after(self, after: AfterNow) -> None:
        """Ask whether it happened, and how it was."""

    def ask_how(self) -> None:
        """Ask "fewer, other times, pause, stop?"."""

    def hide(self) -> None:
        """Take away whatever is shown of suggestions."""


class NullSuggestStage:
    """A stage in the dark: what is planned there is planned as suggested."""

    can_plan = False

    def show(self, suggestion: SuggestionNow) -> None:
        """Show nothing."""

    def plan(self, suggestion: SuggestionNow) -> None:
        """Show nothing."""

    def ask_after(self, after: AfterNow) -> None:
        """Ask nothing."""

    def ask_how(self) -> None:
        """Ask nothing."""

    def hide(self) -> None:
        """Nothing is shown."""
