"""What every test stands on."""

import os
import sys

from hypothesis import settings

# What a machine does besides is no reason to fail.
settings.register_profile("unplug", deadline=None)
settings.load_profile("unplug")

if sys.platform.startswith("linux") and not (
    os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
):
    # Qt ends the whole process where it finds no display.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
