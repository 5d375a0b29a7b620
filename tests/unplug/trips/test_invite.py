"""Links, codes and files that bring people in, and the words they check."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unplug.trips.groups import NOW_MS
from unplug.errors import UnplugError
from unplug.trips.check_words import check_words, words
from unplug.trips.invite import (
    MAX_LINK,
    Ticket,
    from_file,
    from_link,
    new_ticket,
    to_file,
    to_link,
    to_qr,
)
from unplug.trips.primitives import random_bytes

BROKER = "mqtts://broker.example.org:8883/groups"


@given(
    st.binary(min_size=16, max_size=16),
    st.binary(min_size=16, max_size=16),
    st.integers(0, 40_000_000),
    st.sampled_from(["", BROKER, "mqtt://käse.example/a b?c=d#e&f+g%"]),
)
def test_an_invite_comes_back_from_its_link_and_file(
    trip: bytes, seed: bytes, minutes: int, place: str
) -> None:
    ticket = Ticket(trip, seed, minutes * 60_000, place)
    assert from_link(to_link(ticket)) == ticket
    assert from_file(to_file(ticket).encode()) == ticket


def test_a_link_is_short_and_holds_its_secret_behind_the_hash() -> None:
    ticket = new_ticket(bytes(16), expires_ms=NOW_MS, place=BROKER)
    link = to_link(ticket)
    assert len(link) <= MAX_LINK
    assert len(link.partition("#")[2]) == 22
    assert repr(ticket.seed) not in repr(ticket)


def test_a_broker_too_long_for_a_link_is_refused() -> None:
    with pytest.raises(UnplugError, match="use a shorter address"):
        new_ticket(bytes(16), expires_ms=NOW_MS, place="mqtt://" + "x" * 200)


def test_a_link_survives_mail() -> None:
    link = to_link(new_ticket(bytes(16), expires_ms=NOW_MS, place=BROKER))
    for mailed in (
        f"<{link}>",
        f"  {link}\n",
        link[:50] + "\n" + link[50:],
        f"> {link}.",
    ):
        assert to_link(from_link(mailed)) == link


@pytest.mark.parametrize(
    "link",
    [
        "",
        "hello",
        "https://example.org/join",
        "unplug://join/",
        "unplug://join/AAAAAAAAAAAAAAAAAAAAAA.hv19c.",
        "unplug://join/AAAAAAAAAAAAAAAAAAAAAA.hv19c.#short",
        "unplug://join/AAAAAAAAAAAAAAAAAAAAAA.hv19c.%ff#AAAAAAAAAAAAAAAAAAAAAA",
    ],
)
def test_a_broken_link_is_one_sentence_with_what_to_do(link: str) -> None:
    with pytest.raises(UnplugError, match=r"cannot read the invite.* — .*new one"):
        from_link(link)


def test_a_broken_links_secret_is_not_repeated() -> None:
    with pytest.raises(UnplugError) as caught:
        from_link("unplug://join/AAAAAAAAAAAAAAAAAAAAA.hv19c.#verysecretverysecret22")
    assert "verysecret" not in str(caught.value)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"GIF89a", b"x" * 5_000])
def test_another_file_is_no_invite(data: bytes) -> None:
    with pytest.raises(UnplugError, match="choose the file that the organiser sent"):
        from_file(data)


def test_the_code_holds_the_link() -> None:
    ticket = new_ticket(bytes(16), expires_ms=NOW_MS, place=BROKER)
    code = to_qr(ticket)
    assert not code.is_micro
    assert code.symbol_size(border=0)[0] <= 61
    assert "<svg" in code.svg_inline()


def test_there_are_256_words_that_nobody_mistakes_for_each_other() -> None:
    known = words()
    assert len(set(known)) == 256
    assert len({word[:4] for word in known}) == 256
    assert all(w.isascii() and w.islower() and 3 <= len(w) <= 10 for w in known)
    for i, one in enumerate(known):
        for other in known[i + 1 :]:
            assert not one_letter_apart(one, other), (one, other)


def one_letter_apart(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return sum(a != b for a, b in zip(short, long, strict=True)) == 1
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def test_both_sides_see_the_same_words_and_a_thief_sees_others() -> None:
    trip, invite, device = bytes(16), bytes(32), random_bytes(32)
    said = check_words(trip, invite, device)
    assert len(said) == 4
    assert set(said) <= set(words())
    assert said == check_words(trip, invite, device)
    assert said != check_words(trip, invite, random_bytes(32))
    assert said != check_words(trip, bytes([1] * 32), device)
