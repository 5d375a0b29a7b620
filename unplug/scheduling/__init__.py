"""Things that are due at instants of the wall clock, without a thread or a timer.

A job is a function "the first instant after this one"; APScheduler keeps the jobs, and
our own loop drives it: ``run_due`` runs what is due and says when to call again.
APScheduler takes a tenth of a second to import, so it is imported with the first job.
"""

from collections.abc import Callable, Hashable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from unplug.clock import Stamp, from_ms, to_ms

if TYPE_CHECKING:
    from unplug.scheduling.jobs import LoopScheduler

NextAfter = Callable[[datetime], datetime | None]
"""The first instant strictly after an aware one; None: there is none."""
Run = Callable[[datetime], None]
"""What to do; it is given the instant at which it was due, aware, in UTC."""
KeyOf = Callable[[datetime], Hashable]
"""What an instant stands for, say a nominal date: each is done at most once."""

_RESOLUTION = timedelta(milliseconds=1)
_ROUND_UP = _RESOLUTION - timedelta.resolution


class Scheduler:
    """Jobs of the wall clock, run by our own loop.

    Several instants that passed at once, say while the machine slept, are run as one,
    the last. What an instant stands for is never run twice, also after the clock was
    set back or the job was taken out and put in again.
    """

    def __init__(self) -> None:
        self._jobs: LoopScheduler | None = None

    def add(
        self,
        job_id: str,
        next_after: NextAfter,
        run: Run,
        now: Stamp,
        *,
        key_of: KeyOf | None = None,
    ) -> None:
        """Put a job in, in place of any with this id; instants from now on count.

        Args:
            job_id: its name.
            next_after: when it is due.
            run: what is done then; what it raises is logged and harms no other job.
            now: the present.
            key_of: what an instant stands for; by default itself.
        """
        if self._jobs is None:
            from unplug.scheduling.jobs import LoopScheduler  # noqa: PLC0415  (slow)

            self._jobs = LoopScheduler()
            self._jobs.start()
        since = from_ms(now.wall_ms) - _RESOLUTION
        self._jobs.put(job_id, next_after, run, since, key_of or _itself)

    def remove(self, job_id: str) -> None:
        """Take a job out; nothing happens where there is none."""
        if self._jobs is not None:
            self._jobs.drop(job_id)

    def run_due(self, now: Stamp) -> int | None:
        """Run what is due.

        Returns:
            Milliseconds from now until this is wanted again; None: not before a job is
            added, or ``wakeup``.
        """
        if self._jobs is None:
            return None
        self._jobs.run_due(from_ms(now.wall_ms))
        return self.next_deadline_ms(now)

    def wakeup(self, now: Stamp) -> int | None:
        """The machine woke up, or the clock or the zone was changed.

        What became due meanwhile is run; then every job is asked anew when it is due,
        as the clock may have been set back, or another zone may hold.

        Returns:
            As ``run_due``.
        """
        if self._jobs is not None:
            self._jobs.run_due(from_ms(now.wall_ms))
            self._jobs.ask_anew(from_ms(now.wall_ms))
        return self.next_deadline_ms(now)

    def next_deadline_ms(self, now: Stamp) -> int | None:
        """Milliseconds from now until the next job is due; None: there is none."""
        due = None if self._jobs is None else self._jobs.next_due()
        return None if due is None else max(0, to_ms(due + _ROUND_UP) - now.wall_ms)

    def due(self, job_id: str) -> datetime | None:
        """When a job is due next; None: never, or there is no such job."""
        return None if self._jobs is None else self._jobs.due(job_id)

    def close(self) -> None:
        """Forget all jobs; safe to call twice."""
        if self._jobs is not None:
            self._jobs.shutdown()
            self._jobs = None


def _itself(instant: datetime) -> Hashable:
    return instant
