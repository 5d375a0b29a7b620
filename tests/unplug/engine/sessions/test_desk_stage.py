"""What sessions do to the desktop: done, put back, and never left behind."""

import itertools
import select
import time
from collections.abc import Callable
from pathlib import Path

from tests.unplug.acting.test_quiet import Xfce
from tests.unplug.sensing.bus_fixtures import bus, serve
from tests.unplug.sensing.buses import PATIENCE_S, FakeService, PrivateBus
from unplug.acting.desk import Desk
from unplug.engine.sessions.desk_stage import JOURNAL_NAME, DeskStage, desk_stage

__all__ = ["bus", "serve"]
Serve = Callable[..., FakeService]


def on_a(bus: PrivateBus, folder: Path) -> DeskStage:
    return DeskStage(
        folder,
        session=lambda: Desk(bus.connect),
        system=lambda: Desk(bus.connect),
    )


def pump_until(stage: DeskStage, condition: Callable[[], object]) -> None:
    give_up = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < give_up, condition
        for speaker in select.select(stage.sources(), [], [], 0.01)[0]:
            stage.ready(speaker)


def test_nothing_is_opened_before_something_is_wanted(tmp_path: Path) -> None:
    stage = DeskStage(tmp_path)
    stage.recover()
    stage.do_not_disturb(on=False)
    stage.session_runs(on=False)
    assert stage.sources() == ()
    assert stage.notices == ()
    stage.close()
    assert set(vars(stage)) == {"_folder", "_open_session", "_open_system"}


def test_do_not_disturb_is_turned_on_and_put_back_at_the_end(
    bus: PrivateBus, serve: Serve, tmp_path: Path
) -> None:
    xfce = Xfce(serve, on=False)
    stage = on_a(bus, tmp_path)
    stage.do_not_disturb(on=True)
    pump_until(stage, lambda: xfce.on)
    stage.do_not_disturb(on=False)
    pump_until(stage, lambda: not (tmp_path / JOURNAL_NAME).exists())
    assert xfce.on is False
    stage.close()


def test_whoever_quits_in_a_session_leaves_the_desktop_as_it_was(
    bus: PrivateBus, serve: Serve, tmp_path: Path
) -> None:
    xfce = Xfce(serve, on=None)
    stage = on_a(bus, tmp_path)
    stage.do_not_disturb(on=True)
    pump_until(stage, lambda: xfce.on)
    stage.close()
    assert xfce.on is None
    assert not (tmp_path / JOURNAL_NAME).exists()


def test_what_a_kill_left_on_is_put_back_at_the_next_start(
    bus: PrivateBus, serve: Serve, tmp_path: Path
) -> None:
    xfce = Xfce(serve, on=False)
    killed = on_a(bus, tmp_path)
    killed.do_not_disturb(on=True)
    pump_until(killed, lambda: xfce.on)
    for speaker in killed.sources():
        assert isinstance(speaker, Desk)
        speaker.close()
    again = on_a(bus, tmp_path)
    again.recover()
    pump_until(again, lambda: xfce.on is False)
    again.close()


def test_what_played_goes_on_after_the_session(
    bus: PrivateBus, serve: Serve, tmp_path: Path
) -> None:
    states = itertools.chain(["Playing"], itertools.repeat("Paused"))
    called: list[str] = []
    player = serve("org.mpris.MediaPlayer2.radio")
    status = lambda _interface: ("a{sv}", ({"PlaybackStatus": ("s", next(states))},))  # noqa: E731
    player.methods["GetAll"] = status
    player.methods["Pause"] = lambda: (called.append("Pause"), ("", ()))[1]
    player.methods["Play"] = lambda: (called.append("Play"), ("", ()))[1]
    stage = on_a(bus, tmp_path)
    stage.session_runs(on=True)
    stage.pause_media()
    pump_until(stage, lambda: called == ["Pause"])
    stage.session_runs(on=False)
    pump_until(stage, lambda: called == ["Pause", "Play"])
    stage.close()


def test_only_linux_has_desktops_that_can_be_asked(tmp_path: Path) -> None:
    assert desk_stage(tmp_path, "win32") is None
    assert desk_stage(tmp_path, "linux") is not None
