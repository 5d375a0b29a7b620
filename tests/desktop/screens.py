"""Shows the states of every page and dialog on the display, one after another.

``python -m tests.desktop.screens FOLDER EMPTY TARGET SCHEME``: two data folders, one
with a month and one with nothing; a picture of each state goes into the target, and a
line of JSON says what is shown and what has too little room.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from tests.ui.layout import clipped, shown
from tests.ui.suggesting_values import AFTER, PLAN, WALK
from ui.app import looked_at
from ui.gallery import await_worker, settle, wearing
from ui.people.circles import EditCircles
from ui.people.duplicates import Pairs
from ui.people.edit_person import EditPerson
from ui.people.import_wizard import ImportWizard
from ui.people.linking import LinkFolder
from ui.people.log_meeting import LogMeeting
from ui.suggesting.after_card import AfterCard
from ui.suggesting.card import SuggestionCard
from ui.suggesting.how_card import HowCard
from ui.suggesting.plan_card import PlanCard
from ui.trips.inviting import InviteSheet
from ui.trips.page import TripsPage
from ui.window.page import Surroundings
from ui.window.pages import pages
from ui.window.welcome import WelcomePage
from ui.window.window import MainWindow
from unplug.clock import SetClock, SystemClock, to_ms
from unplug.days import DAY_MS
from unplug.engine.demo.month import afternoon
from unplug.people.contact import Contact

SAMPLES = Path(__file__).parents[1] / "unplug" / "people" / "samples"
WIDE, NARROW = QSize(1240, 900), QSize(480, 900)
SHEETS = ("create", "join", "take-up", "propose", "invite", "sending", "pair")
LONG_NAME = "Wilhelmina-Alexandra von Hohenstein-Österreichischer und zu Guttenberg"

State = tuple[str, QWidget]


def main(folder: Path, empty: Path, target: Path, scheme: str) -> None:
    """Show everything once."""
    app = QApplication(["unplug"])
    clock = afternoon(SystemClock())
    with wearing(scheme):
        with looked_at(folder, clock) as around:
            for name, window in _full(around):
                _look(around, f"{name}-{scheme}", window, target)
            trip = around.app.snapshot().trip
            assert trip is not None
            assert trip.start is not None
            window_ms = to_ms(trip.start)
        for name, days in (("trip-together", 1), ("trip-over", 3)):
            later = SetClock(window_ms + days * DAY_MS, clock.zone())
            with looked_at(folder, later) as around:
                around.app.trips.look()
                _look(around, f"{name}-{scheme}", _trip(around), target)
        with looked_at(empty, clock) as around:
            for name, window in _paged(around, WIDE):
                _look(around, f"{name}-empty-{scheme}", window, target)
    del app


def _full(around: Surroundings) -> Iterator[State]:
    yield from _paged(around, WIDE)
    for name, window in _paged(around, NARROW):
        yield f"{name}-narrow", window
    yield from _sessions(around)
    yield from _people(around)
    yield from _suggestions()
    yield from _trips(around)
    yield from _welcome(around)


def _paged(around: Surroundings, size: QSize) -> Iterator[State]:
    for kind in pages():
        yield f"page-{kind.key}", _window(around, kind.key, size)


def _sessions(around: Surroundings) -> Iterator[State]:
    [plan, *_] = around.app.sessions.plan_desk.rows()
    for name, about in (("plan-new", "new"), ("plan", plan.uid)):
        window = _window(around, "sessions", WIDE)
        window.go("sessions", about)
        yield name, window


def _people(around: Surroundings) -> Iterator[State]:
    people = around.app.people
    book = people.book
    [first, *_] = book.people()
    yield "somebody-new", EditPerson(Contact(uid="new"), book)
    yield "somebody", EditPerson(book.card(first.uid), book)
    yield "long-name", EditPerson(Contact(uid="long", full_name=LONG_NAME), book)
    yield "circles", EditCircles(book)
    meeting = LogMeeting(book)
    meeting.about(first.uid)
    yield "meeting", meeting
    yield "import-choose", ImportWizard(people)
    importing = ImportWizard(people)
    importing.take([SAMPLES / "google-new.csv"])
    yield "import-preview", importing
    yield "pairs", Pairs(people)
    yield "linked-folder", LinkFolder(people)


def _suggestions() -> Iterator[State]:
    card = SuggestionCard()
    card.show_suggestion(WALK)
    card.come()
    yield "suggestion", card
    plan = PlanCard()
    plan.show_suggestion(WALK)
    plan.come()
    yield "plan-it", plan
    planned = PlanCard()
    planned.show_suggestion(WALK)
    planned.show_plan(PLAN)
    planned.come()
    yield "planned", planned
    after = AfterCard()
    after.ask(AFTER)
    after.come()
    yield "how-was-it", after
    how = HowCard()
    how.come()
    yield "how-suggestions", how


def _trips(around: Surroundings) -> Iterator[State]:
    for sheet in SHEETS:
        yield f"trip-{sheet}", _trip(around, sheet)
    window = _trip(around, "invite")
    assert isinstance(window.page, TripsPage)
    sheet_of = window.page.sheets["invite"]
    assert isinstance(sheet_of, InviteSheet)
    sheet_of.make.click()
    yield "trip-invite-made", window
    window.page.asking.do("lock", n=1)
    yield "trip-locked", _trip(around)


def _trip(around: Surroundings, sheet: str = "") -> MainWindow:
    window = _window(around, "trips", WIDE)
    if sheet:
        window.go("trips", sheet)
    return window


def _welcome(around: Surroundings) -> Iterator[State]:
    for step in range(1, 5):
        window = _window(around, "welcome", WIDE)
        for _ in range(step):
            assert isinstance(window.page, WelcomePage)
            window.page.go_on()
        yield f"welcome-{step + 1}", window


def _window(around: Surroundings, key: str, size: QSize) -> MainWindow:
    window = MainWindow(around)
    window.render_snapshot(around.app.snapshot())
    window.resize(size)
    window.show()
    window.go(key)
    return window


def _look(around: Surroundings, name: str, window: QWidget, target: Path) -> None:
    window.show()
    QTest.qWaitForWindowExposed(window)
    settle()
    await_worker(around)
    settle()
    picture = window.grab()
    picture.save(str(target / f"{name}.png"))
    said = [text for part in shown(window) if (text := clipped(part))]
    wide = [
        type(area.widget()).__name__
        for area in window.findChildren(QScrollArea)
        if area.isVisible() and area.widget().width() > area.viewport().width()
    ]
    line = json.dumps({"name": name, "clipped": said, "too_wide": wide})
    sys.stdout.write(f"{line}\n")
    window.close()
    window.deleteLater()
    settle()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4])
