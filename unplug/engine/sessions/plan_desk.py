"""What windows want of plans: lists, changes, calendars; loaded with a window."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from unplug.clock import Clock
from unplug.engine.sessions import plan_editing
from unplug.engine.sessions.calendars import read_calendar, write_calendar
from unplug.engine.sessions.rows import PastRow, PlanRow, past_row, plan_rows, says
from unplug.engine.sessions.unplugging import Unplugging
from unplug.engine.snapshot import Coming
from unplug.errors import UnplugError
from unplug.sessions.forms import AnyPlan
from unplug.sessions.plan import Plan
from unplug.sessions.recurrence import IsHoliday, no_holidays
from unplug.store.sessions import Past


@dataclass(frozen=True, slots=True)
class Offered:
    """A plan that a calendar brings, before it is taken.

    Attributes:
        plan: the plan.
        says: when it comes, in words.
        known: a plan of that uid is there already, and would be changed.
    """

    plan: Plan
    says: str
    known: bool


@dataclass(frozen=True, slots=True)
class CalendarLook:
    """What a calendar brings, and what it does not.

    Attributes:
        offered: what would be taken.
        problems: the line, and why something of it would be left out.
    """

    offered: tuple[Offered, ...]
    problems: tuple[tuple[int, str], ...]


class PlanDesk:
    """Plans and sessions in the words of windows.

    Args:
        unplugging: gives the use case that has the plans; another one after an erase.
        history: the sessions that are over, the latest first, so many at most.
        clock: where the time comes from.
        is_holiday: knows public holidays.
        country: whose public holidays count, "ES" or "DE-BY"; None: nobody knows.
    """

    def __init__(
        self,
        *,
        unplugging: Callable[[], Unplugging],
        history: Callable[[int], Iterable[Past]],
        clock: Clock,
        is_holiday: IsHoliday = no_holidays,
        country: Callable[[], str | None] = lambda: None,
    ) -> None:
        self._unplugging = unplugging
        self._history = history
        self._clock = clock
        self._is_holiday = is_holiday
        self._country = country

    @property
    def country(self) -> str | None:
        """Whose public holidays plans may rest on; None: nobody knows."""
        return self._country()

    @property
    def today(self) -> date:
        """The local date."""
        return self._clock.stamp().utc.astimezone(self._clock.zone()).date()

    @property
    def zone_name(self) -> str:
        """The zone that the person is in."""
        return self._clock.zone().key or "UTC"

    def rows(self) -> tuple[PlanRow, ...]:
        """All plans, what comes soonest first."""
        now = self._clock.stamp().utc
        zone, plans = self._clock.zone(), self._unplugging().plans
        return plan_rows(plans, now, zone, self._is_holiday)

    def past(self, limit: int) -> tuple[PastRow, ...]:
        """The sessions that are over, the latest first."""
        zone = self._clock.zone()
        return tuple(past_row(each, zone) for each in self._history(limit))

    def edit(self, uid: str) -> plan_editing.Editing:
        """Begin to change a plan.

        Raises:
            UnplugError: it is not there any more.
        """
        return plan_editing.editing_of(self._plan(uid), self.today)

    def coming(self, plan: AnyPlan) -> tuple[Coming, ...]:
        """The next times that a plan would come."""
        now = self._clock.stamp().utc
        return plan_editing.coming(plan, now, self._clock.zone(), self._is_holiday)

    def is_taken(self, plan: AnyPlan) -> bool:
        """Whether another plan has its name."""
        name = plan.name.casefold()
        return any(
            each.uid != plan.uid and each.name.casefold() == name
            for each in self._unplugging().plans
        )

    def keep(self, plan: AnyPlan) -> None:
        """Add a plan, or change the one with its uid.

        Raises:
            UnplugError: the disk does not take it.
        """
        self._unplugging().put_plans([plan])

    def drop(self, uid: str) -> AnyPlan:
        """Remove a plan.

        Returns:
            The plan, so that it can be put back.

        Raises:
            UnplugError: it is not there any more, or the disk does not let it.
        """
        plan = self._plan(uid)
        self._unplugging().drop_plan(uid)
        return plan

    def turn(self, uid: str, *, on: bool) -> None:
        """Let a plan come, or keep it for later.

        Raises:
            UnplugError: it is not there any more, or the disk does not take it.
        """
        self._unplugging().put_plans([replace(self._plan(uid), on=on)])

    def look_into(self, file: Path) -> CalendarLook:
        """See what a calendar file brings; takes nothing.

        Raises:
            UnplugError: it cannot be read.
        """
        drafts, problems = read_calendar(file)
        known = {plan.uid for plan in self._unplugging().plans}
        offered = tuple(
            Offered(draft, says(draft, self.today), draft.uid in known)
            for draft in drafts
        )
        return CalendarLook(offered, problems)

    def take(self, plans: Iterable[Plan]) -> None:
        """Take plans that a calendar brings.

        Raises:
            UnplugError: the disk does not take them.
        """
        self._unplugging().put_plans(plans)

    def export(self, file: Path) -> tuple[str, ...]:
        """Write all plans that a calendar can hold.

        Returns:
            The names of those that follow use, which no calendar knows.

        Raises:
            UnplugError: the file cannot be written.
        """
        return write_calendar(self._unplugging().plans, self._clock, file)

    def _plan(self, uid: str) -> AnyPlan:
        for plan in self._unplugging().plans:
            if plan.uid == uid:
                return plan
        failed, todo = "cannot find a plan", "it was removed meanwhile"
        raise UnplugError(failed, uid, todo)
