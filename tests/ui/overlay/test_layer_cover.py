"""Layer surfaces over outputs that come and go, without a compositor."""

import random
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.ui.overlay.rooms import a_scene

if sys.platform != "linux":
    pytest.skip("there is no Wayland here", allow_module_level=True)

from ui.overlay.layer_shell.cover import LayerCover
from ui.overlay.layer_shell.outputs import Output


class FakeSurface(QObject):
    """A surface that is open until it is closed."""

    shown = Signal()
    closed = Signal()

    def __init__(self, shell: "FakeShell", widget: QWidget, output: Output) -> None:
        super().__init__()
        self.shell = shell
        self.widget = widget
        self.output = output
        self.has_keyboard = False

    def take_keyboard(self) -> None:
        self.has_keyboard = True

    def give_keyboard_back(self) -> None:
        self.has_keyboard = False

    def rescale(self) -> None:
        pass

    def close(self) -> None:
        self.shell.surfaces.remove(self)


class FakeShell(QObject):
    """A compositor whose outputs a test plugs in and out."""

    outputs_changed = Signal()
    lost = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.there: list[Output] = []
        self.surfaces: list[FakeSurface] = []
        self.later: list[Callable[[], object]] = []
        self.pointer_on: QWidget | None = None
        self.made = 0

    def outputs(self) -> list[Output]:
        return list(self.there)

    def plug(self) -> Output:
        self.made += 1
        output = Output(self.made, None, f"OUT-{self.made}", complete=True)
        self.there.append(output)
        self.outputs_changed.emit()
        return output

    def unplug(self, output: Output) -> None:
        self.there.remove(output)
        self.outputs_changed.emit()

    def surface(self, widget: QWidget, *, output: Output) -> FakeSurface:
        self.surfaces.append(FakeSurface(self, widget, output))
        return self.surfaces[-1]

    def under_pointer(self) -> QWidget | None:
        return self.pointer_on

    def watch_quiet(
        self, for_ms: int, quiet: Callable[[], None], busy: Callable[[], None]
    ) -> bool:
        del for_ms
        self.fall_quiet, self.be_busy = quiet, busy
        return True

    def when_settled(self, callback: Callable[[], object]) -> None:
        self.later.append(callback)


@pytest.fixture
def shell(qtbot: QtBot) -> FakeShell:
    del qtbot
    return FakeShell()


@pytest.fixture
def cover(shell: FakeShell) -> Iterator[LayerCover]:
    clock = FakeClock()
    made = LayerCover(shell, lambda: a_scene(clock))  # type: ignore[arg-type]
    yield made
    made.hide()
    QApplication.processEvents()


def covered(shell: FakeShell) -> list[int]:
    return sorted(surface.output.number for surface in shell.surfaces)


def test_in_500_random_events_no_output_stays_open_and_no_surface_behind(
    shell: FakeShell, cover: LayerCover
) -> None:
    rng = random.Random(5)
    cover.show()
    for _ in range(500):
        kind = rng.choice(["plug", "unplug", "change", "closed", "keyboard"])
        if kind == "plug" and len(shell.there) < 4:
            shell.plug()
        elif kind == "unplug" and shell.there:
            shell.unplug(rng.choice(shell.there))
        elif kind == "closed" and shell.surfaces:
            rng.choice(shell.surfaces).closed.emit()
        elif kind == "keyboard":
            cover.take_keyboard()
        else:
            shell.outputs_changed.emit()
        while shell.later:
            shell.later.pop()()
        assert covered(shell) == sorted(output.number for output in shell.there)
        assert sum(surface.has_keyboard for surface in shell.surfaces) <= 1
    QApplication.processEvents()
    assert len(cover.scenes()) == len(shell.there)


def test_the_keyboard_moves_on_when_its_output_goes(
    shell: FakeShell, cover: LayerCover
) -> None:
    first = shell.plug()
    shell.plug()
    cover.show()
    cover.take_keyboard()
    assert shell.surfaces[0].has_keyboard
    shell.unplug(first)
    assert shell.surfaces[0].has_keyboard


def test_the_output_under_the_pointer_gets_the_keyboard(
    shell: FakeShell, cover: LayerCover
) -> None:
    shell.plug()
    shell.plug()
    cover.show()
    shell.pointer_on = cover.scenes()[1]
    cover.take_keyboard()
    assert [surface.has_keyboard for surface in shell.surfaces] == [False, True]


def test_it_knows_when_the_input_is_quiet(shell: FakeShell, cover: LayerCover) -> None:
    assert cover.quiet_ms() == 0
    shell.fall_quiet()
    assert cover.quiet_ms() == 700
    shell.be_busy()
    assert cover.quiet_ms() == 0


def test_an_output_that_comes_while_nothing_is_shown_stays_free(
    shell: FakeShell, cover: LayerCover
) -> None:
    shell.plug()
    assert covered(shell) == []
    cover.show()
    assert covered(shell) == [1]
    cover.hide()
    assert covered(shell) == []


def test_after_the_compositor_is_lost_nothing_is_kept(
    shell: FakeShell, cover: LayerCover
) -> None:
    shell.plug()
    cover.show()
    shell.surfaces.clear()
    shell.lost.emit()
    assert cover.scenes() == []
