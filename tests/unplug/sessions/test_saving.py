"""The state as JSON."""

import json

import pytest

from tests.unplug.sessions.test_resuming import STATES
from unplug.errors import UnplugError
from unplug.sessions.machine import initial
from unplug.sessions.saving import from_json, to_json


@pytest.mark.parametrize("name", STATES)
def test_every_state_comes_back_as_it_was(name: str) -> None:
    state = STATES[name]().state
    assert from_json(json.loads(json.dumps(to_json(state)))) == state


@pytest.mark.parametrize(
    "stored",
    [
        None,
        [],
        {},
        {"version": "1"},
        {"version": 1},
        {"version": 1, "state": None},
        {"version": 1, "state": {"is": "Rules"}},
        {"version": 1, "state": {"is": "SessionState", "phase": {"is": "Gone"}}},
        {"version": 1, "state": {"is": "SessionState", "seen": "abc"}},
        {"version": 1, "state": {"is": "SessionState", "at": True}},
        {"version": 1, "state": {"is": "SessionState", "here_boot_ms": "7"}},
        {"version": 1, "state": {"is": "SessionState", "held": ["x"]}},
        {"version": 1, "state": {"is": "SessionState", "phase": {"is": "HeadsUp"}}},
    ],
)
def test_a_damaged_state_is_refused_in_a_sentence(stored: object) -> None:
    with pytest.raises(UnplugError, match="cannot read the stored session"):
        from_json(stored)


def test_a_newer_state_is_refused_naming_both_versions() -> None:
    stored = {**to_json(initial()), "version": 7}
    with pytest.raises(UnplugError, match="version 7, but only 1 is known"):
        from_json(stored)


def test_a_field_that_an_older_version_did_not_have_gets_its_default() -> None:
    stored = to_json(initial())
    del stored["state"]["breaks"]
    assert from_json(stored) == initial()
