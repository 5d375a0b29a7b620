"""A desk as a loop drives it."""

import select
import time
from collections.abc import Callable

from tests.unplug.sensing.buses import PATIENCE_S
from unplug.acting.desk import Desk


def pump_until(desk: Desk, condition: Callable[[], object]) -> None:
    """Hand over what arrives until something has come true."""
    give_up = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < give_up, condition
        if desk.is_open and select.select([desk], [], [], 0.01)[0]:
            desk.dispatch()
