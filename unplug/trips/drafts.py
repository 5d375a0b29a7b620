"""What a device has said and not signed yet, and how it is divided into batches."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from unplug.trips import canonical
from unplug.trips.bodies import Handout, Rekey
from unplug.trips.fields import Body
from unplug.trips.op import MAX_OPS

MAX_BATCH_BYTES = 40_000


@dataclass(frozen=True, slots=True)
class Draft:
    """An op that waits to be signed; the attributes as those of ``Op``."""

    body: Body
    lamport: int
    seen: tuple[bytes, ...] = ()

    @property
    def hands_on_keys(self) -> bool:
        """Whether it has to be sealed so that those can read it who lack keys."""
        return isinstance(self.body, Rekey | Handout)


def first_run(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts at the start that go into one batch; at least one."""
    run, size = [drafts[0]], 0
    for before, draft in pairwise(drafts):
        size += len(canonical.encode(before.body.plain()))
        apart = before.hands_on_keys or draft.hands_on_keys
        follows = draft.lamport == before.lamport + 1 and draft.seen == before.seen
        if apart or not follows or len(run) == MAX_OPS or size > MAX_BATCH_BYTES:
            break
        run.append(draft)
    return run
