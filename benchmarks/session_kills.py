"""Kill the app in every state of a session, start it again: is all as it should be?

The real tray app on a private X desktop with a notification service whose
do-not-disturb outlives whoever turns it on. After each SIGKILL the app is started
again; measured is the time from its start until it answers with the state that is
right, checked is that do-not-disturb is on exactly while a session runs.

    python -m benchmarks.session_kills [--rounds N]
"""

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from benchmarks import FULL
from tests.desktop.rigs import RigError, X11Desktop, x11_desktop
from tests.desktop.session_runs import RunningApp, is_quiet, turn_quiet

SETTLED_S = 5.0
LATE_S = 240.0
TYPING_S = 62.0


@dataclass
class Case:
    """A state, how to get there, and what is right after a kill in it.

    Attributes:
        reach: brings the app there.
        before: what it says there.
        after: what it may say after the kill.
        quiet: whether do-not-disturb is on then; None: it is the user's own.
    """

    name: str
    reach: Callable[[X11Desktop, RunningApp], None]
    before: str | None
    after: tuple[str | None, ...]
    quiet: bool | None = False
    took: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def _typing(desktop: X11Desktop, app: RunningApp) -> None:
    """A session is due while somebody types and types."""
    window = desktop.open_window("Letters")
    desktop.xdotool("windowactivate", window)
    app.plan("due", in_s=TYPING_S)
    end = time.monotonic() + TYPING_S + 10
    while app.state() != "due" and time.monotonic() < end:
        desktop.run("xdotool", "key", "--delay", "200", *"abcdefghij", timeout_s=20)


def _held(desktop: X11Desktop, app: RunningApp) -> None:
    turn_quiet(desktop, on=True)
    app.plan("held", in_s=1)


def _begin(_desktop: X11Desktop, app: RunningApp) -> None:
    app.begin(600)


def _begin_gently(_desktop: X11Desktop, app: RunningApp) -> None:
    app.begin(600, "gentle")


def _offer(_desktop: X11Desktop, app: RunningApp) -> None:
    app.plan("late", -LATE_S)


def _leave(_desktop: X11Desktop, app: RunningApp) -> None:
    app.begin(600)
    app.asks(do="session.end", reason="tea is ready")


def _over(_desktop: X11Desktop, app: RunningApp) -> None:
    app.begin(600, "gentle")
    app.asks(do="session.end", reason="")


def cases() -> list[Case]:
    """All states that there are."""
    soon, quiet = ("announced",), True
    return [
        Case("planned", lambda _d, app: app.plan("later", 3_600), None, (None,)),
        Case("announced", lambda _d, app: app.plan("soon", 280), "announced", soon),
        Case("due, typing", _typing, "due", ("due", "waiting", "running"), quiet=None),
        Case("held back", _held, "waiting", ("waiting",), quiet=None),
        Case("running", _begin, "running", ("running",), quiet=quiet),
        Case("gentle", _begin_gently, "running", ("running",), quiet=quiet),
        Case("one slow breath", _leave, "running", ("running",), quiet=quiet),
        Case("offered", _offer, "offered", ("offered",)),
        Case("over", _over, None, (None,)),
    ]


def once(case: Case, desktop: X11Desktop, name: str) -> None:
    """Reach the state, kill, start, and look."""
    turn_quiet(desktop, on=False)
    app = RunningApp(desktop, name).start()
    app.until(None)
    case.reach(desktop, app)
    app.until(case.before)
    if case.quiet:
        desktop.wait_for(lambda: is_quiet(desktop), SETTLED_S)
    app.kill()
    begun = time.monotonic()
    app.start()
    try:
        app.until(*case.after, seconds=SETTLED_S)
    except RigError as error:
        case.wrong.append(str(error).partition("\n")[0])
    case.took.append(time.monotonic() - begun)
    _look_at_quiet(case, desktop)
    app.quit()
    if case.quiet is not None and is_quiet(desktop):
        case.wrong.append("do-not-disturb is on after quitting")


def _look_at_quiet(case: Case, desktop: X11Desktop) -> None:
    if case.quiet is None:
        return
    try:
        desktop.wait_for(lambda: is_quiet(desktop) == case.quiet, SETTLED_S)
    except RigError:
        case.wrong.append(f"do-not-disturb is {is_quiet(desktop)}")


def main() -> int:
    """Print a line for each state; 1 where something was wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=12 if FULL else 2)
    rounds = parser.parse_args().rounds
    found = cases()
    print("state                  kills  median s  worst s  wrong")
    for case in found:
        for number in range(rounds):
            with x11_desktop(tray="none", notifications="xfce4") as desktop:
                once(case, desktop, f"run{number}")
        took = sorted(case.took)
        print(
            f"{case.name:22} {len(took):5}  {took[len(took) // 2]:8.2f}"
            f"  {took[-1]:7.2f}  {len(case.wrong)}",
            *case.wrong,
        )
    return int(any(case.wrong for case in found))


if __name__ == "__main__":
    sys.exit(main())
