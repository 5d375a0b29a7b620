"""An evening at the screen with friends to see, for the tests of suggestions."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.fakes import FakeClock
from unplug.acting.notes import Closed, Note, Pressed
from unplug.clock import to_ms
from unplug.engine.app import App
from unplug.engine.suggestions.suggested import AfterNow, SuggestionNow
from unplug.people.checkins import CheckIn, CheckInKind
from unplug.people.contact import Contact, Email, FreeTime, Phone
from unplug.sensing.facts import Active, Fact, Idle, Locked, Observed, Unlocked
from unplug.store.people.changing import Changes
from unplug.usage.states import ScreenSpan, State

EVENING = datetime(2027, 3, 16, 17, 0, tzinfo=UTC)  # a Tuesday, 18:00 in Madrid
TODAY = EVENING.date()
MINUTE_MS, HOUR_MS = 60_000, 3_600_000
ANA = Contact(
    uid="ana",
    full_name="Ana García",
    circle="close",
    closeness=5,
    emails=(Email(address="ana@example.org"),),
    phones=(Phone(raw="+34 600 000 001"),),
    city="Madrid",
    free_times=(FreeTime(2, 18, 22),),
    topics=("the allotment",),
)
BO = Contact(
    uid="bo",
    full_name="Bo",
    circle="close",
    closeness=4,
    free_times=(FreeTime(3, 18, 22),),
)
DEE = Contact(uid="dee", full_name="Dee", circle="close", closeness=5, never=True)


@dataclass
class FakeStage:
    """A screen that notes what it is asked to show."""

    can_plan: bool = False
    shown: list[SuggestionNow] = field(default_factory=list)
    planned: list[SuggestionNow] = field(default_factory=list)
    afters: list[AfterNow] = field(default_factory=list)
    asked_how: int = 0
    hidden: int = 0

    def show(self, suggestion: SuggestionNow) -> None:
        self.shown.append(suggestion)

    def plan(self, suggestion: SuggestionNow) -> None:
        self.planned.append(suggestion)

    def ask_after(self, after: AfterNow) -> None:
        self.afters.append(after)

    def ask_how(self) -> None:
        self.asked_how += 1

    def hide(self) -> None:
        self.hidden += 1


class FakeNotifications:
    """A desktop that shows notes, or none at all."""

    def __init__(self, *, buttons: bool | None = True) -> None:
        self.buttons = buttons
        self.heard: Any = None
        self.notes: dict[int, Note] = {}
        self.withdrawn: list[int] = []

    def look(self) -> None:
        """Nothing to find out."""

    def show(self, note: Note, *, instead_of: int | None = None) -> int:
        if instead_of is not None:
            self.notes.pop(instead_of, None)
        number = len(self.notes) + len(self.withdrawn) + 1
        self.notes[number] = note
        return number

    def withdraw(self, number: int) -> None:
        self.withdrawn.append(number)
        self.notes.pop(number, None)

    def press(self, number: int, key: str) -> None:
        self.heard(Pressed(number, key))

    def fail(self, number: int) -> None:
        self.heard(Closed(number, shown=False))


class Evening:
    """The app on a real database, with a clock and a desktop that tests command."""

    def __init__(
        self, folder: Path, *, desktop: FakeNotifications | None = None
    ) -> None:
        self.clock = FakeClock(to_ms(EVENING), "Europe/Madrid")
        self.stage = FakeStage()
        self.desktop = desktop or FakeNotifications(buttons=False)
        self.app = App(
            folder,
            self.clock,
            suggest_stage=self.stage,
            notifications=self.desktop,
        )
        self.suggestions = self.app.suggestions

    def knows(self, *contacts: Contact) -> "Evening":
        self.app.people.book.change(Changes(kind="import", put=contacts))
        return self

    def met(self, uid: str, days_ago: int, felt: int | None = None) -> "Evening":
        on = TODAY - timedelta(days=days_ago)
        kind = CheckInKind.IN_PERSON
        check_in = CheckIn(kind=kind, people=frozenset({uid}), on=on, felt=felt)
        self.app.people.book.log(check_in)
        return self

    def screen(self, day: date, hours: float, *, until_h: int = 17) -> "Evening":
        """Screen time on a day, in stretches of 30 minutes with breaks between."""
        usage = self.app._books.usage
        assert usage is not None
        start = datetime(day.year, day.month, day.day, 5, tzinfo=UTC)
        step = timedelta(hours=until_h - 5) / (hours * 2)
        spans = [
            ScreenSpan(to_ms(start + step * i), 30 * MINUTE_MS, State.ACTIVE, "web")
            for i in range(int(hours * 2))
        ]
        usage.append(spans, usage.last_commit_id + 1)
        return self

    def usually(self, hours: float, today: float) -> "Evening":
        """So many hours on each of the last 28 days, and so many today."""
        for ago in range(28, 0, -1):
            self.screen(TODAY - timedelta(days=ago), hours)
        return self.screen(TODAY, today)

    def days_pass(self, count: int) -> "Evening":
        """Usual days, and then a long one; it is the same hour as before."""
        for left in range(count, 0, -1):
            self.clock.advance(24 * HOUR_MS)
            self.screen(self.app.people.book.today, 2 if left > 1 else 8)
        return self

    def says(self, *facts: Fact) -> "Evening":
        for fact in facts:
            self.suggestions.observe(Observed(self.clock.stamp(), fact))
        return self

    def comes_back(self, after_ms: int = 10 * MINUTE_MS) -> "Evening":
        """Nothing is touched for a while, then somebody is back."""
        self.says(Idle(0))
        self.clock.advance(after_ms)
        self.says(Active())
        self.suggestions.look()
        return self

    def unlocks(self) -> "Evening":
        self.says(Locked("a"), Unlocked("a"))
        self.suggestions.look()
        return self

    @property
    def suggestion(self) -> SuggestionNow | None:
        return self.app.snapshot().suggestions.suggestion

    @property
    def silent(self) -> str:
        return self.app.snapshot().suggestions.silent


@contextmanager
def evening(
    folder: Path, desktop: FakeNotifications | None = None
) -> Iterator[Evening]:
    """An evening with usage running high, and two friends who are due."""
    made = Evening(folder, desktop=desktop)
    try:
        made.usually(2, 8).knows(ANA, BO, DEE)
        made.met("ana", 40, felt=5).met("bo", 30)
        yield made
    finally:
        made.app.close()
