import pytest

from unplug.errors import UnplugError
from unplug.trips.invite import from_link, new_ticket, to_link
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


def test_the_nodes_of_a_cluster_are_written_one_after_the_other() -> None:
    found = read_address(
        "mqtts://ana:s%2Cx@n0.example.org,N1:8884,[::1],n0.example.org/x"
    )
    assert found.nodes == (("n0.example.org", 8883), ("n1", 8884), ("::1", 8883))
    assert (found.user, found.password, found.prefix) == ("ana", "s,x", "x")
    assert found.place == "mqtts://n0.example.org,n1:8884,[::1]/x"
    assert read_address(found.place).nodes == found.nodes
    assert found.only(found.nodes[1]).place == "mqtts://n1:8884/x"


def test_an_invite_has_room_for_three_nodes() -> None:
    url = "mqtts://n0.broker.example.org,n1.broker.example.org,n2.broker.example.org"
    ticket = new_ticket(bytes(16), expires_ms=2**41, place=read_address(url).place)
    link = to_link(ticket)
    assert len(link) <= 180
    assert read_address(from_link(link).place) == read_address(url)


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
        "mqtt://a,",
        "mqtt://,a",
        "mqtt://a,b:0",
        "mqtt://a,,b",
        "mqtt://" + ",".join(f"n{i}" for i in range(17)),
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
