"""Whether the computer runs on its battery, as UPower tells it."""

from jeepney import DBusAddress, Properties

from unplug.sensing.bus.connection import Bus, system_bus
from unplug.sensing.bus.messages import Heard, variants
from unplug.sensing.bus.source import BusSource, started
from unplug.sensing.bus.wire import Body
from unplug.sensing.holders import Holders
from unplug.sensing.reasons import Reason
from unplug.sensing.source import SensingOptions

_UPOWER = "org.freedesktop.UPower"
_PATH = "/org/freedesktop/UPower"


class PowerSource(BusSource):
    """Mains or battery.

    UPower may come later than we do, or never, on a computer without a battery.

    Args:
        bus: the system bus.
    """

    name = "UPower"

    def __init__(self, bus: Bus) -> None:
        super().__init__(bus)
        self._owner = ""
        self._holders = Holders()

    def _begin(self) -> None:
        self._bus.watch(sender=_UPOWER, path=_PATH, member="PropertiesChanged")
        self._bus.follow(_UPOWER, self._owner_changed)

    def _owner_changed(self, _name: str, owner: str) -> None:
        self._owner = owner
        if owner:
            where = DBusAddress(_PATH, owner, _UPOWER)
            ask = Properties(where).get("OnBattery")
            self._bus.ask(ask, "v", lambda body: self._take(body[0]))
        else:
            self._tell(on_battery=False)

    def _hear(self, heard: Heard) -> None:
        match heard.member, heard.body:
            case "PropertiesChanged", (str(interface), dict(values), list()):
                if heard.sender == self._owner and interface == _UPOWER:
                    self._take(("b", variants(values).get("OnBattery")))

    def _take(self, variant: Body) -> None:
        match variant:
            case (_, bool(on_battery)):
                self._tell(on_battery=on_battery)

    def _tell(self, *, on_battery: bool) -> None:
        held = [(Reason.BATTERY, "")] if on_battery else []
        for fact in self._holders.news(held):
            self._say(fact)

    def _let_go(self) -> None:
        self._tell(on_battery=False)


def open_power(_options: SensingOptions) -> PowerSource:
    """Listen to UPower on the system bus.

    Raises:
        SourceUnavailableError: there is no system bus.
    """
    return started(PowerSource(system_bus()))
