"""What surrounds the window: circles, what to put away, what to do, looking back."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from ui import theme
from ui.parts import (
    Body,
    Card,
    FlowLayout,
    Heading,
    Quiet,
    Separator,
    Small,
    flat_button,
    secondary_button,
)
from ui.trips.asking import Asking
from ui.trips.ports import Json

translate = QCoreApplication.translate
ORGANISER = "organiser"
TEXT_HEIGHT_PX = 20 * theme.GRID_PX


class ListCard(Card):
    """The put-away list, or what to do together: add a line, mark it done."""

    def __init__(
        self, asking: Asking, shown: Json, *, activities: bool, guest: bool
    ) -> None:
        heading = translate("Trips", "Put away before it begins")
        prompt = translate("Trips", "Phones into the basket")
        if activities:
            heading = translate("Trips", "Do together")
            prompt = translate("Trips", "Cook for everybody")
        super().__init__(heading)
        self._asking = asking
        self._list = "activities" if activities else "items"
        leads = shown["role"] == ORGANISER
        for n, line in enumerate(shown[self._list], start=1):
            own = line["by"] == shown["me"] and not guest
            self.add(self._row(n, line, guest=guest, strikes=leads or own))
        if guest:
            return
        self.field = QLineEdit()
        self.field.setPlaceholderText(prompt)
        self.field.setAccessibleName(heading)
        self.field.returnPressed.connect(self._put)
        row = QHBoxLayout()
        row.setSpacing(2 * theme.GRID_PX)
        row.addWidget(self.field, 1)
        row.addWidget(secondary_button(translate("Trips", "Add"), self._put))
        self.add(row)

    def _row(self, n: int, line: Json, *, guest: bool, strikes: bool) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        people = ", ".join(line["people"])
        layout.addWidget(Body(line["text"]), 2)
        layout.addWidget(Small(people), 1)
        if not guest:
            done = translate("Trips", "Done")
            undone = translate("Trips", "Not done")
            if self._list == "activities":
                done, undone = (
                    translate("Trips", "Join in"),
                    translate("Trips", "Leave it"),
                )
            how, text = ("undone", undone) if line["mine"] else ("done", done)
            ask = partial(self._asking.do, "list-change", list=self._list, how=how, n=n)
            layout.addWidget(flat_button(text, ask, name=f"{text}: {line['text']}"))
        if strikes:
            text = translate("Trips", "Strike off")
            ask = partial(
                self._asking.do, "list-change", list=self._list, how="strike", n=n
            )
            layout.addWidget(flat_button(text, ask, name=f"{text}: {line['text']}"))
        return row

    def _put(self) -> None:
        text = self.field.text().strip()
        if text:
            self.field.clear()
            asked = {"list": self._list, "how": "add", "text": text}
            self._asking.do("list-change", **asked)


class CirclesCard(Card):
    """Small circles drawn by lot, each with questions to begin with."""

    def __init__(self, asking: Asking, circles: list[Json], *, leads: bool) -> None:
        super().__init__(translate("Trips", "Circles"))
        text = translate(
            "Trips",
            "Drawn by lot, the same on everybody's computer; nobody can choose.",
        )
        self.add(Quiet(text))
        for circle in circles:
            self.add(Body(" · ".join(circle["members"])))
            for question in circle["questions"]:
                self.add(Small(question))
        if leads:
            text = translate("Trips", "Draw again")
            row = FlowLayout()
            row.addWidget(secondary_button(text, partial(asking.do, "draw")))
            self.add(row)


class RecapCard(Card):
    """Looking back: what each wrote, one's own words, and totals where three share."""

    def __init__(self, asking: Asking, shown: Json, *, guest: bool, over: bool) -> None:
        heading = translate("Trips", "This evening")
        super().__init__(translate("Trips", "Looking back") if over else heading)
        self._asking = asking
        recap = shown["recap"]
        for page in recap["pages"]:
            self.add(Heading(page["name"]))
            for text in filter(None, (page["reflection"], page["recap"])):
                self.add(Body(text))
        if (totals := recap["totals"]) is not None:
            text = translate(
                "Trips",
                "{sharing} share it: {fully} kept it, {partly} partly, {not} not",
            )
            self.add(Body(text.format(**totals)))
        if guest:
            return
        if recap["pages"]:
            self.add(Separator())
        mine = next((p for p in recap["pages"] if p["name"] == shown["me"]), None)
        self.reflection = self._write(
            translate("Trips", "How was it today?"),
            "reflect",
            mine["reflection"] if mine else "",
        )
        if not over:
            return
        self.recap = self._write(
            translate("Trips", "Your part of the recap"),
            "recap",
            mine["recap"] if mine else "",
        )
        if shown["tier"]:
            self._offer_outcomes()

    def _write(self, heading: str, what: str, said: str) -> QPlainTextEdit:
        field = QPlainTextEdit(said)
        field.setAccessibleName(heading)
        field.setFixedHeight(TEXT_HEIGHT_PX)
        field.setTabChangesFocus(True)

        def keep() -> None:
            text = " ".join(field.toPlainText().split())
            if text:
                field.document().setModified(False)
                self._asking.do(what, text=text)

        self.add(Body(heading))
        self.add(field)
        row = FlowLayout()
        row.addWidget(
            secondary_button(translate("Trips", "Share with the group"), keep)
        )
        self.add(row)
        return field

    def _offer_outcomes(self) -> None:
        self.add(Body(translate("Trips", "How did you keep it?")))
        row = FlowLayout()
        for kept, text in (
            ("fully", translate("Trips", "Kept")),
            ("partly", translate("Trips", "Partly")),
            ("not", translate("Trips", "Not")),
            ("rather-not-say", translate("Trips", "Rather not say")),
        ):
            ask = partial(self._asking.do, "outcome", kept=kept)
            row.addWidget(secondary_button(text, ask))
        self.add(row)
