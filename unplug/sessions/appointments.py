"""When device-free time is due: by the clock, or by use."""

from dataclasses import dataclass, field

from unplug.sessions.terms import DAY, MIN, Kind, Terms

LONGEST_MS = 32 * DAY
SHORT_MS = 60 * MIN
"""Up to this length it is the length that matters, beyond it the hours."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """One occurrence of a plan and the terms it has.

    Attributes:
        plan: the plan's uid.
        nominal: the start that the plan names, local and without zone, as ISO text;
            with the plan's uid it is what happens at most once.
        start_ms: when it starts on the wall clock, UTC.
        end_ms: when it ends (exclusive).
        terms: how it is carried out.
        kind: where it comes from.
    """

    plan: str
    nominal: str
    start_ms: int
    end_ms: int
    terms: Terms = field(default_factory=Terms)
    kind: Kind = Kind.PLANNED

    def __post_init__(self) -> None:
        if not 0 < self.end_ms - self.start_ms <= LONGEST_MS:
            msg = f"an appointment lasts up to a month, not {self.length_ms} ms"
            raise ValueError(msg)

    @property
    def key(self) -> str:
        """What happens at most once."""
        return f"{self.plan}@{self.nominal}"

    @property
    def length_ms(self) -> int:
        """How long it is meant to last."""
        return self.end_ms - self.start_ms

    @property
    def shown_from_ms(self) -> int:
        """When its strip first shows, on the wall clock."""
        return self.start_ms - self.terms.heads_up_ms[0]


@dataclass(frozen=True, slots=True)
class Interval:
    """Time off after so much use.

    Attributes:
        plan: the plan's uid.
        use_ms: this much time at the screen ...
        off_ms: ... earns this much off it.
        natural_ms: an absence of this length counts as taken.
        terms: how it is carried out; it always keeps its length.
    """

    plan: str
    use_ms: int
    off_ms: int
    natural_ms: int
    terms: Terms = field(default_factory=lambda: Terms(keeps_end=False))

    def __post_init__(self) -> None:
        if min(self.use_ms, self.off_ms, self.natural_ms) <= 0:
            msg = f"an interval plan counts some use and gives some time off: {self}"
            raise ValueError(msg)
        if self.off_ms > LONGEST_MS:
            msg = f"an appointment lasts up to a month, not {self.off_ms} ms"
            raise ValueError(msg)
        if self.terms.keeps_end:
            msg = "an interval plan has no hour at which it ends"
            raise ValueError(msg)
