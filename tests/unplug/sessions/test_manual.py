"""The manual's examples are understood as they are written."""

import re
from datetime import date
from pathlib import Path

from unplug.sessions.words import read

PAGE = Path(__file__).parents[3] / "docs" / "sessions.md"


def test_every_sentence_of_the_manual_is_a_plan() -> None:
    _, _, rest = PAGE.read_text("utf-8").partition("| words |")
    table, _, _ = rest.partition("\n\n")
    rows = re.findall(r"^\| ([^|]+) \| [^|]+ \|$", table, re.MULTILINE)
    sentences = [row for row in rows if row != "words"]
    assert len(sentences) >= 5
    for words in sentences:
        assert read(words, date(2026, 1, 1)).first.year == 2026
