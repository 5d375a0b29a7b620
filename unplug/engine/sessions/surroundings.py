"""What is listened to only while there is a plan or a session, and for their sake."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from unplug.clock import Clock
from unplug.engine.listening import Speaker
from unplug.engine.sessions.input_watch import InputWatch
from unplug.engine.sessions.occupations import Choose, Occupations
from unplug.sensing.facts import Occupied
from unplug.sessions.events import Event
from unplug.settings import Sessions

if TYPE_CHECKING:
    from unplug.engine.sessions.meetings import Meetings
    from unplug.engine.working import Worker


class Surroundings:
    """The desktop round sessions: what occupies somebody, and when typing pauses.

    Args:
        choose: opens the best sources for a signal.
        clock: where the time comes from.
        chosen: what the user chose.
        occupied: told what holds, and what no longer does.
        busy: told whether a meeting of the linked calendars is on.
        worker: reads calendars; None: they are read at once.
    """

    def __init__(  # noqa: PLR0913  (everything it composes, by name)
        self,
        *,
        choose: Choose,
        clock: Clock,
        chosen: Sessions,
        occupied: Callable[[Occupied], None],
        busy: Callable[[bool], None],
        worker: "Worker | None" = None,
    ) -> None:
        self._choose = choose
        self._clock = clock
        self._occupied = occupied
        self._chosen = chosen
        self._busy = busy
        self._worker = worker
        self._meetings: Meetings | None = None
        self._occupations: Occupations | None = None
        self._held: set[Occupied] = set()
        self.input = InputWatch(choose, clock)

    @property
    def notices(self) -> tuple[str, ...]:
        """What is wrong at present, a sentence each."""
        return () if self._meetings is None else self._meetings.notices

    @property
    def listens(self) -> bool:
        """Whether it listens to what occupies somebody."""
        return self._occupations is not None

    def listen(self, *, on: bool) -> None:
        """Listen to what occupies somebody from now on, or no longer."""
        if on and self._occupations is None:
            self._occupations = Occupations(self._choose, self._chosen)
            self._tell(self._occupations.open(self._now_ms()))
            self._meetings = self._linked()
        elif not on and self._occupations is not None:
            self._occupations.close()
            self._occupations = None
            self._tell([replace(fact, held=False) for fact in self._held])
            self._forget_meetings()

    def choose(self, chosen: Sessions) -> None:
        """Listen to what the user wants now."""
        self._chosen = chosen
        if self._occupations is not None:
            self.listen(on=False)
            self.listen(on=True)

    def sources(self) -> tuple[Speaker, ...]:
        """What to watch now."""
        occupations = () if self._occupations is None else self._occupations.sources
        meetings = () if self._meetings is None else self._meetings.sources()
        return (*occupations, *meetings, *self.input.sources())

    def ready(self, speaker: Speaker) -> None:
        """Hear a source whose descriptor is readable."""
        self.input.ready(speaker)
        if self._meetings is not None:
            self._meetings.ready(speaker)
        if self._occupations is not None:
            self._tell(self._occupations.ready(speaker, self._now_ms()))

    def next_deadline_ms(self) -> int | None:
        """Milliseconds from now until ``events`` is wanted; None: let it sleep."""
        waits = [self.input.next_deadline_ms()]
        if self._occupations is not None:
            retry_ms = self._occupations.next_retry_ms
            waits.append(
                None if retry_ms is None else max(0, retry_ms - self._now_ms())
            )
        if self._meetings is not None:
            waits.append(self._meetings.next_deadline_ms())
        return min((wait for wait in waits if wait is not None), default=None)

    def events(self) -> list[Event]:
        """What happened, for the session machine."""
        if self._occupations is not None:
            self._tell(self._occupations.retry(self._now_ms()))
        if self._meetings is not None:
            self._meetings.look()
        return self.input.events()

    def close(self) -> None:
        """Listen to nothing any more."""
        if self._occupations is not None:
            self._occupations.close()
            self._occupations = None
        self._forget_meetings()
        self.input.close()

    def _linked(self) -> "Meetings | None":
        if not self._chosen.calendars:
            return None
        from unplug.engine.sessions.meetings import Meetings  # noqa: PLC0415  (linked only)

        meetings = Meetings(
            calendars=self._chosen.calendars,
            all_day=self._chosen.all_day_events,
            clock=self._clock,
            worker=self._worker,
            held=self._busy,
        )
        meetings.start()
        return meetings

    def _forget_meetings(self) -> None:
        if self._meetings is not None:
            self._meetings.close()
            self._meetings = None

    def _tell(self, facts: Sequence[Occupied]) -> None:
        for fact in facts:
            held = replace(fact, held=True)
            (self._held.add if fact.held else self._held.discard)(held)
            self._occupied(fact)

    def _now_ms(self) -> int:
        return self._clock.stamp().mono_ms
