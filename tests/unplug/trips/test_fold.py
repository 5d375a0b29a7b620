"""What becomes of a trip by what its members say."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unplug.trips.groups import (
    DAY_MS,
    HOUR_MS,
    NOW_MS,
    agree,
    ask,
    everything,
    group,
    invite,
    join,
    lock,
    me,
    meet,
    names,
    propose,
)
from tests.unplug.trips.world import live
from unplug.trips import bodies as b
from unplug.trips import tending
from unplug.trips.keys import KeyRing
from unplug.trips.replica import Replica
from unplug.trips.state import Gone


@pytest.mark.timeout(300)
@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32))
def test_whatever_happens_all_agree_and_the_group_goes_on(seed: int) -> None:
    _, wrong = live(seed, steps=18, members=3)
    assert wrong is None


def test_who_is_put_out_while_they_miss_a_key_is_out_all_the_same() -> None:
    """Another computer of theirs takes no part, though it cannot read why."""
    world, wrong = live(35_138)
    assert wrong is None
    unaware = [seat.replica for seat in world.seats if seat.replica.me]
    assert len(unaware) > len(world.inside())


def test_the_order_in_which_ops_come_does_not_matter() -> None:
    ana, bea, cleo = group("Ana", "Bea", "Cleo")
    bea.write(b.Item(text="torch"))
    lock(ana)
    cleo.write(b.Rename(name="Cleopatra"))
    meet(ana, bea, cleo)
    pool = list(everything(ana, bea, cleo))
    rng = random.Random(7)
    for _ in range(20):
        rng.shuffle(pool)
        late = Replica(KeyRing(ana.trip, ana.ring.device, ana.ring.epochs))
        for raw in pool + pool[:5]:
            late.receive(raw)
        agree(ana, late)


def test_votes_are_counted_by_member_and_the_last_one_stands() -> None:
    ana, bea, cleo = group("Ana", "Bea", "Cleo")
    first, second = propose(ana), propose(ana, start_ms=NOW_MS + 9 * DAY_MS)
    meet(ana, bea, cleo)
    bea.write(b.Vote(first, b.Say.NO))
    bea.write(b.Vote(first, b.Say.YES))
    cleo.write(b.Vote(first, b.Say.MAYBE))
    cleo.write(b.Vote(second, b.Say.NO))
    cleo.write(b.Vote(bytes(16), b.Say.YES))
    meet(ana, bea, cleo)
    one, two = ana.state().proposals.values()
    assert [one.count(say) for say in (b.Say.YES, b.Say.MAYBE, b.Say.NO)] == [1, 1, 0]
    assert [two.count(say) for say in (b.Say.YES, b.Say.MAYBE, b.Say.NO)] == [0, 0, 1]
    agree(ana, bea, cleo)


def test_what_was_just_written_counts_before_it_is_sent() -> None:
    [ana] = group("Ana")
    proposal = propose(ana)
    ana.write(b.Vote(proposal, b.Say.YES))
    assert ana.drafts()
    assert ana.state().proposals[proposal].votes == {me(ana): b.Say.YES}
    ana.seal()
    assert not ana.drafts()
    assert ana.state().proposals[proposal].votes == {me(ana): b.Say.YES}


def test_every_app_says_that_it_holds_the_plan() -> None:
    ana, bea, cleo = group("Ana", "Bea", "Cleo")
    lock(ana)
    ana.seal()
    assert ana.state().receipts() == (0, 3)
    meet(ana, bea)
    assert ana.state().receipts() == (2, 3)
    meet(ana, bea, cleo)
    assert cleo.state().receipts() == (3, 3)


def test_a_change_of_the_window_asks_for_consent_again() -> None:
    ana, bea = group("Ana", "Bea")
    first = lock(ana)
    meet(ana, bea)
    bea.write(b.Answer(first, b.Say.YES))
    second = lock(ana, start_ms=NOW_MS + 3 * DAY_MS)
    meet(ana, bea)
    plan = ana.state().plan
    assert plan is not None
    assert (plan.ref, plan.revision, plan.answers) == (second, 2, {})
    assert ana.state().receipts() == (2, 2)
    agree(ana, bea)


def test_locking_the_same_window_again_asks_nobody_anew() -> None:
    ana, bea = group("Ana", "Bea")
    first = lock(ana)
    meet(ana, bea)
    bea.write(b.Answer(first, b.Say.YES))
    lock(ana)
    meet(ana, bea)
    plan = ana.state().plan
    assert plan is not None
    assert (plan.revision, plan.answers) == (1, {me(bea): b.Say.YES})


def test_declining_is_final_for_that_revision_only() -> None:
    ana, bea = group("Ana", "Bea")
    plan = lock(ana)
    meet(ana, bea)
    bea.write(b.Answer(plan, b.Say.NO))
    bea.write(b.Answer(plan, b.Say.YES))
    assert bea.state().plans[-1].answers == {me(bea): b.Say.NO}
    again = lock(ana, start_ms=NOW_MS + 5 * DAY_MS)
    meet(ana, bea)
    bea.write(b.Answer(again, b.Say.YES))
    assert bea.state().plans[-1].answers == {me(bea): b.Say.YES}


def test_a_window_is_locked_at_least_an_hour_ahead() -> None:
    [ana] = group("Ana")
    late = propose(ana, start_ms=NOW_MS + HOUR_MS - 1)
    ana.write(b.Lock(late, NOW_MS))
    assert ana.state().plan is None
    in_time = propose(ana, start_ms=NOW_MS + HOUR_MS)
    ana.write(b.Lock(in_time, NOW_MS))
    assert ana.state().plan is not None


def test_a_plan_that_is_called_off_is_no_plan() -> None:
    ana, bea = group("Ana", "Bea")
    plan = lock(ana)
    ana.write(b.Cancel(plan))
    meet(ana, bea)
    assert bea.state().plan is None
    lock(ana)
    meet(ana, bea)
    assert bea.state().plan is not None


def test_the_last_organiser_cannot_leave_before_handing_over() -> None:
    ana, bea = group("Ana", "Bea")
    ana.write(b.Leave())
    meet(ana, bea)
    assert names(bea) == ["Ana", "Bea"]
    ana.write(b.HandOver(me(bea)))
    ana.write(b.Leave())
    meet(ana, bea)
    assert names(bea) == ["Bea"]
    assert bea.state().lead == me(bea)
    assert bea.state().members[me(ana)].gone is Gone.LEFT
    lock(bea)
    assert bea.state().plan is not None


def test_leaving_is_one_step_and_final() -> None:
    ana, bea = group("Ana", "Bea")
    bea.write(b.Leave())
    bea.write(b.Rename(name="back again"))
    meet(ana, bea)
    assert names(ana) == ["Ana"]
    assert ana.state().members[me(bea)].name == "Bea"


def test_who_leaves_does_not_read_on() -> None:
    ana, bea, cleo = group("Ana", "Bea", "Cleo")
    bea.write(b.Leave())
    meet(ana, bea, cleo)
    assert ana.state().epoch is not None
    plan = lock(ana)
    meet(ana, bea, cleo)
    assert bea.state().plan is None
    assert [p.ref for p in cleo.state().plans] == [plan]


def test_removal_wins_over_what_the_removed_did_meanwhile() -> None:
    ana, bea, cleo, dan = group("Ana", "Bea", "Cleo", "Dan")
    ana.write(b.Promote(me(bea)))
    meet(ana, bea, cleo, dan)
    bea.write(b.Item(text="said in time"))
    meet(ana, bea, cleo, dan)
    tending.remove(ana, me(bea))
    bea.write(b.Promote(me(cleo)))
    bea.write(b.Item(text="said too late"))
    tending.remove(bea, me(dan))
    meet(ana, bea, cleo, dan)
    assert names(ana) == ["Ana", "Cleo", "Dan"]
    assert [i.said.plain() for i in ana.state().items.values()] == [("said in time",)]
    assert ana.state().members[me(cleo)].role is b.Role.MEMBER
    agree(ana, cleo, dan)


def test_organisers_cannot_remove_who_made_them_or_each_other() -> None:
    ana, bea, cleo = group("Ana", "Bea", "Cleo")
    ana.write(b.Promote(me(bea)))
    ana.write(b.Promote(me(cleo)))
    meet(ana, bea, cleo)
    tending.remove(bea, me(ana))
    tending.remove(bea, me(cleo))
    tending.remove(cleo, me(bea))
    meet(ana, bea, cleo)
    assert names(ana) == ["Ana", "Bea", "Cleo"]
    agree(ana, bea, cleo)


def test_what_an_organiser_did_before_leading_still_counts_afterwards() -> None:
    ana, bea = group("Ana", "Bea")
    ana.write(b.Promote(me(bea)))
    meet(ana, bea)
    cleo = join(bea, "Cleo")
    meet(ana, bea, cleo)
    ana.write(b.HandOver(me(bea)))
    meet(ana, bea, cleo)
    assert names(cleo) == ["Ana", "Bea", "Cleo"]
    tending.remove(bea, me(ana))
    meet(bea, cleo)
    assert names(cleo) == ["Bea", "Cleo"]
    agree(bea, cleo)


def test_the_lead_is_in_even_if_all_its_admitter_did_is_taken_back() -> None:
    ana, bea, cleo = group("Ana", "Bea", "Cleo")
    ana.write(b.HandOver(me(bea)))
    meet(ana, bea, cleo)
    bea.write(b.Remove(me(ana)))  # and nothing of Ana's is said to have been seen
    meet(bea, cleo)
    assert names(bea) == ["Bea"]
    assert bea.state().members[me(bea)].role is b.Role.ORGANISER
    join(bea, "Dan")
    assert names(bea) == ["Bea", "Dan"]


def test_handing_over_twice_at_once_leaves_one_lead() -> None:
    ana, bea, cleo = group("Ana", "Bea", "Cleo")
    copy = Replica(ana.ring)
    copy.load(ana.envelopes())
    ana.write(b.HandOver(me(bea)))
    copy.write(b.HandOver(me(cleo)))
    meet(ana, bea, cleo, copy)
    assert ana.state().lead in (me(bea), me(cleo))
    assert [fork.author for fork in ana.state().forks] == [ana.ring.device.public]
    agree(ana, bea, cleo)


def test_a_restored_backup_is_found_and_goes_on_as_a_device_of_its_own() -> None:
    ana, bea = group("Ana", "Bea")
    backup = bea.ring, bea.envelopes()
    bea.write(b.Item(text="before the disk died"))
    meet(ana, bea)
    restored = Replica(backup[0])
    restored.load(backup[1])
    restored.write(b.Item(text="after it was restored"))
    meet(ana, restored)
    assert restored.needs_new_device
    assert [fork.author for fork in ana.state().forks] == [bea.ring.device.public]
    restored.renew_device()
    restored.write(b.Item(text="under a new key"))
    meet(ana, restored)
    assert len(ana.state().items) == 3
    assert {i.by for i in ana.state().items.values()} == {me(restored)}
    assert len(ana.state().forks) == 1
    agree(ana, restored)


def test_a_device_with_nothing_but_its_keys_hears_before_it_signs() -> None:
    ana, bea = group("Ana", "Bea")
    bea.write(b.Item(text="before the disk died"))
    meet(ana, bea)
    empty = Replica(bea.ring)
    empty.write(b.Item(text="written into nothing"))
    assert empty.seal() == ()
    meet(ana, empty)
    assert ana.state().forks == ()
    assert len(ana.state().items) == 2
    agree(ana, empty)


def test_letters_that_were_answered_travel_no_more() -> None:
    ana, bea, cleo = group("Ana", "Bea", "Cleo")
    for replica in (bea, cleo):
        replica.write(b.Share(b.Tier.KEPT))
    meet(ana, bea, cleo)
    assert [len(r.letters) for r in (ana, bea, cleo)] == [0, 0, 0]


def test_a_backup_that_hears_before_it_speaks_makes_no_fork() -> None:
    ana, bea = group("Ana", "Bea")
    backup = bea.ring, bea.envelopes()
    bea.write(b.Item(text="before the disk died"))
    meet(ana, bea)
    restored = Replica(backup[0])
    restored.load(backup[1])
    restored.receive(b"".join(ana.envelopes()))
    restored.write(b.Item(text="after it was restored"))
    meet(ana, restored)
    assert ana.state().forks == ()
    assert len(ana.state().items) == 2


def test_a_member_speaks_through_several_devices_at_once() -> None:
    ana, bea = group("Ana", "Bea")
    phone = Replica(KeyRing.from_bytes(tending.pair_device(bea)))
    meet(ana, bea, phone)
    proposal = propose(ana)
    meet(ana, bea, phone)
    bea.write(b.Vote(proposal, b.Say.NO))
    meet(ana, bea, phone)
    phone.write(b.Vote(proposal, b.Say.YES))
    meet(ana, bea, phone)
    assert ana.state().proposals[proposal].votes == {me(bea): b.Say.YES}
    assert names(ana) == ["Ana", "Bea"]
    assert ana.state().forks == ()
    agree(ana, bea, phone)


def test_a_lost_device_is_dropped_and_its_later_words_do_not_count() -> None:
    ana, bea = group("Ana", "Bea")
    phone = Replica(KeyRing.from_bytes(tending.pair_device(bea)))
    meet(ana, bea, phone)
    phone.write(b.Item(text="mine"))
    meet(ana, bea, phone)
    head = phone.heads()[phone.ring.device.public][0][1]
    bea.write(b.Drop(key=phone.ring.device.public), seen=[head])
    phone.write(b.Item(text="the finder's"))
    phone.write(b.Drop(key=bea.ring.device.public))
    meet(ana, bea, phone)
    assert [i.said.plain() for i in ana.state().items.values()] == [("mine",)]
    assert ana.state().members[me(bea)].devices == {bea.ring.device.public}
    assert ana.state().epoch is not None
    agree(ana, bea)


def test_any_members_app_lets_in_who_needs_no_approval() -> None:
    ana, bea = group("Ana", "Bea")
    ticket = invite(ana, approval=False)
    meet(ana, bea)
    cleo, letter = ask(ticket, "Cleo")
    bea.receive(letter)
    meet(bea, cleo)
    assert names(cleo) == ["Ana", "Bea", "Cleo"]
    meet(ana, bea, cleo)
    agree(ana, bea, cleo)


def test_a_revoked_invite_takes_back_who_came_in_meanwhile() -> None:
    ana, bea = group("Ana", "Bea")
    ticket = invite(ana, approval=False, uses=5)
    meet(ana, bea)
    cleo, letter = ask(ticket, "Cleo")
    ana.receive(letter)
    meet(ana, cleo)
    ana.write(b.Revoke(ticket.public, kept=(me(cleo),)))
    dan, letter = ask(ticket, "Dan")
    bea.receive(letter)
    meet(bea, dan)
    assert "Dan" in names(bea)
    meet(ana, bea, cleo)
    assert names(ana) == ["Ana", "Bea", "Cleo"]
    agree(ana, bea, cleo)


def test_an_expired_invite_lets_nobody_in() -> None:
    [ana] = group("Ana")
    ticket = invite(ana, approval=False)
    cleo, letter = ask(ticket, "Cleo")
    ana.receive(letter)
    tending.tend(ana, NOW_MS + DAY_MS + HOUR_MS)
    assert names(ana) == ["Ana"]
    assert cleo.ring.epochs == ()


def test_two_epochs_begun_at_once_lock_nobody_out() -> None:
    ana, bea, cleo, dan, eve = group("Ana", "Bea", "Cleo", "Dan", "Eve")
    ana.write(b.Promote(me(bea)))
    meet(ana, bea, cleo, dan, eve)
    tending.remove(ana, me(cleo))
    tending.tend(ana, NOW_MS)
    tending.remove(bea, me(dan))
    tending.tend(bea, NOW_MS)
    meet(ana, bea, cleo, dan, eve)
    eve.write(b.Item(text="torch"))
    meet(ana, bea, cleo, dan, eve)
    assert names(ana) == ["Ana", "Bea", "Eve"]
    agree(ana, bea, eve)
    for out in (cleo, dan):
        assert not out.state().items


def test_a_members_list_is_everybodys_and_strikes_are_its_makers() -> None:
    ana, bea, cleo = group("Ana", "Bea", "Cleo")
    torch = bea.write(b.Item(text="torch"))
    swim = bea.write(b.Activity(text="swim across", people=2))
    meet(ana, bea, cleo)
    cleo.write(b.Tick(torch, done=True))
    cleo.write(b.Join(swim, taking_part=True))
    cleo.write(b.Strike(torch))
    meet(ana, bea, cleo)
    assert ana.state().items[torch].people == {me(cleo)}
    assert ana.state().activities[swim].people == {me(cleo)}
    bea.write(b.Strike(torch))
    cleo.write(b.Join(swim, taking_part=False))
    meet(ana, bea, cleo)
    assert torch not in ana.state().items
    assert ana.state().activities[swim].people == set()
    agree(ana, bea, cleo)
