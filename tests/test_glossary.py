"""The glossary is in order and knows the words of the code."""

import re
from pathlib import Path

from unplug.usage.states import State

PAGE = (Path(__file__).parents[1] / "docs" / "glossary.md").read_text("utf-8")
ENTRIES = dict(re.findall(r"^- \*\*(.+?)\*\*: (.+)$", PAGE, re.MULTILINE))
OTHER_WORDS = {State.PAUSED: "Off the record"}


def test_the_words_are_in_alphabetical_order_and_each_is_there_once() -> None:
    words = re.findall(r"^- \*\*(.+?)\*\*", PAGE, re.MULTILINE)
    assert len(words) > 40
    assert words == sorted(set(words), key=str.lower)
    assert words == list(ENTRIES)


def test_each_word_is_explained_in_one_or_two_sentences() -> None:
    for word, text in ENTRIES.items():
        assert text.endswith("."), word
        assert 1 <= len(re.findall(r"\.(?:\s|$)", text)) <= 2, word


def test_every_state_is_explained() -> None:
    for state in State:
        assert OTHER_WORDS.get(state, state.name.capitalize()) in ENTRIES
