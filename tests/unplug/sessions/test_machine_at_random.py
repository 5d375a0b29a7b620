"""Whatever happens in whatever order: what must always be true of a session."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from tests.unplug.sessions.evening import (
    DAY,
    HOUR,
    MIN,
    Appointment,
    Evening,
    S,
    at,
    e,
    ev,
    evening,
    every,
    known,
)
from unplug.sessions.machine import next_deadline_ms
from unplug.sessions.plan import Strictness
from unplug.sessions.rules import PAUSE_MAX_MS
from unplug.sessions.states import Running
from unplug.sessions.terms import Reason, Terms
from unplug.sessions.views import view

PLANS = st.builds(
    lambda n, start_min, length_min, strictness, by_hour: Appointment(
        f"p{n}",
        "2026-01-01",
        at(17) + start_min * MIN,
        at(17) + (start_min + length_min) * MIN,
        Terms(strictness=strictness, keeps_end=by_hour),
    ),
    st.integers(0, 5),
    st.integers(1, 600),
    st.sampled_from([2, 10, 45, 120, 400]),
    st.sampled_from(list(Strictness)),
    st.booleans(),
)
SPANS = st.sampled_from([1, S, 8 * S, MIN, 6 * MIN, HOUR, 7 * HOUR])
WISHES: st.SearchStrategy[ev.Event] = st.sampled_from(
    [
        ev.Postpone(),
        ev.Skip(),
        ev.UndoSkip(),
        ev.Begin(),
        ev.AfterThisCall(),
        ev.InputPaused(4 * S),
        ev.Input(),
        ev.EndEarly(),
        ev.EndEarly("enough"),
        ev.NeedComputer(),
        ev.StayAfterAll(),
        ev.PauseReminders(2 * HOUR),
        ev.ResumeReminders(),
        ev.UnplugNow(for_ms=20 * MIN),
        ev.Felt(5),
        ev.MonitorsChanged(),
        ev.OverlayFreed(),
        ev.RulesSet(evening().state.rules),
    ]
)


class Sessions(RuleBasedStateMachine):
    """A desktop on which anything may happen."""

    told: Evening
    plans: dict[str, Appointment]

    @initialize(plans=st.lists(PLANS, max_size=5), by_use=st.booleans())
    def sit_down(self, plans: list[Appointment], *, by_use: bool) -> None:
        self.plans = {plan.key: plan for plan in plans}
        self.intervals = (every(50, 10),) if by_use else ()
        self.told = evening(*self.plans.values(), *self.intervals)
        self.starts: dict[str, str] = {}

    @rule(ms=SPANS)
    def time_passes(self, ms: int) -> None:
        self.told.advance(ms)

    @rule(ms=SPANS, announced=st.booleans())
    def the_machine_sleeps(self, ms: int, *, announced: bool) -> None:
        self.told.sleep(ms, announced=announced)

    @rule(ms=st.sampled_from([-DAY, -HOUR, -MIN, MIN, HOUR, DAY]))
    def somebody_sets_the_clock(self, ms: int) -> None:
        self.told.set_clock(ms)

    @rule(reason=st.sampled_from(list(Reason)), on=st.booleans())
    def something_is_held(self, reason: Reason, *, on: bool) -> None:
        if reason is not Reason.PAUSED:
            self.told.tell(ev.Held(reason, on=on))

    @rule(absence=st.sampled_from(list(ev.Absence)), there=st.booleans())
    def somebody_comes_or_goes(self, absence: ev.Absence, *, there: bool) -> None:
        self.told.tell(ev.Back(absence) if there else ev.Away(absence, 2 * MIN))

    @rule(wish=WISHES)
    def somebody_wishes(self, wish: ev.Event) -> None:
        self.told.tell(wish)

    @rule(plan=PLANS)
    def a_plan_changes(self, plan: Appointment) -> None:
        self.plans[plan.key] = plan
        self.told.tell(known(*self.plans.values(), *self.intervals))

    @rule(ms=SPANS)
    def the_program_dies_and_comes_back(self, ms: int) -> None:
        self.told.dies().advance(ms).restarts()

    @rule(ms=SPANS)
    def the_power_fails(self, ms: int) -> None:
        self.told.reboots(ms)

    @precondition(lambda self: self.told.overlay is not None)
    @rule()
    def somebody_needs_the_computer(self) -> None:
        self.told.tell(ev.NeedComputer()).advance(15 * S)
        assert self.told.overlay is None

    @invariant()
    def what_shows_is_what_should(self) -> None:
        seen = view(self.told.state)
        assert (self.told.overlay, self.told.strip) == (seen.overlay, seen.strip)
        assert self.told.quiet_notifications == seen.do_not_disturb
        assert self.told.offline == isinstance(self.told.state.phase, Running)

    @invariant()
    def it_rests_until_something_is_due(self) -> None:
        wait = next_deadline_ms(self.told.state)
        assert wait is None or wait > 0

    @invariant()
    def every_appointment_has_one_turn(self) -> None:
        parts = [p for r in self.told.records.values() for p in r.parts]
        assert len(parts) == len(set(parts))
        session = self.told.state.session
        for key in session.keys if session else ():
            if isinstance(self.told.state.phase, Running):
                assert session is not None
                assert self.starts.setdefault(key, session.id) == session.id

    @invariant()
    def nobody_keeps_longer_than_it_lasted(self) -> None:
        for record in self.told.records.values():
            assert record.kept_ms >= 0

    @invariant()
    def every_pause_ends(self) -> None:
        paused = self.told.state.paused_boot_ms
        now = self.told.clock.stamp().boot_ms
        assert paused is None or paused - now <= PAUSE_MAX_MS

    @invariant()
    def an_overlay_ends(self) -> None:
        overlay: e.Overlay | None = self.told.overlay
        if overlay is not None:
            now = self.told.clock.stamp().boot_ms
            assert overlay.ends_boot_ms - now <= 40 * HOUR


TestSessionsAtRandom = Sessions.TestCase
TestSessionsAtRandom.settings = settings(
    max_examples=120, stateful_step_count=25, deadline=None
)
