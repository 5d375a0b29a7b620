"""People on the command line, with and without a running app."""

import json
import selectors
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.unplug.cli.calling import answer, call, refusal
from tests.unplug.cli.test_sessions import folder, ok
from unplug.clock import SystemClock
from unplug.engine.app import App

CARDS = """BEGIN:VCARD
VERSION:3.0
UID:jose@example.org
FN:José Álvarez
TEL;TYPE=CELL:+49 170 1234567
EMAIL:jose@example.org
BDAY:--0229
END:VCARD
BEGIN:VCARD
VERSION:3.0
UID:mara@example.org
FN:Mara Sol
BDAY:never told
END:VCARD
"""

__all__ = ["folder"]


def serve(folder: Path, started: threading.Event, stop: threading.Event) -> None:
    """Run the app as a loop would, with all whom it listens to."""
    with App(folder, SystemClock()) as app:
        started.set()
        while not stop.is_set():
            with selectors.DefaultSelector() as selector:
                for source in app.sources():
                    selector.register(source, selectors.EVENT_READ)
                for key, _ in selector.select(0.02):
                    app.ready(key.fileobj)  # type: ignore[arg-type]


@contextmanager
def running(folder: Path) -> Iterator[None]:
    """The app runs on a thread of its own."""
    started, stop = threading.Event(), threading.Event()
    thread = threading.Thread(target=serve, args=(folder, started, stop))
    thread.start()
    try:
        assert started.wait(30)
        yield
    finally:
        stop.set()
        thread.join()


@pytest.fixture
def cards(tmp_path: Path) -> Path:
    file = tmp_path / "people.vcf"
    file.write_text(CARDS, "utf-8")
    return file


@pytest.mark.parametrize("served", [False, True])
def test_an_import_says_what_came_of_it_and_twice_changes_nothing(
    folder: Path, cards: Path, *, served: bool
) -> None:
    first, again = ("people", "import", cards), ("people", "import", cards)
    if served:
        with running(folder):
            told = [answer(folder, *first), answer(folder, *again)]
    else:
        told = [answer(folder, *first), answer(folder, *again)]
    keys = ("files", "read", "new", "merged", "unchanged")
    assert [[each[key] for key in keys] for each in told] == [
        [1, 2, 2, 0, 0],
        [1, 2, 0, 0, 2],
    ]
    [problem] = told[0]["problems"]
    assert problem["file"] == str(cards)
    assert problem["line"] == 13
    assert "never told" in problem["what"]


def test_a_list_has_what_scripts_lean_on(folder: Path, cards: Path) -> None:
    ok(folder, "people", "import", cards)
    ok(folder, "people", "edit", "jose", "--circle", "close", "--cadence", "10/20")
    ok(folder, "people", "met", "jose", "--on", "2026-01-02")
    assert answer(folder, "people", "list")[0] == {
        "uid": "jose@example.org",
        "name": "José Álvarez",
        "circle": "close",
        "cadence_d": 10,
        "last_met": "2026-01-02",
        "last_called": None,
        "emails": ["jose@example.org"],
        "phones": ["+491701234567"],
        "birthday": "--02-29",
        "never": False,
    }
    assert len(answer(folder, "people", "list", "alvarez")) == 1
    assert answer(folder, "people", "list", "--circle", "work") == []


def test_nothing_is_listed_before_anything_is_known(folder: Path) -> None:
    assert answer(folder, "people", "list") == []
    assert "cannot find anybody" in refusal(folder, "people", "show", "Zoe")


