import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.ui.overlay.rooms import LONG, LONG_NAME, MIN_MS
from ui.overlay.card import Card
from ui.overlay.feeling import Feeling
from ui.overlay.hosts import CardHost, WindowHost
from ui.overlay.parts import KeyButton, Line
from ui.overlay.spec import Choice, Comfort, FeelingSpec, Stage, StripSpec
from ui.overlay.strip import Strip
from ui.wishes import NoteWish


class FakeHost(CardHost):
    """Notes what it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.card: Card | None = None
        self.typed_in = False

    def show(self, card: Card) -> None:
        self.card = card
        card.show()

    def hide(self, card: Card) -> None:
        assert card is self.card
        self.card = None
        card.hide()
        card.deleteLater()

    def take_keyboard(self) -> None:
        self.typed_in = True
        assert self.card is not None
        self.card.show_hints(on=True)

    def give_keyboard_back(self) -> None:
        self.typed_in = False


@pytest.fixture
def clock(qtbot: QtBot) -> FakeClock:
    del qtbot
    return FakeClock()


@pytest.fixture
def host(clock: FakeClock) -> FakeHost:
    del clock
    return FakeHost()


def a_strip_spec(
    clock: FakeClock, in_min: float | None = 5, **more: object
) -> StripSpec:
    fields: dict[str, object] = {
        "stage": Stage.EARLY,
        "purpose": "A walk along the river",
        "person": "Marta",
    }
    until = None
    if in_min is not None:
        until = clock.stamp().boot_ms + round(in_min * MIN_MS)
    return StripSpec("s", until_boot_ms=until, **(fields | more))  # type: ignore[arg-type]


def strike(card: Card, key: Qt.Key) -> None:
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(card, QKeyEvent(QEvent.Type.KeyPress, key, none))


@pytest.mark.parametrize(
    ("choice", "signal"),
    [
        (Choice.NOW, "started_now"),
        (Choice.LATER, "postponed"),
        (Choice.AFTER_CALL, "after_this_call"),
        (Choice.NOT_TODAY, "skipped"),
        (Choice.END, "ended"),
    ],
)
def test_each_button_carries_its_wish(
    qtbot: QtBot, clock: FakeClock, host: FakeHost, choice: Choice, signal: str
) -> None:
    strip = Strip(clock=clock, host=host)
    strip.show_spec(a_strip_spec(clock, choices=(choice,), later_ms=3 * MIN_MS))
    assert strip.card is not None
    with qtbot.waitSignal(getattr(strip, signal), timeout=1_000) as wish:
        strip.card.choices()[0].click()
    if choice is Choice.LATER:
        assert wish.args is not None
        assert wish.args[0].by_ms == 3 * MIN_MS
    strip.hide()


def test_all_buttons_of_a_strip_are_alike(clock: FakeClock, host: FakeHost) -> None:
    strip = Strip(clock=clock, host=host)
    choices = (Choice.NOW, Choice.LATER, Choice.AFTER_CALL, Choice.NOT_TODAY)
    strip.show_spec(a_strip_spec(clock, choices=choices))
    assert strip.card is not None
    QApplication.processEvents()
    sizes = {button.size().toTuple() for button in strip.card.choices()}
    assert len(sizes) == 1
    strip.hide()


def test_a_strip_counts_down(clock: FakeClock, host: FakeHost) -> None:
    strip = Strip(clock=clock, host=host)
    strip.show_spec(a_strip_spec(clock, in_min=5))
    assert strip.card is not None
    assert strip.card.when.full_text == "In 5\u00a0min"
    clock.advance(MIN_MS)
    strip._minute.timeout.emit()
    assert strip.card.when.full_text == "In 4\u00a0min"
    clock.advance(3 * MIN_MS)
    strip._minute.timeout.emit()
    assert strip.card.when.full_text == "In a moment"
    strip.hide()


def test_a_strip_without_a_countdown_wakes_nobody(
    clock: FakeClock, host: FakeHost
) -> None:
    strip = Strip(clock=clock, host=host)
    strip.show_spec(a_strip_spec(clock, None, stage=Stage.WAITING, why=("call",)))
    assert not strip._minute.isActive()
    strip.hide()


def test_a_strip_takes_the_keyboard_only_when_it_is_asked_to(
    qtbot: QtBot, clock: FakeClock, host: FakeHost
) -> None:
    strip = Strip(clock=clock, host=host)
    strip.show_spec(a_strip_spec(clock))
    assert strip.card is not None
    chosen: list[Choice] = []
    strip.card.chosen.connect(chosen.append)
    for key in (Qt.Key.Key_1, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape):
        strike(strip.card, key)
    assert chosen == []
    strip.take_keyboard()
    assert host.typed_in
    with qtbot.waitSignal(strip.skipped, timeout=1_000):
        strike(strip.card, Qt.Key.Key_3)
    assert not host.typed_in
    strip.hide()


def test_escape_gives_the_keyboard_back(clock: FakeClock, host: FakeHost) -> None:
    strip = Strip(clock=clock, host=host)
    strip.show_spec(a_strip_spec(clock))
    strip.take_keyboard()
    assert strip.card is not None
    strike(strip.card, Qt.Key.Key_Escape)
    assert not host.typed_in
    strip.hide()


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_long_announcements_stay_small(
    clock: FakeClock, host: FakeHost, scale: float
) -> None:
    strip = Strip(clock=clock, host=host)
    spec = a_strip_spec(clock, purpose=LONG, person=LONG_NAME, comfort=Comfort(scale))
    strip.show_spec(spec)
    assert strip.card is not None
    QApplication.processEvents()
    card = strip.card
    assert card.width() <= 50 * card.unit
    assert card.height() <= 11 * card.unit
    for part in [*card.findChildren(Line), *card.findChildren(KeyButton)]:
        assert card.rect().contains(part.geometry())
    strip.hide()


@pytest.mark.parametrize("felt", [1, 2, 3, 4, 5, None])
def test_one_tap_says_how_it_felt(
    qtbot: QtBot, host: FakeHost, felt: int | None
) -> None:
    feeling = Feeling(host=host)
    feeling.ask(FeelingSpec("s", "Marta"))
    assert feeling.card is not None
    at = 5 if felt is None else felt - 1
    with qtbot.waitSignal(feeling.felt, timeout=1_000) as told:
        feeling.card.choices()[at].click()
    assert told.args is not None
    assert (told.args[0].session_id, told.args[0].felt) == ("s", felt)
    assert (host.card is None) == (felt is None)  # else it leaves room for a word
    feeling.hide()


def tapped(host: FakeHost, felt: int = 4) -> Feeling:
    """A card that has its answer."""
    feeling = Feeling(host=host)
    feeling.ask(FeelingSpec("s"))
    assert feeling.card is not None
    feeling.card.choices()[felt - 1].click()
    return feeling


def test_after_the_tap_there_is_room_for_a_word(qtbot: QtBot, host: FakeHost) -> None:
    feeling = tapped(host)
    assert feeling.card is not None
    assert feeling.card.asks_word
    assert feeling._leaving.isActive()
    qtbot.mouseClick(feeling.card.word, Qt.MouseButton.LeftButton)
    assert host.typed_in
    assert not feeling._leaving.isActive()  # it stays while somebody writes
    qtbot.keyClicks(feeling.card.word, "  we saw a heron ")
    with qtbot.waitSignal(feeling.noted, timeout=1_000) as told:
        qtbot.keyClick(feeling.card.word, Qt.Key.Key_Return)
    assert told.args == [NoteWish("s", 4, "we saw a heron")]
    assert host.card is None


def test_nobody_needs_to_write_a_word(qtbot: QtBot, host: FakeHost) -> None:
    feeling = tapped(host)
    assert feeling.card is not None
    with qtbot.assertNotEmitted(feeling.noted):
        feeling.card.done.click()
    assert host.card is None
    feeling = tapped(host)
    with qtbot.assertNotEmitted(feeling.noted):
        feeling._leaving.timeout.emit()
    assert host.card is None


def test_digits_mean_no_face_any_more_while_a_word_is_written(host: FakeHost) -> None:
    feeling = tapped(host)
    told: list[object] = []
    feeling.felt.connect(told.append)
    assert feeling.card is not None
    feeling._write()
    strike(feeling.card, Qt.Key.Key_1)
    assert told == []
    feeling.hide()


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_the_word_fits_the_card(host: FakeHost, scale: float) -> None:
    feeling = Feeling(host=host)
    feeling.ask(FeelingSpec("s", LONG_NAME, Comfort(scale)))
    assert feeling.card is not None
    feeling.card.choices()[0].click()
    QApplication.processEvents()
    card = feeling.card
    for part in (card.question, card.word, card.done):
        assert card.rect().contains(part.geometry())
    feeling.hide()


def test_a_strip_remarks_kindly_and_forgets_it_with_the_minute(
    clock: FakeClock, host: FakeHost
) -> None:
    strip = Strip(clock=clock, host=host)
    strip.remark()  # there is none, and nothing happens
    strip.show_spec(a_strip_spec(clock, 12, stage=Stage.RUNNING))
    strip.remark()
    assert strip.card is not None
    assert "The screen can wait." in strip.card.when.full_text
    clock.advance(MIN_MS)
    strip._minute.timeout.emit()
    assert strip.card.when.full_text == "11\u00a0min left"
    strip.hide()


def test_an_open_question_goes_unanswered_when_the_next_is_asked(
    host: FakeHost,
) -> None:
    feeling = Feeling(host=host)
    told: list[object] = []
    feeling.felt.connect(told.append)
    feeling.ask(FeelingSpec("one"))
    feeling.ask(FeelingSpec("two", "Marta"))
    assert told == []
    assert feeling.card is not None
    assert "Marta" in feeling.card.question.full_text
    feeling.hide()


def test_a_card_in_a_window_takes_no_focus(qtbot: QtBot, clock: FakeClock) -> None:
    del qtbot
    host = WindowHost()
    strip = Strip(clock=clock, host=host)
    strip.show_spec(a_strip_spec(clock))
    assert strip.card is not None
    flags = strip.card.windowFlags()
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert strip.card.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    host.close()
