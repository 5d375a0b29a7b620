"""What the windows for people need of the app; ``unplug.engine.people.door`` has it.

All of it raises ``UnplugError`` where it cannot be done.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from unplug.errors import UnplugError
from unplug.people.checkins import CheckIn, DueState
from unplug.people.circles import Circle
from unplug.people.contact import Contact
from unplug.people.known import Known
from unplug.people.occasions import Occasion

if TYPE_CHECKING:
    from unplug.engine.people.files import Choices
    from unplug.engine.people.forgetting import Forgot
    from unplug.engine.people.jobs import ImportJob
    from unplug.engine.people.syncing import Settle, Synced
    from unplug.people.checkins import Logged


class Book(Protocol):
    """The people there are."""

    @property
    def today(self) -> date:
        """The local day."""

    def uids(self, circle: str | None = None) -> list[str]:
        """Everybody, or those in a circle, by name."""

    def some(self, uids: Sequence[str]) -> dict[str, Known]:
        """Some people at a glance."""

    def time_to_meet(self) -> list[Known]:
        """Those whom it is time to meet, the most overdue first."""

    def not_suggested(self) -> list[Known]:
        """Those who are never suggested, have died or are blocked."""

    def find(self, query: str, at_most: int = ...) -> list[str]:
        """Those whom a query tells, the likeliest first."""

    def person(self, uid: str) -> Known:
        """Somebody at a glance."""

    def card(self, uid: str) -> Contact:
        """Somebody's whole card."""

    def circles(self) -> Mapping[str, Circle]:
        """All circles, in their order."""

    def due(self, person: Known, circles: Mapping[str, Circle]) -> DueState | None:
        """Whether it is time to meet somebody."""

    def next_occasion(self, person: Known) -> Occasion | None:
        """Their next birthday or anniversary."""

    def check_ins(self, uid: str, limit: int = ...) -> "tuple[Logged, ...]":
        """Their meetings and calls, the latest first."""

    def log(self, check_in: CheckIn, source: str = "") -> str:
        """Log a meeting or call."""

    def drop_check_in(self, number: str) -> None:
        """Take back that something was logged."""

    def put(self, contact: Contact, title: str = "") -> int:
        """Add somebody, or change their card."""

    def merge(self, first: str, second: str) -> int:
        """Make one person of two."""

    def undo(self, batch: int) -> tuple[str, ...]:
        """Take a change back."""

    def put_circle(self, circle: Circle, place: int = 0) -> None:
        """Add a circle, or change its cadence."""

    def drop_circle(self, name: str) -> None:
        """Remove a circle of the user's own."""

    def keep_apart(self, first: str, second: str) -> None:
        """Remember that two are two people."""

    def duplicates(self, region: str = "") -> list[tuple[str, str]]:
        """Pairs that may be one person each."""


class Link(Protocol):
    """A folder that people are kept in step with."""

    observers: list[Callable[[], None]]
    """Told after every look into it."""

    @property
    def folder(self) -> Path | None:
        """The folder; None without one."""

    @property
    def busy(self) -> bool:
        """Whether both sides are being brought into step."""

    @property
    def last(self) -> "Synced | None":
        """What came of it the last time."""

    @property
    def trouble(self) -> UnplugError | None:
        """What was the matter the last time."""

    def link(self, folder: Path, version: str, *, everybody: bool) -> None:
        """Link a folder and follow it from now on."""

    def unlink(self) -> None:
        """Let go of the folder; people and files stay as they are."""

    def start(self, settle: "Settle") -> None:
        """Bring both sides into step, beside everything else."""


class PeopleDoor(Protocol):
    """The door to people."""

    observers: list[Callable[[], None]]
    """Told after every change."""

    @property
    def book(self) -> Book:
        """The people there are; loads the heavy part."""

    @property
    def link(self) -> Link:
        """The folder that people are kept in step with, if any."""

    def start_import(
        self,
        paths: Sequence[Path],
        choices: "Choices",
        told: "Callable[[ImportJob], None]" = ...,
    ) -> "ImportJob":
        """Take address books in, beside everything else."""

    def forget(self, uid: str) -> "Forgot":
        """Forget somebody everywhere."""
