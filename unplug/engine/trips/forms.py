"""What is kept of a trip beside its envelopes, as JSON."""

from dataclasses import asdict, dataclass
from typing import Any

from unplug.engine.refusing import refuse
from unplug.trips.group_clock import Anchor


@dataclass(frozen=True, slots=True)
class Window:
    """The window in force as it was last known, so that it needs no key to begin.

    Attributes:
        plan: the lock's name, hexadecimal.
        revision: from 1 up.
        start_ms: UTC, by the group's clock.
        end_ms: the same.
        zone: the place's.
        place: where it is.
        taking_part: whether the user did not decline.
        answered: whether the user has said anything to it.
    """

    plan: str
    revision: int
    start_ms: int
    end_ms: int
    zone: str
    place: str
    taking_part: bool
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Went:
    """How a window went on this device; it is the user's, and leaves by tier only.

    Attributes:
        plan: the lock's name, hexadecimal.
        kept_ms: how long the screen was left alone.
        meant_ms: how long the window was.
    """

    plan: str
    kept_ms: int
    meant_ms: int


@dataclass(frozen=True, slots=True)
class InCalendar:
    """How a trip's window lies in the user's calendar.

    Attributes:
        url: which calendar.
        told: names what was put there; empty: nothing is there.
        etag: by which the server knows it.
        end_ms: when what was put there ends, UTC.
        note: ``changed``: somebody had changed it there, and it was put right;
            ``removed``: they took it out, and it is not put back; empty: neither.
        ok_ms: when it last succeeded, by this machine's clock.
        failures: how often it failed since.
        error: what was the matter the last time; empty when nothing was.
    """

    url: str
    told: str = ""
    etag: str = ""
    end_ms: int = 0
    note: str = ""
    ok_ms: int | None = None
    failures: int = 0
    error: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """Words arrive that this device cannot open.

    Attributes:
        since_ms: by this machine's clock, UTC.
        keys: how many keys the device had; with another one it has to be seen anew.
    """

    since_ms: int
    keys: int


@dataclass(frozen=True, slots=True)
class TripForm:
    """All of it.

    Attributes:
        key: under which name the secrets are kept.
        name: the trip's title as it was last known; empty before being let in.
        me: the name under which the user goes in it.
        came_by: the invites by which the user asked to join, hexadecimal.
        asked_until_ms: until when the last of them holds; None: the user founded it.
        expires_ms: from when on all of it can go; None while no window is set.
        anchor: what the peers' clocks said last.
        window: the window in force.
        went: how the last windows went.
        shown: whether the user was shown what leaves.
        strictness: how hard the window is to leave: gentle, firm or promise.
        calendar: how the window lies in the user's calendar; None: it was never put.
        unread: what this device could not open; None: nothing.
    """

    key: str
    name: str
    me: str
    came_by: tuple[str, ...] = ()
    asked_until_ms: int | None = None
    expires_ms: int | None = None
    anchor: Anchor | None = None
    window: Window | None = None
    went: tuple[Went, ...] = ()
    shown: bool = False
    strictness: str = "gentle"
    calendar: InCalendar | None = None
    unread: Unread | None = None


def to_json(form: TripForm) -> object:
    """The form as JSON."""
    return asdict(form)


def from_json(trip: str, plain: Any) -> TripForm:  # noqa: ANN401  (JSON)
    """Read a form back; unknown fields, of a later version, are left out.

    Raises:
        UnplugError: it is none.
    """
    try:
        known = {n: plain[n] for n in TripForm.__dataclass_fields__ if n in plain}
        known["came_by"] = tuple(known.get("came_by", ()))
        known["went"] = tuple(Went(**w) for w in known.get("went", ()))
        if known.get("anchor"):
            known["anchor"] = Anchor(**known["anchor"])
        if known.get("window"):
            known["window"] = Window(**known["window"])
        if known.get("calendar"):
            known["calendar"] = InCalendar(**known["calendar"])
        if known.get("unread"):
            known["unread"] = Unread(**known["unread"])
        return TripForm(**known)
    except (KeyError, TypeError, ValueError):
        failed, todo = "cannot read what is kept of a trip", "restore a backup"
        refuse(failed, trip, todo)
