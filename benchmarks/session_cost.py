"""What plans and a session cost on a real desktop: memory, processor, wake-ups.

The whole tray app runs on a private X desktop with two monitors and a panel. First
with twenty plans and no session, then during a session whose overlay covers both
monitors; nobody touches anything.
"""

import sys
import time

from benchmarks import FULL
from benchmarks.cost import SETTLE_S, _icons, _pss_mb, _report, _until
from tests.desktop.rigs import x11_desktop
from tests.desktop.session_runs import RunningApp

PLANS = 20
MEASURED_S = 600.0 if FULL else 120.0
IDLE_SOON = "[tracking]\nidle_after_s = 10\n"
EVENT = """BEGIN:VEVENT
UID:plan-{n}
DTSTART:20260105T{hour:02}{minute:02}00
DURATION:PT30M
SUMMARY:Plan {n}
RRULE:FREQ=WEEKLY;BYDAY={day}
END:VEVENT
"""
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def calendar(hour: int) -> str:
    """Twenty weekly plans, none of them near an hour of the day."""
    events = (
        EVENT.format(n=n, hour=(hour + 8 + n % 9) % 24, minute=n, day=DAYS[n % 7])
        for n in range(PLANS)
    )
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{''.join(events)}END:VCALENDAR\n"


def main() -> int:
    """Print the figures."""
    with x11_desktop(tray="xfce4", notifications="xfce4") as desktop:
        app = RunningApp(desktop, "data", IDLE_SOON)
        file = desktop.home / "plans.ics"
        file.write_text(calendar(time.localtime().tm_hour))
        app.command("plan", "import", str(file))
        app.start()
        _until(lambda: _icons(desktop))
        time.sleep(SETTLE_S)
        print(f"{PLANS} plans, after start: {_pss_mb(app.pid):.1f} MB PSS")
        _report(f"{PLANS} plans, idle", app.pid, lambda: time.sleep(MEASURED_S))
        app.begin(3_600)
        time.sleep(15)
        print(f"session on two monitors: {_pss_mb(app.pid):.1f} MB PSS")
        _report("session, nobody there", app.pid, lambda: time.sleep(MEASURED_S))
        app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
