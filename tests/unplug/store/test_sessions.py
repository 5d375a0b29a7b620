from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from tests.unplug.store.making import a_database
from unplug.errors import UnplugError
from unplug.sessions.forms import AnyPlan, from_form, kind_of, to_form
from unplug.sessions.history import Outcome, Part, Record
from unplug.sessions.lasting import Lasting, Until
from unplug.sessions.machine import initial
from unplug.sessions.plan import Pause, Plan, Strictness
from unplug.sessions.rhythms import IntervalPlan, ScreenHours, WindDown
from unplug.sessions.rule import Rule
from unplug.sessions.saving import from_json, to_json
from unplug.store.sessions import Felt, Kept, SessionStore, StoredPlan
from unplug.store.wanted import sessions_wanted_in

PLANS: tuple[AnyPlan, ...] = (
    Plan(
        uid="weekend@unplug",
        name="Wochenende · 週末",
        first=datetime.fromisoformat("2026-01-02T18:00"),
        lasting=Until(days=2, at=time(12)),
        rule=Rule.read("FREQ=WEEKLY;BYDAY=FR;COUNT=40"),
        zone="Europe/Madrid",
        left_out=frozenset(
            {date(2026, 1, 9), datetime.fromisoformat("2026-01-16T18:00")}
        ),
        extra=(datetime.fromisoformat("2026-01-10T09:00"),),
        holidays_of="DE-BY",
        pauses=(Pause(date(2026, 7, 1), date(2026, 7, 31)),),
        strictness=Strictness.PROMISE,
        sequence=3,
        kept=("X-OTHER:1", "CATEGORIES:Rest"),
    ),
    Plan(
        uid="once@unplug",
        name="Once",
        first=datetime.fromisoformat("2026-01-02T18:00"),
        lasting=Lasting(days=1, rest=timedelta(hours=18)),
    ),
    IntervalPlan(
        uid="use@unplug",
        name="Eyes",
        use=timedelta(minutes=50),
        off=timedelta(minutes=10),
        long_every=3,
        long_off=timedelta(minutes=20),
    ),
    WindDown(uid="w@unplug", name="Evening", starts=time(21, 30), bed=time(23)),
    ScreenHours(
        uid="h@unplug",
        name="Nights",
        first=time(8),
        last=time(0, 30),
        weekdays=frozenset({0, 4}),
    ),
)
RECORD = Record(
    id="weekend@unplug@2026-01-02",
    outcome=Outcome.MOVED,
    parts=(Part("weekend@unplug", "2026-01-02"), Part("once@unplug", "2026-01-02")),
    start_ms=1_767_376_800_000,
    meant_ms=3_600_000,
    began_ms=1_767_377_100_000,
    kept_ms=3_600_000,
    moved_ms=300_000,
    why="call",
    title="Weekend",
    person="ana",
)


@contextmanager
def a_session_store(folder: Path) -> Iterator[SessionStore]:
    database = a_database(folder)
    try:
        yield SessionStore(database)
    finally:
        database.close()


def stored(plan: AnyPlan) -> StoredPlan:
    return StoredPlan(plan.uid, kind_of(plan), to_form(plan))


def kept(*news: Record | str | Felt, rests: bool = False) -> Kept:
    return Kept(to_json(initial()), rests, news)


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.uid)
def test_a_plan_comes_back_as_it_was(tmp_path: Path, plan: AnyPlan) -> None:
    with a_session_store(tmp_path) as store:
        store.put_plans([stored(plan)])
    with a_session_store(tmp_path) as store:
        [found] = store.plans()
    assert from_form(found.kind, found.form) == plan


def test_plans_stay_in_order_and_a_changed_one_keeps_its_place(tmp_path: Path) -> None:
    with a_session_store(tmp_path) as store:
        store.put_plans(map(stored, PLANS))
        changed = replace(PLANS[0], name="Later")
        store.put_plans([stored(changed)])
        store.drop_plan("once@unplug")
        names = [from_form(p.kind, p.form).name for p in store.plans()]
    assert names == ["Later", "Eyes", "Evening", "Nights"]


