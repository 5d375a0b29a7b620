from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from unplug.people.contact import Contact, Email, Name, Phone, Photo, Property
from unplug.people.merge import merge, merged_uids
from unplug.people.partial_date import PartialDate

FIRST = Contact(
    uid="1",
    full_name="Mara Sol",
    phones=(Phone(raw="0170 1234567"),),
    emails=(Email(address="mara@example.org"),),
    birthday=PartialDate(None, 2, 29),
    circle="close",
    notes=("likes tea",),
    photo=Photo(data=b"one", media_type="image/png"),
)
SECOND = Contact(
    uid="2",
    full_name="M. Sol",
    name=Name("Sol", "Mara"),
    phones=(Phone(raw="+49 170 1234567"), Phone(raw="030 7654321")),
    emails=(Email(address="Mara@Example.org"), Email(address="m@example.org")),
    birthday=PartialDate(1984, 2, 29),
    circle="work",
    never=True,
    notes=("likes tea", "plays chess"),
    photo=Photo(data=b"two", media_type="image/png"),
    others=(Property("ORG", "Works"),),
)


def test_what_is_the_same_is_there_once_and_what_is_new_is_added() -> None:
    merged = merge(FIRST, SECOND, "DE").merged
    assert merged.uid == "1"
    assert [phone.raw for phone in merged.phones] == ["0170 1234567", "030 7654321"]
    assert [email.address for email in merged.emails] == [
        "mara@example.org",
        "m@example.org",
    ]
    assert merged.notes == ("likes tea", "plays chess")
    assert merged.circle == "close"
    assert merged.never
    assert str(merged.birthday) == "1984-02-29"


def test_what_has_no_room_is_kept_for_export() -> None:
    merged = merge(FIRST, SECOND, "DE").merged
    kept = {(other.name, other.value) for other in merged.others}
    assert ("FN", "M. Sol") in kept
    assert ("ORG", "Works") in kept
    assert ("PHOTO", "dHdv") in kept
    assert merged_uids(merged) == ("2",)
    opposite = merge(FIRST, replace(SECOND, birthday=PartialDate(1990, 1, 1))).merged
    assert ("BDAY", "1990-01-01") in {(o.name, o.value) for o in opposite.others}


def test_merging_can_be_undone_exactly() -> None:
    assert merge(FIRST, SECOND).undo() == (FIRST, SECOND)


def test_merging_the_same_once_more_changes_nothing() -> None:
    once = merge(FIRST, SECOND, "DE").merged
    assert merge(once, SECOND, "DE").changes_nothing
    assert merge(FIRST, FIRST).changes_nothing


CONTACTS = st.builds(
    Contact,
    uid=st.sampled_from("123"),
    full_name=st.sampled_from(["", "A", "B"]),
    nicknames=st.lists(st.sampled_from("abA"), max_size=2).map(tuple),
    phones=st.lists(
        st.builds(Phone, raw=st.sampled_from(["1", "0170 1234567", "+491701234567"])),
        max_size=2,
    ).map(tuple),
    birthday=st.sampled_from(
        [
            None,
            PartialDate(None, 1, 2),
            PartialDate(2000, 1, 2),
            PartialDate(2001, 1, 2),
        ]
    ),
    notes=st.lists(st.sampled_from("xy"), max_size=2).map(tuple),
    closeness=st.sampled_from([None, 1, 5]),
    photo=st.sampled_from([None, Photo(data=b"a"), Photo(uri="https://example.org/a")]),
)


@given(CONTACTS, CONTACTS)
def test_nothing_that_either_said_is_lost(first: Contact, second: Contact) -> None:
    done = merge(first, second, "DE")
    assert done.undo() == (first, second)
    assert merge(done.merged, second, "DE").changes_nothing
    kept = " ".join(str(getattr(done.merged, field.name)) for field in fields(Contact))
    for contact in (first, second):
        assert contact.full_name in kept
        assert all(repr(note) in kept for note in contact.notes)
        day = contact.birthday
        same_day = done.merged.birthday
        if day and day.year:
            assert str(day) in kept or day == same_day
