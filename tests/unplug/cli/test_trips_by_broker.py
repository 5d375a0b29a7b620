"""Trips by the command line, over a real broker."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unplug.cli.calling import call
from tests.unplug.cli.test_trips import END, START, people
from tests.unplug.trips.transports.brokers import (
    CERTIFICATES,
    Mosquitto,
    free_port,
    mosquitto,
    with_password,
    with_tls,
)


@pytest.fixture
def broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mosquitto]:
    folder = tmp_path_factory.mktemp("broker")
    for parent in (folder, *folder.parents[:2]):
        parent.chmod(0o755)
    with mosquitto(with_password(folder)) as running:
        yield running


def test_three_agree_on_a_window_over_a_broker_that_wants_a_password(
    tmp_path: Path, broker: Mosquitto
) -> None:
    place = f"mqtt://127.0.0.1:{broker.port}"
    url = f"mqtt://ana:right@127.0.0.1:{broker.port}"
    ana, bea, cleo = people(tmp_path, "Ana", "Bea", "Cleo")
    ana.does("create", "By the lake", "--as", "Ana")
    ana.does("sync", "--broker", url)
    for person in (bea, cleo):
        link = ana.asks("invite")["link"]
        assert "right" not in link
        person.does("join", link, "--as", person.name)
        # The invite says where the broker is; the password is given apart from it.
        refused = call(person.data, "trip", "sync")
        assert "(not allowed) — " in refused.stderr
        person.does("sync", "--broker", url)
    ana.does("sync")
    for person in (bea, cleo):
        ana.does("admit", person.name)
    ana.does("propose", "--start", START, "--end", END, "--place-zone", "Europe/Madrid")
    ana.does("lock", "1")
    for person in (ana, bea, cleo):
        person.does("sync")
        person.does("answer", "yes")
        person.does("sync")
    for person in (ana, bea, ana):
        person.does("sync")
    told = [person.shown() for person in (ana, bea, cleo)]
    assert len({shown["digest"] for shown in told[:2]}) == 1
    assert told[0]["receipts"] == {"ready": 3, "members": 3}
    [way] = ana.asks("sync")["ways"]
    assert (way["kind"], way["place"], way["error"]) == ("broker", place, None)
    kept = [f for f in (tmp_path / "Ana").rglob("*") if f.is_file()]
    secret = [f for f in kept if b"right" in f.read_bytes()]
    assert secret == []  # in the file for keys it is in base64
    for key in (tmp_path / "Ana").rglob("broker-*.key"):
        assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert len(list((tmp_path / "Cleo").rglob("broker-*.key"))) == 1
    for word in ("leave", "sync", "forget"):
        cleo.does(word)
    assert list((tmp_path / "Cleo").rglob("broker-*.key")) == []


def test_a_broker_that_is_none_or_not_there_is_one_sentence(tmp_path: Path) -> None:
    [ana] = people(tmp_path, "Ana")
    ana.does("create", "By the lake", "--as", "Ana")
    before = ana.shown()["digest"]
    url = f"mqtt://127.0.0.1:{free_port()}"
    said = ana.fails("sync", "--broker", "https://example.org")
    assert "not the address of a broker: https://example.org — write it like" in said
    call(ana.data, "trip", "sync", "--broker", url)  # says what leaves, too
    said = ana.fails("sync", "--broker", url)
    assert "(nothing listens there) — check that it runs" in said
    assert ana.shown()["digest"] == before


def test_certificates_are_kept_and_shown_again_without_being_named(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("broker")
    for parent in (folder, *folder.parents[:2]):
        parent.chmod(0o755)
    with mosquitto(with_tls(folder, "require_certificate true\n")) as broker:
        [ana] = people(tmp_path, "Ana")
        ana.does("create", "By the lake", "--as", "Ana")
        ana.does(
            *("sync", "--broker", f"mqtts://127.0.0.1:{broker.port}"),
            *("--ca", CERTIFICATES / "authority.pem"),
            *("--certificate", CERTIFICATES / "member.pem"),
            *("--key", CERTIFICATES / "member.key"),
        )
        [way] = ana.asks("sync")["ways"]
        assert (way["error"], way["failures"]) == (None, 0)
