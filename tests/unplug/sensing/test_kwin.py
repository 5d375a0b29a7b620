from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jeepney import DBusAddress

from tests.unplug.sensing.buses import (
    FakeService,
    PrivateBus,
    Returned,
    eventually,
    readable,
    said,
)
from unplug.sensing.facts import Focus
from unplug.sensing.kwin import KWinFocusSource, open_focus
from unplug.sensing.source import (
    SensingOptions,
    SourceLostError,
    SourceUnavailableError,
)

KWIN = "org.kde.KWin"
OURS = "app.unplug.Focus"
Serve = Callable[..., FakeService]


class FakeKWin:
    """KWin's scripting, without the scripts running by themselves."""

    def __init__(self, serve: Serve, *, run_at: str) -> None:
        self.loaded: dict[str, str] = {}
        self.ran = False
        self.service = serve()
        self.service.methods = {
            "loadScript": self._load,
            "unloadScript": self._unload,
            f"{run_at}:run": self._run,
        }
        self.service.own(KWIN)

    def _load(self, file: str, plugin: str) -> Returned:
        if plugin in self.loaded:
            return "i", (-1,)
        self.loaded[plugin] = Path(file).read_text("utf-8")
        return "i", (4,)

    def _unload(self, plugin: str) -> Returned:
        return "b", (self.loaded.pop(plugin, None) is not None,)

    def _run(self) -> Returned:
        self.ran = True
        return "", ()

    def focus(self, source: KWinFocusSource, app: str, title: str, pid: str) -> None:
        tell(self.service, source, app, title, pid)


def tell(
    service: FakeService, source: KWinFocusSource, app: str, title: str, pid: str
) -> None:
    ours = DBusAddress("/app/unplug/Focus", source._bus.unique_name, OURS)
    # As KWin does it: the reply is nobody's concern.
    service.post(ours, "FocusChanged", "sss", app, title, pid)


@pytest.fixture(params=["/Scripting/Script4", "/4"], ids=["plasma6", "plasma5"])
def kwin(request: pytest.FixtureRequest, bus: PrivateBus, serve: Serve) -> FakeKWin:
    assert bus.address
    return FakeKWin(serve, run_at=request.param)


@pytest.fixture
def source(kwin: FakeKWin) -> Iterator[KWinFocusSource]:
    source = open_focus(SensingOptions())
    assert kwin.ran
    assert source.dispatch() == []
    yield source
    source.close()


def test_script_runs_with_our_name_in_it_and_without_titles(
    source: KWinFocusSource, kwin: FakeKWin
) -> None:
    (script,) = kwin.loaded.values()
    assert source._bus.unique_name in script
    assert "window && false ?" in script
    assert "@" not in script.replace("@ signs", "")


def test_focus_is_told_as_the_script_calls(
    source: KWinFocusSource, kwin: FakeKWin
) -> None:
    kwin.focus(source, "firefox", "", "12")
    kwin.focus(source, "firefox", "", "12")
    kwin.focus(source, "", "", "0")
    kwin.focus(source, "org.kde.konsole", "", "no number")
    assert said(source) == [Focus("firefox"), Focus(None), Focus("org.kde.konsole")]


def test_titles_are_sent_only_when_they_are_on(kwin: FakeKWin) -> None:
    source = open_focus(SensingOptions(titles=True))
    (script,) = kwin.loaded.values()
    assert "window && true ?" in script
    kwin.focus(source, "firefox", "News", "12")
    kwin.focus(source, "firefox", "Sports", "12")
    assert said(source) == [Focus("firefox", "News"), Focus("firefox", "Sports")]
    source.close()


def test_only_kwin_is_believed(source: KWinFocusSource, serve: Serve) -> None:
    tell(serve(), source, "impostor", "", "1")
    assert said(source) == []


