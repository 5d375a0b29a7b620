"""Suggestions as notes on real notification services."""

from collections.abc import Callable

import pytest

from tests.desktop.actors import desk_on, heard_until
from tests.desktop.rigs import x11_desktop
from tests.desktop.test_notifications import click_on_last_button
from tests.ui.suggesting_values import WALK
from unplug.acting.desk import Desk
from unplug.acting.notifications import DesktopNotifications
from unplug.engine.suggestions.notes import SuggestNotes
from unplug.engine.suggestions.suggested import How, Said

COUNT = ("dunstctl", "count", "displayed")


class Heard:
    """What becomes of a suggestion that the desktop shows."""

    def __init__(self, desk: Desk) -> None:
        self.said: list[tuple[str, Said]] = []
        self.how: list[How] = []
        self.unseen = 0
        self._desk = desk
        self.notifications = DesktopNotifications(desk, app_name="unplug")
        self.notes = SuggestNotes(
            said=lambda key, said: self.said.append((key, said)),
            how=self.how.append,
            notifications=self.notifications,
        )

    def show(self) -> None:
        self.notes.show(WALK, self._not_seen)

    def until(self, condition: Callable[[], object]) -> None:
        heard_until(self._desk, condition)

    def _not_seen(self) -> None:
        self.unseen += 1


def test_xfce_shows_four_buttons_and_the_last_is_heard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with (
        x11_desktop(notifications="xfce4") as desktop,
        desk_on(desktop, monkeypatch) as desk,
    ):
        heard = Heard(desk)
        heard.show()
        heard.until(lambda: heard.notifications.buttons)
        click_on_last_button(desktop, "xfce4-notifyd")
        heard.until(lambda: heard.said)
        assert heard.said == [("k1", Said.NEVER)]
        assert heard.unseen == 0


def test_dunst_shows_a_suggestion_until_it_is_answered_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with (
        x11_desktop(notifications="dunst") as desktop,
        desk_on(desktop, monkeypatch) as desk,
    ):
        heard = Heard(desk)
        heard.show()
        heard.until(lambda: desktop.run(*COUNT).strip() == "1")
        heard.notes.ask_how(heard._not_seen)
        heard.until(lambda: desktop.run(*COUNT).strip() == "1")
        heard.notes.withdraw()
        heard.until(lambda: desktop.run(*COUNT).strip() == "0")
        assert (heard.said, heard.how, heard.unseen) == ([], [], 0)
