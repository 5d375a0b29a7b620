"""What lies in the packets of sound servers and of PipeWire."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unplug.sensing import pipewire_wire, pulse_values
from unplug.sensing.pipewire_wire import MalformedMessageError
from unplug.sensing.pulse_values import MalformedPacketError

words = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
numbers = st.integers(0, 2**32 - 1)
properties = st.dictionaries(
    words, words.map(lambda word: word.encode() + b"\0"), max_size=4
)
values = st.lists(numbers | words | st.none() | st.binary(max_size=20) | properties)
pods = st.recursive(
    st.integers(-(2**31), 2**31 - 1) | words,
    lambda inner: st.lists(inner, max_size=4).map(tuple),
)


@given(values)
def test_packets_give_back_what_was_laid_into_them(laid: list[Any]) -> None:
    expected = [
        {key: raw.decode().rstrip("\0") for key, raw in value.items()}
        if isinstance(value, dict)
        else value
        for value in laid
    ]
    assert pulse_values.unpacked(pulse_values.packed(*laid)) == expected


@given(st.lists(pods, max_size=5).map(tuple))
def test_messages_give_back_what_was_laid_into_them(laid: tuple[Any, ...]) -> None:
    assert pipewire_wire.unpacked(pipewire_wire.packed(laid)) == laid


@given(st.binary(max_size=200))
def test_rubbish_is_read_or_told_from_packets(rubbish: bytes) -> None:
    with suppress(MalformedPacketError):
        assert isinstance(pulse_values.unpacked(rubbish), list)
    with suppress(MalformedMessageError):
        assert isinstance(pipewire_wire.unpacked(rubbish), tuple)


@given(values, st.integers(0, 500))
def test_packets_that_end_too_early_are_told(laid: list[Any], cut: int) -> None:
    whole = pulse_values.packed(*laid)
    try:
        found = pulse_values.unpacked(whole[:cut])
    except MalformedPacketError:
        return
    assert len(found) <= len(laid)


def test_all_kinds_of_values_are_skipped_at_their_right_length() -> None:
    body = b"".join(
        (
            *(b"B\x07", b"a\x03\x02\0\0\xac\x44", b"m\x02\x01\x02"),
            *(b"v\x02" + bytes(8), b"V" + bytes(4), b"U" + bytes(8)),
            *(b"R" + bytes(8), b"r" + bytes(8), b"T" + bytes(8), b"fB\x01PN"),
            b"10",
        )
    )
    assert pulse_values.unpacked(body) == [None] * 10 + [True, False]


def test_footer_after_a_message_is_left_out() -> None:
    footer = pipewire_wire.packed((7, 8))
    assert pipewire_wire.unpacked(pipewire_wire.packed((1, "a")) + footer) == (1, "a")


def test_message_without_a_struct_is_malformed() -> None:
    with pytest.raises(MalformedMessageError, match="without a struct"):
        pipewire_wire.unpacked(pipewire_wire.packed(3))
