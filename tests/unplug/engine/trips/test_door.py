from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.fakes import FakeClock
from tests.unplug.engine.trip_house import DAY_MS, HOUR_MS, House, close, group, meet
from unplug import settings
from unplug.clock import boot_id
from unplug.engine.trips.access import request
from unplug.engine.trips.door import Trips
from unplug.engine.working import Worker
from unplug.errors import UnplugError
from unplug.sensing.facts import Active, Sleep, Wake
from unplug.store.database import Database
from unplug.trips.group_clock import Anchor

MIN_MS = 60_000


@contextmanager
def houses(home: Path, *names: str) -> Iterator[list[House]]:
    found = group(home, *names)
    try:
        yield found
    finally:
        close(found)


@contextmanager
def alone(home: Path) -> Iterator[House]:
    house = House(home / "Ana")
    house.asks("create", name="By the lake", **{"as": "Ana"})
    try:
        yield house
    finally:
        house.close()


def test_without_a_trip_nothing_is_loaded_and_nothing_is_due(tmp_path: Path) -> None:
    clock = FakeClock()
    database = Database(tmp_path, clock)
    trips = Trips(
        folder=tmp_path, clock=clock, database=lambda: database, worker=Worker()
    )
    trips.look()
    assert trips._travelling is None
    assert trips.next_deadline_ms() is None
    assert not trips.wanted
    database.close()


def test_at_the_instant_a_session_runs_without_any_network(tmp_path: Path) -> None:
    with alone(tmp_path) as house:
        start = house.clock.stamp().wall_ms + 3 * HOUR_MS + 123
        house.locks(start)
        house.says(Active())
        house.lives(4 * HOUR_MS)
        assert house.began_ms() == [start]
        session = house.sessions.unplugging.session()
        assert session is not None
        assert (session.state, session.title) == ("running", "By the lake")
        house.lives(2 * DAY_MS)
        assert house.offline[-1][1] is False
        assert [o.outcome for o in house.over] == ["kept"]
        [went] = house.trips.travelling.open().form.went
        assert went.kept_ms == pytest.approx(2 * DAY_MS, abs=2_000)


def test_the_window_begins_by_the_groups_clock_where_enough_peers_were_heard(
    tmp_path: Path,
) -> None:
    with alone(tmp_path) as house:
        trip, now = house.trips.travelling.open(), house.clock.stamp()
        ahead = 7 * MIN_MS + 250
        anchor = Anchor(boot_id(), now.boot_ms, now.wall_ms + ahead, ahead, 3)
        trip.form = replace(trip.form, anchor=anchor)
        start = now.wall_ms + 3 * HOUR_MS
        house.locks(start)
        house.says(Active())
        house.lives(HOUR_MS)
        house.clock.step(-5 * HOUR_MS)  # whatever becomes of the wall clock
        house.lives(3 * HOUR_MS)
        [began] = house.began_ms()
        assert began + 5 * HOUR_MS == start - ahead
        [notice] = house.trips.travelling.standing.notices()
        assert "this computer's clock is 420 s behind the group's" in notice


def test_whoever_sleeps_through_the_start_has_unplugged_already(tmp_path: Path) -> None:
    with alone(tmp_path) as house:
        house.locks(house.clock.stamp().wall_ms + 3 * HOUR_MS, 2 * HOUR_MS)
        house.lives(HOUR_MS)
        house.says(Sleep())
        house.clock.sleep(8 * HOUR_MS)
        house.says(Wake(), Active())
        house.lives(HOUR_MS)
        assert [o.outcome for o in house.over] == ["kept away"]


def test_an_app_that_was_off_at_the_start_goes_on_from_there(tmp_path: Path) -> None:
    house = House(tmp_path / "Ana")
    house.asks("create", name="By the lake", **{"as": "Ana"})
    house.locks(house.clock.stamp().wall_ms + 3 * HOUR_MS)
    house.close()
    house.clock.advance(4 * HOUR_MS)
    house = House(house.folder, house.clock)
    house.says(Active())
    session = house.sessions.unplugging.session()
    assert session is not None
    assert session.state in {"offered", "running", "due", "announced"}
    house.close()


def test_a_restart_of_the_app_loses_no_window(tmp_path: Path) -> None:
    house = House(tmp_path / "Ana")
    house.asks("create", name="By the lake", **{"as": "Ana"})
    start = house.clock.stamp().wall_ms + 3 * HOUR_MS
    house.locks(start)
    for _ in range(3):
        house.lives(40 * MIN_MS)
        house = house.restarts()
        house.says(Active())
    house.lives(2 * HOUR_MS)
    assert house.began_ms() == [start]
    house.close()


def test_declining_leaves_the_screen_alone(tmp_path: Path) -> None:
    with alone(tmp_path) as house:
        house.locks(house.clock.stamp().wall_ms + 3 * HOUR_MS)
        house.lives(HOUR_MS)
        house.asks("answer", say="no")
        house.says(Active())
        house.lives(5 * HOUR_MS)
        assert house.began_ms() == []


def test_a_new_revision_takes_the_place_of_the_old_window(tmp_path: Path) -> None:
    with alone(tmp_path) as house:
        now = house.clock.stamp().wall_ms
        house.locks(now + 3 * HOUR_MS)
        house.locks(now + 5 * HOUR_MS)
        house.says(Active())
        house.lives(7 * HOUR_MS)
        assert house.began_ms() == [now + 5 * HOUR_MS]


