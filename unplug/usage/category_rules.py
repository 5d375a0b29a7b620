"""Rules that say what sort of thing a window is, as people write them in TOML.

The format is described in ``docs/categories.md``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import translate
from re import IGNORECASE
from re import compile as compile_pattern
from typing import Any

from unplug import tomlfiles
from unplug.errors import UnplugError
from unplug.tomlfiles import KeyPath, shown
from unplug.usage.patterns import SUBJECT_CHARS, compile_safely

FILE_NAME = "categories.toml"
KEYS = (
    "category",
    "app",
    "app_glob",
    "app_regex",
    "title",
    "title_glob",
    "title_regex",
    "rule",
)
Test = Callable[[str], object]
"""Something that holds of a plain app or title when its answer is true."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that has been read.

    Attributes:
        category: the path, as in "Leisure/Video".
        apps: any of these must hold of the app; none means any app.
        titles: any of these must hold of the title; none means any, even no title.
        inner: rules to ask first where this one matches.
    """

    category: str
    apps: tuple[Test, ...] = ()
    titles: tuple[Test, ...] = ()
    inner: "tuple[Rule, ...]" = ()

    def category_of(self, app: str, title: str | None) -> str | None:
        """The category of a window, None where the rule does not match.

        Args:
            app: as ``plain_app`` gives it.
            title: as ``plain_title`` gives it; None where titles are not kept.
        """
        if self.apps and not any(test(app) for test in self.apps):
            return None
        if self.titles and (title is None or not any(t(title) for t in self.titles)):
            return None
        for rule in self.inner:
            category = rule.category_of(app, title)
            if category is not None:
                return category
        return self.category


def plain_app(app: str) -> str:
    """An app's id as it is compared: short, lower case, no ".desktop" or ".exe"."""
    plain = app[:SUBJECT_CHARS].strip().lower()
    return plain.removesuffix(".desktop").removesuffix(".exe")


def plain_title(title: str) -> str:
    """A title as it is compared: short and lower case."""
    return title[:SUBJECT_CHARS].lower()


def parse(text: str, name: str = FILE_NAME) -> tuple[Rule, ...]:
    """Read rules from a file's text.

    Args:
        text: what is in the file.
        name: what to call the file in an error.

    Raises:
        UnplugError: it is not TOML or not rules; names the line.
    """
    document = tomlfiles.parse(text, name)
    try:
        return _all_rules(document)
    except _MistakeError as mistake:
        failed, line = f"cannot read {name}", tomlfiles.line_of(text, mistake.where)
        what = f"line {line}: {mistake.reason}"
        raise UnplugError(failed, what, mistake.todo) from mistake


class _MistakeError(Exception):
    """A mistake in the rules, and where it is."""

    def __init__(self, where: KeyPath, reason: str, todo: str) -> None:
        super().__init__(reason)
        self.where, self.reason, self.todo = where, reason, todo


def _all_rules(document: tomlfiles.Document) -> tuple[Rule, ...]:
    for key in document:
        if key != "rule":
            raise _MistakeError((key,), f'unknown key "{key}"', "use [[rule]]")
    return _rules(document.get("rule", []), ("rule",))


def _rules(value: object, where: KeyPath) -> tuple[Rule, ...]:
    if not isinstance(value, list):
        raise _MistakeError(where, '"rule" must be a list', "write [[rule]]")
    return tuple(_rule(each, (*where, index)) for index, each in enumerate(value))


def _rule(value: object, where: KeyPath) -> Rule:
    if not isinstance(value, dict):
        reason = f"a rule must be a section, not {shown(value)}"
        raise _MistakeError(where, reason, "write [[rule]]")
    for key in value:
        if key not in KEYS:
            reason, todo = f'unknown key "{key}"', f"use one of {', '.join(KEYS)}"
            raise _MistakeError((*where, key), reason, todo)
    category = _category(value, where)
    apps = _tests(value, where, "app", plain_app)
    titles = _tests(value, where, "title", plain_title)
    if not apps and not titles:
        reason, todo = "the rule matches nothing", "give it an app or a title"
        raise _MistakeError(where, reason, todo)
    inner = _rules(value.get("rule", []), (*where, "rule"))
    return Rule(category, apps, titles, inner)


def _category(value: dict[str, Any], where: KeyPath) -> str:
    todo = 'write a name or a path like "Leisure/Video"'
    if "category" not in value:
        raise _MistakeError(where, "the rule has no category", todo)
    path = value["category"]
    if not isinstance(path, str):
        reason = f"a category must be a text, not {shown(path)}"
        raise _MistakeError((*where, "category"), reason, todo)
    steps = [step.strip() for step in path.split("/")]
    if not all(steps):
        reason = f"empty category in {shown(path)}"
        raise _MistakeError((*where, "category"), reason, todo)
    return "/".join(steps)


def _tests(
    value: dict[str, Any], where: KeyPath, of: str, plain: Callable[[str], str]
) -> tuple[Test, ...]:
    """The tests of one rule on its app, or on its title, cheapest first."""
    exact = frozenset(plain(text) for text in _texts(value, (*where, of)))
    tests: list[Test] = [exact.__contains__] if exact else []
    tests += [_glob(text) for text in _texts(value, (*where, f"{of}_glob"))]
    for text in _texts(value, (*where, f"{of}_regex")):
        try:
            tests.append(compile_safely(text).search)
        except ValueError as error:
            reason = f"bad pattern {shown(text)}: {error}"
            todo = "change the pattern"
            raise _MistakeError((*where, f"{of}_regex"), reason, todo) from error
    return tuple(tests)


def _texts(value: dict[str, Any], where: KeyPath) -> list[str]:
    key = str(where[-1])
    given = value.get(key, [])
    texts = [given] if isinstance(given, str) else given
    if not isinstance(texts, list) or not all(
        isinstance(text, str) and text.strip() for text in texts
    ):
        reason, todo = f'"{key}" must be a text or a list of texts', "put it in quotes"
        raise _MistakeError(where, reason, todo)
    return texts


def _glob(pattern: str) -> Test:
    # Python's translation never goes back, so any number of * is fine.
    return compile_pattern(translate(pattern), IGNORECASE).match
