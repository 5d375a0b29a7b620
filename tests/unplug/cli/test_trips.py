"""Trips by the command line alone, several people on one machine."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.unplug.cli.calling import FakeFront, answer, call, refusal
from tests.unplug.trips.transports.brokers import mosquitto, with_password
from unplug.cli.main import unplug

START, END = "2099-03-27T18:00", "2099-03-29T12:00"


class Person:
    """Somebody with a data folder of their own."""

    def __init__(self, home: Path, name: str) -> None:
        self.name = name
        self.data = home / name

    def does(self, *words: str | Path) -> None:
        done = call(self.data, "trip", *words)
        assert done.exit_code == 0, done.output

    def asks(self, *words: str | Path) -> Any:  # noqa: ANN401  (any JSON)
        done = call(self.data, "trip", *words, "--json")
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout)

    def shown(self) -> Any:  # noqa: ANN401
        return self.asks("show")

    def fails(self, *words: str | Path) -> str:
        return refusal(self.data, "trip", *words)


Meet = Callable[[], None]


def people(home: Path, *names: str) -> list[Person]:
    return [Person(home, name) for name in names]


def by_folder(home: Path, group: list[Person]) -> Meet:
    shared = home / "shared"
    shared.mkdir()

    def meet() -> None:
        for _ in range(2):
            for person in group:
                person.does("sync", "--folder", shared)

    return meet


def by_files(home: Path, group: list[Person]) -> Meet:
    """A file goes round from hand to hand, twice."""

    def meet() -> None:
        for i, person in enumerate(group * 2):
            file = home / f"{i}.unplug-trip"
            person.does("export", file)
            for other in group:
                if other is not person:
                    other.does("import", file)

    return meet


@pytest.mark.parametrize("way", [by_folder, by_files])
def test_five_go_through_a_whole_trip(
    tmp_path: Path, way: Callable[[Path, list[Person]], Meet]
) -> None:
    group = people(tmp_path, "Ana", "Bea", "Cleo", "Dan", "Eve")
    ana, bea, *others = group
    ana.does("create", "By the lake", "--as", "Ana")
    for person in group[1:]:
        link = ana.asks("invite")["link"]
        words = person.asks("join", link, "--as", person.name)["words"]
        assert len(words) == 4
    meet = way(tmp_path, group)
    meet()
    asking = {r["name"]: r["words"] for r in ana.shown()["requests"]}
    assert asking["Bea"] == bea.shown()["words"]
    for person in group[1:]:
        ana.does("admit", person.name)
    meet()
    ana.does("propose", "--start", START, "--end", END, "--place-zone", "Europe/Madrid")
    later = ("--start", "2099-04-03T18:00", "--end", "2099-04-05T12:00")
    ana.does("propose", *later, "--place-zone", "Europe/Madrid", "--place", "The hut")
    meet()
    for person in group:
        person.does("vote", "1", "yes")
    bea.does("vote", "2", "maybe")
    meet()
    first, second = ana.shown()["proposals"]
    assert (first["yes"], first["maybe"], first["no"]) == (5, 0, 0)
    assert (second["yes"], second["maybe"], second["no"]) == (0, 1, 0)
    ana.does("lock", "1")
    meet()
    for person in group:
        person.does("answer", "yes")
    meet()
    told = [person.shown() for person in group]
    assert len({shown["digest"] for shown in told}) == 1
    for shown in told:
        assert shown["name"] == "By the lake"
        assert shown["receipts"] == {"ready": 5, "members": 5}
        assert shown["window"] == {
            "start": "2099-03-27T18:00:00+01:00",
            "end": "2099-03-29T12:00:00+02:00",
            "place_zone": "Europe/Madrid",
            "place": "",
            "revision": 1,
            "locked": True,
        }
        assert {m["answer"] for m in shown["members"]} == {"yes"}
        assert shown["forks"] == []
    assert [s["role"] for s in told] == ["organiser", *["member"] * 4]
    [circle] = bea.asks("circles")
    assert sorted(circle["members"]) == ["Ana", "Bea", "Cleo", "Dan", "Eve"]
    bea.does("list-add", "the phones into the basket")
    meet()
    others[0].does("list-mark", "1", "done")
    ana.does("remove", "Dan")
    ana.does("hand-over", "Bea")
    meet()
    assert [m["name"] for m in bea.shown()["members"] if m["lead"]] == ["Bea"]
    assert "you were removed" in group[3].fails("vote", "1", "no")
    ana.does("leave")
    meet()
    assert [m["name"] for m in bea.shown()["members"]] == ["Bea", "Cleo", "Eve"]
    ics = tmp_path / "window.ics"
    bea.does("export", ics)
    assert b"DTSTART;TZID=Europe/Madrid:20990327T180000" in ics.read_bytes()


def test_what_leaves_is_shown_word_for_word_before_the_first_time(
    tmp_path: Path,
) -> None:
    [ana] = people(tmp_path, "Ana")
    ana.does("create", "By the lake", "--as", "Ana")
    (tmp_path / "shared").mkdir()
    words = ("trip", "sync", "--folder", tmp_path / "shared", "--json")
    done = call(ana.data, *words)
    assert "Create: The first op: the trip's name" in done.stderr
    assert "title By the lake" in done.stderr
    assert json.loads(done.stdout)["written"] == 1
    done = call(ana.data, "trip", "sync")
    assert done.exit_code == 0
    assert "Create" not in done.stderr


@pytest.mark.parametrize("said", ["y", "n"])
def test_on_a_terminal_it_is_asked_before_the_first_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    [ana] = people(tmp_path, "Ana")
    ana.does("create", "By the lake", "--as", "Ana")
    shared = tmp_path / "shared"
    shared.mkdir()
    monkeypatch.setattr("unplug.cli.trip_carrying.sys", Terminal)
    argv = ["--data-dir", str(ana.data), "trip", "sync", "--folder", str(shared)]
    done = CliRunner().invoke(unplug, argv, obj=FakeFront(), input=f"{said}\n")
    assert "May it leave, now and from now on? [y/N]" in done.stderr
    assert done.exit_code == (0 if said == "y" else 1)
    assert bool(list(shared.iterdir())) is (said == "y")
    refused = "unplug: nothing was sent: By the lake — sync again when it may\n"
    assert done.stderr.endswith(refused) is (said == "n")


class Terminal:
    """A program's standard streams, with somebody before them."""

    class stdin:  # noqa: N801  (as it is called there)
        @staticmethod
        def isatty() -> bool:
            return True


