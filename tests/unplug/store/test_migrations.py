import contextlib
import sqlite3
from pathlib import Path

import pytest

from tests.unplug.store.making import NEW_YEAR, NOON_MS, a_database, a_store
from unplug.errors import UnplugError
from unplug.sessions.forms import from_form
from unplug.sessions.history import Outcome
from unplug.sessions.saving import from_json
from unplug.store import migrations
from unplug.store.digests import DigestStore
from unplug.store.moods import MoodStore
from unplug.store.reading import reading
from unplug.store.sessions import SessionStore
from unplug.store.suggestions import SuggestionStore
from unplug.suggest import asking_json
from unplug.usage.states import State

FIXTURES = Path(__file__).parent / "schemas"


def from_dump(folder: Path, version: int) -> Path:
    """A database as an unplug with an old schema left it."""
    path = folder / "unplug.db"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript((FIXTURES / f"{version}.sql").read_text("utf-8"))
    return path


def shape(path: Path) -> list[tuple[str, ...]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        sql = "SELECT type, name, tbl_name, sql FROM sqlite_master"
        return sorted(connection.execute(sql).fetchall(), key=repr)


def applied(path: Path) -> list[tuple[str, str]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        sql = "SELECT migration_set, name FROM _sqlite_migrations ORDER BY id"
        return connection.execute(sql).fetchall()


def test_a_new_database_is_the_one_that_all_migrations_lead_to(tmp_path: Path) -> None:
    a_database(tmp_path).close()
    migrated = tmp_path / "migrated.db"
    migrations.apply(migrated)
    assert shape(tmp_path / "unplug.db") == shape(migrated)
    assert applied(tmp_path / "unplug.db") == applied(migrated)
    with contextlib.closing(sqlite3.connect(migrated)) as connection:
        assert migrations.version_of(connection) == migrations.CURRENT


def test_the_child_process_does_the_same_and_leaves_a_copy_of_before(
    tmp_path: Path,
) -> None:
    a_database(tmp_path).close()
    old = tmp_path / "old.db"
    old.touch()
    kept = migrations.upgrade(old, 0)
    assert kept.name == "old.db.schema-0"
    assert kept.exists()
    assert shape(old) == shape(tmp_path / "unplug.db")


def test_a_migration_that_fails_changes_nothing_and_says_why(tmp_path: Path) -> None:
    stranger = tmp_path / "old.db"
    with contextlib.closing(sqlite3.connect(stranger)) as connection:
        connection.execute("CREATE TABLE span (something)")
    before = shape(stranger)
    with pytest.raises(UnplugError, match="table span already exists"):
        migrations.upgrade(stranger, 0)
    assert [row for row in shape(stranger) if "_migrations" not in row[2]] == before


def test_each_schema_up_to_the_current_one_has_its_dump(tmp_path: Path) -> None:
    dumps = {path.stem for path in FIXTURES.glob("*.sql")}
    assert dumps == {str(number) for number in range(1, migrations.CURRENT + 1)}
    for number in range(1, migrations.CURRENT + 1):
        folder = tmp_path / str(number)
        folder.mkdir()
        from_dump(folder, number)
        with a_store(folder) as store:
            assert store.last_commit_id == 2
            assert [span.app for span in store.spans(0, NOON_MS * 2)] == [
                "org.mozilla.firefox",
                None,
                "org.gnome.TextEditor",
            ]
            assert store.by_state(NEW_YEAR, NEW_YEAR)[State.ACTIVE] == 90_000
        assert shape(folder / "unplug.db") == shape_of_new(folder / "new")


def shape_of_new(folder: Path) -> list[tuple[str, ...]]:
    a_database(folder).close()
    return shape(folder / "unplug.db")


def test_an_older_database_is_moved_on_at_the_next_start_and_kept(
    tmp_path: Path,
) -> None:
    from_dump(tmp_path, 1)
    with pytest.raises(UnplugError, match="from an older unplug"):
        reading(tmp_path).__enter__()
    database = a_database(tmp_path)
    assert migrations.version_of(database.connection) == migrations.CURRENT
    assert database.connection.execute("SELECT count(*) FROM plan").fetchone() == (0,)
    assert "kept as unplug.db.schema-1" in database.notices[0]
    database.close()
    with contextlib.closing(sqlite3.connect(tmp_path / "unplug.db.schema-1")) as kept:
        assert migrations.version_of(kept) == 1
        assert kept.execute("SELECT count(*) FROM span").fetchone() == (3,)


def test_plans_and_sessions_of_schema_2_are_read(tmp_path: Path) -> None:
    from_dump(tmp_path, 2)
    database = a_database(tmp_path)
    store = SessionStore(database)
    [plan] = [from_form(stored.kind, stored.form) for stored in store.plans()]
    assert plan.name == "Evening"
    [past] = store.history(9)
    assert (past.record.outcome, past.felt, past.note) == (Outcome.KEPT, 4, "a walk")
    assert from_json(store.state()).upcoming[0].plan == plan.uid
    database.close()


def test_suggestions_of_schema_5_are_read_and_what_was_said_is_obeyed(
    tmp_path: Path,
) -> None:
    from_dump(tmp_path, 5)
    database = a_database(tmp_path)
    store = SuggestionStore(database)
    [made] = store.since(0)
    assert (made.person, made.answer, made.activity) == (
        "jose@example.org",
        "planned",
        "walk",
    )
    asking = asking_json.loads(store.said("asking") or "")
    assert (asking.fewer, [plan.key for plan in asking.plans]) == (1, [made.key])
    assert store.said("welcome") == '["Mon-Fri 18:00-20:00"]'
    database.close()


def test_a_newer_database_is_refused_naming_both_versions_and_stays(
    tmp_path: Path,
) -> None:
    a_database(tmp_path).close()
    with contextlib.closing(sqlite3.connect(tmp_path / "unplug.db")) as connection:
        connection.execute(f"PRAGMA user_version = {migrations.CURRENT + 3}")
    known = f"has schema {migrations.CURRENT + 3}, .* up to {migrations.CURRENT}:"
    with pytest.raises(UnplugError, match=known):
        a_database(tmp_path)
    with pytest.raises(UnplugError, match=known):
        reading(tmp_path).__enter__()
    data = bytearray((tmp_path / "unplug.db").read_bytes())
    data[2048:] = bytes(len(data) - 2048)
    (tmp_path / "unplug.db").write_bytes(data)
    with pytest.raises(UnplugError, match=known):
        a_database(tmp_path)
    assert (tmp_path / "unplug.db").read_bytes() == data


def test_digests_and_moods_of_schema_6_are_read(tmp_path: Path) -> None:
    from_dump(tmp_path, 6)
    database = a_database(tmp_path)
    [digest] = DigestStore(database).digests(NEW_YEAR, NEW_YEAR)
    assert (digest.screen_ms, digest.switches) == (90_000, 1)
    assert digest.led_to == {("org.mozilla.firefox", "org.gnome.TextEditor"): 1}
    [mood] = MoodStore(database).moods(0, 2 * NOON_MS)
    assert (mood.mark, mood.word, mood.offset_q) == (4, "rested", 4)
    database.close()
