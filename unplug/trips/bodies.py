"""Everything that can be said in a trip: the whitelist of op kinds.

What is not listed here is never written and never read. The number of a kind is part of
the format and is never given to another.
"""

from dataclasses import dataclass
from enum import IntEnum

from unplug.trips import fields as f
from unplug.trips.canonical import Plain
from unplug.trips.fields import Body, checked

MAX_WRAPS = 64
WRAPPED_BYTES = 48
HINT_BYTES = 4
SMALLEST_CIRCLE, LARGEST_CIRCLE = 3, 5
LONGEST_WINDOW_MS = 60 * 86_400_000


class Role(IntEnum):
    """What somebody may do in a trip."""

    GUEST = 0
    MEMBER = 1
    ORGANISER = 2


class Say(IntEnum):
    """An answer or a vote; MAYBE is "if need be"."""

    NO = 0
    MAYBE = 1
    YES = 2


class Tier(IntEnum):
    """How much of the own time offline a member lets the others see."""

    ANSWER_ONLY = 0
    KEPT = 1
    BUCKET = 2


class Kept(IntEnum):
    """How the window went, in a member's own words."""

    NOT = 0
    PARTLY = 1
    FULLY = 2
    RATHER_NOT_SAY = 3


_choice = {enum: f.whole(min(enum), max(enum)) for enum in (Say, Tier, Kept)}


@dataclass(frozen=True, slots=True)
class Create(Body):
    """The first op: the trip's name, its founder, and the name of its first key."""

    key: bytes = checked(f.data(16))
    title: str = checked(f.LINE)
    salt: bytes = checked(f.data(16))
    name: str = checked(f.NAME)


@dataclass(frozen=True, slots=True)
class Invite(Body):
    """Whoever signs with ``key`` may ask to join, until ``expires_ms``."""

    key: bytes = checked(f.KEY)
    expires_ms: int = checked(f.INSTANT)
    uses: int = checked(f.whole(1, 50))
    approval: bool = checked(f.is_true_or_false)
    role: int = checked(f.whole(Role.GUEST, Role.MEMBER))


@dataclass(frozen=True, slots=True)
class Revoke(Body):
    """An invite holds no longer; those in ``kept`` came in by it before."""

    key: bytes = checked(f.KEY)
    kept: tuple[bytes, ...] = checked(f.several(f.MEMBER, 50))


@dataclass(frozen=True, slots=True)
class Request(Body):
    """Somebody asks to join; ``proof`` is the invite's signature over it."""

    invite: bytes = checked(f.KEY)
    name: str = checked(f.NAME)
    device: bytes = checked(f.KEY)
    proof: bytes = checked(f.SIGNATURE)


@dataclass(frozen=True, slots=True)
class Admit(Body):
    """Somebody comes in; ``invite`` and ``proof`` as they were in the request."""

    invite: bytes = checked(f.KEY)
    name: str = checked(f.NAME)
    device: bytes = checked(f.KEY)
    proof: bytes = checked(f.SIGNATURE)
    role: int = checked(f.whole(Role.GUEST, Role.MEMBER))
    at_ms: int = checked(f.INSTANT)


@dataclass(frozen=True, slots=True)
class Remove(Body):
    """Somebody is out; of what they did only what the op's ``seen`` covers stays."""

    member: bytes = checked(f.MEMBER)


@dataclass(frozen=True, slots=True)
class Promote(Body):
    """Somebody becomes an organiser."""

    member: bytes = checked(f.MEMBER)


@dataclass(frozen=True, slots=True)
class HandOver(Body):
    """Somebody leads the trip from now on; who led it stays an organiser."""

    member: bytes = checked(f.MEMBER)


@dataclass(frozen=True, slots=True)
class Leave(Body):
    """The author's member leaves."""


@dataclass(frozen=True, slots=True)
class Device(Body):
    """Another device of the author's member; ``proof`` is that device's signature."""

    key: bytes = checked(f.KEY)
    proof: bytes = checked(f.SIGNATURE)


@dataclass(frozen=True, slots=True)
class Drop(Body):
    """A device of the author's member is lost; ``seen`` as for Remove."""

    key: bytes = checked(f.KEY)


@dataclass(frozen=True, slots=True)
class Rekey(Body):
    """A new epoch: its key by name, and wrapped for each device that is to read on."""

    epoch: int = checked(f.whole(1, 65_535))
    key: bytes = checked(f.data(16))
    ephemeral: bytes = checked(f.KEY)
    wraps: tuple[tuple[bytes, bytes], ...] = checked(
        f.several(f.pair(f.data(HINT_BYTES), f.data(WRAPPED_BYTES)), MAX_WRAPS)
    )


@dataclass(frozen=True, slots=True)
class Handout(Body):
    """Keys of epochs for devices that were missed: each wrap's epoch and key's name."""

    ephemeral: bytes = checked(f.KEY)
    wraps: tuple[tuple[bytes, bytes], ...] = checked(
        f.several(f.pair(f.data(HINT_BYTES), f.data(WRAPPED_BYTES)), MAX_WRAPS)
    )
    epochs: tuple[tuple[int, bytes], ...] = checked(
        f.several(f.pair(f.whole(1, 65_535), f.data(16)), MAX_WRAPS)
    )


