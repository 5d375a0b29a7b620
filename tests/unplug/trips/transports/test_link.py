"""A link before brokers that misbehave: a socket that says what the test wants."""

import select
import socket
import struct
from collections.abc import Iterator
from dataclasses import replace
from time import monotonic

import pytest

from tests.unplug.trips.transports.brokers import free_port, mosquitto
from unplug.trips.transports.broker_address import BrokerAddress, Node
from unplug.trips.transports.connection import Patience
from unplug.trips.transports.events import Down, Event, Listening, Message, Up
from unplug.trips.transports.gossip import Listen, Publish, Wish
from unplug.trips.transports.link import Link
from unplug.trips.transports.route import Door

LONG_S = 30.0
CONNECT, PUBLISH, SUBSCRIBE, PING = 0x10, 0x30, 0x80, 0xC0
LET_IN, PONG = b"\x20\x02\x00\x00", b"\xd0\x00"
IMPATIENT = Patience(connect_ms=1_000, answer_ms=1_000, quiet_s=2)


class Puppet:
    """A broker that does nothing by itself."""

    def __init__(self) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._listening.settimeout(LONG_S)
        self._socket: socket.socket | None = None
        self._first = 0

    @property
    def address(self) -> BrokerAddress:
        return BrokerAddress(*self._listening.getsockname(), tls=False)

    def let_in(self, *, answers: bool = True) -> None:
        """Take the next connection."""
        self.hang_up()
        self._socket, _ = self._listening.accept()
        self._socket.settimeout(LONG_S)
        self.hear(CONNECT)
        if answers:
            self.say(LET_IN)

    def hear(self, kind: int) -> bytes:
        """The next packet of a kind; others are passed over."""
        while True:
            self._first = self._exactly(1)[0]
            length = self._exactly(1)[0]
            assert length < 128
            body = self._exactly(length)
            if self._first & 0xF0 == kind:
                return body

    def say(self, packet: bytes) -> None:
        assert self._socket is not None
        self._socket.sendall(packet)

    def note(self, *, code: int = 1) -> None:
        """Take note of what is listened to, or not."""
        number = self.hear(SUBSCRIBE)[:2]
        self.say(b"\x90\x03" + number + bytes([code]))

    def take(self) -> bytes:
        """Take a message; its body."""
        body = self.hear(PUBLISH)
        (length,) = struct.unpack(">H", body[:2])
        self.say(b"\x40\x02" + body[2 + length : 4 + length])
        return body

    @property
    def wants_acknowledgement(self) -> bool:
        """Whether the message that was heard last has QoS 1."""
        return bool(self._first & 0x02)

    def hang_up(self) -> None:
        if self._socket is not None:
            self._socket.close()

    def close(self) -> None:
        self.hang_up()
        self._listening.close()

    def _exactly(self, count: int) -> bytes:
        assert self._socket is not None
        data = b""
        while len(data) < count:
            more = self._socket.recv(count - len(data))
            assert more, "the link hung up"
            data += more
        return data


@pytest.fixture
def puppet() -> Iterator[Puppet]:
    made = Puppet()
    yield made
    made.close()


@pytest.fixture
def links() -> Iterator[list[Link]]:
    made: list[Link] = []
    yield made
    for link in made:
        link.close()


def started(
    links: list[Link],
    address: BrokerAddress,
    patience: Patience = IMPATIENT,
    back_ms: int | None = 1,
) -> Link:
    link = Link(address, back_ms=back_ms, longest_back_ms=50, patience=patience)
    links.append(link)
    link.start()
    return link


def after(link: Link, kind: type[Event], orders: list[Wish] | None = None) -> Event:
    """Wait for something to happen; then send orders."""
    ends = monotonic() + LONG_S
    while select.select([link], [], [], max(0, ends - monotonic()))[0]:
        for event in link.take():
            if isinstance(event, kind):
                link.send(orders or [])
                return event
    pytest.fail(f"no {kind.__name__}")


