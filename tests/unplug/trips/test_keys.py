"""Keys: wrapped for devices, kept on disk, read again."""

from pathlib import Path

import pytest

from tests.unplug.trips.groups import group
from unplug.errors import UnplugError
from unplug.trips import envelope, keys, primitives
from unplug.trips.key_stores import FileKeyStore
from unplug.trips.keys import DeviceKey, KeyRing
from unplug.trips.op import Place, sign_batch

TRIP = bytes(16)


def test_a_new_epochs_key_reaches_its_devices_and_nobody_else() -> None:
    inside = [DeviceKey.new() for _ in range(15)]
    outside = DeviceKey.new()
    secret = primitives.random_bytes(32)
    op = keys.rekey(1, secret, [d.public for d in inside], trip=TRIP)
    for device in inside:
        assert keys.take_keys(KeyRing(TRIP, device), op).epochs == (
            envelope.SealKey(TRIP, 1, secret),
        )
    assert keys.take_keys(KeyRing(TRIP, outside), op).epochs == ()
    other = KeyRing(bytes([1] * 16), inside[0])
    assert keys.take_keys(other, op).epochs == ()


def test_a_new_epoch_for_fifteen_is_small() -> None:
    devices = [DeviceKey.new() for _ in range(15)]
    op = keys.rekey(1, bytes(32), [d.public for d in devices], trip=TRIP)
    at = Place(0, 0, 0, None)
    batch = sign_batch(devices[0].seed, [op], trip=TRIP, at=at)
    key = envelope.SealKey(TRIP, 0, bytes(32))
    assert len(envelope.seal(key, b"\x00" + batch.packed())) <= 1_500


def test_keys_that_were_missed_are_handed_out() -> None:
    one, two = DeviceKey.new(), DeviceKey.new()
    missed = [
        (one.public, envelope.SealKey(TRIP, 1, bytes([1] * 32))),
        (two.public, envelope.SealKey(TRIP, 1, bytes([1] * 32))),
        (one.public, envelope.SealKey(TRIP, 2, bytes([2] * 32))),
    ]
    op = keys.hand_out(missed, trip=TRIP)
    assert [k.epoch for k in keys.take_keys(KeyRing(TRIP, one), op).epochs] == [1, 2]
    assert [k.epoch for k in keys.take_keys(KeyRing(TRIP, two), op).epochs] == [1]


def test_a_former_key_still_unwraps() -> None:
    old = DeviceKey.new()
    op = keys.rekey(1, bytes(32), [old.public], trip=TRIP)
    ring = KeyRing(TRIP, old).with_device(DeviceKey.new())
    assert keys.take_keys(ring, op).epochs == (envelope.SealKey(TRIP, 1, bytes(32)),)


def test_no_secret_shows_in_a_text_about_a_ring() -> None:
    ring = KeyRing(TRIP, DeviceKey.new()).with_epoch(0, b"\x41" * 32)
    assert "AAAA" not in repr(ring)
    assert repr(ring.device.seed) not in repr(ring)


def test_a_ring_comes_back_from_its_store(tmp_path: Path) -> None:
    ana, bea = group("Ana", "Bea")
    store = FileKeyStore(tmp_path / "keys")
    for replica in (ana, bea):
        ring = replica.ring.with_device(DeviceKey.new())
        store.save("trip-1", ring.to_bytes())
        kept = store.load("trip-1")
        assert kept is not None
        assert KeyRing.from_bytes(kept) == ring
    path = tmp_path / "keys" / "trip-1.key"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert "only your user account can read" in store.warning
    store.forget("trip-1")
    assert store.load("trip-1") is None
    store.forget("trip-1")


def test_keys_that_others_can_read_are_not_used(tmp_path: Path) -> None:
    store = FileKeyStore(tmp_path)
    store.save("trip", b"secret")
    (tmp_path / "trip.key").chmod(0o644)
    with pytest.raises(UnplugError, match="chmod 600"):
        store.load("trip")


def test_a_damaged_file_or_ring_is_one_sentence(tmp_path: Path) -> None:
    store = FileKeyStore(tmp_path)
    store.save("trip", b"secret")
    (tmp_path / "trip.key").write_text("!!")
    with pytest.raises(UnplugError, match="restore the file from a backup"):
        store.load("trip")
    for data in (b"", b"\x80", b"\x84\x01\x02\x03\x04", KEY_RING[:-3]):
        with pytest.raises(UnplugError, match="they are damaged"):
            KeyRing.from_bytes(data)


KEY_RING = KeyRing(TRIP, DeviceKey.from_seed(bytes(32))).to_bytes()


def test_a_name_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    for name in ("../up", "a/b", "", "ü"):
        with pytest.raises(ValueError, match="not a name"):
            FileKeyStore(tmp_path).load(name)
