"""Unplugging: plans, the clock and the person in, device-free sessions out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from unplug.clock import Clock, Stamp, from_ms
from unplug.engine.sessions.agreed import rules_of, terms_of
from unplug.engine.sessions.carrying_out import carry_out
from unplug.engine.sessions.dated import HORIZON, first_after
from unplug.engine.sessions.keeping import Keeping, Shelf
from unplug.engine.sessions.naming import Named, named
from unplug.engine.sessions.news import SessionFelt, SessionObserver
from unplug.engine.sessions.shown import coming_in, session_in
from unplug.engine.sessions.stage import Stage
from unplug.engine.sessions.telling import news_of
from unplug.engine.snapshot import Coming, SessionNow
from unplug.errors import UnplugError
from unplug.sessions import effects as e
from unplug.sessions import events as ev
from unplug.sessions.forms import AnyPlan
from unplug.sessions.machine import (
    Step,
    asked_from_ms,
    initial,
    next_deadline_ms,
    resume,
    step,
)
from unplug.sessions.plan import Plan, zone_named
from unplug.sessions.recurrence import IsHoliday, no_holidays
from unplug.sessions.states import Running, SessionState
from unplug.sessions.terms import DAY, Reason, Terms
from unplug.settings import Sessions


class Unplugging:
    """The use case: owns the session machine, feeds it, keeps and carries out.

    It starts no timer: ``wake`` is wanted when ``next_deadline_ms`` has passed.

    Args:
        clock: where the time comes from.
        shelf: gives where things are kept; None while the disk does not let it.
        stages: where sessions are seen, heard and felt on the desktop.
        offline: told when a session begins and ends, for screen time.
        chosen: what the user chose for all sessions.
        is_holiday: asked for plans that rest on public holidays.
        observers: hear what becomes of sessions.
    """

    def __init__(  # noqa: PLR0913  (everything it composes, by name)
        self,
        *,
        clock: Clock,
        shelf: Callable[[], Shelf | None],
        stages: Sequence[Stage] = (),
        offline: Callable[[bool], None],
        chosen: Sessions | None = None,
        is_holiday: IsHoliday = no_holidays,
        observers: Sequence[SessionObserver] = (),
    ) -> None:
        self._clock = clock
        self._keeping = Keeping(shelf, clock.zone)
        self._stages = stages
        self._offline = offline
        self._is_holiday = is_holiday
        self._observers = observers
        self._chosen = chosen or Sessions()
        self._terms = terms_of(self._chosen)
        self._state: SessionState = initial()
        self._plans: tuple[AnyPlan, ...] = ()
        self._named: Named | None = None
        self._later: Coming | None = None

    @property
    def state(self) -> SessionState:
        """What the machine remembers."""
        return self._state

    @property
    def plans(self) -> tuple[AnyPlan, ...]:
        """The plans as they are, in the order in which they were made."""
        return self._plans

    @property
    def notices(self) -> tuple[str, ...]:
        """What is wrong at present, a sentence each."""
        return self._keeping.notices

    @property
    def wants_to_know(self) -> bool:
        """Whether there is a plan or a session for which the desktop matters."""
        return bool(self._plans) or self._state.session is not None

    @property
    def countries(self) -> frozenset[str]:
        """The countries on whose public holidays plans rest."""
        dated = (plan for plan in self._plans if isinstance(plan, Plan))
        return frozenset(p.holidays_of for p in dated if p.holidays_of is not None)

    def start(self, seen_until_ms: int | None = None) -> None:
        """Go on where the last run ended, however it ended.

        Args:
            seen_until_ms: when unplug was last seen running, wall clock, where that
                is known better than by what was kept of sessions.
        """
        now = self._clock.stamp()
        before = self._keeping.state()
        since_ms = asked_from_ms(before, now)
        done = resume(before, now, alive=_alive(before, seen_until_ms))
        self._take(done, before=initial())
        self._take(step(self._state, ev.RulesSet(rules_of(self._chosen)), now))
        self._plans = self._keeping.plans()
        self._name(now, since_ms)

    def choose(self, chosen: Sessions) -> None:
        """Go by other settings; those of a session that runs stay as agreed."""
        self._chosen = chosen
        self._choose_now()

    def wake(self) -> None:
        """Do what is due."""
        now = self._clock.stamp()
        if self._named is None or self._named.due_in_ms(now) == 0:
            self._name(now, asked_from_ms(self._state, now))
        else:
            self._take(step(self._state, ev.Tick(), now))
        if self._keeping.again_in_ms(now) == 0:
            self._keeping.keep(self._state, (), now)

    def next_deadline_ms(self) -> int | None:
        """Milliseconds from now until ``wake`` is wanted; None: let it sleep."""
        now = self._clock.stamp()
        waits = []
        told, wait_ms = self._state.at, next_deadline_ms(self._state)
        if told is not None and wait_ms is not None:
            waits.append(wait_ms - (now.mono_ms - told.mono_ms))
        if self._named is not None and self._plans:
            waits.append(self._named.due_in_ms(now))
        if (again_ms := self._keeping.again_in_ms(now)) is not None:
            waits.append(again_ms)
        return max(0, min(waits)) if waits else None

    def tell(self, event: ev.Event) -> None:
        """Take in what happened."""
        self._say(event)

    def wish(self, event: ev.Event) -> None:
        """Take in what the person wants.

        Raises:
            UnplugError: it cannot be granted; says why.
        """
        if isinstance(event, ev.UnplugNow):
            event = replace(event, terms=self._agreed(event))
        for effect in self._say(event):
            if isinstance(effect, e.Refused):
                failed = "cannot do that with the session"
                raise UnplugError(failed, effect.why.value, _TODO[effect.why])

    def remember(self, session_id: str, felt: int, note: str) -> None:
        """Keep how a session that is over felt, whenever that is said."""
        self._keeping.remember(session_id, felt, note)
        self._keeping.keep(self._state, (), self._clock.stamp())
        for observer in self._observers:
            observer(SessionFelt(session_id, felt, note))

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
        self._keeping.put_plans(plans)
        self._plans_changed()

    def drop_plan(self, uid: str) -> None:
        """Remove a plan; a session of it that runs ends as it was agreed.

        Raises:
            StorageTroubleError: the disk does not let it; nothing changed.
        """
        self.wake()
        self._keeping.drop_plan(uid)
        self._plans_changed()

    def coming(self) -> Coming | None:
        """The next planned occurrence, that of an announced session included."""
        known = coming_in(self._state, self._zone_of)
        if known is not None:
            return known
        later, now = self._later, self._clock.stamp()
        return later if later is not None and later.start >= now.utc else None

    def session(self) -> SessionNow | None:
        """The session that is announced, due, running or offered."""
        return session_in(self._state, self._clock.stamp(), self._zone_of)

    def forget_everything(self) -> None:
        """Everything was erased: begin anew, with no plan."""
        now = self._clock.stamp()
        self._keeping.forget()
        before = self._state
        self._state, self._plans = initial(rules_of(self._chosen)), ()
        if before.session is not None:
            self._carry_out(resume(self._state, now).effects)
            for stage in self._stages:
                stage.hide_strip()
                stage.hide_overlay()
        self._name(now, now.wall_ms)

    def close(self) -> None:
        """Keep where it stands; what is shown goes with the process."""
        self.wake()
        self._keeping.keep(self._state, (), self._clock.stamp())

    def _say(self, event: ev.Event) -> tuple[e.Effect, ...]:
        now = self._clock.stamp()
        if self._named is not None and self._named.due_in_ms(now) == 0:
            self._name(now, asked_from_ms(self._state, now))
        return self._take(step(self._state, event, now))

    def _take(
        self, done: Step, *, keep: bool = False, before: SessionState | None = None
    ) -> tuple[e.Effect, ...]:
        """Remember what a step came to, keep it, and only then carry it out."""
        before, self._state = before or self._state, done.state
        if done.effects or keep:
            self._keeping.keep(self._state, done.effects, self._clock.stamp())
        self._carry_out(done.effects)
        for news in news_of(done.effects, before, self._state):
            for observer in self._observers:
                observer(news)
        if isinstance(before.phase, Running):
            self._choose_now()
        return done.effects

    def _carry_out(self, effects: tuple[e.Effect, ...]) -> None:
        for effect in effects:
            if isinstance(effect, e.Offline):
                self._offline(effect.on)
            for stage in self._stages:
                carry_out(effect, stage)

    def _choose_now(self) -> None:
        """Go by the settings from now on, unless a session runs by the earlier ones."""
        if isinstance(self._state.phase, Running) or self._named is None:
            return
        rules, terms = rules_of(self._chosen), terms_of(self._chosen)
        if rules != self._state.rules:
            now = self._clock.stamp()
            self._take(step(self._state, ev.RulesSet(rules), now), keep=True)
        if terms != self._terms:
            self._terms = terms
            self._plans_changed()

    def _agreed(self, event: ev.UnplugNow) -> Terms:
        """What holds for a session on the spot: the settings, and what was asked."""
        asked = event.terms
        return replace(
            self._terms,
            strictness=asked.strictness,
            title=asked.title,
            purpose=asked.purpose,
            person=asked.person,
            keeps_end=False,
        )

    def _plans_changed(self) -> None:
        now = self._clock.stamp()
        self._plans = self._keeping.plans()
        self._name(now, asked_from_ms(self._state, now))

    def _name(self, now: Stamp, since_ms: int) -> None:
        """Tell the machine what is on and what comes."""
        zone = self._clock.zone()
        from_day = from_ms(since_ms - 33 * DAY).date().isoformat()
        done = self._keeping.done(from_day) if self._plans else frozenset()
        self._named = named(
            self._plans,
            since_ms,
            now,
            zone,
            done,
            terms=self._terms,
            is_holiday=self._is_holiday,
        )
        after = now.utc + HORIZON
        self._later = first_after(self._plans, after, zone, self._is_holiday)
        self._take(step(self._state, self._named.event, now), keep=True)

    def _zone_of(self, uid: str) -> ZoneInfo:
        """The zone by whose clock a plan goes; the user's for what is no plan's."""
        for plan in self._plans:
            if plan.uid == uid and isinstance(plan, Plan) and plan.zone is not None:
                return zone_named(plan.zone)
        return self._clock.zone() if self._named is None else self._named.zone


def _alive(state: SessionState, seen_until_ms: int | None) -> Stamp | None:
    """The last run's last instant, on the clocks that its state was kept by."""
    at = state.at
    if at is None or seen_until_ms is None or seen_until_ms <= at.wall_ms:
        return None
    later_ms = seen_until_ms - at.wall_ms
    return Stamp(seen_until_ms, at.mono_ms + later_ms, at.boot_ms + later_ms)


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
