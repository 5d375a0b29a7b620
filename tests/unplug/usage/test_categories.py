import time
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unplug.errors import UnplugError
from unplug.usage.categories import OTHER, Categories, defaults, load
from unplug.usage.category_rules import parse

SHIPPED = load()
OWN = """\
[[rule]]
category = "Work"
app = ["gimp", "Firefox"]
app_glob = "*.studio.*"

[[rule.rule]]
category = "Leisure / Video"
title_regex = "you(tube|ku)"

[[rule]]
category = "Leisure"
title = "Fun"

[[rule]]
category = "Leisure/Games"
app_regex = '^wine-\\d+'
app = "gimp"
"""


@pytest.mark.parametrize(
    ("app", "title", "category"),
    [
        ("gimp", None, "Work"),
        ("GIMP.desktop", None, "Work"),
        ("gimp.exe", None, "Work"),
        ("org.studio.x", None, "Work"),
        ("firefox", None, "Work"),
        ("firefox", "A film - YouTube", "Leisure/Video"),
        ("firefox", "fun", "Work"),
        ("other", "fUN", "Leisure"),
        ("other", "funny", OTHER),
        ("other", None, OTHER),
        ("wine-12 preloader", None, "Leisure/Games"),
        ("x-wine-12", None, OTHER),
        ("", None, OTHER),
        ("y" * 10_000, "z" * 10_000, OTHER),
    ],
)
def test_the_first_rule_that_matches_says_it(
    app: str, title: str | None, category: str
) -> None:
    categories = Categories(parse(OWN))
    assert categories.of(app, title) == category
    assert categories.of(app, title) == category


@pytest.mark.parametrize(
    ("apps", "category"),
    [
        ("ChatGPT com.openai.chat Claude replika.exe", "AI chat and companions"),
        ("org.telegram.desktop TelegramDesktop Signal Slack.exe", "Messages"),
        ("thunderbird OUTLOOK.EXE com.apple.mail", "Messages/Mail"),
        ("zoom us.zoom.xos Zoom.exe", "Messages/Calls"),
        ("org.videolan.VLC mpv vlc.exe Netflix", "Leisure/Video"),
        ("Spotify com.spotify.client Music", "Leisure/Music"),
        ("steam_app_440 Steam com.valvesoftware.Steam", "Leisure/Games"),
        ("org.gnome.Evince org.kde.okular Kindle.exe calibre-gui", "Reading"),
        ("libreoffice-writer WINWORD.EXE com.apple.iWork.Pages", "Work/Office"),
        ("Code.exe jetbrains-idea xterm org.gnome.Terminal foot", "Work/Development"),
        ("Gimp-2.10 org.inkscape.Inkscape Photoshop.exe", "Work/Design and media"),
        ("md.obsidian.Obsidian notion", "Work/Planning and notes"),
        ("firefox-esr org.mozilla.firefox msedge.exe com.apple.Safari", "Browsing"),
        ("org.gnome.Nautilus explorer.exe com.apple.finder", "System"),
        ("tiktok dev.geopjr.Tuba", "Social"),
        ("no-such-app", OTHER),
    ],
)
def test_well_known_apps_are_known_on_every_system(apps: str, category: str) -> None:
    assert {SHIPPED.of(app) for app in apps.split()} == {category}


@pytest.mark.parametrize(
    ("title", "category"),
    [
        ("Lofi - YouTube — Mozilla Firefox", "Leisure/Video"),
        ("Home | Netflix", "Leisure/Video"),
        ("(3) WhatsApp", "Messages"),
        ("ChatGPT - Google Chrome", "AI chat and companions"),
        ("character.ai | Talk to anyone", "AI chat and companions"),
        ("Replika — Mozilla Firefox", "AI chat and companions"),
        ("Claude — Mozilla Firefox", "AI chat and companions"),
        ("Claude Monet - Wikipedia", "Reading"),
        ("r/books - Reddit", "Social"),
        ("Home / X", "Social"),
        ("YouTube Music", "Leisure/Music"),
        ("Inbox (2) - me@example.org - Gmail", "Messages/Mail"),
        ("Pull requests · GitHub", "Work/Development"),
        ("Untitled document - Google Docs", "Work/Office"),
        ("My own page", "Browsing"),
        (None, "Browsing"),
    ],
)
def test_titles_tell_what_a_browser_shows(title: str | None, category: str) -> None:
    assert SHIPPED.of("firefox", title) == category


