"""What `.ci/run` says and returns, with a stand-in for make."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.house.places import ROOT

STAND_IN = """#!/bin/sh
if [ "$1" = test ]; then echo "$SAID"; exit "$TEST_CODE"; fi
echo "checked"; exit "$CHECK_CODE"
"""
PASSED = "======= 3 passed, 1 warning in 1.02s ======="
FAILED = "======= 1 failed, 2 passed in 61.40s (0:01:01) ======="
CRASHED = "Fatal Python error: Aborted"


@pytest.mark.parametrize(
    ("said", "made", "closing", "code"),
    [
        pytest.param(PASSED, (0, 0), PASSED, 0, id="both held"),
        pytest.param(PASSED, (0, 2), PASSED, 1, id="checks failed"),
        pytest.param(FAILED, (2, 0), FAILED, 1, id="a test failed"),
        pytest.param(CRASHED, (2, 0), "0 passed, 1 failed", 1, id="crash"),
        pytest.param(CRASHED, (0, 0), "0 passed, 1 failed", 1, id="silent crash"),
        pytest.param(f"{FAILED}\nmake: ***", (2, 0), FAILED, 1, id="more after it"),
    ],
)
def test_the_last_line_is_the_tests_closing_line_and_the_code_is_honest(
    tmp_path: Path, said: str, made: tuple[int, int], closing: str, code: int
) -> None:
    make = tmp_path / "make"
    make.write_text(STAND_IN)
    make.chmod(0o755)
    done = subprocess.run(
        [ROOT / ".ci" / "run"],
        env={
            "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
            "SAID": said,
            "TEST_CODE": str(made[0]),
            "CHECK_CODE": str(made[1]),
        },
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.stdout.splitlines()[-1] == closing
    assert done.returncode == code
