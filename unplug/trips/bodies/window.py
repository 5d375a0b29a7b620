"""What is said about the offline window, before it and after it."""

from dataclasses import dataclass

from unplug.trips import fields as f
from unplug.trips.bodies.choices import Kept, Say, Tier, one_of
from unplug.trips.fields import Body, checked

LONGEST_WINDOW_MS = 60 * 86_400_000


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
    say: int = checked(one_of(Say))


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
    say: int = checked(one_of(Say))


@dataclass(frozen=True, slots=True)
class Ready(Body):
    """The author's app holds the plan."""

    plan: bytes = checked(f.REF)


@dataclass(frozen=True, slots=True)
class Share(Body):
    """The author's consent, for this trip."""

    tier: int = checked(one_of(Tier))


@dataclass(frozen=True, slots=True)
class Outcome(Body):
    """How a window went; ``bucket`` is the share that was kept, in fifths, 0 to 4."""

    plan: bytes = checked(f.REF)
    kept: int = checked(one_of(Kept))
    bucket: int | None = checked(f.or_none(f.whole(0, 4)))
