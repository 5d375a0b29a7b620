"""Encryption towards a broker; imported only where one wants it, for it is 6 MB."""

import ssl

from unplug.trips.transports import broker_trouble
from unplug.trips.transports.broker_address import BrokerAddress


class _Socket(ssl.SSLSocket):
    """A socket that is closed where the other side is not who it should be."""

    def do_handshake(self, block: bool = False) -> None:  # noqa: FBT001, FBT002  (theirs)
        """Agree on keys.

        Raises:
            OSError: there was no agreement.
        """
        try:
            super().do_handshake(block)
        except OSError:
            self.close()
            raise


def context_for(address: BrokerAddress) -> ssl.SSLContext:
    """Whom to trust and what to show.

    Raises:
        UnplugError: a file that was named is not what it should be.
    """
    try:
        context = ssl.create_default_context(cafile=address.ca)
        if address.certificate is not None:
            # An empty password: nobody is asked for one in the terminal.
            context.load_cert_chain(address.certificate, address.key, password="")
    except (OSError, ValueError) as error:  # an SSLError is an OSError
        raise broker_trouble.unusable(address, error) from None
    context.sslsocket_class = _Socket
    return context
