from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from unplug.people.contact import Contact
from unplug.people.sharing import shareable
from unplug.people.syncing import Base, SyncPlan, base_of, plan_sync
from unplug.people.vcard.writer import V4
from unplug.people.vdir import Etag, Item, Listing

MARA = Contact(uid="m", full_name="Mara", circle="close")


def item(contact: Contact) -> Item:
    said = contact.full_name
    shared = shareable(contact)
    return Item(f"{contact.uid}.vcf", Etag(0, 0, 0, f"digest of {said}"), V4, shared)


def plan(ours: list[Contact], theirs: list[Contact], agreed: list[Contact]) -> SyncPlan:
    return plan_sync(
        {c.uid: c for c in ours},
        Listing({c.uid: item(c) for c in theirs}, frozenset(), ()),
        {c.uid: base_of(c, item(c)) for c in agreed},
    )


CHANGED = replace(MARA, full_name="Mara S.")
OTHERWISE = replace(MARA, full_name="M. Sol", notes=("theirs",))
NOTHING = SyncPlan((), (), (), (), (), ())


def test_both_as_before_is_agreed() -> None:
    assert plan([MARA], [MARA], [MARA]) == replace(NOTHING, agreed=("m",))


def test_their_change_is_taken_and_what_only_we_know_stays() -> None:
    (taken,) = plan([MARA], [CHANGED], [MARA]).take
    assert taken.full_name == "Mara S."
    assert taken.circle == "close"


def test_our_change_is_written_over_what_was_read() -> None:
    done = plan([CHANGED], [MARA], [MARA])
    assert done == replace(NOTHING, write=((CHANGED, item(MARA)),))


def test_a_change_of_what_only_we_know_writes_nothing() -> None:
    assert plan([replace(MARA, circle="work")], [MARA], [MARA]).agreed == ("m",)


def test_two_different_changes_are_left_for_the_user_and_can_be_had_both() -> None:
    (conflict,) = plan([CHANGED], [OTHERWISE], [MARA]).conflicts
    merged = conflict.as_one().merged
    assert merged.full_name == "Mara S."
    assert merged.notes == ("theirs",)
    assert "M. Sol" in str(merged.others)


def test_the_same_change_on_both_sides_is_agreed() -> None:
    assert plan([CHANGED], [CHANGED], [MARA]).agreed == ("m",)


def test_new_ones_go_across() -> None:
    assert plan([MARA], [], []).write == ((MARA, None),)
    assert plan([], [MARA], []).take == (shareable(MARA),)


def test_new_ones_that_are_there_on_both_sides_but_differ_are_a_conflict() -> None:
    assert len(plan([CHANGED], [OTHERWISE], []).conflicts) == 1


def test_a_deletion_goes_across() -> None:
    assert plan([], [MARA], [MARA]).remove == (item(MARA),)
    assert plan([MARA], [], [MARA]).delete == ("m",)


def test_a_change_outlives_a_deletion() -> None:
    assert plan([CHANGED], [], [MARA]).write == ((CHANGED, None),)
    assert plan([], [CHANGED], [MARA]).take == (shareable(CHANGED),)


def test_a_file_that_cannot_be_read_at_present_is_no_deletion() -> None:
    listing = Listing({}, frozenset({"m.vcf"}), ())
    bases = {"m": Base("m.vcf", "digest", "x")}
    assert plan_sync({"m": MARA}, listing, bases) == NOTHING


def test_an_empty_folder_is_suspicious() -> None:
    assert plan([MARA], [], [MARA]).empties_ours
    other = replace(MARA, uid="o")
    assert not plan([MARA, other], [other], [MARA, other]).empties_ours


STATES = st.sampled_from([None, MARA, CHANGED, OTHERWISE])


@given(STATES, STATES, STATES)
def test_no_change_is_ever_lost(
    ours: Contact | None, theirs: Contact | None, base: Contact | None
) -> None:
    def some(contact: Contact | None) -> list[Contact]:
        return [contact] if contact else []

    done = plan(some(ours), some(theirs), some(base))
    kept = [c.full_name for c in (*done.take, *(c for c, _ in done.write))]
    for conflict in done.conflicts:
        kept += [conflict.ours.full_name, conflict.theirs.contact.full_name]
    if done.agreed:
        assert ours is not None
        kept.append(ours.full_name)
    for side in (ours, theirs):
        if side is not None and side != base:
            assert side.full_name in kept
