"""Bad input: one sentence that names what is wrong, exit 1, and nothing half-done."""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.unplug.cli.calling import REPO, SENTENCE, call, program, refusal, spawned
from tests.unplug.cli.test_reading_commands import active, answer, write
from tests.unplug.engine.life import kept, life
from unplug.paths import REPORT_NAME

DAY = ("--from", "2026-03-10", "--to", "2026-03-10")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder that every user of this machine can enter."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        place.chmod(0o755)
        yield place


def without_privileges() -> tuple[str, ...]:
    """What makes root ask for permission like everybody else."""
    if os.geteuid() != 0:
        return ()
    return ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--")


NAMELESS = """
import os
import unplug.cli.status, unplug.engine.stored_present
from tests.unplug.cli.__main__ import NoFront
from unplug.cli.main import main
from unplug.clock import SystemClock

SystemClock().zone()
if os.geteuid() == 0:  # after the imports: the code may lie where only root can read
    os.setgroups([])
    os.setgid(54321)
    os.setuid(54321)

main(NoFront())
"""


def state_of(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


READING = [
    ("status",),
    ("usage",),
    ("usage", "--by", "category"),
    ("export", "--to", "out"),
]


@pytest.mark.parametrize("words", READING)
@pytest.mark.parametrize(
    "rubbish",
    [b"rubbish", b"x" * 100_000, b"SQLite format 3\0" + b"\xff" * 9_000, b""],
    ids=["short", "long", "disguised", "empty"],
)
def test_a_database_of_rubbish_is_named_and_left_alone(
    folder: Path, words: tuple[str, ...], rubbish: bytes, tmp_path: Path
) -> None:
    folder.mkdir()
    (folder / "unplug.db").write_bytes(rubbish)
    words = tuple(str(tmp_path / "out") if word == "out" else word for word in words)
    assert str(folder / "unplug.db") in refusal(folder, *words)
    assert state_of(folder) == {"unplug.db": rubbish}
    assert not (tmp_path / "out").exists()


def test_doctor_tells_of_rubbish(folder: Path) -> None:
    folder.mkdir()
    (folder / "unplug.db").write_bytes(b"rubbish" * 1000)
    done = call(folder, "doctor", "--json")
    assert done.exit_code == 1
    assert json.loads(done.stdout)["database"]["damaged"] is True


@pytest.mark.parametrize("words", [*READING, ("doctor",), ("doctor", "--rebuild")])
def test_a_newer_database_is_refused_by_number(
    folder: Path, words: tuple[str, ...], tmp_path: Path
) -> None:
    write(folder, active("2026-03-10T09:00:00+00:00", 10))
    with closing(sqlite3.connect(folder / "unplug.db")) as connection:
        connection.execute("PRAGMA user_version = 77")
    words = tuple(str(tmp_path / "out") if word == "out" else word for word in words)
    assert "77" in refusal(folder, *words)


@pytest.mark.parametrize(
    "words", [("status",), ("usage",), ("doctor",), ("import", "activitywatch", "x")]
)
@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("idle_after_s = 3", "idle_after_s"),
        ("idle_after_s = \n", "line 2"),
        ('titles = "yes"', "titles"),
    ],
)
def test_a_mistake_in_the_settings_is_named_with_its_line(
    folder: Path, words: tuple[str, ...], line: str, told: str
) -> None:
    folder.mkdir()
    (folder / "settings.toml").write_text(f"[tracking]\n{line}\n")
    sentence = refusal(folder, *words)
    assert "settings.toml" in sentence
    assert "line 2" in sentence
    assert told in sentence


def test_an_unknown_setting_is_reported_and_does_not_stop_anything(
    folder: Path,
) -> None:
    folder.mkdir()
    (folder / "settings.toml").write_text("[tracking]\nidle_after = 90\n")
    assert "idle_after" in answer(folder, "status")["notices"][0]


