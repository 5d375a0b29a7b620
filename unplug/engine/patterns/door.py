"""The door to patterns: what it costs while nobody looks at them.

What the Patterns page asks is in `unplug.engine.patterns.reads`, its answers are the
frozen values of `unplug.usage.shown`: every length in milliseconds, every day a local
`date`. Insights come from the worker, since they take some tens of milliseconds.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from unplug.clock import Clock
from unplug.days import DAY_START_MIN
from unplug.engine.working import Job, Worker
from unplug.errors import UnplugError
from unplug.store.database import Database
from unplug.usage.states import ScreenSpan

if TYPE_CHECKING:
    from unplug.engine.patterns.reads import PatternReads
    from unplug.usage.digest import Digest
    from unplug.usage.insights.values import Insight


class Patterns:
    """Patterns in the running app.

    Args:
        clock: where the time comes from.
        folder: the data folder; the worker reads it by a connection of its own.
        database: gives the open database; None while the disk does not let it.
        waiting: gives the spans that are not in the database yet.
        zone: says where the user is.
        name_of: says what an app is called.
        worker: does what takes long.
        day_start_min: minutes after local midnight at which a day starts.
    """

    def __init__(  # noqa: PLR0913  (everything it composes, by name)
        self,
        *,
        clock: Clock,
        folder: Path,
        database: Callable[[], Database | None],
        waiting: Callable[[], tuple[ScreenSpan, ...]],
        zone: Callable[[], ZoneInfo],
        name_of: Callable[[str], str],
        worker: Worker,
        day_start_min: int = DAY_START_MIN,
    ) -> None:
        self._clock = clock
        self._folder = folder
        self._database = database
        self._waiting = waiting
        self._zone = zone
        self.name_of = name_of
        self._worker = worker
        self._day_start_min = day_start_min
        self._job: Job | None = None
        self._made: dict[int, Digest] = {}
        self._made_of: tuple[object, ...] = ()
        self._category_of: Callable[[str, str | None], str] | None = None

    @property
    def reads(self) -> "PatternReads":
        """All that can be asked of patterns, as of now.

        Raises:
            UnplugError: the database is not there, or the rules of categories have
                a mistake.
        """
        from unplug.engine.patterns.reads import PatternReads  # noqa: PLC0415  (seldom)
        from unplug.store.pattern_shelf import PatternShelf  # noqa: PLC0415

        database = self._database()
        if database is None:
            failed, todo = "cannot look at patterns", "see the tray"
            raise UnplugError(failed, "the database is not open", todo)
        shelf = PatternShelf.of(database)
        if (version := shelf.version) != self._made_of:
            self._made, self._made_of = {}, version
        return PatternReads(
            shelf=shelf,
            now=self._clock.stamp().utc,
            zone=self._zone(),
            day_start_min=self._day_start_min,
            waiting=self._waiting(),
            made=self._made,
            category_of=self._categories(),
            name_of=self.name_of,
        )

    def look_for_insights(
        self,
        done: Callable[[tuple["Insight", ...]], None],
        failed: Callable[[UnplugError], None],
    ) -> None:
        """Look for this week's insights beside the loop; the last wish counts."""
        from unplug.engine.patterns.insights import insights_of  # noqa: PLC0415  (seldom)

        if self._job is not None:
            self._job.cancel()
        folder, now, zone = self._folder, self._clock.stamp().utc, self._zone()
        self._job = self._worker.submit(
            lambda _: insights_of(folder, now, zone), done=done, failed=failed
        )

    def forget_everything(self) -> None:
        """Everything was erased."""
        if self._job is not None:
            self._job.cancel()

    def _categories(self) -> Callable[[str, str | None], str]:
        if self._category_of is None:
            from unplug.engine.preferences import categories  # noqa: PLC0415

            self._category_of = categories(self._folder).of
        return self._category_of
