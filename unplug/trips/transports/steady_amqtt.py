"""amqtt's broker, mended where it loses what comes while others come and go.

amqtt 0.12 walks through its tables while it waits for its clients; who subscribes
meanwhile changes them, and a connection, or a message for everybody, is dropped. It
also tells every new client what it keeps for all the others. A version that has other
tables is left as it is.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from amqtt.broker import Broker  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from _collections_abc import dict_items

K = TypeVar("K")
V = TypeVar("V")


class SteadyDict(dict[K, V]):
    """A dict that may change while somebody walks through it: they see it as it was."""

    def __iter__(self) -> Iterator[K]:
        return iter(tuple(super().__iter__()))

    def items(self) -> "dict_items[K, V]":
        """The pairs as they are now."""
        return dict(super().items()).items()


class SteadyBroker(Broker):  # type: ignore[misc]
    """A broker of which only subscribers hear.

    Args:
        config: as amqtt has it.
    """

    def __init__(self, config: Mapping[str, Any]) -> None:
        super().__init__(dict(config))
        for name in ("_subscriptions", "_retained_messages"):
            if isinstance(getattr(self, name, None), dict):
                setattr(self, name, SteadyDict())

    async def _publish_retained_messages_for_subscription(
        self,
        subscription: tuple[str, int],
        session: Any,  # noqa: ANN401  (amqtt's)
    ) -> None:
        subscribers = self._subscriptions.get(subscription[0], ())
        if any(known.client_id == session.client_id for known, _ in subscribers):
            await super()._publish_retained_messages_for_subscription(
                subscription, session
            )
