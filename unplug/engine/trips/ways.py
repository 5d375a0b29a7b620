"""How a trip travels: what goes out by a way, what comes back, and when to try again.

A way is tried with a copy of the trip beside the loop; what it brings is taken in where
the trip itself is. Nothing that fails there changes the trip.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from unplug.clock import from_ms
from unplug.engine.refusing import refuse
from unplug.engine.working import Job
from unplug.errors import UnplugError
from unplug.store.trips import StoredWay
from unplug.trips import primitives
from unplug.trips.keys import KeyRing
from unplug.trips.replica import Replica

if TYPE_CHECKING:
    from unplug.trips.transports.broker_address import BrokerAddress

FOLDER, BROKER, OWN = "folder", "broker", "own"
"""The kinds of ways; the own one is the broker of this computer itself."""
LIVE = (BROKER, OWN)
"""Those by which the running app stays connected."""
EVERY_MS = 15 * 60_000
"""A folder says nothing by itself when something has come."""
SOON_MS = 2_000
"""What was just written goes out after a moment: more may follow."""
BACK_OFF_MS = (60_000, 120_000, 300_000, 900_000, 3_600_000)


@dataclass(frozen=True, slots=True)
class Parcel:
    """A trip on its way: everything that a copy of it is made from."""

    ring: bytes = field(repr=False)
    came_by: tuple[bytes, ...]
    envelopes: tuple[bytes, ...]
    letters: tuple[bytes, ...]

    @classmethod
    def of(cls, replica: Replica, came_by: tuple[str, ...]) -> "Parcel":
        """A copy of what is sealed."""
        return cls(
            ring=replica.ring.to_bytes(),
            came_by=tuple(bytes.fromhex(i) for i in came_by),
            envelopes=tuple(replica.envelopes()),
            letters=tuple(replica.letters.values()),
        )

    def open(self) -> Replica:
        """The copy."""
        replica = Replica(KeyRing.from_bytes(self.ring), self.came_by)
        replica.load([*self.envelopes, *self.letters])
        return replica


@dataclass(frozen=True, slots=True)
class Brought:
    """What a way brought back.

    Attributes:
        stream: envelopes that were new there.
        ring: the copy's keys afterwards: a letter may have brought some.
        written: how many of ours went out.
        unreadable: what could not be read this time.
        offsets_ms: peers' clocks against this one, by device.
        unread_ms: since when words arrive that this device cannot open; None: it could.
    """

    stream: bytes = b""
    ring: bytes = field(default=b"", repr=False)
    written: int = 0
    unreadable: tuple[str, ...] = ()
    offsets_ms: dict[bytes, int] = field(default_factory=dict)
    unread_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Errand:
    """A parcel and where it is to go.

    Attributes:
        place: the folder's path, the broker's URL.
        parcel: what goes there.
        job: asked now and then whether to go on.
        secret: what lets one in there, as ``to_secret`` made it.
    """

    place: str
    parcel: Parcel
    job: Job
    secret: bytes | None = field(default=None, repr=False)


Carrier = Callable[[Errand], Brought]


def by_folder(errand: Errand) -> Brought:
    """Travel through a folder that something else synchronises.

    Raises:
        UnplugError: the folder is not there, or takes nothing.
    """
    from unplug.trips.transports.folder import Folder  # noqa: PLC0415  (who has one)

    replica = errand.parcel.open()
    synced = Folder(Path(errand.place)).sync(replica)
    return brought_by(replica, errand.parcel, synced.written, synced.unreadable)


def by_broker(errand: Errand) -> Brought:
    """Travel over an MQTT broker: one short visit.

    Raises:
        UnplugError: it could not be reached, or does not let the user in.
    """
    from unplug.trips.transports.mqtt import visit  # noqa: PLC0415  (who has one)

    replica = errand.parcel.open()
    met = visit(address_of(errand.place, errand.secret), replica, cancel=errand.job)
    found = brought_by(replica, errand.parcel, met.written)
    return replace(found, offsets_ms=met.offsets_ms, unread_ms=met.unread_ms)


def to_secret(url: str, files: Mapping[str, str]) -> bytes:
    """What lets one in at a broker, as it is kept with the keys.

    Args:
        url: with user and password, where it wants them.
        files: the paths of ``ca``, ``certificate`` and ``key``, as far as there are.
    """
    return json.dumps({"url": url, **files}).encode()


def address_of(place: str, secret: bytes | None) -> "BrokerAddress":
    """A broker with all that it wants to know.

    Raises:
        UnplugError: the URL is none.
    """
    from unplug.trips.transports.broker_address import (  # noqa: PLC0415  (who has one)
        read_address,
    )

    said = {"url": place} if secret is None else json.loads(secret)
    files = {
        name: Path(said[name])
        for name in ("ca", "certificate", "key")
        if said.get(name)
    }
    return read_address(str(said["url"]), **files)


def brought_by(
    replica: Replica, parcel: Parcel, written: int = 0, unreadable: tuple[str, ...] = ()
) -> Brought:
    """What a copy holds that was not in its parcel."""
    had = {
        raw[: primitives.NONCE_BYTES] for raw in (*parcel.envelopes, *parcel.letters)
    }
    held = (*replica.envelopes(), *replica.letters.values())
    news = (raw for raw in held if raw[: primitives.NONCE_BYTES] not in had)
    return Brought(b"".join(news), replica.ring.to_bytes(), written, unreadable)


CARRIERS: dict[str, Carrier] = {FOLDER: by_folder, BROKER: by_broker, OWN: by_broker}


@dataclass(frozen=True, slots=True)
class WayForm:
    """How it went by a way.

    Attributes:
        ok_ms: when it last succeeded, by this machine's clock.
        tried_ms: when it was last tried.
        failures: how often it failed since.
        error: what was the matter the last time; empty when nothing was.
    """

    ok_ms: int | None = None
    tried_ms: int | None = None
    failures: int = 0
    error: str = ""

    def went_well(self, now_ms: int) -> "WayForm":
        """After a success."""
        return WayForm(now_ms, now_ms)

    def failed(self, now_ms: int, error: UnplugError) -> "WayForm":
        """After a failure."""
        return WayForm(self.ok_ms, now_ms, self.failures + 1, str(error))

    @property
    def wait_ms(self) -> int:
        """How long after the last try the next one is due."""
        if not self.failures:
            return EVERY_MS
        return BACK_OFF_MS[min(self.failures, len(BACK_OFF_MS)) - 1]

    def to_json(self) -> object:
        """As JSON."""
        return [self.ok_ms, self.tried_ms, self.failures, self.error]


def way_form(stored: StoredWay) -> WayForm:
    """How it went by a way, as it is kept; as a new one where that is unreadable."""
    plain: Any = stored.form
    try:
        ok_ms, tried_ms, failures, error = plain
        return WayForm(ok_ms, tried_ms, int(failures), str(error))
    except (TypeError, ValueError):
        return WayForm()


def way(kind: str, place: str, form: WayForm) -> StoredWay:
    """A way as it is kept."""
    return StoredWay(kind, place, form.to_json())


def last_ok(ms: int | None, zone: ZoneInfo) -> str:
    """When it went well last, as a notice says it."""
    return "never" if ms is None else f"{from_ms(ms).astimezone(zone):%d %b %H:%M}"


def look_at_files(address: "BrokerAddress", files: Mapping[str, str]) -> None:
    """Look whether certificates are there, and are of use.

    Raises:
        UnplugError: they are not.
    """
    failed = "cannot use a certificate"
    if files and not address.tls:
        todo = "they are for brokers with encryption: mqtts://"
        refuse(failed, address, todo)
    for file in files.values():
        if not Path(file).is_file():
            refuse(failed, file, "choose a file that is there")
    if files.get("key") and not files.get("certificate"):
        refuse(failed, files["key"], "choose the certificate that it is the key of")