def why_down(link: Link) -> str:
    event = after(link, Down)
    assert isinstance(event, Down)
    return str(event.error)


def test_who_never_lets_us_in_is_given_up_and_tried_again(
    puppet: Puppet, links: list[Link]
) -> None:
    link = started(links, puppet.address)
    puppet.let_in(answers=False)
    assert "(it does not answer) — check the address" in why_down(link)
    puppet.let_in()
    after(link, Up)


def test_who_never_agrees_on_keys_is_given_up(
    puppet: Puppet, links: list[Link]
) -> None:
    link = started(links, replace(puppet.address, tls=True))
    assert "(it does not answer) — check the address" in why_down(link)


def test_who_reads_nothing_is_given_up_however_much_is_to_be_said(
    puppet: Puppet, links: list[Link]
) -> None:
    link = started(links, puppet.address)
    puppet.let_in()
    after(link, Up, [Publish("talk", bytes(192 * 1024)) for _ in range(100)])
    assert "(it does not answer any more)" in why_down(link)


def test_who_hangs_up_at_once_may_want_to_be_spoken_to_otherwise(
    puppet: Puppet, links: list[Link]
) -> None:
    link = started(links, puppet.address, Patience(at_once_ms=5_000))
    puppet.let_in(answers=False)
    puppet.hang_up()
    assert "(the connection ended) — if it wants TLS, use mqtts://" in why_down(link)
    puppet.let_in()
    after(link, Up)
    puppet.hang_up()
    assert "lost the broker" in why_down(link)
    puppet.let_in(answers=False)
    puppet.hang_up()
    assert "(it is not ready)" in why_down(link)  # it has let us in before


def test_who_hangs_up_later_is_not_ready(puppet: Puppet, links: list[Link]) -> None:
    link = started(links, puppet.address, Patience(at_once_ms=0))
    puppet.let_in(answers=False)
    puppet.hang_up()
    assert "(it is not ready) — try again later" in why_down(link)


def test_who_does_not_take_note_of_what_is_listened_to_is_given_up(
    puppet: Puppet, links: list[Link]
) -> None:
    link = started(links, puppet.address)
    puppet.let_in()
    after(link, Up, [Listen("talk")])
    puppet.hear(SUBSCRIBE)
    assert "(it does not answer any more) — it is tried again" in why_down(link)
    puppet.let_in()
    after(link, Up, [Listen("talk")])
    puppet.note()
    after(link, Listening)


def test_who_does_not_let_us_listen_is_named_and_left(
    puppet: Puppet, links: list[Link]
) -> None:
    link = started(links, puppet.address)
    puppet.let_in()
    after(link, Up, [Listen("talk")])
    puppet.note(code=0x80)
    assert "(it does not let this side listen) — ask whoever" in why_down(link)
    puppet.let_in()


def test_who_passes_on_nothing_that_is_said_is_given_up(
    puppet: Puppet, links: list[Link]
) -> None:
    link = started(links, puppet.address)
    puppet.let_in()
    after(link, Up, [Listen("talk")])
    puppet.note()
    after(link, Listening, [Publish("talk", b"word")])
    puppet.take()
    assert "(it passes on nothing that is said) — it is tried" in why_down(link)
    puppet.let_in()


def test_who_does_not_take_what_is_said_is_given_up(
    puppet: Puppet, links: list[Link]
) -> None:
    link = started(links, puppet.address)
    puppet.let_in()
    after(link, Up, [Publish("elsewhere", b"word")])
    puppet.hear(PUBLISH)
    assert "(it does not answer any more)" in why_down(link)


def test_who_cannot_acknowledge_what_is_said_is_not_asked_to_the_next_time(
    puppet: Puppet, links: list[Link]
) -> None:
    link = started(links, puppet.address)
    wanted = []
    for _ in range(3):
        puppet.let_in()
        after(link, Up, [Publish("elsewhere", b"word")])
        puppet.hear(PUBLISH)
        wanted.append(puppet.wants_acknowledgement)
        puppet.hang_up()
        after(link, Down)
    assert wanted == [True, False, True]


