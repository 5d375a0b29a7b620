"""Suggestions on the page of the day: who waits, what is over, or one on request."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from ui.parts import Body, Card, FlowLayout, Quiet, secondary_button
from ui.suggesting import wording
from ui.suggesting.card import answers
from ui.suggesting.wishes import AfterWish, AskWish, SuggestionSaid
from unplug.engine.snapshot import Snapshot
from unplug.engine.suggestions.suggested import AfterNow, SuggestionNow

translate = QCoreApplication.translate


class TodaySuggestion(Card):
    """One card that says one thing at a time.

    Signals:
        wished: something is wanted; carries a wish of `ui.suggesting.wishes`.
    """

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Suggesting", "Somebody to see"), parent)
        self._suggestion: SuggestionNow | None = None
        self._after: AfterNow | None = None
        self.text, self.why, self.along = Body(), Quiet(), Quiet()
        for part in (self.text, self.why, self.along):
            self.add(part)
        self.ask = secondary_button(
            translate("Suggesting", "Suggest somebody"),
            lambda: self.wished.emit(AskWish()),
        )
        self.said = {
            said: secondary_button(text, partial(self._say, said))
            for said, text in answers()
        }
        self.yes = secondary_button(
            translate("Suggesting", "Yes"), partial(self._tell, happened=True)
        )
        self.no = secondary_button(
            translate("Suggesting", "No"), partial(self._tell, happened=False)
        )
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.ask, *self.said.values(), self.yes, self.no):
            flow.addWidget(button)
        self.add(buttons)
        self._show("", "", "")

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show the present."""
        now = snapshot.suggestions
        self._suggestion, self._after = now.suggestion, now.after
        if now.after is not None:
            self._show(wording.did_it_happen(now.after), "", "")
        elif now.suggestion is not None:
            made = now.suggestion
            text = f"{wording.headline(made)} · {wording.when(made)}"
            self._show(text, made.why, wording.bring_along(made))
        else:
            nobody = translate("Suggesting", "Nobody is suggested at present.")
            self._show(nobody, now.silent, "")

    def _show(self, text: str, why: str, along: str) -> None:
        for part, said in ((self.text, text), (self.why, why), (self.along, along)):
            part.setText(said)
            part.setVisible(bool(said))
        asks_after = self._after is not None
        waits = self._suggestion is not None and not asks_after
        for button in self.said.values():
            button.setVisible(waits)
        self.yes.setVisible(asks_after)
        self.no.setVisible(asks_after)
        self.ask.setVisible(not (waits or asks_after))

    def _say(self, said: object) -> None:
        if self._suggestion is not None:
            self.wished.emit(SuggestionSaid(self._suggestion.key, said))  # type: ignore[arg-type]

    def _tell(self, *, happened: bool) -> None:
        if self._after is not None:
            self.wished.emit(AfterWish(self._after.key, happened=happened))
