from tests.fakes import FakeClock
from unplug.engine.screen_time.desktop import Desktop
from unplug.sensing.choosing import Choice
from unplug.sensing.facts import Fact, Focus, Occupied
from unplug.sensing.reasons import Reason
from unplug.sensing.source import (
    OCCUPATIONS,
    TRACKING,
    SensingOptions,
    Signal,
    Source,
    SourceLostError,
)
from unplug.usage.reducer import initial

HELD = initial("UTC")
NOW_MS = FakeClock().stamp().mono_ms


class Scripted:
    """A source that says what it is told to, and is lost after that."""

    name = "scripted"

    def __init__(self, *said: list[Fact]) -> None:
        self._said = list(said)

    def fileno(self) -> int:
        return -1

    def dispatch(self) -> list[Fact]:
        if not self._said:
            failed = "connection lost"
            raise SourceLostError(failed)
        return self._said.pop(0)

    def close(self) -> None:
        self._said.clear()


def opened(signal: Signal, source: Source) -> Desktop:
    def choose(wanted: Signal, _options: SensingOptions) -> Choice:
        return Choice(wanted, (source,) if wanted is signal else (), ())

    desktop = Desktop(choose, SensingOptions(), (*TRACKING, *OCCUPATIONS))
    desktop.open(NOW_MS)
    return desktop


def test_what_a_lost_source_said_somebody_is_occupied_with_is_taken_back() -> None:
    full = Occupied(Reason.FULL_SCREEN, held=True, by="mpv")
    call = Occupied(Reason.CALL, held=True, by="zoom")
    hung_up = Occupied(Reason.CALL, held=False, by="zoom")
    source = Scripted([Focus("mpv"), call], [full, hung_up])
    desktop = opened(Signal.FOCUS, source)
    assert desktop.dispatch(source, HELD, NOW_MS) == [full, hung_up]
    assert desktop.dispatch(source, HELD, NOW_MS) == [
        Occupied(Reason.FULL_SCREEN, held=False, by="mpv"),
        Focus(None),
    ]
    assert desktop.sources == ()


def test_tracking_alone_opens_nothing_that_only_sessions_need() -> None:
    asked: list[Signal] = []

    def choose(signal: Signal, _options: SensingOptions) -> Choice:
        asked.append(signal)
        return Choice(signal, (), ())

    Desktop(choose, SensingOptions()).open(NOW_MS)
    assert tuple(asked) == TRACKING
    assert set(TRACKING) | set(OCCUPATIONS) == set(Signal)
