"""What each kind of op does to a trip, once its author's membership is settled.

A function here changes the state or leaves it as it was; it never refuses.
"""

from collections.abc import Callable
from dataclasses import dataclass

from unplug.trips import bodies as b
from unplug.trips.bodies import Role, Say, Tier
from unplug.trips.fields import Body
from unplug.trips.op import Op, ref
from unplug.trips.state import Epoch, Listed, Member, Plan, Proposal, TripState

LOCK_AHEAD_MS = 60 * 60 * 1000
MAX_LISTED = 500


@dataclass(frozen=True, slots=True)
class Said:
    """An op, by whom, and whether by an organiser's right."""

    op: Op
    member: Member
    organiser: bool

    @property
    def voice(self) -> bytes | None:
        """Who speaks, if they have a say."""
        return None if self.member.role is Role.GUEST else self.member.id


def _propose(state: TripState, said: Said) -> None:
    body = said.op.body
    if isinstance(body, b.Propose) and said.organiser:
        name = ref(state.trip, said.op)
        state.proposals.setdefault(name, Proposal(name, body))


def _withdraw(state: TripState, said: Said) -> None:
    body = said.op.body
    if (
        isinstance(body, b.Withdraw)
        and said.organiser
        and body.proposal in state.proposals
    ):
        state.proposals[body.proposal].withdrawn = True


def _vote(state: TripState, said: Said) -> None:
    body = said.op.body
    if isinstance(body, b.Vote) and said.voice:
        proposal = state.proposals.get(body.proposal)
        if proposal is not None:
            proposal.votes[said.voice] = Say(body.say)


def _deadline(state: TripState, said: Said) -> None:
    if isinstance(said.op.body, b.Deadline) and said.organiser:
        state.deadline_ms = said.op.body.at_ms


def _lock(state: TripState, said: Said) -> None:
    """A proposal becomes the plan, at least an hour ahead; once more is no news."""
    body = said.op.body
    if not isinstance(body, b.Lock) or not said.organiser:
        return
    proposal = state.proposals.get(body.proposal)
    if proposal is None or body.at_ms + LOCK_AHEAD_MS > proposal.said.start_ms:
        return
    if state.plan is not None and state.plan.window == proposal.said:
        return
    name = ref(state.trip, said.op)
    state.plans.append(Plan(name, proposal.said, len(state.plans) + 1))


def _cancel(state: TripState, said: Said) -> None:
    body = said.op.body
    if isinstance(body, b.Cancel) and said.organiser:
        plan = _plan(state, body.plan)
        if plan is not None:
            plan.cancelled = True


def _answer(state: TripState, said: Said) -> None:
    body = said.op.body
    if isinstance(body, b.Answer) and said.voice:
        plan = _plan(state, body.plan)
        if plan is not None and plan.answers.get(said.voice) is not Say.NO:
            plan.answers[said.voice] = Say(body.say)


def _ready(state: TripState, said: Said) -> None:
    body = said.op.body
    if isinstance(body, b.Ready):
        plan = _plan(state, body.plan)
        if plan is not None:
            plan.ready.add(said.member.id)


def _share(_: TripState, said: Said) -> None:
    if isinstance(said.op.body, b.Share) and said.voice:
        said.member.tier = Tier(said.op.body.tier)


def _outcome(state: TripState, said: Said) -> None:
    body = said.op.body
    if isinstance(body, b.Outcome) and said.voice:
        plan = _plan(state, body.plan)
        if plan is not None:
            plan.outcomes[said.voice] = body


def _circles(state: TripState, said: Said) -> None:
    if isinstance(said.op.body, b.Circles) and said.organiser:
        state.circles = said.op.body


def _item(state: TripState, said: Said) -> None:
    body = said.op.body
    if isinstance(body, b.Item | b.Activity) and said.voice:
        listed = state.items if isinstance(body, b.Item) else state.activities
        name = ref(state.trip, said.op)
        if len(listed) < MAX_LISTED:
            listed.setdefault(name, Listed(name, said.voice, body))


def _take_part(state: TripState, said: Said) -> None:
    body = said.op.body
    if not said.voice:
        return
    if isinstance(body, b.Tick):
        listed, joins = state.items.get(body.item), body.done
    elif isinstance(body, b.Join):
        listed, joins = state.activities.get(body.activity), body.taking_part
    else:
        return
    if listed is not None:
        (listed.people.add if joins else listed.people.discard)(said.voice)


def _strike(state: TripState, said: Said) -> None:
    body = said.op.body
    if isinstance(body, b.Strike):
        for listed in (state.items, state.activities):
            found = listed.get(body.target)
            if found is not None and (said.organiser or found.by == said.voice):
                del listed[body.target]


def _reflect(state: TripState, said: Said) -> None:
    body = said.op.body
    if isinstance(body, b.Reflect | b.Recap) and said.voice:
        plan = _plan(state, body.plan)
        if plan is not None:
            texts = plan.recap if isinstance(body, b.Recap) else plan.reflections
            texts[said.voice] = body.text


def _rename(_: TripState, said: Said) -> None:
    if isinstance(said.op.body, b.Rename):
        said.member.name = said.op.body.name


def _rekey(state: TripState, said: Said) -> None:
    """Epochs are counted one by one, so that nobody can use up their numbers."""
    body = said.op.body
    if isinstance(body, b.Rekey) and said.organiser:
        highest = max((e.number for e in state.epochs), default=0)
        if body.epoch <= highest + 1:
            hints = {hint for hint, _ in body.wraps}
            state.epochs.append(Epoch(body.epoch, body.key, hints, said.op.order))


def _hand_out(state: TripState, said: Said) -> None:
    body = said.op.body
    if isinstance(body, b.Handout) and said.voice:
        for (hint, _), (_, key) in zip(body.wraps, body.epochs, strict=False):
            for epoch in state.epochs:
                if epoch.key == key:
                    epoch.hints.add(hint)


def _plan(state: TripState, name: bytes) -> Plan | None:
    return next((p for p in reversed(state.plans) if p.ref == name), None)


APPLY: dict[type[Body] | type[None], Callable[[TripState, Said], None]] = {
    b.Propose: _propose,
    b.Withdraw: _withdraw,
    b.Vote: _vote,
    b.Deadline: _deadline,
    b.Lock: _lock,
    b.Cancel: _cancel,
    b.Answer: _answer,
    b.Ready: _ready,
    b.Share: _share,
    b.Outcome: _outcome,
    b.Circles: _circles,
    b.Item: _item,
    b.Activity: _item,
    b.Tick: _take_part,
    b.Join: _take_part,
    b.Strike: _strike,
    b.Reflect: _reflect,
    b.Recap: _reflect,
    b.Rename: _rename,
    b.Rekey: _rekey,
    b.Handout: _hand_out,
}
