"""Do-not-disturb of real notification services, through kills and restarts."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.actors import desk_on, kill, settled, start
from tests.desktop.listening import listening
from tests.desktop.rigs import Notifications, RigError, X11Desktop, x11_desktop
from unplug.acting.quiet import JOURNAL_NAME, DoNotDisturb
from unplug.sensing.facts import Occupied
from unplug.sensing.quiet import open_quiet
from unplug.sensing.reasons import Reason
from unplug.sensing.source import SensingOptions

HOLD = """
from pathlib import Path
from unplug.acting.desk import Desk
from unplug.acting.quiet import DoNotDisturb

desk = Desk()
quiet = DoNotDisturb(desk, Path("{folder}"))
quiet.on()
while desk._pending:
    desk.settle(5_000)
print("ready", flush=True)
input()
"""


class Xfce:
    """xfce4-notifyd, whose switch xfconf keeps on the disk."""

    daemon: Notifications = "xfce4"
    name = "xfce4-notifyd"
    _switch = ("-c", "xfce4-notifyd", "-p", "/do-not-disturb")

    def __init__(self, desktop: X11Desktop) -> None:
        self._desktop = desktop

    def is_on(self) -> bool:
        try:
            return self._desktop.run("xfconf-query", *self._switch).strip() == "true"
        except RigError:  # never set
            return False

    def turn(self, *, on: bool) -> None:
        value = "true" if on else "false"
        self._desktop.run(
            "xfconf-query", *self._switch, "-n", "-t", "bool", "-s", value
        )


class Dunst:
    """dunst, which keeps it in its memory."""

    daemon: Notifications = "dunst"
    name = "dunst"

    def __init__(self, desktop: X11Desktop) -> None:
        self._desktop = desktop

    def is_on(self) -> bool:
        return self._desktop.run("dunstctl", "is-paused").strip() == "true"

    def turn(self, *, on: bool) -> None:
        self._desktop.run("dunstctl", "set-paused", "true" if on else "false")


Rig = tuple[X11Desktop, Xfce | Dunst]


@pytest.fixture(params=[Xfce, Dunst])
def rig(request: pytest.FixtureRequest) -> Iterator[Rig]:
    with x11_desktop(notifications=request.param.daemon) as desktop:
        yield desktop, request.param(desktop)


def test_it_is_on_during_a_session_and_off_after_it(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop, service = rig
    with desk_on(desktop, monkeypatch) as desk:
        quiet = DoNotDisturb(desk, tmp_path)
        quiet.on()
        settled(desk)
        assert service.is_on()
        quiet.off()
        settled(desk)
        assert not service.is_on()
        service.turn(on=True)
        quiet.on()
        quiet.off()
        settled(desk)
        assert service.is_on()
    assert not (tmp_path / JOURNAL_NAME).exists()


def test_it_is_put_back_after_a_kill_at_the_next_start_within_a_second(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop, service = rig
    for _ in range(5):
        kill(start(desktop, HOLD.format(folder=tmp_path)))
        assert service.is_on()
        with desk_on(desktop, monkeypatch) as desk:
            started = time.monotonic()
            quiet = DoNotDisturb(desk, tmp_path)
            quiet.recover()
            settled(desk)
            assert time.monotonic() - started < 1.0
            assert not service.is_on()
        assert not (tmp_path / JOURNAL_NAME).exists()


def test_it_never_stays_on_wherever_a_kill_strikes(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop, service = rig
    going_on = HOLD.format(folder=tmp_path).replace('print("ready", flush=True)\n', "")
    going_on = going_on.replace("quiet.on()", 'print("ready", flush=True)\nquiet.on()')
    for after_ms in (0, 1, 2, 4, 8, 16, 32):
        process = start(desktop, going_on)
        time.sleep(after_ms / 1_000)
        kill(process)
        with desk_on(desktop, monkeypatch) as desk:
            DoNotDisturb(desk, tmp_path).recover()
            settled(desk)
            assert not service.is_on()


def test_what_the_user_turns_on_is_noticed(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop, service = rig
    on = Occupied(Reason.DO_NOT_DISTURB, held=True, by=service.name)
    off = Occupied(Reason.DO_NOT_DISTURB, held=False, by=service.name)
    with desk_on(desktop, monkeypatch), listening(open_quiet(SensingOptions())) as ears:
        assert ears.facts == []
        service.turn(on=True)
        ears.until(on)
        service.turn(on=False)
        ears.until(off)
        ears.forget()
        ears.listen(1.0)
        assert ears.wakeups == 0
