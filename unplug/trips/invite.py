"""An invite as it is handed on: a link, a code or a file.

::

    unplug://join/TRIP.EXPIRES.PLACE#SEED

``SEED`` signs the request to join, once or a few times; it is no key of the trip, so a
link that got into the wrong hands shows nothing and yields a request that everybody
sees. What stands behind the ``#`` is never sent anywhere, also where a link is opened
in a browser.
"""

import base64
import binascii
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from unplug.errors import UnplugError
from unplug.trips import primitives
from unplug.trips.bodies import Invite, Role
from unplug.trips.envelope import SealKey
from unplug.trips.fields import LATEST_MS

if TYPE_CHECKING:
    from segno import QRCode

MAX_LINK = 180
MAX_FILE = 4096
SEED_BYTES = 16
_LINK = re.compile(
    r"unplug://join/([\w-]{22})\.([0-9a-z]{1,10})\.([\w%~./:-]*)\#([\w-]{22})",
    re.ASCII | re.IGNORECASE,
)
_FILE_HEAD = (
    "An invite to go offline together. Open it with unplug, or paste this link:"
)
_BASE = 36


@dataclass(frozen=True, slots=True)
class Ticket:
    """What an invited person is given.

    Attributes:
        trip: the trip, 16 bytes, which commits to its founder.
        seed: 16 secret bytes.
        expires_ms: until when it can be used, to the minute.
        place: where the group meets: a broker's URL, or empty for files and folders.
    """

    trip: bytes
    seed: bytes = field(repr=False)
    expires_ms: int
    place: str = ""

    @property
    def signing_seed(self) -> bytes:
        """What signs requests."""
        return primitives.digest("invite seed", self.trip, key=self.seed)

    @property
    def public(self) -> bytes:
        """By which the trip knows the invite."""
        return primitives.public_key(self.signing_seed)

    def invite(
        self, *, uses: int = 1, approval: bool = True, role: Role = Role.MEMBER
    ) -> Invite:
        """The op that makes it hold."""
        return Invite(
            key=self.public,
            expires_ms=self.expires_ms,
            uses=uses,
            approval=approval,
            role=role,
        )


def new_ticket(trip: bytes, *, expires_ms: int, place: str = "") -> Ticket:
    """Make an invite that nobody has yet.

    Raises:
        UnplugError: the place is too long for a link.
    """
    minute = 60_000
    seed = primitives.random_bytes(SEED_BYTES)
    ticket = Ticket(trip, seed, -(-expires_ms // minute) * minute, place)
    if len(to_link(ticket)) > MAX_LINK:
        failed, todo = "cannot put the broker into an invite", "use a shorter address"
        raise UnplugError(failed, place, todo)
    return ticket


def to_link(ticket: Ticket) -> str:
    """The link, at most 180 characters."""
    expires = _in_base(ticket.expires_ms // 60_000)
    place = quote(ticket.place, safe="/:.~-_")
    return f"unplug://join/{_b64(ticket.trip)}.{expires}.{place}#{_b64(ticket.seed)}"


def from_link(link: str) -> Ticket:
    """Read a link back, also where mail wrapped it or added brackets.

    Raises:
        UnplugError: it is no invite, or only a part of one.
    """
    found = _LINK.search("".join(link.split()))
    if found is None:
        failed, todo = (
            "cannot read the invite",
            "copy the whole link, or ask for a new one",
        )
        raise UnplugError(failed, _shortened(link), todo)
    trip, expires, place, seed = found.groups()
    try:
        return Ticket(
            trip=_unb64(trip),
            seed=_unb64(seed),
            expires_ms=min(int(expires, _BASE) * 60_000, LATEST_MS),
            place=unquote(place, errors="strict"),
        )
    except (ValueError, binascii.Error) as error:
        failed, todo = "cannot read the invite", "ask for a new one"
        raise UnplugError(failed, _shortened(link), todo) from error


def to_file(ticket: Ticket) -> str:
    """The text of an invite file."""
    return f"{_FILE_HEAD}\n\n{to_link(ticket)}\n"


def from_file(data: bytes) -> Ticket:
    """Read an invite file.

    Raises:
        UnplugError: it is something else.
    """
    if len(data) <= MAX_FILE:
        text = data.decode("utf-8", errors="replace")
        at = text.lower().find("unplug://")
        if at >= 0:
            return from_link(text[at:])
    failed, todo = "cannot read the invite", "choose the file that the organiser sent"
    raise UnplugError(failed, "no invite is in this file", todo)


def to_qr(ticket: Ticket) -> "QRCode":
    """The code to scan; ``.save``, ``.svg_inline`` and ``.matrix`` draw it."""
    import segno  # noqa: PLC0415

    return segno.make_qr(to_link(ticket), error="m")


def door_key(trip: bytes, invite: bytes) -> SealKey:
    """The key of the letters between an invited person and the members.

    It follows from the invite's public key, which only the members and those who hold
    the link know. It opens nothing but those letters.
    """
    return SealKey(trip, None, primitives.digest("door", trip, invite))


def _b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode("ascii").rstrip("=")


def _unb64(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _in_base(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, _BASE)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits or "0"


def _shortened(link: str) -> str:
    """Enough of a link to recognise it, and nothing of its secret."""
    shown = " ".join(link.split()).partition("#")[0]
    return shown if len(shown) <= 60 else shown[:59] + "…"  # noqa: PLR2004
