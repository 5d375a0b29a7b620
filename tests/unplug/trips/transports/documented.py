"""The configurations that docs/brokers.md shows: what is shown is what was run."""

import re
from collections.abc import Mapping
from pathlib import Path

PAGE = Path(__file__).parents[4] / "docs" / "brokers.md"


def documented(beginning: str, changes: Mapping[str, str]) -> str:
    """The file that begins so, with a test's own folders and ports."""
    shown = re.findall(r"^```\n(.*?)^```$", PAGE.read_text(), re.MULTILINE | re.DOTALL)
    (text,) = [block for block in shown if block.startswith(beginning)]
    for old, new in changes.items():
        assert old in text, f"docs/brokers.md says nothing of {old}"
        text = text.replace(old, new)
    return text
