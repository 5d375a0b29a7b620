import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from unplug.errors import UnplugError
from unplug.trips.key_stores import FileKeyStore, VaultKeyStore
from unplug.trips.patient_vault import PatientVault

SHORT_S = 0.05


class Locked:
    """A keyring that answers nothing until it is unlocked."""

    def __init__(self) -> None:
        self.unlocked = threading.Event()
        self.kept: dict[tuple[str, str], str] = {}
        self.asked: list[str] = []

    def get_password(self, service: str, username: str) -> str | None:
        self.asked.append(username)
        assert self.unlocked.wait(10)
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        assert self.unlocked.wait(10)
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        assert self.unlocked.wait(10)
        del self.kept[service, username]


@pytest.fixture
def locked() -> Iterator[Locked]:
    vault = Locked()
    yield vault
    vault.unlocked.set()
    for thread in threading.enumerate():
        if thread.name == "keyring":
            thread.join(10)


def test_a_keyring_that_answers_is_as_it_is(locked: Locked) -> None:
    locked.unlocked.set()
    vault = PatientVault(locked, 10)
    vault.set_password("trips", "one", "secret")
    assert vault.get_password("trips", "one") == "secret"
    vault.delete_password("trips", "one")
    assert vault.get_password("trips", "one") is None
    with pytest.raises(KeyError):
        vault.delete_password("trips", "one")


def test_one_that_waits_to_be_unlocked_keeps_nobody_waiting_twice(
    locked: Locked,
) -> None:
    locked.kept["trips", "one"] = "secret"
    vault = PatientVault(locked, SHORT_S)
    for _ in range(3):
        with pytest.raises(TimeoutError, match="wait to be unlocked"):
            vault.get_password("trips", "one")
    assert locked.asked == ["one"]  # there is one window to unlock it in, not three
    locked.unlocked.set()
    wait_for_the_keyring()
    assert vault.get_password("trips", "one") == "secret"


def test_what_was_saved_meanwhile_is_not_answered_from_before(locked: Locked) -> None:
    vault = PatientVault(locked, SHORT_S)
    with pytest.raises(TimeoutError):
        vault.get_password("trips", "one")
    locked.unlocked.set()
    wait_for_the_keyring()
    vault.set_password("trips", "one", "new")
    assert vault.get_password("trips", "one") == "new"


def test_keys_that_a_locked_keyring_does_not_take_go_into_a_file(
    tmp_path: Path, locked: Locked
) -> None:
    store = VaultKeyStore(PatientVault(locked, SHORT_S), FileKeyStore(tmp_path))
    with pytest.raises(UnplugError, match="unlock your keyring"):
        store.load("trip-1")
    store.save("trip-1", b"secret")
    assert store.warning
    assert store.load("trip-1") == b"secret"


def wait_for_the_keyring() -> None:
    for thread in threading.enumerate():
        if thread.name == "keyring":
            thread.join(10)
