"""One step in the making: the state so far, and what it has to say."""

from dataclasses import dataclass, field, replace
from typing import Any

from unplug.clock import Stamp
from unplug.sessions.appointments import Appointment
from unplug.sessions.effects import Effect
from unplug.sessions.events import Absence
from unplug.sessions.rules import KEYS_KEPT
from unplug.sessions.states import Phase, SessionState
from unplug.sessions.terms import AT_THE_SCREEN


@dataclass(slots=True)
class Turn:
    """What the rules of one step work on; it lives no longer than the step.

    Attributes:
        state: as changed so far.
        now: the step's stamp.
        effects: what was said so far.
        absence: the absence that ended with this step, ``[from, to)`` on the wall
            clock; None where none did.
        slept_ms: how long the machine slept just before this step.
    """

    state: SessionState
    now: Stamp
    effects: list[Effect] = field(default_factory=list)
    absence: tuple[int, int] | None = None
    slept_ms: int = 0

    @property
    def wall(self) -> int:
        """The wall clock."""
        return self.now.wall_ms

    @property
    def boot(self) -> int:
        """The boot clock."""
        return self.now.boot_ms

    @property
    def returned(self) -> bool:
        """Whether somebody came back with this step."""
        return self.absence is not None

    @property
    def absent(self) -> bool:
        """Whether nobody is at the screen."""
        return bool(absences(self.state))

    def say(self, *effects: Effect) -> None:
        """Want something done."""
        self.effects.extend(effects)

    def put(self, **changes: Any) -> None:  # noqa: ANN401  (as dataclasses.replace)
        """Change the state."""
        self.state = replace(self.state, **changes)

    def go(self, phase: Phase) -> None:
        """Be in another phase."""
        self.put(phase=phase)

    def take(self, keys: frozenset[str]) -> None:
        """Remember that these appointments had their turn."""
        new = [key for key in sorted(keys) if key not in self.state.seen]
        if not new and not any(a.key in keys for a in self.state.upcoming):
            return
        left = tuple(a for a in self.state.upcoming if a.key not in keys)
        seen = (*self.state.seen, *new)[-KEYS_KEPT:]
        self.put(seen=seen, upcoming=left)

    def give_back(self, parts: tuple[Appointment, ...]) -> None:
        """Let appointments be to come again."""
        back = {part.key: part for part in parts}
        others = [a for a in self.state.upcoming if a.key not in back]
        self.put(upcoming=in_order([*others, *back.values()]))


def in_order(appointments: list[Appointment]) -> tuple[Appointment, ...]:
    """Appointments by start."""
    return tuple(sorted(appointments, key=lambda a: (a.start_ms, a.end_ms, a.key)))


def absences(state: SessionState) -> frozenset[Absence]:
    """Why nobody is at the screen; in a call one may well not touch anything."""
    if state.held & AT_THE_SCREEN:
        return state.away - {Absence.IDLE}
    return state.away