def test_a_promise_is_told_as_far_as_one_consents(tmp_path: Path) -> None:
    with houses(tmp_path, "Ana", "Bea") as (ana, bea):
        ana.locks(ana.clock.stamp().wall_ms + 3 * HOUR_MS)
        meet(tmp_path / "shared", ana, bea)
        for house, tier in ((ana, "bucket"), (bea, "answer_only")):
            house.asks("share", tier=tier)
            house.asks("answer", say="yes", strictness="promise")
            house.says(Active())
            house.lives(3 * DAY_MS)
        plan = ana.trips.travelling.open().state.plans[-1]
        me = ana.trips.travelling.open().me
        assert me is not None
        [said] = plan.outcomes.values()
        assert (set(plan.outcomes), said.kept, said.bucket) == ({me.id}, 2, 4)
        assert not bea.trips.travelling.open().state.plans[-1].outcomes


def test_a_group_meets_beside_the_loop_and_everybody_holds_the_plan(
    tmp_path: Path,
) -> None:
    with houses(tmp_path, "Ana", "Bea", "Cleo") as (ana, bea, cleo):
        ana.locks(ana.clock.stamp().wall_ms + 3 * HOUR_MS)
        meet(tmp_path / "shared", ana, bea, cleo)
        told = [house.asks("show") for house in (ana, bea, cleo)]
        assert len({t["digest"] for t in told}) == 1
        assert all(t["receipts"] == {"ready": 3, "members": 3} for t in told)


def test_what_was_written_goes_out_by_itself_and_a_failure_waits_longer_each_time(
    tmp_path: Path,
) -> None:
    with houses(tmp_path, "Ana", "Bea") as (ana, bea):
        ana.asks("list-change", how="add", text="a map")
        ana.lives(5_000)
        ana.works()
        bea.asks("sync")
        bea.works()
        assert [i["text"] for i in bea.asks("show")["items"]] == ["a map"]
        (tmp_path / "shared").rename(tmp_path / "away")
        ana.asks("list-change", how="add", text="a rope")
        waits = []
        for _ in range(5):
            ana.lives(3 * HOUR_MS // 2 if waits else 5_000)
            ana.works()
            [way] = ana.asks("show")["ways"]
            waits.append(way["failures"])
        assert "check that it is there" in way["error"]
        assert way["last_succeeded"] is not None
        assert waits[0] == 1
        assert waits[-1] >= 5
        assert "(last succeeded: " in ana.trips.travelling.standing.notices()[0]
        (tmp_path / "away").rename(tmp_path / "shared")
        meet(tmp_path / "shared", ana, bea)
        assert ana.trips.travelling.standing.notices() == ()


def test_thirty_days_after_nothing_is_left(tmp_path: Path) -> None:
    with alone(tmp_path) as house:
        house.locks(house.clock.stamp().wall_ms + 3 * HOUR_MS)
        house.lives(33 * DAY_MS)
        assert house.asks("list")["trips"] == []
        assert list((house.folder / "keys").iterdir()) == []
        count = "SELECT count(*) FROM trip_envelope"
        assert house.database.connection.execute(count).fetchone() == (0,)


def test_an_act_that_cannot_be_kept_was_not_done(tmp_path: Path) -> None:
    with alone(tmp_path) as house:
        with house.database.writing() as connection:
            connection.execute(
                "CREATE TRIGGER full BEFORE INSERT ON trip_envelope"
                " BEGIN SELECT RAISE(ABORT, 'full'); END"
            )
        before = house.asks("show")["digest"]
        with pytest.raises(UnplugError):
            house.asks("list-change", how="add", text="a map")
        assert house.asks("show")["digest"] == before
        house.database.connection.execute("DROP TRIGGER full")
        house.asks("list-change", how="add", text="a map")
        assert len(house.asks("show")["items"]) == 1


def test_a_restored_backup_goes_on_as_a_device_of_its_own_and_the_fork_is_shown(
    tmp_path: Path,
) -> None:
    with houses(tmp_path, "Ana", "Bea") as (ana, bea):
        kept = (bea.database.files.database).with_name("kept.db")
        bea.database.connection.execute(f"VACUUM INTO '{kept}'")
        bea.asks("list-change", how="add", text="written before the restore")
        meet(tmp_path / "shared", ana, bea)
        bea.close()
        for path in bea.folder.glob("unplug.db*"):
            path.unlink()
        kept.replace(bea.database.files.database)
        again = House(bea.folder, bea.clock)
        again.asks("list-change", how="add", text="written after it, unaware")
        meet(tmp_path / "shared", ana, again)
        again.asks("list-change", how="add", text="and aware")
        meet(tmp_path / "shared", ana, again)
        shown = ana.asks("show")
        assert len(shown["items"]) == 3
        assert [f["member"] for f in shown["forks"]] == ["Bea"]
        assert shown["digest"] == again.asks("show")["digest"]
        assert len(again.trips.travelling.open().replica.ring.former) == 1
        again.close()


def test_thirty_days_after_a_trip_is_gone_for_commands_without_the_app_too(
    tmp_path: Path,
) -> None:
    clock = FakeClock(zone="Europe/Madrid")

    def asks(what: str, **asked: object) -> Any:  # noqa: ANN401  (JSON)
        return request(tmp_path, clock, {"do": f"trip.{what}", **asked})

    settings.change(tmp_path / settings.FILE_NAME, "trips.keyring", value=False)
    asks("create", name="By the lake", **{"as": "Ana"})
    start_ms = clock.stamp().wall_ms + DAY_MS
    window = {"start_ms": start_ms, "end_ms": start_ms + DAY_MS}
    asks("propose", zone="Europe/Madrid", **window)
    asks("lock", n=1)
    clock.advance(31 * DAY_MS)
    assert len(asks("list")["trips"]) == 1
    clock.advance(2 * DAY_MS)
    assert asks("list")["trips"] == []
    assert not list((tmp_path / "keys").iterdir())
