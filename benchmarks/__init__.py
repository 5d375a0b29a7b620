"""Figures that unplug has to reach, each printed by a script of its own.

`make bench` runs them all, short; `BENCH=full make bench` in full length. What they
start keeps its byte code, as an installed app does; where the environment forbids that,
each start would compile all that it imports, and take twice the time.
"""

import os
import sys

sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
FULL = os.environ.get("BENCH") == "full"