@pytest.mark.parametrize(
    "rule",
    [
        "[[rule]]\ncategory = 3\n",
        '[[rule]]\ncategory = "A"\napp_regex = "("\n',
        '[[rule]]\ncategory = "A"\nup = "x"\n',
        "[[rule]\n",
    ],
)
def test_a_mistake_in_the_categories_is_named_with_its_line(
    folder: Path, rule: str
) -> None:
    write(folder, active("2026-03-10T09:00:00+00:00", 10))
    (folder / "categories.toml").write_text(f"# mine\n{rule}")
    sentence = refusal(folder, "usage", *DAY, "--by", "category")
    assert "categories.toml" in sentence
    assert "line " in sentence


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"at": "2026-03-10T09:00:00", "fact": "tick"}',
        '{"at": "2026-03-10T09:00:00+00:00", "fact": "nap"}',
        '{"at": "2026-03-10T09:00:00+00:00", "fact": "idle"}',
        '{"at": "2026-03-10T09:00:00+00:00", "mono_s": -1, "fact": "tick"}',
        '{"at": "2026-03-10T09:00:00+00:00", "fact": "zone", "name": "Mars/Base"}',
        "\udcff",
    ],
)
def test_a_malformed_line_of_a_recording_is_named(
    folder: Path, tmp_path: Path, line: str
) -> None:
    file = tmp_path / "day.jsonl"
    good = '{"at": "2026-03-10T09:00:00+00:00", "fact": "start"}'
    file.write_text(f"{good}\n\n{line}\n{good}\n", errors="surrogateescape")
    sentence = refusal(folder, "replay", file)
    assert f"{file}, line 3: " in sentence
    assert not folder.exists()


def test_a_recording_that_is_not_there_or_empty_is_named(
    folder: Path, tmp_path: Path
) -> None:
    assert "none.jsonl" in refusal(folder, "replay", tmp_path / "none.jsonl")
    (tmp_path / "empty.jsonl").touch()
    assert "empty.jsonl" in refusal(folder, "replay", tmp_path / "empty.jsonl")
    assert call(folder, "replay", tmp_path).exit_code == 2
    assert "2x" in refusal(
        folder, "replay", tmp_path / "none.jsonl", "--idle-after", "2x"
    )


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not json",
        b"{}",
        b"[]",
        b'{"buckets": {"b": {"events": [{"timestamp": 3}]}}}',
        b'{"buckets": {"b": {"type": "currentwindow", "hostname": "h", "events": [',
        b"\xff\xfe\x00",
    ],
)
def test_a_malformed_import_changes_nothing(
    folder: Path, tmp_path: Path, content: bytes
) -> None:
    write(folder, active("2026-03-10T09:00:00+00:00", 10))
    before = kept(folder)
    file = tmp_path / "aw.json"
    file.write_bytes(content)
    assert "aw.json" in refusal(folder, "import", "activitywatch", file)
    assert kept(folder) == before


def test_an_import_that_is_not_there_makes_no_database(
    folder: Path, tmp_path: Path
) -> None:
    assert "none.json" in refusal(
        folder, "import", "activitywatch", tmp_path / "none.json"
    )
    assert not (folder / "unplug.db").exists()


def test_targets_that_cannot_be_written_are_named(folder: Path, tmp_path: Path) -> None:
    write(folder, active("2026-03-10T09:00:00+00:00", 10))
    assert "/proc/nowhere" in refusal(folder, "export", "--to", "/proc/nowhere")
    (tmp_path / "file").touch()
    below = tmp_path / "file" / "below"
    assert str(below) in refusal(folder, "export", "--to", below)
    assert str(below) in refusal(folder, "record", below)
    assert "missing" in refusal(folder, "record", tmp_path / "missing" / "x.jsonl")
    (tmp_path / "letter").write_text("Dear Ada\n")
    assert "letter, line 1" in refusal(folder, "record", tmp_path / "letter")
    assert (tmp_path / "letter").read_text() == "Dear Ada\n"


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("usage", "--by", "mood"),
        ("usage", "more"),
        ("export",),
        ("export", "--to", "x", "--format", "xml"),
        ("replay",),
        ("record",),
        ("import",),
        ("import", "diary"),
        ("erase",),
        ("status", "--xml"),
    ],
)
def test_a_wrong_call_is_exit_2_and_makes_nothing(
    folder: Path, words: tuple[str, ...]
) -> None:
    assert call(folder, *words).exit_code == 2
    assert not folder.exists()


