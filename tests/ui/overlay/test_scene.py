import itertools
import random

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.ui.overlay.rooms import LONG, LONG_NAME, MIN_MS, a_scene, a_spec
from ui.overlay import landscape, wording
from ui.overlay.breath import GUIDE, ONE_BREATH, BreathRing
from ui.overlay.looks import LEAST_CONTRAST, DayPart, Look, day_part, look, mixed
from ui.overlay.parts import KeyButton, Line
from ui.overlay.scene import Scene
from ui.overlay.spec import Comfort, Leaving, Strictness
from ui.theme import contrast

EVERY_LOOK = [
    pytest.param(part, dark, id=f"{part}-{'dark' if dark else 'light'}")
    for part, dark in itertools.product(DayPart, (False, True))
]
SIZES = [(1280, 720), (1280, 1024), (3840, 2160), (768, 1366), (1024, 600)]
SCALES = [0.8, 1.0, 1.5, 2.0]
KEYS = [
    *(Qt.Key(code) for code in range(Qt.Key.Key_A, Qt.Key.Key_Z + 1)),
    *(Qt.Key(code) for code in range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)),
    *(Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Backspace),
    *(Qt.Key.Key_Tab, Qt.Key.Key_F1, Qt.Key.Key_Delete, Qt.Key.Key_Enter),
]


def shown(qtbot: QtBot, scene: Scene) -> Scene:
    qtbot.addWidget(scene)
    scene.show()
    QApplication.processEvents()
    return scene


def strike(widget: QWidget, key: Qt.Key, *, held: bool = False) -> None:
    text = chr(key).lower() if key < Qt.Key.Key_Escape else ""
    none = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, key, none, text, held)
    QApplication.sendEvent(widget.focusWidget() or widget, event)


def wishes(scene: Scene) -> list[str]:
    """What the scene wishes from now on."""
    found: list[str] = []
    scene.computer_needed.connect(lambda: found.append("computer"))
    scene.leave_requested.connect(lambda wish: found.append(f"leave {wish.reason}"))
    scene.stayed.connect(lambda: found.append("stay"))
    return found


