"""What remains of a text when case, accents and width do not matter."""

import re
import unicodedata

# Letters that Unicode does not take apart, but people type without their strokes.
_LETTERS = str.maketrans(
    {
        "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i",
        "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "n", "ĸ": "k", "ə": "e",
        "ς": "σ", "ё": "е", "ـ": "", "\u200c": "", "\u200d": "", "\u00ad": "",
        "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "´": "'", "`": "'",
        "‐": "-", "‑": "-", "–": "-", "—": "-",
    }
)  # fmt: skip
_BETWEEN_WORDS = re.compile(r"[\W_]+")
# Canonical combining classes of marks that people leave out: points of Hebrew and
# Arabic, and what stands above or below Latin, Greek and Cyrillic letters. Others
# tell words apart (Indic vowels and viramas, Thai tones, Japanese voicing).
_DROPPED = frozenset({1, *range(10, 37), *range(200, 241)})


def fold(text: str) -> str:
    """Fold a text so that "jose" is found in "José" and "STRASSE" in "Straße".

    White space is made single and stripped; punctuation stays.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    apart = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c for c in apart if unicodedata.combining(c) not in _DROPPED)
    # Casefold again: taking a letter apart may have set a capital free.
    joined = unicodedata.normalize("NFC", kept.casefold().translate(_LETTERS))
    return " ".join(joined.split())


def words(text: str) -> list[str]:
    """The folded words of a text, without punctuation, in their order."""
    folded = fold(text).replace("'", "")
    return [word for word in _BETWEEN_WORDS.split(folded) if word]
