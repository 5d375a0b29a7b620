"""All that stands above everything, over one connection."""

from ui.overlay.cover import Cover, MakeScene
from ui.overlay.hosts import CardHost
from ui.overlay.layer_shell.cover import LayerCover
from ui.overlay.layer_shell.host import LayerHost
from ui.overlay.layer_shell.shell import LayerShell, open_layer_shell


class AboveByLayers:
    """By layer surfaces.

    Args:
        shell: closed with this.
    """

    def __init__(self, shell: LayerShell) -> None:
        self._shell = shell

    def cover(self, make_scene: MakeScene) -> Cover:
        """A surface for every monitor."""
        return LayerCover(self._shell, make_scene)

    def host(self) -> CardHost:
        """A small surface."""
        return LayerHost(self._shell)

    def close(self) -> None:
        """Leave the compositor."""
        self._shell.close()


def open_layers() -> AboveByLayers:
    """Connect to the compositor.

    Raises:
        SourceUnavailableError: there is none, or it offers no wlr-layer-shell.
    """
    return AboveByLayers(open_layer_shell())
