import re
from dataclasses import replace
from string import ascii_letters

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unplug.people.circles import Cadence
from unplug.people.contact import (
    Anniversary,
    Contact,
    Email,
    FreeTime,
    Messenger,
    Name,
    Phone,
    Photo,
    Property,
)
from unplug.people.partial_date import PartialDate
from unplug.people.vcard.formatting import fold
from unplug.people.vcard.reader import read
from unplug.people.vcard.writer import V3, V4, write, write_card

FULL = Contact(
    uid="urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1",
    full_name="Dr. Mara; Sol, 孔",
    name=Name("Sol; x", "Mara", ("Lia", "Eve, x"), ("Dr.",), (), ("second",)),
    nicknames=("Mar", "So,l"),
    phones=(
        Phone(raw="+49 30 1", kinds=("home", "voice"), preference=1, label="Studio"),
        Phone(raw="tel:+49-30-1;ext=5", kinds=("work",), preference=2),
    ),
    emails=(Email(address="mara@example.org", params=(("X-SLOT", ("1",)),)),),
    messengers=(
        Messenger(service="xmpp", handle="mara@example.org"),
        Messenger(service="skype", handle="mara;x", source="X-SKYPE"),
    ),
    city="Jena",
    zone="Europe/Madrid",
    birthday=PartialDate(1984, 2, 29, time="231000Z"),
    anniversaries=(
        Anniversary(date=PartialDate(None, 5, 6)),
        Anniversary(
            date=PartialDate(2001, 2, 3), label="First climb", source="X-ABDATE"
        ),
    ),
    circle="my own, circle",
    cadence=Cadence.of_days(10, 20),
    free_times=(FreeTime(0, 18, 22), FreeTime(5, 10, 24)),
    closeness=4,
    interests=("chess", "a, b"),
    topics=("the sea",),
    notes=("one\ntwo\\n", "three"),
    photo=Photo(media_type="image/png", data=b"\x89PNG..."),
    never=True,
    in_memoriam=True,
    remind=False,
    others=(
        Property("ORG", "Works\\, Ltd;Team", (("LANGUAGE", ("de",)),)),
        Property("GEO", "1.5;2.5"),
        Property("TZ", "-05:00"),
        Property("REV", "1995-10-31T22:27:10Z"),
        Property("KEY", "AAAA", (("ENCODING", ("b",)), ("TYPE", ("X509",)))),
        Property("LOGO", "AAAA", (("ENCODING", ("b",)), ("TYPE", ("PNG",)))),
        Property("AGENT", "BEGIN:VCARD\\nFN:A\\nEND:VCARD"),
        Property("CLASS", "PRIVATE"),
        Property("X-ODD/NAME", "x"),
        Property("BDAY", "1953-10-15"),
        Property("URL", "https://example.org", (("PREF", ("1",)),), "item7"),
        Property("X-ABLABEL", "site", (), "item7"),
    ),
)


def back(contact: Contact, version: str) -> Contact:
    (read_back,), problems = read(write_card(contact, version).encode(), "x")
    assert problems == []
    return read_back


@pytest.mark.parametrize("version", [V3, V4])
def test_all_that_a_contact_has_comes_back(version: str) -> None:
    once = back(FULL, version)
    labelled = once.phones[0]
    assert labelled.label == "Studio"
    assert labelled.group == "item1"
    plain = replace(
        once,
        phones=(replace(labelled, group=""), once.phones[1]),
        anniversaries=(once.anniversaries[0], replace(once.anniversaries[1], group="")),
    )
    assert plain == FULL


@pytest.mark.parametrize(("one", "other"), [(V3, V4), (V4, V3)])
def test_a_way_through_the_other_version_loses_nothing(one: str, other: str) -> None:
    first = back(FULL, one)
    assert back(back(first, other), one) == first
    assert back(first, other) == first


@pytest.mark.parametrize("version", [V3, V4])
def test_lines_are_folded_at_75_octets_between_characters(version: str) -> None:
    text = write_card(replace(FULL, notes=("孔夫子🎂" * 50,)), version)
    for line in text.split("\r\n"):
        assert len(line.encode()) <= 75
    assert "\n" not in text.replace("\r\n", "")


