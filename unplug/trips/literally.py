"""What leaves this machine, word for word, to be shown before anything is shared."""

from dataclasses import dataclass
from enum import IntEnum

from unplug.trips import bodies as b
from unplug.trips.fields import Body

_NAMED: dict[tuple[type[Body], str], type[IntEnum]] = {
    (b.Vote, "say"): b.Say,
    (b.Answer, "say"): b.Say,
    (b.Share, "tier"): b.Tier,
    (b.Outcome, "kept"): b.Kept,
    (b.Invite, "role"): b.Role,
    (b.Admit, "role"): b.Role,
}


@dataclass(frozen=True, slots=True)
class Leaving:
    """One op as it leaves.

    Attributes:
        kind: its name, such as "Vote".
        meaning: what it is for, in a sentence.
        fields: every field of it with its value, and nothing else.
    """

    kind: str
    meaning: str
    fields: tuple[tuple[str, str], ...]


def leaving(body: Body) -> Leaving:
    """An op, shown in full."""
    names = type(body).__dataclass_fields__
    shown = tuple((name, _shown(body, name)) for name in names)
    return Leaving(type(body).__name__, _meaning(type(body)), shown)


def all_that_can_leave() -> tuple[tuple[str, str], ...]:
    """Every kind of op there is and what it is for; no other ever leaves."""
    return tuple((kind.__name__, _meaning(kind)) for kind in b.KINDS.values())


def _meaning(kind: type[Body]) -> str:
    said = (kind.__doc__ or "").partition("\n\n")[0].replace("``", "")
    return " ".join(said.split())


def _shown(body: Body, name: str) -> str:
    value = getattr(body, name)
    names = _NAMED.get((type(body), name))
    if names is not None and isinstance(value, int):
        return names(value).name.lower().replace("_", " ")
    return value.hex() if isinstance(value, bytes) else str(value)
