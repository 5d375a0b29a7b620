"""Monitors that come, go, turn and move on an X server, and what covers them."""

import random
import re
from dataclasses import dataclass, field

from tests.desktop.rigs import Desktop, RigError

AREA = (2560, 1024)
SIZES = ((640, 480), (800, 600), (1024, 768), (1280, 720))
MOST = 4
SCENE = "Device-free time"
Area = tuple[int, int, int, int]

_MONITOR = re.compile(r"(\d+)/\d+x(\d+)/\d+\+(\d+)\+(\d+)")
_WINDOW = re.compile(rf'"{SCENE}".*?(\d+)x(\d+)\+-?\d+\+-?\d+\s+\+(-?\d+)\+(-?\d+)')


def monitors(desktop: Desktop) -> list[Area]:
    """Left, top, width and height of all monitors."""
    listed = desktop.run("xrandr", "--listmonitors")
    return _areas(_MONITOR.findall(listed))


def covers(desktop: Desktop) -> list[Area]:
    """The same of the windows that cover them, as the server sees them."""
    try:
        tree = desktop.run("xwininfo", "-root", "-tree")
    except RigError:  # a window went away in between
        return []
    return _areas(_WINDOW.findall(tree))


def _areas(found: list[tuple[str, ...]]) -> list[Area]:
    return sorted((int(x), int(y), int(w), int(h)) for w, h, x, y in found)


@dataclass
class Virtual:
    """Monitors of Xvfb by ``xrandr --setmonitor``; one of them always stays."""

    desktop: Desktop
    rng: random.Random
    there: dict[str, tuple[int, int]] = field(
        default_factory=lambda: {"RIGHT": (1280, 1024)}
    )
    made: int = 0

    def change(self) -> None:
        """Plug, unplug, turn or move one."""
        kinds = ["plug"] if len(self.there) < MOST else []
        kinds += ["unplug", "turn", "move"] if self.there else []
        kind = self.rng.choice(kinds)
        size = self.rng.choice(SIZES)
        if kind != "plug":
            name = self.rng.choice(list(self.there))
            width, height = self.there.pop(name)
            self.desktop.run("xrandr", "--delmonitor", name)
            size = (height, width) if kind == "turn" else (width, height)
        if kind != "unplug":
            self.plug(size)

    def plug(self, size: tuple[int, int]) -> None:
        """Plug one in somewhere."""
        width, height = min(size[0], AREA[0]), min(size[1], AREA[1])
        left = self.rng.randrange(AREA[0] - width + 1)
        top = self.rng.randrange(AREA[1] - height + 1)
        self.made += 1
        name, place = f"M{self.made}", f"{width}/200x{height}/150+{left}+{top}"
        self.desktop.run("xrandr", "--setmonitor", name, place, "none")
        self.there[name] = (width, height)
