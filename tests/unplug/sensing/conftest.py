"""Fixtures for the sources."""

from tests.unplug.sensing.bus_fixtures import bus, serve
from tests.unplug.sensing.wayland.rig import start

__all__ = ["bus", "serve", "start"]
