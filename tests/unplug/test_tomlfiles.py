from pathlib import Path

import pytest

from unplug import tomlfiles
from unplug.errors import UnplugError
from unplug.tomlfiles import KeyPath

TEXT = """\
# a comment
[first]
one = 1

two = [
  "a", # why
  "b",
]
[[rule]]
name = "x"
[[rule]]
# here
name = "y"
[[rule.rule]]
deep.er = true
"""


@pytest.mark.parametrize(
    ("where", "line"),
    [
        (("first", "one"), 3),
        (("first", "two"), 5),
        (("rule", 0, "name"), 10),
        (("rule", 1), 11),
        (("rule", 1, "name"), 13),
        (("rule", 1, "rule", 0, "deep", "er"), 15),
        (("first", "three"), None),
        (("first", "one", "more"), None),
    ],
)
def test_the_line_of_a_value_is_found(where: KeyPath, line: int | None) -> None:
    assert tomlfiles.line_of(TEXT, where) == line


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = = 1", "line 1, column 5: invalid value"),
        ("a = 1\nb 2", "line 2, column 3: expected '=' after a key"),
        ("a = 1\na = 2", "line 2 \\(the end\\): cannot overwrite a value"),
        ("a = 1\nb = ", "line 2 \\(the end\\): invalid value"),
        ("", None),
        ("a = " + "[" * 5000, "nested too deeply"),
    ],
)
def test_a_syntax_error_names_its_place(text: str, said: str | None) -> None:
    if said is None:
        assert tomlfiles.parse(text, "f.toml") == {}
        return
    with pytest.raises(UnplugError, match=rf"cannot read f\.toml: .*{said}"):
        tomlfiles.parse(text, "f.toml")


def test_a_missing_file_is_no_error(tmp_path: Path) -> None:
    assert tomlfiles.read_text(tmp_path / "none.toml") is None


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"\xef\xbb\xbfa = 1\r\n")
    assert tomlfiles.read_text(tmp_path / "a.toml") == "a = 1\r\n"


def test_a_file_in_another_encoding_is_refused_with_the_line(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"a = 1\nb = '\xe9'\n")
    with pytest.raises(UnplugError, match="line 2 is not UTF-8 text — save the file"):
        tomlfiles.read_text(tmp_path / "a.toml")


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnplugError, match="directory"):
        tomlfiles.read_text(tmp_path)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (True, "true"),
        ("x", '"x"'),
        ("x" * 50, '"' + "x" * 40 + '…"'),
        ([], "an empty list"),
        ([1], "a list"),
        ({}, "a table"),
        (1.5, "1.5"),
    ],
)
def test_values_are_shown_as_they_are_written(value: object, said: str) -> None:
    assert tomlfiles.shown(value) == said
