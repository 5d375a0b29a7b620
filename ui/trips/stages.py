"""Where a trip stands, and the one thing to do now; pure."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ui.trips import wording
from ui.trips.ports import Json

translate = QCoreApplication.translate
PROPOSE, INVITE, ANSWERS, LOCK, COUNTDOWN, TOGETHER, BACK = range(7)


@dataclass(frozen=True, slots=True)
class Next:
    """The one thing to do now.

    Attributes:
        text: says it.
        detail: explains it; empty for nothing to explain.
        offers: the sheets that do it, each with its words; the first is the thing.
        urges: whether the first stands out.
    """

    text: str
    detail: str = ""
    offers: tuple[tuple[str, str], ...] = ()
    urges: bool = True


def step(shown: Json, now: datetime) -> int:
    """The present step, as an organiser counts them."""
    if shown["window"] is not None:
        start, end = wording.both_ends(shown["window"])
        if now < start:
            return COUNTDOWN
        return TOGETHER if now < end else BACK
    if not shown["proposals"]:
        return PROPOSE
    if len(shown["members"]) == 1 and not shown["requests"]:
        return INVITE
    return LOCK if all_voted(shown) else ANSWERS


def steps(shown: Json, now: datetime) -> tuple[tuple[str, ...], int]:
    """The steps by name and which is the present one; a member has fewer."""
    at = step(shown, now)
    end = (
        translate("Trips", "Countdown"),
        translate("Trips", "Together"),
        translate("Trips", "Look back"),
    )
    if shown["role"] != "organiser":
        return (translate("Trips", "Vote"), *end), max(0, at - LOCK)
    begin = (
        translate("Trips", "Propose"),
        translate("Trips", "Invite"),
        translate("Trips", "Answers"),
        translate("Trips", "Lock"),
    )
    return (*begin, *end), at


def all_voted(shown: Json) -> bool:
    """Whether everybody with a say has voted on some proposal."""
    voices = sum(member["role"] != "guest" for member in shown["members"])
    most = max((_votes(p) for p in shown["proposals"]), default=0)
    return bool(most >= voices)


def is_open(shown: Json, now: datetime, *, leads: bool) -> bool:
    """Whether the window can still be chosen; organisers can change it, too."""
    return step(shown, now) < (TOGETHER if leads else COUNTDOWN)


def next_thing(shown: Json, now: datetime) -> Next:
    """What to do now, for whoever looks."""
    at = step(shown, now)
    if at >= COUNTDOWN:
        return _agreed(shown, at)
    if shown["called_off"] and shown["role"] != "organiser":
        return Next(
            translate("Trips", "The window was called off."),
            translate("Trips", "Nothing begins. Another one will ask you again."),
        )
    if shown["role"] == "organiser":
        late = shown["deadline"] is not None and now >= datetime.fromisoformat(
            shown["deadline"]
        )
        return _organising(shown, at, late=late)
    if not shown["proposals"]:
        return Next(translate("Trips", "Nothing is proposed yet."))
    if all(proposal["mine"] for proposal in shown["proposals"]):
        return Next(
            translate("Trips", "Your votes are saved."),
            translate("Trips", "The organiser makes one of them the window."),
        )
    return Next(
        translate("Trips", "Say which of these suit you."),
        translate("Trips", "“If need be” helps where nothing suits everybody."),
    )


def _organising(shown: Json, at: int, *, late: bool) -> Next:
    propose = ("propose", translate("Trips", "Propose a time"))
    again = ("propose", translate("Trips", "Propose another time"))
    invite = ("invite", translate("Trips", "Invite the others"))
    more = ("invite", translate("Trips", "Invite more"))
    if shown["requests"]:
        return Next(
            translate("Trips", "Somebody asks to join."),
            translate(
                "Trips",
                "Call each other and compare the four words; then let them in.",
            ),
            (more, again),
            urges=False,
        )
    if at == PROPOSE:
        return Next(
            translate("Trips", "When could you be offline together?"),
            translate("Trips", "Propose a few times; everybody votes."),
            (propose, invite),
        )
    if at == INVITE:
        return Next(
            translate("Trips", "Now invite the others."),
            translate("Trips", "By a link, a code or a file."),
            (invite, again),
        )
    if at == ANSWERS and late:
        return Next(
            translate("Trips", "The time to vote is over: make one the window."),
            translate("Trips", "Everybody is asked once more whether they take part."),
            (again, more),
        )
    if at == ANSWERS:
        voices = sum(member["role"] != "guest" for member in shown["members"])
        most = max((_votes(p) for p in shown["proposals"]), default=0)
        text = translate("Trips", "{n} of {all} have voted.")
        return Next(
            text.format(n=most, all=voices),
            translate("Trips", "You can lock a time at any moment, an hour ahead."),
            (more, again),
        )
    return Next(
        translate("Trips", "Everybody has voted: make one the window."),
        translate("Trips", "Everybody is asked once more whether they take part."),
        (again, more),
    )


def _agreed(shown: Json, at: int) -> Next:
    if at == TOGETHER:
        return Next(
            translate("Trips", "You are offline together."),
            translate("Trips", "Nothing has to be done here until it is over."),
        )
    if at == BACK:
        return Next(
            translate("Trips", "You were offline together."),
            translate("Trips", "Write something for the others, if you like."),
        )
    if shown["answer"] is None and shown["role"] != "guest":
        if shown["window"]["revision"] > 1:
            return Next(translate("Trips", "The time has changed: do you take part?"))
        return Next(translate("Trips", "The time is set: do you take part?"))
    ready, members = shown["receipts"]["ready"], shown["receipts"]["members"]
    if ready < members:
        return Next(
            wording.holds(shown) + ".",
            translate("Trips", "The others' computers get it when they next sync."),
        )
    return Next(
        translate("Trips", "Everybody holds the plan."),
        translate("Trips", "It begins by itself, also without any network."),
    )


def _votes(proposal: Json) -> int:
    return int(proposal["yes"] + proposal["maybe"] + proposal["no"])
