"""The whole way out: real keys, the real scene, the real machine, any state."""

import random
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.overlay.leaving import OUT_WITHIN_MS, Leaver

STATES = 60  # a benchmark tries a thousand: python -m benchmarks.way_out


@pytest.mark.parametrize("seed", range(3))
def test_escape_leads_out_of_any_state_within_fifteen_seconds(
    tmp_path: Path, qtbot: QtBot, seed: int
) -> None:
    assert qtbot is not None
    leaver = Leaver(tmp_path, random.Random(seed))
    taken = [leaver.leave_once() for _ in range(STATES // 3)]
    leaver.close()
    assert max(taken) <= OUT_WITHIN_MS
