"""Home Assistant from outside the app: asked of it, or told in its place."""

import contextlib
from pathlib import Path

from unplug.clock import Clock
from unplug.engine.choices import Choices
from unplug.engine.control import Message, NotRunningError, ask
from unplug.engine.home.door import Home
from unplug.engine.preferences import preferences
from unplug.engine.trips.access import travelling_in, waited
from unplug.engine.trips.door import KEYS
from unplug.engine.trips.next import next_start
from unplug.trips.key_stores import open_key_store


def request(folder: Path, clock: Clock, message: Message) -> Message:
    """Have the running app do something, or do it in its place.

    Without the app no session runs, so nobody is told that one does.

    Raises:
        UnplugError: it cannot be done; says why.
    """
    with contextlib.suppress(NotRunningError):
        return waited(folder, ask(folder, message), {"do": "home.done"})
    chosen = preferences(folder).settings
    with travelling_in(folder, clock) as travelling:
        home = Home(
            clock=clock,
            choices=Choices(folder, chosen),
            keys=lambda: open_key_store(folder / KEYS, keyring=chosen.trips.keyring),
            worker=None,
            sessions=None,
            next_window=lambda: next_start(travelling),
        )
        return home.answer(message)
