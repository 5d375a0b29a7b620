import os
from dataclasses import replace
from pathlib import Path

import pytest

from unplug.errors import UnplugError
from unplug.people.contact import Contact, Property
from unplug.people.vcard.writer import V3, V4, write_card
from unplug.people.vdir import ChangedMeanwhileError, Vdir

MARA = Contact(uid="mara-1", full_name="Mara Sol", others=(Property("X-KEPT", "1"),))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mara.vcf").write_text(write_card(MARA, V4), "utf-8", newline="")
    (tmp_path / ".hidden.vcf").write_text("junk")
    (tmp_path / "notes.txt").write_text("junk")
    return tmp_path


def test_each_file_is_one_contact(folder: Path) -> None:
    listing = Vdir(folder).read_all()
    assert listing.problems == ()
    item = listing.items["mara-1"]
    assert item.contact == MARA
    assert (item.file, item.version) == ("mara.vcf", V4)


def test_a_new_contact_is_given_a_file_named_after_it(folder: Path) -> None:
    vdir = Vdir(folder, V3)
    written = vdir.write(Contact(uid="ben-1", full_name="Ben"))
    assert written.file == "ben-1.vcf"
    assert "VERSION:3.0" in (folder / "ben-1.vcf").read_text("utf-8")
    strange = vdir.write(Contact(uid="../../etc/x y", full_name="Odd"))
    assert (folder / strange.file).parent == folder
    assert set(vdir.read_all().items) == {"mara-1", "ben-1", "../../etc/x y"}


def test_a_name_that_is_taken_is_not_overwritten(folder: Path) -> None:
    (folder / "ben-1.vcf").write_text(
        write_card(Contact(uid="other", full_name="O"), V3)
    )
    written = Vdir(folder).write(Contact(uid="ben-1", full_name="Ben"))
    assert written.file == "ben-1-1.vcf"
    assert set(Vdir(folder).read_all().items) == {"mara-1", "ben-1", "other"}


def test_a_change_is_written_in_the_version_of_the_file(folder: Path) -> None:
    vdir = Vdir(folder)
    before = vdir.read_all().items["mara-1"]
    after = vdir.write(replace(MARA, full_name="Mara S."), before)
    assert after.etag != before.etag
    text = (folder / "mara.vcf").read_text("utf-8")
    assert "VERSION:4.0" in text
    assert "X-KEPT:1" in text
    assert vdir.read_all([after]).items["mara-1"] is after


def test_what_is_between_the_user_and_unplug_is_not_written(folder: Path) -> None:
    private = replace(
        MARA, circle="close", closeness=5, never=True, topics=("secret",), city="Jena"
    )
    item = Vdir(folder).write(private, Vdir(folder).read_all().items["mara-1"])
    assert "X-UNPLUG" not in (folder / item.file).read_text("utf-8")


def test_a_file_that_somebody_changed_is_neither_overwritten_nor_removed(
    folder: Path,
) -> None:
    vdir = Vdir(folder)
    before = vdir.read_all().items["mara-1"]
    theirs = write_card(replace(MARA, full_name="Theirs"), V4)
    (folder / "mara.vcf").write_text(theirs, "utf-8", newline="")
    with pytest.raises(ChangedMeanwhileError, match=r"mara\.vcf"):
        vdir.write(replace(MARA, full_name="Ours"), before)
    with pytest.raises(ChangedMeanwhileError):
        vdir.remove(before)
    assert (folder / "mara.vcf").read_bytes().decode() == theirs


def test_a_file_that_somebody_removed_is_not_brought_back_by_a_write(
    folder: Path,
) -> None:
    vdir = Vdir(folder)
    before = vdir.read_all().items["mara-1"]
    (folder / "mara.vcf").unlink()
    with pytest.raises(ChangedMeanwhileError):
        vdir.write(MARA, before)


def test_a_change_within_the_same_instant_and_size_is_noticed(folder: Path) -> None:
    vdir = Vdir(folder)
    before = vdir.read_all().items["mara-1"]
    path = folder / "mara.vcf"
    new = folder / "new.tmp"
    new.write_bytes(path.read_bytes().replace(b"Mara", b"Sara"))
    os.utime(new, ns=(before.etag.mtime_ns, before.etag.mtime_ns))
    new.replace(path)
    assert vdir.read_all([before]).items["mara-1"].contact.full_name == "Sara Sol"


def test_removing_takes_the_file_away(folder: Path) -> None:
    vdir = Vdir(folder)
    vdir.remove(vdir.read_all().items["mara-1"])
    assert not (folder / "mara.vcf").exists()


def test_files_that_are_not_one_contact_each_are_left_alone_and_reported(
    folder: Path,
) -> None:
    two = write_card(Contact(uid="a", full_name="A"), V3) + write_card(
        Contact(uid="b", full_name="B"), V3
    )
    (folder / "two.vcf").write_text(two)
    (folder / "none.vcf").write_text("junk")
    (folder / "same.vcf").write_text(write_card(MARA, V3))
    listing = Vdir(folder).read_all()
    assert set(listing.items) == {"mara-1"}
    assert listing.left_alone == {"two.vcf", "none.vcf", "same.vcf"}
    assert {problem.file for problem in listing.problems} == listing.left_alone


def test_a_folder_that_is_gone_is_an_error_and_not_an_empty_one(tmp_path: Path) -> None:
    with pytest.raises(UnplugError, match="cannot read the linked folder"):
        Vdir(tmp_path / "gone").read_all()
