from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unplug.people.compared import Key
from unplug.people.contact import Contact, Email, Name, Phone
from unplug.people.duplicates import Match, Matcher, find_duplicates
from unplug.people.partial_date import PartialDate
from unplug.people.resemblance import Likeness, likeness

DAY = PartialDate(1984, 2, 29)


def person(
    uid: str,
    name: str,
    phone: str = "",
    email: str = "",
    day: PartialDate | None = None,
) -> Contact:
    given, _, family = name.partition(" ")
    return Contact(
        uid=uid,
        name=Name(family, given),
        phones=(Phone(raw=phone),) if phone else (),
        emails=(Email(address=email),) if email else (),
        birthday=day,
    )


def judged(one: Contact, other: Contact, *more: Contact) -> Match | None:
    matches = {
        frozenset((m.first, m.second)): m
        for m in find_duplicates([one, other, *more], "DE")
    }
    return matches.get(frozenset((one.uid, other.uid)))


def automatic(one: Contact, other: Contact, *more: Contact) -> bool:
    match = judged(one, other, *more)
    return match is not None and match.automatic


MARA = person("1", "Mara Sol", "0170 1234567", "mara@example.org", DAY)
MUM = person("9", "Vera Sol", "0170 1234567", "mara@example.org")


def test_phone_and_address_together_are_sure() -> None:
    other = person("2", "Mara Sol", "+49 170 1234567", "Mara@Example.org")
    match = judged(MARA, other)
    assert match is not None
    assert match.automatic
    assert match.keys == {Key.PHONE, Key.EMAIL}
    assert match.likeness is Likeness.SAME


def test_one_key_and_the_birthday_are_sure_under_the_same_name() -> None:
    assert automatic(MARA, person("2", "Mara Sol", "0170/1234567", day=DAY))
    assert not automatic(
        MARA, person("2", "Mara Sol", "0170/1234567", day=PartialDate(None, 2, 29))
    )


@pytest.mark.parametrize(
    "other",
    [
        person("2", "Mara Sol", "0170 1234567"),
        person("2", "Sol Mara", email="mara@example.org"),
        person("2", "Mara Sol", day=DAY),
        person("2", "Mara Sool", "0170 1234567"),
        person("2", "M. Sol", email="mara@example.org"),
        person("2", "", email="mara@example.org"),
        replace(person("2", "", "0170 1234567"), full_name="Sol, Mara"),
    ],
)
def test_what_is_likely_is_offered_and_not_done(other: Contact) -> None:
    match = judged(MARA, other)
    assert match is not None
    assert not match.automatic


@pytest.mark.parametrize(
    "other",
    [
        person("2", "Mara Sol"),
        person("2", "Vera Sol", "0170 1234567"),
        person("2", "Vera Sol", "0170 1234567", "mara@example.org"),
        person(
            "2",
            "Mara Sol",
            "0170 1234567",
            "mara@example.org",
            PartialDate(2010, 2, 28),
        ),
        person("2", "Vera Klein", day=DAY),
    ],
)
def test_families_namesakes_and_twins_are_left_alone(other: Contact) -> None:
    assert judged(MARA, other) is None


def test_what_a_family_shares_is_nobodys_own() -> None:
    other = person("2", "Mara Sol", "0170 1234567", "mara@example.org")
    assert automatic(replace(MARA, birthday=None), other)
    assert not automatic(replace(MARA, birthday=None), other, MUM)
    assert (
        judged(
            person("1", "Mara Sol", "0170 1234567"),
            person("2", "M. Sol", "0170 1234567"),
            MUM,
        )
        is None
    )


def test_father_and_son_of_one_name_are_not_merged() -> None:
    father = replace(MARA, full_name="Mara Sol sen.", birthday=None)
    son = replace(father, uid="2", full_name="Mara Sol jun.")
    assert judged(father, son) is None
    assert not automatic(father, replace(son, full_name="Mara Sol"))


def test_somebody_with_anothers_name_as_a_second_one_is_not_merged() -> None:
    daughter = replace(
        person("2", "Lia Sol", "0170 1234567", "mara@example.org"),
        name=Name("Sol", "Lia", ("Mara",)),
    )
    assert not automatic(replace(MARA, birthday=None), daughter)


def test_the_address_of_an_office_tells_nobody() -> None:
    one = person("1", "Mara Sol", email="info@example.org")
    assert judged(one, replace(one, uid="2")) is None


def test_a_switchboard_does_not_take_long_and_namesakes_are_still_found() -> None:
    crowd = [person(str(n), f"Person{n} Sol", "030 1234567") for n in range(2000)]
    found = list(
        find_duplicates([*crowd, person("x", "Person7 Sol", "030 1234567")], "DE")
    )
    assert [(m.first, m.second, m.automatic) for m in found] == [("7", "x", False)]


def test_a_contact_that_is_replaced_or_forgotten_is_found_no_more() -> None:
    matcher = Matcher("DE")
    matcher.add(MARA)
    matcher.add(person("1", "Other One", "030 7654321"))
    copy = replace(MARA, uid="2")
    assert matcher.matches(copy) == []
    matcher.add(MARA)
    assert len(matcher.matches(copy)) == 1
    matcher.discard("1")
    matcher.discard("1")
    assert matcher.matches(copy) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("anna sol", "sol anna", Likeness.SAME),
        ("anna maria sol", "annamaria sol", Likeness.SAME),
        ("anna sol", "anna maria sol", Likeness.CONTAINED),
        ("katharina sol", "katarina sol", Likeness.SIMILAR),
        ("katharina sol", "kathairna sol", Likeness.SIMILAR),
        ("k sol", "katharina sol", Likeness.VAGUE),
        ("mei sol", "mie sol", Likeness.VAGUE),
        ("anna sol", "otto sol", Likeness.DIFFERENT),
        ("sol", "anna sol", Likeness.DIFFERENT),
        ("", "anna sol", Likeness.UNKNOWN),
    ],
)
def test_names_resemble_one_another(one: str, other: str, expected: Likeness) -> None:
    split = tuple(sorted(one.split())), tuple(sorted(other.split()))
    assert likeness(*split) is expected
    assert likeness(*reversed(split)) is expected


NAMES = (
    st.lists(st.text("abc", min_size=1, max_size=5), max_size=4).map(sorted).map(tuple)
)


@given(NAMES, NAMES)
def test_resemblance_has_no_direction(
    one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    assert (likeness(one, other) >= Likeness.CONTAINED) == (
        likeness(other, one) >= Likeness.CONTAINED
    )
    assert likeness(one, one) in {Likeness.SAME, Likeness.UNKNOWN}
