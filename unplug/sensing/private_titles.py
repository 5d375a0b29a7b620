"""Titles of private windows, which are never kept.

A title says that a window is private only in the wording of its browser, in the
language of the user. Where a browser says nothing in the title, nothing can be known.
"""

import re
import unicodedata

MARKED_BRANDS = (
    "mozilla firefox",
    "firefox developer edition",
    "firefox nightly",
    "firefox beta",
    "librewolf",
    "waterfox",
    "floorp",
    "zen browser",
    "pale moon",
    "seamonkey",
    "gnu icecat",
    "mozilla seamonkey",
)
"""These end every title with their name, and add words to it only in private."""

PARENTHESISED_BRANDS = (
    "google chrome",
    "google chrome beta",
    "google chrome dev",
    "google chrome canary",
    "chromium",
    "chrome",
    "brave",
    "brave browser",
    "brave nightly",
    "microsoft edge",
    "opera",
    "opera gx",
    "vivaldi",
    "yandex",
    "yandex browser",
    "falkon",
    "qutebrowser",
    "gnome web",
    "safari",
    "arc",
    "thorium",
)
"""These put the word in parentheses after their name."""

ALWAYS_PRIVATE_BRANDS = ("tor browser", "mullvad browser")

PUBLIC_EDITIONS = frozenset(
    {
        "beta",
        "canary",
        "dev",
        "developer edition",
        "esr",
        "extended support release",
        "guest",
        "nightly",
        "safe mode",
        "stable",
        "unstable",
    }
)
"""What may stand there in a window that is not private."""