@dataclass(frozen=True, slots=True)
class Propose(Body):
    """A window that could be: UTC instants, the place and the place's zone."""

    start_ms: int = checked(f.INSTANT)
    end_ms: int = checked(f.INSTANT)
    zone: str = checked(f.is_zone)
    place: str = checked(f.text(200, empty=True))

    def __post_init__(self) -> None:
        Body.__post_init__(self)
        if not 0 < self.end_ms - self.start_ms <= LONGEST_WINDOW_MS:
            msg = "a window ends after it starts, within 60 days"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Withdraw(Body):
    """A proposal is taken back."""

    proposal: bytes = checked(f.REF)


@dataclass(frozen=True, slots=True)
class Vote(Body):
    """What the author's member says to a proposal."""

    proposal: bytes = checked(f.REF)
    say: int = checked(_choice[Say])


@dataclass(frozen=True, slots=True)
class Deadline(Body):
    """Until when votes are wanted."""

    at_ms: int = checked(f.INSTANT)


@dataclass(frozen=True, slots=True)
class Lock(Body):
    """A proposal becomes the window; ``at_ms`` is when, by the organiser's clock."""

    proposal: bytes = checked(f.REF)
    at_ms: int = checked(f.INSTANT)


@dataclass(frozen=True, slots=True)
class Cancel(Body):
    """A plan is called off."""

    plan: bytes = checked(f.REF)


@dataclass(frozen=True, slots=True)
class Answer(Body):
    """Whether the author's member takes part in a plan."""

    plan: bytes = checked(f.REF)
    say: int = checked(_choice[Say])


@dataclass(frozen=True, slots=True)
class Ready(Body):
    """The author's app holds the plan."""

    plan: bytes = checked(f.REF)


@dataclass(frozen=True, slots=True)
class Share(Body):
    """The author's consent, for this trip."""

    tier: int = checked(_choice[Tier])


@dataclass(frozen=True, slots=True)
class Outcome(Body):
    """How a window went; ``bucket`` is the share that was kept, in fifths, 0 to 4."""

    plan: bytes = checked(f.REF)
    kept: int = checked(_choice[Kept])
    bucket: int | None = checked(f.or_none(f.whole(0, 4)))


@dataclass(frozen=True, slots=True)
class Circles(Body):
    """Draw the circles anew."""

    salt: bytes = checked(f.data(16))
    size: int = checked(f.whole(SMALLEST_CIRCLE, LARGEST_CIRCLE))


@dataclass(frozen=True, slots=True)
class Item(Body):
    """Something to pack, or to put away."""

    text: str = checked(f.LINE)


@dataclass(frozen=True, slots=True)
class Tick(Body):
    """The author's member has done an item, or has not after all."""

    item: bytes = checked(f.REF)
    done: bool = checked(f.is_true_or_false)


@dataclass(frozen=True, slots=True)
class Activity(Body):
    """Something to do together, for at least ``people``."""

    text: str = checked(f.LINE)
    people: int = checked(f.whole(2, 50))


@dataclass(frozen=True, slots=True)
class Join(Body):
    """The author's member takes part in an activity, or does not after all."""

    activity: bytes = checked(f.REF)
    taking_part: bool = checked(f.is_true_or_false)


@dataclass(frozen=True, slots=True)
class Strike(Body):
    """An item or activity goes off the list."""

    target: bytes = checked(f.REF)


@dataclass(frozen=True, slots=True)
class Reflect(Body):
    """A member's evening reflection on a window; the last one stands."""

    plan: bytes = checked(f.REF)
    text: str = checked(f.NOTE)


@dataclass(frozen=True, slots=True)
class Recap(Body):
    """A member's part of the shared recap of a window; the last one stands."""

    plan: bytes = checked(f.REF)
    text: str = checked(f.NOTE)


@dataclass(frozen=True, slots=True)
class Rename(Body):
    """The author's member goes by another name."""

    name: str = checked(f.NAME)


KINDS: dict[int, type[Body]] = dict(
    enumerate(
        (
            *(Create, Invite, Revoke, Request, Admit, Remove, Promote, HandOver, Leave),
            *(Device, Drop, Rekey, Propose, Withdraw, Vote, Deadline, Lock, Cancel),
            *(Answer, Ready, Share, Outcome, Circles, Item, Tick, Activity, Join),
            *(Strike, Reflect, Recap, Rename, Handout),
        )
    )
)
NUMBERS: dict[type[Body], int] = {body: number for number, body in KINDS.items()}


def read(kind: Plain, plain: Plain) -> Body | None:
    """The body that ``plain`` is, or nothing where this version knows no such thing."""
    body = KINDS.get(kind) if type(kind) is int else None
    if body is None or type(plain) is not tuple:
        return None
    try:
        return body(*plain)
    except (ValueError, TypeError):
        return None
