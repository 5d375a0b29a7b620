"""The suggestion that waits, in the tray's menu, with its four answers."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMenu

from ui.tray.lines import add_line, say
from unplug.engine.snapshot import Snapshot

_ANSWERS = ("plan", "someone-else", "not-now", "never")
translate = QCoreApplication.translate


class SuggestMenu(QObject):
    """Shows who could be seen, and takes an answer.

    Signals:
        said: something was said to the suggestion; carries its key and the answer.
    """

    said = Signal(str, str)
    _key = ""

    def add_to(self, menu: QMenu) -> None:
        """Put the lines at the menu's end."""
        self.below = menu.addMenu("")
        self.why = add_line(self.below, lambda: None)
        self.why.setEnabled(False)
        self.below.addSeparator()
        texts = (
            translate("Tray", "Plan it"),
            translate("Tray", "Someone else"),
            translate("Tray", "Not now"),
            translate("Tray", "Never this person"),
        )
        self.answers = [
            add_line(self.below, partial(self._say, answer), text)
            for answer, text in zip(_ANSWERS, texts, strict=True)
        ]
        self.separator = menu.addSeparator()

    def render(self, snapshot: Snapshot, *, drawn_by_panel: bool) -> None:
        """Show the present."""
        suggestion = snapshot.suggestions.suggestion
        title = why = ""
        if suggestion is not None:
            self._key, why = suggestion.key, suggestion.why
            text = translate("Tray", "{person}: {step}, {when}")
            title = text.format(
                person=suggestion.person,
                step=suggestion.step,
                when=f"{suggestion.start:%a %H:%M}",
            )
        say(self.below.menuAction(), title, drawn_by_panel=drawn_by_panel)
        say(self.why, why, drawn_by_panel=drawn_by_panel)
        self.separator.setVisible(bool(title))

    def _say(self, answer: str) -> None:
        self.said.emit(self._key, answer)
