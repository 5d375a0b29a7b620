"""Questions to an X server, and replies that are refused, odd or nonsense."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fake_x_server import REFUSED, SETUP, Answer, FakeXServer
from unplug.sensing.source import SourceLostError
from unplug.sensing.x11.connection import Listener
from unplug.sensing.x11.requests import (
    Hear,
    Question,
    client_pid,
    list_system_counters,
    parent,
)

STRING, UTF8 = 31, 300
INTERN_ATOM = 16
RESOURCES = 140
WINDOW = 77


def server_with(value: bytes, form: int = 8, kind: int = STRING) -> FakeXServer:
    """A server on which every property is this one."""

    def answer(request: bytes) -> Answer:
        if request[0] == INTERN_ATOM:
            return struct.pack("=I", 400)
        units = len(value) // (form // 8) if form else 0
        return form, struct.pack("=3I12x", kind, 0, units) + value

    return FakeXServer(answer)


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        ("Grüße".encode(), UTF8, "Grüße"),
        ("Grüße".encode(), STRING, "Grüße"),
        ("Grüße".encode("latin-1"), STRING, "Grüße"),
        ("Grüße".encode("latin-1"), UTF8, "Gr\ufffd\ufffde"),
        (b"", UTF8, None),
    ],
)
def test_text_is_read_whatever_it_calls_itself(
    value: bytes, kind: int, text: str | None
) -> None:
    with server_with(value, kind=kind) as server:
        x = server.connection()
        assert x.text(x.ask_property(WINDOW, "NAME")) == text
        assert x.number(x.ask_property(WINDOW, "NAME")) is None


def test_number_is_the_first_of_a_property() -> None:
    with server_with(struct.pack("=2I", 2**32 - 1, 5), form=32) as server:
        x = server.connection()
        assert x.number(x.ask_property(WINDOW, "NAME")) == 2**32 - 1
        assert x.text(x.ask_property(WINDOW, "NAME")) is None


def test_missing_property_is_nothing() -> None:
    with server_with(b"", form=0, kind=0) as server:
        x = server.connection()
        assert x.number(x.ask_property(WINDOW, "NAME")) is None
        assert x.text(x.ask_property(WINDOW, "NAME")) is None


def test_window_that_the_server_does_not_know_is_nothing() -> None:
    with FakeXServer(lambda _: REFUSED) as server:
        x = server.connection()
        assert x.query(parent(WINDOW)) is None
        assert x.text(x.ask_property(WINDOW, "NAME")) is None
        assert not x.accepts(struct.pack("=BxHI", 4, 2, WINDOW))


def test_atom_is_asked_for_once() -> None:
    with server_with(b"a window") as server:
        x = server.connection()
        assert [x.atom("NAME"), x.atom("NAME")] == [400, 400]
        assert server.requests == [struct.pack("=BxHH2x", 16, 3, 4) + b"NAME"]


def test_ids_are_ours_and_never_the_same() -> None:
    with FakeXServer() as server:
        x = server.connection()
        ids = {x.new_id() for _ in range(1_000)}
        assert len(ids) == 1_000
        assert {number & ~SETUP.id_mask for number in ids} == {SETUP.id_base}


def test_process_is_told_among_other_ids() -> None:
    other = struct.pack("=4I", WINDOW, 1, 4, 99)
    none = struct.pack("=3I", WINDOW, 2, 0)
    ours = struct.pack("=4I", WINDOW, 2, 4, 4_321)
    with FakeXServer(lambda _: struct.pack("=I20x", 3) + other + none + ours) as server:
        assert server.connection().query(client_pid(RESOURCES, WINDOW)) == 4_321
    with FakeXServer(lambda _: struct.pack("=I20x", 2) + other + none) as server:
        assert server.connection().query(client_pid(RESOURCES, WINDOW)) is None


@given(
    st.sampled_from([client_pid(9, WINDOW), list_system_counters(9)]),
    st.integers(0, 2**32 - 1),
    st.binary(max_size=100),
)
def test_rubbish_in_a_reply_is_read_or_a_loss(
    question: Question[object], count: int, rubbish: bytes
) -> None:
    body = struct.pack("=I20x", count) + rubbish
    with FakeXServer(lambda _: body) as server:
        x = server.connection()
        try:
            x.query(question)
        except SourceLostError as error:
            assert "nonsense" in error.value  # noqa: PT017  (either is fine)


@given(st.integers(0, 255), st.integers(0, 2**32 - 1), st.binary(max_size=40))
def test_property_longer_than_its_reply_is_a_loss(
    form: int, units: int, value: bytes
) -> None:
    def answer(_: bytes) -> Answer:
        return form, struct.pack("=3I12x", STRING, 0, units) + value

    with FakeXServer(answer) as server:
        x = server.connection()
        try:
            text = x.text(x.ask_property(WINDOW, "NAME"))
        except SourceLostError as error:
            assert "nonsense" in error.value  # noqa: PT017  (either is fine)
            assert units * form // 8 > len(value)
        else:
            assert text is None or form == 8


def test_listener_asks_only_for_what_is_new_and_drops_what_is_not_wanted() -> None:
    with FakeXServer() as server:
        x = server.connection()
        listener = Listener(x)
        listener.hear(WINDOW, Hear.PROPERTY)
        listener.hear(WINDOW, Hear.PROPERTY)
        listener.hear(WINDOW, Hear.STRUCTURE)
        listener.end_look()
        listener.hear(WINDOW, Hear.STRUCTURE)
        listener.end_look()
        x.flush()
        asked = [struct.unpack("=B3x3I", request) for request in server.requests]
        assert [(opcode, window) for opcode, window, _, _ in asked] == [(2, WINDOW)] * 3
        assert [mask for *_, mask in asked] == [
            1 << 22,
            1 << 22 | 1 << 17,
            1 << 17,
        ]
