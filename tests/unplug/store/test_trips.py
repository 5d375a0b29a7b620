import sqlite3
from pathlib import Path

import pytest

from tests.unplug.store.making import a_database
from unplug.store.trips import StoredWay, TripNews, TripStore
from unplug.store.trouble import StorageTroubleError
from unplug.store.wanted import trips_wanted_in

A, B, LETTER = b"\x01" * 256, b"\x02" * 65_536, b"\x03" * 512


def test_a_trip_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    database = a_database(tmp_path)
    store = TripStore(database)
    assert not trips_wanted_in(database)
    store.keep("aa", TripNews({"name": "By the lake · 湖"}, [A, B], [LETTER]))
    store.keep("bb", TripNews({}, [A]))
    store.keep_way("aa", StoredWay("folder", "/shared", [None, 1, 2, "full"]))
    database.close()
    database = a_database(tmp_path)
    store = TripStore(database)
    assert trips_wanted_in(database)
    assert [t.id for t in store.trips()] == ["aa", "bb"]
    assert store.trips()[0].form == {"name": "By the lake · 湖"}
    assert store.envelopes("aa") == (A, B)
    assert store.envelopes("aa", letters=True) == (LETTER,)
    assert store.ways("aa") == (("folder", "/shared", [None, 1, 2, "full"]),)
    assert store.envelopes("bb") == (A,)
    database.close()


def test_an_envelope_is_kept_once_and_letters_are_those_of_the_last_time(
    tmp_path: Path,
) -> None:
    database = a_database(tmp_path)
    store = TripStore(database)
    store.keep("aa", TripNews({}, [A], [LETTER]))
    store.keep("aa", TripNews({}, [A, B], [b"\x04" * 256]))
    assert store.envelopes("aa") == (A, B)
    assert store.envelopes("aa", letters=True) == (b"\x04" * 256,)
    store.keep("aa", TripNews({}))
    assert store.envelopes("aa", letters=True) == ()
    database.close()


def test_a_trip_that_is_dropped_is_gone_with_all_of_it(tmp_path: Path) -> None:
    database = a_database(tmp_path)
    store = TripStore(database)
    for trip in ("aa", "bb"):
        store.keep(trip, TripNews({}, [A], [LETTER]))
        store.keep_way(trip, StoredWay("folder", "/shared", []))
    store.drop("aa")
    assert [t.id for t in store.trips()] == ["bb"]
    for table in ("trip_envelope", "trip_way"):
        sql = f"SELECT DISTINCT trip FROM {table}"
        assert database.connection.execute(sql).fetchall() == [("bb",)]
    store.drop_way("bb", "folder", "/shared")
    assert store.ways("bb") == ()
    database.close()


def test_what_is_no_json_is_none_and_all_else_stays(tmp_path: Path) -> None:
    database = a_database(tmp_path)
    store = TripStore(database)
    store.keep("aa", TripNews({}))
    with database.writing() as connection:
        connection.execute("UPDATE trip SET form = '{'")
    assert store.trips() == (("aa", None),)
    database.close()


def test_nothing_is_kept_where_one_part_cannot_be(tmp_path: Path) -> None:
    database = a_database(tmp_path)
    store = TripStore(database)
    store.keep("aa", TripNews({"n": 1}, [A]))
    with database.writing() as connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON trip_envelope"
            " BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
    with pytest.raises(StorageTroubleError):
        store.keep("aa", TripNews({"n": 2}, [B]))
    assert store.trips()[0].form == {"n": 1}
    database.close()


def test_trips_survive_a_damaged_database(tmp_path: Path) -> None:
    database = a_database(tmp_path)
    store = TripStore(database)
    store.keep("aa", TripNews({"name": "By the lake"}, [A, B], [LETTER]))
    store.keep_way("aa", StoredWay("folder", "/shared", []))
    files = database.files
    database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    with sqlite3.connect(files.database) as connection:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = 'span'"
        root = connection.execute(sql).fetchone()[0]
    connection.close()
    data = bytearray(files.database.read_bytes())
    data[(root - 1) * 2048 : root * 2048] = b"\xff" * 2048
    files.database.write_bytes(data)
    database = a_database(tmp_path, thorough=True)
    assert "damaged" in database.notices[0]
    store = TripStore(database)
    assert store.trips() == (("aa", {"name": "By the lake"}),)
    assert set(store.envelopes("aa")) == {A, B}
    assert store.envelopes("aa", letters=True) == (LETTER,)
    assert store.ways("aa") == (("folder", "/shared", []),)
    database.close()
