import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unplug.store.making import a_database
from unplug.people.checkins import CheckIn, CheckInKind, Logged
from unplug.people.circles import Cadence, Circle
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
from unplug.people.merge import merge
from unplug.people.partial_date import PartialDate
from unplug.people.undoing import undone
from unplug.store.people.changing import EDITS_KEPT, Changes
from unplug.store.people.store import PeopleStore

TODAY = date(2026, 11, 27)
FULL = Contact(
    uid="jose@example.org",
    full_name="José Álvarez de la Peña",
    name=Name("Álvarez de la Peña", "José", ("María",), ("Dr.",), ("Jr.",), ("x",)),
    nicknames=("Pepe",),
    phones=(Phone(raw="0170 1234567", number="+491701234567", kinds=("cell",)),),
    emails=(Email(address="jose@example.org", preference=1, label="Home"),),
    messengers=(Messenger(service="signal", handle="@pepe"),),
    city="Sevilla",
    zone="Europe/Madrid",
    birthday=PartialDate(None, 2, 29),
    anniversaries=(Anniversary(date=PartialDate(2001, 5, 3), label="Wedding"),),
    circle="close",
    cadence=Cadence.of_days(10, 20),
    free_times=(FreeTime(1, 18, 21), FreeTime(6, 9, 24)),
    closeness=5,
    interests=("climbing", "schach"),
    topics=("the boat",),
    notes=("two\nlines",),
    photo=Photo(media_type="image/png", data=b"\x89PNG", group="item1"),
    never=True,
    corner=2,
    remind=False,
    params=(("N", (("LANGUAGE", ("es",)),)),),
    others=(Property("ORG", "Works;Team", (("X-A", ("b", "c")),), "item2"),),
)
MARA = Contact(uid="mara", name=Name("Sol", "Mara"))
BEN = Contact(uid="ben", full_name="Ben", emails=(Email(address="ben@example.org"),))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[PeopleStore]:
    with closing(a_database(tmp_path)) as database:
        yield PeopleStore(database)


def put(store: PeopleStore, *contacts: Contact, kind: str = "edit") -> int:
    return store.change(Changes(kind=kind, at_ms=0, today=TODAY, put=contacts))


def met(
    store: PeopleStore,
    *uids: str,
    on: date = TODAY,
    felt: int | None = None,
    **more: str,
) -> str:
    kind = CheckInKind(more.pop("kind", "in person"))
    number = more.pop("number", f"{on}-{'-'.join(uids)}")
    check_in = CheckIn(kind=kind, people=frozenset(uids), on=on, felt=felt)
    store.log(Logged(number, check_in, more.pop("source", "")))
    return number


def test_a_card_comes_back_as_it_was_with_everything_it_says(
    store: PeopleStore,
) -> None:
    put(store, FULL)
    assert store.contact(FULL.uid) == FULL
    assert [*store.contacts()] == [FULL]
    [bare] = store.contacts(pictures=False)
    assert bare.photo is not None
    assert bare.photo.data == b""


def test_what_is_known_at_a_glance_is_what_the_card_says(store: PeopleStore) -> None:
    put(store, FULL)
    known = store.known_as(FULL.uid)
    assert known is not None
    same = (
        *("circle", "closeness", "zone", "city", "free_times", "birthday", "interests"),
        *("anniversaries", "topics", "never", "in_memoriam", "blocked", "corner"),
        *("remind", "suggestible", "is_person"),
    )
    for name in same:
        assert getattr(known, name) == getattr(FULL, name), name
    assert known.name == FULL.display_name
    assert (known.own_cadence, known.since) == (FULL.cadence, TODAY)


def test_people_are_listed_by_name_whatever_its_accents(store: PeopleStore) -> None:
    names = ["zoe", "Ärzte", "Bo", "arne", "Ólafur"]
    put(store, *(Contact(uid=name, full_name=name) for name in names))
    assert [p.name for p in store.known()] == ["arne", "Ärzte", "Bo", "Ólafur", "zoe"]


