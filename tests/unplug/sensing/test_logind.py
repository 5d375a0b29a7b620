import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from jeepney import DBusAddress

from tests.unplug.sensing.buses import (
    FakeService,
    PrivateBus,
    Returned,
    eventually,
    hear,
    open_descriptors,
    readable,
    said,
)
from unplug.sensing.facts import Inhibited, Locked, Sleep, Unlocked, Wake
from unplug.sensing.logind import LogindSource, find_session, open_session
from unplug.sensing.source import (
    SensingOptions,
    SourceLostError,
    SourceUnavailableError,
)

LOGIN = "org.freedesktop.login1"
MANAGER = "/org/freedesktop/login1"
SESSION = f"{MANAGER}/session/_31"
OPTIONS = SensingOptions()
AT_REST = [
    Inhibited(held=False, by="logind"),
    Unlocked("user-switch"),
    Unlocked("logind"),
]


class FakeLogind:
    """logind with one session, as far as we ask it."""

    def __init__(self, serve: Callable[..., FakeService]) -> None:
        self.held: list[int] = []
        self.why: list[tuple[str, ...]] = []
        self.service = serve()
        self.service.properties = {
            f"{LOGIN}.Manager": {"BlockInhibited": ("s", "shutdown:sleep")},
            f"{LOGIN}.Session": {
                "Active": ("b", True),
                "LockedHint": ("b", False),
                "Name": ("s", "me"),
            },
        }
        self.service.methods = {
            "GetSession": self._session,
            "Inhibit": self._inhibit,
            "Ping": lambda: ("", ()),
        }
        self.service.own(LOGIN)

    def _session(self, name: str) -> Returned:
        if name != "1":
            raise LookupError(name)
        return "o", (SESSION,)

    def _inhibit(self, *why: str) -> Returned:
        self.why.append(why)
        reading, writing = os.pipe()
        os.set_blocking(reading, False)
        self.held.append(reading)
        self._writing = writing
        return "h", (writing,)

    def forget_copies(self) -> None:
        """Close our copy of the inhibitor's end that was passed on."""
        os.close(self._writing)

    @property
    def is_delayed(self) -> bool:
        try:
            return os.read(self.held[-1], 1) != b""
        except BlockingIOError:
            return True

    def signal(self, member: str) -> None:
        self.service.emit(SESSION, f"{LOGIN}.Session", member)

    def falls_asleep(self) -> None:
        self.service.emit(MANAGER, f"{LOGIN}.Manager", "PrepareForSleep", "b", 1)

    def wakes_up(self) -> None:
        self.service.emit(MANAGER, f"{LOGIN}.Manager", "PrepareForSleep", "b", 0)

    def session(self, **values: tuple[str, Any]) -> None:
        self.service.change(SESSION, f"{LOGIN}.Session", **values)

    def blocked(self, what: str) -> None:
        self.service.change(MANAGER, f"{LOGIN}.Manager", BlockInhibited=("s", what))

    def close(self) -> None:
        for reading in self.held:
            os.close(reading)


