from contextlib import closing
from pathlib import Path

from tests.fakes import FakeClock
from unplug.engine.first_run import FirstRun
from unplug.store.database import Database


def test_the_welcome_is_due_until_it_was_seen_and_again_after_an_erase(
    tmp_path: Path,
) -> None:
    with closing(Database(tmp_path, FakeClock())) as database:
        run = FirstRun(lambda: database)
        assert run.due
        run.over()
        assert not FirstRun(lambda: database).due
        database.erase_everything()
        assert run.due


def test_without_a_database_nobody_is_welcomed() -> None:
    run = FirstRun(lambda: None)
    assert not run.due
    run.over()