def test_what_comes_back_is_heard_and_the_connection_holds(
    puppet: Puppet, links: list[Link]
) -> None:
    link = started(links, puppet.address)
    puppet.let_in()
    after(link, Up, [Listen("talk")])
    puppet.note()
    after(link, Listening, [Publish("talk", b"word")])
    puppet.take()
    puppet.say(b"\x30\x0a\x00\x04talkword")
    assert after(link, Message) == Message("talk", b"word")
    for _ in range(2):  # it is quiet now, and asked whether the broker is there
        puppet.hear(PING)
        puppet.say(PONG)
    assert not link.take()


def test_a_connection_that_is_dead_at_the_other_end_is_noticed_in_silence(
    puppet: Puppet, links: list[Link]
) -> None:
    link = started(links, puppet.address)
    puppet.let_in()
    after(link, Up)
    puppet.hear(PING)
    assert "lost the broker" in why_down(link)
    puppet.let_in()


def test_what_is_no_mqtt_ends_a_connection_and_not_the_link(
    puppet: Puppet, links: list[Link]
) -> None:
    link = started(links, puppet.address)
    for nonsense in (b"\xf0\x00", b"\x20\x00", b"\x90\x00", b"HTTP/1.1 400\r\n\r\n"):
        puppet.let_in()
        after(link, Up)
        puppet.say(nonsense)
        assert "lost the broker" in why_down(link)


def test_a_bug_is_told_in_a_sentence_and_does_not_end_the_link(
    puppet: Puppet, links: list[Link], caplog: pytest.LogCaptureFixture
) -> None:
    link = started(links, puppet.address)
    puppet.let_in()
    after(link, Up, [Publish("no/+/topic", b"")])
    assert "(ValueError) — it is tried again; please report" in why_down(link)
    assert "Traceback" in caplog.text
    puppet.let_in()
    after(link, Up)


def test_the_next_node_is_tried_before_anything_is_said_to_be_wrong(
    puppet: Puppet, links: list[Link]
) -> None:
    dead = BrokerAddress("127.0.0.1", free_port(), tls=False)
    with mosquitto() as broker:
        nodes = (*puppet.address.nodes, *broker.address.nodes)
        for _ in range(5):
            address = BrokerAddress(*dead.nodes[0], tls=False, others=nodes)
            link = started(links, address, back_ms=None)
            after(link, Up)


def test_of_a_name_each_address_is_tried_in_turn(
    puppet: Puppet, links: list[Link]
) -> None:
    ((host, port),) = puppet.address.nodes

    def find(node: Node) -> list[Door]:
        return [Door(node, there, port) for there in ("127.0.0.2", "::1", host)]

    address = BrokerAddress("cluster.example.org", 1883, tls=False)
    link = Link(address, back_ms=None, find=find)
    links.append(link)
    link.start()
    puppet.let_in()
    after(link, Up)


def test_after_a_loss_another_node_is_taken(puppet: Puppet, links: list[Link]) -> None:
    other = Puppet()
    host, port = other.address.nodes[0]
    address = BrokerAddress(
        host, port, tls=False, others=(Node(*puppet.address.nodes[0]),)
    )
    link = started(links, address, Patience())
    first, second = (puppet, other) if is_called(puppet, other) else (other, puppet)
    for one in (first, second, first):
        one.let_in()
        after(link, Up)
        one.hang_up()
        after(link, Down)
    other.close()


def is_called(one: Puppet, other: Puppet) -> bool:
    sockets = [one._listening, other._listening]
    return select.select(sockets, [], [], LONG_S)[0] == [one._listening]


def test_closing_waits_for_nobody_who_does_not_answer(
    puppet: Puppet, links: list[Link]
) -> None:
    link = started(links, puppet.address, Patience())
    puppet.let_in(answers=False)
    before = monotonic()
    link.close()
    assert monotonic() - before < 5
    assert not link._thread.is_alive()
