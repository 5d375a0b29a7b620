from dataclasses import replace

from unplug.people.contact import Contact, Email, Name, Phone
from unplug.people.fingerprint import fingerprint, with_uid
from unplug.people.importing import plan_import
from unplug.people.merge import merge
from unplug.people.vcard.reader import read
from unplug.people.vcard.writer import V3, V4, write

MARA = Contact(uid="1", name=Name("Sol", "Mara"), phones=(Phone(raw="0170 1234567"),),
               emails=(Email(address="mara@example.org"),))  # fmt: skip
NAMELESS = Contact(full_name="No Uid", emails=(Email(address="no@example.org"),))


def test_new_cards_are_added_with_a_uid_and_an_international_number() -> None:
    plan = plan_import([], [MARA, NAMELESS], region="DE")
    assert [contact.display_name for contact in plan.new] == ["Mara Sol", "No Uid"]
    assert all(contact.uid for contact in plan.new)
    assert plan.new[0].phones[0].number == "+491701234567"
    assert (plan.merges, plan.unchanged, plan.offered) == ((), 0, ())


def test_the_same_file_once_more_changes_nothing_even_without_uids() -> None:
    first = plan_import([], [MARA, NAMELESS])
    for seen in (first.fingerprints, frozenset[str]()):
        again = plan_import(first.new, [MARA, NAMELESS], seen)
        assert (again.new, again.merges, again.unchanged, again.offered) == (
            (),
            (),
            2,
            (),
        )


def test_what_the_user_made_of_a_contact_outlives_the_same_file() -> None:
    first = plan_import([], [MARA])
    edited = replace(first.new[0], name=Name("Sol", "Marie"), emails=())
    again = plan_import([edited], [MARA], first.fingerprints)
    assert (again.new, again.merges, again.unchanged) == ((), (), 1)


def test_a_merged_card_is_known_again() -> None:
    other = replace(MARA, uid="2", emails=(), name=Name("Soul", "Mara"))
    merged = merge(MARA, other).merged
    again = plan_import([merged], [MARA, other])
    assert (again.new, again.merges, again.unchanged) == ((), (), 2)


def test_a_card_with_more_to_say_is_merged_into_the_one_with_its_uid() -> None:
    more = replace(MARA, notes=("plays chess",))
    plan = plan_import([MARA], [more])
    (merged,) = plan.merges
    assert merged.first == MARA
    assert merged.merged.notes == ("plays chess",)
    assert merged.undo()[0] == MARA


def test_two_cards_of_one_person_in_a_file_become_one() -> None:
    other = replace(MARA, uid="2", notes=("x",))
    plan = plan_import([], [MARA, other])
    (contact,) = plan.new
    assert contact.notes == ("x",)
    assert plan.merges == ()


def test_a_likely_pair_is_kept_apart_and_offered() -> None:
    other = replace(MARA, uid="2", emails=())
    plan = plan_import([MARA], [other])
    assert [contact.uid for contact in plan.new] == ["2"]
    assert [(match.first, match.second) for match in plan.offered] == [("1", "2")]


def test_an_export_that_is_imported_again_changes_nothing() -> None:
    there = plan_import([], [MARA, NAMELESS], region="DE").new
    for version in (V3, V4):
        cards, _ = read("".join(write(there, version)).encode(), "export.vcf")
        plan = plan_import(there, cards, region="DE")
        assert (plan.new, plan.merges, plan.unchanged) == ((), (), 2)


def test_fingerprints_tell_contacts_apart_but_not_their_exports() -> None:
    assert fingerprint(MARA) != fingerprint(replace(MARA, notes=("x",)))
    dated, _ = read(b"BEGIN:VCARD\nFN:A\nREV:20260101T000000Z\nEND:VCARD", "")
    later, _ = read(b"BEGIN:VCARD\nFN:A\nREV:20270101T000000Z\nEND:VCARD", "")
    assert fingerprint(dated[0]) == fingerprint(later[0])
    numbered = replace(MARA, phones=(replace(MARA.phones[0], number="+491701234567"),))
    assert fingerprint(MARA) == fingerprint(numbered)


def test_a_uid_that_is_there_is_kept_and_one_that_is_made_is_always_the_same() -> None:
    assert with_uid(MARA) is MARA
    assert with_uid(NAMELESS) == with_uid(NAMELESS)
    assert with_uid(NAMELESS).uid != with_uid(replace(NAMELESS, full_name="x")).uid