def test_a_file_in_the_hand_is_no_consent_to_send(tmp_path: Path) -> None:
    [ana] = people(tmp_path, "Ana")
    ana.does("create", "By the lake", "--as", "Ana")
    done = call(ana.data, "trip", "export", tmp_path / "ana.unplug-trip")
    assert "Create: The first op" in done.stderr
    assert not ana.shown()["shown"]


def test_bad_input_is_one_sentence_and_leaves_everything_as_it_was(
    tmp_path: Path,
) -> None:
    ana, zoe = people(tmp_path, "Ana", "Zoe")
    assert "there is no trip yet" in ana.fails("show")
    ana.does("create", "By the lake", "--as", "Ana")
    zoe.does("create", "Elsewhere", "--as", "Zoe")
    zoe.does("export", tmp_path / "zoe.unplug-trip")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    before = ana.shown()["digest"]
    for words, said in (
        (("join", "unplug://join/nothing", "--as", "Ana"), "copy the whole link"),
        (("join", tmp_path / "photo.jpg", "--as", "Ana"), "that the organiser sent"),
        (("import", tmp_path / "photo.jpg"), "choose one that unplug has exported"),
        (("import", tmp_path / "zoe.unplug-trip"), "it is of another trip"),
        (("import", tmp_path / "missing"), "name one that can be read"),
        (("sync",), "say where: --folder DIR"),
        (("sync", "--folder", tmp_path / "stick"), "plug in the disk"),
        (("lock", "3"), "cannot find a proposal"),
        (("answer", "yes"), "no window is locked yet"),
        (("admit", "Bea"), "nobody asks to join"),
        (("remove", "Bea"), "nobody in the trip has this name"),
        (("hand-over", "Bea"), "nobody in the trip has this name"),
        (("show", "--trip", "ffff"), "cannot find a trip"),
        (("vote", "1", "yes"), "cannot find a proposal"),
    ):
        assert said in ana.fails(*words), words
    window = ("propose", "--start", START, "--place-zone", "Europe/Madrid", "--end")
    assert "ends before it starts" in ana.fails(*window, "2099-03-26T18:00")
    assert "write it like Europe/Madrid" in ana.fails(
        *window[:-2], "Moon", "--end", END
    )
    assert ana.shown()["digest"] == before


