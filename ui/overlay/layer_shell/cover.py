"""A layer surface over every monitor."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint

from ui.overlay.cover import Cover, MakeScene, PaintWatch
from ui.overlay.keys import FLOW_MS
from ui.overlay.layer_shell.outputs import Output
from ui.overlay.layer_shell.shell import LayerShell
from ui.overlay.layer_shell.surface import LayerSurface
from ui.overlay.scene import Scene
from ui.overlay.wishes import FreedScreen


@dataclass(frozen=True, slots=True)
class _Covered:
    """A monitor, and what covers it."""

    output: Output
    scene: Scene
    surface: LayerSurface


class LayerCover(Cover):
    """Covers monitors where the compositor offers wlr-layer-shell.

    Above full-screen windows, panels and workspaces; while it has the keyboard, the
    compositor gives every key to it.

    Args:
        shell: the connection to the compositor.
        make_scene: makes the scene for a monitor.
    """

    def __init__(
        self, shell: LayerShell, make_scene: MakeScene, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._make_scene = make_scene
        self._covered: list[_Covered] = []
        self._freed: set[int] = set()
        self._shown = False
        self._typed_in: LayerSurface | None = None
        self._wants_keyboard = False
        self._quiet: bool | None = None
        self._watch = PaintWatch(self)
        self._watch.late.connect(self._late)
        shell.outputs_changed.connect(self._sync)
        shell.lost.connect(self._covered.clear)
        if shell.watch_quiet(FLOW_MS, self._is_quiet, self._is_busy):
            self._quiet = False

    def scenes(self) -> list[Scene]:
        """The scenes that there are now."""
        return [covered.scene for covered in self._covered]

    def show(self) -> None:
        """Cover every monitor; said again, make sure that every one is."""
        if not self._shown:
            self._freed.clear()
        self._shown = True
        self._sync()

    def hide(self) -> None:
        """Free every monitor; the compositor gives the keyboard back."""
        self._shown = self._wants_keyboard = False
        while self._covered:
            self._drop(self._covered[-1])

    def quiet_ms(self) -> int | None:
        """Milliseconds since the last input, as far as it matters."""
        if self._quiet is None:
            return None
        return FLOW_MS if self._quiet else 0

    def take_keyboard(self) -> None:
        """Let the scene under the pointer, or else the first, have the keyboard."""
        self._wants_keyboard = True
        if not self._covered:
            return
        here = self._shell.under_pointer()
        found = [c.surface for c in self._covered if c.scene is here]
        surface = (found or [self._covered[0].surface])[0]
        if self._typed_in is not None and self._typed_in is not surface:
            self._typed_in.give_keyboard_back()
        self._typed_in = surface
        surface.take_keyboard()

    def _is_quiet(self) -> None:
        self._quiet = True

    def _is_busy(self) -> None:
        self._quiet = False

    def _sync(self) -> None:
        """Make surfaces and monitors match."""
        if not self._shown:
            return
        outputs = self._shell.outputs()
        for covered in [c for c in self._covered if c.output not in outputs]:
            self._drop(covered)
        have = [covered.output for covered in self._covered]
        for output in outputs:
            if output not in have and output.number not in self._freed:
                self._cover(output)
        for covered in self._covered:
            covered.surface.rescale()
        self._align()
        if self._wants_keyboard and self._typed_in is None:
            self.take_keyboard()

    def _cover(self, output: Output) -> None:
        scene = self._make_scene()
        surface = self._shell.surface(scene, output=output)
        covered = _Covered(output, scene, surface)
        self._covered.append(covered)
        surface.shown.connect(lambda: self._has_painted(covered))
        surface.closed.connect(lambda: self._closed(covered))
        self._watch.expect(covered)

    def _align(self) -> None:
        """Let the hills go on from monitor to monitor, from left to right.

        Compositors do not say how high or far apart monitors stand.
        """
        shift = 0
        first = self._covered[0].scene.width() if self._covered else 0
        for covered in self._covered:
            covered.scene.look_from(QPoint(shift, 0), first)
            shift += covered.scene.width()

    def _drop(self, covered: _Covered) -> None:
        self._covered.remove(covered)
        self._watch.forget(covered)
        if covered.surface is self._typed_in:
            self._typed_in = None
        covered.surface.close()
        covered.surface.deleteLater()
        covered.scene.deleteLater()

    def _closed(self, covered: _Covered) -> None:
        """The compositor took it away: come back if the monitor is still there."""
        if covered in self._covered:
            self._drop(covered)
            self._shell.when_settled(self._sync)

    def _has_painted(self, covered: _Covered) -> None:
        self._watch.forget(covered)
        self._align()  # its width is known now
        self.painted.emit()

    def _late(self, covered: _Covered) -> None:
        if covered in self._covered:
            self._drop(covered)
            self._freed.add(covered.output.number)
            self.screen_freed.emit(FreedScreen(covered.output.name))
