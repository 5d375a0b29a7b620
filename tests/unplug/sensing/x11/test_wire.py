"""The stream of packets from an X server, however it arrives and whatever it says."""

import socket
import struct
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fake_x_server import FakeXServer, error, event, generic_event, reply
from unplug.sensing.source import SourceLostError
from unplug.sensing.x11.wire import LONGEST_BYTES, Splitter, Wire

QUESTION = struct.pack("=BxHI", 15, 2, 7)
STATEMENT = struct.pack("=BxH3I", 2, 4, 7, 0x800, 0)
SOON_MS = 20


class Rig:
    """A wire, and the server's end of it in the test's hands."""

    def __init__(self) -> None:
        client, self.server = socket.socketpair()
        self.wire = Wire(client, SOON_MS)

    def close(self) -> None:
        self.wire.close()
        self.server.close()


@pytest.fixture
def rig() -> Iterator[Rig]:
    with closing(Rig()) as rig:
        yield rig


def packets() -> st.SearchStrategy[bytes]:
    numbers, extra = st.integers(0, 65_535), st.binary(max_size=90)
    return st.one_of(
        st.builds(reply, numbers, extra),
        st.builds(error, numbers),
        st.builds(event, st.integers(2, 34) | st.integers(64, 127), numbers),
        st.builds(generic_event, numbers, extra),
    )


@given(st.lists(packets(), max_size=12), st.lists(st.integers(0, 900), max_size=12))
def test_packets_are_the_same_wherever_the_stream_is_cut(
    sent: list[bytes], cuts: list[int]
) -> None:
    stream, splitter = b"".join(sent), Splitter()
    edges = [0, *sorted(cuts), len(stream)]
    pieces = [stream[a:b] for a, b in pairwise(edges)]
    assert [packet for piece in pieces for packet in splitter.feed(piece)] == sent


@given(st.binary(max_size=2_000))
def test_rubbish_is_cut_into_whole_packets_or_refused(rubbish: bytes) -> None:
    splitter, found = Splitter(), b""
    try:
        for packet in splitter.feed(rubbish):
            assert len(packet) >= 32
            found += packet
    except ValueError:
        return
    assert rubbish.startswith(found)


def test_stream_is_understood_when_cut_at_any_byte() -> None:
    stream = event(28, 0, 7, 9) + reply(1, bytes(40)) + generic_event(1, b"more")
    stream += error(2) + reply(3, b"three") + event(28, 3, 8, 9)
    for cut in range(len(stream) + 1):
        with closing(Rig()) as rig:
            asked = [rig.wire.ask(QUESTION) for _ in range(3)]
            rig.wire.flush()
            events = []
            for piece in filter(None, (stream[:cut], stream[cut:])):
                rig.server.sendall(piece)
                events += rig.wire.events()
            answers = [rig.wire.answer(number) for number in asked]
            assert answers == [reply(1, bytes(40)), None, reply(3, b"three")]
            assert events == [
                event(28, 0, 7, 9),
                generic_event(1, b"more"),
                event(28, 3, 8, 9),
            ]


def test_nothing_is_sent_before_somebody_waits_for_it(rig: Rig) -> None:
    rig.server.settimeout(0)
    rig.wire.ask(QUESTION)
    rig.wire.tell(STATEMENT)
    with pytest.raises(BlockingIOError):
        rig.server.recv(1)
    rig.wire.flush()
    assert rig.server.recv(99) == QUESTION + STATEMENT


def test_answers_may_be_read_in_any_order(rig: Rig) -> None:
    one, two = rig.wire.ask(QUESTION), rig.wire.ask(QUESTION)
    rig.server.sendall(reply(1, b"one") + reply(2, b"two"))
    assert rig.wire.answer(two) == reply(2, b"two")
    assert rig.wire.answer(one) == reply(1, b"one")


def test_events_that_come_before_an_answer_are_kept(rig: Rig) -> None:
    asked = rig.wire.ask(QUESTION)
    rig.server.sendall(event(28, 0, 1) + event(9, 0, 2) + reply(1) + event(28, 1, 3))
    rig.wire.answer(asked)
    assert rig.wire.events() == [event(28, 0, 1), event(9, 0, 2), event(28, 1, 3)]


def test_refusal_of_what_needs_no_answer_disturbs_nobody(rig: Rig) -> None:
    rig.wire.tell(STATEMENT)
    asked = rig.wire.ask(QUESTION)
    rig.server.sendall(error(1) + reply(2, b"two"))
    assert rig.wire.answer(asked) == reply(2, b"two")
    assert rig.wire.events() == []


