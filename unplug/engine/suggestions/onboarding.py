"""The two questions that carry most of the value, in texts that windows can show.

When are suggestions welcome? And when is each close friend usually free?
"""

from dataclasses import dataclass, replace

from unplug.engine.people.address_book import AddressBook
from unplug.engine.suggestions.desk import SuggestDesk
from unplug.engine.suggestions.memory import Onboarding
from unplug.people.circles import CLOSE, FRIENDS
from unplug.people.contact import FreeTime
from unplug.people.known import Known
from unplug.suggest import hours
from unplug.suggest.weekly import Weekly

FRIENDS_ASKED = 6
_HOUR_MIN = 60
_DAY_H = 24


@dataclass(frozen=True, slots=True)
class FriendHours:
    """When a friend is usually free: hours of the week, one text each."""

    uid: str
    name: str
    free: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TwoQuestions:
    """What is asked, with what was answered so far.

    Attributes:
        welcome: when suggestions are welcome.
        mine: when the user is usually free.
        friends: those who are close.
    """

    welcome: tuple[str, ...] = ()
    mine: tuple[str, ...] = ()
    friends: tuple[FriendHours, ...] = ()


def questions(desk: SuggestDesk, book: AddressBook) -> TwoQuestions:
    """The two questions, as they stand."""
    told = desk.onboarding()
    close = sorted(filter(_is_close, book.people()), key=_rank)[:FRIENDS_ASKED]
    return TwoQuestions(
        welcome=tuple(hours.said_all(told.welcome)),
        mine=tuple(hours.said_all(told.free)),
        friends=tuple(
            FriendHours(known.uid, known.name, tuple(_said(known.free_times)))
            for known in close
        ),
    )


def answer(desk: SuggestDesk, book: AddressBook, told: TwoQuestions) -> None:
    """Keep the answers; friends whose hours stay the same are left alone.

    Raises:
        UnplugError: hours cannot be read, or the disk does not take them.
    """
    welcome, mine = hours.read_all(told.welcome), hours.read_all(told.mine)
    free = {each.uid: hours.read_all(each.free) for each in told.friends}
    desk.answer_onboarding(Onboarding(welcome, mine))
    for uid, weeklies in free.items():
        card = book.card(uid)
        times = free_times(weeklies)
        if times != card.free_times:
            book.put(replace(card, free_times=times))


def free_times(weeklies: tuple[Weekly, ...]) -> tuple[FreeTime, ...]:
    """Hours of the week as a card has them: whole hours, within a day."""
    found = set()
    for weekly in weeklies:
        start = -(-weekly.start_min // _HOUR_MIN)
        overnight = weekly.end_min <= weekly.start_min
        end = _DAY_H if overnight else weekly.end_min // _HOUR_MIN
        if start < end:
            found |= {FreeTime(day, start, end) for day in weekly.days}
    return tuple(sorted(found))


def _said(times: tuple[FreeTime, ...]) -> list[str]:
    """The same hours on several days are one text."""
    days: dict[tuple[int, int], list[int]] = {}
    for time in times:
        days.setdefault((time.start_hour, time.end_hour), []).append(time.weekday)
    weeklies = (
        Weekly(tuple(sorted(set(on))), start * _HOUR_MIN, end * _HOUR_MIN)
        for (start, end), on in sorted(days.items())
    )
    return hours.said_all(weeklies)


def _is_close(known: Known) -> bool:
    near = known.circle in {CLOSE.name, FRIENDS.name} or (known.closeness or 0) >= _NEAR
    return known.suggestible and near


def _rank(known: Known) -> tuple[bool, int, str]:
    return known.circle != CLOSE.name, -(known.closeness or 0), known.name


_NEAR = 4
