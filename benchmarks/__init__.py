"""Figures that unplug has to reach, each printed by a script of its own.

`make bench` runs them all, short; `BENCH=full make bench` in full length.
"""

import os

FULL = os.environ.get("BENCH") == "full"
