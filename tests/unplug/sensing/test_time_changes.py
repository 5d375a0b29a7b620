"""Clock steps through a stand-in, zone changes through a real inotify."""

import os
import select
import shutil
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.fakes import FakeClock
from unplug.sensing.facts import Tick, Zone
from unplug.sensing.kernel_time import TimeChanges, TimerFd, watch_folder
from unplug.sensing.source import (
    SensingOptions,
    SourceLostError,
    SourceUnavailableError,
)
from unplug.sensing.time_changes import open_time


class FakeSteps:
    """A clock that is set when a test says so; a pipe stands in for the timer."""

    def __init__(self) -> None:
        self.out, self._in = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        self.closed = False

    def set_clock(self) -> None:
        os.write(self._in, b"x")

    def fileno(self) -> int:
        return self.out

    def was_set(self) -> bool:
        try:
            return bool(os.read(self.out, 100))
        except BlockingIOError:
            return False

    def close(self) -> None:
        if not self.closed:
            os.close(self.out)
            os.close(self._in)
            self.closed = True


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(zone="Europe/Madrid")


@pytest.fixture
def steps() -> FakeSteps:
    return FakeSteps()


@pytest.fixture
def source(tmp_path: Path, clock: FakeClock, steps: FakeSteps) -> Iterator[TimeChanges]:
    watching = TimeChanges(steps=steps, files=watch_folder(tmp_path), zone=clock.zone)
    yield watching
    watching.close()


def readable(source: TimeChanges) -> bool:
    return bool(select.select([source], [], [], 0)[0])


def replace_localtime(folder: Path) -> None:
    """As timedatectl does: a new link beside it, renamed over the old one."""
    beside = folder / ".#localtime123"
    beside.symlink_to("/usr/share/zoneinfo/somewhere")
    beside.rename(folder / "localtime")


def test_first_dispatch_says_the_zone_and_then_nothing(source: TimeChanges) -> None:
    assert source.dispatch() == [Zone("Europe/Madrid")]
    assert source.dispatch() == []
    assert not readable(source)


def test_a_set_clock_is_a_tick_once(source: TimeChanges, steps: FakeSteps) -> None:
    source.dispatch()
    steps.set_clock()
    assert readable(source)
    assert source.dispatch() == [Tick()]
    assert not readable(source)
    assert source.dispatch() == []


def test_a_replaced_localtime_in_a_new_zone_is_said(
    source: TimeChanges, tmp_path: Path, clock: FakeClock
) -> None:
    source.dispatch()
    clock.move_to("Asia/Kathmandu")
    replace_localtime(tmp_path)
    assert readable(source)
    assert source.dispatch() == [Zone("Asia/Kathmandu")]
    assert not readable(source)


def test_a_replaced_localtime_in_the_same_zone_is_nothing(
    source: TimeChanges, tmp_path: Path
) -> None:
    source.dispatch()
    replace_localtime(tmp_path)
    assert source.dispatch() == []


def test_a_removed_localtime_and_a_rewritten_timezone_are_noticed(
    source: TimeChanges, tmp_path: Path, clock: FakeClock
) -> None:
    replace_localtime(tmp_path)
    source.dispatch()
    clock.move_to("UTC")
    (tmp_path / "localtime").unlink()
    assert source.dispatch() == [Zone("UTC")]
    clock.move_to("America/Lima")
    (tmp_path / "timezone").write_text("America/Lima\n")
    assert source.dispatch() == [Zone("America/Lima")]


def test_other_files_beside_it_do_not_ask_for_the_zone(
    source: TimeChanges, tmp_path: Path, clock: FakeClock
) -> None:
    source.dispatch()
    clock.move_to("Asia/Tokyo")
    (tmp_path / "hosts").write_text("127.0.0.1 localhost\n")
    assert source.dispatch() == []


def test_more_events_than_the_kernel_keeps_still_end_in_the_right_zone(
    source: TimeChanges, tmp_path: Path, clock: FakeClock
) -> None:
    source.dispatch()
    limit = int(Path("/proc/sys/fs/inotify/max_queued_events").read_text())
    names = [tmp_path / "a", tmp_path / "b"]
    for n in range(limit // 2 + 2):
        names[n % 2].touch()
        names[n % 2].unlink()
    clock.move_to("Asia/Tokyo")
    replace_localtime(tmp_path)
    assert source.dispatch() == [Zone("Asia/Tokyo")]


def test_a_folder_that_goes_away_loses_the_source(
    tmp_path: Path, clock: FakeClock, steps: FakeSteps
) -> None:
    folder = tmp_path / "etc"
    folder.mkdir()
    source = TimeChanges(steps=steps, files=watch_folder(folder), zone=clock.zone)
    shutil.rmtree(folder)
    with pytest.raises(SourceLostError, match="is gone"):
        source.dispatch()
    source.close()
    source.close()


def test_a_zone_file_without_a_name_counts_as_utc(
    tmp_path: Path, steps: FakeSteps
) -> None:
    with Path("/usr/share/zoneinfo/Etc/UTC").open("rb") as file:
        nameless = ZoneInfo.from_file(file)
    source = TimeChanges(
        steps=steps, files=watch_folder(tmp_path), zone=lambda: nameless
    )
    assert source.dispatch() == [Zone("UTC")]
    source.close()


def test_the_real_timer_is_armed_and_quiet() -> None:
    timer = TimerFd()
    assert select.select([timer], [], [], 0)[0] == []
    assert not timer.was_set()
    ticks = Path(f"/proc/self/fdinfo/{timer.fileno()}").read_text()
    assert "clockid: 0" in ticks
    assert "settime flags: 03" in ticks  # absolute, cancelled when the clock is set
    timer.close()
    timer.close()


def test_opening_on_this_machine_says_its_zone(clock: FakeClock) -> None:
    source = open_time(SensingOptions(), zone=clock.zone)
    assert source.dispatch() == [Zone("Europe/Madrid")]
    source.close()


def test_a_missing_folder_makes_the_source_unavailable(
    tmp_path: Path, clock: FakeClock
) -> None:
    with pytest.raises(SourceUnavailableError, match="cannot watch the clock"):
        open_time(SensingOptions(), zone=clock.zone, folder=tmp_path / "none")
