"""The open sources: opened, listened to, and chosen again when one is lost."""

import logging
from collections.abc import Callable, Iterable

from unplug.sensing.choosing import Choice
from unplug.sensing.facts import (
    Active,
    Fact,
    Focus,
    Inhibited,
    Media,
    Occupied,
    Unlocked,
    Wake,
)
from unplug.sensing.reasons import Reason
from unplug.sensing.source import (
    TRACKING,
    SensingOptions,
    Signal,
    Source,
    SourceLostError,
)
from unplug.usage.reducer import Reduction

log = logging.getLogger(__name__)

FIRST_RETRY_MS = 1_000
LAST_RETRY_MS = 300_000
_NEEDED = (Signal.FOCUS, Signal.IDLE)


class Desktop:
    """What the desktop says, whichever source says it.

    Args:
        choose: opens the best sources for a signal.
        options: what the sources have to know.
        signals: what is listened to.
    """

    def __init__(
        self,
        choose: Callable[[Signal, SensingOptions], Choice],
        options: SensingOptions,
        signals: Iterable[Signal] = TRACKING,
    ) -> None:
        self._choose = choose
        self._signals = tuple(signals)
        self._options = options
        self._choices: dict[Signal, Choice] = {}
        self._retries: dict[Signal, tuple[int, int]] = {}  # due, wait after it
        self._occupied: dict[Signal, set[tuple[Reason, str]]] = {}

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources to watch now."""
        return tuple(s for c in self._choices.values() for s in c.sources)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Who serves each signal."""
        return tuple(self._choices.values())

    def open(self, now_ms: int) -> list[Fact]:
        """Open sources for every signal; returns what they say of the present."""
        return [f for signal in self._signals for f in self._open(signal, now_ms)]

    def dispatch(self, source: Source, held: Reduction, now_ms: int) -> list[Fact]:
        """What a source has to say; if it is lost, what no longer holds.

        Args:
            source: whose descriptor is readable.
            held: what tracking remembers, to take back what the lost source said.
            now_ms: the monotonic clock.
        """
        try:
            facts = source.dispatch()
        except SourceLostError as error:
            log.warning("%s", error)
            return self._lose(source, held, now_ms)
        for signal, choice in self._choices.items():
            if source in choice.sources:
                self._note(signal, facts)
        return facts

    @property
    def missing(self) -> tuple[str, ...]:
        """What nobody tells us here that screen time cannot do without, and why."""
        return tuple(
            str(choice.missed[-1])
            for signal, choice in self._choices.items()
            if signal in _NEEDED and not choice.sources and choice.missed
        )

    @property
    def next_retry_ms(self) -> int | None:
        """When to try a lost signal again, on the monotonic clock."""
        return min((due for due, _ in self._retries.values()), default=None)

    def retry(self, now_ms: int) -> list[Fact]:
        """Open again what was lost and is due."""
        due = [signal for signal, (at, _) in self._retries.items() if at <= now_ms]
        return [fact for signal in due for fact in self._open(signal, now_ms)]

    def settled(self) -> None:
        """Everything said so far is on disk: the machine may go to sleep."""
        for source in self.sources:
            release = getattr(source, "settled", None)
            if release is not None:
                release()

    def close(self) -> None:
        """Close every source."""
        for source in self.sources:
            source.close()
        self._choices.clear()
        self._retries.clear()

    def _open(self, signal: Signal, now_ms: int) -> list[Fact]:
        choice = self._choose(signal, self._options)
        facts: list[Fact] = []
        alive: list[Source] = []
        for source in choice.sources:
            try:
                facts += source.dispatch()
                alive.append(source)
            except SourceLostError as error:
                log.warning("%s", error)
                source.close()
        self._choices[signal] = Choice(signal, tuple(alive), choice.missed)
        self._note(signal, facts)
        if alive or signal not in self._retries:
            self._retries.pop(signal, None)
        else:
            self._try_again(signal, now_ms)
        return facts

    def _try_again(self, signal: Signal, now_ms: int) -> None:
        _, wait_ms = self._retries.get(signal, (0, FIRST_RETRY_MS))
        self._retries[signal] = now_ms + wait_ms, min(2 * wait_ms, LAST_RETRY_MS)

    def _lose(self, source: Source, held: Reduction, now_ms: int) -> list[Fact]:
        for signal, choice in self._choices.items():
            if source in choice.sources:
                for fellow in choice.sources:
                    fellow.close()
                self._choices[signal] = Choice(signal, (), choice.missed)
                self._try_again(signal, now_ms)
                freed = self._occupied.pop(signal, set())
                return [
                    *(Occupied(r, held=False, by=by) for r, by in sorted(freed)),
                    *_taken_back(signal, held),
                ]
        return []

    def _note(self, signal: Signal, facts: Iterable[Fact]) -> None:
        """Remember what a signal's sources say somebody is occupied with."""
        known = self._occupied.setdefault(signal, set())
        for fact in facts:
            if isinstance(fact, Occupied):
                change = known.add if fact.held else known.discard
                change((fact.reason, fact.by))


def _taken_back(signal: Signal, held: Reduction) -> list[Fact]:
    """What has to be said once nobody serves a signal any more."""
    match signal:
        case Signal.FOCUS:
            return [Focus(None)]
        case Signal.IDLE:
            freed = [Inhibited(held=False, by=by) for by in held.inhibitors]
            return [*freed, Active()]
        case Signal.SESSION:
            return [*(Unlocked(by) for by in held.locks), Wake()]
        case Signal.MEDIA:
            return [Media(playing=False, app=app) for app, _ in held.playing]
        case _:  # a step of the clock is over; the others took back what they said
            return []
