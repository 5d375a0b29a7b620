"""Everything that can be said in a trip: the whitelist of op kinds.

What is not listed here is never written and never read. The number of a kind is part of
the format and is never given to another.
"""

from unplug.trips.bodies.choices import Kept, Role, Say, Tier
from unplug.trips.bodies.keys import (
    HINT_BYTES,
    MAX_WRAPS,
    Device,
    Drop,
    Handout,
    Rekey,
)
from unplug.trips.bodies.membership import (
    Admit,
    Create,
    HandOver,
    Invite,
    Leave,
    Promote,
    Remove,
    Rename,
    Request,
    Revoke,
)
from unplug.trips.bodies.together import (
    LARGEST_CIRCLE,
    SMALLEST_CIRCLE,
    Activity,
    Circles,
    Item,
    Join,
    Recap,
    Reflect,
    Strike,
    Tick,
)
from unplug.trips.bodies.window import (
    LONGEST_WINDOW_MS,
    Answer,
    Cancel,
    Deadline,
    Lock,
    Outcome,
    Propose,
    Ready,
    Share,
    Vote,
    Withdraw,
)
from unplug.trips.canonical import Plain
from unplug.trips.fields import Body

__all__ = [
    "HINT_BYTES",
    "KINDS",
    "LARGEST_CIRCLE",
    "LONGEST_WINDOW_MS",
    "MAX_WRAPS",
    "NUMBERS",
    "SMALLEST_CIRCLE",
    "Activity",
    "Admit",
    "Answer",
    "Cancel",
    "Circles",
    "Create",
    "Deadline",
    "Device",
    "Drop",
    "HandOver",
    "Handout",
    "Invite",
    "Item",
    "Join",
    "Kept",
    "Leave",
    "Lock",
    "Outcome",
    "Promote",
    "Propose",
    "Ready",
    "Recap",
    "Reflect",
    "Rekey",
    "Remove",
    "Rename",
    "Request",
    "Revoke",
    "Role",
    "Say",
    "Share",
    "Strike",
    "Tick",
    "Tier",
    "Vote",
    "Withdraw",
    "read",
]

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
