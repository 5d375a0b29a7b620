"""Scenes of every kind, ready to look at."""

from datetime import UTC, datetime
from typing import Any

from tests.fakes import FakeClock
from ui.overlay.looks import DayPart, look
from ui.overlay.scene import Scene
from ui.overlay.spec import Comfort, SceneSpec

MIN_MS = 60_000
LONG = "A very long walk along the river and up to the old observatory above the town"
LONG_NAME = "Maximiliane Wolfeschlegelsteinhausenbergerdorff-Konstantinopolitanska"


def a_spec(
    clock: FakeClock,
    *,
    left_min: float = 84,
    comfort: Comfort | None = None,
    **more: Any,  # noqa: ANN401  (the fields of a spec)
) -> SceneSpec:
    fields: dict[str, Any] = {
        "purpose": "A walk along the river",
        "person": "Marta",
        "title": "Saturday afternoon",
        "ends_at": datetime(2026, 11, 7, 18, 0, tzinfo=UTC),
        "comfort": comfort or Comfort(),
    }
    ends_ms = clock.stamp().boot_ms + round(left_min * MIN_MS)
    return SceneSpec(session_id="s", ends_boot_ms=ends_ms, **(fields | more))


def a_scene(
    clock: FakeClock,
    *,
    part: DayPart = DayPart.DAY,
    dark: bool = False,
    size: tuple[int, int] = (1280, 1024),
    **more: Any,  # noqa: ANN401  (the fields of a spec)
) -> Scene:
    scene = Scene(clock=clock, look=look(part, dark=dark), spec=a_spec(clock, **more))
    scene.resize(*size)
    return scene