@pytest.mark.parametrize("served", [False, True])
def test_whatever_is_said_of_a_person_is_shown(folder: Path, *, served: bool) -> None:
    add = (
        *("people", "add", "Zebulon Quack", "--birthday", "1990-04-15", "--city"),
        *("Bonn", "--free", "tue 18-21", "--free", "weekend 10-18", "--closeness"),
        *("4", "--interest", "chess", "--phone", "0170 555", "--email", "z@q.org"),
        *("--messenger", "signal:@zeb", "--zone", "Europe/Madrid", "--topic", "boats"),
        *("--anniversary", "2001-05-03 wedding", "--note", "kind", "--corner", "1"),
    )
    if served:
        with running(folder):
            ok(folder, *add)
    else:
        ok(folder, *add)
    told = answer(folder, "people", "show", "zeb")
    expected = {
        "name": "Zebulon Quack",
        "birthday": "1990-04-15",
        "city": "Bonn",
        "free": "tue 18-21; sat 10-18; sun 10-18",
        "closeness": 4,
        "interests": ["chess"],
        "emails": ["z@q.org"],
        "messengers": ["signal:@zeb"],
        "zone": "Europe/Madrid",
        "topics": ["boats"],
        "notes": ["kind"],
        "anniversaries": [{"on": "2001-05-03", "label": "wedding"}],
        "corner": 1,
    }
    assert {key: told[key] for key in expected} == expected
    ok(folder, "people", "edit", "zeb", "--remove", "chess", "--remove", "sat 9-12")
    ok(folder, "people", "edit", "zeb", "--birthday", "none", "--in-memoriam")
    told = answer(folder, "people", "show", "zeb")
    assert (told["interests"], told["birthday"]) == ([], None)
    assert told["free"] == "tue 18-21; sat 12-18; sun 10-18"
    assert told["in_memoriam"]


@pytest.mark.parametrize("served", [False, True])
def test_meetings_of_several_reset_the_clocks_of_all(
    folder: Path, cards: Path, *, served: bool
) -> None:
    ok(folder, "people", "import", cards)
    met = ("people", "met", "José, mara", "--felt", "4", "--note", "by the lake")
    more = ("--on", "2026-01-02", "--for", "90m", "--topic", "boats")
    if served:
        with running(folder):
            ok(folder, *met, *more)
            ok(folder, "people", "called", "mara", "--on", "2026-02-03")
    else:
        ok(folder, *met, *more)
        ok(folder, "people", "called", "mara", "--on", "2026-02-03")
    mara = answer(folder, "people", "show", "mara")
    assert (mara["last_met"], mara["last_called"]) == ("2026-01-02", "2026-02-03")
    assert mara["check_ins"][1] == {
        "on": "2026-01-02",
        "kind": "in person",
        "people": ["jose@example.org", "mara@example.org"],
        "minutes": 90,
        "felt": 4,
        "topics": ["boats"],
        "note": "by the lake",
    }


def test_a_name_that_tells_several_lists_them(folder: Path) -> None:
    for name in ("Anna Rossi", "Anna Smith", "Annamae Lee"):
        ok(folder, "people", "add", name)
    said = refusal(folder, "people", "met", "anna")
    assert "Anna Rossi, Anna Smith" in said
    assert "Annamae" not in said
    ok(folder, "people", "met", "annam")


def test_a_merger_is_taken_back(folder: Path) -> None:
    for name in ("Anna Rossi", "Anita Rossi"):
        ok(folder, "people", "add", name, "--email", f"{name[:4]}@x.org")
    before = answer(folder, "people", "list")
    ok(folder, "people", "merge", "Anna Rossi", "Anita")
    [one] = answer(folder, "people", "list")
    assert one["emails"] == ["Anna@x.org", "Anit@x.org"]
    ok(folder, "people", "undo")
    assert answer(folder, "people", "list") == before
    assert "cannot find a change" in refusal(folder, "people", "undo", "99")


def test_never_is_kept_and_taken_back(folder: Path) -> None:
    ok(folder, "people", "add", "Anna")
    ok(folder, "people", "never", "Anna")
    assert answer(folder, "people", "list")[0]["never"]
    ok(folder, "people", "never", "Anna", "--not")
    assert not answer(folder, "people", "list")[0]["never"]


