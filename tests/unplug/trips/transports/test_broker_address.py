import pytest

from unplug.errors import UnplugError
from unplug.trips.transports.broker_address import read_address
from unplug.trips.transports.topics import author_slot, slot_filter, talk_topic


def test_a_url_says_everything_and_a_place_keeps_the_password_to_itself() -> None:
    found = read_address("mqtts://ana:s%40cret@broker.example.org:8884/friends/")
    assert (found.host, found.port, found.tls) == ("broker.example.org", 8884, True)
    assert (found.user, found.password, found.prefix) == ("ana", "s@cret", "friends")
    assert found.place == str(found) == "mqtts://broker.example.org:8884/friends"
    assert "s@cret" not in repr(found)


@pytest.mark.parametrize(
    ("url", "host", "port", "place"),
    [
        ("mqtt://localhost", "localhost", 1883, "mqtt://localhost"),
        ("mqtts://localhost", "localhost", 8883, "mqtts://localhost"),
        ("mqtt://[fe80::1]:99", "fe80::1", 99, "mqtt://[fe80::1]:99"),
        (" mqtt://10.0.0.2/ ", "10.0.0.2", 1883, "mqtt://10.0.0.2"),
    ],
)
def test_the_usual_ports_need_not_be_named(
    url: str, host: str, port: int, place: str
) -> None:
    found = read_address(url)
    assert (found.host, found.port, found.place) == (host, port, place)
    assert read_address(found.place) == found


@pytest.mark.parametrize(
    "url",
    [
        "",
        "localhost",
        "http://localhost",
        "mqtt://",
        "mqtt://host:0",
        "mqtt://host:70000",
        "mqtt://host:port",
        "mqtt://host/a/#",
        "mqtt://host/+",
        "mqtt://host/$SYS",
        "mqtt://host/" + "x" * 65,
        "mqtt://host?x=1",
        "mqtt://[::1",
    ],
)
def test_what_is_no_brokers_address_is_told_with_an_example(url: str) -> None:
    with pytest.raises(
        UnplugError, match=r"not the address of a broker.*write it like"
    ):
        read_address(url)


def test_a_refusal_does_not_repeat_the_password() -> None:
    with pytest.raises(UnplugError) as caught:
        read_address("mqtt://ana:secret@host/#")
    assert "secret" not in str(caught.value)
    assert "host/#" in str(caught.value)


def test_topics_are_short_look_random_and_differ() -> None:
    one, other = talk_topic(bytes(16)), talk_topic(b"\x01" * 16)
    assert len(one) == len(other) == 20
    assert one != other
    assert talk_topic(bytes(16), "friends") == f"friends/{one}"
    slots = {
        author_slot(one, bytes(32), bytes([a]) * 32, n) for a in (1, 2) for n in (0, 1)
    }
    assert len(slots) == 4
    assert {slot.rpartition("/")[0] for slot in slots} == {one}
    assert {len(slot) for slot in slots} == {29}
    assert slot_filter(one) == f"{one}/+"
