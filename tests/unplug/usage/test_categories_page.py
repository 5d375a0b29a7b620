"""The manual's page on categories says what the code does."""

import re
from pathlib import Path

from unplug.usage.categories import OTHER, Categories, load
from unplug.usage.category_rules import KEYS, parse
from unplug.usage.patterns import SUBJECT_CHARS

PAGE = (Path(__file__).parents[3] / "docs" / "categories.md").read_text("utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)


def rows(heading: str) -> list[str]:
    """The first cells of the table below a heading."""
    below = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    cells = re.findall(r"^\| (.*?) \|", below, re.MULTILINE)
    return [cell.strip("`") for cell in cells[1:]]


def test_the_examples_on_the_page_do_what_it_says() -> None:
    first, second = (Categories(parse(text)) for text in EXAMPLES)
    assert first.of("Signal") == "Family"
    assert first.of("texstudio-4") == "Work/Thesis"
    assert first.of("wine-preloader") == "Leisure/Games"
    assert second.of("firefox") == "Browsing"
    assert second.of("firefox", "Our issue tracker - 5") == "Work/Tickets"
    assert second.of("chromium", "A film - YouTube") == "Leisure/Video"
    assert second.of("gimp", "A film - YouTube") == OTHER


def test_the_page_lists_the_keys_of_a_rule() -> None:
    assert rows("What a rule can ask") == list(KEYS)
    assert ", ".join(KEYS) in PAGE


def test_the_page_lists_the_categories_that_come_with_unplug() -> None:
    assert rows("What comes with unplug") == load().names()


def test_the_page_names_the_limit_of_a_title() -> None:
    assert f"first {SUBJECT_CHARS} characters" in PAGE