def test_kwin_that_ends_is_lost_with_its_script(
    source: KWinFocusSource, kwin: FakeKWin, tmp_path: Path
) -> None:
    kwin.focus(source, "firefox", "", "12")
    assert said(source) == [Focus("firefox")]
    kwin.service.close()
    assert readable(source)
    with pytest.raises(SourceLostError, match="connection lost: KWin"):
        source.dispatch()
    source.close()
    assert list((tmp_path / "unplug").iterdir()) == []


def test_kwin_that_takes_scripts_a_moment_later_is_waited_for(
    bus: PrivateBus, serve: Serve
) -> None:
    assert bus.address
    kwin = FakeKWin(serve, run_at="/Scripting/Script4")
    ready = kwin.service.methods.pop("loadScript")

    def too_early(*_script: str) -> Returned:
        kwin.service.methods["loadScript"] = ready
        raise LookupError

    kwin.service.methods["loadScript"] = too_early
    source = open_focus(SensingOptions())
    assert kwin.ran
    source.close()


def test_closing_leaves_neither_script_nor_file(kwin: FakeKWin, tmp_path: Path) -> None:
    source = open_focus(SensingOptions())
    assert len(kwin.loaded) == len(list((tmp_path / "unplug").iterdir())) == 1
    source.close()
    source.close()
    eventually(lambda: not kwin.loaded)
    assert list((tmp_path / "unplug").iterdir()) == []


def test_script_of_a_killed_program_is_unloaded_but_not_that_of_a_living_one(
    source: KWinFocusSource, kwin: FakeKWin, tmp_path: Path
) -> None:
    left_over = tmp_path / "unplug" / "unplug-focus-1-99999.js"
    left_over.write_text("old")
    kwin.loaded[left_over.stem] = "old"
    second = open_focus(SensingOptions())
    assert left_over.stem not in kwin.loaded
    assert not left_over.exists()
    assert len(kwin.loaded) == 2
    kwin.focus(source, "firefox", "", "12")
    assert said(source) == [Focus("firefox")]
    second.close()


def test_app_may_be_known_better_by_its_process(
    kwin: FakeKWin, bus: PrivateBus, tmp_path: Path
) -> None:
    def identify(pid: int | None, name: str) -> str:
        return f"{name}/{pid}"

    source = KWinFocusSource(bus.connect(), tmp_path, titles=False, identify=identify)
    source.start()
    kwin.focus(source, "firefox", "", "12")
    assert said(source) == [Focus("firefox/12")]
    source.close()


def test_kwin_that_runs_no_scripts_is_unavailable_and_leaves_no_file(
    bus: PrivateBus, serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert bus.address
    monkeypatch.setattr(KWinFocusSource, "patience_ms", 100)
    serve(KWIN)
    with pytest.raises(SourceUnavailableError, match="KWin did not run our script"):
        open_focus(SensingOptions())
    assert list((tmp_path / "unplug").iterdir()) == []


def test_runtime_folder_that_cannot_be_written_is_unavailable(
    bus: PrivateBus, kwin: FakeKWin, tmp_path: Path
) -> None:
    assert bus.address
    (tmp_path / "unplug").write_text("a file")
    with pytest.raises(SourceUnavailableError, match="KWin did not run our script"):
        open_focus(SensingOptions())
    assert not kwin.ran


def test_other_desktops_have_no_kwin(bus: PrivateBus) -> None:
    assert bus.address
    with pytest.raises(SourceUnavailableError, match="this is not KWin"):
        open_focus(SensingOptions())


def test_without_a_runtime_folder_kwin_gets_no_script(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    with pytest.raises(SourceUnavailableError, match="XDG_RUNTIME_DIR is not set"):
        open_focus(SensingOptions())


def test_title_of_a_private_window_is_left_out(kwin: FakeKWin) -> None:
    source = open_focus(SensingOptions(titles=True))
    kwin.focus(source, "firefox", "Bank — Mozilla Firefox Private Browsing", "12")
    assert said(source) == [Focus("firefox")]
    source.close()