def test_titles_of_other_apps_do_not_matter_to_the_shipped_rules() -> None:
    assert SHIPPED.of("code", "youtube.py") == "Work/Development"


def test_no_app_is_shipped_twice() -> None:
    text = files("unplug.usage").joinpath("data", "categories.toml").read_text("utf-8")
    apps = [app for rule in tomllib.loads(text)["rule"] for app in rule.get("app", [])]
    assert len(apps) > 1500
    assert [app for app in apps if apps.count(app) > 1] == []
    assert [app for app in apps if app != app.lower().strip()] == []


def test_every_shipped_app_gets_the_category_it_is_listed_under() -> None:
    text = files("unplug.usage").joinpath("data", "categories.toml").read_text("utf-8")
    for rule in tomllib.loads(text)["rule"]:
        for app in rule.get("app", []):
            assert (app, SHIPPED.of(app)) == (app, rule["category"])


def test_the_users_own_rules_are_asked_first(tmp_path: Path) -> None:
    path = tmp_path / "categories.toml"
    path.write_text('[[rule]]\ncategory = "Family"\napp = "signal"\n')
    categories = load(path)
    assert categories.of("Signal") == "Family"
    assert categories.of("slack") == "Messages"
    assert "Family" in categories.names()


def test_without_an_own_file_the_shipped_rules_stand(tmp_path: Path) -> None:
    categories = load(tmp_path / "none.toml")
    assert categories.names() == SHIPPED.names()
    assert categories.names()[-1] == OTHER


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[rule]]\napp = 'x'", "line 1: the rule has no category — write a name"),
        (
            "[[rule]]\napp='x'\ncategory = 'A//B'",
            'line 3: empty category in "A//B" — write a name',
        ),
        ("[[rule]]\ncategory = ' '\napp='x'", 'line 2: empty category in " " — write'),
        ("[[rule]]\ncategory = 3\napp='x'", "line 2: a category must be a text, not 3"),
        ("[[rule]]\ncategory = 'A'", "line 1: the rule matches nothing — give it an"),
        (
            "[[rule]]\ncategory = 'A'\napp_like = 'x'",
            'line 3: unknown key "app_like" — use one of category, app, app_glob',
        ),
        ("[[rules]]\ncategory = 'A'", 'line 1: unknown key "rules" — use [[rule]]'),
        ("rule = 1", 'line 1: "rule" must be a list — write [[rule]]'),
        ("rule = [1]", "line 1: a rule must be a section, not 1 — write [[rule]]"),
        (
            "[[rule]]\ncategory = 'A'\napp = ['a',\n3]",
            'line 3: "app" must be a text or a list of texts — put it in quotes',
        ),
        (
            "[[rule]]\ncategory = 'A'\ntitle_regex = '('",
            'line 3: bad pattern "(": missing ), unterminated subpattern at position 0',
        ),
        (
            "[[rule]]\ncategory='A'\napp='b'\n[[rule.rule]]\ntitle_regex = '(a+)+'\n",
            "line 4: the rule has no category",
        ),
        (
            "[[rule]]\ncategory='A'\napp='b'\nrule=[{category='B',app_regex='(a+)+'}]",
            'line 4: bad pattern "(a+)+": it could take too long: use at most two',
        ),
        ("[[rule]\n", "line 1, column 7: expected ']]'"),
    ],
)
def test_a_mistake_in_a_rule_names_the_line_and_the_reason(
    text: str, said: str
) -> None:
    with pytest.raises(UnplugError) as caught:
        parse(text, "categories.toml")
    assert str(caught.value).startswith(f"cannot read categories.toml: {said}")


def test_a_glob_of_many_stars_answers_at_once() -> None:
    text = f'[[rule]]\ncategory = "A"\napp_glob = "{"*a" * 60}b"'
    categories = Categories(parse(text))
    begun_s = time.process_time()
    assert categories.of("a" * 200) == OTHER
    assert time.process_time() - begun_s < 1


def test_answers_are_remembered_within_bounds() -> None:
    categories = Categories(defaults())
    for number in range(10_000):
        categories.of("firefox", f"page {number}")
        categories.of(f"app {number}")
    assert len(categories._by_title) <= 4096
    assert len(categories._by_app) <= 4096


@given(st.text(), st.none() | st.text())
def test_any_window_has_exactly_one_known_category(app: str, title: str | None) -> None:
    assert SHIPPED.of(app, title) in SHIPPED.names()