def test_statement_is_accepted_unless_the_server_says_otherwise(rig: Rig) -> None:
    rig.server.sendall(reply(2))
    assert rig.wire.accepts(STATEMENT)
    rig.server.sendall(error(3) + reply(4))
    assert not rig.wire.accepts(STATEMENT)


def test_numbers_go_on_after_65_535() -> None:
    with FakeXServer(lambda request: request) as server:
        wire = Wire(server.client, SOON_MS)
        for first in range(0, 70_000, 250):
            questions = [struct.pack("=BxHI", 15, 2, first + n) for n in range(250)]
            asked = [wire.ask(question) for question in questions]
            for number, question in zip(asked, questions, strict=True):
                assert (wire.answer(number) or b"")[8:16] == question
        assert len(server.requests) == 70_000


def test_server_is_made_to_speak_before_two_numbers_look_the_same() -> None:
    with FakeXServer(answer_questions) as server:
        wire = Wire(server.client, SOON_MS)
        for _ in range(140_000):
            wire.tell(STATEMENT)
        asked = wire.ask(QUESTION)
        assert asked == 140_003 == wire.ask(QUESTION) - 1
        assert (wire.answer(asked) or b"")[8:16] == QUESTION
        spoken = [n for n, request in enumerate(server.requests) if len(request) == 4]
        assert spoken == [65_534, 131_069]


def answer_questions(request: bytes) -> bytes | None:
    return None if request == STATEMENT else request


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        pytest.param(event(28, 2, 7), "left out an answer", id="no answer"),
        pytest.param(reply(3), "nonsense .about request 3 of 2", id="the future"),
        pytest.param(
            event(28, 1, 7) + event(28, 0, 7),
            "nonsense .about request 65536 of 2",
            id="the past",
        ),
        pytest.param(b"\xff" * 64, "nonsense", id="rubbish"),
        pytest.param(reply(1)[:4] + b"\xff" * 28, "nonsense .a packet of", id="huge"),
        pytest.param(reply(1, bytes(99))[:-1], "does not answer", id="half"),
        pytest.param(b"", "does not answer", id="silence"),
        pytest.param(event(28, 0, 7) * 99, "does not answer", id="only events"),
    ],
)
def test_nonsense_and_silence_are_a_loss_that_stays(
    rig: Rig, said: bytes, reason: str
) -> None:
    asked = rig.wire.ask(QUESTION)
    rig.wire.tell(STATEMENT)
    rig.server.sendall(said)
    with pytest.raises(SourceLostError, match=f"lost the X server: it .*{reason}"):
        rig.wire.answer(asked)
    for again in (rig.wire.events, rig.wire.read, lambda: rig.wire.accepts(STATEMENT)):
        with pytest.raises(SourceLostError, match=reason):
            again()


def test_reply_of_the_greatest_length_is_taken() -> None:
    body = bytes(LONGEST_BYTES - 8)
    splitter = Splitter()
    assert list(splitter.feed(reply(1, body))) == [reply(1, body)]
    with pytest.raises(ValueError, match="a packet of"):
        list(splitter.feed(reply(1, body + b"one more")))


class Endless(socket.socket):
    """A socket on which there is always another event."""

    def recv(self, size: int, flags: int = 0) -> bytes:  # noqa: ARG002
        return event(28, 0, 7) * (size // 32)


def test_server_that_talks_without_end_is_a_loss() -> None:
    client, server = socket.socketpair()
    server.sendall(b"something to read")
    wire = Wire(Endless(fileno=client.detach()), SOON_MS)
    with (
        closing(server),
        closing(wire),
        pytest.raises(SourceLostError, match="does not answer"),
    ):
        wire.answer(wire.ask(QUESTION))


def test_server_that_takes_nothing_is_a_loss(rig: Rig) -> None:
    def talk() -> None:
        for _ in range(1_000_000):
            rig.wire.tell(STATEMENT)

    with pytest.raises(SourceLostError, match="takes nothing"):
        talk()


def test_end_of_the_server_is_a_loss(rig: Rig) -> None:
    rig.server.close()
    with pytest.raises(SourceLostError, match="lost the X server: it hung up"):
        rig.wire.events()


def test_end_of_the_server_while_we_speak_is_a_loss(rig: Rig) -> None:
    asked = rig.wire.ask(QUESTION)
    rig.server.close()
    with pytest.raises(SourceLostError, match="lost the X server: Broken pipe"):
        rig.wire.answer(asked)


def test_closed_wire_says_that_it_is_closed(rig: Rig) -> None:
    rig.wire.close()
    rig.wire.close()
    assert rig.wire.fileno() == -1
    with pytest.raises(SourceLostError, match="it was closed"):
        rig.wire.accepts(STATEMENT)
