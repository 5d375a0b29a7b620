"""What every test stands on."""

import os
import sys

if sys.platform.startswith("linux") and not (
    os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
):
    # Qt ends the whole process where it finds no display.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
