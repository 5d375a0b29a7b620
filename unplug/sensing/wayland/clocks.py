"""The idle clocks that Wayland compositors offer, the best first.

* ext-idle-notify v2 has one that only input sets back and one that idle inhibitors
  hold as well. Both together tell absence from watching.
* ext-idle-notify v1 and org_kde_kwin_idle have the second one only: while a video
  player inhibits, the person counts as active, and the idleness afterwards begins
  where the inhibitor let go, not at the last input.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from unplug.sensing.source import SourceUnavailableError
from unplug.sensing.wayland.connection import AnyProxy, WaylandConnection
from unplug.sensing.wayland.protocols import ext_idle_notify_v1 as ext
from unplug.sensing.wayland.protocols import kde_idle as kde
from unplug.sensing.wayland.protocols.wayland import WlSeatProxy

VERSION_WITH_BOTH_CLOCKS = 2
MakeClock = Callable[[int, WlSeatProxy], AnyProxy]


@dataclass(frozen=True, slots=True)
class Protocol:
    """One of the protocols: how it makes a clock, ends it, and what a clock says.

    Attributes:
        name: what it is called.
        on_input: makes a clock of so many milliseconds for a seat that only input
            sets back; where there is only one kind of clock, that kind.
        on_screen: makes one that inhibitors hold as well; None where there is no pair.
        idled: the event with which a clock strikes.
        end: ends a clock.
    """

    name: str
    on_input: MakeClock
    on_screen: MakeClock | None
    idled: str
    end: Callable[[Any], None]


def best_protocol(connection: WaylandConnection) -> Protocol:
    """The best of the idle protocols that a compositor offers.

    Raises:
        SourceUnavailableError: it offers none.
    """
    if version := connection.version(ext.ExtIdleNotifierV1Proxy):
        notifier = connection.bind(ext.ExtIdleNotifierV1Proxy)
        both = version >= VERSION_WITH_BOTH_CLOCKS
        held = notifier.get_idle_notification
        return Protocol(
            name=f"ext-idle-notify v{version}",
            on_input=notifier.get_input_idle_notification if both else held,
            on_screen=held if both else None,
            idled="idled",
            end=ext.ExtIdleNotificationV1Proxy.destroy,
        )
    if connection.version(kde.OrgKdeKwinIdleProxy):
        timer = connection.bind(kde.OrgKdeKwinIdleProxy)
        return Protocol(
            name="org_kde_kwin_idle",
            on_input=lambda ms, seat: timer.get_idle_timeout(seat, ms),
            on_screen=None,
            idled="idle",
            end=kde.OrgKdeKwinIdleTimeoutProxy.release,
        )
    value = "this desktop offers neither ext-idle-notify-v1 nor org_kde_kwin_idle"
    todo = "update it, or use a desktop with a way of its own, like GNOME"
    raise SourceUnavailableError(connection.failed, value, todo)
