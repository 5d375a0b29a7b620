"""Names of any script, made fit for a column of a terminal."""

import unicodedata


def printable(text: str) -> str:
    """The text with everything that steers a terminal shown as a replacement.

    A window names itself; it may not move the cursor nor set the title of ours.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def width(text: str) -> int:
    """How many cells a text takes in a terminal."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def fitted(text: str, most: int) -> str:
    """The text, or as much of it as fits into so many cells, and an ellipsis."""
    if width(text) <= most:
        return text
    left, kept = most - 1, ""
    for char in text:
        left -= _cells(char)
        if left < 0:
            break
        kept += char
    return f"{kept}…"


def _cells(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
