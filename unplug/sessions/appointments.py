"""When device-free time is due: by the clock, or by use."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

from unplug.clock import to_ms
from unplug.sessions.recurrence import Occurrence
from unplug.sessions.rhythms import IntervalPlan
from unplug.sessions.terms import DAY, MIN, Kind, Terms

LONGEST_MS = 32 * DAY
SHORT_MS = 60 * MIN
"""Up to this length it is the length that matters, beyond it the hours."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """One occurrence of a plan and the terms it has.

    Attributes:
        plan: the plan's uid.
        nominal: the date that the plan names, as ISO text; with the plan's uid it is
            what happens at most once.
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
        long_every: every how many times it is longer; None: never.
        long_off_ms: how long it is then.
        terms: how it is carried out; it always keeps its length.
    """

    plan: str
    use_ms: int
    off_ms: int
    natural_ms: int
    long_every: int | None = None
    long_off_ms: int | None = None
    terms: Terms = field(default_factory=lambda: Terms(keeps_end=False))

    def __post_init__(self) -> None:
        if min(self.use_ms, self.off_ms, self.natural_ms, self.long_off_ms or 1) <= 0:
            msg = f"an interval plan counts some use and gives some time off: {self}"
            raise ValueError(msg)
        if max(self.off_ms, self.long_off_ms or 0) > LONGEST_MS:
            msg = f"an appointment lasts up to a month, not as long as {self}"
            raise ValueError(msg)
        if self.terms.keeps_end:
            msg = "an interval plan has no hour at which it ends"
            raise ValueError(msg)

    def is_long(self, taken: int) -> bool:
        """Whether the next one is a longer one, after so many."""
        return bool(self.long_every and self.long_off_ms) and (
            (taken + 1) % (self.long_every or 1) == 0
        )

    def off_after(self, taken: int) -> int:
        """How long the next one is, after so many, in milliseconds."""
        long_ms = self.long_off_ms if self.is_long(taken) else None
        return long_ms or self.off_ms


def appointment(occurrence: Occurrence, terms: Terms, kind: Kind) -> Appointment:
    """An occurrence of a plan with its terms; strictness is the plan's own.

    Up to an hour it keeps its length, beyond that its end.
    """
    start_ms, end_ms = to_ms(occurrence.span.start), to_ms(occurrence.span.end)
    uid, nominal = occurrence.key
    return Appointment(
        plan=uid,
        nominal=nominal.isoformat(),
        start_ms=start_ms,
        end_ms=end_ms,
        terms=replace(
            terms,
            strictness=occurrence.plan.strictness,
            title=occurrence.plan.name,
            purpose=occurrence.plan.purpose,
            person=occurrence.plan.person,
            share=occurrence.plan.shared,
            keeps_end=end_ms - start_ms > SHORT_MS,
        ),
        kind=kind,
    )


def interval(plan: IntervalPlan, terms: Terms) -> Interval:
    """An interval plan with its terms; strictness is the plan's own."""
    return Interval(
        plan=plan.uid,
        use_ms=_ms(plan.use),
        off_ms=_ms(plan.off),
        natural_ms=_ms(plan.natural or plan.off),
        long_every=plan.long_every,
        long_off_ms=None if plan.long_off is None else _ms(plan.long_off),
        terms=replace(
            terms,
            strictness=plan.strictness,
            title=plan.name,
            purpose=plan.purpose,
            person=plan.person,
            keeps_end=False,
        ),
    )


def _ms(length: timedelta) -> int:
    return length // timedelta(milliseconds=1)
