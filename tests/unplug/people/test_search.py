import pytest
from hypothesis import given
from hypothesis import strategies as st

from unplug.people.contact import Contact, Email, Name, Phone
from unplug.people.folding import fold
from unplug.people.search import SearchIndex

PEOPLE = [
    Contact(
        uid="jose",
        full_name="José Álvarez",
        phones=(Phone(raw="0170 1234567", number="+491701234567"),),
    ),
    Contact(
        uid="maria",
        full_name="Maria-José Sol",
        emails=(Email(address="m.sol@Example.org"),),
    ),
    Contact(uid="joss", full_name="Joss Stone", nicknames=("Jo",)),
    Contact(uid="kong", name=Name("孔", "夫子")),
    Contact(uid="olga", full_name="Ольга Ковалёва"),
]


@pytest.fixture
def index() -> SearchIndex:
    made = SearchIndex()
    for person in PEOPLE:
        made.put(person)
    return made


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("jose", ["jose", "maria"]),
        ("JOSÉ", ["jose", "maria"]),
        ("jos", ["jose", "joss", "maria"]),
        ("sol m", ["maria"]),
        ("lvar", ["jose"]),
        ("example.org", ["maria"]),
        ("m.sol@", ["maria"]),
        ("夫", ["kong"]),
        ("ковалева", ["olga"]),
        ("0170 123", ["jose"]),
        ("+49 170", ["jose"]),
        ("0049170", ["jose"]),
        ("34567", ["jose"]),
        ("jose stone", []),
        ("", []),
        ("  ", []),
    ],
)
def test_any_part_of_a_name_number_or_address_finds_people(
    index: SearchIndex, query: str, found: list[str]
) -> None:
    assert index.find(query) == found


def test_changes_and_deletions_show_at_once(index: SearchIndex) -> None:
    index.put(Contact(uid="jose", full_name="Pepe"))
    assert index.find("jose") == ["maria"]
    assert index.find("pepe") == ["jose"]
    index.discard("jose")
    index.discard("nobody")
    assert index.find("pepe") == []
    assert len(index) == 4


def test_no_more_are_found_than_asked_for() -> None:
    index = SearchIndex()
    for number in range(100):
        index.put(Contact(uid=str(number), full_name=f"Anna {number}"))
    assert len(index.find("ann", at_most=7)) == 7


@given(
    st.lists(st.text(min_size=1, max_size=12), max_size=15, unique=True),
    st.text(min_size=1, max_size=3),
)
def test_the_index_finds_what_looking_at_each_name_finds(
    names: list[str], part: str
) -> None:
    index = SearchIndex()
    for name in names:
        index.put(Contact(uid=name, full_name=f"x{name}"))
    term = fold(part)
    if " " in term or not term or term.isdecimal() or not any(map(str.isalpha, term)):
        return
    found = {name for name in names if term in fold(f"x{name}")}
    assert set(index.find(part)) == found
