"""A linked folder and the address book, kept in step both ways."""

import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.unplug.cli.calling import refusal
from tests.unplug.cli.test_sessions import folder as data
from tests.unplug.cli.test_sessions import ok
from unplug.engine.app import App
from unplug.engine.people.door import People
from unplug.engine.people.link import QUIET_MS, FolderLink
from unplug.engine.people.syncing import Settle
from unplug.errors import UnplugError
from unplug.people.contact import Contact, Email
from unplug.people.vdir import Vdir
from unplug.store.database import Database

__all__ = ["data"]

MARA = Contact(uid="mara", full_name="Mara Sol")
BEN = Contact(uid="ben", full_name="Ben")


class Linked:
    """An address book without an app, and a folder that others write to."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.people = People(clock=FakeClock(), database=lambda: database)
        self.folder = folder
        self.folder.mkdir()
        self.theirs = Vdir(folder)

    @property
    def link(self) -> FolderLink:
        return self.people.link

    def begin(self, *, everybody: bool = False) -> "Linked":
        self.link.link(self.folder, "3.0", everybody=everybody)
        self.sync()
        return self

    def sync(self, settle: Settle = Settle.LEAVE) -> None:
        self.link.sync_now(settle)

    def here(self) -> dict[str, str]:
        return {person.uid: person.name for person in self.people.book.people()}

    def there(self) -> dict[str, str]:
        items = self.theirs.read_all().items
        return {uid: item.contact.display_name for uid, item in items.items()}

    def change_there(self, contact: Contact) -> None:
        self.theirs.write(contact, self.theirs.read_all().items.get(contact.uid))

    def remove_there(self, uid: str) -> None:
        self.theirs.remove(self.theirs.read_all().items[uid])


@pytest.fixture
def linked(tmp_path: Path) -> Iterator[Linked]:
    with closing(Database(tmp_path / "data", FakeClock())) as database:
        made = Linked(database, tmp_path / "vdir")
        yield made
        made.people.close()


def test_what_is_there_comes_here_and_changes_go_both_ways(linked: Linked) -> None:
    linked.change_there(MARA)
    linked.begin()
    assert linked.here() == {"mara": "Mara Sol"}
    book = linked.people.book
    book.put(replace(book.card("mara"), full_name="Mara Sun", circle="close"))
    linked.sync()
    assert linked.there() == {"mara": "Mara Sun"}
    linked.change_there(replace(MARA, full_name="Mara Moon"))
    linked.sync()
    card = book.card("mara")
    assert (card.full_name, card.circle) == ("Mara Moon", "close")


def test_private_matters_are_not_written_there(linked: Linked) -> None:
    linked.change_there(MARA)
    linked.begin()
    book = linked.people.book
    book.put(replace(book.card("mara"), closeness=5, notes=("for all",)))
    linked.sync()
    [file] = linked.folder.glob("*.vcf")
    assert "X-UNPLUG" not in file.read_text("utf-8")
    assert "for all" in file.read_text("utf-8")


def test_those_who_are_only_here_stay_here_unless_it_is_wanted(linked: Linked) -> None:
    linked.people.book.put(BEN)
    linked.begin()
    assert linked.there() == {}
    linked.begin(everybody=True)
    assert linked.there() == {"ben": "Ben"}


def test_a_deletion_goes_both_ways_and_can_be_taken_back_here(linked: Linked) -> None:
    for contact in (MARA, BEN):
        linked.change_there(contact)
    linked.begin()
    linked.remove_there("ben")
    linked.sync()
    assert linked.here() == {"mara": "Mara Sol"}
    book = linked.people.book
    book.undo(book.changes()[0].id)
    assert book.person("ben").name == "Ben"


def test_a_folder_that_is_suddenly_empty_deletes_nobody(linked: Linked) -> None:
    linked.change_there(MARA)
    linked.begin()
    linked.remove_there("mara")
    with pytest.raises(UnplugError, match="empty now"):
        linked.sync()
    assert linked.here() == {"mara": "Mara Sol"}


@pytest.mark.parametrize("settle", Settle)
def test_where_both_changed_the_user_settles_it(linked: Linked, settle: Settle) -> None:
    linked.change_there(MARA)
    linked.begin()
    book = linked.people.book
    book.put(replace(book.card("mara"), city="Bonn", full_name="Here"))
    there = (Email(address="m@example.org"),)
    linked.change_there(replace(MARA, full_name="There", emails=there))
    linked.sync()
    last = linked.link.last
    assert last is not None
    assert last.conflicts == ("Here",)
    linked.sync(settle)
    names = {
        Settle.LEAVE: ("Here", "There"),
        Settle.OURS: ("Here", "Here"),
        Settle.THEIRS: ("There", "There"),
        Settle.BOTH: ("Here", "Here"),
    }
    assert (linked.here()["mara"], linked.there()["mara"]) == names[settle]
    if settle is Settle.BOTH:
        assert book.card("mara").emails == there
    linked.sync()
    assert linked.here()["mara"] == names[settle][0]


def test_who_is_forgotten_here_stays_there_and_does_not_come_back(
    linked: Linked,
) -> None:
    for contact in (MARA, BEN):
        linked.change_there(contact)
    linked.begin()
    linked.people.forget("mara")
    linked.sync()
    assert linked.here() == {"ben": "Ben"}
    assert linked.there() == {"mara": "Mara Sol", "ben": "Ben"}


def test_once_it_is_let_go_nothing_is_followed(linked: Linked) -> None:
    linked.change_there(MARA)
    linked.begin()
    linked.link.unlink()
    linked.change_there(BEN)
    linked.sync()
    assert linked.here() == {"mara": "Mara Sol"}


def test_what_is_no_folder_is_refused(linked: Linked, tmp_path: Path) -> None:
    with pytest.raises(UnplugError, match="no folder"):
        linked.link.link(tmp_path / "none", "3.0", everybody=False)


@pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's")
def test_the_running_app_follows_the_folder_by_itself(
    data: Path, tmp_path: Path
) -> None:
    clock = FakeClock()
    folder = tmp_path / "vdir"
    folder.mkdir()
    with App(data, clock) as app:
        assert app.people.source is None  # nothing is watched before it is linked
        app.people.link.link(folder, "3.0", everybody=False)
        app.people.link.sync_now(Settle.LEAVE)
        Vdir(folder).write(MARA)
        source = app.people.source
        assert source is not None
        assert source in app.sources()
        app.ready(source)
        wait_ms = app.next_deadline_ms()
        assert wait_ms is not None
        assert wait_ms <= QUIET_MS
        clock.advance(QUIET_MS)
        app.wake()
        while app.worker.busy:
            app.worker.dispatch()
        assert app.people.link.trouble is None
        assert app.people.book.person("mara").name == "Mara Sol"
    with App(data, clock) as again:  # and the next time it is followed from the start
        again.wake()
        assert again.people.source is not None


def test_the_command_line_links_and_lets_go(data: Path, tmp_path: Path) -> None:
    assert "cannot find a linked folder" in refusal(data, "people", "link")
    folder = tmp_path / "vdir"
    folder.mkdir()
    Vdir(folder).write(MARA)
    said = ok(data, "people", "link", folder)
    assert "1 taken, 0 deleted here, 0 written there" in said
    ok(data, "people", "edit", "mara", "--note", "new")
    assert "1 written there" in ok(data, "people", "link")
    assert "no folder is linked" in ok(data, "people", "link", "--off")
