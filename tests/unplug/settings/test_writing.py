import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unplug.errors import UnplugError
from unplug.settings import Settings, change, parse, read, template, write_template
from unplug.settings.section import about
from unplug.settings.sections import section_types, settings_of

OWN = """\
# mine
[tracking] # hi
  idle_after_s = 60    # since the new screen
future = { a = 1 }
excluded_apps = [
  "b", # work
  "a",
]

[unknown]
x = 1.50
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_the_template_changes_nothing_and_has_no_notices() -> None:
    loaded = parse(template())
    assert loaded.settings == Settings()
    assert loaded.notices == ()


def test_the_template_brought_to_life_holds_the_defaults() -> None:
    alive = "\n".join(
        line[1:] if line[:1] == "#" and line[1:2] != " " else line
        for line in template().splitlines()
    )
    document = tomllib.loads(alive)
    assert {name: set(table) for name, table in document.items()} == {
        name: {each.name for each in settings_of(section)}
        for name, section in section_types().items()
    }
    assert parse(alive).settings == Settings()


def test_every_setting_is_explained_with_its_bounds() -> None:
    for section in section_types().values():
        for each in settings_of(section):
            known = about(each)
            assert f"# {known.comment}\n# ({known.kind.bounds()})\n" in template()


def test_the_template_is_written_once_and_never_over_a_file(path: Path) -> None:
    assert write_template(path)
    path.write_text("mine = 1")
    assert not write_template(path)
    assert path.read_text() == "mine = 1"


def test_a_change_in_the_template_touches_one_line(path: Path) -> None:
    write_template(path)
    before = path.read_text().splitlines()
    change(path, "history.backups", 3)
    after = path.read_text().splitlines()
    assert [(a, b) for a, b in zip(before, after, strict=True) if a != b] == [
        ("#backups = 7", "backups = 3")
    ]
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_change_without_a_file_starts_from_the_template(path: Path) -> None:
    change(path, "tracking.titles", True)  # noqa: FBT003  (the value that is set)
    assert path.read_text() == template().replace("#titles = false", "titles = true")


def test_a_change_keeps_comments_order_and_unknown_keys(path: Path) -> None:
    path.write_text(OWN)
    change(path, "tracking.idle_after_s", 300)
    assert path.read_text() == OWN.replace("= 60 ", "= 300 ")


def test_a_list_can_be_replaced(path: Path) -> None:
    path.write_text(OWN)
    change(path, "tracking.excluded_apps", ['quo"te', "é"])
    assert read(path).settings.tracking.excluded_apps == ('quo"te', "é")
    assert "future = { a = 1 }" in path.read_text()
    assert "x = 1.50" in path.read_text()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tracking.titles = true",
        "tracking = { titles = true }",
        "[tracking]\n[days]\n",
        '[unknown]\ntext = """\n[tracking]\n#idle_after_s = 1\n"""\n',
        "[tracking]\r\ntitles = true\r\n",
    ],
)
def test_a_setting_can_be_added_to_any_layout(path: Path, text: str) -> None:
    path.write_bytes(text.encode())
    change(path, "tracking.idle_after_s", 300)
    wanted = tomllib.loads(text)
    wanted.setdefault("tracking", {})["idle_after_s"] = 300
    assert tomllib.loads(path.read_bytes().decode()) == wanted


def test_line_ends_of_windows_stay(path: Path) -> None:
    path.write_bytes(b"[tracking]\r\ntitles = true\r\n")
    change(path, "days.starts_at", "05:00")
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("tracking.idle", 1, "there is no setting: tracking.idle — see settings.toml"),
        ("titles", True, "there is no setting: titles — see settings.toml"),
        ("history.backups", -1, "cannot set history.backups: it must be at least 0"),
        ("tracking.excluded_apps", ["\x7f"], "it must list names in quotes"),
    ],
)
def test_what_does_not_fit_changes_nothing(
    path: Path, key: str, value: object, said: str
) -> None:
    path.write_text(OWN)
    with pytest.raises(UnplugError, match=said):
        change(path, key, value)
    assert path.read_text() == OWN


def test_what_cannot_be_checked_afterwards_is_not_changed(path: Path) -> None:
    path.write_text("other = nan\n")  # which is not even equal to itself
    with pytest.raises(UnplugError, match=r"too unusual — set \"history\.backups\" in"):
        change(path, "history.backups", 3)
    assert path.read_text() == "other = nan\n"


@pytest.mark.parametrize("text", ["[tracking", "tracking = 1"])
def test_a_broken_file_is_left_alone(path: Path, text: str) -> None:
    path.write_text(text)
    with pytest.raises(UnplugError, match=r"settings\.toml"):
        change(path, "tracking.idle_after_s", 300)
    assert path.read_text() == text


def is_a_name(text: str) -> bool:
    return bool(text.strip()) and text.isprintable()


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("tracking.idle_after_s"), st.integers(10, 3600)),
            st.tuples(st.just("tracking.titles"), st.booleans()),
            st.tuples(
                st.just("tracking.excluded_apps"),
                st.lists(st.text(min_size=1).filter(is_a_name), max_size=3),
            ),
            st.tuples(st.just("days.starts_at"), st.sampled_from(["00:00", "05:15"])),
        ),
        max_size=6,
    )
)
def test_any_changes_read_back_as_made_and_comments_stay(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, object]]
) -> None:
    path = tmp_path_factory.mktemp("s") / "settings.toml"
    path.write_text(OWN)
    for key, value in changes:
        change(path, key, value)
    document = tomllib.loads(path.read_text())
    for key, value in dict(changes).items():
        section, name = key.split(".")
        assert document[section][name] == value
    assert path.read_text().startswith("# mine\n[tracking] # hi\n")
    assert document["unknown"] == {"x": 1.5}
