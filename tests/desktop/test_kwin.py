from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.desktop.kwin import CONFIG, kwin
from tests.unplug.sensing.buses import PrivateBus, hear_until, private_bus, readable
from unplug.sensing.facts import Focus
from unplug.sensing.kwin import open_focus
from unplug.sensing.source import SensingOptions, SourceLostError

pytestmark = pytest.mark.desktop


@pytest.fixture
def folder() -> Iterator[Path]:
    """Not pytest's own: only root can look into that one, and KWin is not root."""
    with TemporaryDirectory(prefix="unplug-kwin-") as made:
        yield Path(made)


@pytest.fixture
def bus(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateBus]:
    (folder / "bus.conf").write_text(CONFIG.format(socket=folder / "bus"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    with private_bus(folder, config=folder / "bus.conf") as bus:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
        yield bus


def test_windows_titles_and_a_restart_are_told_as_they_happen(
    bus: PrivateBus, folder: Path
) -> None:
    with kwin(folder, bus) as desktop:
        source = open_focus(SensingOptions(titles=True))
        hear_until(source, Focus(None))
        with desktop.window("org.example.Reader", "Page 1") as window:
            hear_until(source, Focus("org.example.Reader", "Page 1"))
            window.retitle("Page 2")
            hear_until(source, Focus("org.example.Reader", "Page 2"))
            with desktop.window("org.example.Player", "Film"):
                hear_until(source, Focus("org.example.Player", "Film"))
            hear_until(source, Focus("org.example.Reader", "Page 2"))
        hear_until(source, Focus(None))
    assert readable(source)
    with pytest.raises(SourceLostError):
        source.dispatch()
    source.close()
    with kwin(folder, bus) as desktop:
        again = open_focus(SensingOptions())
        with desktop.window("org.example.Reader", "Page 3"):
            hear_until(again, Focus("org.example.Reader"))
        again.close()


def test_titles_stay_in_kwin_when_they_are_off(bus: PrivateBus, folder: Path) -> None:
    with kwin(folder, bus) as desktop:
        source = open_focus(SensingOptions())
        hear_until(source, Focus(None))
        with desktop.window("org.example.Reader", "Page 1"):
            hear_until(source, Focus("org.example.Reader"))
        hear_until(source, Focus(None))
        source.close()
