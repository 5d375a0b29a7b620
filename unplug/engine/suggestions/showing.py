"""Where suggestions are seen: the desktop's own notes, and the cards of the stage."""

from collections.abc import Callable

from unplug.engine.listening import Speaker
from unplug.engine.suggestions.notes import SuggestNotes
from unplug.engine.suggestions.stage import SuggestStage
from unplug.engine.suggestions.suggested import SuggestionNow


class Showing:
    """Shows on the one or the other; the notes are made when the first is needed.

    Args:
        stage: where cards are shown.
        notes: makes the desktop's notes.
    """

    def __init__(self, stage: SuggestStage, notes: Callable[[], SuggestNotes]) -> None:
        self.stage = stage
        self._make = notes
        self._made: SuggestNotes | None = None

    def show(self, suggestion: SuggestionNow) -> None:
        """Show a suggestion, as a card where there are no notes."""
        self._notes().show(suggestion, lambda: self.stage.show(suggestion))

    def ask_how(self) -> None:
        """Ask how the user would like suggestions."""
        self._notes().ask_how(self.stage.ask_how)

    def withdraw(self) -> None:
        """Take away what is shown."""
        if self._made is not None:
            self._made.withdraw()
        self.stage.hide()

    def sources(self) -> tuple[Speaker, ...]:
        """The bus, once a note was shown."""
        desk = None if self._made is None else self._made.desk
        return (desk,) if desk is not None and desk.is_open else ()

    def dispatch(self) -> None:
        """Hear what the desktop says of the notes."""
        if self._made is not None and self._made.desk is not None:
            self._made.desk.dispatch()

    def close(self) -> None:
        """Take back what is shown."""
        self.stage.hide()
        if self._made is not None:
            self._made.close()
            self._made = None

    def _notes(self) -> SuggestNotes:
        if self._made is None:
            self._made = self._make()
        return self._made
