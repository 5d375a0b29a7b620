import os
import signal

import pytest
from pytestqt.qtbot import QtBot

from ui.unix_signals import EndingSignals


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_is_heard_in_a_loop_where_nothing_else_happens(
    qtbot: QtBot, number: signal.Signals
) -> None:
    before = signal.getsignal(number)
    signals = EndingSignals()
    try:
        with qtbot.waitSignal(signals.end_requested):
            os.kill(os.getpid(), number)
    finally:
        signals.close()
    assert signal.getsignal(number) is before
