"""The core of unplug: everything but the windows; imports no Qt."""

__version__ = "0.1.0"
