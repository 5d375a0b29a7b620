"""A random life with sessions: an engine without a desktop, and what must stay true."""

import json
import random
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from unplug.clock import Stamp, to_ms
from unplug.sessions import effects as e
from unplug.sessions import events as ev
from unplug.sessions.appointments import Appointment, Interval
from unplug.sessions.deadlines import next_change_ms
from unplug.sessions.machine import (
    Step,
    asked_from_ms,
    initial,
    resume,
    step,
)
from unplug.sessions.plan import Strictness
from unplug.sessions.rules import PAUSE_MAX_MS
from unplug.sessions.saving import from_json, to_json
from unplug.sessions.states import Deferred, Running, SessionState, reasons
from unplug.sessions.terms import USUAL_REASONS, Reason, Terms
from unplug.sessions.views import view

S = 1_000
MIN = 60 * S
HOUR = 60 * MIN
DAY = 24 * HOUR
ZONES = ("UTC", "Europe/Madrid", "America/New_York", "Asia/Kathmandu", "Asia/Tokyo")
# Around the nights on which clocks change in Madrid and New York.
STARTS = ("2027-03-26", "2027-03-12", "2027-10-29", "2027-11-05", "2027-06-11")
WISHES = (ev.Begin, ev.UnplugNow, ev.EndEarly, ev.NeedComputer)


@cache
def instant(day: int, minute: int, zone: str) -> int:
    """When a local time of a date (days since 1970) really is."""
    naive = datetime.combine(date(1970, 1, 1) + timedelta(day), time())
    local = (naive + timedelta(minutes=minute)).replace(tzinfo=ZoneInfo(zone))
    return to_ms(local.astimezone(UTC))


