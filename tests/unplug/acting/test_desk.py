from collections.abc import Callable

import pytest
from jeepney import DBusAddress, Message, message_bus, new_method_call

from tests.unplug.acting.desks import pump_until
from tests.unplug.sensing.buses import FakeService, PrivateBus
from unplug.acting.desk import Desk, subscribe
from unplug.sensing.bus.connection import Bus
from unplug.sensing.bus.messages import Heard
from unplug.sensing.source import SourceUnavailableError

Serve = Callable[..., FakeService]
NAME = "app.unplug.Test"


def hello(member: str = "Hello") -> Message:
    return new_method_call(DBusAddress("/x", NAME, NAME), member)


def test_bus_is_opened_by_the_first_who_acts(desk: Desk, serve: Serve) -> None:
    service = serve(NAME)
    service.methods["Hello"] = lambda: ("s", ("you",))
    assert not desk.is_open
    assert desk.fileno() == -1
    answers: list[object] = []
    desk.ask(hello(), "s", answers.append, lambda: answers.append("refused"))
    assert desk.is_open
    pump_until(desk, lambda: answers)
    assert answers == [("you",)]


def test_errors_and_other_answers_are_refusals(desk: Desk, serve: Serve) -> None:
    service = serve(NAME)
    service.methods["Hello"] = lambda: ("u", (1,))
    answers: list[object] = []
    for message in (hello(), hello("Nothing")):
        desk.ask(message, "s", answers.append, lambda: answers.append("refused"))
    pump_until(desk, lambda: len(answers) == 2)
    assert answers == ["refused", "refused"]


def test_without_a_bus_everything_is_refused_at_once() -> None:
    def nowhere() -> Bus:
        failed = "cannot reach the session bus"
        raise SourceUnavailableError(failed)

    desk = Desk(nowhere)
    answers: list[object] = []
    desk.ask(hello(), "s", answers.append, lambda: answers.append("refused"))
    assert answers == ["refused"]
    desk.tell(hello())
    desk.dispatch()
    desk.settle()
    assert not desk.is_open


def test_signals_reach_everybody_who_attends(desk: Desk, serve: Serve) -> None:
    service = serve(NAME)
    heard: list[str] = []

    def set_up(bus: Bus) -> None:
        subscribe(bus, interface=NAME)

    def hear(what: Heard) -> None:
        heard.append(what.member)

    for _ in range(2):
        desk.attend(setup=set_up, hear=hear, lost=lambda: None)
    desk.tell(message_bus.GetId())
    desk.settle()
    service.emit("/x", NAME, "Rang")
    pump_until(desk, lambda: len(heard) == 2)
    assert heard == ["Rang", "Rang"]


def test_dead_bus_refuses_what_was_asked_and_is_opened_again(
    bus: PrivateBus, serve: Serve
) -> None:
    service = serve(NAME)
    service.silent.add("Hello")
    lost: list[str] = []
    opened: list[Bus] = []

    def connect() -> Bus:
        if opened:
            failed = "cannot reach the session bus"
            raise SourceUnavailableError(failed)
        opened.append(bus.connect())
        return opened[-1]

    desk = Desk(connect)
    desk.attend(
        setup=lambda _bus: None,
        hear=lambda _heard: None,
        lost=lambda: lost.append("lost"),
    )
    desk.ask(hello(), "s", lambda _body: None, lambda: lost.append("refused"))
    bus.stop()
    pump_until(desk, lambda: lost)
    assert lost == ["lost", "refused"]
    assert not desk.is_open
    desk.ask(hello(), "s", lambda _body: None, lambda: lost.append("again"))
    assert lost[-1] == "again"


def test_whoever_attends_late_is_set_up_at_once(desk: Desk) -> None:
    desk.tell(message_bus.GetId())
    set_up: list[Bus] = []
    desk.attend(setup=set_up.append, hear=lambda _heard: None, lost=lambda: None)
    assert len(set_up) == 1
    desk.close()
    desk.close()
    assert desk.fileno() == -1


@pytest.mark.parametrize("closed", [True, False])
def test_nobody_is_called_after_closing(
    desk: Desk, serve: Serve, *, closed: bool
) -> None:
    service = serve(NAME)
    service.methods["Hello"] = lambda: ("s", ("you",))
    answers: list[object] = []
    desk.ask(hello(), "s", answers.append, lambda: answers.append("refused"))
    if closed:
        desk.close()
    desk.settle()
    assert answers == ([] if closed else [("you",)])
