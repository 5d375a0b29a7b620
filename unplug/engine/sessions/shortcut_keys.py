"""Keys that work everywhere: "unplug now" and "postpone", where the user set some."""

import logging
import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from unplug.engine.listening import Speaker
from unplug.errors import UnplugError
from unplug.sensing.source import SourceLostError, SourceUnavailableError
from unplug.settings import Sessions

if TYPE_CHECKING:
    from unplug.sensing.shortcuts import Shortcut

    OpenKeys = Callable[[dict[Shortcut, str]], "Keys"]

APP_ID = "unplug"

log = logging.getLogger(__name__)


class Keys(Speaker, Protocol):
    """Somebody who says which of the keys were pressed."""

    def dispatch(self) -> "list[Shortcut]":
        """The shortcuts that were pressed."""

    def close(self) -> None:
        """Give the keys back."""


class ShortcutKeys:
    """The keys, as long as they are wanted.

    Args:
        open_keys: asks the desktop for keys, by what they stand for.
        unplug_now: what the first of them does.
        postpone: what the second does.
    """

    def __init__(
        self,
        open_keys: "OpenKeys",
        *,
        unplug_now: Callable[[], None],
        postpone: Callable[[], None],
    ) -> None:
        self._open = open_keys
        self._unplug_now = unplug_now
        self._postpone = postpone
        self._keys: Keys | None = None
        self._held = ("", "")
        self.notices: tuple[str, ...] = ()

    def choose(self, chosen: Sessions) -> None:
        """Take the keys that the user wants, and give all others back.

        Those that are held already are kept: some desktops ask the user for each.
        """
        wanted_keys = (chosen.unplug_now_keys, chosen.postpone_keys)
        if self._keys is not None and wanted_keys == self._held:
            return
        self.close()
        self.notices = ()
        self._held = wanted_keys
        if not any(wanted_keys):
            return
        from unplug.sensing.shortcuts import Shortcut  # noqa: PLC0415  (who sets some)

        wanted = {
            Shortcut.UNPLUG_NOW: chosen.unplug_now_keys,
            Shortcut.POSTPONE: chosen.postpone_keys,
        }
        try:
            self._keys = self._open({s: keys for s, keys in wanted.items() if keys})
        except SourceUnavailableError as error:
            log.warning("%s", error)
            self.notices = (str(error),)

    def sources(self) -> tuple[Speaker, ...]:
        """What to watch now."""
        return () if self._keys is None else (self._keys,)

    def ready(self, speaker: Speaker) -> None:
        """Do what the pressed keys stand for."""
        if self._keys is None or speaker is not self._keys:
            return
        try:
            pressed = self._keys.dispatch()
        except SourceLostError as error:
            self.notices = (str(error),)
            self.close()
            return
        for shortcut in pressed:
            try:
                (self._unplug_now if shortcut == "unplug-now" else self._postpone)()
            except UnplugError as error:  # nothing to move: a key has no answer
                log.info("%s", error)

    def close(self) -> None:
        """Give the keys back; safe to call twice."""
        if self._keys is not None:
            self._keys.close()
            self._keys = None


def open_desktop_keys(
    keys: "dict[Shortcut, str]", environ: Mapping[str, str] = os.environ
) -> Keys:
    """Ask the X server, or on Wayland the portal, whose own dialog has the last word.

    Raises:
        SourceUnavailableError: this desktop gives nobody such keys.
    """
    if environ.get("DISPLAY") and not environ.get("WAYLAND_DISPLAY"):
        from unplug.sensing.x11.keys import open_x11_keys  # noqa: PLC0415

        return open_x11_keys(keys)
    from unplug.sensing.shortcuts import Shortcut, open_shortcuts  # noqa: PLC0415

    labels = {
        Shortcut.UNPLUG_NOW: "Half an hour of device-free time",
        Shortcut.POSTPONE: "Move the device-free time that is announced",
    }
    return open_shortcuts({s: labels[s] for s in keys}, app_id=APP_ID)