class Plan:
    """Every day at a time, for so long."""

    def __init__(self, rng: random.Random, name: str) -> None:
        self.name = name
        self.minute = 15 * rng.randrange(96)
        self.length_ms = rng.choice((10, 15, 30, 90, 240, 600)) * MIN
        self.terms = Terms(
            strictness=rng.choice(list(Strictness)),
            deferring=rng.choice((USUAL_REASONS, frozenset(Reason) - {Reason.PAUSED})),
            keeps_end=self.length_ms > HOUR,
            share=rng.random() < 0.3,
        )

    def between(self, since_ms: int, until_ms: int, zone: str) -> list[Appointment]:
        found = []
        for day in range(since_ms // DAY - 2, until_ms // DAY + 2):
            start_ms = instant(day, self.minute, zone)
            if start_ms <= until_ms and start_ms + self.length_ms > since_ms:
                end_ms = start_ms + self.length_ms
                found.append(
                    Appointment(self.name, str(day), start_ms, end_ms, self.terms)
                )
        return found


class Life:
    """One sequence of what can happen to a session, and what was wrong with it.

    Args:
        seed: the same life each time.
        short: a few events and one plan, for many more lives in the same time.
    """

    def __init__(self, seed: int, *, short: bool = False) -> None:
        self.short = short
        self.rng = rng = random.Random(seed)
        self.zone = rng.choice(ZONES)
        start = datetime.fromisoformat(rng.choice(STARTS)).replace(tzinfo=UTC)
        boot = rng.randrange(DAY)
        self.now = Stamp(to_ms(start) + rng.randrange(3 * DAY), boot, boot)
        most = 2 if short else 4
        self.plans = [Plan(rng, f"p{n}") for n in range(rng.randrange(1, most))]
        self.intervals = (
            (Interval("use", 50 * MIN, 10 * MIN, 10 * MIN),)
            if rng.random() < 0.4
            else ()
        )
        self.state: SessionState = initial()
        self.stored = self.state
        self.stored_records: dict[str, e.RecordHistory] = {}
        self.alive = self.now
        self.overlay = self.strip = False
        self.quiet = self.moved_zone = False
        self.told: dict[str, Appointment] = {}
        self.ran: dict[str, str] = {}
        self.last_start: int | None = None
        self.refresh_boot = 0
        self.steps = self.starts = self.exits = 0
        self.worst_exit_ms = 0
        self.wrong: list[str] = []
        self.ask_plans()

    # The engine

    def tell(self, event: ev.Event, *, came_back: bool = False) -> None:
        self.take(step(self.state, event, self.now))
        if isinstance(event, ev.PlansKnown):
            self.stored = self.state
        asked = isinstance(event, WISHES)
        self.check_start(asked=asked, came_back=came_back)

    def take(self, stepped: Step) -> None:
        self.state, said = stepped
        self.steps += 1
        self.said = said
        if said:
            self.stored = self.state
        for effect in said:
            match effect:
                case e.RecordHistory(record):
                    self.stored_records[record.id] = effect
                case e.RetractHistory(session_id):
                    self.stored_records.pop(session_id, None)
                case e.ShowOverlay() | e.UpdateOverlay():
                    self.overlay = True
                case e.HideOverlay():
                    self.overlay = False
                case e.ShowStrip() | e.UpdateStrip():
                    self.strip = True
                case e.HideStrip():
                    self.strip = False
                case e.DoNotDisturb(on):
                    self.quiet = on
        self.alive = self.now
        self.check_state()

    def ask_plans(self) -> None:
        since_ms = asked_from_ms(self.state, self.now)
        until_ms = self.now.wall_ms + 2 * DAY
        found = [
            a for p in self.plans for a in p.between(since_ms, until_ms, self.zone)
        ]
        known = {a.key: a for a in found}
        self.told = {
            key: a
            for key, a in self.told.items()
            if key in known or a.end_ms <= self.now.wall_ms
        }
        self.told |= known
        self.refresh_boot = self.now.boot_ms + 12 * HOUR
        self.tell(ev.PlansKnown(tuple(found), self.intervals))

    def restart(self, *, forget: bool) -> None:
        """The program dies, or is quit; it comes up from what was stored."""
        self.overlay = self.strip = False
        stored = json.dumps(to_json(self.stored if forget else self.state))
        state = from_json(json.loads(stored))
        self.take(resume(state, self.now, alive=self.alive))
        self.check_start(asked=False, came_back=False)
        self.ask_plans()

    # What happens

    def live(self) -> None:
        """Let things happen, and then time pass until everything is over."""
        few, many = (2, 7) if self.short else (3, 12)
        for _ in range(self.rng.randrange(few, many)):
            self.happen()
            self.check_way_out()
        for reason in Reason:
            self.tell(ev.Held(reason, on=False))
        for absence in ev.Absence:
            self.tell(ev.Back(absence), came_back=True)
        self.pass_time(DAY if self.short else 2 * DAY)
        self.check_end()

    def happen(self) -> None:
        rng = self.rng
        kind = rng.randrange(20)
        if kind < 6:
            self.pass_time(rng.choice((S, 30 * S, 5 * MIN, HOUR, 9 * HOUR)))
        elif kind < 8:
            self.sleep(rng.choice((2 * S, 5 * MIN, HOUR, 9 * HOUR, 30 * HOUR)))
        elif kind < 9:
            jump = rng.choice((-DAY, -3 * HOUR, -10 * MIN, 10 * MIN, 3 * HOUR, DAY))
            self.set_clock(jump + rng.randrange(-MIN, MIN))
        elif kind < 10:
            self.zone = rng.choice(ZONES)
            self.moved_zone = True
            self.ask_plans()
        elif kind < 12:
            self.die()
        elif kind < 14:
            self.tell(ev.Held(rng.choice(list(USUAL_REASONS)), on=rng.random() < 0.6))
        elif kind < 16:
            self.come_and_go()
        else:
            self.wish()

    def pass_time(self, ms: int) -> None:
        """Time passes, awake, with ticks when they are wanted."""
        until = self.now.boot_ms + ms
        while True:
            wait = next_change_ms(self.state)
            if wait is not None and wait <= 0:
                self.wrong.append("it never rests")
                return
            told = self.state.at or self.now
            due = until if wait is None else told.boot_ms + wait
            due = min(due, max(self.refresh_boot, self.now.boot_ms))
            if due > until:
                break
            self.go_to(due)
            if due >= self.refresh_boot:
                self.ask_plans()
            elif due == until and (wait is None or told.boot_ms + wait > until):
                break
            else:
                self.tell(ev.Tick())
            if isinstance(self.state.phase, Deferred):
                self.check_deferral()
        self.go_to(until)
        self.alive = self.now

    def go_to(self, boot_ms: int) -> None:
        ms = max(0, boot_ms - self.now.boot_ms)
        now = self.now
        self.now = Stamp(now.wall_ms + ms, now.mono_ms + ms, now.boot_ms + ms)

    def sleep(self, ms: int) -> None:
        announced = self.rng.random() < 0.5
        if announced:
            self.tell(ev.Away(ev.Absence.ASLEEP))
        now = self.now
        self.now = Stamp(now.wall_ms + ms, now.mono_ms, now.boot_ms + ms)
        if announced:
            self.tell(ev.Back(ev.Absence.ASLEEP), came_back=True)
        else:
            if self.rng.random() < 0.5:  # nobody says so: the next timer is up to 30 s
                self.go_to(self.now.boot_ms + self.rng.randrange(30 * S))
            self.tell(ev.Tick(), came_back=True)
        self.ask_plans()

    def set_clock(self, ms: int) -> None:
        now = self.now
        self.now = Stamp(now.wall_ms + ms, now.mono_ms, now.boot_ms)
        self.ask_plans()

    def die(self) -> None:
        kind = self.rng.randrange(3)
        if kind == 0:  # quit and started again
            self.tell(ev.Tick())
            self.restart(forget=False)
        elif kind == 1:  # killed, and started again after a while
            self.go_to(self.now.boot_ms + self.rng.choice((S, MIN, 3 * HOUR)))
            self.restart(forget=True)
        else:  # a power cut
            off = self.rng.choice((MIN, 20 * MIN, 9 * HOUR))
            wall = self.now.wall_ms + off + 20 * S
            self.now = Stamp(wall, 20 * S, 20 * S)
            self.refresh_boot, self.last_start = 0, None
            self.restart(forget=True)

    def come_and_go(self) -> None:
        absence = self.rng.choice((ev.Absence.IDLE, ev.Absence.LOCKED))
        self.tell(ev.Away(absence, 2 * MIN if absence is ev.Absence.IDLE else 0))
        self.pass_time(self.rng.choice((10 * S, 10 * MIN, 5 * HOUR)))
        self.tell(ev.Back(absence), came_back=True)

    def wish(self) -> None:
        rng = self.rng
        wishes: tuple[ev.Event, ...] = (
            ev.Postpone(),
            ev.Skip(),
            ev.UndoSkip(),
            ev.Begin(),
            ev.AfterThisCall(),
            ev.InputPaused(5 * S),
            ev.Input(),
            ev.EndEarly("enough"),
            ev.PauseReminders(rng.choice((HOUR, 30 * DAY))),
            ev.ResumeReminders(),
            ev.UnplugNow(for_ms=rng.choice((15, 60)) * MIN),
            ev.Felt(3),
        )
        self.tell(rng.choice(wishes))

    # What must be true

    def check_state(self) -> None:
        seen = view(self.state)
        if (seen.overlay is not None, seen.strip is not None) != (
            self.overlay,
            self.strip,
        ):
            self.wrong.append("what shows is not what should")
        if self.quiet != seen.do_not_disturb:
            self.wrong.append("do-not-disturb left on, or off")
        phase = self.state.phase
        if isinstance(phase, Running) and phase.ends_boot_ms <= self.now.boot_ms:
            self.wrong.append("an overlay for a time that has passed")
        paused = self.state.paused_boot_ms
        if paused is not None and not 0 < paused - self.now.boot_ms <= PAUSE_MAX_MS:
            self.wrong.append("a pause without an end")
        if isinstance(phase, Running):
            for key in phase.session.keys:
                if self.ran.setdefault(key, phase.session.id) != phase.session.id:
                    self.wrong.append(f"doubled: {key}")

    def check_start(self, *, asked: bool, came_back: bool) -> None:
        started = sum(
            isinstance(x, e.Announce) and x.moment is e.Moment.START for x in self.said
        )
        if not started:
            return
        self.starts += 1
        phase = self.state.phase
        if asked or not isinstance(phase, Running):
            return
        session = phase.session
        if came_back:
            self.wrong.append("coming back started a session")
        if reasons(self.state, session.terms):
            self.wrong.append("interrupted")
        by_hour = all(p.terms.keeps_end for p in session.parts)
        if by_hour and session.end_ms <= self.now.wall_ms:
            self.wrong.append("an overlay for a time that has passed")
        burst = self.last_start is not None and (
            abs(self.now.boot_ms - self.last_start) < MIN
        )
        if started > 1 or burst:
            self.wrong.append("a burst")
        self.last_start = self.now.boot_ms

    def check_deferral(self) -> None:
        session = self.state.session
        if session is None or session.waiting_boot_ms is None:
            return
        waited = self.now.boot_ms - session.waiting_boot_ms
        if waited > max(3 * HOUR, session.meant_ms):
            self.wrong.append("a deferral without an end")

    def check_way_out(self) -> None:
        """Wherever an overlay shows, there is a way out; the life itself goes on."""
        if not self.overlay:
            return
        self.exits += 1
        state, now, took = self.state, self.now, 0
        for event in (ev.NeedComputer(), ev.Tick(), ev.Tick()):
            state, _ = step(state, event, now)
            if view(state).overlay is None:
                break
            wait = next_change_ms(state) or 0
            took += wait
            now = Stamp(now.wall_ms + wait, now.mono_ms + wait, now.boot_ms + wait)
        else:
            took = DAY
        self.worst_exit_ms = max(self.worst_exit_ms, took)
        if took > 15 * S:
            self.wrong.append("no way out")

    def check_end(self) -> None:
        recorded: list[str] = []
        for effect in self.stored_records.values():
            recorded += [f"{p.plan}@{p.nominal}" for p in effect.record.parts]
        by_hour = [key for key in recorded if not key.startswith("use@")]
        if len(set(by_hour)) != len(by_hour):
            self.wrong.append("doubled in the history")
        open_keys = {a.key for a in self.state.upcoming}
        if self.state.session is not None:
            open_keys |= self.state.session.keys
        over = {
            key for key, a in self.told.items() if a.end_ms <= self.now.wall_ms - MIN
        }
        if not self.moved_zone and (lost := over - open_keys - set(recorded)):
            self.wrong.append(f"lost: {sorted(lost)}")
        if self.state.paused_boot_ms is not None:
            self.wrong.append("a pause that did not end")
