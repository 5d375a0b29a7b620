import contextlib
import random
import shutil
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.unplug.store.making import (
    DAY_MS,
    HOUR_MS,
    MINUTE_MS,
    NEW_YEAR,
    NOON_MS,
    a_database,
    a_store,
    all_rows,
    kept_ms,
    minutes,
)
from unplug.people.checkins import CheckIn, CheckInKind, Logged
from unplug.people.contact import Contact
from unplug.store.backup import Backups
from unplug.store.files import DataFiles
from unplug.store.migrations import PAGE_SIZE
from unplug.store.pages import Value, cells
from unplug.store.people.changing import Changes
from unplug.store.people.store import PeopleStore
from unplug.store.recovery import finish
from unplug.store.salvage import _recognise, readable_rows
from unplug.usage.states import ScreenSpan, State

MET, TODAY = CheckInKind.IN_PERSON, date(2026, 11, 27)
DAYS = 12
A_DAY = 100


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> DataFiles:
    """A closed database of twelve days."""
    files = DataFiles(tmp_path_factory.mktemp("sound"))
    rng = random.Random(7)
    with a_store(files.folder) as store:
        for day in range(DAYS):
            first = NOON_MS + day * DAY_MS
            store.append(
                [
                    ScreenSpan(
                        first + number * MINUTE_MS,
                        rng.randint(1, MINUTE_MS),
                        rng.choice(list(State)),
                        rng.choice((None, "editor", "browser", "mail")),
                        rng.choice((None, f"title {number}")),
                        4,
                    )
                    for number in range(A_DAY)
                ],
                day + 1,
            )
    return files


def copied(sound: DataFiles, folder: Path) -> DataFiles:
    shutil.copytree(sound.folder, folder, dirs_exist_ok=True)
    return DataFiles(folder)


