"""The autostart switch of each system, in throw-away homes."""

import plistlib
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.autostart.macos import LaunchAgentAutostart
from ui.autostart.windows import RegistryAutostart, command_line, from_anywhere
from ui.autostart.xdg import XdgAutostart, exec_line
from ui.launching import Launch
from unplug.errors import UnplugError

LAUNCH = Launch(("/opt/un plug/unplug",))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def xdg(home: Path, launch: Launch = LAUNCH, **environ: str) -> XdgAutostart:
    environ = {"XDG_CONFIG_DIRS": str(home.parent / "xdg"), **environ}
    return XdgAutostart(launch, {"HOME": str(home), **environ})


def own_entry(home: Path) -> Path:
    return home / ".config" / "autostart" / "unplug.desktop"


def write_entry(path: Path, *lines: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(("[Desktop Entry]", *lines)) + "\n")
    return path


def shared_entry(home: Path, *lines: str) -> Path:
    return write_entry(home.parent / "xdg" / "autostart" / "unplug.desktop", *lines)


def parse_exec(value: str) -> list[str]:
    """Take an Exec value apart as launchers do, field codes included."""
    escapes = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
    text = re.sub(r"\\(.)", lambda found: escapes[found[1]], value)
    words: list[str] = []
    at = 0
    while at < len(text):
        word = ""
        if text[at] == '"':
            at += 1
            while text[at] != '"':
                at += text[at] == "\\"
                word += text[at]
                at += 1
            at += 1
        else:
            while at < len(text) and text[at] != " ":
                word += text[at]
                at += 1
        words.append(word.replace("%%", "%"))
        assert at == len(text) or text[at] == " "
        at += 1
    return words


def test_turning_it_on_writes_an_entry_and_off_takes_it_away(home: Path) -> None:
    switch = xdg(home)
    assert not switch.is_on()
    switch.set_on(on=True)
    assert switch.is_on()
    lines = own_entry(home).read_text().splitlines()
    assert lines[0] == "[Desktop Entry]"
    assert 'Exec="/opt/un plug/unplug"' in lines
    assert "Type=Application" in lines
    assert [path.name for path in own_entry(home).parent.iterdir()] == [
        "unplug.desktop"
    ]
    switch.set_on(on=False)
    assert not switch.is_on()
    assert not own_entry(home).exists()
    switch.set_on(on=False)


