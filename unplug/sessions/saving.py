"""The machine's state as plain JSON and back."""

from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from unplug.errors import UnplugError
from unplug.sessions.states import SessionState

VERSION = 1
FAILED = "cannot read the stored session"
TODO = "it is set aside, and plans go on from now"


def to_json(state: SessionState) -> dict[str, Any]:
    """A state as dicts, lists, strings, numbers, booleans and None."""
    return {"version": VERSION, "state": _plain(state)}


def from_json(stored: object) -> SessionState:
    """A state from what ``to_json`` gave.

    Raises:
        UnplugError: it is of a newer version, or is damaged.
    """
    if not isinstance(stored, dict) or not isinstance(stored.get("version"), int):
        raise UnplugError(FAILED, "it names no version", TODO)
    if stored["version"] > VERSION:
        value = f"version {stored['version']}, but only {VERSION} is known here"
        raise UnplugError(FAILED, value, "use the newer unplug again")
    try:
        return cast("SessionState", _typed(SessionState, stored.get("state")))
    except (KeyError, TypeError, ValueError) as error:
        raise UnplugError(FAILED, error, TODO) from error


def _plain(value: object) -> Any:  # noqa: ANN401  (JSON)
    """A value as JSON; dataclasses carry their name, for unions."""
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        plain = {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
        return {"is": type(value).__name__, **plain}
    if isinstance(value, frozenset):
        return sorted(_plain(each) for each in value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _typed(wanted: Any, plain: Any) -> Any:  # noqa: ANN401  (JSON)
    """A value of a type from JSON.

    Raises:
        TypeError, ValueError, KeyError: it does not fit.
    """
    origin = get_origin(wanted)
    if origin in (Union, UnionType):
        return _one_of(get_args(wanted), plain)
    if origin is tuple:
        return _tuple(get_args(wanted), _listed(plain))
    if origin is frozenset:
        return frozenset(_typed(get_args(wanted)[0], each) for each in _listed(plain))
    if is_dataclass(wanted):
        return _dataclass(wanted, plain)
    if issubclass(wanted, Enum):
        return wanted(plain)
    if type(plain) is not wanted:  # a bool is no int here
        msg = f"{plain!r} is no {wanted.__name__}"
        raise TypeError(msg)
    return plain


def _one_of(choices: tuple[Any, ...], plain: Any) -> Any:  # noqa: ANN401  (JSON)
    if plain is None and type(None) in choices:
        return None
    real = [choice for choice in choices if choice is not type(None)]
    if len(real) == 1:
        return _typed(real[0], plain)
    named = {choice.__name__: choice for choice in real}
    return _typed(named[_named(plain)], plain)


def _tuple(kinds: tuple[Any, ...], plain: list[Any]) -> tuple[Any, ...]:
    if len(kinds) == 2 and kinds[1] is ...:  # noqa: PLR2004  (the form of such a type)
        return tuple(_typed(kinds[0], each) for each in plain)
    return tuple(_typed(k, each) for k, each in zip(kinds, plain, strict=True))


def _dataclass(wanted: Any, plain: Any) -> Any:  # noqa: ANN401  (JSON)
    if _named(plain) != wanted.__name__:
        msg = f"{_named(plain)!r} is no {wanted.__name__}"
        raise TypeError(msg)
    given = {
        name: _typed(kind, plain[name])
        for name, kind in _hints(wanted).items()
        if name in plain  # what a newer field is by default
    }
    return wanted(**given)


def _named(plain: Any) -> str:  # noqa: ANN401  (JSON)
    if not isinstance(plain, dict) or not isinstance(plain.get("is"), str):
        msg = f"{plain!r} has no name"
        raise TypeError(msg)
    return str(plain["is"])


def _listed(plain: Any) -> list[Any]:  # noqa: ANN401  (JSON)
    if not isinstance(plain, list):
        msg = f"{plain!r} is no list"
        raise TypeError(msg)
    return plain


@cache
def _hints(wanted: Any) -> dict[str, Any]:  # noqa: ANN401  (a dataclass)
    return get_type_hints(wanted)
