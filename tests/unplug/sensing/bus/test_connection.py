import os
import select
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from jeepney import (
    DBusAddress,
    FileDescriptor,
    HeaderFields,
    MessageType,
    Properties,
    message_bus,
    new_method_call,
)

from tests.unplug.sensing.buses import FakeService, PrivateBus, open_descriptors
from unplug.sensing.bus.connection import Bus, session_bus, system_bus
from unplug.sensing.bus.messages import CallFailedError, Heard, process_of
from unplug.sensing.bus.wire import Body
from unplug.sensing.source import SourceLostError, SourceUnavailableError

NAME = "app.unplug.Test"
THING = DBusAddress("/thing", NAME, NAME)
Serve = Callable[..., FakeService]
PATIENCE_MS = 10_000


def unexpected(body: Body) -> None:
    pytest.fail(f"nobody was to answer {body}")


def test_no_bus_is_unavailable_and_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    with pytest.raises(SourceUnavailableError) as caught:
        session_bus()
    assert str(caught.value) == (
        "cannot reach the session bus: unix:path=/nowhere/bus (No such file or "
        "directory) — start unplug inside a desktop session, or with dbus-run-session"
    )


def test_outside_a_session_the_session_bus_is_unavailable(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    with pytest.raises(SourceUnavailableError, match="no usable address"):
        session_bus()


def test_socket_that_hangs_up_is_unavailable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s"))
        listener.listen()
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path / 's'}")
        listener.shutdown(socket.SHUT_RDWR)
        with pytest.raises(SourceUnavailableError, match="cannot reach the system bus"):
            system_bus()


