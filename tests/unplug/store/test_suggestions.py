from pathlib import Path

import pytest

from tests.unplug.store.making import NOON_MS, a_database
from unplug.errors import UnplugError
from unplug.store.database import Database
from unplug.store.reading import reading
from unplug.store.suggestions import Suggested, SuggestionReader, SuggestionStore

WALK = Suggested(
    key="1",
    person="ana",
    at_ms=NOON_MS,
    activity="walk",
    way="meet",
    slot_start_ms=NOON_MS + 3_600_000,
    slot_end_ms=NOON_MS + 7_200_000,
    why="\N{OBJECT REPLACEMENT CHARACTER}: 31 days, every 30.",
)


def kept(folder: Path, *rows: Suggested, **said: str | None) -> Database:
    database = a_database(folder)
    SuggestionStore(database).keep(*rows, **said)
    return database


def test_suggestions_and_what_was_said_are_read_as_they_were_kept(
    tmp_path: Path,
) -> None:
    planned = WALK._replace(
        key="2", answer="planned", plan_start_ms=5, plan_end_ms=9, happened=True
    )
    kept(tmp_path, WALK, planned, asking="{}", welcome='["daily 18:00-20:00"]').close()
    with reading(tmp_path) as connection:
        reader = SuggestionReader(lambda: connection)
        assert reader.since(NOON_MS) == (WALK, planned)
        assert reader.since(NOON_MS + 1) == ()
        assert reader.with_key("2") == planned
        assert reader.with_key("3") is None
        assert reader.said("asking") == "{}"
        assert reader.said("free") is None
        assert reader.database_id == ""


def test_the_same_key_is_the_same_suggestion(tmp_path: Path) -> None:
    database = kept(tmp_path, WALK)
    store = SuggestionStore(database)
    store.keep(WALK._replace(answer="not now"))
    assert [row.answer for row in store.since(0)] == ["not now"]
    database.close()


def test_what_was_said_can_be_taken_back(tmp_path: Path) -> None:
    database = kept(tmp_path, free="[]")
    store = SuggestionStore(database)
    store.keep(free=None)
    assert store.said("free") is None
    database.close()


def test_all_is_kept_or_nothing(tmp_path: Path) -> None:
    database = kept(tmp_path, asking="before")
    store = SuggestionStore(database)
    database.connection.execute("DROP TABLE suggestion")
    with pytest.raises(UnplugError):
        store.keep(WALK, asking="after")
    assert store.said("asking") == "before"
    database.close()


def test_forgetting_somebody_leaves_others(tmp_path: Path) -> None:
    database = kept(tmp_path, WALK, WALK._replace(key="2", person="bo"))
    store = SuggestionStore(database)
    store.forget_person("ana")
    assert [row.person for row in store.since(0)] == ["bo"]
    database.close()


def test_what_was_said_outlives_a_damaged_database(tmp_path: Path) -> None:
    kept(tmp_path, WALK, asking='{"stopped": true}').close()
    path = tmp_path / "unplug.db"
    data = bytearray(path.read_bytes())
    data[100:400] = bytes(300)
    path.write_bytes(data)
    database = a_database(tmp_path)
    store = SuggestionStore(database)
    assert "repaired" in database.notices[0]
    assert store.said("asking") == '{"stopped": true}'
    database.close()