@pytest.mark.parametrize(
    "words",
    [
        ("track",),
        ("doctor", "--rebuild"),
        ("import", "activitywatch", "aw.json"),
    ],
)
def test_what_writes_is_refused_while_another_one_records(
    folder: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    aw = tmp_path / "aw.json"
    aw.write_text('{"buckets": {}}')
    words = tuple(str(aw) if word == "aw.json" else word for word in words)
    with life(folder):
        assert f"process {os.getpid()} " in refusal(folder, *words)


def test_a_bug_of_ours_is_reported_in_a_file_only_the_user_reads(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import unplug.cli.status as command  # noqa: PLC0415

    def fails(*_: object) -> None:
        msg = "a bug"
        raise ZeroDivisionError(msg)

    monkeypatch.setattr(command, "present", fails)
    done = call(folder, "status")
    assert done.exit_code == 1
    report = folder / REPORT_NAME
    assert done.stderr == (f"unplug: something went wrong, report saved at {report}\n")
    assert "ZeroDivisionError: a bug" in report.read_text()
    assert report.stat().st_mode & 0o077 == 0
    assert folder.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("words", [("status",), ("usage",), ("export", "--to", "x")])
def test_somebody_elses_folder_is_refused(
    open_place: Path, words: tuple[str, ...]
) -> None:
    folder = open_place / "theirs"
    folder.mkdir()
    folder.chmod(0)
    try:
        done = spawned(
            "--data-dir", folder, *words, before=without_privileges(), cwd=open_place
        )
    finally:
        folder.chmod(0o700)
    assert done.returncode == 1
    assert SENTENCE.fullmatch(done.stderr.decode()), done.stderr
    assert str(folder) in done.stderr.decode()


def test_a_read_only_folder_can_be_read(open_place: Path) -> None:
    folder = open_place / "data"
    write(folder, active("2026-03-10T09:00:00+00:00", 10))
    for path in (*folder.iterdir(), folder):
        path.chmod(0o555 if path.is_dir() else 0o444)
    done = spawned(
        *("--data-dir", folder, "usage", *DAY, "--json"),
        before=without_privileges(),
        cwd=open_place,
    )
    folder.chmod(0o755)
    assert done.stderr == b""
    assert json.loads(done.stdout)["total"]["screen_s"] == 600


def test_without_a_home_and_a_name_the_folder_has_to_be_given(
    open_place: Path,
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", NAMELESS, "status"],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(REPO)},
        cwd=open_place,
        capture_output=True,
        timeout=60,
        check=False,
    )
    if os.geteuid() == 0:  # nobody else can become a user without a name
        assert done.returncode == 1
        assert b"--data-dir" in done.stderr
    given = spawned("status", env={"UNPLUG_DATA_DIR": str(open_place / "d")})
    assert given.returncode == 0
    assert list(open_place.iterdir()) == []


def test_the_environment_names_the_folder_and_the_option_wins(tmp_path: Path) -> None:
    env = {"UNPLUG_DATA_DIR": str(tmp_path / "one"), "HOME": str(tmp_path)}
    assert spawned(env=env).stdout.decode() == f"front started in {tmp_path / 'one'}\n"
    other = spawned("--data-dir", "~/two", env=env).stdout.decode()
    assert other == f"front started in {tmp_path / 'two'}\n"


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_reader_that_goes_away_is_no_bug(folder: Path, form: tuple[str, ...]) -> None:
    days = [active(f"2026-03-{day:02}T09:00:00+00:00", 9 * 60) for day in range(1, 28)]
    write(folder, *days)
    words = ("--data-dir", str(folder), "usage", "--by", "hour")
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as out:
        done = subprocess.run(
            program(*words, "--from", "2026-03-01", "--to", "2026-03-31", *form),
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(REPO)},
            stdout=out,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert done.stderr == b""
    assert not (folder / REPORT_NAME).exists()


@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "cp1251"},
    ],
)
def test_names_that_the_terminal_cannot_show_end_nothing(
    folder: Path, locale: dict[str, str]
) -> None:
    name = "Кино 网易 🎬"
    write(folder, active("2026-03-10T09:00:00+00:00", 10, name))
    for words in (("usage", *DAY), ("usage", *DAY, "--json"), ("status",)):
        done = spawned("--data-dir", folder, *words, env=locale)
        assert (done.returncode, done.stderr) == (0, b"")
        if "--json" in words:
            encoding = locale.get("PYTHONIOENCODING", "utf-8")
            told = json.loads(done.stdout.decode(encoding))
            assert told["rows"][0]["app"] == name
    refused = spawned("--data-dir", folder, "usage", "--from", "Ж", env=locale)
    assert refused.returncode == 1
    assert refused.stderr.startswith(b"unplug: cannot read a day")


def test_a_folder_whose_name_is_no_text_works(tmp_path: Path) -> None:
    folder = os.fsdecode(os.fsencode(tmp_path) + b"/d\xff")
    done = spawned("--data-dir", folder, "export", "--to", f"{folder}/out")
    assert (done.returncode, done.stderr) == (0, b"")
    out = os.fsencode(folder) + b"/out/"
    assert done.stdout == out + b"screen-time.json\n" + out + b"days.json\n"
