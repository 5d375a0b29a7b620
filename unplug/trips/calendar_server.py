"""A trip's window in the user's own calendar server, so that their phone shows it.

CalDAV (RFC 4791) by the optional ``caldav``. The server's entity tag says whether what
lies there is still what was put there: nothing that somebody changed is overwritten
unseen, and what they took away is not put back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from unplug.errors import UnplugError
from unplug.trips.window_ics import PRODUCT

if TYPE_CHECKING:
    from caldav import DAVClient

TIMEOUT_S = 10
_DONE, _GONE, _CHANGED, _MANY = (200, 201, 204), (404, 410), 412, 207
_REFUSED = (401, 403)
_TEXT = {"Content-Type": "text/calendar; charset=utf-8"}
_WHAT = """<?xml version="1.0" encoding="utf-8"?>
<propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>"""
_IS_CALENDAR = "{urn:ietf:params:xml:ns:caldav}calendar"
_ANY_TAG = "*"
_NAMED = 5


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
        etag: by which the server knows this state; "*" where it names none.
        was_changed: another program had changed it there; its changes are gone.
    """

    etag: str
    was_changed: bool = False


def parted(calendar: Calendar) -> Calendar:
    """The same, with a user and a password that stood in its address taken out of it.

    Raises:
        UnplugError: it is no address, or what speaks to servers is not installed.
    """
    _client(calendar)
    parts = urlsplit(calendar.url)
    login, _, host = parts.netloc.rpartition("@")
    user, _, password = login.partition(":")
    return Calendar(
        urlunsplit(parts._replace(netloc=host)),
        calendar.user or unquote(user),
        calendar.password or unquote(password),
    )


def found_calendar(calendar: Calendar) -> Calendar:
    """The calendar that is meant: the address itself, or the only one on its server.

    Raises:
        UnplugError: there is none, or several; or the server does not let us look.
    """
    client = _client(calendar)
    headers = {"Depth": "0", "Content-Type": "application/xml; charset=utf-8"}
    answer = _ask(
        calendar, client, "PROPFIND", calendar.url, body=_WHAT, headers=headers
    )
    if answer.status == _MANY and _is_calendar(answer):
        return replace(calendar, url=f"{calendar.url.rstrip('/')}/")
    found = _calendars(client)
    if len(found) == 1:
        return replace(calendar, url=found[0])
    if found:
        failed, todo = "there are several calendars", "name one of them"
        raise UnplugError(failed, ", ".join(found[:_NAMED]), todo)
    failed = "there is no calendar at this address"
    todo = "copy it from the calendar's own settings"
    raise UnplugError(failed, calendar.url, todo)


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
    if etag and answer.status in _GONE:
        return None
    if answer.status != _CHANGED:
        return _put(calendar, client, url, answer)
    there = _ask(calendar, client, "GET", url)
    if there.status in _GONE:
        return None
    changed = {"If-Match": str(there.headers.get("ETag", _ANY_TAG))}
    answer = _ask(calendar, client, "PUT", url, body=text, headers=changed)
    done = _put(calendar, client, url, answer)
    ours = PRODUCT in str(there.raw)
    return replace(done, was_changed=bool(etag) and not ours)


def take_window(calendar: Calendar, uid: str, etag: str) -> bool:
    """Take a window out, changed or not; whether it was there as it had been put.

    Raises:
        UnplugError: the server cannot be reached, or does not let us.
    """
    client, url = _client(calendar), _file(calendar, uid)
    headers = {"If-Match": etag} if etag else {}
    answer = _ask(calendar, client, "DELETE", url, headers=headers)
    if answer.status != _CHANGED:
        _check(calendar, answer, (*_DONE, *_GONE))
        return answer.status in _DONE
    _check(calendar, _ask(calendar, client, "DELETE", url), (*_DONE, *_GONE))
    return False


def _put(
    calendar: Calendar,
    client: "DAVClient",
    url: str,
    answer: Any,  # noqa: ANN401  (theirs is untyped)
) -> Put:
    """How it lies there; who changes what they are given tells no tag at once."""
    _check(calendar, answer, _DONE)
    etag = answer.headers.get("ETag")
    if not etag:
        etag = _ask(calendar, client, "GET", url).headers.get("ETag")
    return Put(str(etag or _ANY_TAG))


def _check(
    calendar: Calendar,
    answer: Any,  # noqa: ANN401  (theirs is untyped)
    fine: tuple[int, ...],
) -> None:
    if answer.status not in fine:
        todo = "check the calendar's address, and that you may write to it"
        value = f"{_host(calendar)} ({answer.status} {answer.reason})"
        failed = "the calendar server does not take it"
        raise UnplugError(failed, value, todo)


def _is_calendar(answer: Any) -> bool:  # noqa: ANN401  (theirs is untyped)
    """Whether what was asked about is a calendar, and not a folder of them."""
    found = answer.find_objects_and_props().values()
    kinds = (props.get("{DAV:}resourcetype") for props in found)
    return any(k is not None and k.find(_IS_CALENDAR) is not None for k in kinds)


def _calendars(client: "DAVClient") -> list[str]:
    """The user's calendars on a server, as far as it tells."""
    try:
        principal: Any = client.principal()  # type: ignore[no-untyped-call]
        return [str(one.url) for one in principal.calendars()]
    except Exception:  # noqa: BLE001  (whatever else is at an address)
        return []


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
    if not _is_address(calendar.url):
        todo = "copy it from the calendar's settings, with https:// in front"
        failed = "not the address of a calendar"
        shown = calendar.url.rpartition("@")[2]  # no password
        raise UnplugError(failed, shown, todo)
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


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def _file(calendar: Calendar, uid: str) -> str:
    return f"{calendar.url.rstrip('/')}/{quote(uid, safe='')}.ics"


def _host(calendar: Calendar) -> str:
    return urlsplit(calendar.url).hostname or calendar.url
