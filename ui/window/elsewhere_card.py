"""A server of the user's own that unplug may use: named once, tried, switched off."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui import theme, words
from ui.parts import (
    Body,
    Card,
    FlowLayout,
    FormRow,
    InlineNotice,
    Quiet,
    Small,
    flat_button,
    secondary_button,
)
from ui.troubles import sentence
from unplug.clock import Clock
from unplug.errors import UnplugError

translate = QCoreApplication.translate
Json = dict[str, Any]
Ask = Callable[..., dict[str, Any]]


class ElsewhereCard(Card):
    """Says what is used and how it goes; the form is there when it is wanted.

    Args:
        heading: what it is.
        text: what it does, in a sentence or two.
        clock: where the time comes from.
        ask: has something done, by one of ``show``, ``set``, ``off`` and ``now``.
    """

    named_by = "url"
    """Under which name the answer says what is used."""

    def __init__(self, heading: str, text: str, *, clock: Clock, ask: Ask) -> None:
        super().__init__(heading)
        self._clock, self._ask = clock, ask
        self._waits = False
        self._told: Json = {}
        self.add(Quiet(text))
        self.place, self.went = Body(), Small()
        self.wrong = InlineNotice(warning=True)
        self.noted = InlineNotice()
        for part in (self.place, self.went, self.wrong, self.noted):
            part.hide()
            self.add(part)
        self.form = self._form()
        self.form.hide()
        self.add(self.form)
        self.buttons = self._buttons()
        self.add(self.buttons)

    def fields(self) -> tuple[FormRow, ...]:
        """What is to be filled in; the first says where it is."""
        raise NotImplementedError

    def filled_in(self) -> Json:
        """What was filled in, as it is asked for."""
        raise NotImplementedError

    def fill_in(self, told: Json) -> None:
        """Show what is used at present; the password is shown to nobody."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show how it goes."""
        try:
            self._render(self._ask("show"))
        except UnplugError as error:
            self.wrong.say(sentence(error))

    def open_form(self) -> None:
        """Have it filled in."""
        self.wrong.say("")
        self.fill_in(self._told)
        self.form.show()
        self.buttons.hide()
        self.rows[0].field.setFocus()

    def use(self) -> None:
        """Try what was filled in; it is kept once it works."""
        if self.try_it.isEnabled():
            self._do("set", **self.filled_in())

    def close_form(self) -> None:
        """Leave everything as it is."""
        self._shut()
        self.wrong.say("")
        self.refresh()

    def _form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * theme.GRID_PX)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.rows = self.fields()
        for row in self.rows:
            column.addWidget(row)
            if isinstance(row.field, QLineEdit):
                row.field.returnPressed.connect(self.use)
        answers = FlowLayout()
        self.cancel = secondary_button(
            translate("Elsewhere", "Cancel"), self.close_form
        )
        self.try_it = secondary_button(translate("Elsewhere", "Use it"), self.use)
        answers.addWidget(self.cancel)
        answers.addWidget(self.try_it)
        column.addLayout(answers)
        return form

    def _buttons(self) -> QWidget:
        whole = QWidget()
        row = FlowLayout(whole)
        self.change = secondary_button("", self.open_form)
        self.now = secondary_button(
            translate("Elsewhere", "Try now"), lambda: self._do("now")
        )
        self.off = flat_button(
            translate("Elsewhere", "Use none any more"), lambda: self._do("off")
        )
        for button in (self.change, self.now, self.off):
            row.addWidget(button)
        return whole

    def _shut(self) -> None:
        """Put the form away; the keyboard stays where it was."""
        focus: QWidget | None = self.window().focusWidget()
        within = focus is not None and self.form.isAncestorOf(focus)
        self.buttons.show()
        if within:
            self.change.setFocus()
        self.form.hide()
        self.password.clear()

    def _do(self, how: str, **asked: object) -> None:
        self.wrong.say("")
        try:
            done = self._ask(how, **asked)
        except UnplugError as error:
            self.wrong.say(sentence(error))
            return
        self._waits = how == "set"
        self._render(done)

    def _render(self, told: Json) -> None:
        self._told = told
        place, under_way = str(told[self.named_by]), not told["done"]
        if self._waits and not under_way:
            self._waits = False
            if told["error"] is None:
                self._shut()
        opened = not self.form.isHidden()
        self.place.setText(place)
        self.place.setVisible(bool(place))
        self.went.setText(self._how_it_went(told, under_way=under_way))
        self.went.setVisible(bool(self.went.text()))
        if told["error"] is not None or not opened:
            self.wrong.say(sentence(str(told["error"] or "")))
        self.noted.say(sentence(str(told["note"])))
        self.try_it.setEnabled(not under_way)
        self.change.say(
            translate("Elsewhere", "Change…")
            if place
            else translate("Elsewhere", "Set it up…")
        )
        self.buttons.setVisible(not opened)
        for button in (self.now, self.off):
            button.setVisible(bool(place))

    def _how_it_went(self, told: Json, *, under_way: bool) -> str:
        if under_way:
            return translate("Elsewhere", "Being tried…")
        last = told["last_succeeded"]
        if last is None:
            return ""
        now = self._clock.stamp().utc.astimezone(self._clock.zone())
        text = translate("Elsewhere", "Last succeeded: {when}")
        return text.format(when=words.lately(last, now))