def test_somebody_who_waits_to_be_let_in_is_told_so(tmp_path: Path) -> None:
    ana, bea = people(tmp_path, "Ana", "Bea")
    ana.does("create", "By the lake", "--as", "Ana")
    bea.does("join", ana.asks("invite")["link"], "--as", "Bea")
    assert bea.shown()["role"] == "asking"
    assert "the invite holds until" in call(bea.data, "trip", "show").stdout
    assert "you are not in it yet" in bea.fails("vote", "1", "yes")


def test_several_trips_are_told_apart(tmp_path: Path) -> None:
    [ana] = people(tmp_path, "Ana")
    lake = ana.asks("create", "By the lake", "--as", "Ana")["trip"]
    ana.does("create", "In the hut", "--as", "Ana")
    assert "say which: --trip ID" in ana.fails("show")
    assert ana.asks("show", "--trip", lake[:6])["name"] == "By the lake"
    assert ana.asks("show", "--trip", "in the hut")["name"] == "In the hut"
    assert [t["name"] for t in answer(ana.data, "trip", "list")] == [
        "By the lake",
        "In the hut",
    ]


def test_an_invite_goes_out_as_a_file_or_a_code(tmp_path: Path) -> None:
    ana, bea = people(tmp_path, "Ana", "Bea")
    ana.does("create", "By the lake", "--as", "Ana")
    file, code = tmp_path / "invite.txt", tmp_path / "invite.svg"
    ana.does("invite", "--file", file, "--qr", code)
    bea.does("join", file, "--as", "Bea")
    assert code.read_text("utf-8").startswith("<svg xmlns")


def test_a_revoked_invite_lets_nobody_in(tmp_path: Path) -> None:
    group = people(tmp_path, "Ana", "Bea")
    ana, bea = group
    ana.does("create", "By the lake", "--as", "Ana")
    link = ana.asks("invite", "--no-approval")["link"]
    ana.does("invite", "--revoke", link)
    bea.does("join", link, "--as", "Bea")
    by_folder(tmp_path, group)()
    assert bea.shown()["role"] == "asking"


def test_who_needs_no_approval_is_let_in_by_any_members_app(tmp_path: Path) -> None:
    group = people(tmp_path, "Ana", "Bea")
    ana, bea = group
    ana.does("create", "By the lake", "--as", "Ana")
    bea.does("join", ana.asks("invite", "--no-approval")["link"], "--as", "Bea")
    by_folder(tmp_path, group)()
    assert bea.shown()["role"] == "member"


def test_declining_is_final_and_a_changed_window_asks_again(tmp_path: Path) -> None:
    [ana] = people(tmp_path, "Ana")
    ana.does("create", "By the lake", "--as", "Ana")
    zone = ("--place-zone", "Europe/Madrid")
    ana.does("propose", "--start", START, "--end", END, *zone)
    ana.does("propose", "--start", START, "--end", "2099-03-29T15:00", *zone)
    ana.does("lock", "1")
    ana.does("answer", "no")
    assert "declining is final" in ana.fails("answer", "yes")
    ana.does("lock", "2")
    ana.does("answer", "yes")
    shown = ana.shown()
    assert (shown["window"]["revision"], shown["answer"]) == (2, "yes")


def test_what_is_recapped_is_shared_as_far_as_one_consents(tmp_path: Path) -> None:
    [ana] = people(tmp_path, "Ana")
    ana.does("create", "By the lake", "--as", "Ana")
    ana.does("propose", "--start", START, "--end", END, "--place-zone", "UTC")
    ana.does("lock", "1")
    assert "share no more than your answer" in ana.fails("outcome", "fully")
    ana.does("share", "kept")
    ana.does("outcome", "fully")
    ana.does("reflect", "It was quiet.")
    assert ana.shown()["recap"] is None  # not before it has begun


def test_keys_lie_in_a_private_file_where_there_is_no_keyring(tmp_path: Path) -> None:
    [ana] = people(tmp_path, "Ana")
    done = call(ana.data, "trip", "create", "By the lake", "--as", "Ana")
    assert "no keyring is available" in done.stderr
    [key] = (ana.data / "keys").iterdir()
    assert key.stat().st_mode & 0o777 == 0o600
    key.unlink()
    assert "cannot find the keys of a trip" in ana.fails("show")


