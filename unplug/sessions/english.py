"""English, as plans are read and said in it."""

from datetime import date

from unplug.sessions.english_reading import read
from unplug.sessions.english_saying import describe
from unplug.sessions.plan import Plan
from unplug.sessions.words import Draft


class English:
    """The language of plans in English."""

    def read(self, text: str, today: date) -> Draft:
        """Understand the words."""
        return read(text, today)

    def describe(self, plan: Plan | Draft, today: date) -> str:
        """Say when a plan comes."""
        return describe(plan, today)
