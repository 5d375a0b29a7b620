"""Unplugging: plans, the clock and the person in, device-free sessions out."""

import logging
from collections import deque
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from unplug.clock import Clock, Stamp, from_ms
from unplug.engine.carrying_out import carry_out
from unplug.engine.naming import HORIZON_MS, Named, first_after, named
from unplug.engine.snapshot import Coming, SessionNow
from unplug.engine.stage import Stage
from unplug.errors import UnplugError
from unplug.sessions import effects as e
from unplug.sessions import events as ev
from unplug.sessions.forms import AnyPlan, from_form, kind_of, to_form
from unplug.sessions.history import Record
from unplug.sessions.machine import (
    Step,
    asked_from_ms,
    initial,
    next_deadline_ms,
    resume,
    step,
)
from unplug.sessions.plan import Plan, zone_named
from unplug.sessions.saving import from_json, to_json
from unplug.sessions.states import (
    Deferred,
    HeadsUp,
    Planned,
    Quiet,
    Running,
    SessionState,
    Settling,
    reasons,
)
from unplug.sessions.terms import DAY, Reason
from unplug.store.sessions import Felt, Kept, StoredPlan
from unplug.store.trouble import StorageTroubleError, Trouble

log = logging.getLogger(__name__)

TRY_AGAIN_MS = 60_000
_NAMES = {
    HeadsUp: "announced",
    Settling: "due",
    Deferred: "waiting",
    Running: "running",
    Quiet: "offered",
}


class Shelf(Protocol):
    """Where plans and sessions are kept."""

    def plans(self) -> tuple[StoredPlan, ...]:
        """All plans."""

    def state(self) -> object | None:
        """The machine's state as JSON; None: there is none."""

    def done(self, since: str) -> frozenset[str]:
        """Occurrences that had their turn, from a nominal date on."""

    def keep(self, kept: Kept) -> None:
        """Keep a state and what is new in the history, all or nothing."""

    def put_plans(self, plans: Iterable[StoredPlan]) -> None:
        """Keep plans, in place of those with the same uid."""

    def drop_plan(self, uid: str) -> None:
        """Forget a plan."""


