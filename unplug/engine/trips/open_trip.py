"""One trip with its keys, and what has to be known of it without them."""

from dataclasses import replace

from unplug.engine.trips.forms import TripForm, Unread, Window
from unplug.trips import around
from unplug.trips.bodies import Say
from unplug.trips.keys import KeyRing
from unplug.trips.replica import Replica
from unplug.trips.state import Member, TripState


class OpenTrip:
    """One trip with its keys, as this device holds it.

    Args:
        form: what is kept beside the envelopes.
        replica: the device's copy.

    Attributes:
        form: the same, changed by ``replace``.
        replica: the same.
        stored: the nonces of the envelopes that are on the disk.
        ring: the secrets as they are kept; None: they are not yet.
    """

    def __init__(self, form: TripForm, replica: Replica) -> None:
        self.form = form
        self.replica = replica
        self.stored: set[bytes] = set()
        self.ring: KeyRing | None = None

    @property
    def id(self) -> str:
        """The trip, hexadecimal."""
        return self.replica.trip.hex()

    @property
    def state(self) -> TripState:
        """The trip as it is."""
        return self.replica.state()

    @property
    def me(self) -> Member | None:
        """The user in it, once let in."""
        return self.state.members.get(self.replica.me or b"")

    @property
    def name(self) -> str:
        """What it is called; the title is not known before being let in."""
        return self.state.title or self.form.name or self.id[:8]

    def note(self) -> None:
        """Take into the form what has to be known without keys."""
        state, me = self.state, self.me
        expires = self.form.expires_ms
        if state.plans:
            expires = max(around.expires_ms(p) for p in state.plans)
        self.form = replace(
            self.form,
            name=state.title or self.form.name,
            me=me.name if me is not None else self.form.me,
            window=None if me is None or me.gone is not None else self._window(me),
            expires_ms=expires,
        )

    def note_unread(self, since_ms: int) -> None:
        """Words arrive that no key here opens."""
        if self.me is not None and self.unread_ms is None:
            unread = Unread(since_ms, len(self.replica.ring.epochs))
            self.form = replace(self.form, unread=unread)

    @property
    def unread_ms(self) -> int | None:
        """Since when there are such words; a new key may open them."""
        unread = self.form.unread
        if unread is None or unread.keys != len(self.replica.ring.epochs):
            return None
        return unread.since_ms

    def _window(self, me: Member) -> Window | None:
        plan = self.state.plan
        if plan is None:
            return None
        return Window(
            plan=plan.ref.hex(),
            revision=plan.revision,
            start_ms=plan.window.start_ms,
            end_ms=plan.window.end_ms,
            zone=plan.window.zone,
            place=plan.window.place,
            taking_part=plan.answers.get(me.id) is not Say.NO,
            answered=me.id in plan.answers,
        )
