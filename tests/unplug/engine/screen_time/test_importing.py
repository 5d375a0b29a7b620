"""Taking in another program's time, where nothing of our own is recorded."""

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeClock
from tests.unplug.engine.life import DAY, HOUR, kept, spans
from tests.unplug.usage.activitywatch.exports import away, export, here, window
from unplug.engine.screen_time.importing import import_activitywatch, outside
from unplug.store.database import Database
from unplug.store.usage import UsageStore
from unplug.usage.states import ScreenSpan, State

blocks = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=12)


def span(start: int, dur: int) -> ScreenSpan:
    return ScreenSpan(start, dur, State.ACTIVE, "a")


@given(blocks, blocks)
def test_what_is_outside_is_exactly_the_time_nobody_has(
    given_: list[tuple[int, int]], taken: list[tuple[int, int]]
) -> None:
    given_ = sorted(given_)
    ours = sorted((start, start + dur) for start, dur in taken)
    left = list(outside([span(*each) for each in given_], ours))
    covered = {ms for start, end in ours for ms in range(start, end)}
    wanted = sorted(
        ms
        for start, dur in given_
        for ms in range(start, start + dur)
        if ms not in covered
    )
    assert sorted(ms for s in left for ms in range(s.start_ms, s.end_ms)) == wanted


def old(tmp_path: Path, *, hours: int = 2) -> Path:
    file = tmp_path / "aw.json"
    length = hours * 3600
    file.write_text(
        json.dumps(
            {
                "buckets": export(
                    [
                        window(0, length / 2, "firefox"),
                        window(length / 2, length / 2, "vlc"),
                    ],
                    [here(0, length), away(length, 600)],
                )
            }
        )
    )
    return file


@contextlib.contextmanager
def store(folder: Path) -> Iterator[UsageStore]:
    with contextlib.closing(Database(folder, FakeClock())) as database:
        yield UsageStore(database, 240)


def test_the_same_file_twice_adds_nothing(tmp_path: Path) -> None:
    folder, file = tmp_path / "data", old(tmp_path)
    first = import_activitywatch(folder, file, FakeClock())
    found = kept(folder)
    assert first.spans > 0
    assert found["active", "firefox"] == HOUR
    assert found["active", "vlc"] == HOUR
    again = import_activitywatch(folder, file, FakeClock())
    assert again.spans == 0
    assert kept(folder) == found


def test_what_is_recorded_already_stays(tmp_path: Path) -> None:
    folder, file = tmp_path / "data", old(tmp_path)
    import_activitywatch(tmp_path / "other", file, FakeClock())
    start_ms = spans(tmp_path / "other")[0].start_ms
    with store(folder) as into:
        mine = ScreenSpan(start_ms + HOUR // 2, HOUR, State.ACTIVE, "editor")
        into.append([mine], 1)
    import_activitywatch(folder, file, FakeClock())
    found = kept(folder)
    assert found["active", "editor"] == HOUR
    assert found["active", "firefox"] == found["active", "vlc"] == HOUR // 2


def test_what_was_imported_and_then_retired_does_not_come_back(tmp_path: Path) -> None:
    """Only totals are left of such days: the same file would count twice."""
    folder, file = tmp_path / "data", old(tmp_path)
    import_activitywatch(folder, file, FakeClock())
    with store(folder) as kept_:
        extent = kept_.extent_ms()
        assert extent is not None
        before = kept_.by_app(-10_000, 40_000)
        assert kept_.retire(extent[1] + 3 * DAY) is False
        assert kept_.count_spans() == 0
    assert import_activitywatch(folder, file, FakeClock()).spans == 0
    with store(folder) as kept_:
        assert kept_.by_app(-10_000, 40_000) == before


def test_what_is_older_than_all_that_is_kept_is_taken_in_and_survives_a_rebuild(
    tmp_path: Path,
) -> None:
    folder, file = tmp_path / "data", old(tmp_path)
    import_activitywatch(tmp_path / "other", file, FakeClock())
    start_ms = spans(tmp_path / "other")[0].start_ms
    with store(folder) as into:
        into.append([ScreenSpan(start_ms + 100 * DAY, HOUR, State.ACTIVE, "editor")], 1)
        assert into.retire(start_ms + 50 * DAY) is False
    assert import_activitywatch(folder, file, FakeClock()).spans > 0
    with store(folder) as into:
        before = into.by_app(-10_000, 40_000)
        assert {total.app for total in before} >= {"firefox", "vlc", "editor"}
        into.rebuild()
        assert into.by_app(-10_000, 40_000) == before


def test_the_titles_of_private_windows_are_left_out(tmp_path: Path) -> None:
    folder, file = tmp_path / "data", tmp_path / "aw.json"
    folder.mkdir()
    (folder / "settings.toml").write_text("[tracking]\ntitles = true\n")
    private = "Bank — Mozilla Firefox Private Browsing"
    windows = [window(0, 60, "firefox", private), window(60, 60, "firefox", "News")]
    file.write_text(json.dumps({"buckets": export(windows, [here(0, 120)])}))
    import_activitywatch(folder, file, FakeClock())
    assert [s.title for s in spans(folder)] == [None, "News"]