class Unplugging:
    """The use case: owns the session machine, feeds it, keeps and carries out.

    It starts no timer: ``wake`` is wanted when ``next_deadline_ms`` has passed.

    Args:
        clock: where the time comes from.
        shelf: gives where things are kept; None while the disk does not let it.
        stage: where sessions are seen and heard.
        offline: told when a session begins and ends, for screen time.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        shelf: Callable[[], Shelf | None],
        stage: Stage,
        offline: Callable[[bool], None],
    ) -> None:
        self._clock = clock
        self._shelf = shelf
        self._stage = stage
        self._offline = offline
        self._state: SessionState = initial()
        self._plans: tuple[AnyPlan, ...] = ()
        self._named: Named | None = None
        self._later: Coming | None = None
        self._unkept: deque[Record | str | Felt] = deque()
        self._trouble_since: Stamp | None = None
        self._found: tuple[str, ...] = ()
        self.notices: tuple[str, ...] = ()

    @property
    def state(self) -> SessionState:
        """What the machine remembers."""
        return self._state

    @property
    def plans(self) -> tuple[AnyPlan, ...]:
        """The plans as they are, in the order in which they were made."""
        return self._plans

    def start(self) -> None:
        """Go on where the last run ended, however it ended."""
        now = self._clock.stamp()
        self._state = self._stored_state()
        since_ms = asked_from_ms(self._state, now)
        self._take(resume(self._state, now))
        self._read_plans()
        self._name(now, since_ms)

    def wake(self) -> None:
        """Do what is due."""
        now = self._clock.stamp()
        if self._named is None or self._named.due_in_ms(now) == 0:
            self._name(now, asked_from_ms(self._state, now))
        else:
            self._take(step(self._state, ev.Tick(), now))
        if self._trouble_since is not None and self._again_in_ms(now) == 0:
            self._keep(())

    def next_deadline_ms(self) -> int | None:
        """Milliseconds from now until ``wake`` is wanted; None: let it sleep."""
        now = self._clock.stamp()
        waits = []
        told, wait_ms = self._state.at, next_deadline_ms(self._state)
        if told is not None and wait_ms is not None:
            waits.append(wait_ms - (now.mono_ms - told.mono_ms))
        if self._named is not None and self._plans:
            waits.append(self._named.due_in_ms(now))
        if self._trouble_since is not None:
            waits.append(self._again_in_ms(now))
        return max(0, min(waits)) if waits else None

    def tell(self, event: ev.Event) -> None:
        """Take in what happened."""
        self._say(event)

    def wish(self, event: ev.Event) -> None:
        """Take in what the person wants.

        Raises:
            UnplugError: it cannot be granted; says why.
        """
        for effect in self._say(event):
            if isinstance(effect, e.Refused):
                failed = "cannot do that with the session"
                raise UnplugError(failed, effect.why.value, _TODO[effect.why])

    def remember(self, session_id: str, felt: int, note: str) -> None:
        """Keep how a session that is over felt, whenever that is said."""
        self._unkept.append(Felt(session_id, felt, note))
        self._keep(())

    def away(self, absence: str, for_ms: int = 0) -> None:
        """Nobody is at the screen, since so long."""
        self._say(ev.Away(ev.Absence(absence), for_ms))

    def back(self, absence: str) -> None:
        """An absence is over."""
        self._say(ev.Back(ev.Absence(absence)))
        if absence == ev.Absence.IDLE and isinstance(self._state.phase, Running):
            self._say(ev.Input())

    def held(self, reason: str, *, on: bool) -> None:
        """Something that sessions wait for is there, or no longer is."""
        self._say(ev.Held(Reason(reason), on))

    def zone_changed(self) -> None:
        """The user is in another zone: floating plans go by its clock from now on."""
        now = self._clock.stamp()
        self._name(now, asked_from_ms(self._state, now))

    def put_plans(self, plans: Iterable[AnyPlan]) -> None:
        """Add plans, or change those with the same uid.

        Raises:
            StorageTroubleError: the disk does not take them; nothing changed.
        """
        self.wake()
        forms = [StoredPlan(p.uid, kind_of(p), to_form(p)) for p in plans]
        self._writable().put_plans(forms)
        self._plans_changed()

    def drop_plan(self, uid: str) -> None:
        """Remove a plan; a session of it that runs ends as it was agreed.

        Raises:
            StorageTroubleError: the disk does not let it; nothing changed.
        """
        self.wake()
        self._writable().drop_plan(uid)
        self._plans_changed()

    def coming(self) -> Coming | None:
        """The next planned occurrence, that of an announced session included."""
        now, state = self._clock.stamp(), self._state
        session = state.session
        if session is not None and not isinstance(state.phase, Running | Quiet):
            start_ms, end_ms = session.start_ms, session.end_ms
            plan, title = session.parts[0].plan, session.terms.title
        elif state.upcoming:
            first = state.upcoming[0]
            start_ms, end_ms = first.start_ms, first.end_ms
            plan, title = first.plan, first.terms.title
        else:
            later = self._later
            return later if later is not None and later.start >= now.utc else None
        zone = self._zone_of(plan)
        return Coming(
            title, from_ms(start_ms).astimezone(zone), from_ms(end_ms).astimezone(zone)
        )

    def session(self) -> SessionNow | None:
        """The session that is announced, due, running or offered."""
        now, phase, session = (
            self._clock.stamp(),
            self._state.phase,
            self._state.session,
        )
        if session is None:
            return None
        if isinstance(phase, Running):
            began_ms = now.wall_ms - (now.boot_ms - phase.began_boot_ms)
            start_ms = session.began_ms or began_ms
            left_ms = phase.ends_boot_ms - now.boot_ms
        elif isinstance(phase, Quiet):
            start_ms, left_ms = session.start_ms, phase.ends_boot_ms - now.boot_ms
        else:
            start_ms = max(session.start_ms, now.wall_ms)
            left_ms = session.length_from(start_ms)
        end_ms = max(start_ms, now.wall_ms) + max(0, left_ms)
        zone = self._zone_of(session.parts[0].plan)
        return SessionNow(
            state=_NAMES[type(phase)],
            title=session.terms.title,
            strictness=session.terms.strictness.value,
            start=from_ms(start_ms).astimezone(zone),
            end=from_ms(end_ms).astimezone(zone),
            left=timedelta(milliseconds=max(0, left_ms)),
            why=tuple(sorted(why.value for why in reasons(self._state, session.terms))),
        )

    def forget_everything(self) -> None:
        """Everything was erased: begin anew, with no plan."""
        now = self._clock.stamp()
        self._unkept.clear()
        self._trouble_since = None
        before = self._state
        self._state, self._plans = initial(), ()
        if before.session is not None:
            self._carry_out(resume(self._state, now).effects)
            self._stage.hide_strip()
            self._stage.hide_overlay()
        self._name(now, now.wall_ms)

    def close(self) -> None:
        """Keep where it stands; what is shown goes with the process."""
        self.wake()
        self._keep(())

    def _say(self, event: ev.Event) -> tuple[e.Effect, ...]:
        now = self._clock.stamp()
        if self._named is not None and self._named.due_in_ms(now) == 0:
            self._name(now, asked_from_ms(self._state, now))
        return self._take(step(self._state, event, now))

    def _take(self, done: Step, *, keep: bool = False) -> tuple[e.Effect, ...]:
        """Remember what a step came to, keep it, and only then carry it out."""
        self._state = done.state
        if done.effects or keep:
            self._keep(done.effects)
        self._carry_out(done.effects)
        return done.effects

    def _carry_out(self, effects: tuple[e.Effect, ...]) -> None:
        for effect in effects:
            if isinstance(effect, e.Offline):
                self._offline(effect.on)
            else:
                carry_out(effect, self._stage)

    def _keep(self, effects: tuple[e.Effect, ...]) -> None:
        """Keep the state and the records; later, if the disk does not take them."""
        for effect in effects:
            match effect:
                case e.RecordHistory(record):
                    self._unkept.append(record)
                case e.RetractHistory(session_id):
                    self._unkept.append(session_id)
                case e.RecordFeeling(session_id, felt, note):
                    self._unkept.append(Felt(session_id, felt, note))
        kept = Kept(to_json(self._state), self._rests, tuple(self._unkept))
        try:
            self._writable().keep(kept)
        except StorageTroubleError as error:
            self._trouble_since = self._clock.stamp()
            self.notices = (*self._found, f"sessions are kept in memory: {error}")
        else:
            self._unkept.clear()
            self._trouble_since = None
            self.notices = self._found

    def _again_in_ms(self, now: Stamp) -> int:
        since = now if self._trouble_since is None else self._trouble_since
        return max(0, since.mono_ms + TRY_AGAIN_MS - now.mono_ms)

    @property
    def _rests(self) -> bool:
        """Whether nothing comes of the state before there is a plan or a wish."""
        state = self._state
        idle = isinstance(state.phase, Planned) and state.paused_boot_ms is None
        return idle and not state.upcoming and not state.intervals

    def _writable(self) -> Shelf:
        shelf = self._shelf()
        if shelf is None:
            raise StorageTroubleError(*_CLOSED)
        return shelf

    def _stored_state(self) -> SessionState:
        try:
            shelf = self._shelf()
            stored = None if shelf is None else shelf.state()
            return initial() if stored is None else from_json(stored)
        except UnplugError as error:
            log.warning("%s", error)
            self._found = (*self._found, str(error))
            return initial()

    def _read_plans(self) -> None:
        """Read the plans; one that cannot be read is told of and left where it is."""
        plans: list[AnyPlan] = []
        troubles: list[str] = []
        shelf = self._shelf()
        for stored in () if shelf is None else shelf.plans():
            try:
                plans.append(from_form(stored.kind, stored.form))
            except UnplugError as error:
                troubles.append(str(error))
        self._plans = tuple(plans)
        self._found = (*(n for n in self._found if n in self.notices), *troubles)
        self.notices = self._found

    def _plans_changed(self) -> None:
        now = self._clock.stamp()
        self._read_plans()
        self._name(now, asked_from_ms(self._state, now))

    def _name(self, now: Stamp, since_ms: int) -> None:
        """Tell the machine what is on and what comes."""
        zone = self._clock.zone()
        shelf = self._shelf()
        from_day = from_ms(since_ms - 33 * DAY).date().isoformat()
        done: frozenset[str] = frozenset()
        if shelf is not None and self._plans:
            done = shelf.done(from_day)
        self._named = named(self._plans, since_ms, now, zone, done)
        self._later = None
        if not self._named.event.appointments:
            after = from_ms(now.wall_ms + HORIZON_MS)
            self._later = first_after(self._plans, after, zone)
        self._take(step(self._state, self._named.event, now), keep=True)

    def _zone_of(self, uid: str) -> ZoneInfo:
        """The zone by whose clock a plan goes; the user's for what is no plan's."""
        for plan in self._plans:
            if plan.uid == uid and isinstance(plan, Plan) and plan.zone is not None:
                return zone_named(plan.zone)
        return self._clock.zone() if self._named is None else self._named.zone


_CLOSED = ("cannot keep sessions", "the database is not open", Trouble.FAILING)
_TODO = {
    e.Refusal.NOTHING_PLANNED: "see what comes: unplug plan next",
    e.Refusal.NOTHING_RUNS: "start one: unplug session start --for 30m",
    e.Refusal.RUNS_ALREADY: "end it first: unplug session end",
    e.Refusal.NO_POSTPONING_LEFT: "let it come, or skip it: unplug session skip",
    e.Refusal.NO_TIME_LEFT: "let it come, or skip it: unplug session skip",
    e.Refusal.NO_SKIP_LEFT: "let it come; the way out is always on the screen",
    e.Refusal.NO_EXIT_LEFT: "the way out is always there: unplug session end --need",
    e.Refusal.NOTHING_SKIPPED: "see what comes: unplug plan next",
    e.Refusal.NO_LENGTH: "give a length such as 45m",
}
