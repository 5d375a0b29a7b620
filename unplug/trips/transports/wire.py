"""The MQTT library as a link uses it; imported only where one has a broker: 9 MB."""

import socket

from paho.mqtt.client import Client, MQTTv311
from paho.mqtt.enums import CallbackAPIVersion

from unplug.trips import primitives
from unplug.trips.transports.broker_address import BrokerAddress
from unplug.trips.transports.route import Door

IN_FLIGHT = 200


class Wire(Client):
    """A client that goes through one door, and expects the node's certificate there.

    Args:
        address: the node, and how to be let in.
        door: which of its addresses to go to.
        connect_s: how long that may take.
    """

    def __init__(self, address: BrokerAddress, door: Door, connect_s: float) -> None:
        super().__init__(
            CallbackAPIVersion.VERSION2,
            client_id=primitives.random_bytes(8).hex(),
            clean_session=True,
            protocol=MQTTv311,
            reconnect_on_failure=False,
        )
        self._door = door
        self.connect_timeout = connect_s
        self.max_inflight_messages = IN_FLIGHT
        if address.user:
            self.username_pw_set(address.user, address.password or None)
        if address.tls:
            from unplug.trips.transports.tls import context_for  # noqa: PLC0415  (6 MB)

            self.tls_set_context(context_for(address))

    def _create_socket_connection(self) -> socket.socket:
        """Connect; the library would take the first address that answers."""
        where = (self._door.host, self._door.port)
        made = socket.create_connection(where, self.connect_timeout)
        # What is said is small and answered at once: it should not wait for more.
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return made

    def end(self) -> None:
        """Say good-bye if that is possible, and leave no socket open."""
        self.disconnect()
        self._sock_close()
