"""logind as others understand it: the template of python-dbusmock."""

from collections.abc import Iterator

import pytest

from tests.unplug.sensing.buses import PrivateBus, eventually, hear, hear_until
from tests.unplug.sensing.mocked_logind import MANAGER, SESSION, MockedLogind
from unplug.sensing.facts import Locked, Sleep, Unlocked, Wake
from unplug.sensing.logind import LogindSource, open_session
from unplug.sensing.source import SensingOptions


@pytest.fixture
def logind(bus: PrivateBus, monkeypatch: pytest.MonkeyPatch) -> Iterator[MockedLogind]:
    monkeypatch.setenv("XDG_SESSION_ID", "c1")
    logind = MockedLogind(bus)
    yield logind
    logind.close()


@pytest.fixture
def source(logind: MockedLogind) -> Iterator[LogindSource]:
    source = open_session(SensingOptions())
    assert logind.inhibitors
    source.dispatch()
    yield source
    source.close()


def test_lock_and_user_switch_are_told(
    logind: MockedLogind, source: LogindSource
) -> None:
    logind.emit(SESSION, "Session", "Lock")
    assert hear(source) == [Locked("logind")]
    logind.emit(SESSION, "Session", "Unlock")
    assert hear(source) == [Unlocked("logind")]
    logind.update(Active=("b", False))
    hear_until(source, Locked("user-switch"))
    logind.update(Active=("b", True))
    assert hear(source) == [Unlocked("user-switch")]


def test_sleep_is_held_back_until_it_is_settled(
    logind: MockedLogind, source: LogindSource
) -> None:
    why = "to note the time before the machine sleeps"
    assert logind.inhibitors == [("sleep", "unplug", why, "delay")]
    logind.emit(MANAGER, "Manager", "PrepareForSleep", 1)
    assert hear(source) == [Sleep()]
    assert logind.inhibitors
    source.settled()
    eventually(lambda: logind.inhibitors == [])
    logind.emit(MANAGER, "Manager", "PrepareForSleep", 0)
    assert hear(source) == [Wake()]
    while not source.delays_sleep:
        source._bus.wait(1_000)
        source.dispatch()
    assert logind.inhibitors == [("sleep", "unplug", why, "delay")]