@pytest.fixture
def logind(
    bus: PrivateBus,
    serve: Callable[..., FakeService],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[FakeLogind]:
    assert bus.address
    monkeypatch.setenv("XDG_SESSION_ID", "1")
    logind = FakeLogind(serve)
    yield logind
    logind.close()


@pytest.fixture
def source(logind: FakeLogind) -> Iterator[LogindSource]:
    source = open_session(OPTIONS)
    logind.forget_copies()
    assert said(source) == AT_REST
    yield source
    source.close()


def test_first_dispatch_says_what_holds_at_present(logind: FakeLogind) -> None:
    logind.session(LockedHint=("b", True), Active=("b", False))
    logind.blocked("sleep:idle")
    source = open_session(OPTIONS)
    logind.forget_copies()
    assert source.dispatch() == [
        Inhibited(held=True, by="logind"),
        Locked("user-switch"),
        Locked("logind"),
    ]
    source.close()


def test_screen_is_locked_from_lock_to_unlock_signal(
    source: LogindSource, logind: FakeLogind
) -> None:
    logind.signal("Lock")
    assert said(source) == [Locked("logind")]
    logind.signal("Unlock")
    assert said(source) == [Unlocked("logind")]


def test_screen_is_locked_while_the_locker_says_so(
    source: LogindSource, logind: FakeLogind
) -> None:
    logind.session(LockedHint=("b", True))
    assert said(source) == [Locked("logind")]
    logind.session(LockedHint=("b", False))
    assert said(source) == [Unlocked("logind")]


def test_lock_signal_and_hint_are_one_lock_that_ends_with_the_last(
    source: LogindSource, logind: FakeLogind
) -> None:
    logind.signal("Lock")
    logind.session(LockedHint=("b", True))
    logind.signal("Unlock")
    assert said(source) == [Locked("logind")]
    logind.session(LockedHint=("b", False))
    assert said(source) == [Unlocked("logind")]


def test_typed_password_ends_a_lock_signal_that_was_followed_by_a_hint(
    source: LogindSource, logind: FakeLogind
) -> None:
    logind.signal("Lock")
    logind.session(LockedHint=("b", True))
    logind.session(LockedHint=("b", False))
    assert said(source) == [Locked("logind"), Unlocked("logind")]


def test_another_user_in_front_locks_by_user_switch(
    source: LogindSource, logind: FakeLogind
) -> None:
    logind.session(Active=("b", False))
    logind.session(Active=("b", True))
    assert said(source) == [Locked("user-switch"), Unlocked("user-switch")]


def test_property_without_its_new_value_is_asked_for(
    source: LogindSource, logind: FakeLogind
) -> None:
    logind.service.properties[f"{LOGIN}.Session"]["Active"] = ("b", False)
    gone: tuple[object, ...] = (f"{LOGIN}.Session", {}, ["Active"])
    properties = "org.freedesktop.DBus.Properties"
    logind.service.emit(SESSION, properties, "PropertiesChanged", "sa{sv}as", *gone)
    assert said(source) == [Locked("user-switch")]


def test_sleep_waits_until_all_is_settled(
    source: LogindSource, logind: FakeLogind
) -> None:
    assert logind.why == [
        ("sleep", "unplug", "to note the time before the machine sleeps", "delay")
    ]
    source.settled()
    assert logind.is_delayed
    logind.falls_asleep()
    assert said(source) == [Sleep()]
    assert logind.is_delayed
    source.settled()
    eventually(lambda: not logind.is_delayed)
    assert not source.delays_sleep


def test_after_sleep_the_next_one_is_delayed_again(
    source: LogindSource, logind: FakeLogind
) -> None:
    for times in (2, 3):
        logind.falls_asleep()
        assert said(source) == [Sleep()]
        source.settled()
        logind.wakes_up()
        assert said(source) == [Wake()]
        logind.forget_copies()
        assert len(logind.held) == times
        assert logind.is_delayed


def test_sleep_that_nobody_settled_keeps_its_inhibitor_for_the_next(
    source: LogindSource, logind: FakeLogind
) -> None:
    logind.falls_asleep()
    logind.falls_asleep()
    logind.wakes_up()
    assert said(source) == [Sleep(), Wake()]
    assert len(logind.held) == 1
    assert logind.is_delayed


def test_closing_lets_the_machine_sleep_and_leaves_no_descriptor(
    logind: FakeLogind,
) -> None:
    before = open_descriptors()
    source = open_session(OPTIONS)
    logind.forget_copies()
    assert logind.is_delayed
    source.close()
    source.close()
    eventually(lambda: not logind.is_delayed)
    assert open_descriptors() == before + 1  # the fake's own end


def test_refused_inhibitor_costs_only_the_delay(logind: FakeLogind) -> None:
    del logind.service.methods["Inhibit"]
    source = open_session(OPTIONS)
    assert said(source) == AT_REST
    assert not source.delays_sleep
    logind.falls_asleep()
    assert said(source) == [Sleep()]
    source.settled()
    source.close()


def test_idle_inhibitor_is_told_among_others(
    source: LogindSource, logind: FakeLogind
) -> None:
    logind.blocked("shutdown:idle")
    logind.blocked("idle")
    logind.blocked("handle-idle-key")
    assert said(source) == [
        Inhibited(held=True, by="logind"),
        Inhibited(held=False, by="logind"),
    ]


def test_signals_of_a_stranger_say_nothing(
    source: LogindSource, serve: Callable[..., FakeService]
) -> None:
    stranger = serve()
    directed = DBusAddress(SESSION, source._bus.unique_name, f"{LOGIN}.Session")
    stranger.emit(directed.object_path, f"{LOGIN}.Session", "Lock")
    assert said(source) == []


def test_malformed_signals_and_properties_say_nothing(
    source: LogindSource, logind: FakeLogind
) -> None:
    logind.service.emit(SESSION, f"{LOGIN}.Session", "Lock", "s", "now")
    logind.service.emit(MANAGER, f"{LOGIN}.Manager", "PrepareForSleep", "s", "soon")
    logind.session(LockedHint=("s", "yes"), Active=("i", 0))
    logind.service.change(MANAGER, f"{LOGIN}.Manager", BlockInhibited=("i", 7))
    properties = "org.freedesktop.DBus.Properties"
    logind.service.emit(SESSION, properties, "PropertiesChanged", "i", 1)
    assert said(source) == []


def test_restarted_logind_is_asked_again(
    source: LogindSource,
    logind: FakeLogind,
    serve: Callable[..., FakeService],
) -> None:
    logind.signal("Lock")
    logind.falls_asleep()
    assert said(source) == [Locked("logind"), Sleep()]
    logind.service.close()
    assert hear(source) == [Wake()]
    again = FakeLogind(serve)
    again.session(Active=("b", False))
    assert said(source) == [Locked("user-switch")]
    again.forget_copies()
    assert again.is_delayed
    assert source.delays_sleep
    again.signal("Unlock")
    assert said(source) == [Unlocked("logind")]
    again.close()


def test_dead_bus_takes_everything_back_and_is_lost(
    source: LogindSource, logind: FakeLogind, bus: PrivateBus
) -> None:
    logind.signal("Lock")
    logind.blocked("idle")
    assert said(source) == [Locked("logind"), Inhibited(held=True, by="logind")]
    bus.stop()
    assert hear(source) == [Unlocked("logind"), Inhibited(held=False, by="logind")]
    assert readable(source)
    with pytest.raises(SourceLostError):
        source.dispatch()
    assert not source.delays_sleep


def test_bus_without_logind_says_what_to_install(bus: PrivateBus) -> None:
    assert bus.address
    with pytest.raises(SourceUnavailableError) as caught:
        open_session(OPTIONS)
    assert str(caught.value) == (
        "cannot hear about lock and sleep: no logind — "
        "install systemd-logind or elogind"
    )


def test_session_is_found_by_name_then_process_then_display(
    logind: FakeLogind, bus: PrivateBus, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = bus.connect()
    assert find_session(connection) == SESSION
    monkeypatch.setenv("XDG_SESSION_ID", "left over from elsewhere")
    logind.service.methods["GetSessionByPID"] = lambda _pid: ("o", ("/by/process",))
    assert find_session(connection) == "/by/process"
    monkeypatch.delenv("XDG_SESSION_ID")
    del logind.service.methods["GetSessionByPID"]
    logind.service.methods["GetUser"] = lambda _uid: ("o", ("/me",))
    logind.service.properties[f"{LOGIN}.User"] = {"Display": ("(so)", ("1", SESSION))}
    assert find_session(connection) == SESSION
    assert (f"{MANAGER}", "GetUser", os.getuid()) in logind.service.calls
    connection.close()


@pytest.mark.parametrize(
    "display", [("(so)", ("", "/")), ("s", "1"), ("i", 3), ("(ii)", (1, 2))]
)
def test_user_without_a_display_has_no_session_but_hears_of_sleep(
    display: tuple[str, object], logind: FakeLogind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_SESSION_ID")
    logind.service.methods["GetUser"] = lambda _uid: ("o", ("/me",))
    logind.service.properties[f"{LOGIN}.User"] = {"Display": display}
    source = open_session(OPTIONS)
    assert said(source) == [Inhibited(held=False, by="logind")]
    logind.falls_asleep()
    assert said(source) == [Sleep()]
    source.close()
