"""Pauses of typing, and input during a session, by the display server's own counter.

The counter says when it has reached a threshold and when it has fallen: nothing polls,
and no key is ever listened to. While nobody asks, nothing is open.
"""

import logging
from collections.abc import Callable

from unplug.clock import Clock
from unplug.engine.listening import Speaker
from unplug.engine.sessions.stage import NullStage
from unplug.sensing.choosing import Choice
from unplug.sensing.facts import Active, Fact, Idle
from unplug.sensing.source import SensingOptions, Signal, Source, SourceLostError
from unplug.sessions.events import Event, Input, InputPaused
from unplug.sessions.rules import NOTICE_INPUT_MS, TYPING_PAUSE_MS

Choose = Callable[[Signal, SensingOptions], Choice]

BACK_AFTER_MS = 60_000
"""During a session, input after so long a pause is somebody who came back."""
SETTLED_MS = 120_000
"""So soon after a session began, nobody is told that it has."""

log = logging.getLogger(__name__)


class InputWatch(NullStage):
    """Hears what sessions want to know about input, and tells it.

    It is a stage, since it is the machine's effects that open and close it. What it
    has to tell is taken by ``events`` later, never in the middle of a step.

    Args:
        choose: opens the best sources for a signal.
        clock: says how long input has gone on.
    """

    def __init__(self, choose: Choose, clock: Clock) -> None:
        self._clock = clock
        self._pauses = _Counter(choose, TYPING_PAUSE_MS)
        self._returns = _Counter(choose, BACK_AFTER_MS)
        self._remark_ms: int | None = None

    def watch_for_pause(self, *, on: bool) -> None:
        """Tell of pauses of typing from now on, or no longer."""
        self._pauses.turn(on=on)

    def session_runs(self, *, on: bool) -> None:
        """Tell of input while a session runs."""
        self._returns.turn(on=on)
        self._returns.take()  # how it is at the start is no news
        self._remark_ms = self._now_ms() + SETTLED_MS if on else None

    def sources(self) -> tuple[Source, ...]:
        """The sources to watch now."""
        return (*self._pauses.sources, *self._returns.sources)

    def ready(self, speaker: Speaker) -> None:
        """Hear a source whose descriptor is readable."""
        for counter in (self._pauses, self._returns):
            if any(source is speaker for source in counter.sources):
                counter.hear()

    def next_deadline_ms(self) -> int | None:
        """Milliseconds from now until ``events`` has something; None: let it sleep."""
        if self._pauses.said or self._returns.said:
            return 0
        if self._remark_ms is None or self._returns.idle is not False:
            return None
        return max(0, self._remark_ms - self._now_ms())

    def events(self) -> list[Event]:
        """What happened, for the session machine."""
        told: list[Event] = [
            InputPaused(max(fact.idle_ms, TYPING_PAUSE_MS))
            for fact in self._pauses.take()
            if isinstance(fact, Idle)
        ]
        came_back = any(isinstance(fact, Active) for fact in self._returns.take())
        now_ms = self._now_ms()
        if self._remark_ms is None:
            return told
        goes_on = self._returns.idle is False and now_ms >= self._remark_ms
        if goes_on or came_back:
            self._remark_ms = now_ms + NOTICE_INPUT_MS
            told.append(Input())
        return told

    def close(self) -> None:
        """Listen to nothing any more."""
        self.watch_for_pause(on=False)
        self.session_runs(on=False)

    def _now_ms(self) -> int:
        return self._clock.stamp().mono_ms


class _Counter:
    """One threshold of the counter, while it is wanted.

    Attributes:
        said: what it said and nobody took yet.
        idle: whether the last it said was idle; None: it said nothing.
    """

    def __init__(self, choose: Choose, threshold_ms: int) -> None:
        self._choose = choose
        self._options = SensingOptions(idle_after_ms=threshold_ms)
        self.sources: tuple[Source, ...] = ()
        self.said: list[Fact] = []
        self.idle: bool | None = None

    def turn(self, *, on: bool) -> None:
        """Listen from now on, or no longer."""
        if on == bool(self.sources):
            return
        self._let_go()
        if on:
            choice = self._choose(Signal.IDLE, self._options)
            for missed in choice.missed if not choice.sources else ():
                log.info("%s", missed)
            self.sources = choice.sources
            self.hear()

    def hear(self) -> None:
        """Take in what was said; if the server is gone, that is all there is."""
        try:
            for source in self.sources:
                self.said += source.dispatch()
        except SourceLostError as error:
            log.warning("%s", error)
            self._let_go()
        for fact in self.said:
            if isinstance(fact, Idle | Active):
                self.idle = isinstance(fact, Idle)

    def take(self) -> list[Fact]:
        """What was said since the last time."""
        said, self.said = self.said, []
        return said

    def _let_go(self) -> None:
        for source in self.sources:
            source.close()
        self.sources, self.said, self.idle = (), [], None