def spans_of(path: Path) -> set[tuple[Value, ...]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        sql = "SELECT start_ms, dur_ms FROM span"
        return set(connection.execute(sql).fetchall())


def test_every_row_of_a_sound_database_can_be_read_without_sqlite(
    sound: DataFiles,
) -> None:
    found: dict[str, set[tuple[object, ...]]] = {}
    for table, row in readable_rows(sound.database, sound.log):
        found.setdefault(table, set()).add(row)
    with contextlib.closing(sqlite3.connect(sound.database)) as connection:
        for table in ("span", "name", "day", "meta"):
            assert found[table] == set(all_rows(connection, table))


def test_rows_that_are_only_in_the_log_can_be_read_as_well(tmp_path: Path) -> None:
    with a_store(tmp_path) as store:
        store.append(minutes(700), 1)
        store.append(minutes(5, NOON_MS + DAY_MS, app="in-the-log"), 2)
        files = store._database.files
        rows = list(readable_rows(files.database, files.log))
        assert {row for table, row in rows if table == "span"} == set(
            all_rows(store._connection, "span")
        )
        assert ("meta", ("commit_id", 2)) in rows
        assert any(row[1] == "in-the-log" for table, row in rows if table == "name")


def test_random_damage_never_stops_the_start_and_costs_only_what_it_hit(
    sound: DataFiles, tmp_path: Path
) -> None:
    rng = random.Random(20_261_121)
    repaired = 0
    for number in range(60):
        files = copied(sound, tmp_path / str(number))
        data = bytearray(files.database.read_bytes())
        hit = set()
        for _ in range(rng.randint(1, 6)):
            at = rng.randrange(len(data))
            if rng.random() < 0.2:  # the header; not where the schema's number is
                at = rng.choice([*range(60), *range(64, 200)])
            length = min(rng.choice((1, 4, 100, 3_000)), len(data) - at)
            length = 1 if at < 60 else length
            data[at : at + length] = rng.randbytes(length)
            hit |= set(range(at // PAGE_SIZE, (at + length) // PAGE_SIZE + 1))
        files.database.write_bytes(data)
        with a_store(files.folder) as store:
            notices = store._database.notices
            if notices:
                repaired += 1
                kept = list(files.folder.glob("unplug.db.damaged-*[0-9x]"))
                assert [path.read_bytes() for path in kept] == [bytes(data)]
                assert kept[0].name in notices[0]
            assert store.append(minutes(1, NOON_MS * 2 + number), 10**6)
            store.rebuild()
            assert list(store.spans(0, NOON_MS * 3))
            assert store.by_app(0, 99_999)
        assert not whole_pages(sound.database, hit) - spans_of(files.database)
        shutil.rmtree(files.folder)
    assert repaired > 30


def whole_pages(database: Path, hit: set[int]) -> set[tuple[Value, ...]]:
    """The spans in the pages that were not hit."""
    data = database.read_bytes()
    numbers = set(range(len(data) // PAGE_SIZE)) - hit
    pages = [data[number * PAGE_SIZE :][:PAGE_SIZE] for number in numbers]
    known = [_recognise(cell) for page in pages for cell in cells(page)]
    return {row[1][:2] for row in known if row is not None and row[0] == "span"}


def test_what_is_below_a_damaged_inner_page_is_kept(
    sound: DataFiles, tmp_path: Path
) -> None:
    files = copied(sound, tmp_path / "data")
    data = bytearray(files.database.read_bytes())
    inner = [at for at in range(0, len(data), PAGE_SIZE) if data[at] in (0x05, 0x02)]
    assert inner
    for at in inner:
        data[at : at + PAGE_SIZE] = bytes(PAGE_SIZE)
    data[:100] = bytes(100)  # the file does not even say what it is
    files.database.write_bytes(data)
    a_database(files.folder).close()
    assert spans_of(files.database) == spans_of(sound.database)
    with a_store(files.folder) as store:
        assert store.last_commit_id == DAYS
        with a_store(sound.folder) as original:
            assert store.database_id == original.database_id
            for first in range(NEW_YEAR, NEW_YEAR + DAYS):
                assert store.by_state(first, first) == original.by_state(first, first)


def damage_some_spans(files: DataFiles) -> None:
    """Overwrite one page of spans, wherever this schema has it."""
    data = bytearray(files.database.read_bytes())
    leaves = [at for at in range(0, len(data), PAGE_SIZE) if data[at] == 0x0D]
    at = [at for at in leaves if holds_spans(bytes(data[at : at + PAGE_SIZE]))][2]
    data[at : at + PAGE_SIZE] = b"\xff" * PAGE_SIZE
    files.database.write_bytes(data)


def test_totals_outlive_the_spans_they_were_made_of(
    sound: DataFiles, tmp_path: Path
) -> None:
    files = copied(sound, tmp_path / "data")
    with a_store(sound.folder) as original:
        before = all_rows(original._connection, "day")
    data = bytearray(files.database.read_bytes())
    leaves = [at for at in range(0, len(data), PAGE_SIZE) if data[at] == 0x0D]
    victims = [at for at in leaves if holds_spans(bytes(data[at : at + PAGE_SIZE]))][
        3:9
    ]
    for at in victims:
        data[at : at + PAGE_SIZE] = bytes(PAGE_SIZE)
    files.database.write_bytes(data)
    with a_store(files.folder) as store:
        assert store._database.notices
        assert all_rows(store._connection, "day") == before
        store.rebuild()
        assert all_rows(store._connection, "day") == before
        late = NOON_MS + 3 * DAY_MS + HOUR_MS
        store.append([ScreenSpan(late, 10, State.ACTIVE, "editor", None, 4)], 99)
        store.rebuild()
        total = sum(row[3] for row in all_rows(store._connection, "day"))
        assert total == sum(row[3] for row in before) + 10


def holds_spans(page: bytes) -> bool:
    return any(len(cell.values) == 6 for cell in cells(page))


@pytest.mark.parametrize("length", [0, 1, 99, 100, PAGE_SIZE - 1, 5 * PAGE_SIZE + 7])
def test_a_truncated_database_is_recovered(
    sound: DataFiles, tmp_path: Path, length: int
) -> None:
    files = copied(sound, tmp_path / "data")
    files.database.write_bytes(files.database.read_bytes()[:length])
    with a_store(files.folder) as store:
        assert store.append(minutes(1), 10**6)
        assert bool(store._database.notices) == (length > 0)


@pytest.mark.parametrize("content", [b"not a database at all\n" * 500, bytes(10_000)])
def test_what_is_no_database_is_set_aside(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "unplug.db").write_bytes(content)
    with a_store(tmp_path) as store:
        assert "0 stretches of time could be read" in store._database.notices[0]
        assert store.append(minutes(1), 1)
    [kept] = tmp_path.glob("unplug.db.damaged-*")
    assert kept.read_bytes() == content


def backed_up(files: DataFiles, now: datetime) -> None:
    done = Backups(files).start(now).result()
    assert done.error is None


def test_what_the_file_lost_comes_from_the_newest_backup(
    sound: DataFiles, tmp_path: Path
) -> None:
    files = copied(sound, tmp_path / "data")
    with a_store(files.folder) as store:
        backed_up(files, datetime(2026, 1, 20, tzinfo=UTC))
        store.append(minutes(50, NOON_MS + 20 * DAY_MS, app="newer"), 500)
    data = bytearray(files.database.read_bytes())
    for at in range(4 * PAGE_SIZE, len(data) - 6 * PAGE_SIZE, PAGE_SIZE):
        data[at : at + PAGE_SIZE] = b"\xff" * PAGE_SIZE
    files.database.write_bytes(data)
    with a_store(files.folder) as store:
        assert spans_of(sound.database) <= spans_of(files.database)
        assert store.last_commit_id == 500
        assert store.by_state(NEW_YEAR, NEW_YEAR + DAYS)[State.ACTIVE] > 0
        apps = {total.app for total in store.by_app(NEW_YEAR, NEW_YEAR + DAYS)}
        assert apps == {None, "editor", "browser", "mail"}


def test_an_emptied_database_comes_back_from_the_backup(
    sound: DataFiles, tmp_path: Path
) -> None:
    files = copied(sound, tmp_path / "data")
    with a_store(files.folder):
        backed_up(files, datetime(2026, 1, 20, tzinfo=UTC))
    files.database.write_bytes(b"")
    with a_store(files.folder) as store:
        assert store._database.notices
        assert spans_of(sound.database) == spans_of(files.database)


def test_a_backup_of_another_database_gives_nothing(
    sound: DataFiles, tmp_path: Path
) -> None:
    files, other = copied(sound, tmp_path / "a"), DataFiles(tmp_path / "b")
    with a_store(other.folder) as store:
        store.append(minutes(9, app="foreign"), 1)
        backed_up(other, datetime(2026, 1, 20, tzinfo=UTC))
    shutil.copytree(other.backups, files.backups)
    damage_some_spans(files)
    with a_store(files.folder) as store:
        assert store._database.notices
        assert spans_of(files.database) < spans_of(sound.database)


def test_a_crash_in_the_middle_of_the_exchange_is_made_up_for(
    sound: DataFiles, tmp_path: Path
) -> None:
    wanted = kept_ms(sound.folder)
    for stopped_after in range(3):
        files = copied(sound, tmp_path / str(stopped_after))
        shutil.copy(files.database, files.recovered)
        files.stamp.write_text("20260101-120000")
        if stopped_after == 0:
            files.database.write_bytes(b"damaged")
        if stopped_after == 1:
            files.database.unlink()
        if stopped_after == 2:
            files.database.unlink()
            files.stamp.unlink()
        a_database(files.folder).close()
        assert kept_ms(files.folder) == wanted
        assert not files.recovered.exists()
        assert not files.stamp.exists()


def test_a_half_built_recovery_is_started_afresh(
    sound: DataFiles, tmp_path: Path
) -> None:
    files = copied(sound, tmp_path / "data")
    files.recovering.write_bytes(b"half")
    damage_some_spans(files)
    a_database(files.folder).close()
    assert not files.recovering.exists()
    assert kept_ms(files.folder) > 0


def test_finishing_names_what_is_kept(sound: DataFiles, tmp_path: Path) -> None:
    files = copied(sound, tmp_path / "data")
    shutil.copy(files.database, files.recovered)
    files.stamp.write_text("20260101-120000")
    files.log.write_bytes(b"log")
    assert finish(files) == "unplug.db.damaged-20260101-120000"
    kept = files.folder / "unplug.db.damaged-20260101-120000-wal"
    assert kept.read_bytes() == b"log"


def test_names_that_are_lost_get_a_name_that_says_so(tmp_path: Path) -> None:
    files = DataFiles(tmp_path)
    with a_store(tmp_path) as store:
        store.append(minutes(600, app="my-editor"), 1)
    whole = files.database.read_bytes()
    data = bytearray(whole.replace(b"my-editor", b"\xff\xff\xffeditor"))
    data[-PAGE_SIZE:] = b"\xff" * PAGE_SIZE
    files.database.write_bytes(data)
    with a_store(tmp_path) as store:
        assert {span.app for span in store.spans(0, NOON_MS * 2)} == {"lost-app-1"}


def test_people_and_check_ins_outlive_a_damaged_page_elsewhere(tmp_path: Path) -> None:
    files = DataFiles(tmp_path)
    people = [Contact(uid=f"u{n}", full_name=f"Person {n} " * 30) for n in range(200)]
    with a_store(tmp_path) as store:
        store.append(minutes(600), 1)
        kept = PeopleStore(store._database)
        kept.change(Changes(kind="import", put=people))
        kept.log(Logged("1", CheckIn(kind=MET, people=frozenset({"u7"}), on=TODAY)))
    damage_some_spans(files)
    with a_store(tmp_path) as store:
        assert store._database.notices
        kept = PeopleStore(store._database)
        assert {c.uid: c for c in kept.contacts()} == {c.uid: c for c in people}
        assert kept.check_ins("u7")[0].check_in.on == TODAY
        person = kept.known_as("u7")
        assert person is not None
        assert person.last_met == TODAY
        assert kept.batches()[0].people == 200
