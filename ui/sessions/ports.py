"""What the sessions page needs from the rest of the app."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Protocol

from unplug.engine.sessions.plan_desk import CalendarLook
from unplug.engine.sessions.plan_editing import Editing
from unplug.engine.sessions.rows import PastRow, PlanRow
from unplug.engine.snapshot import Coming
from unplug.sessions.forms import AnyPlan
from unplug.sessions.plan import Plan


class Plans(Protocol):
    """Plans and past sessions; changes raise `UnplugError` where they cannot be."""

    @property
    def today(self) -> date:
        """The local date."""

    @property
    def country(self) -> str | None:
        """Whose public holidays plans may rest on; None: nobody knows."""

    @property
    def zone_name(self) -> str:
        """The zone that the person is in."""

    def rows(self) -> tuple[PlanRow, ...]:
        """All plans, what comes soonest first."""

    def past(self, limit: int) -> tuple[PastRow, ...]:
        """The sessions that are over, the latest first."""

    def edit(self, uid: str) -> Editing:
        """Begin to change a plan."""

    def coming(self, plan: AnyPlan) -> tuple[Coming, ...]:
        """The next times that a plan would come."""

    def is_taken(self, plan: AnyPlan) -> bool:
        """Whether another plan has its name."""

    def keep(self, plan: AnyPlan) -> None:
        """Add a plan, or change the one with its uid."""

    def drop(self, uid: str) -> AnyPlan:
        """Remove a plan; returns it."""

    def turn(self, uid: str, *, on: bool) -> None:
        """Let a plan come, or keep it for later."""

    def look_into(self, file: Path) -> CalendarLook:
        """See what a calendar file brings; takes nothing."""

    def take(self, plans: Iterable[Plan]) -> None:
        """Take plans that a calendar brings."""

    def export(self, file: Path) -> tuple[str, ...]:
        """Write plans to a file; returns the names of those no calendar can hold."""


class People(Protocol):
    """Who there is to spend time with."""

    def names(self) -> tuple[tuple[str, str], ...]:
        """The uid and the name of everybody, by name."""


class Nobody:
    """No contacts."""

    def names(self) -> tuple[tuple[str, str], ...]:
        """There is nobody."""
        return ()
