import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from unplug.errors import UnplugError
from unplug.files import write_atomically


def test_a_new_file_is_for_its_owner_only_and_its_folder_is_made(
    tmp_path: Path,
) -> None:
    path = tmp_path / "new" / "a.toml"
    write_atomically(path, ["one ", "två\r\n"])
    assert path.read_bytes() == "one två\r\n".encode()
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o077 == 0


def test_a_link_stays_a_link_and_the_file_behind_it_changes(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles" / "real.toml"
    real.parent.mkdir()
    link = tmp_path / "a.toml"
    link.symlink_to(real)
    write_atomically(link, ["new"])
    assert link.is_symlink()
    assert real.read_text() == "new"


def test_text_that_cannot_be_made_leaves_the_old_file_and_no_litter(
    tmp_path: Path,
) -> None:
    def broken() -> Iterator[str]:
        yield "half"
        raise LookupError

    path = tmp_path / "a.toml"
    path.write_text("old")
    with pytest.raises(LookupError):
        write_atomically(path, broken())
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.toml"]  # noqa: PTH208  (hidden files too)


def test_a_place_that_refuses_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UnplugError, match=r"cannot write a\.toml: .* — check "):
        write_atomically(tmp_path / "file" / "a.toml", ["x"])
