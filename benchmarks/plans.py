"""How long ``plan next`` and ``status`` take with twenty plans: processor time.

What counts for ``plan next --count 1000`` is the work of the command itself, read from
inside it; ``status`` is measured as a whole program, without the app.

    python -m benchmarks.plans
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from zoneinfo import ZoneInfo

from benchmarks import FULL
from benchmarks.session_cost import PLANS, calendar
from benchmarks.startup import took
from unplug.clock import SystemClock
from unplug.engine.sessions.calendars import take_in
from unplug.engine.sessions.plan_listing import coming

COUNT = 1_000
RUNS = 200 if FULL else 30
NEXT_MS, STATUS_MS = 50.0, 150.0


def next_ms(folder: Path) -> float:
    """The median processor time of naming the next thousand occurrences."""
    now, zone = SystemClock().stamp().utc, ZoneInfo("Europe/Madrid")
    spent = []
    for _ in range(RUNS):
        before = time.process_time()
        rows = coming(folder, now, zone, COUNT)
        spent.append((time.process_time() - before) * 1000)
        assert len(rows) == COUNT
    return median(spent)


def main() -> int:
    """Print the figures; 1 where one misses its target."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "data"
        file = Path(name) / "plans.ics"
        file.write_text(calendar(time.localtime().tm_hour))
        take_in(folder, SystemClock(), file, only_look=False)
        of_next = next_ms(folder)
        of_status = took(folder, "status", "--json")
    print(f"plan next --count {COUNT}, {PLANS} plans: {of_next:.1f} ms of CPU")
    print(
        f"status without the app, {PLANS} plans: {of_status.cpu_ms:.0f} ms of CPU, "
        f"{of_status.median_ms:.0f} ms wall"
    )
    return int(of_next > NEXT_MS or of_status.cpu_ms > STATUS_MS)


if __name__ == "__main__":
    sys.exit(main())
