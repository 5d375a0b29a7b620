"""Which invites hold, and who came in by them.

An organiser admits anybody. Where an invite needs no approval, any member's app admits
who shows its proof: while it is not expired, not used up and not revoked. Revoking is
strong, as removing is: who came in by it stays only if the organiser had seen it.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from unplug.trips import canonical, primitives
from unplug.trips.bodies import Admit, Invite, Request, Revoke
from unplug.trips.devices import member_of

MAX_REQUESTS = 32
_DOMAIN = b"unplug trip request 1\x00"


def prove_request(seed: bytes, *, trip: bytes, name: str, device: bytes) -> bytes:
    """The proof that whoever asks held the invite's seed."""
    return primitives.sign(seed, _asked(trip, name, device))


@lru_cache(maxsize=4096)
def proves(invite: bytes, proof: bytes, trip: bytes, name: str, device: bytes) -> bool:
    """Whether a proof was made with the seed of ``invite``."""
    return primitives.verifies(invite, _asked(trip, name, device), proof)


def _asked(trip: bytes, name: str, device: bytes) -> bytes:
    return _DOMAIN + canonical.encode((trip, name, device))


@dataclass(slots=True)
class OpenInvite:
    """An invite as it stands.

    Attributes:
        invite: what the organiser said.
        by: the member who made it.
        used_by: who came in.
        revoked: whether it holds no longer; ``kept`` came in before that.
        asking: requests that show its proof, the first few.
    """

    invite: Invite
    by: bytes
    used_by: list[bytes] = field(default_factory=list)
    revoked: bool = False
    kept: frozenset[bytes] | None = None
    asking: dict[bytes, Request] = field(default_factory=dict)

    def revoke(self, said: Revoke) -> None:
        """Hold no longer; of several revocations the strictest counts."""
        kept = frozenset(said.kept)
        self.kept = kept if self.kept is None else self.kept & kept
        self.revoked = True

    def lets_in(self, trip: bytes, said: Admit) -> bool:
        """Whether a member's app, without an organiser, may do this."""
        member = member_of(said.device)
        return (
            not self.invite.approval
            and self.invite.role == said.role
            and said.at_ms <= self.invite.expires_ms
            and len(self.used_by) < self.invite.uses
            and (self.kept is None or member in self.kept)
            and proves(said.invite, said.proof, trip, said.name, said.device)
        )

    def ask(self, trip: bytes, said: Request) -> None:
        """Note a request, if its proof is right and there are not too many."""
        new = said.device not in self.asking and len(self.asking) < MAX_REQUESTS
        if new and proves(said.invite, said.proof, trip, said.name, said.device):
            self.asking[said.device] = said
