"""Buttons. Those for yes and for no are of one kind: use two secondary ones."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

OnClick = Callable[[], object] | None


class Button(QPushButton):
    """A button of a kind that the theme knows.

    Args:
        text: what it says; an ampersand is one.
        kind: ``primary``, ``secondary``, ``danger``, ``flat`` or ``segment``.
        on_click: what happens.
        name: what a screen reader says, where the text alone is not enough.
    """

    def __init__(
        self,
        text: str = "",
        *,
        kind: str = "secondary",
        on_click: OnClick = None,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.say(text)
        if name:
            self.setAccessibleName(name)
        self.setAutoDefault(False)
        if on_click is not None:
            self.clicked.connect(lambda *_: on_click())

    def say(self, text: str) -> None:
        """Change what it says."""
        self.setText(text.replace("&", "&&"))


def primary_button(text: str, on_click: OnClick = None, *, name: str = "") -> Button:
    """The one thing to do here; at most one on a page."""
    return Button(text, kind="primary", on_click=on_click, name=name)


def secondary_button(text: str, on_click: OnClick = None, *, name: str = "") -> Button:
    """Anything else that can be done."""
    return Button(text, on_click=on_click, name=name)


def danger_button(text: str, on_click: OnClick = None, *, name: str = "") -> Button:
    """What cannot be taken back."""
    return Button(text, kind="danger", on_click=on_click, name=name)


def flat_button(text: str, on_click: OnClick = None, *, name: str = "") -> Button:
    """What is done seldom, without an edge."""
    return Button(text, kind="flat", on_click=on_click, name=name)
