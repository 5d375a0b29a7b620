import gc
from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.fake_compositor import ACTIVATED, EVERYTHING, FULLSCREEN, FakeCompositor
from tests.fake_wire import states
from tests.unplug.sensing.wayland.rig import StartCompositor, hear
from unplug.sensing.facts import Focus
from unplug.sensing.source import (
    SensingOptions,
    SourceLostError,
    SourceUnavailableError,
)
from unplug.sensing.wayland.wlroots import WlrootsFocus, open_focus


@pytest.fixture
def compositor(start: StartCompositor) -> FakeCompositor:
    return start()


@pytest.fixture
def source(compositor: FakeCompositor) -> Iterator[WlrootsFocus]:
    assert compositor.address.exists()
    with closing(open_focus(SensingOptions())) as source:
        yield source


def test_window_that_had_the_focus_before_is_told_at_once(
    compositor: FakeCompositor,
) -> None:
    compositor.open("editor")
    compositor.open("browser", "a page", ACTIVATED)
    with closing(open_focus(SensingOptions())) as source:
        assert source.dispatch() == [Focus("browser")]
        assert hear(source, compositor) == []


def test_desktop_without_windows_has_no_focus(source: WlrootsFocus) -> None:
    assert source.dispatch() == [Focus(None)]
    assert source.dispatch() == []


def test_every_change_of_the_focus_is_told_once(
    compositor: FakeCompositor, source: WlrootsFocus
) -> None:
    editor, browser = compositor.open("editor"), compositor.open("browser")
    source.dispatch()
    said = []
    for window in (editor, browser, browser, editor, None, browser):
        compositor.focus(window)
        said.append(hear(source, compositor))
    assert said == [
        [Focus("editor")],
        [Focus("browser")],
        [],
        [Focus("editor")],
        [Focus(None)],
        [Focus("browser")],
    ]


def test_moment_without_focus_between_two_windows_is_not_told(
    compositor: FakeCompositor, source: WlrootsFocus
) -> None:
    compositor.focus(compositor.open("editor"))
    hear(source, compositor)
    compositor.focus(None)
    compositor.focus(compositor.open("browser"))
    assert hear(source, compositor) == [Focus("browser")]


def test_change_counts_only_when_it_is_complete(
    compositor: FakeCompositor, source: WlrootsFocus
) -> None:
    window = compositor.open("editor")
    source.dispatch()
    compositor.tell(window, "state", states(ACTIVATED))
    assert hear(source, compositor) == []
    compositor.tell(window, "done")
    assert hear(source, compositor) == [Focus("editor")]


def test_window_activated_last_wins_and_leaves_to_the_one_before(
    compositor: FakeCompositor, source: WlrootsFocus
) -> None:
    ours, theirs = compositor.open("ours"), compositor.open("theirs")
    compositor.show(ours, ACTIVATED)
    compositor.show(theirs, ACTIVATED)
    assert hear(source, compositor) == [Focus("theirs")]
    compositor.rename(ours, "no reason to come to the front")
    assert hear(source, compositor) == []
    compositor.close(theirs)
    assert hear(source, compositor) == [Focus("ours")]


def test_closed_windows_are_forgotten(
    compositor: FakeCompositor, source: WlrootsFocus
) -> None:
    for _ in range(20):
        window = compositor.open("editor")
        compositor.focus(window)
        assert hear(source, compositor)[-1] == Focus("editor")
        compositor.close(window)
        assert hear(source, compositor) == [Focus(None)]
        [(client, number)] = window.handles
        assert number not in client.objects


def test_window_without_app_id_is_an_unknown_app(
    compositor: FakeCompositor, source: WlrootsFocus
) -> None:
    compositor.focus(compositor.open(""))
    assert hear(source, compositor) == [Focus(None)]


def test_app_id_that_is_not_utf8_is_kept_as_far_as_it_is(
    compositor: FakeCompositor, source: WlrootsFocus
) -> None:
    compositor.focus(compositor.open("caf\udce9"))
    assert hear(source, compositor) == [Focus("caf\N{REPLACEMENT CHARACTER}")]


