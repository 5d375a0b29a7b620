"""What the engine says went wrong, in the language of the windows."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui import troubles
from ui.trips.phrases import IN_WINDOWS, PHRASES
from unplug.errors import UnplugError

ROOT = Path(__file__).parents[2]
REFUSING = {"refuse", "UnplugError", "BrokerTroubleError", "_certificate"}
ONLY_COMMANDS = {
    "the running app cannot do this",
    "quit it and try again",
    "it takes long",
    "the app goes on trying; see: unplug trip show",
    "cannot find a trip",
    "there are several trips",
    "say which: --trip ID",
    "there is no trip yet",
    "unplug trip create NAME --as ME, or join one",
    "give it once more",
    "application/xml; charset=utf-8",
}
"""What no window can meet, or what is no sentence at all."""


def phrases_in(file: Path) -> Iterator[str]:
    """What is said in functions that refuse something, but for docstrings."""
    for function in ast.walk(ast.parse(file.read_text("utf-8"))):
        if not isinstance(function, ast.FunctionDef):
            continue
        inside = list(ast.walk(function))
        called = (n.func for n in inside if isinstance(n, ast.Call))
        names = {getattr(f, "id", getattr(f, "attr", "")) for f in called}
        if not names & REFUSING:
            continue
        joined = (n.values for n in inside if isinstance(n, ast.JoinedStr))
        parts = {id(part) for values in joined for part in values}
        doc = ast.get_docstring(function, clean=False)
        for node in inside:
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                said = node.value.strip(" :()") if id(node) in parts else node.value
                if " " in said.strip(" ,") and node.value != doc:
                    yield said


def test_every_phrase_that_trips_can_refuse_with_is_known_to_the_windows() -> None:
    files = [
        *(ROOT / "unplug" / "engine" / "trips").glob("*.py"),
        *(ROOT / "unplug" / "trips").rglob("*.py"),
    ]
    said = {phrase for file in files for phrase in phrases_in(file)}
    assert len(said) > 100
    assert sorted(said - {*PHRASES, *IN_WINDOWS, *ONLY_COMMANDS} - PARTS) == []


PARTS = {
    "cannot trust its certificate",
    "check each of them, and their order; or",
    "update unplug here, or",
    "unplug trip calendar URL",
    "chmod 600",
    "pip install 'unplug[caldav]'",
}
"""What is put together from parts that stand there whole, or with a library's words."""


def test_what_went_wrong_is_said_in_german_with_its_values_as_they_are(
    german: None,
) -> None:
    del german
    stored = (
        "cannot reach the broker: mqtt://192.168.1.5 (nothing listens there)"
        " — check that it runs, and its port"
    )
    assert troubles.sentence(stored) == (
        "Der Broker ist nicht zu erreichen: mqtt://192.168.1.5 (dort hört niemand)"
        " — prüf, ob er läuft, und den Port."
    )
    raised = UnplugError(
        "cannot do this in the trip",
        "Am See: you were removed from it",
        "ask the organiser for a new invite",
    )
    assert troubles.in_words(raised) == (
        "das geht in diesem Ausflug nicht: Am See: Du wurdest herausgenommen"
        " — bitte um eine neue Einladung"
    )
    todo = "ask who leads it: Bea"
    named = UnplugError("only organisers can do this", "", todo)
    assert troubles.in_words(named).endswith("frag, wer ihn leitet: Bea")


def test_notices_are_said_in_german_too(german: None) -> None:
    del german
    failing = "Am See: cannot reach the broker: mqtt://a (it does not answer)"
    failing += " — check the network (last succeeded: never)"
    assert troubles.notice(failing) == (
        "Am See: der Broker ist nicht zu erreichen: mqtt://a (er antwortet nicht)"
        " — prüf das Netz (zuletzt gelungen: nie)"
    )
    clock = "this computer's clock is 45 s behind the group's of Am See"
    assert "geht 45 s nach" in troubles.notice(clock)
    calendar = "cannot reach the calendar server: h (OSError) — check the address"
    told = troubles.notice(f"{calendar} (calendar; last succeeded: 03 Dec 10:00)")
    assert told.startswith("der Kalenderserver ist nicht zu erreichen: h (OSError)")
    assert told.endswith("(Kalender; zuletzt gelungen: 03 Dec 10:00)")


@pytest.mark.parametrize("said", ["", "something else — and so on", "a: b: c", "a (b)"])
def test_what_is_not_known_stays_as_it_is(said: str) -> None:
    assert troubles.in_words(said) == said
    assert troubles.notice(said) == said


def test_a_window_names_its_own_buttons_and_no_command() -> None:
    refused = UnplugError(
        "who leads a trip cannot leave it",
        "Lake",
        "hand it over first: unplug trip hand-over NAME",
    )
    told = troubles.sentence(refused)
    assert told.startswith(
        "Who leads a trip cannot leave it: Lake — hand it over first"
    )
    assert "unplug trip" not in told
    assert not any("unplug trip" in said for said in (*PHRASES, *IN_WINDOWS.values()))