@pytest.mark.parametrize("form", [None, {}, [], {"name": "Evening"}, {"name": 7}])
@pytest.mark.parametrize("kind", ["calendar", "interval", "of another unplug"])
def test_a_damaged_plan_is_one_sentence(kind: str, form: object) -> None:
    with pytest.raises(UnplugError, match="cannot read a stored plan"):
        from_form(kind, form)


def test_how_a_session_went_comes_back_and_knows_what_is_done(tmp_path: Path) -> None:
    with a_session_store(tmp_path) as store:
        store.keep(kept(RECORD))
        store.keep(kept(Felt(RECORD.id, 5, "the sea")))
        [past] = store.history(10)
        assert past.record == replace(RECORD, parts=())
        assert (past.felt, past.note) == (5, "the sea")
        assert store.done("2026-01-01") == {
            "weekend@unplug@2026-01-02",
            "once@unplug@2026-01-02",
        }
        assert store.done("2026-01-03") == frozenset()


def test_a_record_that_is_told_anew_replaces_and_keeps_how_it_felt(
    tmp_path: Path,
) -> None:
    with a_session_store(tmp_path) as store:
        store.keep(kept(RECORD, Felt(RECORD.id, 4)))
        store.keep(kept(replace(RECORD, kept_ms=1, parts=RECORD.parts[:1])))
        [past] = store.history(10)
        assert (past.record.kept_ms, past.felt) == (1, 4)
        assert store.done("2026") == {"weekend@unplug@2026-01-02"}


def test_a_retracted_record_is_gone_with_what_it_had_done(tmp_path: Path) -> None:
    with a_session_store(tmp_path) as store:
        store.keep(kept(RECORD))
        store.keep(kept(RECORD.id))
        assert store.history(10) == ()
        assert store.done("2026") == frozenset()


def test_state_and_records_are_kept_together_or_not_at_all(tmp_path: Path) -> None:
    with a_session_store(tmp_path) as store:
        store.keep(kept(rests=True))
        impossible = replace(RECORD, start_ms=1 << 70)
        with pytest.raises(OverflowError):
            store.keep(kept(RECORD, impossible))
        assert store.history(10) == ()
        assert not sessions_wanted_in(store._database)


def test_only_a_plan_or_something_that_goes_on_wants_the_machine(
    tmp_path: Path,
) -> None:
    with a_session_store(tmp_path) as store:
        assert not sessions_wanted_in(store._database)
        store.keep(kept(rests=False))
        assert sessions_wanted_in(store._database)
        store.keep(kept(rests=True))
        assert not sessions_wanted_in(store._database)
        store.put_plans([stored(PLANS[1])])
        assert sessions_wanted_in(store._database)
        assert from_json(store.state()) == initial()


def test_a_state_that_is_no_json_is_none(tmp_path: Path) -> None:
    database = a_database(tmp_path)
    with database.writing() as connection:
        connection.execute("INSERT INTO session_state VALUES (0, 0, '{')")
        connection.execute("INSERT INTO plan VALUES ('u', 'calendar', '[')")
    store = SessionStore(database)
    assert store.state() is None
    assert store.plans() == (StoredPlan("u", "calendar", None),)
    database.close()


def test_plans_and_history_survive_damage_of_the_file(tmp_path: Path) -> None:
    with a_session_store(tmp_path) as store:
        store.put_plans(map(stored, PLANS))
        store.keep(kept(RECORD, Felt(RECORD.id, 3)))
        before = store.plans(), store.history(9), store.done("2026"), store.state()
    path = tmp_path / "unplug.db"
    data = bytearray(path.read_bytes())
    data[24:28] = bytes(4)
    data[36:44] = b"\xff" * 8  # the list of free pages is rubbish
    path.write_bytes(data)
    database = a_database(tmp_path, thorough=True)
    store = SessionStore(database)
    after = store.plans(), store.history(9), store.done("2026"), store.state()
    assert database.notices
    assert after == before
    database.close()