def test_what_is_exported_comes_back_as_it_was(folder: Path, tmp_path: Path) -> None:
    ok(folder, "people", "add", "José Peña", "--circle", "close", "--free", "sun 9-12")
    ok(folder, "people", "add", "Anna", "--note", "a; b, c")
    before = answer(folder, "people", "list")
    for target in ("all.vcf", "folder"):
        for version in ("3.0", "4.0"):
            out = tmp_path / version / target
            ok(folder, "people", "export", out, "--version", version)
            other = tmp_path / f"other-{version}-{target}"
            ok(other, "people", "import", out)
            assert answer(other, "people", "list") == before
    out = tmp_path / "shareable.vcf"
    ok(folder, "people", "export", out, "--shareable")
    assert "X-UNPLUG" not in out.read_text("utf-8")


def test_a_preview_takes_nothing_in(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "google.csv"
    file.write_text("Name,E-mail 1 - Value,Shoe size\nAnna,a@x.org,38\n", "utf-8")
    [told] = answer(folder, "people", "import", file, "--preview")
    assert (told["kind"], told["cards"], told["encoding"]) == ("CSV", 1, "utf-8")
    fields = [column["field"] for column in told["columns"]]
    assert fields == ["full_name", "email", None]
    assert told["first"] == ["Anna"]
    assert answer(folder, "people", "list") == []


def test_circles_of_ones_own_have_a_cadence(folder: Path) -> None:
    ok(folder, "people", "circle", "chess", "7")
    ok(folder, "people", "add", "Anna", "--circle", "chess")
    assert answer(folder, "people", "list")[0]["cadence_d"] == 7
    assert "cannot make such a circle" in refusal(
        folder, "people", "circle", "chess", "9", "3"
    )
    ok(folder, "people", "circle", "chess", "--remove")
    assert answer(folder, "people", "list")[0]["cadence_d"] is None


@pytest.mark.parametrize(
    ("words", "failed"),
    [
        (("--circle", "nope"), "cannot find a circle"),
        (("--cadence", "often"), "cannot read how often to meet"),
        (("--birthday", "soon"), "cannot read a day"),
        (("--email", "nobody"), "cannot read an e-mail address"),
        (("--free", "someday"), "cannot read when somebody is free"),
        (("--zone", "Mars/North"), "cannot find a time zone"),
        (("--remove", "what"), "cannot find what to remove"),
        (("--messenger", "signal"), "cannot read a messenger"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    folder: Path, words: tuple[str, ...], failed: str
) -> None:
    ok(folder, "people", "add", "Anna")
    assert failed in refusal(folder, "people", "edit", "Anna", *words)


def test_files_that_are_none_are_refused_in_one_sentence(
    folder: Path, tmp_path: Path
) -> None:
    assert "cannot read an address book" in refusal(
        folder, "people", "import", tmp_path / "none.vcf"
    )
    (tmp_path / "empty").mkdir()
    assert "cannot find an address book in a folder" in refusal(
        folder, "people", "import", tmp_path / "empty"
    )
    assert "has not happened yet" in _future(folder)


def _future(folder: Path) -> str:
    ok(folder, "people", "add", "Anna")
    return refusal(folder, "people", "met", "Anna", "--on", "2999-01-01")


def test_somebody_is_forgotten_by_either_command(folder: Path) -> None:
    for name in ("Zebulon Quackenbush", "Anna"):
        ok(folder, "people", "add", name)
    ok(folder, "erase", "--person", "zebulon", "--yes")
    ok(folder, "people", "forget", "Anna", "--yes")
    assert answer(folder, "people", "list") == []
    for file in folder.rglob("*"):
        if file.is_file():
            assert b"Quackenbush" not in file.read_bytes()
    assert call(folder, "erase").exit_code == 2


def test_undo_lists_what_there_is(folder: Path, cards: Path) -> None:
    ok(folder, "people", "import", cards)
    assert "import  people.vcf (2)" in ok(folder, "people", "undo", "--list")


def test_json_is_printed_in_any_script(folder: Path) -> None:
    ok(folder, "people", "add", "Ольга 田中")
    done = call(folder, "people", "list", "--json")
    assert json.loads(done.stdout)[0]["name"] == "Ольга 田中"
