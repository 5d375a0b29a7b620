"""The machine's own clocks."""

from importlib.resources import files
from pathlib import Path

import pytest

from unplug.clock import SystemClock, _zone_of_copy


def test_the_three_clocks_move_on_together() -> None:
    clock = SystemClock()
    one, other = clock.stamp(), clock.stamp()
    assert other.mono_ms >= one.mono_ms
    assert other.boot_ms >= one.boot_ms
    assert one.boot_ms >= one.mono_ms - 1


def test_the_zone_follows_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    assert SystemClock().zone().key == "Asia/Kathmandu"


def test_a_copied_zone_file_is_recognised_by_its_rules(tmp_path: Path) -> None:
    rules = (files("tzdata") / "zoneinfo" / "Asia" / "Kathmandu").read_bytes()
    (tmp_path / "Asia").mkdir()
    for name in ("localtime", "Asia/Kathmandu"):
        (tmp_path / name).write_bytes(rules)
    zone = _zone_of_copy(tmp_path / "localtime", [str(tmp_path)])
    assert zone is not None
    assert zone.key == "Asia/Kathmandu"


def test_a_file_that_is_no_zone_is_no_zone(tmp_path: Path) -> None:
    strange = tmp_path / "localtime"
    strange.write_bytes(b"rubbish")
    assert _zone_of_copy(strange) is None
    assert _zone_of_copy(tmp_path / "nothing") is None
