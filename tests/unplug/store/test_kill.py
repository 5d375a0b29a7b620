import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_a_kill_costs_a_second_at_most_and_never_the_database() -> None:
    """In a process of its own: it forks, and a test run may have threads."""
    done = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / "kill.py", "--kills", "25"],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "25 kills" in done.stdout