def test_erasing_everything_takes_the_keys_too(tmp_path: Path) -> None:
    [ana] = people(tmp_path, "Ana")
    ana.does("create", "By the lake", "--as", "Ana")
    assert call(ana.data, "erase", "--everything", "--yes").exit_code == 0
    assert list((ana.data / "keys").iterdir()) == []
    assert "there is no trip yet" in ana.fails("show")


class Keyring:
    """A keyring that keeps everything in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


def test_erasing_everything_takes_what_is_in_the_keyring_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyring = Keyring()
    monkeypatch.setattr("unplug.trips.key_stores.desktop_vault", lambda: keyring)
    [ana] = people(tmp_path, "Ana")
    ana.does("create", "By the lake", "--as", "Ana")
    with mosquitto() as broker:
        done = call(ana.data, "home", f"mqtt://127.0.0.1:{broker.port}")
        assert done.exit_code == 0, done.stderr
    assert len(keyring.kept) == 2
    assert not (ana.data / "keys").exists()
    assert call(ana.data, "erase", "--everything", "--yes").exit_code == 0
    assert keyring.kept == {}


def test_a_wrong_password_leaves_the_one_that_works_in_its_place(
    tmp_path: Path,
) -> None:
    [ana] = people(tmp_path, "Ana")
    for parent in (tmp_path, *tmp_path.parents[:2]):
        parent.chmod(0o755)  # the broker gives up being root
    with mosquitto(with_password(tmp_path)) as broker:
        url = f"mqtt://ana:right@127.0.0.1:{broker.port}"
        ana.does("create", "By the lake", "--as", "Ana")
        ana.does("sync", "--broker", url)
        left = url.replace("right", "left")
        wrong = ana.fails("sync", "--broker", left)
        assert "the broker refuses: " in wrong
        assert "left" not in wrong
        ana.does("sync")
    before = ana.shown()
    assert "127.0.0.1" in ana.fails("sync")
    assert ana.shown()["digest"] == before["digest"]
    assert ana.shown()["ways"][0]["last_succeeded"] is not None


def test_votes_are_wanted_until_a_moment_that_is_still_to_come(tmp_path: Path) -> None:
    [ana] = people(tmp_path, "Ana")
    ana.does("create", "By the lake", "--as", "Ana")
    ana.does("deadline", "2099-03-01T20:00+01:00")
    assert "votes are wanted until Sun 01 Mar" in call(ana.data, "trip", "show").stdout
    assert "it is past" in ana.fails("deadline", "2020-01-01T12:00")
    assert ana.shown()["deadline"].startswith("2099-03-01")


def test_the_invites_that_hold_are_shown_so_that_one_can_be_taken_back(
    tmp_path: Path,
) -> None:
    [ana] = people(tmp_path, "Ana")
    ana.does("create", "By the lake", "--as", "Ana")
    ana.does("invite", "--uses", "3")
    [invite] = ana.shown()["invites"]
    line = f"invite {invite['id'][:8]}: 0 of 3 came in"
    assert line in call(ana.data, "trip", "show").stdout
    ana.does("invite", "--revoke", invite["id"])
    assert line not in call(ana.data, "trip", "show").stdout


def test_a_window_that_was_called_off_is_said_to_be_and_is_not_looked_back_on(
    tmp_path: Path,
) -> None:
    [ana] = people(tmp_path, "Ana")
    ana.does("create", "By the lake", "--as", "Ana")
    window = ("--start", START, "--end", END, "--place-zone", "Europe/Madrid")
    ana.does("propose", *window)
    ana.does("lock", "1")
    ana.does("cancel")
    assert ana.shown()["called_off"]
    assert "was called off" in call(ana.data, "trip", "show").stdout


def test_what_fails_is_told_once_and_of_the_way_that_was_just_named(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    [ana] = people(tmp_path, "Ana")
    ana.does("create", "By the lake", "--as", "Ana")
    call(ana.data, "trip", "sync", "--broker", "mqtt://127.0.0.1:1")
    told = ana.fails("sync", "--broker", "mqtt://127.0.0.1:2")
    assert "127.0.0.1:2 " in told
    assert not caplog.records
