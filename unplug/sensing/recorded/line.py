"""One line of a recording: a fact and its instant as a JSON object.

``{"at": ISO, "mono_s": …, "boot_s": …, "fact": …, …}``. Keys that are not known are
ignored, so that an older app reads what a newer one recorded.
"""

import codecs
import json
from collections.abc import Callable
from datetime import UTC, tzinfo
from typing import NoReturn
from zoneinfo import ZoneInfo

from unplug.sensing.facts import (
    Active,
    Fact,
    Focus,
    Idle,
    Inhibited,
    Locked,
    Media,
    Observed,
    Occupied,
    Offline,
    Pause,
    Resume,
    Sleep,
    Start,
    Stop,
    Tick,
    Unlocked,
    Wake,
    Zone,
)
from unplug.sensing.reasons import Reason
from unplug.sensing.recorded.fields import (
    Entry,
    MalformedError,
    Written,
    app_of,
    flag_of,
    require,
    seconds_ms,
    shown,
    text_of,
)

MAX_LINE_BYTES = 64 * 1024
_MAX_TEXT = 4000  # a longer title is cut, so that its line can be read back


def to_line(observed: Observed, zone: tzinfo = UTC) -> str:
    """A fact as a line, its newline included; ``at`` with the offset of ``zone``."""
    at, fact = observed.at, observed.fact
    entry: Entry = {
        "at": at.utc.astimezone(zone).isoformat(timespec="milliseconds"),
        # Division prints exactly: milliseconds of 300 years have 13 digits of 15.
        "mono_s": at.mono_ms / 1000,
        "boot_s": at.boot_ms / 1000,
        "fact": type(fact).__name__.lower(),
    }
    for name in type(fact).__slots__:
        value = getattr(fact, name)
        if name.endswith("_ms"):
            entry[f"{name.removesuffix('_ms')}_s"] = value / 1000
        else:
            entry[name] = value[:_MAX_TEXT] if isinstance(value, str) else value
    return json.dumps(entry, ensure_ascii=False) + "\n"


def decode(raw: bytes, *, first: bool) -> Entry | None:
    """The object on a line; None when the line is blank.

    Args:
        raw: the line, with or without its end.
        first: whether it may start with a byte-order mark.

    Raises:
        MalformedError: it is no JSON object in UTF-8, or far too long.
    """
    if len(raw) > MAX_LINE_BYTES:
        msg = f"it is longer than {MAX_LINE_BYTES} bytes"
        raise MalformedError(msg)
    if first and raw.startswith(codecs.BOM_UTF8):
        raw = raw[len(codecs.BOM_UTF8) :]
    try:
        text = raw.decode().strip()
    except UnicodeDecodeError as error:
        msg = f"byte {error.start + 1} is not UTF-8"
        raise MalformedError(msg) from error
    if not text:
        return None
    entry, end = _parsed(text)
    if end != len(text):
        msg = f"it is not JSON: more follows at column {end + 1}"
        raise MalformedError(msg)
    if not isinstance(entry, dict):
        msg = f"it must be an object, not {shown(entry)}"
        raise MalformedError(msg)
    return entry


def fact_of(entry: Entry) -> Fact:
    """The fact that an object names.

    Raises:
        MalformedError: the fact is not known, or what it needs is missing or wrong.
    """
    require(entry, "fact")
    name = entry["fact"]
    build = _BUILDERS.get(name) if isinstance(name, str) else None
    if build is None:
        msg = f'"fact" is {shown(name)}, which is not known'
        raise MalformedError(msg)
    return build(entry)


def _refuse_constant(name: str) -> NoReturn:
    msg = f"{name} is not a number"
    raise MalformedError(msg)


_raw_decode = json.JSONDecoder(
    parse_float=Written, parse_constant=_refuse_constant
).raw_decode


def _parsed(text: str) -> tuple[object, int]:
    """The first JSON value of a text, and where it ends."""
    try:
        return _raw_decode(text)
    except MalformedError:
        raise
    except json.JSONDecodeError as error:
        msg = f"it is not JSON: {error.msg} at column {error.colno}"
    except RecursionError:
        msg = "it is not JSON that can be read: too deep"
    except ValueError:  # thousands of digits
        msg = "it holds a number that is too long"
    raise MalformedError(msg)


def _focus(entry: Entry) -> Fact:
    require(entry, "app")
    return Focus(app_of(entry), text_of(entry, "title"))


def _idle(entry: Entry) -> Fact:
    require(entry, "idle_s")
    idle_ms = seconds_ms(entry, "idle_s")
    if idle_ms is None:
        msg = '"idle_s" must be a number of seconds, not null'
        raise MalformedError(msg)
    return Idle(idle_ms)


def _locked(entry: Entry) -> Fact:
    return Locked(text_of(entry, "by") or "")


def _unlocked(entry: Entry) -> Fact:
    return Unlocked(text_of(entry, "by") or "")


def _media(entry: Entry) -> Fact:
    fullscreen = "fullscreen" in entry and flag_of(entry, "fullscreen")
    return Media(flag_of(entry, "playing"), app_of(entry), fullscreen)


def _inhibited(entry: Entry) -> Fact:
    for_ms = seconds_ms(entry, "for_s") or 0
    return Inhibited(flag_of(entry, "held"), text_of(entry, "by") or "", for_ms)


def _occupied(entry: Entry) -> Fact:
    require(entry, "reason")
    try:
        reason = Reason(text_of(entry, "reason") or "")
    except ValueError as error:
        msg = f'"reason" is {shown(entry["reason"])}, which is not known'
        raise MalformedError(msg) from error
    return Occupied(reason, flag_of(entry, "held"), text_of(entry, "by") or "")


def _offline(entry: Entry) -> Fact:
    return Offline(flag_of(entry, "on"))


def _zone(entry: Entry) -> Fact:
    require(entry, "name")
    name = text_of(entry, "name") or ""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        msg = f'"name" must be a zone like "Europe/Madrid", not {shown(entry["name"])}'
        raise MalformedError(msg) from error
    return Zone(name)


def _always(fact: Fact) -> Callable[[Entry], Fact]:
    return lambda _entry: fact


_BARE = (Start(), Active(), Sleep(), Wake(), Pause(), Resume(), Tick(), Stop())
_BUILDERS: dict[str, Callable[[Entry], Fact]] = {
    **{type(fact).__name__.lower(): _always(fact) for fact in _BARE},
    "focus": _focus,
    "idle": _idle,
    "locked": _locked,
    "unlocked": _unlocked,
    "media": _media,
    "inhibited": _inhibited,
    "occupied": _occupied,
    "offline": _offline,
    "zone": _zone,
}
