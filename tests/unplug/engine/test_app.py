"""The whole app without a face: its socket, and what comes when the disk is back."""

from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.unplug.engine.life import MIN, Life, kept
from tests.unplug.engine.screen_time.test_books import no_file_longer_than
from unplug.engine.app import App
from unplug.engine.control import NotRunningError, ask
from unplug.engine.screen_time.ledger import TRY_AGAIN_MS
from unplug.engine.screen_time.looking import records
from unplug.sensing.facts import Focus


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    return tmp_path / "data"


def test_commands_reach_the_app_once_the_disk_is_back(folder: Path) -> None:
    clock = FakeClock()
    with no_file_longer_than(0):
        app = App(folder, clock)
        app.start()
        assert any("kept in memory" in notice for notice in app.snapshot().notices)
        with pytest.raises(NotRunningError):
            ask(folder, {"do": "status"})
    clock.advance(TRY_AGAIN_MS)
    app.wake()
    assert not any("kept in memory" in notice for notice in app.snapshot().notices)
    with pytest.raises(Exception, match="already records"):
        Life(folder)
    app.close()
    assert sum(kept(folder).values()) == TRY_AGAIN_MS


def test_a_reader_and_a_commit_at_once_count_nothing_twice(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The app answers, then commits, and only then the database is read."""
    from unplug.engine.screen_time import looking  # noqa: PLC0415

    run = Life(folder).lives(MIN).says(Focus("mail"))
    answers, asked = run.answers, 0

    def ask_and_commit(_: Path, request: dict[str, object]) -> dict[str, object]:
        nonlocal asked
        asked += 1
        answer = answers(request)
        if asked <= 2:
            run.lives(5 * MIN)
            run.says(Focus(f"app-{asked}"))
            run.tracker.open_spans()
            run.lives(5 * MIN)
            run.tracker.open_spans()
        return answer

    monkeypatch.setattr(looking, "ask", ask_and_commit)
    with records(folder) as found:
        assert found.stored is not None
        extent = found.stored.extent_ms()
        assert extent is not None
        stored = list(found.stored.spans(extent[0], extent[1] + 1))
        run.lives(5 * MIN)  # whatever is written now is not seen
        total_ms = sum(span.dur_ms for span in (*stored, *found.waiting))
        assert total_ms == sum(
            span.dur_ms for span in (*found.stored.spans(*extent), *found.waiting)
        )
    assert asked == 3
    lived_ms = run.clock.stamp().boot_ms - 1_000_000 - 5 * MIN
    assert total_ms == lived_ms
    run.close()