@pytest.mark.parametrize("off", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_an_entry_that_was_turned_off_elsewhere_is_off(home: Path, off: str) -> None:
    write_entry(own_entry(home), "Type=Application", "Exec=unplug", off)
    assert not xdg(home).is_on()
    xdg(home).set_on(on=True)
    assert xdg(home).is_on()


def test_what_the_user_added_is_kept_and_the_command_made_right(home: Path) -> None:
    write_entry(
        own_entry(home),
        "# mine",
        "Exec=/old/unplug",
        "X-GNOME-Autostart-Delay=30",
        "[Desktop Action quiet]",
        "Exec=/old/unplug quiet",
    )
    xdg(home).set_on(on=True)
    text = own_entry(home).read_text()
    assert text.startswith("[Desktop Entry]\nType=Application\n")
    assert "# mine\n" in text
    assert "X-GNOME-Autostart-Delay=30\n" in text
    assert "/old/unplug\n" not in text
    assert text.endswith("[Desktop Action quiet]\nExec=/old/unplug quiet\n")
    assert text.count("[Desktop Entry]") == 1


def test_an_entry_of_the_system_counts_and_is_outweighed_not_deleted(
    home: Path,
) -> None:
    shared = shared_entry(home, "Type=Application", "Exec=unplug")
    switch = xdg(home)
    assert switch.is_on()
    switch.set_on(on=False)
    assert not switch.is_on()
    assert shared.exists()
    switch.set_on(on=True)
    assert switch.is_on()


def test_the_configuration_folder_may_be_elsewhere_but_not_relative(
    home: Path, tmp_path: Path
) -> None:
    xdg(home, XDG_CONFIG_HOME=str(tmp_path / "conf")).set_on(on=True)
    assert (tmp_path / "conf" / "autostart" / "unplug.desktop").exists()
    assert not own_entry(home).exists()
    xdg(home, XDG_CONFIG_HOME="conf").set_on(on=True)
    assert own_entry(home).exists()


def test_a_linked_entry_stays_a_link(home: Path, tmp_path: Path) -> None:
    kept = write_entry(tmp_path / "dotfiles" / "unplug.desktop", "Exec=old")
    own_entry(home).parent.mkdir(parents=True)
    own_entry(home).symlink_to(kept)
    xdg(home).set_on(on=True)
    assert own_entry(home).is_symlink()
    assert "/opt/un plug/unplug" in kept.read_text()


def test_a_copy_that_runs_from_a_checkout_is_started_there(home: Path) -> None:
    launch = Launch(("/usr/bin/python3", "-m", "ui"), Path("/src/a\\b"))
    xdg(home, launch).set_on(on=True)
    lines = own_entry(home).read_text().splitlines()
    assert "Exec=/usr/bin/python3 -m ui" in lines
    assert r"Path=/src/a\\b" in lines
    xdg(home).set_on(on=True)
    assert "Path=" not in own_entry(home).read_text()


def test_a_folder_that_cannot_be_made_is_named(home: Path) -> None:
    home.write_text("a file")
    with pytest.raises(
        UnplugError, match=r"cannot write the autostart entry .*desktop"
    ):
        xdg(home).set_on(on=True)


@pytest.mark.parametrize(
    ("argument", "written"),
    [
        ("plain-name_1.0", "plain-name_1.0"),
        ("two words", '"two words"'),
        ('say "hi"', '"say \\\\"hi\\\\""'),
        ("$HOME", '"\\\\$HOME"'),
        ("back\\slash", '"back\\\\\\\\slash"'),
        ("100%", "100%%"),
        ("", '""'),
    ],
)
def test_arguments_are_quoted_by_the_rules(argument: str, written: str) -> None:
    assert exec_line(("/bin/x", argument)) == f"/bin/x {written}"


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"))))
def test_any_command_comes_out_of_its_line_again(arguments: list[str]) -> None:
    line = exec_line(("/bin/x", *arguments))
    assert "\n" not in line
    assert parse_exec(line) == ["/bin/x", *arguments]


def test_a_program_path_with_an_equals_sign_is_refused(home: Path) -> None:
    with pytest.raises(UnplugError, match="an equals sign"):
        xdg(home, Launch(("/a=b/unplug",))).set_on(on=True)
    assert not own_entry(home).exists()


def test_a_launch_agent_is_written_and_removed(home: Path) -> None:
    launch = Launch(("/usr/bin/python3", "-m", "ui"), Path("/src"))
    switch = LaunchAgentAutostart(launch, home)
    assert not switch.is_on()
    switch.set_on(on=True)
    assert switch.is_on()
    path = home / "Library" / "LaunchAgents" / "unplug.plist"
    agent = plistlib.loads(path.read_bytes())
    assert agent["ProgramArguments"] == ["/usr/bin/python3", "-m", "ui"]
    assert agent["WorkingDirectory"] == "/src"
    assert agent["RunAtLoad"] is True
    assert "KeepAlive" not in agent  # whoever quits it wants it to be gone
    switch.set_on(on=False)
    assert not switch.is_on()
    switch.set_on(on=False)


@pytest.mark.parametrize("content", [b"", b"junk", plistlib.dumps({"Disabled": True})])
def test_a_broken_or_disabled_agent_is_off_and_can_be_turned_on(
    home: Path, content: bytes
) -> None:
    switch = LaunchAgentAutostart(LAUNCH, home)
    path = home / "Library" / "LaunchAgents" / "unplug.plist"
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    assert not switch.is_on()
    switch.set_on(on=True)
    assert switch.is_on()


class FakeRegistry:
    """The user's part of a registry; texts are REG_SZ, bytes REG_BINARY."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], str | bytes] = {}
        self.refuses = False

    def get(self, key: str, name: str) -> str | bytes | None:
        return self.values.get((key.lower(), name.lower()))

    def set(self, key: str, name: str, value: str) -> None:
        if self.refuses:
            raise PermissionError(5, "Access is denied")
        self.values[key.lower(), name.lower()] = value

    def delete(self, key: str, name: str) -> None:
        self.values.pop((key.lower(), name.lower()), None)


RUN = ("software\\microsoft\\windows\\currentversion\\run", "unplug")
APPROVED = (
    "software\\microsoft\\windows\\currentversion\\explorer\\startupapproved\\run",
    "unplug",
)
WINDOWS_LAUNCH = Launch((r"C:\Program Files\unplug\unplug-tray.exe",))


def test_the_run_key_is_written_and_deleted() -> None:
    registry = FakeRegistry()
    switch = RegistryAutostart(WINDOWS_LAUNCH, registry)
    assert not switch.is_on()
    switch.set_on(on=True)
    assert switch.is_on()
    assert registry.values == {RUN: r'"C:\Program Files\unplug\unplug-tray.exe"'}
    switch.set_on(on=False)
    assert not switch.is_on()
    assert registry.values == {}


def test_what_the_task_manager_turned_off_is_off_until_turned_on_here() -> None:
    registry = FakeRegistry()
    switch = RegistryAutostart(WINDOWS_LAUNCH, registry)
    switch.set_on(on=True)
    registry.values[APPROVED] = bytes([2]) + bytes(11)
    assert switch.is_on()
    registry.values[APPROVED] = bytes([3]) + bytes(11)
    assert not switch.is_on()
    switch.set_on(on=True)
    assert switch.is_on()


def test_a_refused_registry_is_named() -> None:
    registry = FakeRegistry()
    registry.refuses = True
    with pytest.raises(UnplugError, match=r"cannot write .*Run: Access is denied"):
        RegistryAutostart(WINDOWS_LAUNCH, registry).set_on(on=True)


def test_on_windows_a_checkout_starts_from_any_folder(tmp_path: Path) -> None:
    checkout = tmp_path / "o'hara's \"src\""
    (checkout / "ui").mkdir(parents=True)
    (checkout / "ui" / "__init__.py").touch()
    (checkout / "ui" / "__main__.py").write_text("import sys; print(sys.argv[1:])")
    launch = Launch((sys.executable, "-m", "ui", "--data-dir", "D"), checkout)
    done = subprocess.run(
        from_anywhere(launch), capture_output=True, text=True, cwd="/", check=True
    )
    assert done.stdout == "['--data-dir', 'D']\n"


def test_a_command_that_windows_would_not_run_is_refused() -> None:
    with pytest.raises(UnplugError, match="more than 260 characters"):
        command_line(Launch(("C:\\" + "x" * 300 + ".exe",)))
