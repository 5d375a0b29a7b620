"""The state of asking as JSON, in a form that later versions can read and extend.

What this version does not know is kept and written again, so that going back to an
older unplug and forth again loses no wish.
"""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

from unplug.errors import UnplugError
from unplug.suggest.asking import Asking, Block, Planned, Question, Waiting

VERSION = 1
_T = TypeVar("_T")


def dumps(state: Asking) -> str:
    """Write the state down."""
    known = {
        "version": VERSION,
        "waiting": [
            {
                "key": each.key,
                "uid": each.uid,
                "at": _written(each.at),
                "block": list(each.block),
            }
            for each in state.waiting
        ],
        "plans": [
            {"key": plan.key, "uid": plan.uid, "end": _written(plan.end)}
            for plan in state.plans
        ],
        "ignored_in_row": state.ignored_in_row,
        "last_ignored_at": _written(state.last_ignored_at),
        "ignored_blocks": [list(block) for block in state.ignored_blocks],
        "question": state.question.value,
        "fewer": state.fewer,
        "avoid": sorted(list(block) for block in state.avoid),
        "paused_until": _written(state.paused_until),
        "stopped": state.stopped,
        "never": sorted(state.never),
    }
    return json.dumps(state.others | known, ensure_ascii=False)


def loads(text: str) -> Asking:
    """Read a state; what is missing is as in the beginning.

    Raises:
        UnplugError: it cannot be read. No suggestion may come then: it might be one
            that was forbidden.
    """
    try:
        return _state_of(_of(dict, json.loads(text)))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        failed = "cannot read what you said about suggestions"
        todo = "none will come; choose again under Settings"
        raise UnplugError(failed, text[:40], todo) from error


def _state_of(told: dict[str, Any]) -> Asking:
    rest = dict(told)
    rest.pop("version", None)

    def take(name: str, read: Callable[[Any], _T], otherwise: _T) -> _T:
        value = rest.pop(name, None)
        return otherwise if value is None else read(value)

    no_blocks: tuple[Block, ...] = ()
    return Asking(
        waiting=take("waiting", _waiting, ()),
        plans=take("plans", _plans, ()),
        ignored_in_row=take("ignored_in_row", _count, 0),
        last_ignored_at=take("last_ignored_at", _instant, None),
        ignored_blocks=take("ignored_blocks", _blocks, no_blocks),
        question=take("question", Question, Question.NOT_YET),
        fewer=take("fewer", _count, 0),
        avoid=frozenset(take("avoid", _blocks, no_blocks)),
        paused_until=take("paused_until", _instant, None),
        stopped=take("stopped", _truth, otherwise=False),
        never=take("never", _texts, frozenset()),
        others=rest,
    )


def _waiting(told: list[dict[str, Any]]) -> tuple[Waiting, ...]:
    return tuple(
        Waiting(
            _text(each["key"]),
            _text(each["uid"]),
            _instant(each["at"]),
            _block(each["block"]),
        )
        for each in told
    )


def _plans(told: list[dict[str, Any]]) -> tuple[Planned, ...]:
    return tuple(
        Planned(_text(each["key"]), _text(each["uid"]), _instant(each["end"]))
        for each in told
    )


def _blocks(told: list[list[Any]]) -> tuple[Block, ...]:
    return tuple(_block(each) for each in told)


def _block(told: list[Any]) -> Block:
    weekend, index = told
    return _truth(weekend), _count(index)


def _texts(told: list[Any]) -> frozenset[str]:
    return frozenset(_text(each) for each in told)


def _text(told: object) -> str:
    return _of(str, told)


def _truth(told: object) -> bool:
    return _of(bool, told)


def _count(told: object) -> int:
    if isinstance(told, bool):
        msg = f"no number: {told}"
        raise TypeError(msg)
    return max(_of(int, told), 0)


def _of(kind: type[_T], told: object) -> _T:
    if not isinstance(told, kind):
        msg = f"no {kind.__name__}: {told}"
        raise TypeError(msg)
    return told


def _instant(told: object) -> datetime:
    at = datetime.fromisoformat(_text(told))
    if at.tzinfo is None:
        msg = f"no zone: {told}"
        raise ValueError(msg)
    return at.astimezone(UTC)


def _written(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
