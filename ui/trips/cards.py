"""The cards of a trip: who is in, what is proposed, what was agreed."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.parts import (
    Body,
    Button,
    Card,
    Figure,
    FlowLayout,
    Lead,
    Quiet,
    Segmented,
    Separator,
    Small,
    flat_button,
    secondary_button,
)
from ui.trips import wording
from ui.trips.asking import Asking
from ui.trips.ports import Json
from ui.trips.voting_time import VotingTime

translate = QCoreApplication.translate
ORGANISER = "organiser"


class PeopleCard(Card):
    """Who is in, what they said, whose app holds the plan, and who asks to join."""

    def __init__(self, asking: Asking, shown: Json) -> None:
        super().__init__(translate("Trips", "Who is in"))
        leads = shown["role"] == ORGANISER
        for request in shown["requests"]:
            self.add(_request_row(asking, request, leads=leads))
        for member in shown["members"]:
            self.add(_member_row(asking, member, shown, leads=leads))


def _request_row(asking: Asking, request: Json, *, leads: bool) -> QWidget:
    row, line, column = _row()
    text = translate("Trips", "{name} asks to join").format(name=request["name"])
    column.addWidget(Body(text))
    words = translate("Trips", "Read these words to each other: {words}")
    column.addWidget(Small(words.format(words=" · ".join(request["words"]))))
    if leads:
        name = translate("Trips", "Let {name} in").format(name=request["name"])
        admit = secondary_button(
            translate("Trips", "Let in"),
            partial(asking.do, "admit", who=request["id"]),
            name=name,
        )
        line.addWidget(admit)
    return row


def _member_row(asking: Asking, member: Json, shown: Json, *, leads: bool) -> QWidget:
    row, line, column = _row()
    column.addWidget(Body(member["name"]))
    parts = [wording.role(member)]
    if shown["window"] is not None:
        parts.append(wording.answer(member["answer"]))
        if member["ready"]:
            parts.append(translate("Trips", "holds the plan"))
    column.addWidget(Small(" · ".join(parts)))
    if leads and not member["lead"]:
        for what, text, name in (
            (
                "hand-over",
                translate("Trips", "Let lead"),
                translate("Trips", "Let {name} lead the trip"),
            ),
            (
                "remove",
                translate("Trips", "Remove"),
                translate("Trips", "Remove {name} from the trip"),
            ),
        ):
            ask = partial(asking.do, what, who=member["id"])
            line.addWidget(_sure(text, ask, name.format(name=member["name"])))
    return row


def _sure(text: str, act: Callable[[], object], name: str) -> Button:
    """What cannot be taken back: the first press asks, the second does it."""

    def press() -> None:
        if button.property("asked"):
            act()
            return
        button.setProperty("asked", True)  # noqa: FBT003  (Qt's)
        sure = translate("Trips", "Really?")
        button.say(sure)
        button.setAccessibleName(f"{name} — {sure}")

    button = flat_button(text, press, name=name)
    return button


class ProposalsCard(Card):
    """What is proposed: vote, saved at once; an organiser makes one the window."""

    def __init__(
        self, asking: Asking, shown: Json, now: datetime, zone: ZoneInfo
    ) -> None:
        super().__init__(translate("Trips", "When could it be?"))
        for at, proposal in enumerate(shown["proposals"]):
            if at:
                self.add(Separator())
            self._add(asking, proposal, shown, zone)
        if shown["window"] is None:
            self.add(VotingTime(asking, shown, now.astimezone(zone)))

    def _add(self, asking: Asking, proposal: Json, shown: Json, zone: ZoneInfo) -> None:
        self.add(Body(wording.at_the_place(proposal)))
        if mine := wording.here(proposal, zone):
            self.add(Small(mine))
        row = FlowLayout()
        if shown["role"] != "guest":
            name = translate("Trips", "Your vote on proposal {n}")
            row.addWidget(_vote(asking, proposal, name.format(n=proposal["n"])))
        if shown["role"] == ORGANISER:
            if not _is_window(proposal, shown["window"]):
                text = translate("Trips", "Make it the window")
                ask = partial(asking.do, "lock", n=proposal["n"])
                row.addWidget(secondary_button(text, ask))
            text = translate("Trips", "Take back")
            name = translate("Trips", "Take back proposal {n}")
            ask = partial(asking.do, "withdraw", n=proposal["n"])
            row.addWidget(_sure(text, ask, name.format(n=proposal["n"])))
        self.add(row)
        receipt = ""
        if proposal["mine"] is not None:
            receipt = translate("Trips", " · your vote is saved")
        self.add(Small(wording.votes(proposal) + receipt))


def _is_window(proposal: Json, window: Json | None) -> bool:
    said = ("start", "end", "place_zone", "place")
    return window is not None and all(proposal[name] == window[name] for name in said)


def _vote(asking: Asking, proposal: Json, name: str) -> Segmented:
    choices: tuple[tuple[object, str], ...] = wording.says()
    if proposal["mine"] is None:  # nothing is chosen for anybody
        choices = ((None, translate("Trips", "–")), *choices)
    vote = Segmented(name, choices)
    vote.choose(proposal["mine"])

    def say(value: object) -> None:
        if value is not None:
            asking.do("vote", n=proposal["n"], say=value)

    vote.chosen.connect(say)
    return vote


class WindowCard(Card):
    """What was agreed: when, here and there, who holds it, and the own answer."""

    def __init__(
        self, asking: Asking, shown: Json, now: datetime, zone: ZoneInfo
    ) -> None:
        super().__init__(translate("Trips", "Offline together"))
        window = shown["window"]
        start, end = wording.both_ends(window)
        if now < start:
            self.add(Figure(wording.countdown(start - now)))
            self.add(Quiet(translate("Trips", "until it begins")))
        elif now < end:
            self.add(Figure(wording.countdown(end - now)))
            self.add(Quiet(translate("Trips", "left; see you on the other side")))
        self.add(Lead(wording.at_the_place(window)))
        if mine := wording.here(window, zone):
            self.add(Body(mine))
        self.add(Body(wording.holds(shown)))
        if calendar := wording.in_calendar(shown):
            self.add(Small(calendar))
        if shown["role"] in {ORGANISER, "member"} and now < end:
            self._ask(asking, shown)
        if shown["role"] == ORGANISER and now < end:
            self._offer_calling_off(asking)

    def _offer_calling_off(self, asking: Asking) -> None:
        text = translate("Trips", "Call it off")
        row = FlowLayout()
        row.addWidget(_sure(text, partial(asking.do, "cancel"), text))
        self.add(row)

    def _ask(self, asking: Asking, shown: Json) -> None:
        """Yes and no look alike, and each is one press."""
        self.add(Separator())
        said = shown["answer"]
        if said == "no":
            text = translate(
                "Trips",
                "You said: not this time. A changed window will ask you again.",
            )
            self.add(Body(text))
            return
        if said is not None:
            text = translate("Trips", "Your answer is saved: {answer}.")
            self.add(Body(text.format(answer=wording.answer(said))))
        else:
            self.add(Body(translate("Trips", "Do you take part?")))
        row = FlowLayout()
        for say, text in wording.says():
            if say != said:
                row.addWidget(
                    secondary_button(text, partial(asking.do, "answer", say=say))
                )
        self.add(row)
        self._offer_strictness(asking, shown, said or "yes")

    def _offer_strictness(self, asking: Asking, shown: Json, said: str) -> None:
        name = translate("Trips", "How hard it is to leave")
        choices = (
            ("gentle", translate("Trips", "Gentle")),
            ("firm", translate("Trips", "Firm")),
            ("promise", translate("Trips", "A promise to the group")),
        )
        strict = Segmented(name, choices)
        strict.choose(shown["strictness"])
        strict.chosen.connect(
            lambda value: asking.do("answer", say=said, strictness=value)
        )
        self.add(Small(name))
        self.add(strict)


class SharingCard(Card):
    """How much of the own time offline the others see; as little as possible first."""

    def __init__(self, asking: Asking, shown: Json) -> None:
        super().__init__(translate("Trips", "What the others see of it"))
        names = ("answer_only", "kept", "bucket")
        tiers = Segmented(
            translate("Trips", "What the others see of it"),
            (
                ("answer_only", translate("Trips", "My answer only")),
                ("kept", translate("Trips", "Kept, partly or not")),
                ("bucket", translate("Trips", "Also about how much")),
            ),
        )
        tiers.choose(names[shown["tier"]])
        tiers.chosen.connect(lambda tier: asking.do("share", tier=tier))
        self.add(tiers)
        self.add(
            Small(
                translate(
                    "Trips",
                    "Totals show once three share; whoever says nothing is counted as"
                    " “not shared”. Everything is deleted 30 days after.",
                )
            )
        )


def _row() -> tuple[QWidget, QHBoxLayout, QVBoxLayout]:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(2 * theme.GRID_PX)
    column = QVBoxLayout()
    column.setSpacing(0)
    line.addLayout(column, 1)
    return row, line, column