def ground(scene: Scene) -> QImage:
    """The landscape of a scene, without anything on it."""
    image = QImage(scene.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    landscape.paint(painter, scene.rect().toRectF(), scene.look, scene.view())
    painter.end()
    return image


def least_contrast(image: QImage, area: QRect, ink: QColor) -> float:
    inside = area & image.rect()
    columns = range(inside.left(), inside.right() + 1, max(1, inside.width() // 40))
    rows = range(inside.top(), inside.bottom() + 1, 3)
    grounds = {image.pixel(x, y) for x in columns for y in rows}
    return min(contrast(ink, QColor(pixel)) for pixel in grounds)


@pytest.mark.parametrize(("part", "dark"), EVERY_LOOK)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_all_text_on_the_landscape_has_enough_contrast(
    qtbot: QtBot, part: DayPart, *, dark: bool, scale: float
) -> None:
    scene = a_scene(
        FakeClock(),
        part=part,
        dark=dark,
        size=(1280, 720),
        purpose=LONG,
        comfort=Comfort(scale),
        strictness=Strictness.PROMISE,
        idea="take a street you have never taken",
    )
    shown(qtbot, scene)
    scene.calm.remark.say(wording.remark())
    QApplication.processEvents()
    image, areas = ground(scene), scene.text_areas()
    assert len(areas) == 8
    for line, area in areas:
        ink = line.palette().color(line.foregroundRole())
        found = least_contrast(image, area, ink)
        assert found >= LEAST_CONTRAST, f"{line.full_text}: {found:.1f}"


@pytest.mark.parametrize(("part", "dark"), EVERY_LOOK)
def test_all_text_on_buttons_cards_and_rings_has_enough_contrast(
    part: DayPart, *, dark: bool
) -> None:
    colours: Look = look(part, dark=dark)
    ink = QColor(colours.surface_ink)
    hovered = mixed(colours.surface, colours.accent, 0.12)
    breath = mixed(colours.surface, colours.accent, 0.16)
    over_sky = [mixed(sky, colours.accent, 0.16) for sky in colours.sky[:2]]
    for behind in (QColor(colours.surface), hovered, breath, *over_sky):
        assert contrast(ink, behind) >= LEAST_CONTRAST


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("state", ["calm", "breathing", "leaving"])
def test_everything_fits_the_screen_and_nothing_overlaps(
    qtbot: QtBot, size: tuple[int, int], scale: float, state: str
) -> None:
    clock = FakeClock()
    leaving = Leaving(clock.stamp().boot_ms + 8_000, asks_reason=True)
    scene = a_scene(
        clock,
        size=size,
        purpose=LONG,
        person=LONG_NAME,
        comfort=Comfort(scale, reduced_motion=True),
        breathing=state == "breathing",
        can_end=True,
        leaving=leaving if state == "leaving" else None,
    )
    shown(qtbot, scene)
    parts: list[QWidget] = []
    for kind in (Line, KeyButton, BreathRing):
        parts += [part for part in scene.findChildren(kind) if part.isVisible()]
    areas = [QRect(p.mapTo(scene, p.rect().topLeft()), p.size()) for p in parts]
    assert all(scene.rect().contains(area) for area in areas)
    for one, other in itertools.combinations(areas, 2):
        assert not one.intersects(other)


def test_long_names_are_elided_but_read_out_in_full(qtbot: QtBot) -> None:
    scene = shown(qtbot, a_scene(FakeClock(), size=(800, 600), person=LONG_NAME * 2))
    whom = scene.calm.whom
    assert whom.text().endswith("…")
    assert len(whom.accessibleName()) > len(whom.text())


def test_only_the_figures_are_painted_anew_when_a_minute_passes(qtbot: QtBot) -> None:
    clock = FakeClock()
    scene = shown(qtbot, a_scene(clock, left_min=84))
    seen = Painted(scene)
    clock.advance(MIN_MS)
    scene.refresh()
    QApplication.processEvents()
    assert scene.calm.figures.full_text == "1\u00a0h\u00a023"
    assert seen.area.height() < scene.height() / 4
    seen.area = QRect()
    clock.advance(1_000)
    scene.refresh()
    QApplication.processEvents()
    assert seen.area.isEmpty()


class Painted(QWidget):
    """Watches what a widget paints; a widget only because filters are objects."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.area = QRect()
        watched.installEventFilter(self)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        del watched
        if event.type() is QEvent.Type.Paint:
            self.area = self.area.united(event.rect())  # type: ignore[attr-defined]
        return False


def test_none_of_ten_thousand_keys_of_the_first_two_seconds_means_anything(
    qtbot: QtBot,
) -> None:
    rng, clock = random.Random(1), FakeClock()
    scene = shown(qtbot, a_scene(clock))
    found = wishes(scene)
    for _ in range(100):
        scene.begin()
        for at_ms in sorted(rng.randrange(2_000) for _ in range(100)):
            clock.advance(at_ms - scene.shown_for_ms())
            strike(scene, rng.choice(KEYS))
        clock.advance(2_000)
    assert found == []
    assert not scene.calm.breathing
    assert scene.isVisible()


def test_none_of_ten_thousand_keys_typed_on_and_on_ends_a_session(
    qtbot: QtBot,
) -> None:
    rng, clock = random.Random(2), FakeClock()
    scene = shown(qtbot, a_scene(clock))
    asked_ms: int | None = None

    def asked() -> None:
        nonlocal asked_ms
        asked_ms = clock.stamp().boot_ms
        until_ms = asked_ms + ONE_BREATH.whole_ms
        scene.render_spec(a_spec(clock, leaving=Leaving(until_ms)))

    def stayed() -> None:
        nonlocal asked_ms
        asked_ms = None
        scene.render_spec(a_spec(clock))

    scene.computer_needed.connect(asked)
    scene.stayed.connect(stayed)
    for _ in range(10_000):
        clock.advance(rng.randrange(40, 690))
        breath_ms = clock.stamp().boot_ms - (asked_ms or clock.stamp().boot_ms)
        assert breath_ms < ONE_BREATH.whole_ms
        strike(scene, rng.choice(KEYS))


def test_the_way_out_works_by_keyboard_in_a_thousand_random_states(
    qtbot: QtBot,
) -> None:
    rng, clock = random.Random(3), FakeClock()
    scene = shown(qtbot, a_scene(clock))
    found = wishes(scene)
    for _ in range(1_000):
        spec = a_spec(
            clock,
            left_min=rng.uniform(0, 5_000),
            comfort=Comfort(rng.uniform(0.8, 2), rng.random() < 0.5),
            strictness=rng.choice(list(Strictness)),
            can_end=rng.random() < 0.5,
        )
        scene.render_spec(spec)
        if rng.random() < 0.3:
            scene.begin()
            clock.advance(2_000)
        for _ in range(rng.randrange(4)):
            clock.advance(rng.randrange(300))
            strike(scene, rng.choice([Qt.Key.Key_Tab, Qt.Key.Key_X, Qt.Key.Key_B]))
        found.clear()
        clock.advance(2_000)
        strike(scene, Qt.Key.Key_Escape)
        assert found == ["computer"]
        assert scene.need.isVisible()


def test_space_and_enter_press_no_button(qtbot: QtBot) -> None:
    clock = FakeClock()
    scene = shown(qtbot, a_scene(clock, can_end=True))
    found = wishes(scene)
    clock.advance(60_000)
    for button in scene.findChildren(QAbstractButton):
        button.setFocus()
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            strike(button, key)
    assert found == []
    assert not scene.calm.breathing


def test_tab_reaches_every_button(qtbot: QtBot) -> None:
    scene = shown(qtbot, a_scene(FakeClock(), can_end=True))
    scene.setFocus()
    reached = []
    for _ in range(3):
        strike(scene, Qt.Key.Key_Tab)
        reached.append(scene.focusWidget())
    assert set(reached) == {scene.breathe, scene.end, scene.need}


def test_a_held_key_is_pressed_once(qtbot: QtBot) -> None:
    clock = FakeClock()
    scene = shown(qtbot, a_scene(clock))
    found = wishes(scene)
    clock.advance(5_000)
    for _ in range(10):
        strike(scene, Qt.Key.Key_Escape, held=True)
    assert found == []


def test_a_click_that_was_under_way_is_not_taken_for_one_here(qtbot: QtBot) -> None:
    clock = FakeClock()
    scene = shown(qtbot, a_scene(clock))
    found = wishes(scene)
    scene.need.click()
    assert found == []
    clock.advance(1_000)
    scene.need.click()
    assert found == ["computer"]


def test_ending_early_asks_for_a_reason(qtbot: QtBot) -> None:
    clock = FakeClock()
    scene = shown(qtbot, a_scene(clock, can_end=True))
    found = wishes(scene)
    clock.advance(1_000)
    scene.end.click()
    until_ms = clock.stamp().boot_ms + 8_000
    scene.render_spec(a_spec(clock, leaving=Leaving(until_ms, asks_reason=True)))
    assert not scene.calm.isVisible()
    clock.advance(9_000)
    scene.refresh()
    assert scene.leaving.headline.full_text == "What calls you away?"
    strike(scene, Qt.Key.Key_2)
    assert found == ["leave ", "leave Something urgent"]


def test_staying_is_a_click_too(qtbot: QtBot) -> None:
    clock = FakeClock()
    leaving = Leaving(clock.stamp().boot_ms + 8_000)
    scene = shown(qtbot, a_scene(clock, leaving=leaving))
    found = wishes(scene)
    scene.leaving.stay.click()
    assert found == ["stay"]


def test_the_breathing_guide_comes_and_goes_on_request(qtbot: QtBot) -> None:
    clock = FakeClock()
    scene = shown(qtbot, a_scene(clock))
    clock.advance(5_000)
    strike(scene, Qt.Key.Key_B)
    assert scene.calm.breathing
    clock.advance(5_000)
    strike(scene, Qt.Key.Key_B)
    assert not scene.calm.breathing


def test_with_reduced_motion_only_the_words_of_the_guide_change(qtbot: QtBot) -> None:
    clock = FakeClock()
    comfort = Comfort(reduced_motion=True)
    scene = shown(qtbot, a_scene(clock, breathing=True, comfort=comfort))
    ring = scene.calm.ring
    before = ring.grab().toImage()
    clock.advance(GUIDE.in_ms // 2)
    assert ring.grab().toImage() == before
    assert ring.word == "breathe in"
    clock.advance(GUIDE.in_ms)
    ring.step()
    assert ring.word == "breathe out"


def test_with_motion_the_guide_breathes(qtbot: QtBot) -> None:
    clock = FakeClock()
    scene = shown(qtbot, a_scene(clock, breathing=True))
    before = scene.calm.ring.grab().toImage()
    clock.advance(GUIDE.in_ms // 2)
    assert scene.calm.ring.grab().toImage() != before


def test_every_part_has_a_name_for_screen_readers(qtbot: QtBot) -> None:
    clock = FakeClock()
    leaving = Leaving(clock.stamp().boot_ms + 8_000)
    scene = shown(qtbot, a_scene(clock, leaving=leaving))
    assert scene.accessibleName()
    for button in scene.findChildren(KeyButton):
        assert button.accessibleName()
    for line in scene.findChildren(Line):
        assert line.accessibleName() == line.full_text


def test_the_sky_follows_the_hours() -> None:
    parts = [day_part(hour) for hour in (0, 4, 5, 9, 16, 17, 21, 23)]
    night, dawn, day, dusk = DayPart.NIGHT, DayPart.DAWN, DayPart.DAY, DayPart.DUSK
    assert parts == [night, night, dawn, day, day, dusk, night, night]
