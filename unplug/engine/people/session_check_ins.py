"""A device-free session that was spent with somebody is a check-in."""

from collections.abc import Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

from unplug.days import DAY_START_MIN
from unplug.engine.people.address_book import AddressBook
from unplug.engine.sessions.news import (
    SessionFelt,
    SessionNews,
    SessionOver,
    SessionTakenBack,
)
from unplug.people.checkins import FELT, CheckIn, CheckInKind

SHORTEST = timedelta(minutes=5)
"""A session that was left sooner is no meeting."""

_HAPPENED = frozenset(("kept", "moved", "ended early", "kept away"))


def taken_in(
    book: Callable[[], AddressBook], news: SessionNews, zone: ZoneInfo
) -> None:
    """Log what was told of a session; of one without a person nothing is loaded.

    Raises:
        UnplugError: the disk does not take it.
    """
    match news:
        case SessionOver(person=str(uid)) if _happened(news):
            person = book().store.known_as(uid)
            if person is not None:
                book().log(_check_in(news, person.uid, zone), _source(news.session))
        case SessionOver(person=str()) | SessionTakenBack():
            book().drop_from(_source(news.session))
        case SessionFelt(session, felt, note) if felt in FELT:
            book().felt_about(_source(session), felt, note)


def _happened(news: SessionOver) -> bool:
    return news.outcome in _HAPPENED and news.kept >= min(SHORTEST, news.meant)


def _check_in(news: SessionOver, uid: str, zone: ZoneInfo) -> CheckIn:
    began = (news.began or news.start).astimezone(zone)
    return CheckIn(
        kind=CheckInKind.IN_PERSON,
        people=frozenset({uid}),
        on=(began - timedelta(minutes=DAY_START_MIN)).date(),
        length=timedelta(minutes=news.kept // timedelta(minutes=1)),
    )


def _source(session: str) -> str:
    return f"session:{session}"
