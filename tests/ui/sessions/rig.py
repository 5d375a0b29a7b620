"""The sessions page on the real machine and store, with a clock tests command."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fakes import a_snapshot
from tests.unplug.engine.sessions.test_door import Door
from ui.parts import UndoOffer
from ui.sessions.editor import Editor
from ui.sessions.page import SessionsPage
from unplug.sessions.history import Outcome, Record
from unplug.sessions.saving import to_json
from unplug.store.sessions import Felt, Kept, SessionStore

MIN, HOUR, DAY = 60_000, 3_600_000, 86_400_000


class Marta:
    """One contact."""

    def names(self) -> tuple[tuple[str, str], ...]:
        return (("marta", "Marta"),)


class Rig:
    """A page, what it wished, and what is behind it."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.at = Door(folder)
        self.plans = self.at.door.plan_desk
        self.page = SessionsPage(self.plans, self.at.clock, Marta())
        qtbot.addWidget(self.page)
        self.page.resize(900, 900)
        self.wished: list[object] = []
        self.offers: list[UndoOffer] = []
        self.page.wished.connect(self.wished.append)
        self.page.did.connect(self.offers.append)
        self.page.show()
        self.show()

    def show(self) -> None:
        """Come into view."""
        self.see()
        self.page.refresh()
        QApplication.processEvents()  # new rows are seen from now on

    def see(self) -> None:
        """Be shown the present, as an open window is from time to time."""
        now = replace(a_snapshot(), at=self.at.clock.stamp().utc)
        self.page.render_snapshot(self.at.door.shown_in(now))

    @property
    def editor(self) -> Editor:
        assert self.page.editor is not None
        return self.page.editor

    @property
    def names(self) -> list[str]:
        return [item.row.name for item in self.page.plans.items]

    def went(self, *outcomes: Outcome, felt: Felt | None = None, why: str = "") -> None:
        """Sessions that are over, the last one latest."""
        now_ms = self.at.clock.stamp().wall_ms
        records = [
            Record(
                id=f"s{at}",
                outcome=outcome,
                parts=(),
                start_ms=now_ms - (len(outcomes) - at) * DAY,
                began_ms=now_ms - (len(outcomes) - at) * DAY,
                meant_ms=2 * HOUR,
                kept_ms=25 * MIN,
                moved_ms=20 * MIN,
                why=why,
                title="Evening off",
            )
            for at, outcome in enumerate(outcomes)
        ]
        news = (*records, *([felt] if felt else []))
        shelf = SessionStore(self.at.database)
        state = to_json(self.at.door.unplugging.state)
        shelf.keep(Kept(state, rests=False, news=news))
        self.show()


@pytest.fixture
def rig(tmp_path: Path, qtbot: QtBot) -> Iterator[Rig]:
    made = Rig(tmp_path / "data", qtbot)
    yield made
    made.at.door.close()
    made.at.database.close()


def seen(part: QWidget, page: QWidget) -> bool:
    return part.isVisibleTo(page)
