"""Erasing everything: no byte of what was recorded is left in the folder."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.fakes import FakeClock
from tests.unplug.engine.life import MIN, Life, S, kept, life
from unplug.engine.erasing import erase_everything
from unplug.engine.housekeeping import FIRST_LOOK_MS, Housekeeping
from unplug.engine.screen_time.books import Books
from unplug.paths import REPORT_NAME
from unplug.sensing.facts import Focus
from unplug.settings import History
from unplug.store.backup import Backups

APP = "org.example.Secret"


def traces(folder: Path) -> list[str]:
    """The files that still hold the app's name."""
    return sorted(
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and APP.encode() in path.read_bytes()
    )


def a_past(folder: Path) -> Life:
    """A run that has left its traces everywhere they can be."""
    run = Life(folder).says(Focus(APP)).lives(6 * MIN).says(Focus("editor"))
    run.lives(6 * MIN).says(Focus(APP)).lives(5 * S)
    assert run.books.database is not None
    backups = Backups(run.books.database.files)
    assert backups.start(run.clock.stamp().utc).result().error is None
    for name in ("unplug.db.damaged-20260101-000000", REPORT_NAME, "unplug.tail.other"):
        (folder / name).write_text(f"a trace of {APP}")
    assert len(traces(folder)) >= 5
    return run


def test_nothing_is_left_while_the_app_runs(tmp_path: Path) -> None:
    run = a_past(tmp_path / "data")
    assert run.answers({"do": "erase"}) == {"erased": True}
    assert traces(tmp_path / "data") == []
    run.says(Focus("editor")).lives(MIN)
    run.close()
    assert sum(kept(tmp_path / "data").values()) == MIN
    assert traces(tmp_path / "data") == []


def test_nothing_is_left_while_no_app_runs(tmp_path: Path) -> None:
    a_past(tmp_path / "data").close()
    erase_everything(tmp_path / "data", FakeClock())
    assert traces(tmp_path / "data") == []
    assert sum(kept(tmp_path / "data").values()) == 0
    with life(tmp_path / "data") as again:
        again.lives(MIN)


def test_what_a_kill_left_is_erased_too(tmp_path: Path) -> None:
    run = a_past(tmp_path / "data").says(Focus(APP)).lives(S)
    dead = run.killed()
    dead.close()
    run.close()
    erase_everything(dead.folder, FakeClock())
    assert traces(dead.folder) == []


def test_a_backup_in_the_making_does_not_outlive_what_it_copies(
    tmp_path: Path,
) -> None:
    from unplug.engine.app import App  # noqa: PLC0415

    folder = tmp_path / "data"
    a_past(folder).close()
    for path in (folder / "backups").iterdir():
        path.unlink()
    clock = FakeClock()
    app = App(folder, clock)
    app._house.look(clock.stamp())
    app._house.look(clock.advance(FIRST_LOOK_MS))
    assert app._house.source is not None
    app.erase_everything()
    assert app._house.source is None
    assert traces(folder) == []
    app.close()


def test_damage_found_by_the_daily_copy_is_repaired_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    run = a_past(folder)
    run.close()
    for path in (folder / "backups").iterdir():
        path.unlink()
    clock = FakeClock()
    books = Books(folder, clock, 240)
    with closing(sqlite3.connect(folder / "unplug.db")) as odd:
        odd.execute("UPDATE span SET state = 99")
        odd.commit()
    house = Housekeeping(books, History())
    house.look(clock.stamp())
    house.look(clock.advance(FIRST_LOOK_MS))
    assert house.source is not None
    house.ended()
    assert any("repaired" in notice for notice in books.notices)
    books.close()
