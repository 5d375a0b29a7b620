"""The pages there are, in their order; each is built when it is first looked at."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.window.page import Page, Surroundings

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PageKind:
    """A page that can be opened.

    Attributes:
        key: what it is called in the code and on the command line.
        icon: the name of its icon.
        title: says what it is called, in the user's language.
        build: makes it.
        in_bar: whether the bar leads to it.
    """

    key: str
    icon: str
    title: Callable[[], str]
    build: Callable[[Surroundings], Page]
    in_bar: bool = True


def _today(around: Surroundings) -> Page:
    from ui.window.today import TodayPage  # noqa: PLC0415

    return TodayPage(around)


def _sessions(around: Surroundings) -> Page:
    from ui.sessions.page import SessionsPage  # noqa: PLC0415
    from ui.sessions.people import Contacts  # noqa: PLC0415

    desk = around.app.sessions.plan_desk
    return SessionsPage(desk, around.clock, Contacts(around.app))


def _people(around: Surroundings) -> Page:
    from ui.people.page import PeoplePage  # noqa: PLC0415

    return PeoplePage(around)


def _patterns(around: Surroundings) -> Page:
    from ui.window.patterns import PatternsPage  # noqa: PLC0415

    return PatternsPage(around)


def _trips(around: Surroundings) -> Page:
    from ui.trips.page import TripsPage  # noqa: PLC0415

    return TripsPage(around)


def _settings(around: Surroundings) -> Page:
    from ui.window.settings import SettingsPage  # noqa: PLC0415

    return SettingsPage(around)


def _welcome(around: Surroundings) -> Page:
    from ui.window.welcome import WelcomePage  # noqa: PLC0415

    return WelcomePage(around)


def pages() -> tuple[PageKind, ...]:
    """The pages, in the order of the side bar."""
    return (
        PageKind("today", "today", lambda: translate("Window", "Today"), _today),
        PageKind(
            "sessions",
            "sessions",
            lambda: translate("Window", "Device-free time"),
            _sessions,
        ),
        PageKind("people", "people", lambda: translate("Window", "People"), _people),
        PageKind("trips", "trips", lambda: translate("Window", "Trips"), _trips),
        PageKind(
            "patterns", "patterns", lambda: translate("Window", "Patterns"), _patterns
        ),
        PageKind(
            "settings", "settings", lambda: translate("Window", "Settings"), _settings
        ),
        PageKind(
            "welcome",
            "heart",
            lambda: translate("Window", "Welcome"),
            _welcome,
            in_bar=False,
        ),
    )
