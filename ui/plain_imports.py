"""Loading Qt without the hook that it puts before every import.

PySide6 watches imports for its switch ``__feature__``, which unplug does not use: it
reads the source of each module that is imported from then on, and Python keeps all that
text. By the time the icon shows that is 4 MB, and a third of the time it takes.
"""

import builtins
from importlib import import_module


def load_qt() -> None:
    """Import Qt; what is imported later is imported as Python does it."""
    as_python_does = builtins.__import__
    try:
        import_module("PySide6.QtCore")  # the hook comes with it
    finally:
        builtins.__import__ = as_python_does