def test_what_4_0_does_not_know_is_written_under_a_name_that_it_allows() -> None:
    text = write_card(FULL, V4)
    assert re.search(r"^X-CLASS;X-UNPLUG-NAME=CLASS:PRIVATE\r$", text, re.MULTILINE)
    assert not re.search(r"^(AGENT|CLASS)[:;]", text, re.MULTILINE)
    assert "ENCODING=b" not in text
    assert re.search(r"^GEO:geo:1.5,2.5\r$", text, re.MULTILINE)
    assert re.search(r"^REV:19951031T222710Z\r$", text, re.MULTILINE)
    assert re.search(r"^BDAY;ALTID=UNPLUG:19840229T231000Z\r$", text, re.MULTILINE)


def test_every_name_is_one_by_the_standards() -> None:
    for version in (V3, V4):
        unfolded = write_card(FULL, version).replace("\r\n ", "")
        for line in unfolded.splitlines():
            assert re.match(r"(?:[A-Za-z0-9-]+\.)?[A-Za-z0-9-]+[:;]", line), line


def test_birthdays_are_written_in_the_form_of_the_version() -> None:
    def line(day: PartialDate, version: str) -> str:
        text = write_card(Contact(full_name="A", birthday=day), version)
        return next(line for line in text.splitlines() if line.startswith("BDAY"))

    assert line(PartialDate(1984, 2, 29), V3) == "BDAY:1984-02-29"
    assert line(PartialDate(1984, 2, 29), V4) == "BDAY:19840229"
    assert line(PartialDate(None, 2, 29), V4) == "BDAY:--0229"
    assert (
        line(PartialDate(None, 2, 29), V3) == "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29"
    )
    assert line(PartialDate(1984), V4) == "BDAY:1984"
    assert line(PartialDate(text="in spring"), V4) == "BDAY;VALUE=text:in spring"


def test_a_name_that_is_put_together_is_not_taken_for_one_that_was_given() -> None:
    contact = Contact(name=Name("Sol", "Mara"))
    assert "FN;DERIVED=true:Mara Sol" in write_card(contact, V4)
    assert back(contact, V4) == contact
    assert back(contact, V3) == contact


def test_a_contact_of_which_nothing_is_known_still_makes_a_card() -> None:
    for version in (V3, V4):
        assert back(Contact(), version) == Contact()


def test_a_file_holds_all_contacts_in_order() -> None:
    text = "".join(write([Contact(full_name="A"), Contact(full_name="B")], V3))
    contacts, _ = read(text.encode(), "x")
    assert [contact.full_name for contact in contacts] == ["A", "B"]


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60
).map(lambda text: " ".join(text.split()))
SOME = TEXT.filter(bool)
WORD = st.text(ascii_letters, min_size=1, max_size=8).map(str.lower)
DAYS = st.builds(
    PartialDate,
    st.one_of(st.none(), st.integers(1605, 2200)),
    st.integers(1, 12),
    st.integers(1, 28),
)
CONTACTS = st.builds(
    Contact,
    uid=SOME,
    full_name=SOME,
    name=st.builds(Name, TEXT, TEXT, st.tuples(SOME)),
    nicknames=st.lists(SOME, max_size=3).map(tuple),
    phones=st.lists(st.builds(Phone, raw=SOME, kinds=st.tuples(WORD)), max_size=3).map(
        tuple
    ),
    birthday=st.one_of(st.none(), DAYS),
    notes=st.lists(SOME, max_size=2).map(tuple),
    interests=st.lists(SOME, max_size=2).map(tuple),
    closeness=st.one_of(st.none(), st.integers(1, 5)),
)


@given(CONTACTS, st.sampled_from([V3, V4]))
def test_whatever_a_contact_holds_comes_back(contact: Contact, version: str) -> None:
    assert back(contact, version) == contact


@given(st.text(max_size=300).filter(lambda text: not text.startswith((" ", "\t"))))
def test_folding_is_undone_by_unfolding(text: str) -> None:
    line = text.replace("\r", "").replace("\n", "")
    line = line.encode("utf-8", "replace").decode()
    folded = fold(line)
    assert folded.removesuffix("\r\n").replace("\r\n ", "") == line
    assert all(len(part.encode()) <= 75 for part in folded.split("\r\n"))
