"""Fixtures for the sources."""

from tests.unplug.sensing.wayland_rig import start

__all__ = ["start"]
