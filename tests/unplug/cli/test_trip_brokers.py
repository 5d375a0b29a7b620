"""Brokers by the command line: finding them, and giving up a way."""

import sys
from pathlib import Path

import pytest

from tests.unplug.cli.calling import answer, call, refusal
from tests.unplug.cli.test_trips import people
from tests.unplug.trips.transports.brokers import free_port
from unplug.trips.transports.broker_address import BrokerAddress
from unplug.trips.transports.discovery import Announcement


def test_a_broker_that_announces_itself_is_listed_and_nothing_is_connected(
    tmp_path: Path,
) -> None:
    address = BrokerAddress("127.0.0.1", free_port(), tls=False)
    announced = Announcement("Hut 5e0d", address, ["127.0.0.1"])
    try:
        found = answer(tmp_path, "trip", "brokers", "--for", "1s")
    finally:
        announced.close()
    assert {"name": "Hut 5e0d", "url": address.place, "tls": False} in found
    assert not (tmp_path / "unplug.db").exists()


def test_nobody_looks_for_longer_than_a_minute(tmp_path: Path) -> None:
    said = refusal(tmp_path, "trip", "brokers", "--for", "5m")
    assert (
        said == "unplug: cannot look for so long: 5m — give up to a minute, like 3s\n"
    )


def test_a_way_can_be_given_up_by_the_place_it_is_shown_with(tmp_path: Path) -> None:
    [ana] = people(tmp_path, "Ana")
    ana.does("create", "By the lake", "--as", "Ana")
    shared = tmp_path / "shared"
    shared.mkdir()
    ana.does("sync", "--folder", shared)
    url = f"mqtt://ana:secret@127.0.0.1:{free_port()}"
    call(ana.data, "trip", "sync", "--broker", url)
    place = url.replace("ana:secret@", "")
    assert [w["place"] for w in ana.shown()["ways"]] == [str(shared), place]
    assert len(list(ana.data.rglob("broker-*.key"))) == 1

    said = ana.fails("sync", "--forget", "mqtt://elsewhere")
    assert f"it travels: {shared}, {place}" in said
    ana.does("sync", "--forget", url)
    assert [w["place"] for w in ana.shown()["ways"]] == [str(shared)]
    assert list(ana.data.rglob("broker-*.key")) == []
    ana.does("sync")  # which would fail while the broker was one of the ways
    assert ana.asks("sync", "--forget", shared)["ways"] == []
    assert "there is no way to sync yet" in ana.fails("sync")


def test_certificates_that_are_of_no_use_are_refused_before_anything_is_kept(
    tmp_path: Path,
) -> None:
    [ana] = people(tmp_path, "Ana")
    ana.does("create", "By the lake", "--as", "Ana")
    tmp_path.joinpath("shared").mkdir()
    ana.does("sync", "--folder", tmp_path / "shared")
    before = ana.shown()["ways"]
    ca = tmp_path / "ca.pem"
    said = ana.fails("sync", "--broker", "mqtts://127.0.0.1", "--ca", ca)
    assert said == (
        f"unplug: cannot use a certificate: {ca} — choose a file that is there\n"
    )
    ca.touch()
    said = ana.fails("sync", "--broker", "mqtt://127.0.0.1", "--ca", ca)
    assert "mqtt://127.0.0.1 — they are for brokers with encryption: mqtts://" in said
    said = ana.fails("sync", "--broker", "mqtts://127.0.0.1", "--key", ca)
    assert "choose the certificate that it is the key of" in said
    assert ana.shown()["ways"] == before


def test_being_a_broker_is_off_and_can_be_wished_for_while_unplug_is_off(
    tmp_path: Path,
) -> None:
    [ana] = people(tmp_path, "Ana")
    assert not ana.asks("host")["on"]
    shown = ana.asks("host", "on")
    assert shown == {
        "on": True,
        "listening": False,
        "place": None,
        "name": None,
        "port": 1883,
        "trips": [],
        "error": "it listens once unplug runs: unplug",
    }
    assert call(ana.data, "trip", "host").stderr == (
        "on: it listens once unplug runs: unplug\n"
    )
    ana.does("host", "off")
    assert call(ana.data, "trip", "host").stderr == "off: nothing listens here\n"


def test_without_amqtt_the_wish_is_refused_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [ana] = people(tmp_path, "Ana")
    monkeypatch.setitem(sys.modules, "amqtt", None)
    assert ana.fails("host", "on") == (
        "unplug: cannot start a broker of your own: amqtt is not installed —"
        " pip install 'unplug[broker]', or use another broker\n"
    )
    assert not ana.asks("host")["on"]
