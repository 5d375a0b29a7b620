"""Guess the code page of letters that nobody named: by which names make sense in it."""

import re
from collections.abc import Iterable
from itertools import pairwise

from unplug.people.encoding import FALLBACK

_SAMPLE_BYTES = 65_536
_WORD = re.compile(rb"[A-Za-z\x80-\xff']+")
_MOST = 0.5


def guess(chunks: Iterable[bytes], hints: Iterable[str] = ()) -> str:
    """Guess the code page of bytes that are not UTF-8.

    Args:
        chunks: the values that need it.
        hints: codecs that the same file names elsewhere; they win if they fit.
    """
    sample = b"\n".join(chunks)[:_SAMPLE_BYTES]
    if not sample or sample.isascii():
        return FALLBACK
    for hint in hints:
        if hint != "utf-8" and _fits(sample, hint):
            return hint
    high_words = [word for word in _WORD.findall(sample) if not word.isascii()]
    return _east_asian(sample) or _alphabet(high_words) or FALLBACK


def _fits(sample: bytes, codec: str) -> bool:
    try:
        text = sample.decode(codec)
    except ValueError:
        return False
    return all(c.isprintable() or c.isspace() for c in text)


def _east_asian(sample: bytes) -> str:
    """The East Asian code that the bytes follow without a fault and make sense in."""
    best, most = "", 0.0
    for codec, likely, usual in _EAST_ASIAN:
        try:
            text = sample.decode(codec)
        except ValueError:
            continue
        high = [c for c in text if not c.isascii()]
        # Two bytes at least, or it could be anything.
        if len(high) < 2 or any(not c.isprintable() for c in high):  # noqa: PLR2004
            continue
        share = (sum(map(likely, high)) + sum(c in usual for c in high)) / len(high)
        if share > most:
            best, most = codec, share
    return best if most > 0.8 else ""  # noqa: PLR2004


def _japanese(char: str) -> bool:
    if "\u3040" <= char <= "\u30ff":
        return True
    try:
        lead, _ = char.encode("shift_jis")
    except ValueError:
        return False
    return 0x88 <= lead <= 0x98  # noqa: PLR2004  (level 1 kanji)


def _korean(char: str) -> bool:
    try:
        lead, _ = char.encode("euc_kr")
    except ValueError:
        return False
    return 0xB0 <= lead <= 0xC8  # noqa: PLR2004  (the syllables of the standard)


def _simplified(char: str) -> bool:
    try:
        lead, trail = char.encode("gb2312")
    except ValueError:
        return False
    return 0xB0 <= lead <= 0xD7 and trail > 0xA0  # noqa: PLR2004  (level 1 hanzi)


def _traditional(char: str) -> bool:
    try:
        lead, _ = char.encode("big5")
    except ValueError:
        return False
    return 0xA4 <= lead <= 0xC6  # noqa: PLR2004  (the frequent ones)


# Of two codes that fit, the one whose letters are frequent in names is more likely.
_JAPANESE = "田山本藤木村林井川中佐子美太郎一高松野上島ンイアーリ"
_KOREAN = (
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심지현수영미은경준호"
)
_SIMPLIFIED = "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗明小华丽军伟芳敏静强文建国梅韩"
_TRADITIONAL = "陳林黃張李王吳劉蔡楊許鄭謝郭洪邱曾廖賴周美淑雅文明志俊家大小學友"
_EAST_ASIAN = (
    ("cp932", _japanese, _JAPANESE),
    ("cp949", _korean, _KOREAN),
    ("euc_jp", _japanese, _JAPANESE),
    ("gb18030", _simplified, _SIMPLIFIED),
    ("big5", _traditional, _TRADITIONAL),
)


def _alphabet(words: list[bytes]) -> str:
    """The code page of an alphabet of its own, or of Latin letters with marks."""
    whole = [word for word in words if _mostly_high(word)]
    longer = [word for word in whole if len(word) > len("de")]
    if len(whole) <= len(words) * _MOST or not longer:
        return _latin(b" ".join(words))
    scored = [(_sense(longer, *script), script[0]) for script in _SCRIPTS]
    best, codec = max(scored, key=lambda pair: pair[0])
    return codec if best > _MOST else ""


def _mostly_high(word: bytes) -> bool:
    return sum(byte > 0x7F for byte in word) * 4 > len(word) * 3  # noqa: PLR2004


def _latin(sample: bytes) -> str:
    """The code page of Latin letters: western Europe's, unless signs speak against it.

    Signs are letters that never go together, and marks that are no letters at all.
    """
    western = set(sample.decode(FALLBACK, "replace").lower())
    if western & set("þðý") and western & set("üç"):  # no Icelandic has these
        return "cp1254"
    if "ø" in western and western & set("áíýìèù") and not western & set("åæ"):
        return "cp1250"
    if western & set("£³¿¹¯¼¾") and _fits(sample, "cp1250"):
        central = set(sample.decode("cp1250").lower())
        if all(char.isalpha() or char in " '" for char in central):
            return "cp1250"
    return FALLBACK


_RUSSIAN = "оаиентрслвкмдіуп"
_SCRIPTS = (
    ("cp1251", "\u0400-\u045f\u0490\u0491", _RUSSIAN),
    ("cp1253", "\u0370-\u03ff", "αοιεστνηυρπκμλςόίάέήγ"),
    ("cp1255", "\u05d0-\u05ea", "יהולאתבשרמנד"),
    ("cp1256", "\u0600-\u06ff", "المنيرهوتبدسعح"),
    ("koi8_u", "\u0400-\u045f\u0490\u0491", _RUSSIAN),
    ("iso8859_5", "\u0400-\u045f", _RUSSIAN),
    ("cp866", "\u0400-\u045f", _RUSSIAN),
    ("cp874", "\u0e00-\u0e7f", "านรกอเงมยลวดทสชัี"),
)
_ENDINGS = {"ם": "מ", "ן": "נ", "ץ": "צ", "ף": "פ", "ך": "כ", "ς": "σ"}
_BEFORE_END = frozenset(_ENDINGS.values())


def _sense(words: list[bytes], codec: str, script: str, frequent: str) -> float:
    """How much sense the words make in a code page, from below 0 to about 1."""
    inside = re.compile(f"[{script}]+")
    total = 0.0
    for word in words:
        try:
            text = word.decode(codec)
        except ValueError:
            continue
        if inside.fullmatch(text):
            usual = sum(char in frequent for char in text.lower()) / len(text)
            total += 0.6 + 0.4 * usual - _oddities(text)
    return total / len(words)


def _oddities(word: str) -> float:
    """How odd a word of one script looks: capitals and final letters out of place."""
    odd = sum(a.islower() and b.isupper() for a, b in pairwise(word))
    odd += sum(char in _ENDINGS for char in word[:-1])
    odd += word[-1] in _BEFORE_END
    monotone = word.islower() + 2 * (len(word) > 1 and word.isupper())
    return min(1.0, 0.5 * odd + 0.15 * monotone)  # names have one capital, in front
