"""What can be the matter with a broker, in one sentence that says what to do."""

import socket
import ssl

from unplug.errors import UnplugError
from unplug.trips.transports.broker_address import BrokerAddress

_PROTOCOL, _IDENTIFIER, _PASSWORD, _ALLOWED, _UNAVAILABLE = 132, 133, 134, 135, 136
_REFUSED = {
    _PROTOCOL: ("speaks another protocol", "use one that speaks MQTT 3.1.1"),
    _IDENTIFIER: ("does not like the name of the connection", "try again"),
    _PASSWORD: ("wrong user or password", "check both with whoever runs the broker"),
    _ALLOWED: ("not allowed", "give a user and password that may connect"),
    _UNAVAILABLE: ("it is not ready", "try again later"),
}
_NOT_ACCEPTED = "it does not accept the certificate of this side, or wants one"
LASTING = {_PROTOCOL, _PASSWORD, _ALLOWED}
"""Refusals that trying again soon does not change."""


class BrokerTroubleError(UnplugError):
    """A broker could not be reached, or did not let us in.

    Attributes:
        lasting: whether it will be the same until somebody changes something.
    """

    def __init__(self, failed: str, value: object, todo: str, *, lasting: bool) -> None:
        super().__init__(failed, value, todo)
        self.lasting = lasting


def refused(address: BrokerAddress, code: int, said: str) -> BrokerTroubleError:
    """The broker answered, and said no.

    Args:
        address: the broker.
        code: the reason by the numbers of MQTT 5.
        said: the same in words.
    """
    what, todo = _REFUSED.get(code, (said.lower(), "ask whoever runs the broker"))
    lasting = code in LASTING
    value = f"{address} ({what})"
    return BrokerTroubleError("the broker refuses", value, todo, lasting=lasting)


def lost(address: BrokerAddress) -> BrokerTroubleError:
    """The connection ended."""
    value = f"{address} (the connection ended)"
    return BrokerTroubleError(
        "lost the broker", value, "it is tried again", lasting=False
    )


def turned_away(address: BrokerAddress, *, at_once: bool) -> BrokerTroubleError:
    """The connection ended before the broker had let us in.

    Args:
        address: the broker.
        at_once: before it can have thought about it, and it never let us in before.
    """
    if at_once and address.tls:  # few brokers say so before they hang up
        return _certificate(address, _NOT_ACCEPTED, lasting=False)
    what, todo = "it is not ready", "try again later"
    if at_once:
        what, todo = "the connection ended", "if it wants TLS, use mqtts://"
    failed, value = "cannot talk to the broker", f"{address} ({what})"
    return BrokerTroubleError(failed, value, todo, lasting=False)


def not_heard(address: BrokerAddress) -> BrokerTroubleError:
    """It let us in, and does not let us listen."""
    failed, value = (
        "the broker refuses",
        f"{address} (it does not let this side listen)",
    )
    todo = "ask whoever runs the broker to allow reading and writing of all topics"
    return BrokerTroubleError(failed, value, todo, lasting=False)


def mute(address: BrokerAddress) -> BrokerTroubleError:
    """It takes what is said, and nobody hears it."""
    failed, value = "lost the broker", f"{address} (it passes on nothing that is said)"
    todo = "it is tried again; if it stays so, see whether one may write there"
    return BrokerTroubleError(failed, value, todo, lasting=False)


def silent(address: BrokerAddress) -> BrokerTroubleError:
    """The connection is there, and no answer comes."""
    value = f"{address} (it does not answer any more)"
    return BrokerTroubleError(
        "lost the broker", value, "it is tried again", lasting=False
    )


def broken(address: BrokerAddress, error: Exception) -> BrokerTroubleError:
    """Something happened that should not; a bug of ours, or of a library."""
    value = f"{address} ({type(error).__name__})"
    todo = "it is tried again; please report it if it stays so"
    return BrokerTroubleError("lost the broker", value, todo, lasting=False)


def unreachable(address: BrokerAddress, error: Exception) -> BrokerTroubleError:
    """There was no connection at all."""
    if isinstance(error, ssl.SSLCertVerificationError):
        what = f"cannot trust its certificate ({error.verify_message})"
        return _certificate(address, what)
    if isinstance(error, ssl.SSLError):
        if "ALERT" in (error.reason or ""):
            return _certificate(address, _NOT_ACCEPTED)
        value, todo = f"{address} (no TLS there)", "use mqtt:// or the port for TLS"
        failed = "cannot talk to the broker"
        return BrokerTroubleError(failed, value, todo, lasting=False)
    what, todo = _why(error)
    failed, value = "cannot reach the broker", f"{address} ({what})"
    return BrokerTroubleError(failed, value, todo, lasting=False)


def timed_out(address: BrokerAddress) -> BrokerTroubleError:
    """It was waited for in vain."""
    return unreachable(address, TimeoutError())


def unusable(address: BrokerAddress, error: Exception) -> BrokerTroubleError:
    """A file for TLS could not be used."""
    files = (address.ca, address.certificate, address.key)
    names = ", ".join(str(file) for file in files if file is not None)
    what = error.strerror if isinstance(error, OSError) else ""
    todo = "choose PEM files with the certificate and its key, without a password"
    value = f"{names} ({what or 'not what it should be'})"
    return BrokerTroubleError("cannot use a certificate", value, todo, lasting=True)


def _certificate(
    address: BrokerAddress, what: str, *, lasting: bool = True
) -> BrokerTroubleError:
    todo = "ask whoever runs the broker for the right certificate file"
    failed, value = "cannot agree with the broker", f"{address} ({what})"
    return BrokerTroubleError(failed, value, todo, lasting=lasting)


def _why(error: Exception) -> tuple[str, str]:
    if isinstance(error, socket.gaierror):
        return "there is no such name", "check the name, and the network"
    if isinstance(error, ConnectionRefusedError):
        return "nothing listens there", "check that it runs, and its port"
    if isinstance(error, TimeoutError):
        return "it does not answer", "check the address, and the network"
    said = error.strerror if isinstance(error, OSError) else ""
    return said or type(error).__name__, "check the network"
