"""What can be chosen from; the numbers are part of the format."""

from enum import IntEnum

from unplug.trips import fields as f
from unplug.trips.fields import Check


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


def one_of(choice: type[IntEnum]) -> Check:
    """The number of one of the choices."""
    return f.whole(min(choice), max(choice))
