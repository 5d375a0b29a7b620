"""Plans in plain words: what people write, and what is said back to them.

Each language is a whole of its own (a ``Language``), since grammars differ more than
dictionaries do; ``english_reading`` and ``english_saying`` are the first.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from unplug.sessions.lasting import Lasting, Until
from unplug.sessions.plan import Plan, Strictness
from unplug.sessions.rule import Rule
from unplug.sessions.rule_days import dates


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What words say about when: all of a plan but its name and manners."""

    first: datetime
    lasting: Lasting | Until
    rule: Rule | None = None
    zone: str | None = None

    def plan(
        self, *, uid: str, name: str, strictness: Strictness = Strictness.GENTLE
    ) -> Plan:
        """The plan that comes of it.

        Raises:
            UnplugError: such a plan makes no sense; says why.
        """
        return Plan(
            uid=uid,
            name=name,
            first=self.first,
            lasting=self.lasting,
            rule=self.rule,
            zone=self.zone,
            strictness=strictness,
        )


class Language(Protocol):
    """A language in which plans are read and said."""

    def read(self, text: str, today: date) -> Draft:
        """Understand the words.

        Raises:
            UnplugError: says which part is not understood, with an example.
        """

    def describe(self, plan: Plan | Draft, today: date) -> str:
        """Say when a plan comes, so that ``read`` understands it."""


def read(text: str, today: date, language: Language | None = None) -> Draft:
    """Understand words like "every Saturday and Sunday, 9-13 h".

    Args:
        text: the words.
        today: the local date; what recurs starts at its first date from today on.
        language: English, if not given.

    Raises:
        UnplugError: says which part is not understood, with an example.
    """
    return (language or _english()).read(text, today)


def describe(plan: Plan | Draft, today: date, language: Language | None = None) -> str:
    """Say in words when a plan comes; without its exceptions.

    The first date is said where it matters: it is still to come, or the rule counts
    from it.
    """
    return (language or _english()).describe(plan, today)


def fitting(draft: Draft) -> Draft:
    """The draft with its first date moved to the first that its rule brings."""
    if draft.rule is None:
        return draft
    first = draft.first.date()
    day = next(dates(draft.rule, first, first), first)
    return Draft(
        first=datetime.combine(day, draft.first.time()),
        lasting=draft.lasting,
        rule=draft.rule,
        zone=draft.zone,
    )


def _english() -> Language:
    from unplug.sessions.english import English  # noqa: PLC0415  (built of this module)

    return English()
