"""Which titles may be kept."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from unplug.sensing.private_titles import WORDINGS, safe_title

PRIVATE = [
    "Mozilla Firefox Private Browsing",
    "A page — Mozilla Firefox Private Browsing",
    "A page - Mozilla Firefox (Private Browsing)",
    "A page — Private Browsing",
    "Eine Seite — Mozilla Firefox Privater Modus",
    "Une page — Navigation privée de Mozilla Firefox",
    "Una página — Navegación privada de Mozilla Firefox",
    "Страница — Приватный просмотр — Mozilla Firefox (Приватный просмотр)",
    "A page — LibreWolf Private Browsing",
    "A page — Firefox Developer Edition Private Browsing",
    "New Incognito Tab - Google Chrome",
    "A page - Google Chrome (Incognito)",
    "Eine Seite - Google Chrome (Inkognito)",
    "ページ - Google Chrome (シークレット)",
    "页面 - Google Chrome \uff08无痕模式\uff09",
    "A page - Chromium (Incognito)",
    "A page - Brave (Private)",
    "A page - Brave (Private Window with Tor)",
    "A page - [InPrivate] - Microsoft\u200b Edge",
    "A page and 2 more pages - [InPrivate] - Microsoft Edge",
    "A page - InPrivate",
    "A page - Opera (Private)",
    "A page - Vivaldi (Private)",
    "A page - Falkon (Private Browsing)",
    "Eine Seite — Privates Surfen",
    "A page — Tor Browser",
    "Tor Browser",
    "A page — Mullvad Browser",
    "[Private Mode] A page - qutebrowser",
    "A page - google chrome (INCOGNITO)",
]

PUBLIC = [
    "A page — Mozilla Firefox",
    "Mozilla Firefox",
    "How private browsing works — Mozilla Firefox",
    "Incognito (film) - Wikipedia - Google Chrome",
    "Download Mozilla Firefox for Linux - Google Chrome",
    "A page — Firefox Developer Edition",
    "A page — Firefox Nightly",
    "A page - Google Chrome",
    "A page - Google Chrome (Beta)",
    "A page - Chromium",
    "A page - Work - Microsoft\u200b Edge",
    "Private Eye - Opera",
    "letter (private copy).odt - LibreOffice Writer",
    "user@host: ~",
    "A page - Brave",
    "",
]


@pytest.mark.parametrize("title", PRIVATE)
def test_title_of_a_private_window_is_never_kept(title: str) -> None:
    assert safe_title(title) is None


@pytest.mark.parametrize("title", PUBLIC)
def test_title_of_another_window_is_kept_as_it_is(title: str) -> None:
    assert safe_title(title) == title


@example("|", "incognito")
@given(st.text(max_size=60), st.sampled_from(sorted(WORDINGS)))
def test_every_wording_is_known_whatever_the_page_is_called(
    page: str, wording: str
) -> None:
    assert safe_title(f"{page} - Google Chrome ({wording})") is None
    assert safe_title(f"{page} — Mozilla Firefox {wording.upper()}") is None
    assert safe_title(f"{page} — {wording}") is None


@given(st.text(max_size=200))
def test_title_is_kept_whole_or_not_at_all(title: str) -> None:
    assert safe_title(title) in (title, None)
