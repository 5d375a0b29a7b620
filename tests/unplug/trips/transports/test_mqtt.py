"""Trips over real brokers, a visit at a time."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unplug.trips.groups import (
    NOW_MS,
    agree,
    ask,
    group,
    invite,
    names,
)
from tests.unplug.trips.transports.brokers import (
    CERTIFICATES,
    Mosquitto,
    free_port,
    mosquitto,
    password_of,
    with_password,
    with_tls,
)
from tests.unplug.trips.transports.documented import documented
from unplug.errors import UnplugError
from unplug.trips import bodies as b
from unplug.trips import tending
from unplug.trips.replica import Replica
from unplug.trips.transports.broker_address import BrokerAddress, read_address
from unplug.trips.transports.mqtt import visit


@pytest.fixture(scope="module")
def broker() -> Iterator[Mosquitto]:
    with mosquitto() as running:
        yield running


def test_who_never_meets_still_ends_up_with_everything(broker: Mosquitto) -> None:
    ana, bea, cleo = group("Ana", "Bea", "Cleo")
    ana.write(b.Item(text="torch"))
    assert visit(broker.address, ana).stored
    bea.write(b.Item(text="map"))
    assert visit(broker.address, bea).batches == 1
    met = visit(broker.address, cleo)
    assert (met.batches, met.stored, met.peers) == (2, True, 0)
    visit(broker.address, ana)
    agree(ana, bea, cleo)


def test_any_member_fills_an_empty_broker_for_who_comes_late(
    broker: Mosquitto,
) -> None:
    ana, bea, cleo = group("Ana", "Bea", "Cleo")
    cleo.write(b.Item(text="rope"))
    bea.receive(b"".join(cleo.seal()))
    visit(broker.address, bea)  # who wrote least of it
    late = Replica(ana.ring)
    assert visit(broker.address, late).batches == len(bea.history)
    agree(bea, late)


def test_somebody_joins_by_letters_that_the_broker_keeps(broker: Mosquitto) -> None:
    ana, bea = group("Ana", "Bea")
    bea.write(b.Item(text="map"))  # which answers the letter that let her in
    visit(broker.address, bea)
    newcomer, letter = ask(invite(ana), "Cleo")
    newcomer.receive(letter)
    visit(broker.address, newcomer)
    visit(broker.address, ana)
    tending.tend(ana, NOW_MS)
    assert tending.admit(ana, newcomer.ring.device.public, NOW_MS)
    tending.tend(ana, NOW_MS)
    visit(broker.address, ana)
    visit(broker.address, newcomer)
    tending.tend(newcomer, NOW_MS)
    newcomer.write(b.Item(text="tent"))
    visit(broker.address, newcomer)
    for member in (bea, ana, bea):
        visit(broker.address, member)
    for member in (bea, ana):
        assert names(member) == ["Ana", "Bea", "Cleo"]
    agree(ana, bea, newcomer)
    assert ana.letters == {}
    assert visit(broker.address, Replica(ana.ring)).letters == 0  # taken away again


def test_two_trips_on_one_broker_and_a_prefix_keep_apart(broker: Mosquitto) -> None:
    (ana,), (bea,) = group("Ana"), group("Bea")
    visit(broker.address, ana)
    assert visit(broker.address, bea).batches == 0
    elsewhere = replace(broker.address, prefix="friends")
    assert visit(elsewhere, Replica(ana.ring)).batches == 0


@pytest.fixture
def open_folder(tmp_path: Path) -> Path:
    """A folder that a broker which gave up being root can read."""
    for parent in (tmp_path, *tmp_path.parents[:2]):
        parent.chmod(0o755)
    return tmp_path


def test_a_wrong_password_is_one_sentence_and_changes_nothing(
    open_folder: Path,
) -> None:
    (ana,) = group("Ana")
    before = ana.envelopes()
    said = r"refuses: .* \((wrong user or password|not allowed)\) — "
    with mosquitto(with_password(open_folder)) as broker:
        right = replace(broker.address, user="ana", password="right")  # noqa: S106
        assert visit(right, ana).stored
        for address in (broker.address, replace(right, password="left")):  # noqa: S106
            with pytest.raises(UnplugError, match=said) as caught:
                visit(address, ana)
            assert "left" not in str(caught.value)
    assert ana.envelopes() == before


def encrypted(broker: Mosquitto) -> BrokerAddress:
    url = f"mqtts://127.0.0.1:{broker.port}"
    return read_address(url, ca=CERTIFICATES / "authority.pem")


def test_tls_is_spoken_and_a_stranger_is_not_trusted(open_folder: Path) -> None:
    (ana,) = group("Ana")
    with mosquitto(with_tls(open_folder)) as broker:
        assert visit(encrypted(broker), ana).stored
        assert visit(replace(encrypted(broker), host="localhost"), ana).stored
        with pytest.raises(UnplugError, match="cannot trust its certificate"):
            visit(read_address(f"mqtts://127.0.0.1:{broker.port}"), ana)
        strangers = replace(encrypted(broker), ca=CERTIFICATES / "stranger.pem")
        with pytest.raises(UnplugError, match="cannot trust its certificate"):
            visit(strangers, ana)
        with pytest.raises(UnplugError, match=r"ended\) — if it wants TLS"):
            visit(broker.address, ana)


def test_a_certificate_of_this_side_is_shown_where_it_is_wanted(
    open_folder: Path,
) -> None:
    (ana,) = group("Ana")
    wanted = with_tls(open_folder, "require_certificate true\n")
    with mosquitto(wanted) as broker:
        for name in ("member", "stranger"):
            address = replace(
                encrypted(broker),
                certificate=CERTIFICATES / f"{name}.pem",
                key=CERTIFICATES / f"{name}.key",
            )
            if name == "member":
                assert visit(address, ana).stored
                continue
            with pytest.raises(UnplugError, match="does not accept the certificate"):
                visit(address, ana)
        with pytest.raises(UnplugError, match="does not accept the certificate"):
            visit(encrypted(broker), ana)


def test_the_documented_mosquitto_takes_password_and_certificate_together(
    open_folder: Path,
) -> None:
    (ana,) = group("Ana")
    with_tls(open_folder)
    (open_folder / "authority.pem").rename(open_folder / "ca.pem")
    password_of(open_folder, "friends", "let-us-in")
    broker = Mosquitto(open_folder)
    store = f"persistence_location {open_folder}/store/\n"
    (open_folder / "store").mkdir()
    (open_folder / "store").chmod(0o777)
    own = {
        "listener 8883": f"listener {broker.port} 127.0.0.1",
        "/etc/mosquitto": str(open_folder),
    }
    broker.start(documented("listener", own) + store)
    try:
        right = replace(encrypted(broker), user="friends", password="let-us-in")  # noqa: S106
        assert visit(right, ana).stored
        assert visit(right, Replica(ana.ring)).batches == len(ana.history)
        with pytest.raises(UnplugError, match=r"wrong user or password|not allowed"):
            visit(encrypted(broker), ana)
        with pytest.raises(UnplugError, match="if it wants TLS"):
            visit(replace(right, tls=False), ana)
        broker.process.terminate()
        broker.process.wait()
        assert (open_folder / "store" / "mosquitto.db").exists()
    finally:
        broker.kill()


def test_certificate_files_that_are_none_are_named(open_folder: Path) -> None:
    (ana,) = group("Ana")
    for file in (open_folder / "none.pem", CERTIFICATES / "member.key"):
        address = read_address("mqtts://127.0.0.1", ca=file)
        with pytest.raises(
            UnplugError, match=f"cannot use a cert.*{file.name}.*choose PEM"
        ):
            visit(address, ana)


@pytest.mark.parametrize(
    ("host", "what"),
    [
        ("127.0.0.1", r"nothing listens there\) — check that it runs"),
        ("no-such-broker.invalid", "check the"),
    ],
)
def test_a_broker_that_is_not_there_is_one_sentence(host: str, what: str) -> None:
    (ana,) = group("Ana")
    address = BrokerAddress(host, free_port(), tls=False)
    with pytest.raises(UnplugError, match=f"cannot reach the broker.*{what}"):
        visit(address, ana)
