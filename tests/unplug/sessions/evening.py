"""A person, a desktop and a session machine on a fake clock, told as a story."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TypeVar

from tests.fakes import FakeClock
from unplug.clock import Stamp, to_ms
from unplug.sessions import effects as e
from unplug.sessions import events as ev
from unplug.sessions.appointments import Appointment, Interval
from unplug.sessions.history import Outcome, Record
from unplug.sessions.machine import initial, next_deadline_ms, resume, step
from unplug.sessions.plan import Strictness
from unplug.sessions.rules import Rules
from unplug.sessions.saving import from_json, to_json
from unplug.sessions.states import SessionState
from unplug.sessions.terms import Kind, Reason, Terms

S = 1_000
MIN = 60 * S
HOUR = 60 * MIN
DAY = 24 * HOUR
FIRM = Terms(strictness=Strictness.FIRM)
BREAK = Terms(strictness=Strictness.FIRM, keeps_end=False)
PROMISE = Terms(strictness=Strictness.PROMISE, share=True)

E = TypeVar("E", bound=e.Effect)


def at(hour: int, minute: int = 0, *, day: int = 1) -> int:
    """An instant of January 2026, in UTC."""
    return to_ms(datetime(2026, 1, day, hour, minute, tzinfo=UTC))


def free(
    start_ms: int, end_ms: int, terms: Terms = FIRM, *, plan: str = "evening"
) -> Appointment:
    """An appointment whose nominal start is its start."""
    nominal = datetime.fromtimestamp(start_ms / 1000, UTC).strftime("%Y-%m-%dT%H:%M")
    return Appointment(plan, nominal, start_ms, end_ms, terms)


def every(
    use_min: int, off_min: int, *, plan: str = "pause", natural_min: int | None = None
) -> Interval:
    natural_ms = (off_min if natural_min is None else natural_min) * MIN
    return Interval(plan, use_min * MIN, off_min * MIN, natural_ms, terms=BREAK)


@dataclass
class Evening:
    """What happens, and what came of it."""

    clock: FakeClock
    state: SessionState
    said: list[e.Effect] = field(default_factory=list)
    strip: e.Strip | None = None
    overlay: e.Overlay | None = None
    quiet_notifications: bool = False
    offline: bool = False
    records: dict[str, Record] = field(default_factory=dict)
    times: list[tuple[int, e.Effect]] = field(default_factory=list)
    alive: Stamp | None = None

    def tell(self, *events: ev.Event) -> "Evening":
        for event in events:
            self.state, said = step(self.state, event, self.clock.stamp())
            self.carry_out(said)
        return self

    def carry_out(self, said: tuple[e.Effect, ...]) -> None:
        for effect in said:
            self.said.append(effect)
            self.times.append((self.clock.stamp().wall_ms, effect))
            match effect:
                case e.ShowStrip(strip) | e.UpdateStrip(strip):
                    self.strip = strip
                case e.HideStrip():
                    self.strip = None
                case e.ShowOverlay(overlay) | e.UpdateOverlay(overlay):
                    self.overlay = overlay
                case e.HideOverlay():
                    self.overlay = None
                case e.DoNotDisturb(on):
                    self.quiet_notifications = on
                case e.Offline(on):
                    self.offline = on
                case e.RecordHistory(record):
                    self.records[record.id] = record
                case e.RetractHistory(session_id):
                    del self.records[session_id]

    def advance(self, ms: int) -> "Evening":
        """Time passes, and the engine's timer ticks whenever it is wanted."""
        left = ms
        for _ in range(20_000):
            wait = self.wait_ms if self.alive is None else None
            if wait is None or wait > left:
                self.clock.advance(left)
                return self
            self.clock.advance(wait)
            left -= wait
            self.tell(ev.Tick())
        msg = "it never rests"
        raise AssertionError(msg)

    @property
    def wait_ms(self) -> int | None:
        """How long until the engine's timer fires."""
        wait, told = next_deadline_ms(self.state), self.state.at
        if wait is None or told is None:
            return wait
        return max(0, wait - (self.clock.stamp().mono_ms - told.mono_ms))

    def until(self, hour: int, minute: int = 0, *, day: int = 1) -> "Evening":
        """Time passes until an hour on the wall clock."""
        return self.advance(at(hour, minute, day=day) - self.clock.stamp().wall_ms)

    def sleep(self, ms: int, *, announced: bool = True) -> "Evening":
        if announced:
            self.tell(ev.Away(ev.Absence.ASLEEP))
        self.clock.sleep(ms)
        return self.tell(ev.Back(ev.Absence.ASLEEP) if announced else ev.Tick())

    def set_clock(self, ms: int) -> "Evening":
        self.clock.step(ms)
        return self.tell(ev.Tick())

    def idle(self, ms: int) -> "Evening":
        """Nobody touches anything for so long, then somebody does."""
        threshold = min(ms, 2 * MIN)
        self.advance(threshold)
        if ms <= threshold:
            return self
        self.tell(ev.Away(ev.Absence.IDLE, threshold)).advance(ms - threshold)
        return self.tell(ev.Back(ev.Absence.IDLE))

    def locked(self, ms: int) -> "Evening":
        self.tell(ev.Away(ev.Absence.LOCKED)).advance(ms)
        return self.tell(ev.Back(ev.Absence.LOCKED))

    def holds(self, *reasons: Reason) -> "Evening":
        return self.tell(*[ev.Held(reason, on=True) for reason in reasons])

    def lets_go(self, *reasons: Reason) -> "Evening":
        return self.tell(*[ev.Held(reason, on=False) for reason in reasons])

    def pauses_typing(self) -> "Evening":
        return self.advance(3 * S).tell(ev.InputPaused(3 * S))

    def dies(self) -> "Evening":
        """The program is gone, and with it all it showed."""
        self.strip = self.overlay = None
        self.alive = self.clock.stamp()
        return self

    def restarts(self, *, same_boot: bool | None = None) -> "Evening":
        stored = to_json(self.state)
        self.state, said = resume(
            from_json(stored),
            self.clock.stamp(),
            same_boot=same_boot,
            alive=self.alive,
        )
        self.alive = None
        self.carry_out(said)
        return self

    def reboots(self, off_ms: int) -> "Evening":
        """The machine is off for so long, and needs 20 s to come up."""
        self.dies()
        wall_ms = self.clock.stamp().wall_ms + off_ms + 20 * S
        self.clock = FakeClock(wall_ms)
        self.clock._stamp = replace(self.clock.stamp(), mono_ms=20 * S, boot_ms=20 * S)
        return self.restarts()

    @property
    def phase(self) -> str:
        return type(self.state.phase).__name__

    @property
    def stage(self) -> str | None:
        return None if self.strip is None else self.strip.stage.value

    @property
    def outcomes(self) -> list[str]:
        return [record.outcome.value for record in self.records.values()]

    @property
    def record(self) -> Record:
        (only,) = self.records.values()
        return only

    def all_said(self, kind: type[E]) -> list[E]:
        return [effect for effect in self.said if isinstance(effect, kind)]

    def when(self, kind: type[e.Effect]) -> list[int]:
        """When an effect of a kind was said, wall clock."""
        return [ms for ms, effect in self.times if isinstance(effect, kind)]


def evening(
    *plans: Appointment | Interval,
    start: int | None = None,
    rules: Rules | None = None,
) -> Evening:
    """Somebody sits at the screen at 17:00, with these plans."""
    clock = FakeClock(at(17) if start is None else start)
    told = Evening(clock, initial(rules))
    return told.tell(known(*plans))


def known(*plans: Appointment | Interval) -> ev.PlansKnown:
    appointments = tuple(p for p in plans if isinstance(p, Appointment))
    return ev.PlansKnown(
        appointments, tuple(p for p in plans if isinstance(p, Interval))
    )


__all__ = [
    "BREAK",
    "DAY",
    "FIRM",
    "HOUR",
    "MIN",
    "PROMISE",
    "Appointment",
    "Callable",
    "Evening",
    "Kind",
    "Outcome",
    "S",
    "at",
    "e",
    "ev",
    "evening",
    "every",
    "free",
    "known",
]  # fmt: skip