def test_second_address_is_tried_when_the_first_is_dead(
    bus: PrivateBus, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"unix:path=/nowhere/bus;{bus.address}"
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    connection = session_bus()
    assert connection.unique_name.startswith(":")
    connection.close()


def test_call_returns_what_the_method_returns(bus: PrivateBus, serve: Serve) -> None:
    serve(NAME).methods["Double"] = lambda n: ("i", (2 * n,))
    connection = bus.connect()
    message = new_method_call(THING, "Double", "i", (21,))
    assert connection.call(message, "i") == (42,)
    connection.close()


def test_refused_unanswered_and_nonsensical_calls_fail_by_name(
    bus: PrivateBus, serve: Serve
) -> None:
    service = serve(NAME)
    service.methods["Odd"] = lambda: ("s", ("two",))
    service.silent.add("Mute")
    connection = bus.connect()
    for member, timeout_ms, problem in (
        ("Odd", PATIENCE_MS, 'app.unplug.Test.Odd: answered with "s" instead of "u"'),
        ("Mute", 20, "app.unplug.Test.Mute: no answer"),
        ("Missing", PATIENCE_MS, "app.unplug.Test.Missing: app.unplug.Test.Refused"),
    ):
        with pytest.raises(CallFailedError) as caught:
            connection.call(new_method_call(THING, member), "u", timeout_ms=timeout_ms)
        assert str(caught.value) == problem
    connection.close()


def test_signals_that_arrive_during_a_call_are_kept_in_order(
    bus: PrivateBus, serve: Serve
) -> None:
    service = serve(NAME)
    connection = bus.connect()
    connection.watch(sender=NAME, interface=NAME)
    service.methods["Work"] = lambda: ("", ())
    for number in range(20):
        service.emit("/thing", NAME, "Counted", "i", number)
        connection.call(new_method_call(THING, "Work"))
    heard = list(connection.receive_all())
    assert [signal.body for signal in heard] == [(n,) for n in range(20)]
    assert heard[0] == Heard(service.unique_name, "/thing", NAME, "Counted", "i", (0,))
    connection.close()


def test_answers_take_their_turn_between_signals(bus: PrivateBus, serve: Serve) -> None:
    service = serve(NAME)
    service.properties[NAME] = {"Level": ("i", 1)}
    connection = bus.connect()
    connection.watch(sender=NAME, interface=NAME)
    told: list[object] = []

    def take(body: Body) -> None:
        told.append(body[0][1])

    service.emit("/thing", NAME, "First")
    connection.ask(Properties(THING).get("Level"), "v", take)
    for heard in connection.gather(timeout_ms=PATIENCE_MS):
        told.append(heard.member)  # noqa: PERF401  (take() appends in between)
    service.emit("/thing", NAME, "Second")
    connection.call(message_bus.GetId(), "s")
    told.extend(late.member for late in connection.receive_all())
    assert told == ["First", 1, "Second"]
    connection.close()


def test_answer_that_never_comes_holds_up_nobody(bus: PrivateBus, serve: Serve) -> None:
    service = serve(NAME)
    service.silent.add("Mute")
    connection = bus.connect()
    connection.ask(new_method_call(THING, "Mute"), "", unexpected)
    assert list(connection.gather(timeout_ms=20)) == []
    connection.close()


def test_refusals_are_heard(bus: PrivateBus, serve: Serve) -> None:
    serve(NAME)
    connection = bus.connect()
    refused: list[bool] = []
    message = new_method_call(THING, "Missing")
    connection.ask(message, "", unexpected, lambda: refused.append(True))
    assert list(connection.gather(timeout_ms=PATIENCE_MS)) == []
    assert refused == [True]
    connection.close()


def test_owners_of_a_name_are_followed(bus: PrivateBus, serve: Serve) -> None:
    first = serve(NAME)
    connection = bus.connect()
    owners: list[tuple[str, str]] = []
    connection.follow(NAME, lambda name, owner: owners.append((name, owner)))
    assert owners == [(NAME, first.unique_name)]
    first.disown(NAME)
    second = serve(NAME)
    connection.call(message_bus.GetId(), "s")
    assert list(connection.receive_all()) == []
    assert owners[1:] == [(NAME, ""), (NAME, second.unique_name)]
    connection.close()


def test_names_below_a_name_are_followed(bus: PrivateBus, serve: Serve) -> None:
    serve("app.unplug.Test.one", "app.unplug.Tester")
    connection = bus.connect()
    names: list[str] = []
    connection.follow(NAME, lambda name, _owner: names.append(name), below=True)
    serve("app.unplug.Test.two", "app.unplug.Testing.three")
    connection.call(message_bus.GetId(), "s")
    assert list(connection.receive_all()) == []
    assert names == ["app.unplug.Test.one", "app.unplug.Test.two"]
    connection.close()


def test_others_may_call_only_what_is_served(bus: PrivateBus, serve: Serve) -> None:
    caller = serve()
    connection = bus.connect()
    called: list[Body] = []
    connection.serve(THING, "Tell", "s", lambda heard: called.append(heard.body))
    ours = DBusAddress("/thing", connection.unique_name, NAME)
    replies = [_sent(caller, connection, ours, m) for m in ("Tell", "Other")]
    assert called == [("hello",)]
    assert replies == [MessageType.method_return, MessageType.error]
    connection.close()


def _sent(
    caller: FakeService, connection: Bus, where: DBusAddress, member: str
) -> MessageType:
    serial = caller._send(new_method_call(where, member, "s", ("hello",)))
    caller.barrier()
    connection.call(message_bus.GetId(), "s")
    assert list(connection.receive_all()) == []
    with caller._arrived:
        assert caller._arrived.wait_for(lambda: serial in caller.replies, 5)
        return MessageType(caller.replies[serial].header.message_type)


def test_file_descriptors_are_passed_and_not_handed_to_children(
    bus: PrivateBus, serve: Serve
) -> None:
    service = serve(NAME)
    reading, writing = os.pipe()
    service.methods["Take"] = lambda: ("h", (writing,))
    connection = bus.connect(descriptors=True)
    (passed,) = connection.call(new_method_call(THING, "Take"), "h")
    assert isinstance(passed, FileDescriptor)
    assert not os.get_inheritable(passed.fileno())
    os.close(writing)
    passed.close()
    assert os.read(reading, 1) == b""
    os.close(reading)
    connection.close()


def test_descriptors_that_nobody_takes_are_closed(
    bus: PrivateBus, serve: Serve
) -> None:
    service = serve(NAME)
    reading, writing = os.pipe()
    service.methods["Take"] = lambda: ("h", (writing,))
    connection = bus.connect(descriptors=True)
    with pytest.raises(CallFailedError):
        connection.call(new_method_call(THING, "Take"), "s")
    connection.watch(interface=NAME)
    before = open_descriptors()
    service.emit("/thing", NAME, "Passed", "h", writing)
    connection.call(message_bus.GetId(), "s")
    assert [heard.member for heard in connection.receive_all()] == ["Passed"]
    assert open_descriptors() == before
    service.emit("/thing", NAME, "Passed", "h", writing)
    connection.call(message_bus.GetId(), "s")
    connection.close()
    os.close(writing)
    assert os.read(reading, 1) == b""
    os.close(reading)


def test_process_behind_a_name_is_known(bus: PrivateBus, serve: Serve) -> None:
    serve(NAME)
    connection = bus.connect()
    assert connection.call(process_of(NAME), "u") == (os.getpid(),)
    connection.close()


def test_dead_bus_is_lost_after_what_it_said(bus: PrivateBus, serve: Serve) -> None:
    service = serve(NAME)
    connection = bus.connect()
    connection.watch(interface=NAME)
    service.emit("/thing", NAME, "Last")
    connection.call(message_bus.GetId(), "s")
    bus.stop()
    select.select([connection], [], [], 5)
    arrives = connection.receive_all()
    assert next(arrives).member == "Last"
    with pytest.raises(SourceLostError, match="connection lost: session bus"):
        next(arrives)
    with pytest.raises(SourceLostError):
        connection.ask(new_method_call(THING, "Any"), "", unexpected)
    connection.close()
    connection.close()


class Daemon:
    """The other end of a socket, to say what no real bus would say."""

    def __init__(self) -> None:
        ours, self._theirs = socket.socketpair()
        hello = new_hello()
        self._theirs.send(hello)
        self.bus = Bus(ours, "session bus")

    def say(self, data: bytes) -> list[str]:
        self._theirs.sendall(data)
        return [heard.member for heard in self.bus.receive_all()]

    def close(self) -> None:
        self._theirs.close()
        self.bus.close()


def new_hello() -> bytes:
    message = new_method_call(THING, "Hello", "s", (":1.1",))
    message.header.message_type = MessageType.method_return
    message.header.fields = {HeaderFields.reply_serial: 1, HeaderFields.signature: "s"}
    return bytes(message.serialise(1))


def signal_bytes(member: str, signature: str = "s", body: Body = ("x",)) -> bytes:
    message = new_method_call(THING, member, signature, body)
    message.header.message_type = MessageType.signal
    return bytes(message.serialise(2))


def test_malformed_message_is_left_out_and_the_next_is_heard() -> None:
    daemon = Daemon()
    bad_text = signal_bytes("Bad").replace(b"\x01\0\0\0x\0", b"\x01\0\0\0\xff\0")
    bad_array = signal_bytes("Bad", "au", ([1],)).replace(
        b"\x04\0\0\0\x01\0\0\0", b"\x07\0\0\0\x01\0\0\0"
    )
    good = signal_bytes("Good")
    assert bad_text != signal_bytes("Bad")
    assert daemon.say(bad_text + good + bad_array + good) == ["Good", "Good"]
    daemon.close()


def test_message_in_pieces_is_heard_once_it_is_whole() -> None:
    daemon = Daemon()
    data = signal_bytes("Whole")
    assert daemon.say(data[:10]) == []
    assert daemon.say(data[10:50]) == []
    assert daemon.say(data[50:]) == ["Whole"]
    daemon.close()


def test_stream_without_messages_in_it_is_a_loss() -> None:
    daemon = Daemon()
    with pytest.raises(SourceLostError):
        daemon.say(b"GET / HTTP/1.1\r\nHost: nobody\r\n\r\n")
    daemon.close()
