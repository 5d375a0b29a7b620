"""What two idle clocks together say: away, or watching something."""

from dataclasses import dataclass

from unplug.sensing.facts import Active, Fact, Idle, Inhibited


@dataclass(frozen=True, slots=True)
class Clocks:
    """Where the clocks stand.

    Attributes:
        input_idle: no input within the threshold.
        screen_idle: nor does anything keep the screen awake; the same as
            ``input_idle`` where the desktop has one clock only.
        settled: the desktop had the time to let both clocks strike.
    """

    input_idle: bool
    screen_idle: bool
    settled: bool = True

    @property
    def in_doubt(self) -> bool:
        """Whether the second clock may still be about to strike with the first."""
        return self.input_idle and not self.screen_idle and not self.settled


@dataclass(frozen=True, slots=True)
class Said:
    """What has been said so far."""

    idle: bool = False
    inhibited: bool = False


def step(
    said: Said, clocks: Clocks, *, idle_ms: int, by: str
) -> tuple[Said, tuple[Fact, ...]]:
    """Tell what is new with the clocks.

    Args:
        said: what has been said so far.
        clocks: where the clocks stand now.
        idle_ms: how long ago the last input was when the first clock struck.
        by: the name under which an inhibitor is told.
    """
    if clocks.in_doubt:
        return said, ()
    inhibited = clocks.input_idle and not clocks.screen_idle
    now = Said(idle=clocks.input_idle, inhibited=inhibited)
    facts: list[Fact] = []
    # An inhibitor holds before its idleness begins and ends after it, so that
    # watching never shows as a moment of absence.
    if now.inhibited and not said.inhibited:
        for_ms = 0 if said.idle else idle_ms
        facts.append(Inhibited(held=True, by=by, for_ms=for_ms))
    if now.idle != said.idle:
        facts.append(Idle(idle_ms) if now.idle else Active())
    if said.inhibited and not now.inhibited:
        facts.append(Inhibited(held=False, by=by))
    return now, tuple(facts)
