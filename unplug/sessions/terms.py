"""What is agreed about a session before it begins."""

from dataclasses import dataclass
from enum import StrEnum

from unplug.sessions.plan import Strictness

S = 1_000
MIN = 60 * S
HOUR = 60 * MIN
DAY = 24 * HOUR


class Reason(StrEnum):
    """Why a session that is due waits."""

    CALL = "call"
    CAMERA = "camera"
    MICROPHONE = "microphone"
    SHARING = "sharing"
    FULL_SCREEN = "full-screen"
    PRESENTING = "presenting"
    DO_NOT_DISTURB = "do-not-disturb"
    MEETING = "meeting"  # busy time of the linked calendar
    APP = "app"  # one of the apps that the user chose
    BATTERY = "battery"
    PAUSED = "paused"  # the user paused all reminders


CALL_REASONS = frozenset({Reason.CALL, Reason.CAMERA, Reason.MICROPHONE})
"""What "after this call" waits for."""
AT_THE_SCREEN = CALL_REASONS | {Reason.SHARING, Reason.PRESENTING}
"""While one of these holds, nobody is away for lack of input."""
UNSEEN = frozenset(
    {
        Reason.SHARING,
        Reason.FULL_SCREEN,
        Reason.PRESENTING,
        Reason.DO_NOT_DISTURB,
        Reason.PAUSED,
    }
)
"""While one of these holds back a session, even its strip stays off the screen."""
USUAL_REASONS = frozenset(Reason) - {Reason.APP, Reason.BATTERY, Reason.PAUSED}


class Kind(StrEnum):
    """Where an appointment comes from."""

    PLANNED = "planned"
    WIND_DOWN = "wind-down"
    INTERVAL = "interval"
    ONE_OFF = "one-off"


@dataclass(frozen=True, slots=True)
class Terms:
    """How a session is carried out.

    Attributes:
        strictness: how hard it is to leave.
        deferring: what it waits for.
        keeps_end: it ends at its hour, however late it begins; else it keeps its
            length.
        do_not_disturb: notifications are held back meanwhile.
        pause_media: what plays is paused at its start.
        screens_off: monitors are switched off a minute after its start.
        lock: the screen is locked a minute after its start.
        share: the trip group may hear how it went.
        title: the plan's name.
        purpose: what this time is for.
        person: the contact it is spent with, by uid; it becomes a check-in.
        heads_up_ms: how long before its start the strip shows, longest first; the
            last one begins its final stage.
    """

    strictness: Strictness = Strictness.GENTLE
    deferring: frozenset[Reason] = USUAL_REASONS
    keeps_end: bool = True
    do_not_disturb: bool = True
    pause_media: bool = False
    screens_off: bool = False
    lock: bool = False
    share: bool = False
    title: str = ""
    purpose: str = ""
    person: str | None = None
    heads_up_ms: tuple[int, ...] = (5 * MIN, MIN)

    def __post_init__(self) -> None:
        leads = self.heads_up_ms
        if not leads or any(lead <= 0 for lead in leads):
            msg = f"a session is announced some time before its start: {leads}"
            raise ValueError(msg)
        if list(leads) != sorted(set(leads), reverse=True):
            msg = f"heads-ups go from the longest to the shortest: {leads}"
            raise ValueError(msg)


def joined(one: Terms, other: Terms) -> Terms:
    """The terms of two sessions that became one: the stronger of each.

    It waits for whatever one of them waits for.
    """
    return Terms(
        strictness=firmest(one.strictness, other.strictness),
        deferring=one.deferring | other.deferring,
        keeps_end=one.keeps_end or other.keeps_end,
        do_not_disturb=one.do_not_disturb or other.do_not_disturb,
        pause_media=one.pause_media or other.pause_media,
        screens_off=one.screens_off or other.screens_off,
        lock=one.lock or other.lock,
        share=one.share or other.share,
        title=_both(one.title, other.title),
        purpose=one.purpose or other.purpose,
        person=one.person or other.person,
        heads_up_ms=one.heads_up_ms,
    )


def firmest(one: Strictness, other: Strictness) -> Strictness:
    """The one that is harder to leave."""
    return one if one.rank >= other.rank else other


def _both(one: str, other: str) -> str:
    """Two names as one, each said once."""
    names = [*one.split(" · "), *other.split(" · ")]
    return " · ".join(dict.fromkeys(name for name in names if name))
