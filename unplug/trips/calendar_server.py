"""A trip's window in the user's own calendar server, so that their phone shows it.

CalDAV (RFC 4791) by the optional ``caldav``. The server's entity tag says whether what
lies there is still what was put there: nothing that somebody changed is overwritten
unseen, and what they took away is not put back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from unplug.errors import UnplugError

if TYPE_CHECKING:
    from caldav import DAVClient

TIMEOUT_S = 15
_DONE, _GONE, _CHANGED = (200, 201, 204), (404, 410), 412
_REFUSED = (401, 403)
_TEXT = {"Content-Type": "text/calendar; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar on a server.

    Attributes:
        url: the calendar's own address, as other programs are given it.
        user: may be empty.
        password: may be empty.
    """

    url: str
    user: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Put:
    """How the window lies in the calendar now.

    Attributes:
        etag: by which the server knows this state; empty where it names none.
        was_changed: somebody had changed it there; their changes are gone.
    """

    etag: str
    was_changed: bool = False


def put_window(calendar: Calendar, uid: str, ics: bytes, etag: str = "") -> Put | None:
    """Put a window there, or in place of the one that was put before.

    Args:
        calendar: where.
        uid: the event's, which names the file.
        ics: the window as a calendar file, its SEQUENCE higher than before.
        etag: what the last ``Put`` said; empty the first time.

    Returns:
        How it lies there now; None: it was put before, and somebody took it away.

    Raises:
        UnplugError: the server cannot be reached, or does not let us.
    """
    client, url = _client(calendar), _file(calendar, uid)
    text = ics.decode("utf-8")
    first = {"If-Match": etag} if etag else {"If-None-Match": "*"}
    answer = _ask(calendar, client, "PUT", url, body=text, headers=first)
    if answer.status != _CHANGED:
        return _put(calendar, answer)
    there = _ask(calendar, client, "GET", url)
    if there.status in _GONE:
        return None
    changed = {"If-Match": str(there.headers.get("ETag", "*"))}
    answer = _ask(calendar, client, "PUT", url, body=text, headers=changed)
    done = _put(calendar, answer)
    return Put(done.etag, was_changed=True)


def take_window(calendar: Calendar, uid: str, etag: str) -> bool:
    """Take a window out; whether it was there as it had been put.

    Raises:
        UnplugError: the server cannot be reached, or does not let us.
    """
    client, url = _client(calendar), _file(calendar, uid)
    headers = {"If-Match": etag} if etag else {}
    answer = _ask(calendar, client, "DELETE", url, headers=headers)
    return answer.status in _DONE


def _put(calendar: Calendar, answer: Any) -> Put:  # noqa: ANN401  (theirs is untyped)
    if answer.status not in _DONE:
        todo = "check the calendar's address, and that you may write to it"
        value = f"{_host(calendar)} ({answer.status} {answer.reason})"
        failed = "the calendar server does not take it"
        raise UnplugError(failed, value, todo)
    return Put(str(answer.headers.get("ETag", "")))


def _ask(  # noqa: PLR0913  (what a request is made of)
    calendar: Calendar,
    client: "DAVClient",
    method: str,
    url: str,
    *,
    body: str = "",
    headers: Mapping[str, str] = {},
) -> Any:  # noqa: ANN401  (theirs is untyped)
    from caldav.lib.error import AuthorizationError, DAVError  # noqa: PLC0415

    try:
        answer = client.request(url, method, body, {**_TEXT, **headers})
    except AuthorizationError:
        raise _refused(calendar) from None
    except (DAVError, OSError, ValueError) as error:
        failed, todo = "cannot reach the calendar server", "check the address"
        value = f"{_host(calendar)} ({type(error).__name__})"
        raise UnplugError(failed, value, todo) from None
    if answer.status in _REFUSED:
        raise _refused(calendar)
    return answer


def _refused(calendar: Calendar) -> UnplugError:
    todo = "check the user and the password; some servers want one for apps"
    return UnplugError("the calendar server refuses", _host(calendar), todo)


def _client(calendar: Calendar) -> "DAVClient":
    if urlsplit(calendar.url).scheme not in ("http", "https"):
        todo = "copy it from the calendar's settings, with https:// in front"
        failed = "not the address of a calendar"
        raise UnplugError(failed, calendar.url, todo)
    try:
        from caldav import DAVClient  # noqa: PLC0415  (optional, and large)
    except ImportError:
        failed = "cannot speak to calendar servers"
        raise UnplugError(failed, "", "pip install 'unplug[caldav]'") from None
    return DAVClient(
        calendar.url,
        username=calendar.user or None,
        password=calendar.password or None,
        timeout=TIMEOUT_S,
    )


def _file(calendar: Calendar, uid: str) -> str:
    return f"{calendar.url.rstrip('/')}/{quote(uid, safe='')}.ics"


def _host(calendar: Calendar) -> str:
    return urlsplit(calendar.url).hostname or calendar.url
