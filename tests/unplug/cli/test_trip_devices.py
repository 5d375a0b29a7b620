"""One trip on two computers of the same person, by the command line alone."""

import stat
from pathlib import Path
from typing import Any

import pytest

from tests.unplug.cli.calling import call
from tests.unplug.cli.test_trips import END, START, Meet, Person, by_folder, people

File = Path


def pairs(person: Person, file: Path) -> list[str]:
    words: list[str] = person.asks("pair", file)["words"]
    return words


def opens(person: Person, file: Path, words: list[str]) -> Any:  # noqa: ANN401  (click's)
    said = " ".join(words) + "\n"
    return call(person.data, "trip", "pair", file, "--open", typed=said)


@pytest.fixture
def group(tmp_path: Path) -> tuple[list[Person], Meet]:
    """Ana leads, Bea is in, and has the trip on her laptop, too."""
    ana, bea, laptop = people(tmp_path, "Ana", "Bea", "Laptop")
    meet = by_folder(tmp_path, [ana, bea])
    ana.does("create", "By the lake", "--as", "Ana")
    link = ana.asks("invite", "--no-approval")["link"]
    bea.does("join", link, "--as", "Bea")
    meet()
    file = tmp_path / "bea.unplug-device"
    assert opens(laptop, file, pairs(bea, file)).exit_code == 0
    shared = tmp_path / "shared"

    def meet_all() -> None:
        for _ in range(2):
            for person in (ana, bea, laptop):
                person.does("sync", "--folder", shared)

    return [ana, bea, laptop], meet_all


def test_both_write_converge_and_count_as_one_member(
    group: tuple[list[Person], Meet],
) -> None:
    (ana, bea, laptop), meet = group
    assert laptop.shown()["me"] == "Bea"  # before anything was synced
    bea.does("list-add", "a map")
    laptop.does("list-add", "a rope")
    meet()
    ana.does("propose", "--start", START, "--end", END, "--place-zone", "Europe/Madrid")
    ana.does("lock", "1")
    meet()
    laptop.does("vote", "1", "yes")
    laptop.does("answer", "yes")
    meet()
    told = [person.shown() for person in (ana, bea, laptop)]
    assert len({shown["digest"] for shown in told}) == 1
    for shown in told:
        assert [m["name"] for m in shown["members"]] == ["Ana", "Bea"]
        assert [i["by"] for i in shown["items"]] == ["Bea", "Bea"]
        assert shown["proposals"][0]["yes"] == 1
        assert shown["receipts"] == {"ready": 2, "members": 2}
        assert shown["forks"] == []
    assert bea.shown()["answer"] == "yes"
    here, other = bea.asks("devices")
    assert (here["here"], other["here"], other["heard"]) == (True, False, True)
    assert laptop.asks("devices")[0]["device"] == other["device"]


def test_a_lost_one_is_taken_out_and_neither_writes_nor_reads_what_comes_after(
    group: tuple[list[Person], Meet],
) -> None:
    (ana, bea, laptop), meet = group
    meet()
    assert "you are at" in bea.fails(
        "devices", "--drop", bea.asks("devices")[0]["device"]
    )
    lost = bea.asks("devices")[1]["device"]
    said = bea.fails("devices", "--drop", "no-such")
    assert "none of your devices is called so: no-such" in said
    assert "it was there first" in laptop.fails(
        "devices", "--drop", laptop.asks("devices")[1]["device"]
    )
    bea.does("devices", "--drop", lost[:8])
    assert [d["here"] for d in bea.asks("devices")] == [True]
    meet()
    ana.does("list-add", "for us alone")
    meet()
    call(laptop.data, "trip", "list-add", "from a thief")
    meet()
    assert [i["text"] for i in ana.shown()["items"]] == ["for us alone"]
    assert "for us alone" not in str(laptop.shown()["items"])


def test_the_file_is_for_its_owner_alone_and_warns(tmp_path: Path) -> None:
    [ana] = people(tmp_path, "Ana")
    ana.does("create", "By the lake", "--as", "Ana")
    file = tmp_path / "ana.unplug-device"
    done = call(ana.data, "trip", "pair", file)
    assert len(done.stdout.split()) == 6
    assert f"whoever has both is you in this trip: delete {file} then" in done.stderr
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert f"there is a file already: {file}" in ana.fails("pair", file)


def test_wrong_words_and_a_trip_that_is_here_already_change_nothing(
    tmp_path: Path,
) -> None:
    ana, laptop = people(tmp_path, "Ana", "Laptop")
    ana.does("create", "By the lake", "--as", "Ana")
    file = tmp_path / "ana.unplug-device"
    words = pairs(ana, file)
    done = opens(laptop, file, words[::-1])
    assert done.exit_code == 1
    assert laptop.asks("list") == []
    done = opens(ana, file, words)
    assert "this trip is on this computer already: By the lake" in done.stderr


def test_who_is_not_in_the_trip_has_nothing_to_take_along(tmp_path: Path) -> None:
    ana, bea = people(tmp_path, "Ana", "Bea")
    ana.does("create", "By the lake", "--as", "Ana")
    bea.does("join", ana.asks("invite")["link"], "--as", "Bea")
    file = tmp_path / "bea.unplug-device"
    assert "you are not in it yet" in bea.fails("pair", file)
    assert not file.exists()
