"""What is listened to for the sake of sessions, and what they do to the desktop."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeClock, FakeSource
from tests.unplug.engine.sessions.test_unplugging import (
    HOUR,
    MIN,
    FakeStage,
    S,
    evening,
)
from unplug.engine.sessions.door import DeviceFree
from unplug.engine.sessions.news import (
    SessionBegan,
    SessionFelt,
    SessionNews,
    SessionOver,
)
from unplug.engine.snapshot import Snapshot
from unplug.errors import UnplugError
from unplug.sensing.choosing import Choice
from unplug.sensing.facts import Active, Fact, Focus, Idle, Observed, Occupied
from unplug.sensing.reasons import Reason
from unplug.sensing.source import SensingOptions, Signal
from unplug.sessions.states import Running, Settling
from unplug.settings import Sessions
from unplug.store.database import Database
from unplug.usage.states import State


class House:
    """Sessions on a desktop whose every source says what a test wants."""

    def __init__(self, folder: Path, chosen: Sessions | None = None) -> None:
        self.clock = FakeClock()
        self.database = Database(folder, self.clock)
        self.opened: dict[tuple[Signal, int], FakeSource] = {}
        self.first: defaultdict[Signal, list[Fact]] = defaultdict(list)
        self.stage = FakeStage()
        self.news: list[SessionNews] = []
        self.door = DeviceFree(
            clock=self.clock,
            database=lambda: self.database,
            stage=self.stage,
            offline=lambda _on: None,
            choose=self._choose,
            chosen=chosen,
        )
        self.door.observers.append(self.news.append)
        self.door.look()

    def _choose(self, signal: Signal, options: SensingOptions) -> Choice:
        source = FakeSource(*self.first[signal])
        self.opened[signal, options.idle_after_ms] = source
        return Choice(signal, (source,), ())

    def listens(self) -> set[Signal]:
        watched = self.door.sources()
        return {signal for (signal, _), s in self.opened.items() if s in watched}

    def says(self, signal: Signal, *facts: Fact, after_ms: int = 120_000) -> None:
        source = self.opened[signal, after_ms]
        source.mouth += facts
        self.door.ready(source)
        self.door.look()

    def sees(self, *facts: Fact) -> None:
        for fact in facts:
            self.door.observe(Observed(self.clock.stamp(), fact))
        self.door.look()

    def lives(self, ms: int) -> "House":
        end_ms = self.clock.stamp().mono_ms + ms
        while (left_ms := end_ms - self.clock.stamp().mono_ms) > 0:
            wait_ms = self.door.next_deadline_ms()
            self.clock.advance(left_ms if wait_ms is None else min(wait_ms, left_ms))
            self.door.look()
        return self

    @property
    def state(self) -> str | None:
        session = self.door.unplugging.session()
        return None if session is None else session.state

    @property
    def why(self) -> tuple[str, ...]:
        session = self.door.unplugging.session()
        return () if session is None else session.why


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path / "data")
    yield made
    made.database.close()


def planned(house: House) -> House:
    house.door.unplugging.put_plans([evening()])
    house.door.look()
    return house


OCCUPYING = {
    Signal.CAMERA,
    Signal.MICROPHONE,
    Signal.SHARING,
    Signal.QUIET,
    Signal.PRESENTING,
}


def test_nobody_listens_before_there_is_a_plan_or_a_session(house: House) -> None:
    house.lives(HOUR)
    assert house.opened == {}
    assert house.door.sources() == ()


def test_a_plan_makes_us_listen_and_its_removal_lets_us_stop(house: House) -> None:
    planned(house)
    assert house.listens() == OCCUPYING
    house.door.unplugging.drop_plan("Evening@unplug")
    house.door.look()
    assert house.listens() == set()
    assert all(source.closed for source in house.opened.values())


def test_a_choice_about_something_else_opens_nothing_anew(house: House) -> None:
    before = dict(planned(house).opened)
    house.door.choose(Sessions())
    assert house.opened == before
    assert not any(source.closed for source in before.values())
    house.door.choose(Sessions(wait_for_camera=False))
    assert house.listens() == OCCUPYING - {Signal.CAMERA}


def test_only_what_the_user_wants_to_wait_for_is_listened_to(tmp_path: Path) -> None:
    chosen = Sessions(
        wait_for_camera=False, wait_while_sharing=False, wait_on_battery=True
    )
    house = planned(House(tmp_path / "data", chosen))
    wanted = {Signal.MICROPHONE, Signal.QUIET, Signal.PRESENTING, Signal.POWER}
    assert house.listens() == wanted
    house.database.close()


def test_what_holds_when_the_plan_is_made_holds_back_its_session(house: House) -> None:
    house.first[Signal.CAMERA] = [Occupied(Reason.CAMERA, held=True, by="meet")]
    planned(house).lives(18 * HOUR + 10 * MIN)
    assert (house.state, house.why) == ("waiting", ("camera",))
    house.says(Signal.CAMERA, Occupied(Reason.CAMERA, held=False, by="meet"))
    house.lives(3 * MIN)
    assert house.state == "running"


def test_a_source_that_is_lost_holds_nothing_back_any_more(house: House) -> None:
    planned(house).lives(18 * HOUR - 2 * MIN)
    house.says(Signal.MICROPHONE, Occupied(Reason.CALL, held=True, by="jitsi"))
    house.lives(5 * MIN)
    assert (house.state, house.why) == ("waiting", ("call",))
    house.opened[Signal.MICROPHONE, 120_000].lost = True
    house.says(Signal.MICROPHONE)
    house.lives(4 * MIN)
    assert house.state == "running"


def test_what_is_not_listened_to_any_more_holds_nothing_back(house: House) -> None:
    planned(house).lives(18 * HOUR - 2 * MIN)
    house.says(Signal.CAMERA, Occupied(Reason.CAMERA, held=True, by="meet"))
    house.lives(5 * MIN)
    assert house.why == ("camera",)
    house.door.choose(Sessions(wait_for_camera=False))
    house.lives(4 * MIN)
    assert house.state == "running"


def test_an_app_of_the_users_own_choice_holds_a_session_back(tmp_path: Path) -> None:
    house = planned(House(tmp_path / "data", Sessions(wait_for_apps=("Ardour",))))
    house.lives(18 * HOUR - MIN)
    house.sees(Focus("ardour"))
    house.lives(5 * MIN)
    assert (house.state, house.why) == ("waiting", ("app",))
    house.sees(Focus("editor"))
    house.lives(3 * MIN)
    assert house.state == "running"
    house.database.close()


def test_the_overlay_comes_at_the_next_pause_of_typing(house: House) -> None:
    planned(house).lives(18 * HOUR)
    assert house.state == "due"
    assert Signal.IDLE in house.listens()
    house.lives(20 * S)
    house.says(Signal.IDLE, Idle(3_000), after_ms=3_000)
    assert house.state == "running"
    assert house.opened[Signal.IDLE, 3_000].closed


def test_somebody_who_pauses_already_is_not_kept_waiting(house: House) -> None:
    house.first[Signal.IDLE] = [Idle(10_000)]
    planned(house).lives(18 * HOUR + S)
    assert house.state == "running"


def test_without_any_pause_it_comes_two_minutes_later(house: House) -> None:
    house.first[Signal.IDLE] = [Active()]
    planned(house).lives(18 * HOUR + 2 * MIN - S)
    assert isinstance(house.door.unplugging.state.phase, Settling)
    house.lives(S)
    assert isinstance(house.door.unplugging.state.phase, Running)


def test_input_in_a_gentle_session_is_remarked_upon_once_it_goes_on(
    house: House,
) -> None:
    remarks: list[int] = []
    house.stage.remark_input = lambda: remarks.append(1)  # type: ignore[method-assign]
    house.first[Signal.IDLE] = [Active()]
    house.door.wish("UnplugNow", 60 * MIN)
    house.lives(MIN)
    assert remarks == []
    house.lives(2 * MIN)
    assert len(remarks) == 1
    house.lives(8 * MIN)
    assert len(remarks) == 1
    house.lives(3 * MIN)
    assert len(remarks) == 2


def test_coming_back_in_a_session_is_remarked_upon(house: House) -> None:
    remarks: list[int] = []
    house.stage.remark_input = lambda: remarks.append(1)  # type: ignore[method-assign]
    house.first[Signal.IDLE] = [Idle(60_000)]
    house.door.wish("UnplugNow", 60 * MIN)
    house.lives(20 * MIN)
    assert remarks == []
    house.says(Signal.IDLE, Active(), after_ms=60_000)
    assert len(remarks) == 1


def test_nothing_is_watched_after_the_session(house: House) -> None:
    house.door.wish("UnplugNow", 5 * MIN)
    assert house.listens() == {*OCCUPYING, Signal.IDLE}
    house.lives(6 * MIN)
    house.door.wish("Felt", None)
    assert house.listens() == set()


def test_a_session_on_the_spot_goes_by_the_settings(tmp_path: Path) -> None:
    house = House(tmp_path / "data", Sessions(do_not_disturb=False, pause_media=True))
    house.door.wish("UnplugNow", 5 * MIN)
    phase = house.door.unplugging.state.phase
    assert isinstance(phase, Running)
    assert not phase.session.terms.do_not_disturb
    assert phase.session.terms.pause_media
    house.database.close()


def test_other_settings_leave_a_running_session_as_it_was_agreed(house: House) -> None:
    house.door.unplugging.put_plans([evening()])
    house.lives(19 * HOUR)
    house.door.choose(Sessions(exits_a_week=9, do_not_disturb=False))
    state = house.door.unplugging.state
    assert isinstance(state.phase, Running)
    assert state.phase.session.terms.do_not_disturb
    assert state.rules.exits_a_week == 3
    house.lives(3 * HOUR)
    state = house.door.unplugging.state
    assert state.rules.exits_a_week == 9
    assert not state.upcoming[0].terms.do_not_disturb


WINDOW = datetime.fromisoformat("2026-01-01T15:00+00:00")


def test_another_area_plans_a_time_and_hears_how_it_went(house: House) -> None:
    house.door.add_window(
        "trip-1",
        WINDOW,
        WINDOW + timedelta(hours=1),
        "Hut weekend",
        "walking",
        person="anna",
        strictness="promise",
        shared=True,
    )
    house.lives(15 * HOUR + 3 * MIN)
    session = house.door.unplugging.session()
    assert session is not None
    assert (session.state, session.title) == ("running", "Hut weekend")
    assert session.strictness == "promise"
    house.lives(HOUR)
    began, over = house.news
    assert began == SessionBegan(began.session, ("trip-1",), "anna")
    assert isinstance(over, SessionOver)
    assert (over.plans, over.outcome, over.person) == (("trip-1",), "kept", "anna")
    assert over.shared
    assert over.start == WINDOW
    house.sees(Active())
    house.door.wish("Felt", 5)
    assert house.news[-1] == SessionFelt(over.session, 5)


def test_a_time_that_is_planned_again_moves(house: House) -> None:
    for hours in (0, 2):
        start = WINDOW + timedelta(hours=hours)
        end = start + timedelta(hours=1)
        house.door.add_window("trip-1", start, end, "Hut weekend")
    coming = house.door.unplugging.coming()
    assert coming is not None
    assert coming.start == WINDOW + timedelta(hours=2)
    house.door.remove_window("trip-1")
    house.door.remove_window("trip-1")
    assert house.door.unplugging.coming() is None


def test_a_time_that_ends_before_it_starts_is_refused(house: House) -> None:
    with pytest.raises(UnplugError, match="let it end after it starts"):
        house.door.add_window("x", WINDOW, WINDOW, "Nothing")


def test_a_skip_that_is_undone_takes_back_what_was_told(house: House) -> None:
    planned(house).lives(18 * HOUR - 2 * MIN)
    house.door.wish("Skip")
    house.door.wish("UndoSkip")
    over, back = house.news
    assert isinstance(over, SessionOver)
    assert over.outcome == "skipped"
    assert back.session == over.session


def test_reminders_that_are_paused_are_shown_so_until_they_are_not(
    house: House,
) -> None:
    shown = Snapshot(house.clock.stamp().utc, State.ACTIVE)
    house.door.wish("PauseReminders", HOUR)
    until = house.door.shown_in(shown).reminders_paused_until
    assert until == house.clock.stamp().utc + timedelta(hours=1)
    house.lives(HOUR)
    assert house.door.shown_in(shown).reminders_paused_until is None


def test_a_clock_that_is_set_is_noticed_with_the_next_look(house: House) -> None:
    planned(house).lives(HOUR)
    house.clock.step(17 * HOUR - 2 * MIN)
    house.door.look()
    assert house.state == "announced"
    house.clock.step(-2 * HOUR)
    house.door.look()
    assert house.state is None


def test_a_sleep_that_nobody_tells_of_is_noticed_with_the_next_look(
    house: House,
) -> None:
    planned(house).lives(17 * HOUR)
    house.clock.sleep(HOUR + 30 * MIN)
    house.door.look()
    assert house.state == "offered"


def test_nothing_is_done_for_clocks_that_run_together(house: House) -> None:
    planned(house).lives(HOUR)
    told = house.door.unplugging.state.at
    house.clock.advance(999)
    house.door.look()
    assert house.door.unplugging.state.at == told