def test_titles_are_not_read_unless_asked_for(
    compositor: FakeCompositor, source: WlrootsFocus
) -> None:
    window = compositor.open("editor", "secret")
    compositor.focus(window)
    assert hear(source, compositor) == [Focus("editor")]
    compositor.rename(window, "another secret")
    assert hear(source, compositor) == []


def test_titles_are_told_where_asked_for_but_never_private_ones(
    compositor: FakeCompositor,
) -> None:
    with closing(open_focus(SensingOptions(titles=True))) as source:
        source.dispatch()
        window = compositor.open("firefox", "Walks — Mozilla Firefox")
        compositor.focus(window)
        assert hear(source, compositor) == [Focus("firefox", "Walks — Mozilla Firefox")]
        compositor.rename(window, "Gifts — Mozilla Firefox Private Browsing")
        assert hear(source, compositor) == [Focus("firefox")]
        compositor.rename(window, "Gifts and more — Mozilla Firefox Private Browsing")
        assert hear(source, compositor) == []
        compositor.rename(window, "caf\udce9")
        damaged = "caf\N{REPLACEMENT CHARACTER}"
        assert hear(source, compositor) == [Focus("firefox", damaged)]


def test_fullscreen_is_that_of_the_focused_window(
    compositor: FakeCompositor, source: WlrootsFocus
) -> None:
    film, editor = compositor.open("film"), compositor.open("editor")
    hear(source, compositor)
    assert not source.fullscreen
    compositor.focus(film, FULLSCREEN)
    hear(source, compositor)
    assert source.fullscreen
    compositor.focus(editor)
    compositor.show(film, FULLSCREEN)
    hear(source, compositor)
    assert not source.fullscreen


def test_compositor_that_goes_away_is_a_loss_and_can_be_opened_again(
    compositor: FakeCompositor, source: WlrootsFocus, start: StartCompositor
) -> None:
    compositor.stop()
    with pytest.raises(SourceLostError, match="lost the Wayland compositor"):
        source.dispatch()
    source.close()
    source.close()
    again = start()
    again.focus(again.open("editor"))
    with closing(open_focus(SensingOptions())) as reopened:
        assert reopened.dispatch() == [Focus("editor")]


def test_refused_connection_is_a_loss(
    compositor: FakeCompositor, source: WlrootsFocus
) -> None:
    compositor.refuse()
    with pytest.raises(SourceLostError):
        source.dispatch()


def test_compositor_that_stops_showing_windows_is_a_loss(
    compositor: FakeCompositor, source: WlrootsFocus
) -> None:
    compositor.finish()
    with pytest.raises(SourceLostError):
        source.dispatch()


def test_two_sources_do_not_take_each_others_windows_along(
    compositor: FakeCompositor,
) -> None:
    """A library fault to be lived with: it mixes up the connections of a process."""
    gc.collect()  # else it may find a dead connection of another test, and do no harm
    first, second = open_focus(SensingOptions()), open_focus(SensingOptions())
    with closing(first), closing(second):
        compositor.focus(compositor.open("editor"))
        assert hear(first, compositor) == [Focus("editor")]
        assert hear(second, compositor) == [Focus("editor")]
        first.close()
        compositor.focus(None)
        assert hear(second, compositor) == [Focus(None)]


def test_desktop_that_shows_no_windows_says_what_is_missing(
    start: StartCompositor,
) -> None:
    start(offers={"wl_seat": 7})
    with pytest.raises(
        SourceUnavailableError, match="zwlr_foreign_toplevel_manager_v1"
    ) as caught:
        open_focus(SensingOptions())
    assert caught.value.todo


def test_older_protocol_will_do(start: StartCompositor) -> None:
    compositor = start(offers=EVERYTHING | {"zwlr_foreign_toplevel_manager_v1": 1})
    compositor.focus(compositor.open("editor"))
    with closing(open_focus(SensingOptions())) as source:
        assert source.dispatch() == [Focus("editor")]
