"""What sort of thing an app is: the first rule that matches says it.

The rules that come with unplug are in ``data/categories.toml``; the user's own file is
asked before them.
"""

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from unplug import tomlfiles
from unplug.usage.category_rules import FILE_NAME, Rule, parse, plain_app, plain_title

__all__ = ["FILE_NAME", "OTHER", "Categories", "defaults", "load"]

OTHER = "Other"
"""The category of apps that no rule knows."""

_KEPT = 4096  # answers remembered; more apps or titles than that start afresh
_K = TypeVar("_K")


class Categories:
    """The rules, and the answers they gave.

    Args:
        rules: in the order in which they are asked.
        otherwise: gives the rules to ask after them; called when first needed, since
            most runs of the app ask for no category at all.
    """

    def __init__(
        self,
        rules: tuple[Rule, ...],
        *,
        otherwise: Callable[[], tuple[Rule, ...]] = tuple,
    ) -> None:
        self._first = rules
        self._otherwise = otherwise
        self._by_app: dict[str, str] = {}
        self._by_title: dict[tuple[str, str], str] = {}

    def of(self, app: str, title: str | None = None) -> str:
        """The category's path for an app, and for its window's title if there is one.

        The case of letters does not matter.
        """
        try:
            return self._by_app[app] if title is None else self._by_title[app, title]
        except KeyError:
            return self._learn(app, title)

    @cached_property
    def _rules(self) -> tuple[Rule, ...]:
        return self._first + self._otherwise()

    def names(self) -> list[str]:
        """All paths that a rule can give, sorted, ``OTHER`` at the end."""
        return [*sorted(set(_names(self._rules)) - {OTHER}), OTHER]

    def _learn(self, app: str, title: str | None) -> str:
        plain = plain_app(app), None if title is None else plain_title(title)
        found = (rule.category_of(*plain) for rule in self._rules)
        category = next((each for each in found if each is not None), OTHER)
        if title is None:
            _remember(self._by_app, app, category)
        else:
            _remember(self._by_title, (app, title), category)
        return category


def load(user_file: Path | None = None) -> Categories:
    """The user's rules, where there are any, before those that come with unplug.

    Raises:
        UnplugError: the user's file has a mistake; names its line.
    """
    text = None if user_file is None else tomlfiles.read_text(user_file)
    own = () if text is None or user_file is None else parse(text, user_file.name)
    return Categories(own, otherwise=defaults)


def defaults() -> tuple[Rule, ...]:
    """The rules that come with unplug."""
    from importlib.resources import files  # noqa: PLC0415  (10 ms, seldom needed)

    text = files("unplug.usage").joinpath("data", FILE_NAME).read_text("utf-8")
    return parse(text, FILE_NAME)


def _names(rules: tuple[Rule, ...]) -> Iterator[str]:
    for rule in rules:
        yield rule.category
        yield from _names(rule.inner)


def _remember(answers: dict[_K, str], key: _K, category: str) -> None:
    if len(answers) >= _KEPT:
        answers.clear()
    answers[key] = category
