"""The decision: a suggestion, or silence with its reason; pure, and the same again."""

from dataclasses import dataclass

from unplug.suggest import constants as c
from unplug.suggest.high import High, signs
from unplug.suggest.inputs import Inputs, Person
from unplug.suggest.slots import Slot
from unplug.suggest.what import Step, step
from unplug.suggest.when import Reason, Refusal, refusals
from unplug.suggest.whom import Candidate, NobodyError, choose, easy_first, suggestible
from unplug.suggest.why import Why, why


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A person, a small step, a time and the reason.

    Attributes:
        warm_up: somebody easy to say hello to first, before a dormant tie.
        candidates: those that the draw was between, the drawn one first.
    """

    person: Person
    step: Step
    why: Why
    warm_up: Person | None
    candidates: tuple[Candidate, ...]

    @property
    def slot(self) -> Slot:
        """When it would be."""
        return self.step.slot


@dataclass(frozen=True, slots=True)
class Silence:
    """No suggestion, and why; ``when.refusals`` has all reasons of the moment."""

    silent_because: Refusal


_NOT_DUE = Refusal(Reason.NOT_DUE, "Nobody is due to be seen at present.")
_NOBODY = Refusal(Reason.NOBODY, "There is nobody who may be suggested.")
_NO_SLOT = Refusal(Reason.NO_SLOT, "There is no time that suits within 72 hours.")
_ENOUGH = Refusal(Reason.ENOUGH, "Those were the people to think of for now.")


def decide(inputs: Inputs) -> Suggestion | Silence:
    """Speak up now, or stay silent."""
    refusal = next(refusals(inputs), None)
    if refusal is not None:
        return Silence(refusal)
    local = inputs.moment.now.astimezone(inputs.moment.zone)
    return _suggest(
        inputs, signs(inputs.moment.usage, inputs.wishes, local), frozenset()
    )


def answer_request(
    inputs: Inputs, besides: frozenset[str] = frozenset()
) -> Suggestion | Silence:
    """Suggest somebody because the user asked, by hand or with "someone else".

    No gate of the moment holds: being answered is no interruption. People who are never
    to be suggested stay out of it all the same.

    Args:
        inputs: all that is known.
        besides: those already turned down in this exchange.
    """
    if len(besides) > c.INSTEAD_MOST:
        return Silence(_ENOUGH)
    return _suggest(inputs, (), besides)


def _suggest(
    inputs: Inputs, because: tuple[High, ...], besides: frozenset[str]
) -> Suggestion | Silence:
    try:
        candidates = choose(inputs, besides)
    except NobodyError as error:
        return Silence(_silence(error, inputs))
    chosen = candidates[0]
    first_step = step(inputs, chosen.person, chosen.slot)
    if first_step is None:
        return Silence(_NO_SLOT)
    dormant = chosen.person.dormant
    return Suggestion(
        person=chosen.person,
        step=first_step,
        why=why(inputs, chosen, because),
        warm_up=easy_first(inputs, chosen.person) if dormant else None,
        candidates=candidates,
    )


def _silence(error: NobodyError, inputs: Inputs) -> Refusal:
    if error.no_slot:
        return _NO_SLOT
    return _NOT_DUE if suggestible(inputs) else _NOBODY
