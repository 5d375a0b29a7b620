"""When a name does not tell one person."""

from collections.abc import Sequence

from unplug.errors import UnplugError
from unplug.people.folding import fold, words
from unplug.people.known import Known

_SHOWN = 8


class NobodyError(UnplugError):
    """A name tells nobody.

    Args:
        name: as it was given.
    """

    def __init__(self, name: str) -> None:
        failed, todo = "cannot find anybody of that name", "see unplug people list"
        super().__init__(failed, name, todo)


class SeveralError(UnplugError):
    """A name tells several people.

    Args:
        name: as it was given.
        candidates: who is meant by it, perhaps.
    """

    def __init__(self, name: str, candidates: Sequence[Known]) -> None:
        same = len({each.name for each in candidates}) < len(candidates)
        told = [f"{c.name} ({c.uid})" if same else c.name for c in candidates[:_SHOWN]]
        more = len(candidates) - len(told)
        listed = ", ".join(told) + (f" and {more} more" if more else "")
        todo = f"give one name or uid of these: {listed}"
        super().__init__("cannot tell who is meant", name, todo)
        self.candidates = tuple(candidates)


def one_of(name: str, found: Sequence[Known]) -> Known:
    """The one who is meant by a name, of all whom it finds.

    Who is called just so is meant before those who are called so among other words,
    and they before those in whose words it only occurs.

    Raises:
        NobodyError: it finds nobody.
        SeveralError: it finds several; it names them.
    """
    folded, said = fold(name), set(words(name))
    candidates = (
        [each for each in found if fold(each.name) == folded]
        or [each for each in found if said <= set(words(each.name))]
        or found
    )
    if not candidates:
        raise NobodyError(name)
    if len(candidates) > 1:
        raise SeveralError(name, candidates)
    return candidates[0]
