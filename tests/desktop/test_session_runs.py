"""Sessions of the real app on a real desktop: held back, killed, put back."""

from collections.abc import Iterator

import pytest

from tests.desktop.rigs import X11Desktop, x11_desktop
from tests.desktop.session_runs import RunningApp, is_quiet, turn_quiet


@pytest.fixture
def desktop() -> Iterator[X11Desktop]:
    with x11_desktop(tray="none", notifications="xfce4") as made:
        yield made


@pytest.fixture
def app(desktop: X11Desktop) -> Iterator[RunningApp]:
    made = RunningApp(desktop, "data").start()
    made.until(None)
    yield made
    if made.state() != "gone":
        made.quit()


def test_do_not_disturb_is_on_in_a_session_and_put_back_after_it(
    desktop: X11Desktop, app: RunningApp
) -> None:
    app.begin(60)
    desktop.wait_for(lambda: is_quiet(desktop), what="do-not-disturb")
    app.asks(do="session.end", need=True)
    app.until(None)
    desktop.wait_for(lambda: not is_quiet(desktop), what="put back")


def test_a_kill_in_a_session_is_gone_over_by_the_next_start(
    desktop: X11Desktop, app: RunningApp
) -> None:
    app.begin(120)
    desktop.wait_for(lambda: is_quiet(desktop), what="do-not-disturb")
    app.kill()
    assert is_quiet(desktop)
    app.start().until("running")
    left_s = app.asks(do="status")["session"]["left_s"]
    assert 90 < left_s < 120
    desktop.wait_for(lambda: is_quiet(desktop), what="do-not-disturb again")
    app.quit()
    assert not is_quiet(desktop)


def test_a_session_that_ended_while_nobody_ran_leaves_no_quiet_behind(
    desktop: X11Desktop, app: RunningApp
) -> None:
    app.begin(31)
    desktop.wait_for(lambda: is_quiet(desktop), what="do-not-disturb")
    app.kill()
    # The rest of it is not waited for: the state says when it ends, and it is moved.
    end_stored_session(app)
    app.start().until(None)
    desktop.wait_for(lambda: not is_quiet(desktop), what="put back")


def end_stored_session(app: RunningApp) -> None:
    """Let the command line end the session in the place of the app."""
    from unplug.clock import SystemClock  # noqa: PLC0415
    from unplug.engine.sessions.access import request  # noqa: PLC0415

    message: dict[str, object] = {"do": "session.end", "need": True}
    request(app.folder, SystemClock(), message)


def test_do_not_disturb_of_the_users_own_holds_a_session_back_and_says_so(
    desktop: X11Desktop, app: RunningApp
) -> None:
    turn_quiet(desktop, on=True)
    app.plan("evening", in_s=3)
    app.until("waiting", seconds=30)
    assert app.asks(do="status")["session"]["why"] == ["do-not-disturb"]
    app.kill()
    app.start().until("waiting")
    desktop.wait_for(
        lambda: app.asks(do="status")["session"]["why"] == ["do-not-disturb"],
        what="the reason again",
    )
    turn_quiet(desktop, on=False)
    desktop.wait_for(
        lambda: not app.asks(do="status")["session"]["why"], what="the reason gone"
    )
