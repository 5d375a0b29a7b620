import subprocess
import sys
from pathlib import Path

import pytest

from unplug.errors import UnplugError
from unplug.settings import Days, Settings, Tracking, parse, read
from unplug.settings.sections import Calendar


def test_without_a_file_everything_is_as_shipped(tmp_path: Path) -> None:
    loaded = read(tmp_path / "settings.toml")
    assert loaded.settings == Settings()
    assert loaded.notices == ()
    assert loaded.settings.tracking.idle_after_s == 120
    assert loaded.settings.days.start_min == 240


def test_what_the_file_says_counts_and_the_rest_is_as_shipped(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('[tracking]\nexcluded_apps = ["a"]\n[days]\nstarts_at = "05:30"\n')
    settings = read(path).settings
    assert settings.tracking == Tracking(excluded_apps=("a",))
    assert settings.days.start_min == 330


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        (
            "[tracking]\n\nidle_after_s = 3\n",
            '"idle_after_s" must be at least 10, not 3',
            3,
        ),
        (
            "[tracking]\nidle_after_s = 3601",
            '"idle_after_s" must be at most 3600, not 3601',
            2,
        ),
        (
            "tracking.idle_after_s = true",
            '"idle_after_s" must be a whole number, not true',
            1,
        ),
        (
            "[tracking]\nidle_after_s = 120.5",
            '"idle_after_s" must be a whole number, not 120.5',
            2,
        ),
        (
            "[tracking]\ntitles = 1",
            '"titles" must be true or false, not 1',
            2,
        ),
        (
            "[tracking]\nexcluded_apps = [\n'a',\n'',\n]",
            '"excluded_apps" must list names in quotes, not ""',
            2,
        ),
        (
            "[tracking]\nexcluded_apps = 'a'",
            '"excluded_apps" must be a list like ["one", "two"], not "a"',
            2,
        ),
        (
            "[days]\nstarts_at = 04:00:00",
            '"starts_at" must be a time like "04:00", not 04:00:00',
            2,
        ),
        (
            "[days]\nstarts_at = '24:00'",
            '"starts_at" must be a time like "04:00", not "24:00"',
            2,
        ),
        (
            "[days]\nstarts_at = '12:01'",
            '"starts_at" must be "00:00" to "12:00", not "12:01"',
            2,
        ),
        (
            "# hi\ntracking = 4",
            '"tracking" must be a section, not 4',
            2,
        ),
    ],
)
def test_a_mistake_is_told_in_one_sentence_with_its_line(
    text: str, said: str, line: int
) -> None:
    with pytest.raises(UnplugError) as caught:
        parse(text)
    todo = f"fix or delete the line (line {line})"
    assert str(caught.value) == f"cannot read settings.toml: {said} — {todo}"


def test_unknown_keys_do_nothing_but_are_reported() -> None:
    loaded = parse("[trackin]\na = 1\n[tracking]\ntitles = true\nidle_after = 5\n")
    assert loaded.settings == Settings(tracking=Tracking(titles=True))
    first, second = loaded.notices
    assert first.startswith('settings.toml, line 1: "trackin" is no setting; it does')
    assert first.endswith('did you mean "tracking"?')
    assert 'line 5: "idle_after" is no setting of [tracking]' in second
    assert second.endswith('did you mean "idle_after_s"?')


@pytest.mark.parametrize(
    "url",
    [
        "cloud.example.org",
        "ftp://cloud.example.org/",
        "https://",
        "https://ana:secret@cloud.example.org/dav/",
        "https://[cloud",
        "https://cloud.example.org/\n",
    ],
)
def test_an_address_has_to_be_one_and_holds_no_password(url: str) -> None:
    with pytest.raises(ValueError, match="must be an address like") as refused:
        Calendar(url=url)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    "url",
    ["", "https://cloud.example.org/dav/", "http://[::1]:5232/", "https://ana@cloud/"],
)
def test_an_address_or_none_is_fine(url: str) -> None:
    assert Calendar(url=url).url == url
    with pytest.raises(ValueError, match='"user" must be a line of text'):
        Calendar(url=url, user="two\nlines")


def test_a_section_refuses_bad_values_at_birth() -> None:
    with pytest.raises(ValueError, match='"starts_at" must be a time'):
        Days(starts_at="4")


def test_reading_loads_nothing_that_only_writing_needs(tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text("[tracking]\ntitles = true\n")
    code = (
        "import sys, pathlib, unplug.settings as s;"
        "s.read(pathlib.Path(sys.argv[1]));"
        "sys.exit('tomlkit' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "s.toml")]
    subprocess.run(command, check=True)
