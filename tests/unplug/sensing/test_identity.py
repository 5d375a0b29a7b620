"""Which app a window belongs to, on made-up process trees."""

from pathlib import Path

import pytest

from unplug.sensing.identity import identify

USER = "/user.slice/user-1000.slice/user@1000.service/app.slice"
UUID = "0a1b2c3d-0000-4000-8000-0123456789ab"
PID = 4711


class Machine:
    """A machine with one process and a few desktop entries."""

    def __init__(self, root: Path) -> None:
        self.proc = root / "proc"
        self.entries = root / "applications"
        self.process = self.proc / str(PID)
        self.process.mkdir(parents=True)
        self.entries.mkdir()

    def cgroup(self, unit: str, line: str = "0::") -> None:
        (self.process / "cgroup").write_text(f"1:cpu:/\n{line}{USER}/{unit}\n")

    def entry(self, entry_id: str, *lines: str) -> None:
        text = "\n".join(["[Desktop Entry]", "Name=A name", *lines])
        (self.entries / f"{entry_id}.desktop").write_text(text)

    def identify(self, window_class: str | None, pid: int | None = PID) -> str | None:
        return identify(
            pid=pid,
            window_class=window_class,
            proc=self.proc,
            entry_folders=(self.entries,),
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_window_class_is_kept_as_it_is(machine: Machine) -> None:
    machine.cgroup("session-2.scope")
    assert machine.identify("XTerm") == "XTerm"


def test_nothing_known_is_none_and_never_a_made_up_name(machine: Machine) -> None:
    assert machine.identify(None) is None
    assert machine.identify("") is None
    assert machine.identify(None, pid=None) is None


def test_process_that_has_gone_leaves_the_window_class(machine: Machine) -> None:
    assert machine.identify("Gimp", pid=99) == "Gimp"


@pytest.mark.parametrize("pid", [0, -1, None])
def test_no_process_leaves_the_window_class(machine: Machine, pid: int | None) -> None:
    assert machine.identify("Gimp", pid=pid) == "Gimp"


def test_flatpak_is_known_by_its_scope(machine: Machine) -> None:
    machine.cgroup("app-flatpak-org.gimp.GIMP-12345.scope")
    assert machine.identify("Gimp-2.10") == "org.gimp.GIMP"


def test_flatpak_with_a_hyphen_in_its_id_keeps_it(machine: Machine) -> None:
    machine.cgroup(r"app-flatpak-com.a\x2db.C-d-12345.scope")
    assert machine.identify("c") == "com.a-b.C-d"


def test_flatpak_is_known_by_its_info_without_systemd(machine: Machine) -> None:
    (machine.process / "root").mkdir()
    info = "[Application]\nname=org.gnome.Maps\nruntime=runtime/x\n"
    (machine.process / "root" / ".flatpak-info").write_text(info)
    assert machine.identify("gnome-maps") == "org.gnome.Maps"


def test_flatpak_info_without_a_name_says_nothing(machine: Machine) -> None:
    (machine.process / "root").mkdir()
    (machine.process / "root" / ".flatpak-info").write_bytes(b"\xff\xfe[Appl")
    assert machine.identify("Foo") == "Foo"


@pytest.mark.parametrize(
    "unit", [f"snap.firefox.firefox-{UUID}.scope", f"snap.firefox.firefox.{UUID}.scope"]
)
def test_snap_is_known_by_its_desktop_entry(machine: Machine, unit: str) -> None:
    machine.cgroup(unit)
    machine.entry("firefox_firefox", "Exec=env X=1 /snap/bin/firefox %u")
    assert machine.identify("firefox") == "firefox_firefox"


def test_snap_without_an_entry_goes_by_its_name(machine: Machine) -> None:
    machine.cgroup(f"snap.Code.code-{UUID}.scope")
    assert machine.identify("code") == "Code"


def test_program_started_from_an_unconfined_snap_is_itself(machine: Machine) -> None:
    machine.cgroup(f"snap.code.code-{UUID}.scope")
    machine.entry("code_code", "Exec=/snap/bin/code")
    assert machine.identify("firefox") == "firefox"


@pytest.mark.parametrize(
    "unit",
    [
        "app-gnome-org.gnome.gedit-7001.scope",
        "app-org.gnome.gedit-7001.scope",
        "app-org.gnome.gedit@0a1b.service",
        "app-org.gnome.gedit@autostart.service",
        "app-KDE-org.gnome.gedit@0a1b.service",
        "app-org.gnome.gedit.service",
    ],
)
def test_app_started_by_the_desktop_is_its_desktop_entry(
    machine: Machine, unit: str
) -> None:
    machine.cgroup(unit)
    machine.entry("org.gnome.gedit", "Exec=gedit %U")
    assert machine.identify("Gedit") == "org.gnome.gedit"


def test_hybrid_cgroups_are_read_too(machine: Machine) -> None:
    machine.cgroup("app-gnome-org.gnome.gedit-7.scope", "1:name=systemd:")
    machine.entry("org.gnome.gedit")
    assert machine.identify("Gedit") == "org.gnome.gedit"


@pytest.mark.parametrize(
    "unit",
    [r"app-gnome-google\x2dchrome-7001.scope", "app-gnome-google-chrome-7001.scope"],
)
def test_hyphens_in_an_id_may_be_escaped_or_not(machine: Machine, unit: str) -> None:
    machine.cgroup(unit)
    machine.entry("google-chrome", "Exec=/usr/bin/google-chrome-stable %U")
    machine.entry("chrome", "StartupWMClass=other")
    assert machine.identify("Google-chrome") == "google-chrome"


def test_escaped_letters_beyond_ascii_are_put_together(machine: Machine) -> None:
    machine.cgroup(r"app-gnome-k\xc3\xa4se-7001.scope")
    machine.entry("käse")
    assert machine.identify("Käse") == "käse"


@pytest.mark.parametrize(
    "line",
    [
        "StartupWMClass=Navigator",
        "Exec=/opt/x/NAVIGATOR %u",
        'Exec="/opt/a b/navigator"',
    ],
)
def test_window_may_look_like_its_entry_in_several_ways(
    machine: Machine, line: str
) -> None:
    machine.cgroup("app-gnome-some.thing.Else-1.scope")
    machine.entry("some.thing.Else", line)
    assert machine.identify("navigator") == "some.thing.Else"


def test_program_started_from_a_terminal_is_not_the_terminal(machine: Machine) -> None:
    machine.cgroup("app-gnome-org.gnome.Terminal-7001.scope")
    machine.entry("org.gnome.Terminal", "Exec=gnome-terminal")
    assert machine.identify("XEyes") == "XEyes"
    assert machine.identify(None) is None
    assert machine.identify("gnome-terminal") == "org.gnome.Terminal"


def test_terminal_tab_inside_its_service_is_the_terminal(machine: Machine) -> None:
    machine.cgroup("app-org.kde.konsole@0a1b.service/tab(1234).scope")
    machine.entry("org.kde.konsole", "Exec=konsole")
    assert machine.identify("konsole") == "org.kde.konsole"


def test_scope_without_a_desktop_entry_leaves_the_window_class(
    machine: Machine,
) -> None:
    machine.cgroup("app-gnome-gedit-7001.scope")
    assert machine.identify("Gedit") == "Gedit"


def test_scope_cannot_point_outside_the_folders_of_entries(machine: Machine) -> None:
    (machine.entries.parent / "evil.desktop").write_text("[Desktop Entry]\nName=E")
    machine.cgroup(r"app-gnome-..\x2fevil-7001.scope")
    assert machine.identify("evil") == "evil"
