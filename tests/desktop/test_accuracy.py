"""The main job on real input: what unplug says against what really happened."""

from tests.desktop.rigs import SwayDesktop, X11Desktop
from tests.desktop.scripted_run import SHORT, Found, SwayHands, X11Hands, run


def assert_true(found: Found) -> None:
    assert found.off_s <= 0.1
    assert found.switches == SHORT.switches + 2  # the short visit, there and back
    assert found.idle_off_s <= 0.05


def test_a_stretch_at_an_x_desktop_is_told_as_it_was(x11: X11Desktop) -> None:
    assert_true(run(x11, X11Hands(x11), SHORT))


def test_a_stretch_at_a_sway_desktop_is_told_as_it_was(sway: SwayDesktop) -> None:
    assert_true(run(sway, SwayHands(sway), SHORT))
