"""What a group says about what is around the window."""

from dataclasses import dataclass

from unplug.trips import fields as f
from unplug.trips.fields import Body, checked

SMALLEST_CIRCLE, LARGEST_CIRCLE = 3, 5


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
