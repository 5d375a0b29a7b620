"""Suggestions to show, for the tests of windows."""

from datetime import datetime
from zoneinfo import ZoneInfo

from unplug.engine.snapshot import Snapshot
from unplug.engine.suggestions.suggested import (
    AfterNow,
    PlanMade,
    Reach,
    SuggestionNow,
    SuggestionsNow,
)
from unplug.usage.states import State

MADRID = ZoneInfo("Europe/Madrid")
NOW = datetime(2027, 3, 16, 18, 10, tzinfo=MADRID)
START = datetime(2027, 3, 17, 18, 0, tzinfo=MADRID)
END = datetime(2027, 3, 17, 20, 0, tzinfo=MADRID)
REACH = Reach("ana@example.org", "+34 600 000 001", "Calle Mayor 1, Madrid")
WALK = SuggestionNow(
    key="k1",
    made=NOW,
    uid="ana",
    person="Ana García",
    step="a walk through the streets you both like",
    start=START,
    end=END,
    by_phone=False,
    why="3 h 40 today, usually 2 h 10. Ana García: 31 days, every 30. Free Wednesdays.",
    warm_up="Bo",
    question="What is a smell that takes you back at once?",
    reach=REACH,
)
PLAN = PlanMade(
    key="k1",
    uid="ana",
    step="a walk",
    title="A walk with Ana García",
    start=START,
    end=END,
    ics="BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    file_name="A-walk-with-Ana-García-03-17.ics",
    reach=REACH,
)
AFTER = AfterNow("k1", "Ana García", START, by_phone=False)


def snapshot(now: SuggestionsNow) -> Snapshot:
    return Snapshot(at=NOW, state=State.ACTIVE, suggestions=now)
