"""What somebody is occupied with, listened for while there is a plan or a session."""

from collections.abc import Callable, Iterable

from unplug.engine.listening import Speaker
from unplug.engine.screen_time.desktop import Desktop
from unplug.sensing.choosing import Choice
from unplug.sensing.facts import Occupied
from unplug.sensing.source import SensingOptions, Signal, Source
from unplug.settings import Sessions
from unplug.usage.reducer import initial

Choose = Callable[[Signal, SensingOptions], Choice]


class Occupations:
    """The sources of what sessions wait for; only those that the user wants.

    Args:
        choose: opens the best sources for a signal.
        chosen: what the user chose.
    """

    def __init__(self, choose: Choose, chosen: Sessions) -> None:
        self._desktop = Desktop(choose, SensingOptions(), wanted_signals(chosen))
        self._nothing = initial("UTC")  # no screen time is counted here

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources to watch now."""
        return self._desktop.sources

    def open(self, now_ms: int) -> list[Occupied]:
        """Begin to listen; returns what holds at present."""
        return _occupied(self._desktop.open(now_ms))

    def ready(self, speaker: Speaker, now_ms: int) -> list[Occupied]:
        """What a source has to say whose descriptor is readable."""
        for source in self._desktop.sources:
            if source is speaker:
                said = self._desktop.dispatch(source, self._nothing, now_ms)
                return _occupied(said)
        return []

    def retry(self, now_ms: int) -> list[Occupied]:
        """Open again what was lost and is due."""
        return _occupied(self._desktop.retry(now_ms))

    @property
    def next_retry_ms(self) -> int | None:
        """When to try a lost source again, on the monotonic clock."""
        return self._desktop.next_retry_ms

    def close(self) -> None:
        """Listen to nothing any more."""
        self._desktop.close()


def wanted_signals(chosen: Sessions) -> tuple[Signal, ...]:
    """The signals whose reasons the user wants sessions to wait for.

    Who fills the screen is told by those who tell the focus.
    """
    wanted = {
        Signal.CAMERA: chosen.wait_for_camera,
        Signal.MICROPHONE: chosen.wait_for_microphone or chosen.wait_in_calls,
        Signal.SHARING: chosen.wait_while_sharing,
        Signal.QUIET: chosen.wait_in_do_not_disturb,
        Signal.PRESENTING: chosen.wait_while_presenting,
        Signal.POWER: chosen.wait_on_battery,
    }
    return tuple(signal for signal, waits in wanted.items() if waits)


def _occupied(facts: Iterable[object]) -> list[Occupied]:
    return [fact for fact in facts if isinstance(fact, Occupied)]