def test_a_cadence_is_ones_own_or_that_of_the_circle_as_the_user_has_it(
    store: PeopleStore,
) -> None:
    put(store, replace(MARA, circle="close"), replace(BEN, circle="chess"))
    store.put_circle(Circle("chess", Cadence.of_days(7, 9)))
    store.put_circle(Circle("close", Cadence.of_days(5, 6)))
    circles = {circle.name: circle for circle in store.circles()}
    assert [*circles] == ["close", "friends", "wider", "dormant", "work", "chess"]
    cadences = [person.cadence(circles) for person in store.known()]
    assert cadences == [Cadence.of_days(7, 9), Cadence.of_days(5, 6)]
    store.drop_circle("close")
    assert store.circles()[0].cadence == Cadence.of_days(14, 30)


def test_meeting_and_calling_are_two_clocks_for_all_who_were_there(
    store: PeopleStore,
) -> None:
    put(store, MARA, BEN)
    met(store, "mara", "ben", on=date(2026, 11, 1), felt=4)
    met(store, "mara", on=date(2026, 11, 20), kind="call", felt=2)
    met(store, "mara", on=date(2026, 10, 1), felt=1)  # told late: turns nothing back
    ben, mara = store.known()
    assert (ben.last_met, ben.last_called, ben.felt) == (date(2026, 11, 1), None, (4,))
    assert (mara.last_met, mara.last_called) == (date(2026, 11, 1), date(2026, 11, 20))
    assert mara.felt == (2, 4, 1)
    assert [e.check_in.on.day for e in store.check_ins("mara")] == [20, 1, 1]
    assert len(store.check_ins_since(date(2026, 11, 1))) == 2


def test_taking_a_check_in_back_sets_the_clocks_back(store: PeopleStore) -> None:
    put(store, MARA)
    met(store, "mara", on=date(2026, 10, 1))
    number = met(store, "mara")
    store.drop_check_in(number)
    assert store.known()[0].last_met == date(2026, 10, 1)


def test_what_comes_from_one_session_is_logged_once(store: PeopleStore) -> None:
    put(store, MARA)
    met(store, "mara", source="session:1", number="a")
    met(store, "mara", source="session:1", number="b", felt=5)
    [logged] = store.check_ins("mara")
    assert (logged.id, logged.check_in.felt) == ("a", 5)


def test_what_was_talked_about_is_what_was_last_talked_about(
    store: PeopleStore,
) -> None:
    put(store, replace(MARA, topics=("boats", "chess")))
    check_in = CheckIn(
        kind=CheckInKind.CALL,
        people=frozenset({"mara"}),
        on=TODAY,
        length=timedelta(minutes=90),
        topics=("work", "chess"),
        note="ask about José",
    )
    store.log(Logged("1", check_in))
    assert store.known()[0].topics == ("work", "chess", "boats")
    assert store.check_ins("mara")[0].check_in == check_in


def test_an_edit_is_taken_back(store: PeopleStore) -> None:
    put(store, FULL)
    edit = put(store, replace(FULL, circle="work", photo=None))
    assert store.undo(edit) == ()
    assert store.contact(FULL.uid) == FULL


def test_an_import_is_taken_back_but_for_those_who_were_met_or_changed(
    store: PeopleStore,
) -> None:
    put(store, MARA)
    changes = Changes(
        kind="import",
        at_ms=1,
        today=TODAY,
        title="a.vcf",
        put=[BEN, replace(MARA, city="Bonn"), FULL, Contact(uid="x", full_name="X")],
        seen={"print": "x"},
    )
    batch = store.change(changes)
    assert store.batches()[0].people == 4
    met(store, "ben")
    put(store, replace(FULL, city="Cádiz"))
    assert sorted(store.undo(batch)) == ["ben", "jose@example.org"]
    assert {p.uid for p in store.known()} == {"ben", "mara", "jose@example.org"}
    assert store.contact("mara") == MARA
    assert store.seen() == set()


def merged(store: PeopleStore, first: Contact, second: Contact) -> int:
    changes = Changes(
        kind="merge",
        at_ms=0,
        today=TODAY,
        put=[merge(first, second).merged],
        drop=[second.uid],
        merged={second.uid: first.uid},
    )
    return store.change(changes)


