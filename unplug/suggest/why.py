"""Why this person now: a sentence of at most 20 words, and every figure behind it."""

from collections.abc import Iterator
from dataclasses import dataclass

from unplug.suggest import constants as c
from unplug.suggest.high import High
from unplug.suggest.inputs import Inputs, Occasion
from unplug.suggest.scoring import days_since, occasion_soon
from unplug.suggest.slots import Slot, Way
from unplug.suggest.weekly import day_names
from unplug.suggest.whom import Candidate

_NAME_WORDS_MOST = 3


@dataclass(frozen=True, slots=True)
class Factor:
    """One factor of a score: its name, its value and the figures it comes from."""

    name: str
    value: float
    figures: str


@dataclass(frozen=True, slots=True)
class Why:
    """The reason for a suggestion.

    Attributes:
        sentence: for the notification, at most 20 words.
        factors: what the score is the product of.
    """

    sentence: str
    factors: tuple[Factor, ...]


def why(inputs: Inputs, chosen: Candidate, signs: tuple[High, ...]) -> Why:
    """Explain a choice from its true inputs.

    The sign that usage is high and the days since the last meeting always stand there;
    what else mattered follows, the weightiest first, as far as it fits.

    Args:
        inputs: all that is known.
        chosen: who was drawn.
        signs: that usage is high; empty where the user asked by hand.
    """
    said = [signs[0].sentence] if signs else []
    said.append(_since(chosen, inputs))
    words = sum(map(count_words, said))
    for clause in _further(chosen, inputs):
        if words + count_words(clause) <= c.WORDS_MOST:
            said.append(clause)
            words += count_words(clause)
    return Why(" ".join(said), tuple(_factors(chosen, inputs)))


def count_words(text: str) -> int:
    """Words as people count them: what stands between spaces."""
    return len(text.split())


def _since(chosen: Candidate, inputs: Inputs) -> str:
    person = chosen.person
    name, every = short_name(person.name), f"every {_number(person.cadence_d)}"
    met_d = days_since(person.met_at, inputs.moment.now)
    if met_d is None:
        return f"{name}: no meeting noted, {every}."
    since = _days(met_d) if met_d >= 1 else "met today"
    return f"{name}: {since}, {every}."


def _further(chosen: Candidate, inputs: Inputs) -> Iterator[str]:
    person, record = chosen.person, chosen.record
    soon = occasion_soon(person, inputs)
    if soon is not None:
        yield f"{_occasion_day(soon, inputs)}."
    if person.free:
        yield f"Free {day_names(person.free)}."
    called_d = days_since(person.called_at, inputs.moment.now)
    if called_d is not None and called_d < person.cadence_d:
        yield f"Called {_days(called_d)} ago."
    if person.felt:
        yield f"Felt {person.felt[0]}/5."
    yield f"Closeness {person.closeness}/5."
    if chosen.slot.way is Way.CALL:
        yield "By phone."
    elif person.travel_min:
        yield f"{person.travel_min} min away."
    if record.lately:
        yield f"Suggested {record.lately} times."


def _factors(chosen: Candidate, inputs: Inputs) -> Iterator[Factor]:
    person, score, record = chosen.person, chosen.score, chosen.record
    now = inputs.moment.now
    met_d = days_since(person.met_at, now)
    called_d = days_since(person.called_at, now)
    met = "no meeting noted" if met_d is None else f"met {_days(met_d)} ago"
    called = "" if called_d is None else f", called {_days(called_d)} ago"
    cadence = _number(person.cadence_d)
    yield Factor("closeness", score.closeness, f"{person.closeness} of 5")
    yield Factor("need", score.need, f"{met}{called}, every {cadence} days")
    yield Factor("feasible", score.feasible, _how(chosen))
    yield Factor("available", score.available, _known(chosen.slot))
    last_d = days_since(record.last_at, now)
    last = "never suggested" if last_d is None else f"suggested {_days(last_d)} ago"
    yield Factor("fresh", score.fresh, last)
    yield Factor("fair", score.fair, f"{record.lately} suggestions in 60 days")
    felt = ", ".join(map(str, person.felt[:3])) or "nothing told"
    yield Factor("outcome", score.outcome, f"felt, the latest first: {felt}")
    taken = f"{_number(record.taken)} of {_number(record.said)} taken up"
    yield Factor("taken up", score.taken_up, taken)
    soon = occasion_soon(person, inputs)
    occasion = "none within 7 days" if soon is None else _occasion_day(soon, inputs)
    yield Factor("occasion", score.occasion, occasion)


def short_name(name: str) -> str:
    """A name of at most three words, so that the sentence has room for the reason."""
    words = name.split()
    return " ".join(words[:_NAME_WORDS_MOST]) if words else "Somebody"


def _how(chosen: Candidate) -> str:
    if chosen.slot.way is Way.CALL:
        return "by phone"
    travel_min = chosen.person.travel_min
    return "close by" if not travel_min else f"{travel_min} min away"


def _known(slot: Slot) -> str:
    theirs = "their free times are known" if slot.theirs_known else "theirs are a guess"
    own = "yours are known" if slot.own_known else "yours are a guess"
    return f"{theirs}, {own}"


def _occasion_day(soon: Occasion, inputs: Inputs) -> str:
    today = inputs.moment.now.astimezone(inputs.moment.zone).date()
    name = short_name(soon.name)
    ahead = (soon.on - today).days
    if ahead == 0:
        return f"{name} today"
    return f"{name} tomorrow" if ahead == 1 else f"{name} on {soon.on:%A}"


def _days(days: float) -> str:
    whole = int(days)
    if whole == 0:
        return "hours"
    return "1 day" if whole == 1 else f"{whole} days"


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