WORDINGS = frozenset(
    {
        "private browsing",
        "private window",
        "private mode",
        "private",
        "private tab",
        "private window with tor",
        "private with tor",
        "incognito",
        "incognito mode",
        "incognito window",
        "new incognito tab",
        "new incognito window",
        "new private tab",
        "new private window",
        "new inprivate tab",
        "inprivate",
        "inprivate browsing",
        # Afrikaans, Albanian, Arabic, Basque, Belarusian
        "privaatblaaiery",
        "shfletim privat",
        "تصفح خاص",
        "التصفح الخاص",
        "تصفّح خاص",
        "التصفح المتخفي",
        "وضع التصفح المتخفي",
        "nabigatze pribatua",
        "прыватнае агляданне",
        "інкогніта",
        # Bulgarian, Catalan, Chinese
        "поверително разглеждане",
        "поверително сърфиране",
        "инкогнито",
        "navegació privada",
        "mode d'incògnit",
        "incògnit",
        "隐私浏览",
        "隐私浏览模式",
        "隐身模式",
        "无痕模式",
        "无痕浏览",
        "無痕模式",
        "無痕瀏覽",
        "無痕視窗",
        "隱私瀏覽",
        "隱私瀏覽模式",
        # Croatian, Czech, Danish, Dutch
        "privatno pregledavanje",
        "privatno pretraživanje",
        "anonimno",
        "anonymní prohlížení",
        "anonymní režim",
        "anonymní okno",
        "soukromé prohlížení",
        "privat browsing",
        "inkognito",
        "inkognitovindue",
        "privé-navigatie",
        "privénavigatie",
        "privévenster",
        "incognitovenster",
        "incognitomodus",
        # Estonian, Finnish, French, Galician
        "privaatne veebilehitsemine",
        "privaatne lehitsemine",
        "yksityinen selaus",
        "yksityinen selaaminen",
        "incognito-tila",
        "incognito-ikkuna",
        "navigation privée",
        "mode navigation privée",
        "fenêtre privée",
        "navegación privada",
        "navegación de incógnito",
        # German, Greek, Hebrew, Hindi
        "privater modus",
        "privates fenster",
        "privates surfen",
        "inkognitomodus",
        "ιδιωτική περιήγηση",
        "ανώνυμη περιήγηση",
        "ανώνυμη λειτουργία",
        "גלישה פרטית",
        "גלישה בסתר",
        "निजी ब्राउज़िंग",
        "गुप्त",
        "गुप्त मोड",
        # Hungarian, Indonesian, Italian, Japanese, Korean
        "privát böngészés",
        "inkognitó",
        "inkognitó mód",
        "penjelajahan pribadi",
        "mode penyamaran",
        "samaran",
        "navigazione anonima",
        "navigazione privata",
        "navigazione in incognito",
        "in incognito",
        "finestra anonima",
        "プライベートブラウジング",
        "プライベートウィンドウ",
        "プライベート",
        "シークレット",
        "シークレット モード",
        "シークレットモード",
        "シークレット ウィンドウ",
        "사생활 보호 모드",
        "사생활 보호",
        "개인정보 보호 브라우징",
        "시크릿",
        "시크릿 모드",
        # Latvian, Lithuanian, Macedonian, Norwegian
        "privātā pārlūkošana",
        "inkognito režīms",
        "privatusis naršymas",
        "privatus naršymas",
        "inkognito režimas",
        "приватно прелистување",
        "privat nettlesing",
        "privat surfing",
        "inkognitovindu",
        # Persian, Polish, Portuguese, Romanian
        "مرور خصوصی",
        "ناشناس",
        "tryb prywatny",
        "przeglądanie prywatne",
        "tryb incognito",
        "navegação privada",
        "navegação privativa",
        "navegação anônima",
        "modo anônimo",
        "anônima",
        "anónima",
        "janela anônima",
        "janela privativa",
        "navigare privată",
        "navigare incognito",
        # Russian, Serbian, Slovak, Slovenian, Spanish
        "приватный просмотр",
        "приватный режим",
        "приватное окно",
        "режим инкогнито",
        "частный доступ",
        "приватно прегледање",
        "privatno pregledanje",
        "súkromné prehliadanie",
        "anonymný režim",
        "zasebno brskanje",
        "brez beleženja zgodovine",
        "incógnito",
        "modo incógnito",
        "ventana de incógnito",
        "ventana privada",
        # Swedish, Thai, Turkish, Ukrainian, Vietnamese
        "privat surfning",
        "privat webbläsning",
        "privat fönster",
        "inkognitofönster",
        "inkognitoläge",
        "การท่องเว็บแบบส่วนตัว",
        "ไม่ระบุตัวตน",
        "โหมดไม่ระบุตัวตน",
        "gizli gezinti",
        "gizli gezinme",
        "gizli mod",
        "gizli pencere",
        "gizli",
        "özel gezinti",
        "приватний перегляд",
        "приватне вікно",
        "приватний режим",
        "анонімний режим",
        "інкогніто",
        "duyệt web riêng tư",
        "duyệt web riêng",
        "ẩn danh",
    }
)
"""What browsers call it, in their users' languages, in lower case."""

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SEPARATOR = re.compile(r"(?:^|\s+)[-\u2013\u2014\u2212|\u00b7](?=\s)")
_IN_PARENTHESES = re.compile(
    r"^(?P<before>.*?)\s*[(\uff08\[](?P<word>[^()\uff08\uff09\[\]]+)[)\uff09\]]$"
)


def safe_title(title: str) -> str | None:
    """The title as it may be kept; None for a private window's.

    In doubt a title is private: one that is lost costs little.
    """
    return None if is_private(title) else title


def is_private(title: str) -> bool:
    """Whether a window of this title is a private one."""
    plain = _plain(_INVISIBLE.sub("", title))
    parts = [part.strip() for part in _SEPARATOR.split(plain)]
    if any(part.strip("[]()") == "inprivate" for part in parts):
        return True
    if "[private mode]" in plain:
        return True
    return _is_private_tail(parts[-1]) or parts[0].startswith("new incognito")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip().casefold()


def _is_private_tail(tail: str) -> bool:
    if tail in _PLAIN_WORDINGS or tail.startswith(ALWAYS_PRIVATE_BRANDS):
        return True
    found = _IN_PARENTHESES.match(tail)
    if found:
        before, word = found["before"], found["word"].strip()
        if word in _PLAIN_WORDINGS:
            return True
        if before in PARENTHESISED_BRANDS:
            return word not in PUBLIC_EDITIONS
    for brand in MARKED_BRANDS:
        if brand in tail:
            added = tail.replace(brand, "").strip(" ()[]:-\u2013\u2014")
            return bool(added) and added not in PUBLIC_EDITIONS
    return False


_PLAIN_WORDINGS = frozenset(map(_plain, WORDINGS))
