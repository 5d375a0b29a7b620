"""Reading and finding desktop entries."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unplug.sensing.desktop_entries import (
    DesktopEntries,
    DesktopEntry,
    by_id,
    folders,
    language,
    read,
)

GEDIT = """# a comment
[Desktop Entry]
Type=Application
Name=Text Editor
Name[de]=Textbearbeitung
Name[de_AT]=Textbearbeitung (Jause)
Name[sr@latin]=Uređivač
Icon=org.gnome.gedit
Exec=env GTK_THEME=x /usr/bin/gedit --standalone %U
StartupWMClass=Gedit-main

[Desktop Action new-window]
Name=New Window
Exec=gedit --new-window
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "applications"
    folder.mkdir()
    (folder / "org.gnome.gedit.desktop").write_text(GEDIT)
    return folder


def name_in(locale: str, folder: Path) -> str:
    return DesktopEntries([folder], locale).display_name("org.gnome.gedit")


def test_entry_is_read_whole_and_its_actions_are_not(folder: Path) -> None:
    assert by_id("org.gnome.gedit", [folder]) == DesktopEntry(
        id="org.gnome.gedit",
        name="Text Editor",
        icon="org.gnome.gedit",
        exec_basename="gedit",
        startup_wm_class="Gedit-main",
    )


@pytest.mark.parametrize(
    ("locale", "name"),
    [
        ("de_DE.UTF-8", "Textbearbeitung"),
        ("de_AT.UTF-8", "Textbearbeitung (Jause)"),
        ("de", "Textbearbeitung"),
        ("sr_RS.UTF-8@latin", "Uređivač"),
        ("sr_RS.UTF-8", "Text Editor"),
        ("C.UTF-8", "Text Editor"),
        ("", "Text Editor"),
    ],
)
def test_name_is_in_the_language_of_the_user(
    folder: Path, locale: str, name: str
) -> None:
    assert name_in(locale, folder) == name


@pytest.mark.parametrize(
    "app",
    ["org.gnome.gedit", "ORG.GNOME.Gedit", "Gedit-main", "gedit-MAIN"],
)
def test_app_is_found_by_id_in_any_case_and_by_window_class(
    folder: Path, app: str
) -> None:
    assert DesktopEntries([folder], "").display_name(app) == "Text Editor"


def test_unknown_app_is_shown_by_its_id(folder: Path) -> None:
    assert DesktopEntries([folder], "").find("XTerm") is None
    assert DesktopEntries([folder], "").display_name("XTerm") == "XTerm"


def test_entry_in_a_folder_below_has_hyphens_in_its_id(folder: Path) -> None:
    (folder / "kde4").mkdir()
    (folder / "kde4" / "kate.desktop").write_text("[Desktop Entry]\nName=Kate")
    assert DesktopEntries([folder], "").display_name("kde4-kate") == "Kate"


def test_earlier_folder_wins_and_can_hide(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    entries = DesktopEntries([own, folder], "")
    (own / "org.gnome.gedit.desktop").write_text("[Desktop Entry]\nName=Mine")
    assert entries.display_name("org.gnome.gedit") == "Mine"
    hidden = "[Desktop Entry]\nName=Mine\nHidden=true"
    (own / "org.gnome.gedit.desktop").write_text(hidden)
    os.utime(own, ns=(1, 1))
    assert entries.find("org.gnome.gedit") is None
    assert entries.find("Gedit-main") is None


def test_app_installed_later_is_found_without_a_restart(folder: Path) -> None:
    entries = DesktopEntries([folder], "")
    assert entries.display_name("new") == "new"
    (folder / "new.desktop").write_text("[Desktop Entry]\nName=Brand New")
    os.utime(folder, ns=(1, 1))
    assert entries.display_name("new") == "Brand New"


def test_folder_that_is_missing_is_an_empty_one(tmp_path: Path) -> None:
    assert DesktopEntries([tmp_path / "none"], "").display_name("a") == "a"


@pytest.mark.parametrize("app", ["", "../secret", ".hidden", "a/b", "a\0b"])
def test_app_id_that_is_no_file_name_is_found_nowhere(folder: Path, app: str) -> None:
    (folder.parent / "secret.desktop").write_text("[Desktop Entry]\nName=S")
    assert DesktopEntries([folder], "").find(app) is None


def test_entry_that_is_a_folder_a_pipe_or_too_long_is_none(folder: Path) -> None:
    (folder / "folder.desktop").mkdir()
    os.mkfifo(folder / "pipe.desktop")
    (folder / "long.desktop").write_text("[Desktop Entry]\nName=" + "x" * 600_000)
    entries = DesktopEntries([folder], "")
    for app in ("folder", "pipe", "long", "FOLDER"):
        assert entries.find(app) is None


@pytest.mark.parametrize(
    ("command", "program"),
    [
        (
            "/usr/bin/flatpak run --command=gimp-2.10 org.gimp.GIMP @@u %U @@",
            "gimp-2.10",
        ),
        ('"/opt/My App/run me" %f', "run me"),
        ("/usr/bin/env -i A=1 B=2 prog", "prog"),
        ("prog", "prog"),
        ('"unclosed', None),
        ("", None),
    ],
)
def test_program_is_the_one_that_is_really_started(
    folder: Path, command: str, program: str | None
) -> None:
    path = folder / "a.desktop"
    path.write_text(f"[Desktop Entry]\nName=A\nExec={command}\n")
    entry = read(path, "a")
    assert entry is not None
    assert entry.exec_basename == program


def test_escapes_in_names_are_undone(folder: Path) -> None:
    path = folder / "a.desktop"
    path.write_text("[Desktop Entry]\nName=A\\sB\\\\C\\x\\")
    entry = read(path, "a")
    assert entry is not None
    assert entry.name == "A B\\C\\x\\"


def test_folders_are_the_desktops_own_first_and_named_once() -> None:
    found = folders({"HOME": "/h", "XDG_DATA_DIRS": "/a:/b::/a"})
    assert [str(path) for path in found[:3]] == [
        "/h/.local/share/applications",
        "/a/applications",
        "/b/applications",
    ]
    assert len(set(found)) == len(found)
    assert "/var/lib/flatpak/exports/share/applications" in map(str, found)
    assert "/var/lib/snapd/desktop/applications" in map(str, found)


def test_language_is_that_of_messages() -> None:
    assert language({"LANG": "de_DE.UTF-8"}) == "de_DE.UTF-8"
    assert language({"LANG": "de_DE", "LC_MESSAGES": "fr_FR", "LC_ALL": ""}) == "fr_FR"
    assert language({}) == ""


@given(st.binary(max_size=300))
def test_no_content_whatever_raises(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.desktop"
    path.write_bytes(b"[Desktop Entry]\nName=N\nExec=" + raw)
    assert read(path, "any") is None or isinstance(read(path, "any"), DesktopEntry)