def test_a_merged_person_has_the_clocks_of_both_until_it_is_taken_back(
    store: PeopleStore,
) -> None:
    put(store, MARA, BEN)
    met(store, "ben", felt=5)
    batch = merged(store, MARA, BEN)
    [one] = store.known()
    assert (one.uid, one.last_met, one.felt) == ("mara", TODAY, (5,))
    assert store.known_as("ben") == one
    met(store, "mara", on=date(2026, 11, 1))
    assert store.undo(batch) == ()
    ben, mara = store.known()
    assert (ben.last_met, mara.last_met) == (TODAY, date(2026, 11, 1))
    assert (store.contact("ben"), store.contact("mara")) == (BEN, MARA)


def test_mergers_of_mergers_are_taken_back_in_any_order(store: PeopleStore) -> None:
    put(store, MARA, BEN, FULL)
    met(store, "ben")
    first = merged(store, MARA, BEN)
    one = store.contact("mara")
    assert one is not None
    second = merged(store, FULL, one)
    assert store.uid_now("ben") == FULL.uid
    assert store.known()[0].last_met == TODAY
    store.undo(second)
    store.undo(first)
    assert {c.uid: c for c in store.contacts()} == {c.uid: c for c in (MARA, BEN, FULL)}


def test_what_was_changed_after_a_merger_outlives_its_undoing(
    store: PeopleStore,
) -> None:
    put(store, MARA, BEN)
    batch = merged(store, MARA, BEN)
    one = store.contact("mara")
    assert one is not None
    later = replace(one, city="Bonn", emails=(*one.emails, Email(address="m@x.org")))
    put(store, later)
    store.undo(batch)
    now = store.contact("mara")
    assert now is not None
    assert (now.city, now.emails) == ("Bonn", (Email(address="m@x.org"),))


def test_only_the_last_edits_are_remembered_mergers_always(store: PeopleStore) -> None:
    put(store, MARA, BEN, kind="import")
    batch = merged(store, MARA, BEN)
    for number in range(EDITS_KEPT + 5):
        put(store, replace(MARA, city=str(number)))
    assert len(store.batches(1_000)) == EDITS_KEPT + 2
    store.undo(batch)
    assert store.contact("ben") == BEN


def test_a_card_that_cannot_be_read_hides_nobody_else(store: PeopleStore) -> None:
    put(store, MARA, BEN)
    with store._database.writing() as connection:
        connection.execute("UPDATE contact SET card = 'x', since = '?' WHERE uid='ben'")
    assert [person.uid for person in store.known()] == ["mara"]
    assert [*store.contacts()] == [MARA]
    assert store.contact("ben") is None


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_text_is_kept(
    tmp_path_factory: pytest.TempPathFactory, a: str, b: str
) -> None:
    with closing(a_database(tmp_path_factory.mktemp("any"))) as database:
        store = PeopleStore(database)
        contact = Contact(uid="u", full_name=a, interests=(b,), notes=(b,))
        put(store, contact)
        assert store.contact("u") == contact
        assert store.known_as("u") is not None


texts = st.sampled_from(["a", "b", "c"])
cards = st.builds(
    Contact,
    uid=st.just("u"),
    city=texts,
    notes=st.lists(texts, unique=True, max_size=3).map(tuple),
    interests=st.lists(texts, unique=True, max_size=3).map(tuple),
)


@given(cards, cards)
def test_taking_the_last_change_back_gives_what_was_before(
    before: Contact, after: Contact
) -> None:
    assert undone(after, after, before) == before


@given(cards, cards)
def test_taking_a_change_back_that_changed_nothing_changes_nothing(
    before: Contact, now: Contact
) -> None:
    assert undone(now, before, before) == now


def test_cards_are_kept_as_json_that_people_can_read(store: PeopleStore) -> None:
    put(store, FULL)
    [(card,)] = store._rows("SELECT card FROM contact")
    assert json.loads(card)["nicknames"] == ["Pepe"]
    assert "José" in card
