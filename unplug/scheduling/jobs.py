"""APScheduler without a thread: jobs over our own recurrence, run by whoever calls."""

import logging
from collections import defaultdict, deque
from collections.abc import Callable, Hashable
from datetime import UTC, datetime

from apscheduler.executors.debug import DebugExecutor
from apscheduler.job import Job
from apscheduler.schedulers.base import BaseScheduler
from apscheduler.triggers.base import BaseTrigger

log = logging.getLogger(__name__)

KEYS_KEPT = 512
"""So many things that were done are remembered for each job."""
SEARCH_MAX = 100_000
"""So many instants are looked at to find the last that passed, or one not yet done."""


class Recurring(BaseTrigger):  # type: ignore[misc]  # APScheduler has no types
    """When a job is due, by its own function; what was done is left out.

    APScheduler's own triggers go by cron fields or fixed steps, and get clock changes
    wrong.

    Args:
        next_after: the first instant strictly after another.
        run: what is done.
        key_of: what an instant stands for.
        done: what was done already; shared with whoever marks it.
    """

    def __init__(
        self,
        next_after: Callable[[datetime], datetime | None],
        run: Callable[[datetime], None],
        key_of: Callable[[datetime], Hashable],
        done: "deque[Hashable]",
    ) -> None:
        self._next_after = next_after
        self._run = run
        self._key_of = key_of
        self._done = done
        self._due: datetime | None = None

    def get_next_fire_time(
        self, previous: datetime | None, now: datetime
    ) -> datetime | None:
        """The first instant after the previous one that has not been done."""
        return self.after(now if previous is None else previous)

    def after(self, instant: datetime) -> datetime | None:
        """The first instant after another that has not been done."""
        for _ in range(SEARCH_MAX):
            found = self._next_after(instant)
            if found is None:
                return None
            if found <= instant:
                break
            if self._key_of(found) not in self._done:
                return found.astimezone(UTC)
            instant = found
        log.error("a recurrence does not get on: %s", instant)
        return None

    def last_until(self, first: datetime, now: datetime) -> datetime:
        """The last instant that has passed, the first being known."""
        last = first
        for _ in range(SEARCH_MAX):
            following = self.after(last)
            if following is None or following > now:
                return last
            last = following
        return now

    def prepare(self, due: datetime) -> None:
        """The next run is for this instant; what it stands for is done by that."""
        self._due = due
        self._done.append(self._key_of(due))

    def fire(self) -> None:
        """Run; called by the executor."""
        if self._due is not None:
            self._run(self._due)


class LoopScheduler(BaseScheduler):  # type: ignore[misc]  # APScheduler has no types
    """A scheduler that does nothing until it is called, and then does it at once."""

    def __init__(self) -> None:
        defaults = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        executors = {"default": DebugExecutor()}
        super().__init__(timezone=UTC, job_defaults=defaults, executors=executors)
        self._done: defaultdict[str, deque[Hashable]] = defaultdict(_remembered)
        self._inside = False

    def wakeup(self) -> None:
        """Nothing waits, so there is nothing to wake up."""

    def shutdown(self, wait: bool = True) -> None:  # noqa: FBT001, FBT002  (theirs)
        """Forget all jobs."""
        super().shutdown(wait)

    def put(
        self,
        job_id: str,
        next_after: Callable[[datetime], datetime | None],
        run: Callable[[datetime], None],
        since: datetime,
        key_of: Callable[[datetime], Hashable],
    ) -> None:
        """Put a job in, in place of any with this id."""
        trigger = Recurring(next_after, run, key_of, self._done[job_id])
        self.drop(job_id)
        self.add_job(
            trigger.fire, trigger, id=job_id, next_run_time=trigger.after(since)
        )

    def drop(self, job_id: str) -> None:
        """Take a job out, if it is there."""
        if self.get_job(job_id) is not None:
            self.remove_job(job_id)

    def due(self, job_id: str) -> datetime | None:
        """When a job is due next."""
        job = self.get_job(job_id)
        due: datetime | None = None if job is None else job.next_run_time
        return due

    def next_due(self) -> datetime | None:
        """When the next job is due."""
        dues = [job.next_run_time for job in self.get_jobs()]
        return min((due for due in dues if due is not None), default=None)

    def run_due(self, now: datetime) -> None:
        """Run the jobs that are due, each once; a job may add and remove jobs."""
        if self._inside:
            return
        self._inside = True
        try:
            for job in self._due_at(now):
                if self.get_job(job.id) is job:  # no job before it took it out
                    self._run(job, now)
        finally:
            self._inside = False

    def ask_anew(self, now: datetime) -> None:
        """Ask every job when it is due, from now on."""
        for job in self.get_jobs():
            job.modify(next_run_time=job.trigger.after(now))

    def _due_at(self, now: datetime) -> list[Job]:
        """The jobs that are due, the earliest first."""
        jobs = [job for job in self.get_jobs() if job.next_run_time is not None]
        return sorted(
            (job for job in jobs if job.next_run_time <= now),
            key=lambda job: (job.next_run_time, job.id),
        )

    def _run(self, job: Job, now: datetime) -> None:
        trigger: Recurring = job.trigger
        due = trigger.last_until(job.next_run_time, now)
        trigger.prepare(due)
        job.modify(next_run_time=trigger.after(due))
        self._lookup_executor(job.executor).submit_job(job, [due])


def _remembered() -> "deque[Hashable]":
    return deque(maxlen=KEYS_KEPT)
