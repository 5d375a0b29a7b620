"""Suggestions as notes of the desktop, with buttons; where there are none, our card."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from unplug.acting.notes import (
    Button,
    Closed,
    NoNotifications,
    Note,
    Notifications,
    Pressed,
    Urgency,
)
from unplug.engine.suggestions.suggested import How, Said, SuggestionNow

if TYPE_CHECKING:
    from unplug.acting.desk import Desk

APP_NAME = "unplug"

BUTTONS = (
    Button(Said.PLAN.value, "Plan it"),
    Button(Said.SOMEONE_ELSE.value, "Someone else"),
    Button(Said.NOT_NOW.value, "Not now"),
    Button(Said.NEVER.value, "Never this person"),
)
HOW_BUTTONS = (
    Button(How.FEWER.value, "Fewer"),
    Button(How.OTHER_TIMES.value, "Other times"),
    Button(How.PAUSE.value, "Pause"),
    Button(How.STOP.value, "Stop"),
)
HOW_TITLE = "How would you like suggestions?"
HOW_BODY = "Three went unanswered. Close this to leave everything as it is."


class SuggestNotes:
    """Shows one note at a time.

    Args:
        said: hears what was said to a suggestion, by its key.
        how: hears how the user would like suggestions.
        notifications: shows the notes; None: those of this desktop.
    """

    def __init__(
        self,
        *,
        said: Callable[[str, Said], None],
        how: Callable[[How], None],
        notifications: Notifications | None = None,
    ) -> None:
        self._said = said
        self._how = how
        self.desk: Desk | None = None
        self._notifications = notifications or self._of_desktop()
        self._notifications.heard = self._heard
        self._shown: int | None = None
        self._key: str | None = None
        self._unseen: Callable[[], None] = _nothing

    def show(self, suggestion: SuggestionNow, unseen: Callable[[], None]) -> None:
        """Show a suggestion, in the place of the one before.

        Args:
            suggestion: what to show.
            unseen: told if the desktop shows no such notes.
        """
        self._put(note_of(suggestion), suggestion.key, unseen)

    def ask_how(self, unseen: Callable[[], None]) -> None:
        """Put "fewer, other times, pause, stop?"."""
        self._put(Note(HOW_TITLE, HOW_BODY, HOW_BUTTONS, Urgency.LOW), None, unseen)

    def withdraw(self) -> None:
        """Take back what is shown."""
        if self._shown is not None:
            self._notifications.withdraw(self._shown)
        self._shown = None

    def close(self) -> None:
        """Take back what is shown, and leave the bus."""
        self.withdraw()
        if self.desk is not None:
            self.desk.settle()
            self.desk.close()

    def _of_desktop(self) -> Notifications:
        if sys.platform in {"win32", "darwin"}:  # our own card does it there
            return NoNotifications()
        from unplug.acting.desk import Desk  # noqa: PLC0415  (not there elsewhere)
        from unplug.acting.notifications import DesktopNotifications  # noqa: PLC0415

        self.desk = Desk()
        return DesktopNotifications(self.desk, app_name=APP_NAME)

    def _put(self, note: Note, key: str | None, unseen: Callable[[], None]) -> None:
        self._key, self._unseen = key, unseen
        before, self._shown = self._shown, None
        if self._notifications.buttons is False:
            self.withdraw()
            unseen()
            return
        # A note that nobody can show is heard of at once.
        number = self._notifications.show(note, instead_of=before)
        if self._unseen is not _nothing:
            self._shown = number

    def _heard(self, what: Pressed | Closed) -> None:
        match what:
            case Pressed(note=number, key=pressed) if number == self._shown:
                self._shown = None
                self._press(pressed)
            case Closed(note=number, shown=False) if self._shown in {number, None}:
                self._shown = None
                unseen, self._unseen = self._unseen, _nothing
                unseen()
            case Closed(note=number) if number == self._shown:
                self._shown = None

    def _press(self, pressed: str) -> None:
        if self._key is None:
            self._how(How(pressed))
        else:
            self._said(self._key, Said(pressed))


def note_of(suggestion: SuggestionNow) -> Note:
    """The note that shows a suggestion."""
    when = f"{suggestion.start:%A %H:%M}"
    step = suggestion.step[:1].upper() + suggestion.step[1:]
    joined = "" if suggestion.by_phone else f" with {suggestion.person}"
    title = f"{step}{joined}, {when}?"
    lines = [suggestion.why]
    if suggestion.warm_up:
        lines.append(f"Easy first: say hello to {suggestion.warm_up}.")
    return Note(title, "\n".join(lines), BUTTONS)


def _nothing() -> None:
    """Nobody waits to hear that it was not seen."""
